"""Rows that storage gives and takes: plain values, no table or driver in sight.

Every datetime is aware and in UTC.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class CaseRow:
    """One case file as lists show it, derived from its entries."""

    case_id: UUID
    reference: str
    person_id: UUID
    case_kind: str
    stage: str
    level: str
    risk: str
    safety: str
    owner_id: UUID | None
    barred: frozenset[UUID]
    """The staff alleged to have caused harm or in conflict, who see nothing of it (gate G21)."""
    category: str
    ladder: str
    opened_at: datetime
    closed_at: datetime | None
    noticed_at: datetime
    happened_at: datetime | None
    place: str
    """Where it happened, a word of the list of places; empty while it is not known."""
    alleged: frozenset[str]
    """Who is alleged, each as one word that is the same in every case."""
    regions: frozenset[str]
    """Codes of the body regions that its maps have marks in."""
    last_number: int
    """Number of the newest entry it was derived from."""
    head: str
    """Hash of that entry, hex."""


@dataclass(frozen=True)
class ClockRow:
    """One duty with a deadline. It is open while neither met nor ended."""

    case_id: UUID
    key: str
    """Names the clock within its case."""
    duty: str
    stage: str
    title: str
    direction: str
    owner_role: str
    given_to: UUID | None
    """Who was named to do it; who does it now follows from the register too."""
    not_by: frozenset[UUID]
    """Who did what is to be checked, and so does not check it."""
    contact_id: UUID | None
    counterpart: str
    started_at: datetime
    due_at: datetime
    late_at: datetime
    """When overdue becomes long overdue."""
    met_at: datetime | None
    ended_at: datetime | None
    explanation: str
    subject: UUID
    """What it is about within the case: the referral, the safeguard, or the case itself."""
    tried_at: datetime | None
    """When its desk was last in contact with us; none where there is no desk or no contact."""
    tried: str
    """What came of that contact, a word of the list of results."""


@dataclass(frozen=True)
class ReferralRow:
    """One referral to one agency and how far it has come."""

    case_id: UUID
    referral_id: UUID
    contact_id: UUID
    method: str
    sent_at: datetime
    received_at: datetime | None
    acknowledged_at: datetime | None
    decided_at: datetime | None
    decision: str | None


@dataclass(frozen=True)
class Projection:
    """Everything derived from the entries of one case. A rebuild must give an equal one."""

    case: CaseRow
    clocks: tuple[ClockRow, ...]
    """Put in the order of their keys, however they were given."""
    referrals: tuple[ReferralRow, ...]
    """Put in the order they were sent."""

    def __post_init__(self) -> None:
        """Order both, so that equal contents compare equal."""
        clocks = tuple(sorted(self.clocks, key=lambda clock: clock.key))
        sent = tuple(sorted(self.referrals, key=lambda one: (one.sent_at, one.referral_id)))
        object.__setattr__(self, "clocks", clocks)
        object.__setattr__(self, "referrals", sent)


@dataclass(frozen=True)
class DraftRow:
    """What a person has typed and not yet recorded. Only its author may see it."""

    draft_id: UUID
    author_id: UUID
    form: str
    case_id: UUID | None
    saved_at: datetime
    body: str
    """The fields of the form as JSON."""


@dataclass(frozen=True)
class ChainRow:
    """One entry exactly as it is stored, letter for letter, for checking and for export."""

    id: str
    case_id: str
    number: int
    kind: str
    occurred_at: str
    about: int
    recorded_at: str
    recorded_by: str
    payload: str | None
    """Canonical JSON; nothing once retention has removed it."""
    salt: str | None
    commitment: str
    previous: str
    hash: str
    signature: str


@dataclass(frozen=True)
class Fault:
    """Something wrong with the record, found by checking it."""

    case_id: UUID | None
    """The chain it was found in; none when it is the file itself."""
    reference: str | None
    """The case's reference where it can be told."""
    number: int
    """Number of the first bad entry; 0 when it is not about one entry."""
    sentence: str
