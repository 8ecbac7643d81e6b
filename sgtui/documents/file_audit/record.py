"""What files answer of the checklist by themselves, for a period without an audit."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from sgtui.documents.file_audit.tables import (
    BESIDE,
    FILE_COLUMNS,
    MISSING_COLUMNS,
    item_table,
    percent,
    questions,
)
from sgtui.documents.model import Cell, Facts, Heading, Paragraph, Record, Section, Table
from sgtui.documents.naming import count, yes_no
from sgtui.domain.checklist import Checklist, Item
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import AuditedFile, Checked, checked, completeness
from sgtui.services.audits import Count
from sgtui.services.checklists import current
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, each_file
from sgtui.services.ports import CaseRow
from sgtui.services.work import Work

_AT_ONCE = 50
"""Files in one section; only theirs are held."""

_ASKED = "asked of the auditor"

Answers = list[tuple[Item, Checked | None]]


@dataclass
class _Counted:
    """The answers to each item over all files."""

    items: dict[str, Count] = field(default_factory=dict)
    whole: Count = field(default_factory=Counter)

    def add(self, answers: Answers) -> None:
        for item, found in answers:
            if found is not None:
                self.items.setdefault(item.code, Counter())[found.answer] += 1
                self.whole[found.answer] += 1

    def of(self, code: str) -> Count:
        return self.items.get(code, Counter())


def by_the_record(desk: Desk, rows: tuple[CaseRow, ...], work: Work) -> Iterator[Section]:
    """The files in portions, then every item over all of them. Raises Stopped."""
    with desk.store.reading() as unit:
        checklist = current(desk.register(unit))
    counted, files, begun = _Counted(), each_file(desk, rows, work), 0
    while portion := [_read(checklist, facts, counted) for facts in islice(files, _AT_ONCE)]:
        first, last = begun + 1, begun + len(portion)
        begun = last
        records = tuple(record for one in portion for record in one.records)
        blocks = (
            Table(FILE_COLUMNS, tuple(one.row for one in portion)),
            Table(MISSING_COLUMNS, tuple(row for one in portion for row in one.missing),
                  "What is missing", "Nothing."),
        )  # fmt: skip
        yield Section(f"What the files answer: {first} to {last}", blocks, records=records)
    yield _items(checklist, counted, begun)


@dataclass(frozen=True)
class _File:
    """One file: its line, and its rows of data."""

    row: tuple[Cell, ...]
    missing: tuple[tuple[Cell, ...], ...]
    records: tuple[Record, ...]


def _read(checklist: Checklist, facts: FileFacts, counted: _Counted) -> _File:
    file = AuditedFile(facts.case, facts.ladder, facts.clocks, facts.register, facts.as_at)
    answers = [(item, checked(item, file)) for item in checklist.items]
    counted.add(answers)
    person = facts.register.person_name(facts.case.opening.what.person)
    found = Counter(one.answer for _, one in answers if one is not None)
    missing = tuple(
        (facts.case.reference, item.name, one.because)
        for item, one in answers
        if one is not None and one.answer is AuditAnswer.NO
    )
    row: tuple[Cell, ...] = (
        facts.case.reference, person, facts.case.stage.label, found[AuditAnswer.YES],
        found[AuditAnswer.NO], percent(completeness(found)),
    )  # fmt: skip
    records = (_record(checklist, facts.case.reference, person, item, one) for item, one in answers)
    return _File(row, missing, tuple(records))


def _record(
    checklist: Checklist, reference: str, person: str, item: Item, one: Checked | None
) -> Record:
    return Record((
        None, None, None, None, checklist.version, reference, person, item.code, item.question,
        yes_no(item.risk), one.answer.value if one else None,
        yes_no(one is not None), one.because if one else _ASKED, None, None,
    ))  # fmt: skip


def _items(checklist: Checklist, counted: _Counted, files: int) -> Section:
    share = completeness(counted.whole)
    words = f"{count(files, 'file')}, {percent(share)} complete by what the record itself answers."
    asked = "What only somebody who reads a file can tell is asked in an audit, and not counted."
    blocks = (
        Paragraph(words, "strong"),
        Facts((("Checklist", f"{checklist.title}, version {checklist.version}"),)),
        Paragraph(asked, "note"),
        item_table(checklist, counted.of),
        Paragraph(BESIDE, "note"),
        Heading("What the checklist asks"),
        questions(checklist),
    )
    figures: tuple[tuple[str, Cell], ...] = (
        ("files", files),
        ("complete_percent", None if share is None else round(100 * share, 1)),
        ("not_met", counted.whole[AuditAnswer.NO]),
    )
    return Section("Item by item", blocks, figures=figures)
