"""How the parts of a pack name entries and people, so that each can be looked up, and date them."""

from collections.abc import Iterable
from uuid import UUID

from sgtui.documents.model import Cell, Column, Table
from sgtui.documents.naming import staff_words
from sgtui.domain.chronology import CaseDirectory
from sgtui.domain.entries import Entry
from sgtui.services.case import CaseView

Row = tuple[Cell, ...]


def entry_no(entry: Entry) -> str:
    """ "entry 12"."""
    return f"entry {entry.number}"


def entry_numbers(entries: Iterable[Entry]) -> str:
    """ "entry 12", "entries 12, 14 and 20"; nothing where there are none."""
    numbers = [str(entry.number) for entry in entries]
    if len(numbers) < 2:
        return "".join(f"entry {number}" for number in numbers)
    return f"entries {', '.join(numbers[:-1])} and {numbers[-1]}"


def people(view: CaseView, *who: UUID | None) -> str:
    """Full names with roles, joined by "and"; those not named are left out."""
    return " and ".join(staff_words(view.register, one) for one in who if one is not None)


def signed(view: CaseView, entry: Entry) -> str:
    """ "(Joy Okafor, shift leader, entry 12)": who wrote an entry, and which it is."""
    return f"({people(view, entry.recorded_by)}, {entry_no(entry)})"


def dated(words: str, rows: Iterable[Row], title: str = "", empty: str = "None.") -> Table:
    """Moments, each with what happened then under a heading of these words."""
    return Table((Column("When", 0), Column(words, 11)), tuple(rows), title, empty)


def named(view: CaseView, entry_id: UUID | None) -> str:
    """An entry of the case in its own words; nothing for none."""
    if entry_id is None:
        return ""
    return CaseDirectory(view.case, view.register).entry_name(entry_id)
