"""Steps about what an audit found: mend it, reopen or escalate where it is a risk, verify it."""

from collections.abc import Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.findings import findings
from sgtui.domain.ladder import Duty
from sgtui.domain.stage import CaseStage
from sgtui.domain.steps.step import Offers, Step, step


def _mend(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield from _confirm(case)
    yield step("audit_finding_mended", "It is mended: what was done", finding=clock.subject)


def _mend_risk(case: CaseFile, clock: Clock) -> Iterator[Step]:
    """A gap in follow-up is a possible risk: the case may be reopened or escalated (R40)."""
    yield from _mend(case, clock)
    if case.is_open:
        yield step("internally_escalated", "Somebody may be at risk: tell the lead")
        yield step("safety_checked", "Is the person safe now?")
    elif case.stage is CaseStage.CLOSED:
        yield step("reopened", "Somebody may be at risk: open the case again")


def _confirm(case: CaseFile) -> Iterator[Step]:
    """Confirm outcomes with the partner who was last referred to (R41)."""
    if case.is_open and case.referrals:
        sent = case.referrals[-1]
        known = {"contact": sent.sent.contact, "referral": sent.id}
        yield step("agency_contacted", "Ring the agency: confirm it with them", **known)


def _verify(case: CaseFile, clock: Clock) -> Iterator[Step]:
    for one in findings(case.standing):
        if one.mended is not None and one.mended[0].id == clock.subject:
            yield step("audit_finding_verified", "Another has seen that it is mended",
                       finding=one.id)  # fmt: skip


STEPS: dict[Duty, Offers] = {
    Duty.FINDING: _mend,
    Duty.FINDING_AT_RISK: _mend_risk,
    Duty.FINDING_CHECK: _verify,
}
