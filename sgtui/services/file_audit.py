"""Looking through the files of an audit: what the record answers, what the auditor does (R39)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import ValidationError

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.checklist import Checklist, Item
from sgtui.domain.entries import (
    AuditBegun,
    AuditEnded,
    AuditFindingRaised,
    Entry,
    FileAudited,
    ItemAudited,
    Payload,
)
from sgtui.domain.entries.choices import AuditAnswer, YesNo
from sgtui.domain.entries.complaints import complaints
from sgtui.domain.file_checks import AuditedFile, Checked, by_the_record
from sgtui.domain.gates import Missing
from sgtui.domain.people import Person
from sgtui.domain.register import Register
from sgtui.domain.routing import owner_of
from sgtui.services.audit_entries import begun_by_id, ended_of, standing
from sgtui.services.checklists import of_version
from sgtui.services.desk import Desk
from sgtui.services.ports import ReadUnit
from sgtui.services.record import Recorded, append, new_entry
from sgtui.services.refusals import NoSuchCase, NotYet, is_shown, show_or_refuse
from sgtui.services.register import register_entry

SEEN = "Seen by the auditor."
"""What stands beside a yes for which the auditor wrote nothing."""


@dataclass(frozen=True)
class Given:
    """What the auditor answers to one item that is asked."""

    answer: AuditAnswer
    because: str = ""
    """Needed unless the answer is yes."""


@dataclass(frozen=True)
class TakenUp:
    """Something not met that the auditor gives to somebody to mend."""

    item: str
    found: str
    at_risk: bool
    owner: UUID
    due_at: datetime | None = None


@dataclass(frozen=True)
class Looked:
    """One file as an audit finds it."""

    audit: UUID
    case_id: UUID
    reference: str
    person: Person | None
    seen: int
    """Number of the newest entry that was read."""
    register: Register
    checklist: str
    """The version that the audit goes by."""
    answers: tuple[tuple[Item, Checked | None], ...]
    """Each item, and what the record answers; None where the auditor is asked."""
    is_open: bool
    """Whether the case is; in a closed one nobody is at risk unless the auditor says so."""
    owner: UUID
    """Who answers for the case, to whom a finding is given unless somebody else is named."""

    def proposed(self, code: str, because: str) -> TakenUp:
        """A finding about one item, filled in."""
        item = next(item for item, _ in self.answers if item.code == code)
        at_risk = item.risk and self.is_open
        return TakenUp(code, f"{item.name}: {because}", at_risk, self.owner)


def look(desk: Desk, audit: UUID, case_id: UUID) -> Looked:
    """One file of an audit, each item answered by the record where it can.

    Raises NoSuchAudit, NoSuchCase, NotForYou (G21), NotYet for a file that is not of this audit.
    """
    with desk.store.reading() as unit:
        return look_in(desk, unit, audit, case_id)


def look_in(desk: Desk, unit: ReadUnit, audit: UUID, case_id: UUID) -> Looked:
    """The same within a view of the record. Raises as `look` does."""
    register, case = desk.register(unit), _case(desk, unit, case_id)
    checklist = _checklist(register, _open_audit(unit, audit, case.reference))
    file = _file(desk, register, case)
    found = by_the_record(checklist, file)
    return Looked(
        audit=audit,
        case_id=case_id,
        reference=case.reference,
        person=register.people.get(case.opening.what.person),
        seen=case.entries[-1].number,
        register=register,
        checklist=checklist.version,
        answers=tuple((item, found[item.code]) for item in checklist.items),
        is_open=case.is_open,
        owner=_owner(desk, file),
    )


def save(
    desk: Desk,
    looked: Looked,
    given: Mapping[str, Given],
    taken_up: Sequence[TakenUp] = (),
    *,
    draft_id: UUID | None = None,
) -> Recorded:
    """Keep what was found in one file, with the findings taken up, all or nothing.

    The record is asked again at this moment: what it answers is what is kept, whatever was shown.
    Raises NotYet for an item without its answer, and as `record` does.
    """
    with desk.store.writing() as unit:
        now, fresh = desk.now(), look_in(desk, unit, looked.audit, looked.case_id)
        new = [new_entry(payload, now) for payload in what_to_record(fresh, given, taken_up)]
        recorded = append(desk, unit, looked.case_id, new, seen=looked.seen)
        if draft_id is not None:
            unit.drop_draft(draft_id)
        return recorded


def what_to_record(
    looked: Looked, given: Mapping[str, Given], taken_up: Sequence[TakenUp]
) -> tuple[Payload, ...]:
    """What one file was found to be, then the findings. Raises NotYet, all that is open at once."""
    items = _items(looked.answers, given)
    audited = FileAudited(audit=looked.audit, checklist=looked.checklist, items=items)
    return audited, *_findings(looked, taken_up)


def end(desk: Desk, audit: UUID, summary: str) -> Entry:
    """End an audit with what it shows. Raises NotYet while files are left, NoSuchAudit."""
    with desk.store.writing() as unit:
        begun = begun_by_id(unit, audit)
        if ended_of(unit).get(audit) is not None:
            raise NotYet((Missing("G16", "That audit was ended already."),))
        left = len(_left(desk, unit, begun))
        if left:
            files = "1 file is" if left == 1 else f"{left} files are"
            raise NotYet((Missing("G16", f"{files} not looked through yet."),))
        try:
            said = AuditEnded(audit=audit, summary=summary)
        except ValidationError as error:
            found = complaints(error, AuditEnded)
            raise NotYet(tuple(Missing("G16", text) for text in found.values())) from None
        return register_entry(desk, unit, said)


def _left(desk: Desk, unit: ReadUnit, begun: Entry) -> list[UUID]:
    """The files of an audit, shown to this reader, that nobody has looked through."""
    said = begun.payload
    references = said.files if isinstance(said, AuditBegun) else ()
    rows = [row for ref in references if (row := unit.case_by_reference(ref)) is not None]
    ids = [row.case_id for row in rows if is_shown(desk, row.barred)]
    done = {
        entry.case_id
        for entry in standing(unit, ids, FileAudited)
        if isinstance(entry.payload, FileAudited) and entry.payload.audit == begun.id
    }
    return [case_id for case_id in ids if case_id not in done]


def _case(desk: Desk, unit: ReadUnit, case_id: UUID) -> CaseFile:
    entries = unit.entries(case_id)
    if not entries:
        raise NoSuchCase("There is no such case.")
    case = fold(entries)
    show_or_refuse(desk, case.barred)
    return case


def _open_audit(unit: ReadUnit, audit: UUID, reference: str) -> AuditBegun:
    """The audit, while it is open and this file is of it."""
    said = begun_by_id(unit, audit).payload
    assert isinstance(said, AuditBegun)
    if audit in ended_of(unit):
        raise NotYet((Missing("G16", "That audit was ended. Begin another."),))
    if reference not in said.files:
        raise NotYet((Missing("G16", "That file was not drawn for this audit."),))
    return said


def _checklist(register: Register, said: AuditBegun) -> Checklist:
    return of_version(register, said.checklist)


def _file(desk: Desk, register: Register, case: CaseFile) -> AuditedFile:
    ladder = desk.ladder_of(register, case)
    return AuditedFile(case, ladder, desk.clocks(register, case), register, desk.now())


def _owner(desk: Desk, file: AuditedFile) -> UUID:
    """Who answers for the case; whoever audits where it is somebody outside."""
    routed = owner_of(file.register, file.case, file.ladder, file.now)
    return routed.member.id if routed.member else desk.author.staff_id


def _items(
    answers: Iterable[tuple[Item, Checked | None]], given: Mapping[str, Given]
) -> tuple[ItemAudited, ...]:
    """Every item with its answer. Raises NotYet with all that is still open."""
    made, missing = [], []
    for item, record in answers:
        if record is not None:
            made.append(_item(item, record.answer, record.because, by_record=True))
            continue
        said = given.get(item.code)
        if said is None:
            missing.append(Missing("G16", f"{item.name}: not answered yet."))
        elif not said.because.strip() and said.answer is not AuditAnswer.YES:
            why = "what is missing" if said.answer is AuditAnswer.NO else "why it does not apply"
            missing.append(Missing("G16", f"{item.name}: say {why}."))
        else:
            made.append(_item(item, said.answer, said.because.strip() or SEEN, by_record=False))
    if missing:
        raise NotYet(tuple(missing))
    return tuple(made)


def _item(item: Item, answer: AuditAnswer, because: str, *, by_record: bool) -> ItemAudited:
    try:
        return ItemAudited(item=item.code, answer=answer, by_record=by_record, because=because)
    except ValidationError:
        sentence = f"{item.name}: that is too long. Say it in fewer words."
        raise NotYet((Missing("G16", sentence),)) from None


def _findings(looked: Looked, taken_up: Sequence[TakenUp]) -> Iterator[AuditFindingRaised]:
    """The findings as entries. Raises NotYet where one is not filled in."""
    known = {item.code for item, _ in looked.answers}
    for one in taken_up:
        if one.item not in known:
            raise NotYet((Missing("G16", "That is no item of this checklist."),))
        try:
            yield AuditFindingRaised(
                audit=looked.audit,
                item=one.item,
                found=one.found,
                at_risk=YesNo.YES if one.at_risk else YesNo.NO,
                owner=one.owner,
                due_at=one.due_at,
            )
        except ValidationError as error:
            found = complaints(error, AuditFindingRaised)
            raise NotYet(tuple(Missing("G16", text) for text in found.values())) from None
