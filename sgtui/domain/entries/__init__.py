"""The closed list of kinds of entry, and the envelope that every entry travels in."""

from datetime import datetime
from typing import Annotated, Any, get_args
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from sgtui.domain.entries.audit import (
    AuditFindingMended,
    AuditFindingRaised,
    AuditFindingVerified,
    FileAudited,
    ItemAudited,
)
from sgtui.domain.entries.body import BodyMapped, BodyMapPromptAnswered
from sgtui.domain.entries.challenge import (
    ChallengeAnswered,
    ChallengeConcluded,
    ChallengeRaised,
    ChallengeTakenUp,
)
from sgtui.domain.entries.concern import (
    BodyMapDeclined,
    ConcernCompleted,
    ConcernRecorded,
    Countersigned,
    InternallyEscalated,
    OwnerAssigned,
    SafetyChecked,
    SharingDecided,
    StatementTaken,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.coordination import (
    AgencyAgreed,
    AgencyInvolved,
    CoordinationCalled,
    CoordinationRecorded,
    CoordinationReviewed,
    CoordinationValidated,
    LeadProfessionalNamed,
)
from sgtui.domain.entries.evidence import EvidenceMoved, EvidenceSecured
from sgtui.domain.entries.governance import (
    AuditBegun,
    AuditEnded,
    ChecklistAdopted,
    HandedOver,
    HandoverAccepted,
    HandoverSigned,
    LearningDone,
    LearningDropped,
    LearningSet,
    LearningVerified,
)
from sgtui.domain.entries.involved import (
    CapacityNoted,
    HarmJudged,
    PersonInvolved,
    StaffSupported,
)
from sgtui.domain.entries.oversight import AfterActionReviewed, OversightHeld
from sgtui.domain.entries.pattern import CasesLinked, PatternAnswered, PatternFound
from sgtui.domain.entries.payload import Ask, Directory, Payload
from sgtui.domain.entries.plan import (
    ActionAgreed,
    ActionDone,
    ActionDropped,
    ActionVerified,
    MeetingArranged,
    MeetingCalledOff,
    MeetingHeld,
    SafeguardingPlanAgreed,
)
from sgtui.domain.entries.protection import (
    MonitoringEnded,
    MonitoringStarted,
    ObservationMade,
    SafeguardEnded,
    SafeguardReviewed,
    SafeguardStarted,
)
from sgtui.domain.entries.referral import (
    AgencyContacted,
    AgencyDecisionAccepted,
    NotificationDecided,
    OutcomeReceived,
    ReferralAcknowledged,
    ReferralDecided,
    ReferralReceived,
    ReferralSent,
)
from sgtui.domain.entries.register import (
    CaseSealed,
    ContactPointRegistered,
    HolidayAdded,
    LadderAdopted,
    OnCallSet,
    PersonRegistered,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.entries.review import (
    Amended,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    DeadlineMoved,
    EnteredInError,
    LadderPinned,
    Reopened,
    ReviewHeld,
)

CaseEntry = (
    ConcernRecorded | ConcernCompleted | StatementTaken | SafetyChecked | BodyMapped
    | BodyMapPromptAnswered | BodyMapDeclined | EvidenceSecured | OwnerAssigned
    | InternallyEscalated | ThresholdDecided | Countersigned | SharingDecided | WishesRecorded
    | ReferralSent | ReferralReceived | ReferralAcknowledged | ReferralDecided
    | AgencyDecisionAccepted | AgencyContacted | NotificationDecided | ObservationMade
    | SafeguardStarted | SafeguardReviewed | SafeguardEnded | ReviewHeld | ClosureRequested
    | ClosureApproved | ClosureRefused | Reopened | Amended | EnteredInError | DeadlineMoved
    | OutcomeReceived | ChallengeRaised | ChallengeTakenUp | ChallengeAnswered
    | ChallengeConcluded | CoordinationCalled | CoordinationRecorded | AgencyInvolved
    | AgencyAgreed | LeadProfessionalNamed | CoordinationReviewed | CoordinationValidated
    | MeetingArranged | MeetingHeld | MeetingCalledOff | SafeguardingPlanAgreed | ActionAgreed
    | ActionDone | ActionVerified | ActionDropped | MonitoringStarted | MonitoringEnded
    | PersonInvolved | HarmJudged | CapacityNoted | StaffSupported | EvidenceMoved | PatternFound
    | PatternAnswered | CasesLinked | LadderPinned | FileAudited | AuditFindingRaised
    | AuditFindingMended | AuditFindingVerified | OversightHeld | AfterActionReviewed
)  # fmt: skip
"""What may stand in a case file."""

RegisterEntry = (
    ServiceSetUp | StaffRegistered | PersonRegistered | ContactPointRegistered | LadderAdopted
    | HolidayAdded | OnCallSet | CaseSealed | HandoverSigned | HandoverAccepted | ChecklistAdopted
    | AuditBegun | AuditEnded | LearningSet | LearningDone | LearningVerified | LearningDropped
)  # fmt: skip
"""What may stand in the register's stream."""

AnyPayload = Annotated[CaseEntry | RegisterEntry, Field(discriminator="kind")]

CASE_KINDS: dict[str, type[Payload]] = {kind.kind_word(): kind for kind in get_args(CaseEntry)}
"""Kind word to class, for forms, prompts and the command line."""

_PAYLOADS: TypeAdapter[Any] = TypeAdapter(AnyPayload)

REGISTER_ID = UUID("5e6715e4-0000-4000-8000-000000000000")
"""The stream that holds the register's entries and the seals."""


def read_payload(stored_json: str) -> Payload:
    """The payload that a stored canonical JSON text means. Raises pydantic.ValidationError."""
    payload: Payload = _PAYLOADS.validate_json(stored_json)
    return payload


def make_payload(fields: dict[str, Any]) -> Payload:
    """A payload from plain values with its "kind". Raises pydantic.ValidationError."""
    payload: Payload = _PAYLOADS.validate_python(fields)
    return payload


class Entry(BaseModel):
    """One dated, signed, immutable line of a stream. Order is `number`, never time."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    id: UUID
    case_id: UUID
    number: int
    occurred_at: datetime
    """When it happened, as stated."""
    about: bool = False
    """Whether the stated time is only about right."""
    recorded_at: datetime
    """When it was recorded, by the system's clock."""
    recorded_by: UUID
    payload: Payload
    hash: str = ""
    """This entry's link in its chain, hex."""

    @property
    def kind(self) -> str:
        """The kind word of what it says."""
        return self.payload.kind


class NewEntry(BaseModel):
    """An entry about to be appended: its id is made by the writer, so that a repeat is harmless."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    id: UUID
    occurred_at: datetime
    about: bool = False
    payload: Payload


__all__ = [
    "CASE_KINDS", "REGISTER_ID", "ActionAgreed", "ActionDone", "ActionDropped",
    "ActionVerified", "AfterActionReviewed", "AgencyAgreed", "AgencyContacted",
    "AgencyDecisionAccepted", "AgencyInvolved", "Amended", "Ask", "AuditBegun", "AuditEnded",
    "AuditFindingMended", "AuditFindingRaised", "AuditFindingVerified", "BodyMapDeclined",
    "BodyMapPromptAnswered", "BodyMapped", "CapacityNoted", "CaseEntry", "CaseSealed",
    "CasesLinked", "ChallengeAnswered", "ChallengeConcluded", "ChallengeRaised",
    "ChallengeTakenUp", "ChecklistAdopted", "ClosureApproved", "ClosureRefused",
    "ClosureRequested", "ConcernCompleted", "ConcernRecorded", "ContactPointRegistered",
    "CoordinationCalled", "CoordinationRecorded", "CoordinationReviewed",
    "CoordinationValidated", "Countersigned", "DeadlineMoved", "Directory", "EnteredInError",
    "Entry", "EvidenceMoved", "EvidenceSecured", "FileAudited", "HandedOver",
    "HandoverAccepted", "HandoverSigned", "HarmJudged", "HolidayAdded", "InternallyEscalated",
    "ItemAudited", "LadderAdopted", "LadderPinned", "LeadProfessionalNamed", "LearningDone",
    "LearningDropped", "LearningSet", "LearningVerified", "MeetingArranged",
    "MeetingCalledOff", "MeetingHeld", "MonitoringEnded", "MonitoringStarted", "NewEntry",
    "NotificationDecided", "ObservationMade", "OnCallSet", "OutcomeReceived", "OversightHeld",
    "OwnerAssigned", "PatternAnswered", "PatternFound", "Payload", "PersonInvolved",
    "PersonRegistered", "ReferralAcknowledged", "ReferralDecided", "ReferralReceived",
    "ReferralSent", "RegisterEntry", "Reopened", "ReviewHeld", "SafeguardEnded",
    "SafeguardReviewed", "SafeguardStarted", "SafeguardingPlanAgreed", "SafetyChecked",
    "ServiceSetUp", "SharingDecided", "StaffRegistered", "StaffSupported", "StatementTaken",
    "ThresholdDecided", "WishesRecorded", "make_payload", "read_payload",
]  # fmt: skip
