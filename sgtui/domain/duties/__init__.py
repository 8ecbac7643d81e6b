"""What starts each duty and what meets it, as pure functions of a case file."""

from collections.abc import Callable, Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.agency import (
    acknowledgement,
    answer_agency,
    decision,
    notification,
    promise,
    receipt,
)
from sgtui.domain.duties.protection import (
    closure,
    first_review,
    observation,
    plan_review,
    safeguard_first_review,
    safeguard_review,
)
from sgtui.domain.duties.response import (
    countersign,
    full_record,
    internal_escalation,
    internal_review,
    make_safe,
    referral,
    tell_shift_leader,
    threshold,
)
from sgtui.domain.duties.span import Span
from sgtui.domain.ladder import Duty

SPANS: dict[Duty, Callable[[CaseFile], Iterator[Span]]] = {
    Duty.TELL_SHIFT_LEADER: tell_shift_leader,
    Duty.MAKE_SAFE: make_safe,
    Duty.FULL_RECORD: full_record,
    Duty.INTERNAL_ESCALATION: internal_escalation,
    Duty.THRESHOLD: threshold,
    Duty.COUNTERSIGN: countersign,
    Duty.INTERNAL_REVIEW: internal_review,
    Duty.REFERRAL: referral,
    Duty.NOTIFICATION: notification,
    Duty.RECEIPT: receipt,
    Duty.ACKNOWLEDGEMENT: acknowledgement,
    Duty.PROMISE: promise,
    Duty.DECISION: decision,
    Duty.ANSWER_AGENCY: answer_agency,
    Duty.OBSERVATION: observation,
    Duty.SAFEGUARD_FIRST_REVIEW: safeguard_first_review,
    Duty.SAFEGUARD_REVIEW: safeguard_review,
    Duty.FIRST_REVIEW: first_review,
    Duty.PLAN_REVIEW: plan_review,
    Duty.CLOSURE: closure,
}
"""The duties that entries alone start; chasing and challenging follow from missed deadlines."""

__all__ = ["SPANS", "Span"]
