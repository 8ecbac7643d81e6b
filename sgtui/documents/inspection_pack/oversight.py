"""How the home looked after its own work: managers' looks, audits, findings, looking back (R39)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sgtui.documents.inspection_pack.entry_words import dated, entry_no, signed
from sgtui.documents.model import Block, Cell, Column, Heading, Paragraph, Table
from sgtui.documents.naming import staff_words
from sgtui.domain.case_file import Said
from sgtui.domain.entries import (
    AfterActionReviewed,
    AuditFindingMended,
    AuditFindingRaised,
    AuditFindingVerified,
    FileAudited,
    OversightHeld,
)
from sgtui.domain.entries.choices import AuditAnswer, YesNo
from sgtui.domain.london_time import moment_words
from sgtui.services.case import CaseView

Row = tuple[datetime, str]


def oversight(view: CaseView) -> Iterator[Block]:
    """Each look, audit, finding and review of the case, with who did it."""
    yield Heading("Oversight, audits and findings")
    rows = sorted((*_looks(view), *_audits(view), *_reviews(view)))
    if not rows and not view.case.of(AuditFindingRaised):
        yield Paragraph("The case has not been audited or looked at by a manager apart.")
        return
    yield dated("Look, audit, review", rows)
    columns = (Column("State", 2), Column("Finding, who mends it, mended, verified", 11))
    findings = tuple(_finding(view, said) for said in view.case.of(AuditFindingRaised))
    yield Table(columns, findings, "Findings: mended is not verified")


def _looks(view: CaseView) -> Iterator[Row]:
    for said in view.case.of(OversightHeld):
        what = said.what
        enough, together = what.enough.label.lower(), what.together.label.lower()
        wanted = f" To be done: {what.wanted}" if what.wanted else ""
        asked = f"Enough being done: {enough}. Agencies together: {together}."
        told = f"Manager's look. {asked} Found: {what.found}{wanted}"
        yield said.at, f"{told} {signed(view, said.entry)}"


def _audits(view: CaseView) -> Iterator[Row]:
    for said in view.case.of(FileAudited):
        asked = [i for i in said.what.items if i.answer is not AuditAnswer.NOT_APPLICABLE]
        met = sum(one.answer is AuditAnswer.YES for one in asked)
        wanting = [one.because for one in asked if one.answer is AuditAnswer.NO]
        told = f"File audited by checklist {said.what.checklist}: {met} of {len(asked)} met."
        missing = f" Not met: {'; '.join(wanting)}." if wanting else ""
        yield said.at, f"{told}{missing} {signed(view, said.entry)}"


def _reviews(view: CaseView) -> Iterator[Row]:
    for said in view.case.of(AfterActionReviewed):
        what = said.what
        lost = f"Delays: {what.delays} Communication gaps: {what.gaps}"
        told = f"{lost} Unclear thresholds: {what.thresholds} Learnt: {what.learnt}"
        yield said.at, f"After-action review. {told} {signed(view, said.entry)}"


def _finding(view: CaseView, said: Said[AuditFindingRaised]) -> tuple[Cell, ...]:
    what = said.what
    risk = "Somebody could be at risk. " if what.at_risk is YesNo.YES else ""
    owner = staff_words(view.register, what.owner)
    told = [f"{risk}{what.found} To be mended by {owner} ({entry_no(said.entry)})."]
    mended = list(_mended(view, said.entry.id))
    verified = list(_verified(view, said.entry.id))
    state = "Verified" if verified else "Mended, not verified" if mended else "Open"
    return state, "\n".join([*told, *mended, *verified])


def _mended(view: CaseView, finding: UUID) -> Iterator[str]:
    for said in view.case.of(AuditFindingMended):
        if said.what.finding == finding:
            partner = said.what.confirmed_with
            asked = f" Confirmed with {partner}." if partner else ""
            when = moment_words(said.at)
            yield f"Mended {when}: {said.what.how}{asked} {signed(view, said.entry)}"


def _verified(view: CaseView, finding: UUID) -> Iterator[str]:
    for said in view.case.of(AuditFindingVerified):
        if said.what.finding == finding:
            when = moment_words(said.at)
            yield f"Verified {when}: {said.what.shown_by} {signed(view, said.entry)}"
