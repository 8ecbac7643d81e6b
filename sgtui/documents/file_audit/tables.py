"""The tables of the file-completeness audit: item by item, file by file, finding by finding."""

from collections import Counter
from collections.abc import Callable, Iterator

from sgtui.documents.model import Cell, Column, Facts, Record, Table
from sgtui.documents.naming import count, yes_no
from sgtui.domain.checklist import Checklist, Item
from sgtui.domain.entries import ItemAudited
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import LEAVES_OPEN, completeness
from sgtui.domain.findings import Finding
from sgtui.services.audits import Audit, AuditFile, Count

COLUMNS = (
    "audit", "begun_at", "sampling", "seed", "checklist", "reference", "person", "item",
    "question", "risk", "answer", "by_record", "because", "looked_at", "finding",
)  # fmt: skip
"""One row for each file and item."""

BESIDE = "Beside: the files to which an item does not apply, or does not yet."

_YES, _NO, _BESIDE = AuditAnswer.YES, AuditAnswer.NO, AuditAnswer.NOT_APPLICABLE


def percent(share: float | None) -> str:
    """ "92%", 100% only where nothing is missing; or that nothing applied."""
    if share is None:
        return "nothing applied"
    return f"{min(round(share * 100), 99 if share < 1 else 100)}%"


def drawn_facts(one: Audit) -> Facts:
    """How the files were drawn, by whom, by which checklist."""
    said = one.said
    facts: list[tuple[str, Cell]] = [
        ("Begun", one.begun_at),
        ("By", one.by),
        ("Files that were open from", said.since),
        ("until", said.until),
        ("Drawn", said.sampling.label),
    ]
    if said.seed is not None:
        facts.append(("Seed of the draw", str(said.seed)))
    facts += [
        ("Checklist", f"{one.checklist.title}, version {one.checklist.version}"),
        ("Its source", one.checklist.source),
        ("Files", f"{len(one.done)} of {len(one.files)} looked through"),
        ("Ended", one.ended.recorded_at if one.ended else "not yet"),
    ]
    return Facts(tuple(facts))


def item_table(checklist: Checklist, counted: Callable[[str], Count]) -> Table:
    """How often each item was met, the least met first."""
    rows = [(item, counted(item.code)) for item in checklist.items]
    rows.sort(key=lambda row: _share(row[1]))
    columns = (
        Column("Item", 2), Column("Answered by", 2), Column("Met", right=True),
        Column("Not met", right=True), Column("Beside", right=True), Column("Share", right=True),
    )  # fmt: skip
    return Table(columns, tuple(_item_row(item, found) for item, found in rows))


def questions(checklist: Checklist) -> Facts:
    """What each item asks."""
    return Facts(tuple((item.name, item.question) for item in checklist.items))


def _share(found: Count) -> float:
    share = completeness(found)
    return 2.0 if share is None else share


def _item_row(item: Item, found: Count) -> tuple[Cell, ...]:
    by = "the record, else the auditor" if item.by in LEAVES_OPEN else "the record"
    by = "the auditor" if item.is_asked else by
    share = completeness(found)
    met = percent(share) if share is not None else None
    return item.name, by, found[_YES], found[_NO], found[_BESIDE], met


FILE_COLUMNS = (
    Column("File"), Column("Person", 2), Column("Stage"), Column("Met", right=True),
    Column("Not met", right=True), Column("Complete", right=True),
)  # fmt: skip
MISSING_COLUMNS = (Column("File"), Column("Item"), Column("What is missing", 3))


def file_table(one: Audit) -> Table:
    """Each file, and how complete it is."""
    return Table(FILE_COLUMNS, tuple(_file_row(file) for file in one.files))


def _file_row(file: AuditFile) -> tuple[Cell, ...]:
    found, name = file.count, file.person.name if file.person else ""
    if file.entry is None:
        return file.reference, name, file.stage.label, None, None, "not looked at"
    share = percent(completeness(found))
    return file.reference, name, file.stage.label, found[_YES], found[_NO], share


def missing_table(one: Audit) -> Table:
    """What each file lacks, item by item."""
    rows = tuple(
        (file.reference, _name(one.checklist, item.item), item.because)
        for file in one.done
        for item in _items(file)
        if item.answer is _NO
    )
    return Table(MISSING_COLUMNS, rows, empty="Nothing.")


def _items(file: AuditFile) -> tuple[ItemAudited, ...]:
    return file.found.items if file.found else ()


def _name(checklist: Checklist, code: str) -> str:
    item = checklist.item(code)
    return item.name if item else code


def finding_table(one: Audit) -> Table:
    """What was given to whom to mend, and how far it has come."""
    references = {file.case_id: file.reference for file in one.files}
    columns = (
        Column("File"), Column("Found", 4), Column("At risk"), Column("State"),
        Column("Mended", 3), Column("Verified", 2),
    )  # fmt: skip
    rows = tuple(_finding_row(references[f.entry.case_id], f) for f in one.findings)
    return Table(columns, rows, empty="Nothing was taken up.")


def _finding_row(reference: str, one: Finding) -> tuple[Cell, ...]:
    mended = verified = ""
    if one.mended is not None:
        entry, said = one.mended
        confirmed = f" Confirmed with {said.confirmed_with}." if said.confirmed_with else ""
        mended = f"{said.how}{confirmed} (entry {entry.number})"
    if one.verified is not None:
        seen, shown = one.verified
        verified = f"{shown.shown_by} (entry {seen.number})"
    return reference, one.raised.found, yes_no(one.at_risk), one.state.label, mended, verified


def figures_of(one: Audit) -> tuple[tuple[str, Cell], ...]:
    """The audit in numbers."""
    share = one.completeness
    return (
        ("files_drawn", len(one.files)),
        ("files_looked_through", len(one.done)),
        ("complete_percent", None if share is None else round(100 * share, 1)),
        ("not_met", one.defects),
        ("findings", len(one.findings)),
        ("referrals", one.confirmed.referrals),
        ("outcomes_known", len(one.confirmed.times)),
        ("middle_time_to_outcome", one.confirmed.median),
    )


def as_records(one: Audit) -> Iterator[Record]:
    """One row for each file and item."""
    states = Counter[tuple[str, str]]()
    words: dict[tuple[str, str], str] = {}
    references = {file.case_id: file.reference for file in one.files}
    for finding in one.findings:
        key = (references[finding.entry.case_id], finding.raised.item or "")
        states[key] += 1
        words[key] = finding.state.label
    for file in one.done:
        for item in _items(file):
            key = (file.reference, item.item)
            more = f" ({count(states[key], 'finding')})" if states[key] > 1 else ""
            yield _record(one, file, item, f"{words[key]}{more}" if key in words else "")


def _record(one: Audit, file: AuditFile, item: ItemAudited, finding: str) -> Record:
    asked = one.checklist.item(item.item)
    return Record((
        str(one.id), one.begun_at, one.said.sampling.value, one.said.seed, one.checklist.version,
        file.reference, file.person.name if file.person else None, item.item,
        asked.question if asked else None, yes_no(asked is not None and asked.risk),
        item.answer.value, yes_no(item.by_record), item.because,
        file.entry.recorded_at if file.entry else None, finding or None,
    ))  # fmt: skip
