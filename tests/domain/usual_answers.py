"""Answers that do for each kind of entry where a test says nothing else."""

from typing import Any

from tests.domain.a_home import DESK, LEAD, LEADER, MANAGER

ANSWERS: dict[str, dict[str, Any]] = {
    "concern_completed": {"place": "bedroom"},
    "statement_taken": {"statement_type": "fact", "text": "A bruise on her left forearm."},
    "safety_checked": {"safety": "safe"},
    "body_mapped": {
        "examined_by": LEADER,
        "marks": ["Bruise, person's left forearm (F17L), 30 x 20 mm, purple"],
    },
    "body_map_prompt_answered": {
        "prompt": "unusual_site",
        "answer": "dismissed",
        "reason": "The hoist sling sits there; seen by the nurse.",
    },
    "body_map_declined": {"reason": "No mark seen."},
    "evidence_secured": {"what": "Note", "where_kept": "Safe", "sealed": "yes"},
    "owner_assigned": {"owner": LEAD},
    "internally_escalated": {
        "told": LEAD,
        "decision_owner": LEAD,
        "decision": "Two staff for personal care",
        "reason": "Bruise not explained",
    },
    "threshold_decided": {
        "decided_by": LEAD,
        "second_person": MANAGER,
        "needs": "yes",
        "needs_because": "Dementia",
        "at_risk": "yes",
        "at_risk_because": "Bruise",
        "cannot_protect": "yes",
        "cannot_protect_because": "Cannot call out",
        "route": "external",
        "risk": "medium",
        "rationale": "All three parts are met.",
    },
    "countersigned": {"agrees": "yes", "comment": "Right call."},
    "sharing_decided": {
        "ground": "consent",
        "consent_asked": "yes",
        "shared_with": "Council",
        "what": "The concern",
        "reason": "To protect her",
    },
    "wishes_recorded": {"asked": "yes", "wishes": "To feel safe."},
    "referral_sent": {"contact": DESK, "method": "phone", "content": "The concern, in full."},
    "referral_received": {"confirmed_by": "P Ames"},
    "referral_acknowledged": {"acknowledged_by": "P Ames"},
    "referral_decided": {"decision": "accepted_s42", "decided_by": "P Ames", "reasons": "Met."},
    "agency_decision_accepted": {
        "first_person": LEAD,
        "second_person": MANAGER,
        "reason": "Safe with what is in place.",
    },
    "agency_contacted": {
        "contact": DESK,
        "method": "phone",
        "result": "spoke",
        "spoke_to": "P Ames, duty worker",
    },
    "notification_decided": {"required": "no", "reason": "Not of that sort."},
    "observation_made": {"text": "Calm, ate well."},
    "safeguard_started": {"measure": "Two staff", "proportionate": "Least", "owner": LEAD},
    "safeguard_reviewed": {"effective": "yes", "comment": "No new marks."},
    "safeguard_ended": {"reason": "Replaced"},
    "review_held": {"outcome": "continue", "found": "Settled.", "attended": "Sam Lead"},
    "closure_requested": {
        "reason": "The risk is over.",
        "outcome": "Protected",
        "person_view": "She feels safe",
        "wishes_met": "fully",
        "feedback_given": "Kit Dunn told",
        "agencies_told": "All told",
        "others_at_risk": "Nobody else",
        "sar_considered": "yes",
    },
    "closure_approved": {"comment": "Agreed"},
    "closure_refused": {"reason": "Review still owed"},
    "reopened": {"reason": "New marks"},
    "amended": {"reason": "Misheard"},
    "entered_in_error": {"second_person": MANAGER, "reason": "Wrong person"},
}
"""Answers that do for each kind where a test says nothing else."""

STATED = {
    "body_mapped": "examined_at",
    "concern_completed": "happened_at",
    "referral_sent": "sent_at",
    "referral_received": "received_at",
    "referral_acknowledged": "acknowledged_at",
    "referral_decided": "decided_at",
}

ABOUT = {
    "body_map_prompt_answered": {"body_map": "body_mapped"},
    "referral_received": {"referral": "referral_sent"},
    "referral_acknowledged": {"referral": "referral_sent"},
    "referral_decided": {"referral": "referral_sent"},
    "agency_decision_accepted": {"referral": "referral_sent"},
    "safeguard_reviewed": {"safeguard": "safeguard_started"},
    "safeguard_ended": {"safeguard": "safeguard_started"},
    "closure_approved": {"request": "closure_requested"},
    "closure_refused": {"request": "closure_requested"},
    "countersigned": {"entry": "threshold_decided"},
}
"""Which newest entry a kind is about where a test does not say."""
