"""The tables of the record. Rows are mapped to plain values inside this package."""

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    CHAR,
    DateTime,
    Dialect,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel

from sgtui.services.ports import StoreDamaged


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC to the microsecond; SQLite keeps it as sortable text."""

    impl = String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, the database's own type elsewhere."""
        kind: TypeEngine[Any] = String(27) if self._as_text(dialect) else DateTime(timezone=True)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """The instant as stored. Raises ValueError for a time without a zone."""
        if value is None:
            return None
        return instant_text(value) if self._as_text(dialect) else utc(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The stored instant, aware, in UTC. Raises StoreDamaged for what is none."""
        if value is None:
            return None
        try:
            found = datetime.fromisoformat(value) if self._as_text(dialect) else value
            return found.astimezone(UTC)
        except (ValueError, TypeError, OverflowError):
            raise _altered() from None

    @staticmethod
    def _as_text(dialect: Dialect) -> bool:
        return dialect.name == "sqlite"


class Key(TypeDecorator[UUID]):
    """An id; SQLite keeps it as 32 hex digits."""

    impl = CHAR(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, the database's own type elsewhere."""
        kind: TypeEngine[Any] = CHAR(32) if dialect.name == "sqlite" else Uuid()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """The id as stored."""
        return value.hex if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """The stored id. Raises StoreDamaged for what is none."""
        if value is None:
            return None
        try:
            return UUID(value if dialect.name == "sqlite" else str(value))
        except (ValueError, TypeError, AttributeError):
            raise _altered() from None


class Words(TypeDecorator[frozenset[str]]):
    """A set of words without blanks, kept in order as one text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[str] | None, _dialect: Dialect) -> Any:
        """The words as stored."""
        return " ".join(sorted(value or ()))

    def process_result_value(self, value: Any, _dialect: Dialect) -> frozenset[str]:
        """The stored words."""
        return frozenset(str(value or "").split())


class Keys(TypeDecorator[frozenset[UUID]]):
    """A set of ids, kept in order as one text of 32 hex digits each."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[UUID] | None, _dialect: Dialect) -> Any:
        """The ids as stored."""
        return " ".join(sorted(one.hex for one in value or ()))

    def process_result_value(self, value: Any, _dialect: Dialect) -> frozenset[UUID]:
        """The stored ids. Raises StoreDamaged for what is none."""
        try:
            return frozenset(UUID(one) for one in str(value or "").split())
        except ValueError:
            raise _altered() from None


def _altered() -> StoreDamaged:
    return StoreDamaged("The record was altered from outside. Find out where with: sgtui verify")


def instant_text(at: datetime) -> str:
    """The one way an instant is written, in columns and in what is hashed. Raises as `utc` does."""
    return utc(at).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def utc(at: datetime) -> datetime:
    """The same instant in UTC. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("A time without a zone cannot be kept.")
    return at.astimezone(UTC)


class MetaTable(SQLModel, table=True):
    """One row about the file itself."""

    __tablename__ = "meta"

    database_id: UUID = Field(primary_key=True, sa_type=Key)
    schema_number: int
    min_reader: int
    """Oldest layout a program may know and still read this file."""
    min_writer: int
    """Oldest layout a program may know and still write it."""
    demo: bool
    """Whether it is an invented home, which opens without a passphrase."""


class EntryTable(SQLModel, table=True):
    """The chains: append only, in the database too."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("case_id", "number", name="entries_number"),
        Index("entries_kind", "case_id", "kind", "number"),
        Index("entries_recorded", "recorded_at"),
    )

    id: UUID = Field(primary_key=True, sa_type=Key)
    case_id: UUID = Field(sa_type=Key)
    number: int
    kind: str
    occurred_at: datetime = Field(sa_type=Instant)
    about: bool
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: UUID = Field(sa_type=Key)
    payload: str | None = Field(default=None, sa_type=Text)
    salt: str | None = None
    commitment: str
    previous: str
    hash: str
    signature: str


