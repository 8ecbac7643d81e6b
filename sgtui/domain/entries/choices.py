"""The closed lists of answers that entries choose from, in the order of their digits on screen."""

from sgtui.domain.labelled import Labelled


class YesNo(Labelled):
    """A question that must be answered one way or the other."""

    YES = "yes", "Yes"
    NO = "no", "No"


class YesNoUnsure(Labelled):
    """One part of the three-part test, where doubt is an answer and counts towards referring."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "Unsure"


class CaseKind(Labelled):
    """Whom the concern is about: it decides the route (domain: adult 18+, child under 18)."""

    ADULT = "adult", "Adult at risk"
    CHILD = "child", "Child"
    POSITION_OF_TRUST = "position_of_trust", "Person in a position of trust"


class Category(Labelled):
    """The ten categories of abuse in the statutory guidance to the Care Act 2014."""

    PHYSICAL = "physical", "Physical"
    NEGLECT = "neglect", "Neglect"
    EMOTIONAL = "emotional", "Emotional"
    FINANCIAL = "financial", "Financial"
    SEXUAL = "sexual", "Sexual"
    DOMESTIC = "domestic", "Domestic"
    DISCRIMINATORY = "discriminatory", "Discriminatory"
    ORGANISATIONAL = "organisational", "Organisational"
    MODERN_SLAVERY = "modern_slavery", "Slavery"
    SELF_NEGLECT = "self_neglect", "Self-neglect"


class Level(Labelled):
    """How serious the person recording thinks it is at first."""

    LOW_LEVEL = "low_level", "Low level"
    SAFEGUARDING = "safeguarding", "Safeguarding concern"
    IMMEDIATE = "immediate", "Immediate danger"


class Risk(Labelled):
    """The risk as judged at the last decision; it shortens the deadlines that the ladder says."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    IMMEDIATE = "immediate", "Immediate"


class Place(Labelled):
    """Where it happened, in the places a care home has."""

    BEDROOM = "bedroom", "Bedroom"
    BATHROOM = "bathroom", "Bathroom"
    LOUNGE = "lounge", "Lounge"
    DINING_ROOM = "dining_room", "Dining room"
    CORRIDOR = "corridor", "Corridor"
    GARDEN = "garden", "Garden"
    OUTSIDE = "outside", "Outside the home"
    ELSEWHERE = "elsewhere", "Elsewhere"
    NOT_KNOWN = "not_known", "Not known"


class StatementType(Labelled):
    """What sort of statement: a person's exact words, a fact, another's account, or a view."""

    FACT = "fact", "Seen by me"
    VERBATIM = "verbatim", "Their own words"
    THIRD_PARTY = "third_party", "Told by someone else"
    OPINION = "opinion", "My view"


class Safety(Labelled):
    """Is the person safe now. A separate attribute, not a stage: people act before they write."""

    SAFE = "safe", "Yes"
    UNSAFE_CONTROLLED = "unsafe_controlled", "Yes, steps taken"
    UNSAFE_UNCONTROLLED = "unsafe_uncontrolled", "No: ring 999 first"
    UNABLE = "unable", "Could not check"


class SafetyStep(Labelled):
    """What was done in the first minutes (domain 2.5)."""

    RANG_999 = "rang_999", "999"
    GP_OR_111 = "gp_or_111", "GP or 111"
    SEPARATED = "separated", "Separated"
    EVIDENCE_KEPT = "evidence_kept", "Evidence kept"
    CHECKED_OTHERS = "checked_others", "Checked others"
    POLICE_101 = "police_101", "Police 101"
    STAYED_WITH = "stayed_with", "Stayed with them"


class Route(Labelled):
    """Where a threshold decision sends the case."""

    EXTERNAL = "external", "Refer outside"
    INTERNAL = "internal", "Manage inside, reviewed"
    EMERGENCY = "emergency", "Emergency: already rung"


class Method(Labelled):
    """How something reached an agency."""

    PHONE = "phone", "Phone"
    EMAIL = "email", "E-mail"
    PORTAL = "portal", "Portal"
    IN_PERSON = "in_person", "In person"
    LETTER = "letter", "Letter"


class Direction(Labelled):
    """Who contacted whom."""

    OUT = "out", "We contacted them"
    IN = "in", "They contacted us"


class AttemptResult(Labelled):
    """What came of an attempt to reach an agency. A message left has reached nobody."""

    SPOKE = "spoke", "Spoke"
    NO_ANSWER = "no_answer", "No answer"
    VOICEMAIL = "voicemail", "Left voicemail"
    WRITTEN = "written", "Sent in writing"
    REPLIED = "replied", "They replied"

    @property
    def failed(self) -> bool:
        """Whether nobody was reached."""
        return self in (AttemptResult.NO_ANSWER, AttemptResult.VOICEMAIL)


