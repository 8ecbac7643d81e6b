"""Whether the person was protected throughout, and every gap in hours (R38, R71, gate G10).

Protection is needed from the first interim safeguard on, while the person is found not safe, and
while an agency has not decided or a challenge is open. A safeguard
protects while it runs, is found to work and its review is not overdue; a plan that took its place
protects from then on. Closing the case ends both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.clock import Clock
from sgtui.domain.entries import (
    ClosureApproved,
    Entry,
    SafeguardEnded,
    SafeguardingPlanAgreed,
    SafeguardReviewed,
    SafeguardStarted,
    SafetyChecked,
)
from sgtui.domain.entries.choices import AgencyDecision, Safety, YesNo
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral
from sgtui.domain.stretches import Stretch, laid_together, pieces, without

_REVIEWS = (Duty.SAFEGUARD_FIRST_REVIEW, Duty.SAFEGUARD_REVIEW)
_SAFE = (Safety.SAFE, Safety.UNSAFE_CONTROLLED)
_NONE = "no safeguard was running"
_LEAST = Decimal("0.1")

Unprotected = tuple[datetime, datetime | None, list[str]]
"""From when to when nothing protected the person who needed it, and the reasons."""


@dataclass(frozen=True)
class Gap:
    """Time in which the person needed protection and had none that was reviewed and working."""

    since: datetime
    until: datetime | None
    """None while it goes on."""
    hours: Decimal
    """To one decimal, and never 0: the shortest gap counts a tenth."""
    why: str

    @property
    def words(self) -> str:
        """The gap as one sentence."""
        until = f"to {moment_words(self.until)}" if self.until else "and it goes on"
        return f"{self.hours} hours from {moment_words(self.since)} {until}: {self.why}."


@dataclass(frozen=True)
class Continuity:
    """How the person was protected, and when not."""

    spans: tuple[Stretch, ...]
    """Each time that a safeguard or plan protected the person, with its words, by its start."""
    gaps: tuple[Gap, ...]
    """In order; empty when protection never lapsed."""
    needed: tuple[Stretch, ...] = ()
    """Each time that the person needed protection, in order; they do not touch."""

    @property
    def hours(self) -> Decimal:
        """All gaps together."""
        return sum((gap.hours for gap in self.gaps), Decimal(0))


def continuity(case: CaseFile, clocks: Sequence[Clock], now: datetime) -> Continuity:
    """How the person was protected up to now. `clocks` are those of the case."""
    needs = _needs(case)
    spans, lapses = list(_planned(case)), []
    for started, whole in _running(case):
        bare = [*_overdue(case, started, clocks), *_failing(case, started)]
        spans += without(whole, bare)
        lapses += [lapse.cut(whole.until) for lapse in bare]
    found: list[Unprotected] = []
    for since, until in pieces([*needs, *spans, *lapses], now):
        needed = [need.words for need in needs if need.holds(since)]
        if needed and since < now and not any(span.holds(since) for span in spans):
            lapsed = [lapse.words for lapse in lapses if lapse.holds(since)]
            found.append((since, until, lapsed or needed))
    needed_times = tuple(laid_together(_begun(needs, now)))
    return Continuity(tuple(_begun(spans, now)), tuple(_joined(found, now)), needed_times)


def lacks_protection(case: CaseFile) -> bool:
    """Whether the person needs protection and no safeguard nor plan runs; overdue ones do run."""
    running = [*_planned(case), *(whole for _, whole in _running(case))]
    needed = any(need.until is None for need in _needs(case))
    return needed and all(whole.until is not None for whole in running)


def _needs(case: CaseFile) -> list[Stretch]:
    return [*_unsafe(case), *_protected(case), *_waiting(case), *_challenged(case)]


def _begun(spans: list[Stretch], now: datetime) -> Iterator[Stretch]:
    """Those that have begun, by their start; what ends later than now goes on."""
    for span in sorted(spans, key=lambda one: one.since):
        if span.since < now:
            over = span.until is not None and span.until <= now
            yield Stretch(span.since, span.until if over else None, span.words)


def _joined(found: list[Unprotected], now: datetime) -> Iterator[Gap]:
    """Gaps that touch are one gap, with each reason once."""
    while found:
        since, until, first = found.pop(0)
        reasons = list(first)
        while found and found[0][0] == until:
            _, until, more = found.pop(0)
            reasons += more
        why = "; ".join(dict.fromkeys(reasons))
        yield Gap(since, until, hours_of((until or now) - since), why)


def hours_of(span: timedelta) -> Decimal:
    """Hours of a gap, to one decimal; the shortest counts a tenth."""
    seconds = Decimal(str(span.total_seconds()))
    return max((seconds / 3600).quantize(_LEAST, ROUND_HALF_UP), _LEAST)


def _unsafe(case: CaseFile) -> Iterator[Stretch]:
    """From being found not safe until found safe, be it through the steps taken."""
    checks = sorted(case.of(SafetyChecked), key=lambda said: (said.at, said.entry.number))
    for number, said in enumerate(checks):
        if said.what.safety is Safety.UNSAFE_UNCONTROLLED:
            later = checks[number + 1 :]
            safe = next((s.at for s in later if s.what.safety in _SAFE), None)
            yield _of(case, said.entry, said.at, safe, f"{_NONE} while the person was not safe")


def _protected(case: CaseFile) -> Iterator[Stretch]:
    """From each safeguard on: what was needed once is not left off while the case is open."""
    for started in case.of(SafeguardStarted):
        yield _of(case, started.entry, started.at, None, _NONE)


def _waiting(case: CaseFile) -> Iterator[Stretch]:
    """From each referral, and each refusal, until the agency has it or it is settled (R37)."""
    why = f"{_NONE} while an agency had not decided"
    for sent in case.referrals:
        ends = list(_taken_on(case, sent))
        starts = [(sent.entry, sent.sent.sent_at)]
        starts += [(e, what.decided_at) for e, what in sent.decisions if what.decision.refused]
        for entry, since in starts:
            until = min((at for number, at in ends if number > entry.number), default=None)
            yield _of(case, entry, since, until, why)


def _taken_on(case: CaseFile, sent: Referral) -> Iterator[tuple[int, datetime]]:
    """What ends waiting for it, by number: taken on, closed, settled, or sent to somebody else."""
    for entry, what in sent.decisions:
        closed = what.decision is AgencyDecision.CLOSED_BY_AGENCY
        if closed or (what.decision.accepted and not what.decision.refused):
            yield entry.number, what.decided_at
        if what.decision.elsewhere:
            anew = (s for s in case.referrals if s.entry.number > entry.number)
            yield from ((s.entry.number, s.sent.sent_at) for s in anew)
    yield from ((entry.number, entry.occurred_at) for entry, _ in sent.accepted)
    for challenge in case.challenges:
        if challenge.conclusion is not None and challenge.referral == sent.id:
            yield challenge.conclusion[0].number, challenge.conclusion[0].occurred_at


def _challenged(case: CaseFile) -> Iterator[Stretch]:
    """While professionals disagree the person stays protected (R71)."""
    for challenge in case.challenges:
        until = challenge.conclusion[0].occurred_at if challenge.conclusion else None
        why = f"{_NONE} while a challenge was open"
        yield _of(case, challenge.entry, challenge.raised.raised_at, until, why)


def _running(case: CaseFile) -> Iterator[tuple[Said[SafeguardStarted], Stretch]]:
    """Each safeguard from its start to its end."""
    ends = {said.what.safeguard: said.at for said in reversed(case.of(SafeguardEnded))}
    for started in case.of(SafeguardStarted):
        end, measure = ends.get(started.entry.id), started.what.measure
        yield started, _of(case, started.entry, started.at, end, measure)


def _overdue(
    case: CaseFile, started: Said[SafeguardStarted], clocks: Sequence[Clock]
) -> Iterator[Stretch]:
    """From when each review of a safeguard was due until it was held."""
    why = f'the review of "{started.what.measure}" was overdue'
    for clock in clocks:
        entry = case.entry(clock.subject) if clock.duty in _REVIEWS else None
        if entry is not None and _safeguard(entry) == started.entry.id:
            until = clock.met_at or clock.ended_at
            if until is None or until > clock.due_at:
                yield Stretch(clock.due_at, until, why)


def _failing(case: CaseFile, started: Said[SafeguardStarted]) -> Iterator[Stretch]:
    """From a review that found a safeguard not to work until one that finds it does."""
    why = f'"{started.what.measure}" was found not to work'
    about = (s for s in case.of(SafeguardReviewed) if s.what.safeguard == started.entry.id)
    reviews = sorted(
        (said for said in about if said.at >= started.at),
        key=lambda said: (said.at, said.entry.number),
    )
    for number, said in enumerate(reviews):
        if said.what.effective is YesNo.NO:
            later = reviews[number + 1 :]
            until = next((s.at for s in later if s.what.effective is YesNo.YES), None)
            yield Stretch(said.at, until, why)


def _planned(case: CaseFile) -> Iterator[Stretch]:
    """From each plan that took the place of safeguards."""
    for ended in case.of(SafeguardEnded):
        if ended.what.formal_plan is not None:
            yield _of(case, ended.entry, ended.at, None, ended.what.formal_plan)
    for agreed in case.of(SafeguardingPlanAgreed):
        yield _of(case, agreed.entry, agreed.at, None, "Safeguarding plan")


def _safeguard(entry: Entry) -> UUID:
    payload = entry.payload
    return payload.safeguard if isinstance(payload, SafeguardReviewed) else entry.id


def _of(
    case: CaseFile, entry: Entry, since: datetime, until: datetime | None, words: str
) -> Stretch:
    """A stretch that an entry began, over with the case's next closing."""
    closings = (c.entry for c in case.of(ClosureApproved) if c.entry.number > entry.number)
    closed_at = next((closing.recorded_at for closing in closings), None)
    return Stretch(since, None, words).cut(until).cut(closed_at)
