"""How one cell of a document is written: in words for people, plainly for programs."""

from datetime import date, datetime, timedelta

from sgtui.documents.model import Cell
from sgtui.domain.london_time import day_words, in_london, moment_words
from sgtui.domain.text import display
from sgtui.domain.urgency import duration_words


def cell_words(cell: Cell) -> str:
    """A cell for people: "Sun 22 Nov 2026 14:32", "2 d 3 h", "66.7"; nothing for None."""
    match cell:
        case None:
            return ""
        case str():
            return display(cell)
        case datetime():
            return moment_words(cell)
        case date():
            return day_words(cell)
        case timedelta():
            return _signed(cell)
        case float():
            return f"{cell:.1f}".removesuffix(".0")
        case int():
            return str(cell)


def _signed(span: timedelta) -> str:
    words = duration_words(span)
    return f"minus {words}" if span < -timedelta(minutes=1) else words


def cell_data(cell: Cell) -> str | int | float | None:
    """A cell for programs: ISO 8601 with its offset, hours with one decimal, text as it stands."""
    match cell:
        case datetime():
            return in_london(cell).isoformat(timespec="seconds")
        case date():
            return cell.isoformat()
        case timedelta():
            return round(cell.total_seconds() / 3600, 1)
        case str():
            return display(cell)
        case _:
            return cell
