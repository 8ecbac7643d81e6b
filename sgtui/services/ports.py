"""What the services ask of storage: the Protocols it fulfils, its rows and its failures.

Nothing here knows of tables or drivers. Every datetime is aware and in UTC.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sgtui.domain.entries import Entry, NewEntry
from sgtui.domain.patterns import Incident
from sgtui.services.failures import (
    EntryClash,
    SlotRefused,
    StoreDamaged,
    StoreFailure,
    StoreTooNew,
    StoreUnreachable,
    TryLater,
    WrongPassphrase,
)
from sgtui.services.rows import (
    CaseRow,
    ChainRow,
    ClockRow,
    DraftRow,
    Fault,
    Projection,
    ReferralRow,
)

Now = Callable[[], datetime]
"""Gives this moment, aware, in UTC."""

PublicKeys = Callable[[UUID], tuple[bytes, ...]]
"""Every Ed25519 public key that a member of staff has had, raw; empty for an unknown person."""


class Author(Protocol):
    """The signed-in person, who alone can sign what they record."""

    @property
    def staff_id(self) -> UUID:
        """Who they are in the register."""
        ...

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature of the message by this person's own key."""
        ...


class ReadUnit(Protocol):
    """One consistent view of the record."""

    @property
    def may_be_undone(self) -> bool:
        """Whether what is seen here may not be kept: inside a transaction that writes."""
        ...

    def entries(self, case_id: UUID) -> tuple[Entry, ...]:
        """The case file's entries by number; empty when there is no such case."""
        ...

    def register_entries(self, after_number: int = 0) -> tuple[Entry, ...]:
        """The register's entries by number, without the seals over case files."""
        ...

    def head(self, case_id: UUID) -> tuple[int, str]:
        """Number and hash of the newest entry of a stream; (0, "") when it has none."""
        ...

    def newest_recorded_at(self) -> datetime | None:
        """When the latest-dated entry of the whole record was recorded."""
        ...

    def case_ids(self) -> tuple[UUID, ...]:
        """Every case file that has entries, without the register's stream."""
        ...

    def case_by_reference(self, reference: str) -> CaseRow | None:
        """The case with that reference, such as SG-26-K4T7."""
        ...

    def case_row(self, case_id: UUID) -> CaseRow | None:
        """The case as lists show it, by its id."""
        ...

    def incidents(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Incident, ...]:
        """What cases noticed from one moment to another, both included, may have in common.

        Earliest first, without those entered in error.
        """
        ...

    def entries_of_kind(self, case_ids: Iterable[UUID], kind: str) -> tuple[Entry, ...]:
        """The entries of one kind in any of these cases, as they were made."""
        ...

    def lacks_lists(self) -> bool:
        """Whether there are entries of cases and nothing derived from them is kept."""
        ...

    def cases(
        self, open_only: bool = False, limit: int = 100, after: CaseRow | None = None
    ) -> tuple[CaseRow, ...]:
        """Cases, newest first; `after` continues behind the last row of the page before."""
        ...

    def find_cases(self, person_ids: Iterable[UUID]) -> tuple[CaseRow, ...]:
        """The cases about any of these people, newest first."""
        ...

    def open_clocks(self) -> tuple[tuple[ClockRow, CaseRow], ...]:
        """Every clock neither met nor ended, soonest due first, with its case."""
        ...

    def projection(self, case_id: UUID) -> Projection | None:
        """What is stored as derived from a case; nothing when it was never put."""
        ...

    def drafts(self, author_id: UUID) -> tuple[DraftRow, ...]:
        """One person's drafts, newest first."""
        ...

    def chain_rows(self, case_id: UUID | None = None) -> Iterator[ChainRow]:
        """Entries as stored: the register's stream, then each case, by number; or one stream."""
        ...

    def chain_faults(self, case_id: UUID, public_keys: PublicKeys) -> tuple[Fault, ...]:
        """What is wrong with the texts, hashes, links and signatures of one stream, if anything."""
        ...

    def size(self) -> tuple[int, int]:
        """How many entries and how many cases are kept, whatever is written in them."""
        ...

    def file_faults(self) -> tuple[str, ...]:
        """What the database finds wrong with its own file, one plain sentence each."""
        ...


