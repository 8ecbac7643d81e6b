"""Which kinds of entry can be added to a case as it stands, by family."""

from collections.abc import Callable, Mapping

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.stage import CaseStage

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "THE PERSON": (
        "observation_made", "statement_taken", "safety_checked", "wishes_recorded",
        "concern_completed", "body_mapped", "body_map_prompt_answered", "body_map_declined",
        "evidence_secured",
    ),
    "OUR DECISIONS": (
        "internally_escalated", "threshold_decided", "countersigned", "sharing_decided",
        "owner_assigned",
    ),
    "AGENCIES": (
        "referral_sent", "agency_contacted", "referral_received", "referral_acknowledged",
        "referral_decided", "agency_decision_accepted", "notification_decided",
    ),
    "SAFEGUARDS": ("safeguard_started", "safeguard_reviewed", "safeguard_ended"),
    "REVIEW AND CLOSING": (
        "review_held", "closure_requested", "closure_approved", "closure_refused", "reopened",
    ),
}  # fmt: skip
"""Every kind that a person adds; corrections start from the entry they correct."""


def kinds_for(case: CaseFile) -> dict[str, tuple[str, ...]]:
    """The kinds that make sense now, family by family; a closed case can only be reopened."""
    if not case.is_open:
        closed = case.stage is CaseStage.CLOSED
        return {"REVIEW AND CLOSING": ("reopened",)} if closed else {}
    found = {
        family: tuple(kind for kind in kinds if _ONLY_IF.get(kind, _always)(case))
        for family, kinds in FAMILIES.items()
    }
    return {family: kinds for family, kinds in found.items() if kinds}


def _always(_case: CaseFile) -> bool:
    return True


def _has_referral(case: CaseFile) -> bool:
    return bool(case.referrals)


def _has_safeguard(case: CaseFile) -> bool:
    return bool(case.active_safeguards)


def _closing(case: CaseFile) -> bool:
    return case.stage is CaseStage.CLOSURE_REQUESTED


def _refused(case: CaseFile) -> bool:
    return any(
        sent.decision and sent.decision[1].decision is AgencyDecision.NOT_PROGRESSED
        for sent in case.referrals
    )


def _decided(case: CaseFile) -> bool:
    return any(entry.kind == "threshold_decided" for entry in case.standing)


def _mapped(case: CaseFile) -> bool:
    return any(entry.kind == "body_mapped" for entry in case.standing)


def _unfinished(case: CaseFile) -> bool:
    return case.happened_at is None or case.place is None


OWN_SCREENS: Mapping[str, str] = {"body_mapped": "body_map"}
"""Kinds that are asked for by a screen of their own, by the name it is registered under."""

_ONLY_IF: Mapping[str, Callable[[CaseFile], bool]] = {
    "concern_completed": _unfinished,
    "body_map_prompt_answered": _mapped,
    "countersigned": _decided,
    "referral_received": _has_referral,
    "referral_acknowledged": _has_referral,
    "referral_decided": _has_referral,
    "agency_decision_accepted": _refused,
    "safeguard_reviewed": _has_safeguard,
    "safeguard_ended": _has_safeguard,
    "closure_approved": _closing,
    "closure_refused": _closing,
    "reopened": lambda case: not case.is_open,
}
