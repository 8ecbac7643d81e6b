"""Which duties of the queue are listed. What a filter hides is counted, never silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sgtui.services.queue import QueueRow
from sgtui.ui.widgets.row_list import Line, Piece

Name = Literal["all", "mine", "late", "risk"]

_WORDS: dict[Name, str] = {"all": "All", "mine": "Mine", "late": "Late", "risk": "High risk"}
_SIDES = ("", "ours", "theirs")


@dataclass(frozen=True)
class QueueFilter:
    """One way to look at the queue."""

    name: Name = "all"
    side: str = ""
    """With `late`: "ours" or "theirs" to list only what one side owes."""

    def pressed(self, name: Name) -> "QueueFilter":
        """After the digit of `name`: that filter; pressed again, late ours, then late theirs."""
        if name != "late" or self.name != "late":
            return QueueFilter(name)
        return QueueFilter(name, _SIDES[(_SIDES.index(self.side) + 1) % len(_SIDES)])

    def lists(self, row: QueueRow, reader: UUID) -> bool:
        """Whether it lists this duty."""
        match self.name:
            case "mine":
                return row.owner_id == reader and row.ours
            case "late":
                side = row.ours if self.side == "ours" else not row.ours
                return row.urgency.is_late and (not self.side or side)
            case "risk":
                return row.high_risk
        return True

    def hidden_late(self, rows: Sequence[QueueRow], reader: UUID) -> int:
        """How many late duties it does not list."""
        return sum(row.urgency.is_late and not self.lists(row, reader) for row in rows)

    def choices(self) -> Line:
        """ "[1 All] 2 Mine  3 Late  4 High risk"."""
        pieces = []
        for digit, (name, words) in enumerate(_WORDS.items(), start=1):
            chosen = name == self.name
            said = f"{words}, {self.side}" if chosen and self.side else words
            text = f"[{digit} {said}]" if chosen else f" {digit} {said} "
            pieces.append(Piece(text, "strong" if chosen else "quiet"))
        return tuple(pieces)