class CaseTable(SQLModel, table=True):
    """Cases as lists show them; derived."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("cases_opened", "opened_at", "case_id"),
        Index("cases_person", "person_id"),
        Index("cases_noticed", "noticed_at", "case_id"),
    )

    case_id: UUID = Field(primary_key=True, sa_type=Key)
    reference: str = Field(sa_column_kwargs={"unique": True})
    person_id: UUID = Field(sa_type=Key)
    case_kind: str
    stage: str
    level: str
    risk: str
    safety: str
    owner_id: UUID | None = Field(default=None, sa_type=Key)
    barred: frozenset[UUID] = Field(sa_type=Keys)
    category: str
    ladder: str
    opened_at: datetime = Field(sa_type=Instant)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)
    noticed_at: datetime = Field(sa_type=Instant)
    happened_at: datetime | None = Field(default=None, sa_type=Instant)
    place: str
    alleged: frozenset[str] = Field(sa_type=Words)
    regions: frozenset[str] = Field(sa_type=Words)
    last_number: int
    head: str


class ClockTable(SQLModel, table=True):
    """Duties with deadlines; derived. Overdue is never stored."""

    __tablename__ = "clocks"
    __table_args__ = (
        Index(
            "clocks_open",
            "due_at",
            "case_id",
            "key",
            sqlite_where=text("met_at IS NULL AND ended_at IS NULL"),
            postgresql_where=text("met_at IS NULL AND ended_at IS NULL"),
        ),
    )

    case_id: UUID = Field(primary_key=True, sa_type=Key)
    key: str = Field(primary_key=True)
    duty: str
    stage: str
    title: str
    direction: str
    owner_role: str
    given_to: UUID | None = Field(default=None, sa_type=Key)
    not_by: frozenset[UUID] = Field(sa_type=Keys)
    contact_id: UUID | None = Field(default=None, sa_type=Key)
    counterpart: str
    started_at: datetime = Field(sa_type=Instant)
    due_at: datetime = Field(sa_type=Instant)
    late_at: datetime = Field(sa_type=Instant)
    met_at: datetime | None = Field(default=None, sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    explanation: str = Field(sa_type=Text)
    subject: UUID = Field(sa_type=Key)
    tried_at: datetime | None = Field(default=None, sa_type=Instant)
    tried: str


class ReferralTable(SQLModel, table=True):
    """Referrals and how far each has come; derived."""

    __tablename__ = "referrals"

    case_id: UUID = Field(primary_key=True, sa_type=Key)
    referral_id: UUID = Field(primary_key=True, sa_type=Key)
    contact_id: UUID = Field(sa_type=Key)
    method: str
    sent_at: datetime = Field(sa_type=Instant)
    received_at: datetime | None = Field(default=None, sa_type=Instant)
    acknowledged_at: datetime | None = Field(default=None, sa_type=Instant)
    decided_at: datetime | None = Field(default=None, sa_type=Instant)
    decision: str | None = None


class DraftTable(SQLModel, table=True):
    """What people have typed and not yet recorded."""

    __tablename__ = "drafts"
    __table_args__ = (Index("drafts_author", "author_id", "saved_at"),)

    draft_id: UUID = Field(primary_key=True, sa_type=Key)
    author_id: UUID = Field(sa_type=Key)
    form: str
    case_id: UUID | None = Field(default=None, sa_type=Key)
    saved_at: datetime = Field(sa_type=Instant)
    body: str = Field(sa_type=Text)


_TABLES = SQLModel.metadata.tables

META: Final[Table] = _TABLES["meta"]
ENTRIES: Final[Table] = _TABLES["entries"]
CASES: Final[Table] = _TABLES["cases"]
CLOCKS: Final[Table] = _TABLES["clocks"]
REFERRALS: Final[Table] = _TABLES["referrals"]
DRAFTS: Final[Table] = _TABLES["drafts"]
