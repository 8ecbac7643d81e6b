"""Each interim safeguard of a case from its start to its end, with its reviews (R38)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.clock import Clock
from sgtui.domain.entries import (
    ClosureApproved,
    SafeguardEnded,
    SafeguardReviewed,
    SafeguardStarted,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.ladder import Duty

_REVIEWS = (Duty.SAFEGUARD_FIRST_REVIEW, Duty.SAFEGUARD_REVIEW)


@dataclass(frozen=True)
class KeptSafeguard:
    """One safeguard."""

    measure: str
    owner: UUID
    since: datetime
    until: datetime | None
    """None while it runs."""
    ended_because: str
    reviews: int
    failed: int
    """Reviews that found it not to work."""
    late: int
    """Reviews held late, or late now."""


def safeguards(case: CaseFile, clocks: Sequence[Clock], now: datetime) -> tuple[KeptSafeguard, ...]:
    """Every safeguard of the case, the oldest first. `clocks` are those of the case."""
    return tuple(_kept(case, clocks, now))


def _kept(case: CaseFile, clocks: Sequence[Clock], now: datetime) -> Iterator[KeptSafeguard]:
    for started in case.of(SafeguardStarted):
        reviews = [s for s in case.of(SafeguardReviewed) if s.what.safeguard == started.entry.id]
        of = {started.entry.id, *(said.entry.id for said in reviews)}
        mine = [clock for clock in clocks if clock.duty in _REVIEWS and clock.subject in of]
        until, why = _end(case, started)
        yield KeptSafeguard(
            measure=started.what.measure,
            owner=started.what.owner,
            since=started.at,
            until=until,
            ended_because=why,
            reviews=len(reviews),
            failed=sum(said.what.effective is YesNo.NO for said in reviews),
            late=sum(_was_late(clock, now) for clock in mine),
        )


def _was_late(clock: Clock, now: datetime) -> bool:
    return (clock.met_at or clock.ended_at or now) > clock.due_at


def _end(case: CaseFile, started: Said[SafeguardStarted]) -> tuple[datetime | None, str]:
    """When it ended and why: as said, else with the closing of the case."""
    for said in case.of(SafeguardEnded):
        if said.what.safeguard == started.entry.id:
            plan = f" ({said.what.formal_plan})" if said.what.formal_plan else ""
            return said.at, f"{said.what.reason}{plan}"
    closings = (said.entry for said in case.of(ClosureApproved))
    after = (e.recorded_at for e in closings if e.number > started.entry.number)
    closed_at = next(after, None)
    return closed_at, "The case was closed" if closed_at else ""
