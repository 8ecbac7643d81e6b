"""The closed list of kinds of entry, and the envelope that every entry travels in."""

from datetime import datetime
from typing import Annotated, Any, get_args
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from sgtui.domain.entries.body import BodyMapped, BodyMapPromptAnswered
from sgtui.domain.entries.concern import (
    BodyMapDeclined,
    ConcernCompleted,
    ConcernRecorded,
    Countersigned,
    EvidenceSecured,
    InternallyEscalated,
    OwnerAssigned,
    SafetyChecked,
    SharingDecided,
    StatementTaken,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.payload import Ask, Directory, Payload
from sgtui.domain.entries.protection import (
    ObservationMade,
    SafeguardEnded,
    SafeguardReviewed,
    SafeguardStarted,
)
from sgtui.domain.entries.referral import (
    AgencyContacted,
    AgencyDecisionAccepted,
    NotificationDecided,
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
)  # fmt: skip
"""What may stand in a case file."""

RegisterEntry = (
    ServiceSetUp | StaffRegistered | PersonRegistered | ContactPointRegistered | LadderAdopted
    | HolidayAdded | CaseSealed
)  # fmt: skip
"""What may stand in the register's stream."""

AnyPayload = Annotated[CaseEntry | RegisterEntry, Field(discriminator="kind")]

CASE_KINDS: dict[str, type[Payload]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(CaseEntry)
}
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
    "CASE_KINDS", "REGISTER_ID", "AgencyContacted", "AgencyDecisionAccepted", "Amended", "Ask",
    "BodyMapDeclined", "BodyMapPromptAnswered", "BodyMapped", "CaseEntry", "CaseSealed",
    "ClosureApproved", "ClosureRefused", "ClosureRequested", "ConcernCompleted", "ConcernRecorded",
    "ContactPointRegistered", "Countersigned", "DeadlineMoved", "Directory", "EnteredInError",
    "Entry", "EvidenceSecured", "HolidayAdded", "InternallyEscalated", "LadderAdopted", "NewEntry",
    "NotificationDecided", "ObservationMade", "OwnerAssigned", "Payload", "PersonRegistered",
    "ReferralAcknowledged", "ReferralDecided", "ReferralReceived", "ReferralSent", "RegisterEntry",
    "Reopened", "ReviewHeld", "SafeguardEnded", "SafeguardReviewed", "SafeguardStarted",
    "SafetyChecked", "ServiceSetUp", "SharingDecided", "StaffRegistered", "StatementTaken",
    "ThresholdDecided", "WishesRecorded", "make_payload", "read_payload",
]  # fmt: skip
