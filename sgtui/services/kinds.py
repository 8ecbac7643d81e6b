"""Which kinds of entry can be added to a case as it stands, by family."""

from collections.abc import Callable, Mapping

from sgtui.domain.asking import has_what_it_is_about, is_for
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import CASE_KINDS
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "THE PERSON": (
        "observation_made", "statement_taken", "safety_checked", "wishes_recorded", "harm_judged",
        "capacity_noted", "body_mapped", "body_map_prompt_answered", "body_map_declined",
        "concern_completed",
    ),
    "OUR DECISIONS": (
        "internally_escalated", "threshold_decided", "countersigned", "sharing_decided",
        "notification_decided", "owner_assigned",
    ),
    "AGENCIES": (
        "agency_contacted", "referral_sent", "referral_received", "referral_acknowledged",
        "referral_decided", "outcome_received", "agency_decision_accepted",
    ),
    "CHALLENGE": (
        "challenge_raised", "challenge_answered", "challenge_taken_up", "challenge_concluded",
    ),
    "TOGETHER: MEETINGS, PLAN, ACTIONS": (
        "action_agreed", "action_done", "action_verified", "action_dropped", "meeting_arranged",
        "meeting_held", "meeting_called_off", "safeguarding_plan_agreed", "agency_involved",
        "agency_agreed", "lead_professional_named", "coordination_called",
        "coordination_recorded", "coordination_reviewed", "coordination_validated",
    ),
    "SAFEGUARDS AND MONITORING": (
        "safeguard_started", "safeguard_reviewed", "safeguard_ended", "monitoring_started",
        "monitoring_ended",
    ),
    "PEOPLE AND EVIDENCE": (
        "person_involved", "staff_supported", "evidence_secured", "evidence_moved",
        "pattern_answered", "cases_linked",
    ),
    "LOOKING BACK": (
        "oversight_held", "after_action_reviewed", "audit_finding_raised",
        "audit_finding_mended", "audit_finding_verified",
    ),
    "REVIEW AND CLOSING": (
        "review_held", "closure_requested", "closure_approved", "closure_refused",
        "ladder_pinned", "reopened",
    ),
}  # fmt: skip
"""Every kind that a person adds; corrections start from the entry they correct."""


def kinds_for(case: CaseFile, register: Register) -> dict[str, tuple[str, ...]]:
    """The kinds that make sense now, family by family.

    A closed case can be looked back on and reopened, and nothing else.
    """
    if case.stage is CaseStage.ENTERED_IN_ERROR:
        return {}
    not_now = set() if len(register.ladders) > 1 else {"ladder_pinned"}
    found = {
        family: tuple(k for k in kinds if k not in not_now and _makes_sense(case, k))
        for family, kinds in FAMILIES.items()
    }
    return {family: kinds for family, kinds in found.items() if kinds}


def _makes_sense(case: CaseFile, kind: str) -> bool:
    """Whether it is for such a case, has what it would be about, and its time has come."""
    model = CASE_KINDS[kind]
    if not case.is_open and kind != "reopened" and not model.after_closing:
        return False
    when = _ONLY_IF.get(kind)
    timely = when is None or when(case)
    return timely and is_for(case, model) and has_what_it_is_about(case, model)


def _has(*kinds: str) -> Callable[[CaseFile], bool]:
    """Whether the case has an entry of one of these kinds."""
    return lambda case: any(case.of(CASE_KINDS[kind]) for kind in kinds)


def _closing(case: CaseFile) -> bool:
    return case.stage is CaseStage.CLOSURE_REQUESTED


def _refused(case: CaseFile) -> bool:
    return any(sent.decision and sent.decision[1].decision.refused for sent in case.referrals)


def _unfinished(case: CaseFile) -> bool:
    return case.happened_at is None or case.place is None


_OTHERS_IN_IT = _has("referral_sent", "agency_involved")

_ONLY_IF: Mapping[str, Callable[[CaseFile], bool]] = {
    "concern_completed": _unfinished,
    "agency_decision_accepted": _refused,
    "challenge_raised": _OTHERS_IN_IT,
    "safeguarding_plan_agreed": _has("referral_sent", "coordination_recorded"),
    "lead_professional_named": _has("agency_involved", "coordination_recorded"),
    "coordination_reviewed": _has("coordination_recorded"),
    "coordination_validated": _has("coordination_recorded"),
    "closure_approved": _closing,
    "closure_refused": _closing,
    "reopened": lambda case: not case.is_open,
}
"""When a kind makes sense that needs more than something to be about."""
