"""Why a case is not shown or not written to, and the one place that says who sees what (G21)."""

from collections.abc import Iterable
from uuid import UUID

from sgtui.domain.gates import Missing
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow


class NotYet(Exception):
    """Something stands in the way. Nothing was written; `missing` says what, all of it."""

    def __init__(self, found: tuple[Missing, ...]) -> None:
        """`found`: each gate that is shut, in words."""
        super().__init__("\n".join(item.sentence for item in found))
        self.missing = found


class NoSuchCase(Exception):
    """No case has that reference, or that id."""


class NotForYou(NoSuchCase):
    """The case names whoever asks, as alleged or in conflict: they own and see nothing of it."""

    def __init__(self) -> None:
        """It says so, and no more."""
        super().__init__("You are named in this case, so it is not shown to you.")


def is_shown(desk: Desk, barred: frozenset[UUID]) -> bool:
    """Whether a case from which these staff are barred is shown to the person signed in."""
    return desk.author.staff_id not in barred


def show_or_refuse(desk: Desk, barred: frozenset[UUID]) -> None:
    """Raise NotForYou where a case is not shown to the person signed in."""
    if not is_shown(desk, barred):
        raise NotForYou


def shown(desk: Desk, rows: Iterable[CaseRow]) -> tuple[CaseRow, ...]:
    """The rows of those cases that are shown to the person signed in."""
    return tuple(row for row in rows if is_shown(desk, row.barred))
