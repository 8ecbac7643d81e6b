"""Gates of file audits: what the record answers is not overruled; no one verifies their own (G16).

A gap that may put somebody at risk is mended before the case is closed (G14, R40).
"""

from collections.abc import Iterator
from datetime import datetime

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.case_file import CaseFile
from sgtui.domain.checklist import Checklist
from sgtui.domain.checklist_file import ChecklistRefused, checklist_in
from sgtui.domain.clocks import clocks
from sgtui.domain.entries import (
    AuditFindingMended,
    AuditFindingRaised,
    AuditFindingVerified,
    FileAudited,
    ItemAudited,
    Payload,
)
from sgtui.domain.file_checks import AuditedFile, Checked, checked
from sgtui.domain.findings import Finding, FindingState, findings
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import shipped
from sgtui.domain.ladder_kept import read_kept
from sgtui.domain.people import Right
from sgtui.domain.register import Register

_DECIDES = "A lead or manager audits files. Ask one to sign in."


def file_of(case: CaseFile, ladder: Ladder, register: Register, now: datetime) -> AuditedFile:
    """A file with its clocks, by the ladder that it follows and those it followed before."""
    every = clocks(case, ladder, register, lambda version: _ladder(register, ladder, version))
    return AuditedFile(case, ladder, every, register, now)


def _ladder(register: Register, ladder: Ladder, version: str) -> Ladder:
    """A ladder that the case followed before; it is read again only where there is another."""
    if version == ladder.version or version not in register.ladders:
        return ladder
    return read_kept(register.ladders[version], version, lambda named: _basis(register, named))


def _basis(register: Register, named: str) -> Ladder | None:
    text = register.ladders.get(named)
    return shipped(named) if text is None else read_kept(text, named)


def _file_audited(attempt: Attempt) -> Iterator[Missing]:
    payload, now = attempt.payload, attempt.now
    if not isinstance(payload, FileAudited) or attempt.ladder is None or now is None:
        return
    if not attempt.author.may(Right.DECIDE):
        yield Missing("G16", _DECIDES)
    try:
        checklist = checklist_in(attempt.register.checklists, payload.checklist)
    except (KeyError, ChecklistRefused):
        yield Missing("G16", "That version of the checklist was never adopted here.")
        return
    yield from _whole(checklist, payload)
    file = file_of(attempt.case, attempt.ladder, attempt.register, now)
    for said in payload.items:
        item = checklist.item(said.item)
        if item is not None:
            yield from _as_the_record_says(item.name, said, checked(item, file))


def _whole(checklist: Checklist, payload: FileAudited) -> Iterator[Missing]:
    said = [one.item for one in payload.items]
    asked = [item.code for item in checklist.items]
    if sorted(said) != sorted(asked):
        names = [item.name for item in checklist.items if item.code not in said]
        left = f": {', '.join(names)}" if names else ""
        yield Missing("G16", f"Answer every item of the checklist once{left}.")


def _as_the_record_says(name: str, said: ItemAudited, record: Checked | None) -> Iterator[Missing]:
    """What the entries answer stands; the auditor answers the rest, and no item is both."""
    if record is not None and said.answer is not record.answer:
        sentence = f"{name}: the record says {record.answer.label.lower()}. {record.because}"
        yield Missing("G16", f"{sentence} Mend the file; the answer is not overruled.")
    elif said.by_record is not (record is not None):
        yield Missing("G16", f"{name}: say truly whether the record or the auditor answered it.")


def _raised(attempt: Attempt) -> Iterator[Missing]:
    if not attempt.author.may(Right.DECIDE):
        yield Missing("G16", _DECIDES)


def _finding(attempt: Attempt) -> Finding | None:
    payload = attempt.payload
    if not isinstance(payload, AuditFindingMended | AuditFindingVerified):
        return None
    found = findings(attempt.case.standing)
    return next((one for one in found if one.id == payload.finding), None)


def _mended(attempt: Attempt) -> Iterator[Missing]:
    finding = _finding(attempt)
    if finding is None:
        return
    if finding.state is not FindingState.OPEN:
        yield Missing("G15", "That finding is mended already. Another person verifies it.")
    yield from _not_before(attempt, finding.entry.occurred_at, "the finding was raised")


def _verified(attempt: Attempt) -> Iterator[Missing]:
    finding = _finding(attempt)
    if finding is None:
        return
    if finding.mended is None:
        yield Missing("G15", "That is not mended yet. Record that it is.", "audit_finding_mended")
        return
    if finding.verified is not None:
        yield Missing("G15", "That finding is verified already.")
    mended = finding.mended[0]
    if attempt.author.id == mended.recorded_by:
        yield Missing("G15", "Another person verifies it, not who mended it.")
    yield from _not_before(attempt, mended.occurred_at, "it was mended")


def _not_before(attempt: Attempt, at: datetime, what: str) -> Iterator[Missing]:
    if attempt.occurred_at is not None and attempt.occurred_at < at:
        yield Missing("G15", f"When: that is before {what}. Put the time right.")


def risks_mended(case: CaseFile) -> Iterator[Missing]:
    """Every finding that may put somebody at risk is mended before anybody asks to close."""
    for one in findings(case.standing):
        if one.at_risk and one.state is FindingState.OPEN:
            sentence = f"An audit found a risk (entry {one.entry.number}): mend it first."
            yield Missing("G16", sentence, "audit_finding_mended")


GATES: dict[type[Payload], Gate] = {
    FileAudited: _file_audited,
    AuditFindingRaised: _raised,
    AuditFindingMended: _mended,
    AuditFindingVerified: _verified,
}
