"""What was put right, original and correction side by side, and what was struck (gate G20)."""

from collections.abc import Iterator

from sgtui.documents.inspection_pack.entry_words import entry_no, people
from sgtui.documents.model import Block, Cell, Column, Heading, Paragraph, Table
from sgtui.domain.chronology import CaseDirectory
from sgtui.domain.corrections import amended
from sgtui.domain.entries import Amended, EnteredInError, Entry, Payload
from sgtui.domain.entries.payload import say
from sgtui.domain.london_time import moment_words
from sgtui.services.case import CaseView

_NOTHING = "nothing"


def corrections(view: CaseView) -> Iterator[Block]:
    """Every amendment field by field, then every entry that was entered in error."""
    yield Heading("Corrections")
    if not view.case.amendments and not view.case.struck:
        yield Paragraph("Nothing was put right and nothing was struck.")
    for entry in view.case.entries:
        made = view.case.amendments.get(entry.id, ())
        for place, amendment in enumerate(made):
            yield from _amendment(view, entry, made[:place], amendment)
    rows = tuple(
        _struck(view, entry) for entry in view.case.entries if entry.id in view.case.struck
    )
    if rows:
        columns = (Column("Entry", 0), Column("Entered in error, by whom, why", 12))
        yield Table(columns, rows, "Struck; each still stands in the chronology")


def _amendment(
    view: CaseView, entry: Entry, before: tuple[Entry, ...], amendment: Entry
) -> Iterator[Block]:
    said = amendment.payload
    if not isinstance(said, Amended):
        return
    when, by = moment_words(amendment.occurred_at), people(view, amendment.recorded_by)
    yield Heading(f"{entry.payload.title}, {entry_no(entry)}", 3)
    yield Paragraph(f"Put right {when} by {by} ({entry_no(amendment)}), because: {said.reason}")
    if view.veil.payload(entry) != entry.payload.model_dump(mode="json"):
        yield Paragraph("It speaks of a case that is not shown to whoever made this.", "note")
        return
    was = amended(entry, before).payload
    now = amended(entry, (*before, amendment)).payload
    columns = (Column("What", 2), Column("As it was", 6), Column("As put right", 6))
    yield Table(columns, tuple(_fields(view, was, now, said)))


def _fields(
    view: CaseView, was: Payload, now: Payload, said: Amended
) -> Iterator[tuple[Cell, ...]]:
    """Each field that was put right, before and after."""
    asks = type(was).asks()
    for name in said.changes:
        label = asks[name].label if name in asks else name.replace("_", " ")
        yield label, _value(view, was, name), _value(view, now, name)


def _value(view: CaseView, said: Payload, name: str) -> str:
    """One field in words, as the chronology says it; marks as they are read aloud."""
    value = getattr(said, name, None)
    if value in (None, (), ""):
        return _NOTHING
    directory = CaseDirectory(view.case, view.register)
    ask = type(said).asks().get(name)
    if ask is None or ask.how == "marks":
        return said.line(directory)
    return say(value, ask.how, directory)


def _struck(view: CaseView, entry: Entry) -> tuple[Cell, ...]:
    strike = view.case.struck[entry.id]
    said = strike.payload
    if not isinstance(said, EnteredInError):
        return str(entry.number), ""
    both = people(view, strike.recorded_by, said.second_person)
    when = moment_words(strike.occurred_at)
    words = f"{entry.payload.title}. {when}, by {both} ({entry_no(strike)}): {said.reason}"
    return str(entry.number), words
