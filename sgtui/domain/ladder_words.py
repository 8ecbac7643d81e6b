"""The closed lists a ladder is written in: what opens a stage, and whom to ring there."""

from sgtui.domain.labelled import Labelled


class Trigger(Labelled):
    """What opens a stage. Shown and printed; the entries themselves move the case."""

    SIGN = "sign", "A sign of harm is noticed"
    DISCLOSURE = "disclosure", "The person tells someone"
    INCIDENT = "incident", "Something happens"
    COMPLAINT = "complaint", "Someone complains"
    CONCERN_NOTICED = "concern_noticed", "A concern is noticed"
    SAFETY_CHECKED = "safety_checked", "The safety check is done"
    LEAD_TOLD = "lead_told", "The lead or the on-call manager has been told"
    THRESHOLD_MET = "threshold_met", "The threshold is met"
    THRESHOLD_UNSURE = "threshold_unsure", "It is unclear whether the threshold is met"
    ALLEGATION = "allegation", "There is abuse, or an allegation of abuse"
    POLICE_INVOLVED = "police_involved", "The police are told or look into it"
    SERIOUS_INJURY = "serious_injury", "There is a serious injury"
    REFERRAL_SENT = "referral_sent", "A referral has been sent"
    NO_ACKNOWLEDGEMENT = "no_acknowledgement", "Nobody confirms that they have it"
    ACKNOWLEDGED = "acknowledged", "A named person has it in hand"
    NO_RESPONSE = "no_response", "No answer in time"
    THRESHOLD_DISPUTE = "threshold_dispute", "We disagree whether the threshold is met"
    RISK_RISING = "risk_rising", "The risk grows and nothing protects the person"
    PLAN_NOT_CARRIED_OUT = "plan_not_carried_out", "What was agreed is not being done"
    RUNG_UNRESOLVED = "rung_unresolved", "The rung below brought no answer or no agreement"
    NO_PROTECTION = "no_protection", "Repeated referrals have not led to protection"
    DETERIORATION = "deterioration", "The person gets worse again and again"
    LINKED_INCIDENTS = "linked_incidents", "Several incidents belong together"
    MANY_AGENCIES = "many_agencies", "Several agencies are involved"
    BY_HAND = "by_hand", "Someone judges that it is needed"
    OUTCOME_RECEIVED = "outcome_received", "The agency has told us the outcome"


class ContactKind(Labelled):
    """The sorts of contact point a ladder may name; the register holds who and what number."""

    DUTY_DESK = "duty_desk", "Duty desk"
    MASH = "mash", "Multi-agency hub (MASH)"
    EDT = "edt", "Emergency duty team"
    ESCALATION_PATHWAY = "escalation_pathway", "Escalation pathway"
    LADO = "lado", "LADO"
    POLICE_101 = "police_101", "Police 101"
    EMERGENCY_999 = "emergency_999", "999"
    CRISIS_TEAM = "crisis_team", "Mental-health crisis team"
    SOCIAL_WORKER = "social_worker", "Allocated social worker"
    TEAM_MANAGER = "team_manager", "Team manager"
    HEAD_OF_SERVICE = "head_of_service", "Head of Service"
    DASS = "dass", "Director of Adult Social Services"
    SAB_CHAIR = "sab_chair", "Chair of the Safeguarding Adults Board"
    PARTNERSHIP = "partnership", "Safeguarding partnership"
    COMMISSIONER = "commissioner", "Commissioner"
    REGULATOR = "regulator", "Regulator"
    GP = "gp", "GP"
    NHS_111 = "nhs_111", "NHS 111"


class Circumstance(Labelled):
    """What a case has about it that decides the route and who else must be told."""

    STAFF_ALLEGED = "staff_alleged", "A member of staff is alleged"
    RESIDENT_ALLEGED = "resident_alleged", "Another resident is alleged"
    SOMEBODY_ALLEGED = "somebody_alleged", "Somebody is alleged"
    WORKS_WITH_CHILDREN = "works_with_children", "The person alleged works with children"
    SERIOUS_HARM = "serious_harm", "The harm is serious or lasting"
    HOSPITAL = "hospital", "The person was taken to hospital"
    DIED = "died", "The person died"
    POLICE_TOLD = "police_told", "The police have been told"
    PLACED = "placed", "Another authority placed the person"
    REFERRED = "referred", "It is referred, or will be"
