"""Many people, staff or desks at once from a table: all rows, or none with every fault named."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from pydantic import ValidationError

from sgtui.domain.entries import (
    ContactPointRegistered,
    Payload,
    PersonRegistered,
    StaffRegistered,
)
from sgtui.domain.entries.complaints import complaints
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.prompts import Choice, Setting, entry_questions
from sgtui.services.register import as_it_stands, register_all
from sgtui.services.register_fields import Known, contact_fields, person_fields, staff_fields
from sgtui.services.typed_answers import read_answer

TableRow = tuple[int, Mapping[str, str]]
"""The line it stands on, and its cells by field name."""


class ImportRefused(Exception):
    """Nothing was written; every fault of the table, each with its line."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Imported:
    """What came of a table."""

    added: int
    changed: int
    same: int
    """Rows that say what the register says already."""

    @property
    def sentence(self) -> str:
        """The counts in words."""
        return f"{self.added} new, {self.changed} changed, {self.same} as they were."


@dataclass(frozen=True)
class Table:
    """One sort of thing that can come in rows."""

    kind: type[Payload]
    own_id: str
    """The field with its id."""
    held: Callable[[Register], Iterable[Known]]
    """What the register has, as fields of the kind."""
    key: Callable[[Known], str]
    """What rows about the same thing have in common."""
    apart: Callable[[Known, Known], bool] = lambda _one, _other: False
    """Whether two of the same key are still not the same thing."""
    needed: tuple[str, ...] = ()
    """Fields that a new one cannot be without, though an older one may be."""
    names: str = ""
    """A field that names another of the same sort, perhaps of the same table."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names that may head a column."""
        return tuple(self.kind.asks())


def import_rows(desk: Desk, sort: str, header: Sequence[str], rows: Iterable[TableRow]) -> Imported:
    """Register every row of a table of "people", "staff" or "contacts", or none.

    A row about somebody the register has changes what its cells say; an empty cell leaves what is
    there. Raises ImportRefused, NotYet for a lack of rights, NobodySignedIn.
    """
    table = TABLES[sort]
    _refuse_header(table, header)
    with desk.store.writing() as unit:
        rows = list(rows)
        reader = _Reader(table, as_it_stands(desk, unit), desk.now(), rows)
        for line, cells in rows:
            reader.take(line, cells)
        if reader.faults:
            raise ImportRefused(reader.faults)
        register_all(desk, unit, reader.payloads)
    return Imported(reader.added, len(reader.payloads) - reader.added, reader.same)


def _refuse_header(table: Table, header: Sequence[str]) -> None:
    there = f"There are {', '.join(table.columns)}."
    faults = []
    if not set(header) <= set(table.columns):
        faults.append(f"Line 1: a column is not known here. {there}")
    if len(set(header)) < len(header):
        faults.append("Line 1: a column is there twice.")
    if "name" not in header:
        faults.append(f"Line 1: this line names the columns, and one must be name. {there}")
    if faults:
        raise ImportRefused(faults)


class _Reader:
    """Reads row after row, and gathers what to register and what is wrong."""

    def __init__(
        self, table: Table, register: Register, now: datetime, rows: Sequence[TableRow]
    ) -> None:
        self.payloads: list[Payload] = []
        self.faults: list[str] = []
        self.added = 0
        self.same = 0
        self._table = table
        self._now = now
        setting = Setting(register, now)
        self._questions = {q.name: q for q in entry_questions(table.kind, setting)}
        self._held: dict[str, list[Known]] = {}
        self._seen: dict[str, list[tuple[int, Known]]] = {}
        for known in table.held(register):
            self._held.setdefault(table.key(known), []).append(known)
        self._ids = self._new_ids(rows) if table.names else {}

    def _new_ids(self, rows: Sequence[TableRow]) -> dict[str, UUID]:
        """An id for everybody new, so that a row may name somebody of a later row."""
        names = {self._table.key(dict(cells)): cells.get("name", "").strip() for _, cells in rows}
        new = {key: uuid4() for key in names if key and key not in self._held}
        asked = self._questions[self._table.names]
        more = tuple(Choice(new_id, names[key]) for key, new_id in new.items())
        self._questions[asked.name] = replace(asked, choices=(*asked.choices, *more))
        return new

    def take(self, line: int, cells: Mapping[str, str]) -> None:
        """One row more."""
        read = {name: read_answer(self._questions[name], typed, self._now)
                for name, typed in cells.items() if typed.strip()}  # fmt: skip
        wrong = [f"{name}: {meant.complaint}" for name, meant in read.items() if meant.complaint]
        known = {name: meant.value for name, meant in read.items()}
        if not wrong and any(cells.values()):
            wrong = list(self._decide(line, known))
        self.faults += [f"Line {line}: {sentence}" for sentence in wrong]

    def _decide(self, line: int, known: Known) -> Iterator[str]:
        """Whether the row is new, a change or nothing; what is wrong with it."""
        key = self._table.key(known)
        twin = next((n for n, seen in self._seen.get(key, ()) if self._same(seen, known)), None)
        held = [one for one in self._held.get(key, ()) if self._same(one, known)]
        if twin is not None:
            yield f"the same as line {twin}. Tell them apart, for example by born_on."
        elif len(held) > 1:
            yield "the register has several of these. Change the right one on the desk."
        else:
            self._seen.setdefault(key, []).append((line, known))
            yield from self._keep(held[0] if held else {}, known)

    def _keep(self, before: Known, known: Known) -> Iterator[str]:
        new_id = self._ids.get(self._table.key(known)) or uuid4()
        said = {self._table.own_id: new_id, **before, **known}
        lacks = [name for name in self._table.needed if name not in said]
        if lacks:
            yield f"{', '.join(lacks)}: this is needed."
        elif said == before:
            self.same += 1
        else:
            try:
                self.payloads.append(self._table.kind.model_validate(said))
                self.added += not before
            except ValidationError as fault:
                yield from complaints(fault, self._table.kind).values()

    def _same(self, one: Known, other: Known) -> bool:
        return not self._table.apart(one, other)


def _by_name(known: Known) -> str:
    letters = unicodedata.normalize("NFKC", str(known.get("name", ""))).casefold()
    return " ".join(letters.split())


def _born_apart(one: Known, other: Known) -> bool:
    """Two of one name are two people when both dates of birth are known and differ."""
    born = {known.get("born_on") for known in (one, other)} - {None}
    return len(born) > 1


TABLES: Mapping[str, Table] = {
    "people": Table(
        PersonRegistered, "person", lambda said: map(person_fields, said.people.values()),
        _by_name, _born_apart,
    ),
    "staff": Table(
        StaffRegistered, "staff", lambda said: map(staff_fields, said.staff.values()),
        _by_name, needed=("roles",), names="line_manager",
    ),
    "contacts": Table(
        ContactPointRegistered, "contact",
        lambda said: map(contact_fields, said.contacts.values()),
        key=lambda known: str(known.get("point", "")), needed=("point", "hours"),
    ),
}  # fmt: skip
"""What can be imported, by the word for it on the command line."""
