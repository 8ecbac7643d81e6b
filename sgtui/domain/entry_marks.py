"""Which entries are points of decision and which are the person's own voice (domain 2.14)."""

from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    BodyMapDeclined,
    ChallengeAnswered,
    ChallengeConcluded,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    CoordinationRecorded,
    CoordinationReviewed,
    Countersigned,
    InternallyEscalated,
    LadderPinned,
    LeadProfessionalNamed,
    MeetingHeld,
    NotificationDecided,
    OwnerAssigned,
    PatternAnswered,
    Payload,
    ReferralDecided,
    Reopened,
    ReviewHeld,
    SafeguardingPlanAgreed,
    SharingDecided,
    StatementTaken,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.choices import StatementType, YesNo
from sgtui.domain.labelled import Labelled


class EntryMark(Labelled):
    """What a reader of a chronology looks for first."""

    DECISION = "decision", "Decision"
    THEIR_DECISION = "their_decision", "Agency's decision"
    OWN_WORDS = "own_words", "The person's own words"
    WISHES = "wishes", "What the person wants"


_OURS = (
    AgencyDecisionAccepted, BodyMapDeclined, ChallengeConcluded, ClosureApproved, ClosureRefused,
    ClosureRequested, CoordinationRecorded, CoordinationReviewed, Countersigned,
    InternallyEscalated, LadderPinned, LeadProfessionalNamed, MeetingHeld, NotificationDecided,
    OwnerAssigned, PatternAnswered, Reopened, ReviewHeld, SafeguardingPlanAgreed, SharingDecided,
    ThresholdDecided,
)  # fmt: skip
_THEIRS = (ReferralDecided, ChallengeAnswered)
_THE_PERSON = frozenset({"resident", "the resident", "the person", "person", "self"})


def mark_of(said: Payload, person: str) -> EntryMark | None:
    """How an entry is marked; None for most. `person` is the full name of whom the case is about.

    Exact words without a speaker are the person's, as the concern form asks for them.
    """
    match said:
        case StatementTaken(statement_type=StatementType.VERBATIM, speaker=speaker):
            return EntryMark.OWN_WORDS if _is_the_person(speaker, person) else None
        case WishesRecorded(asked=YesNo.YES):
            return EntryMark.WISHES
    if isinstance(said, _OURS):
        return EntryMark.DECISION
    return EntryMark.THEIR_DECISION if isinstance(said, _THEIRS) else None


def decides(said: Payload) -> bool:
    """Whether an entry is a decision of ours or of an agency."""
    return isinstance(said, _OURS + _THEIRS)


def _is_the_person(speaker: str | None, person: str) -> bool:
    """Whether a speaker as typed is the person: by name in full, first name, or "the resident"."""
    if speaker is None:
        return True
    typed, name = speaker.casefold().strip(), person.casefold()
    return typed in (name, name.split(" ", 1)[0]) or typed in _THE_PERSON
