"""What starts each duty and what meets it, as pure functions of a case file."""

from collections.abc import Callable, Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.agency import (
    acknowledgement,
    answer_agency,
    decision,
    outcome,
    promise,
    receipt,
)
from sgtui.domain.duties.audit import finding, finding_at_risk, finding_check
from sgtui.domain.duties.coordination import (
    coordination,
    coordination_review,
    lead_professional,
)
from sgtui.domain.duties.dispute import conclusion
from sgtui.domain.duties.notification import notification
from sgtui.domain.duties.oversight import after_action, oversight
from sgtui.domain.duties.pattern import pattern
from sgtui.domain.duties.plan import action, meeting, verification
from sgtui.domain.duties.protection import (
    monitoring,
    observation,
    safeguard_first_review,
    safeguard_review,
    staff_support,
)
from sgtui.domain.duties.referral import referral
from sgtui.domain.duties.response import (
    countersign,
    full_record,
    internal_escalation,
    internal_review,
    make_safe,
    tell_shift_leader,
    threshold,
)
from sgtui.domain.duties.review import closure, first_review, plan_review
from sgtui.domain.duties.span import Span
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.register import Register

SPANS: dict[Duty, Callable[[CaseFile], Iterator[Span]]] = {
    Duty.TELL_SHIFT_LEADER: tell_shift_leader,
    Duty.MAKE_SAFE: make_safe,
    Duty.FULL_RECORD: full_record,
    Duty.INTERNAL_ESCALATION: internal_escalation,
    Duty.THRESHOLD: threshold,
    Duty.COUNTERSIGN: countersign,
    Duty.INTERNAL_REVIEW: internal_review,
    Duty.RECEIPT: receipt,
    Duty.ACKNOWLEDGEMENT: acknowledgement,
    Duty.PROMISE: promise,
    Duty.DECISION: decision,
    Duty.ANSWER_AGENCY: answer_agency,
    Duty.OUTCOME: outcome,
    Duty.LEAD_PROFESSIONAL: lead_professional,
    Duty.COORDINATION_REVIEW: coordination_review,
    Duty.MEETING: meeting,
    Duty.ACTION: action,
    Duty.VERIFICATION: verification,
    Duty.STAFF_SUPPORT: staff_support,
    Duty.PATTERN: pattern,
    Duty.OBSERVATION: observation,
    Duty.SAFEGUARD_FIRST_REVIEW: safeguard_first_review,
    Duty.SAFEGUARD_REVIEW: safeguard_review,
    Duty.FIRST_REVIEW: first_review,
    Duty.PLAN_REVIEW: plan_review,
    Duty.CLOSURE: closure,
    Duty.AFTER_ACTION: after_action,
    Duty.FINDING: finding,
    Duty.FINDING_AT_RISK: finding_at_risk,
    Duty.FINDING_CHECK: finding_check,
}
"""The duties that entries alone start; chasing and challenging follow from missed deadlines."""

LADDER_SPANS: dict[Duty, Callable[[CaseFile, Ladder, Register], Iterator[Span]]] = {
    Duty.COORDINATION: coordination,
    Duty.REFERRAL: referral,
    Duty.NOTIFICATION: notification,
    Duty.MONITORING: monitoring,
    Duty.OVERSIGHT: oversight,
    Duty.CHALLENGE_CONCLUSION: conclusion,
}
"""The duties whose start depends on what the ladder and the register say."""

OUTLIVES = frozenset({Duty.AFTER_ACTION, Duty.FINDING, Duty.FINDING_AT_RISK, Duty.FINDING_CHECK})
"""The duties that closing a case does not end: looking back on it, and what an audit found."""


def spans_of(case: CaseFile, ladder: Ladder, register: Register) -> dict[Duty, tuple[Span, ...]]:
    """Every time that each duty was owed, by duty."""
    plain = {duty: tuple(spans(case)) for duty, spans in SPANS.items()}
    by_ladder = {duty: tuple(spans(case, ladder, register)) for duty, spans in LADDER_SPANS.items()}
    return {**plain, **by_ladder}


__all__ = ["LADDER_SPANS", "OUTLIVES", "SPANS", "Span", "spans_of"]