class WriteUnit(ReadUnit, Protocol):
    """One transaction: all that is done in it is kept together, or none of it."""

    def append(
        self,
        case_id: UUID,
        new: NewEntry,
        author: Author,
        recorded_at: datetime,
        seen: int | None = None,
    ) -> Entry:
        """Append to a stream, signed by its author, and give the entry with its number.

        `seen` is the last number the writer had before them: when others have appended since,
        EntryClash names what they wrote. An id already in this chain gives the entry it names.
        """
        ...

    def put_projection(self, projection: Projection) -> None:
        """Keep what was derived from a case in place of what was kept before."""
        ...

    def clear_projections(self) -> None:
        """Drop everything derived, before it is built anew from the entries."""
        ...

    def save_draft(self, draft: DraftRow) -> None:
        """Keep a draft in place of the one with the same id."""
        ...

    def drop_draft(self, draft_id: UUID) -> None:
        """Drop a draft; harmless when there is none."""
        ...


class Store(Protocol):
    """An open record."""

    def reading(self) -> AbstractContextManager[ReadUnit]:
        """A consistent view. It blocks nobody. Raises StoreUnreachable or StoreDamaged."""
        ...

    def writing(self) -> AbstractContextManager[WriteUnit]:
        """The one writer at a time; committed at the end, undone by any exception.

        Raises StoreUnreachable (held by another program, disk full, no right to write),
        StoreDamaged, or StoreTooNew when another program has moved the file on meanwhile.
        """
        ...

    def change_number(self) -> int:
        """Differs whenever anyone, here or in another process, has committed since. No query."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


@dataclass(frozen=True)
class SlotPerson:
    """Someone who can sign in, as the sign-in screen may name them before anything is open."""

    staff_id: UUID
    name: str


class Signer(Author, Protocol):
    """An author whose public key the register is to be told."""

    @property
    def public_key(self) -> bytes:
        """Their Ed25519 public key, raw; the register keeps it in hex."""
        ...


@dataclass(frozen=True, repr=False)
class Unlocked:
    """A person signed in: the key of the file, and the one who signs. Never shown or logged."""

    data_key: bytes
    signer: Signer


class Slots(Protocol):
    """The passphrases that open the record. Opening a slot is the passphrase check itself."""

    def people(self) -> tuple[SlotPerson, ...]:
        """Who can sign in, by name."""
        ...

    def unlock(self, staff_id: UUID, passphrase: str, now: datetime) -> Unlocked:
        """Sign a person in. Raises WrongPassphrase, or TryLater after too many wrong ones."""
        ...

    def unlock_demo(self, staff_id: UUID | None = None) -> Unlocked:
        """Sign in to an invented home, where none is needed. Raises WrongPassphrase elsewhere."""
        ...

    def unlock_recovery(self, words: str, now: datetime) -> bytes:
        """The file's key by the printed recovery words. Raises WrongPassphrase or TryLater."""
        ...

    def add_person(self, data_key: bytes, person: SlotPerson, passphrase: str | None) -> Signer:
        """A slot and a new signing key for a person. Raises SlotRefused when they have one.

        Only an invented home takes no passphrase.
        """
        ...

    def change_passphrase(self, staff_id: UUID, old: str, new: str, now: datetime) -> None:
        """A new passphrase for the same signing key. Raises WrongPassphrase or TryLater."""
        ...

    def remove(self, staff_id: UUID) -> None:
        """This passphrase opens nothing any more. Raises SlotRefused for the last person."""
        ...

    def new_recovery(self, data_key: bytes) -> tuple[str, ...]:
        """Sixteen words to print once, in place of those printed before."""
        ...


__all__ = [
    "Author", "CaseRow", "ChainRow", "ClockRow", "DraftRow", "EntryClash", "Fault", "Now",
    "Projection", "PublicKeys", "ReadUnit", "ReferralRow", "Signer", "SlotPerson", "SlotRefused",
    "Slots", "Store", "StoreDamaged", "StoreFailure", "StoreTooNew", "StoreUnreachable", "TryLater",
    "Unlocked", "WriteUnit", "WrongPassphrase",
]  # fmt: skip