class AgencyDecision(Labelled):
    """What the agency decided about a referral (domain 4.2)."""

    ACCEPTED_S42 = "accepted_s42", "Enquiry opened (s42)"
    ACCEPTED_OTHER = "accepted_other", "Other enquiry"
    NOT_PROGRESSED = "not_progressed", "Threshold not met"
    REDIRECTED = "redirected", "Sent elsewhere"
    MORE_INFO_REQUESTED = "more_info_requested", "More information asked"
    CLOSED_BY_AGENCY = "closed_by_agency", "Closed, with outcome"
    PARTLY_ACCEPTED = "partly_accepted", "Accepted in part"
    RETURNED = "returned", "Returned: not theirs"

    @property
    def accepted(self) -> bool:
        """Whether the agency took the case on, at least in part."""
        return self in (
            AgencyDecision.ACCEPTED_S42,
            AgencyDecision.ACCEPTED_OTHER,
            AgencyDecision.PARTLY_ACCEPTED,
        )

    @property
    def refused(self) -> bool:
        """Whether something was refused: two people accept that, or it is challenged (G11)."""
        return self in (AgencyDecision.NOT_PROGRESSED, AgencyDecision.PARTLY_ACCEPTED)

    @property
    def elsewhere(self) -> bool:
        """Whether it must be sent to somebody else."""
        return self in (AgencyDecision.REDIRECTED, AgencyDecision.RETURNED)


class SharingGround(Labelled):
    """Grounds on which information is shared (Derby & Derbyshire SAB "Information sharing")."""

    CONSENT = "consent", "The person agrees"
    LACKS_CAPACITY = "lacks_capacity", "Lacks capacity for this"
    CRIME = "crime", "Prevent or look into crime"
    VITAL_INTERESTS = "vital_interests", "Prevent serious harm"
    RISK_TO_OTHERS = "risk_to_others", "Risk to others or children"
    DURESS = "duress", "Duress or coercion"
    STAFF_IMPLICATED = "staff_implicated", "Staff implicated"
    COURT_ORDER = "court_order", "Court or other legal order"
    NOT_SHARED = "not_shared", "Not shared"


class Wish(Labelled):
    """What people most often want to happen (Surrey Safeguarding Adults Board, domain 2.3)."""

    SAFER = "safer", "To feel safer"
    NO_CONTACT = "no_contact", "No contact with them"
    CARE_CHANGED = "care_changed", "Care given otherwise"
    TOLD = "told", "To be told what is found"
    WHERE_TO_TURN = "where_to_turn", "To know where to turn"
    APOLOGY = "apology", "An apology"
    JUSTICE = "justice", "Access to justice"
    NOT_AGAIN = "not_again", "That it does not recur"
    REPORTED = "reported", "A professional body told"
    NONE = "none", "No outcome wanted"


class TakingPart(Labelled):
    """How the person is helped to take part; an advocate where nobody suitable can (s68)."""

    ALONE = "alone", "Needs no help"
    SOMEBODY = "somebody", "Somebody suitable helps"
    NEEDED = "needed", "Advocate needed"
    ASKED_FOR = "asked_for", "Advocate asked for"
    ARRANGED = "arranged", "Advocate there"

    @property
    def needs_advocate(self) -> bool:
        """Whether an independent advocate is needed, be one there or not (Care Act 2014 s68)."""
        return self in (TakingPart.NEEDED, TakingPart.ASKED_FOR, TakingPart.ARRANGED)


class Achieved(Labelled):
    """How far the person's wished-for outcomes were met (Making Safeguarding Personal)."""

    FULLY = "fully", "Fully"
    PARTLY = "partly", "Partly"
    NOT = "not", "Not"
    NONE_EXPRESSED = "none_expressed", "No outcome wished for"


class ReviewOutcome(Labelled):
    """What a review decided."""

    CONTINUE = "continue", "Continue"
    CHANGE = "change", "Change the plan"
    ESCALATE = "escalate", "Escalate"
    CLOSE = "close", "Ready to close"


class NotificationKind(Labelled):
    """Duties to tell someone that run beside the referral; none replaces another (domain 2.8)."""

    CQC_18 = "cqc_18", "CQC, other incidents"
    CQC_16 = "cqc_16", "CQC, death"
    COMMISSIONER = "commissioner", "Commissioner"
    FAMILY = "family", "Family or representative"
    POLICE = "police", "Police"
    LADO = "lado", "LADO"
    CANDOUR = "candour", "Duty of candour"
    RIDDOR = "riddor", "RIDDOR"
    DBS = "dbs", "DBS"
    PROFESSIONAL_BODY = "professional_body", "Professional body"
    PLACING_AUTHORITY = "placing_authority", "Placing authority"
    OPG = "opg", "Office of the Public Guardian"
    DWP = "dwp", "DWP"


class AuditAnswer(Labelled):
    """Whether a file has what an item of the checklist asks for."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_APPLICABLE = "not_applicable", "Does not apply"


class TogetherWell(Labelled):
    """Whether the agencies work together on a case as they should (R66)."""

    WELL = "well", "Yes, it works"
    WANTING = "wanting", "No, it must change"
    NOT_NEEDED = "not_needed", "Not needed here"


class Sampling(Labelled):
    """How the files of an audit are drawn."""

    ALL = "all", "All of the period"
    RANDOM = "random", "A random sample"
    LATE_FIRST = "late_first", "Those with most late first"


class LearningSort(Labelled):
    """What kind of change a lesson leads to (R108)."""

    TRAINING = "training", "Training"
    SUPERVISION = "supervision", "Supervision"
    POLICY = "policy", "Policy"
    PRACTICE = "practice", "Practice"
