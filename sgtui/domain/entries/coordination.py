"""Entries that bring several agencies together, with one who leads (ladder L14)."""

from typing import Annotated, Literal
from uuid import UUID

from sgtui.domain.entries.choices import ReviewOutcome, YesNo
from sgtui.domain.entries.payload import Ask, Line, Moment, Payload, Story
from sgtui.domain.labelled import Labelled


class AgencyKind(Labelled):
    """The sorts of agency that may be in a case (domain 1.4)."""

    LOCAL_AUTHORITY_ADULTS = "local_authority_adults", "Adult social care"
    LOCAL_AUTHORITY_CHILDREN = "local_authority_children", "Children's social care"
    LADO = "lado", "LADO"
    EMERGENCY_DUTY_TEAM = "emergency_duty_team", "Emergency duty team"
    POLICE = "police", "Police"
    AMBULANCE = "ambulance_emergency", "Ambulance, 999"
    CRISIS_TEAM = "mental_health_crisis_team", "Mental-health crisis team"
    GP = "gp_primary_care", "GP, primary care"
    COMMUNITY_NURSE = "community_nurse", "Community nurse"
    HOSPITAL = "hospital_health_safeguarding", "Hospital, health safeguarding"
    BEHAVIOUR_SPECIALIST = "behaviour_specialist", "Behaviour specialist"
    SOCIAL_WORKER = "case_manager_social_worker", "Social worker, case manager"
    EDUCATION_DSL = "education_dsl", "School or college lead (DSL)"
    COMMISSIONER = "commissioner", "Commissioner"
    PLACING_AUTHORITY = "funder_placing_authority", "Funder, placing authority"
    REGULATOR = "regulator", "Regulator"
    PARTNERSHIP = "safeguarding_partnership_sab", "Safeguarding Adults Board"
    PROFESSIONAL_BODY = "professional_body_dbs", "Professional body, DBS"
    ADVOCATE = "advocate_family_representative", "Advocate, family"
    OPG_DWP = "opg_dwp", "OPG, DWP"


class CoordinationCalled(Payload):
    """Somebody judges that the agencies must be brought together, before risk is critical (R52)."""

    title = "Coordination called for"
    help = "Say that several agencies should work together, and why."

    kind: Literal["coordination_called"] = "coordination_called"
    reason: Annotated[Line, Ask("Because")]


class CoordinationRecorded(Payload):
    """The four required fields, and whether agencies must act together (R54, R56, gate G7)."""

    title = "Coordination"
    help = "Risk, professionals, actions, support needed; several agencies or not, and why."

    kind: Literal["coordination_recorded"] = "coordination_recorded"
    nature_of_risk: Annotated[Story, Ask("Nature of risk", "story")]
    professionals_involved: Annotated[Line, Ask("Professionals", "line", "Who is in it so far.")]
    actions_taken: Annotated[Story, Ask("Actions taken", "story")]
    additional_support_required: Annotated[Line, Ask("Support needed", "line", "Or: none, why.")]
    multi_agency_required: Annotated[YesNo, Ask("Several agencies", "choice")]
    multi_agency_because: Annotated[Line, Ask("Because")]
    review_owner: Annotated[UUID, Ask("Review owner", "staff")]


class AgencyInvolved(Payload):
    """An agency in the case: its named contact and ours, and its part (R16, R63)."""

    title = "Agency involved"
    help = "An agency, who speaks for it, who of us speaks with it, and its part."

    kind: Literal["agency_involved"] = "agency_involved"
    agency: Annotated[AgencyKind, Ask("Agency", "choice")]
    their_contact: Annotated[Line, Ask("Their contact", "line", "Name, role and number.")]
    our_contact: Annotated[UUID, Ask("Our contact", "staff")]
    part: Annotated[Line, Ask("Their part", "line", "What they are responsible for.")]
    desk: Annotated[UUID | None, Ask("Desk", "contact")] = None


class AgencyAgreed(Payload):
    """One party's agreement to the plan, or its refusal (R60)."""

    title = "Plan agreed by agency"
    help = "Whether an agency agrees to the plan, and to what."

    kind: Literal["agency_agreed"] = "agency_agreed"
    agency: Annotated[UUID, Ask("Agency", "entry", of=("agency_involved",))]
    agrees: Annotated[YesNo, Ask("Agrees", "choice")]
    agreed_at: Annotated[Moment, Ask("At", "when")]
    said_by: Annotated[Line, Ask("Said by", "line", "Name and role.")]
    to_what: Annotated[Line, Ask("To what", "line", "Their part; or what they do not agree to.")]


class LeadProfessionalNamed(Payload):
    """Who leads when several agencies are in it, from whichever agency (R64, R132)."""

    title = "Lead professional"
    help = "One named person, of any agency, who leads."

    kind: Literal["lead_professional_named"] = "lead_professional_named"
    name: Annotated[Line, Ask("Name", "line", "Name and role.")]
    agency: Annotated[
        UUID | None, Ask("Agency", "entry", "Empty: from the home.", of=("agency_involved",))
    ] = None
    agreed_with: Annotated[Line, Ask("Agreed with", "line", "Who agreed to it.")]


class CoordinationReviewed(Payload):
    """The review owner looks again: do the agencies talk, does it help (R62, R66)."""

    title = "Coordination reviewed"
    help = "Do the agencies talk to one another, and what has come of it?"

    kind: Literal["coordination_reviewed"] = "coordination_reviewed"
    communication: Annotated[Line, Ask("Communication", "line", "Who told whom; what is missing.")]
    outcomes: Annotated[Line, Ask("Outcomes", "line", "What has come of the actions.")]
    decision: Annotated[ReviewOutcome, Ask("Decision", "choice")]


class CoordinationValidated(Payload):
    """Three points, each with entries that prove it, signed by the review owner (R58, gate G8)."""

    title = "Coordination validated"
    help = "It happened, roles were clear, actions fitted: each with the entries that show it."

    kind: Literal["coordination_validated"] = "coordination_validated"
    occurred: Annotated[YesNo, Ask("Coordination occurred", "choice")]
    occurred_shown_by: Annotated[tuple[UUID, ...], Ask("Occurred: entries", "entries")]
    roles_defined: Annotated[YesNo, Ask("Roles were defined", "choice")]
    roles_shown_by: Annotated[tuple[UUID, ...], Ask("Roles: entries", "entries")]
    actions_aligned: Annotated[YesNo, Ask("Actions were aligned", "choice")]
    actions_shown_by: Annotated[tuple[UUID, ...], Ask("Actions: entries", "entries")]
    comment: Annotated[Line, Ask("Because")]
