"""The summary of a period: what each case adds to it, gathered without who it is about (R48)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sgtui.domain.case_figures import CaseFigures, figures_of
from sgtui.domain.entries import REGISTER_ID, LearningDone, LearningSet, LearningVerified
from sgtui.domain.ladder import FEWEST_SHOWN
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, Period
from sgtui.services.response_times import Compared, Times


@dataclass(frozen=True)
class Gathered:
    """Small rows of every case of a period and of the one before it."""

    period: Period
    cases: tuple[CaseFigures, ...]
    times: Compared

    @property
    def opened(self) -> tuple[CaseFigures, ...]:
        """What was recorded in the period."""
        return tuple(one for one in self.cases if self.period.holds(one.opened_at))

    @property
    def opened_before(self) -> tuple[CaseFigures, ...]:
        """What was recorded in the period before."""
        return tuple(one for one in self.cases if self.period.before.holds(one.opened_at))

    @property
    def closed(self) -> tuple[CaseFigures, ...]:
        """What was closed in the period."""
        return tuple(one for one in self.cases if self.period.holds(one.closed_at))

    @property
    def open_at_end(self) -> tuple[CaseFigures, ...]:
        """What was recorded by the end of the period and not closed by then."""
        until = self.period.until
        return tuple(
            one
            for one in self.cases
            if one.opened_at < until and (one.closed_at is None or one.closed_at >= until)
        )

    @property
    def open_during(self) -> tuple[CaseFigures, ...]:
        """What was open at any moment of the period."""
        since = self.period.since
        return tuple(
            one
            for one in self.cases
            if one.opened_at < self.period.until
            and (one.closed_at is None or one.closed_at >= since)
        )


def gather(files: Iterable[FileFacts], period: Period) -> Gathered:
    """The figures of these files, one read after the other and none kept. Raises Stopped."""
    times, cases = Compared(Times(), Times()), list[CaseFigures]()
    for facts in files:
        times.now.add(facts, period)
        times.before.add(facts, period.before)
        figures = figures_of(facts.case, facts.clocks, facts.register, facts.as_at)
        if figures is not None:
            cases.append(figures)
    return Gathered(period, tuple(cases), times)


@dataclass(frozen=True)
class Learnt:
    """What the home set out to do so that it goes better, and how far it came."""

    set_out: Counter[str]
    """By the label of the sort: training, supervision, policy, practice."""
    done: int
    verified: int


def learnt_in(desk: Desk, period: Period) -> Learnt:
    """What was set, done and verified in the period, each by when it was recorded."""
    with desk.store.reading() as unit:
        kinds = (LearningSet, LearningDone, LearningVerified)
        found = [
            [
                entry.payload
                for entry in unit.entries_of_kind((REGISTER_ID,), kind.kind_word())
                if period.holds(entry.recorded_at)
            ]
            for kind in kinds
        ]
    sorts = (said.sort.label for said in found[0] if isinstance(said, LearningSet))
    return Learnt(Counter(sorts), len(found[1]), len(found[2]))


def fewest_shown(desk: Desk) -> int:
    """From which count on a number may be told, by the ladder that the home follows now."""
    with desk.store.reading() as unit:
        register = desk.register(unit)
    if not register.current_ladder:
        return FEWEST_SHOWN
    return desk.known.ladder(register, register.current_ladder).fewest_shown
