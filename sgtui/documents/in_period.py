"""The cases that a report over a period runs over, and what it says of those that it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sgtui.documents.making import chosen
from sgtui.documents.naming import count, not_shown
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow
from sgtui.services.reports import Asked


@dataclass(frozen=True)
class Drawn:
    """The cases of a report, and a sentence for each sort that is not among them."""

    cases: tuple[CaseRow, ...]
    notes: tuple[str, ...]


def drawn(desk: Desk, asked: Asked) -> Drawn:
    """Every case that was open in the period, or the one asked for; none entered in error.

    Raises NoSuchCase, NotForYou (G21).
    """
    picked = chosen(desk, asked)
    stands = tuple(row for row in picked.cases if row.stage != CaseStage.ENTERED_IN_ERROR)
    in_error = len(picked.cases) - len(stands)
    return Drawn(stands, tuple(_left_out(len(stands), picked.not_shown, in_error)))


def _left_out(stands: int, hidden: int, in_error: int) -> Iterator[str]:
    yield f"{count(stands, 'case')} looked at."
    yield from not_shown(hidden, gone="here or counted")
    if in_error:
        were = count(in_error, "case was", "cases were")
        yield f"{were} entered in error and left out."


def ends(asked: Asked, now: datetime) -> datetime:
    """Until when a period is told: to its end, and never beyond now."""
    return min(asked.period.until, now)
