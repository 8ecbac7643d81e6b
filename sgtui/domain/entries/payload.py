"""The base of every kind of entry: what it says, how it is asked for and how it reads."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Protocol, get_args
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    model_validator,
)

from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import day_words, moment_words
from sgtui.domain.text import stored

LINE_LIMIT = 400
"""Characters a one-line answer may have."""

STORY_LIMIT = 20_000
"""Characters a told story may have; more goes into a further statement."""

How = Literal[
    "line", "story", "when", "choice", "choices", "number",
    "staff", "person", "contact", "referral", "safeguard", "entry", "entries",
    "day", "birth", "hours", "marks", "due", "ladder", "checklist",
]  # fmt: skip
"""The ways of asking for a field, each drawn by one widget and one plain prompt."""


Whom = Literal["", "adult", "child"]
"""Whom something is asked about; empty for everybody."""

StageCode = Annotated[str, StringConstraints(pattern=r"^L\d{1,2}[a-z]?$")]
"""How a stage of a ladder is named: L1, L7a."""

Reference = Annotated[str, StringConstraints(pattern=r"^SG-\d\d-[0-9A-HJKMNP-TV-Z]{4}$")]
"""A case's reference: no letter that is read as a digit."""


@dataclass(frozen=True)
class Ask:
    """How a field is asked for: its label, one sentence of help and the sort of answer wanted."""

    label: str
    how: How = "line"
    help: str = ""
    of: tuple[str, ...] = ()
    """For an entry of the case: the kinds that it may be; empty for any."""
    only: Whom = ""
    """Whom it is asked about; empty for everybody."""
    needed: bool = False
    """Whether it must be answered where it is asked, though the kind can be without it."""


def _clean(value: object) -> object:
    return stored(value, len(value)) if isinstance(value, str) else value


def _one_line(value: object) -> object:
    cleaned = _clean(value)
    return re.sub(r"\s*[\n\t]\s*", " ", cleaned.strip()) if isinstance(cleaned, str) else value


def _utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


Line = Annotated[
    str, BeforeValidator(_one_line), StringConstraints(min_length=1, max_length=LINE_LIMIT)
]
"""One line of text from a person, cleaned for keeping."""

Story = Annotated[
    str, BeforeValidator(_clean), StringConstraints(min_length=1, max_length=STORY_LIMIT)
]
"""Several lines of text from a person, cleaned for keeping."""

Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
"""An instant, kept in UTC. A time without a zone is refused."""


class Directory(Protocol):
    """Who is meant by an id, in words."""

    def staff_name(self, staff_id: UUID) -> str:
        """The member of staff's full name."""
        ...

    def person_name(self, person_id: UUID) -> str:
        """The resident's or other person's full name."""
        ...

    def contact_name(self, contact_id: UUID) -> str:
        """The contact point's name."""
        ...

    def entry_name(self, entry_id: UUID) -> str:
        """An entry of the case in its own words, with its number."""
        ...


class Payload(BaseModel):
    """What one entry says. A kind is a subclass; form, line and prompts come from its fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True
    )

    title: ClassVar[str]
    """What the chronology calls it."""

    help: ClassVar[str] = ""
    """When to make such an entry, in one sentence."""

    only: ClassVar[Whom] = ""
    """Whom such an entry may be about; empty for everybody."""

    by_program: ClassVar[bool] = False
    """Whether the program itself makes it, and nobody by hand."""

    after_closing: ClassVar[bool] = False
    """Whether it may be added to a case that is closed: looking back reopens nothing."""

    kind: str

    @classmethod
    def kind_word(cls) -> str:
        """The word that names this kind in the record."""
        return str(cls.model_fields["kind"].default)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_no_answer(cls, given: Any) -> Any:
        """An answer that may be left out counts as left out when nothing but blanks is typed."""
        if not isinstance(given, dict):
            return given
        optional = _optional(cls)
        return {
            name: None if name in optional and _is_blank(value) else value
            for name, value in given.items()
        }

    @classmethod
    def asks(cls, whom: Whom = "") -> dict[str, Ask]:
        """The fields a person fills in, in order, with how each is asked for.

        `whom`: those asked about an adult or about a child; all of them where it is left out.
        """
        every = asks_of(cls)
        if not whom:
            return every
        return {name: ask for name, ask in every.items() if ask.only in ("", whom)}

    def line(self, directory: Directory) -> str:
        """This entry in the chronology: its answers in the order they are asked for."""
        said = ""
        for name in self._answered():
            gap = " " if said.endswith((".", "!", "?")) else "; "
            said += f"{gap if said else ''}{self._said(name, directory)}"
        return said

    def _answered(self) -> list[str]:
        """The fields that a person filled in, in order."""
        return [name for name in type(self).asks() if getattr(self, name) not in (None, (), "")]

    def _said(self, name: str, directory: Directory) -> str:
        """One answer with its label."""
        ask = type(self).asks()[name]
        answer = say(getattr(self, name), ask.how, directory)
        return f"{ask.label} {answer}" if ask.label.endswith("?") else f"{ask.label}: {answer}"


@cache
def asks_of(kind: type[BaseModel]) -> dict[str, Ask]:
    """The fields of any model that say how they are asked for, in order."""
    found = {}
    for name, field in kind.model_fields.items():
        ask = next((item for item in field.metadata if isinstance(item, Ask)), None)
        if ask is not None:
            found[name] = ask
    return found


@cache
def _optional(kind: type[Payload]) -> frozenset[str]:
    """The fields of a kind that may be left out."""
    return frozenset(
        name
        for name, field in kind.model_fields.items()
        if type(None) in get_args(field.annotation)
    )


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not stored(value).strip()


def say(value: Any, how: How, directory: Directory) -> str:
    """One answer in words, as the chronology and the printed file show it."""
    if isinstance(value, tuple):
        between = "; " if how == "entries" else ", "
        return between.join(say(item, how, directory) for item in value)
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, datetime):
        return moment_words(value)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, UUID):
        names = {
            "staff": directory.staff_name,
            "person": directory.person_name,
            "contact": directory.contact_name,
        }
        return names.get(how, directory.entry_name)(value)
    return str(value)
