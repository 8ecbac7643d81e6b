"""The audit of response times: every case's times of a period and of the one before it (R90)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sgtui.domain.response_times import ReferralTimes, Timing, times_of
from sgtui.domain.rung_times import ChallengeTimes, challenge_times
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen, FileFacts, Period, open_during


@dataclass
class Times:
    """Times gathered from many cases: small rows, and nothing else of any file."""

    referrals: list[ReferralTimes] = field(default_factory=list)
    ours: list[Timing] = field(default_factory=list)
    challenges: list[ChallengeTimes] = field(default_factory=list)

    def add(self, facts: FileFacts, period: Period) -> None:
        """What of one file began in the period: sent, owed or challenged in it."""
        found = times_of(facts.case, facts.clocks, facts.ladder.authority, facts.as_at)
        self.referrals += (one for one in found.referrals if period.holds(one.sent_at))
        self.ours += (one for one in found.ours if period.holds(one.began_at))
        raised = challenge_times(facts.case, facts.clocks, facts.as_at)
        self.challenges += (one for one in raised if period.holds(one.raised_at))


@dataclass(frozen=True)
class Compared:
    """The times of a period beside those of the period of the same length before it."""

    now: Times
    before: Times


def open_in_both(desk: Desk, period: Period) -> Chosen:
    """The cases that were open at any moment of the period or of the one before it."""
    return open_during(desk, Period(period.before.since, period.until))


def gathered(files: Iterable[FileFacts], period: Period) -> Compared:
    """The times of these files, one read after the other and none kept. Raises Stopped."""
    compared = Compared(Times(), Times())
    for facts in files:
        for times, part in _parts(compared, period):
            times.add(facts, part)
    return compared


def _parts(compared: Compared, period: Period) -> Iterator[tuple[Times, Period]]:
    yield compared.now, period
    yield compared.before, period.before
