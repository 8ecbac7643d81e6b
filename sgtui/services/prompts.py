"""Plain questions for any kind of entry, with the answers that there are.

The questions come from the entries' own fields, so a new kind of entry is asked for at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from pydantic import BaseModel

from sgtui.domain.asking import may_be_named, whom
from sgtui.domain.case_file import CaseFile
from sgtui.domain.chronology import CaseDirectory
from sgtui.domain.entries import Entry
from sgtui.domain.entries.payload import Ask, How, Payload
from sgtui.domain.entry_names import own_words
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import moment_words
from sgtui.domain.register import Register
from sgtui.services.ladder_choices import ladder_choices

OWN_TIME = (
    "examined_at", "sent_at", "received_at", "acknowledged_at", "decided_at", "said_at", "told_at",
    "raised_at", "answered_at", "agreed_at", "held_at",
)  # fmt: skip
"""Times in a payload that are also when the entry happened."""


@dataclass(frozen=True)
class Choice:
    """One of the answers there are."""

    value: Any
    label: str
    detail: str = ""
    number: int = 0
    """The number that it has of its own, as an entry has; 0 where its place is its number."""

    @property
    def words(self) -> str:
        """Label and detail: "Ada Vale, Rm 12"."""
        return f"{self.label}, {self.detail}" if self.detail else self.label


@dataclass(frozen=True)
class Question:
    """One field to ask for."""

    name: str
    label: str
    how: How
    help: str = ""
    required: bool = False
    choices: tuple[Choice, ...] = ()
    case: CaseFile | None = None
    """The case whose entries are asked for by number."""

    @property
    def numbered(self) -> bool:
        """Whether its choices are shown with numbers; people are named instead, as rooms are."""
        return bool(self.choices) and self.how not in ("staff", "person")

    @property
    def can_be_answered(self) -> bool:
        """Whether there is anything to answer it with, where it may be left out."""
        of_the_case = self.how in ("referral", "safeguard", "entry", "ladder")
        return self.required or bool(self.choices) or not of_the_case

    @property
    def numbers(self) -> dict[int, Choice]:
        """The choices by the number that each is chosen by."""
        return {one.number or place: one for place, one in enumerate(self.choices, start=1)}


@dataclass(frozen=True)
class Setting:
    """What the questions are asked about: the register, and the case if there is one."""

    register: Register
    now: datetime
    case: CaseFile | None = None


def questions(
    model: type[BaseModel], asks: Mapping[str, Ask], setting: Setting
) -> tuple[Question, ...]:
    """The questions of a form in order, with the answers there are."""
    return tuple(
        Question(
            name=name,
            label=ask.label,
            how=ask.how,
            help=ask.help,
            required=model.model_fields[name].is_required() or ask.needed,
            choices=tuple(_choices(model, name, ask, setting)),
            case=setting.case if ask.how == "entries" else None,
        )
        for name, ask in asks.items()
    )


def entry_questions(kind: type[Payload], setting: Setting) -> tuple[Question, ...]:
    """The questions of one kind of entry: those for a child in a child's case, else an adult's."""
    asks = kind.asks(whom(setting.case) if setting.case else "")
    return questions(kind, asks, setting)


def _choices(model: type[BaseModel], name: str, ask: Ask, setting: Setting) -> Iterator[Choice]:
    register, case = setting.register, setting.case
    match ask.how:
        case "choice" | "choices":
            yield from _closed_list(model.model_fields[name].annotation)
        case "staff":
            for member in register.staff.values():
                if member.active:
                    yield Choice(member.id, member.name, member.role_words)
        case "person":
            for person in register.people.values():
                yield Choice(person.id, person.name, person.room)
        case "contact":
            for contact in register.contacts.values():
                yield Choice(contact.id, contact.name, contact.phone)
        case "ladder":
            yield from (
                Choice(one.version, one.version, one.words) for one in ladder_choices(register)
            )
        case _ if case is not None:
            yield from _of_the_case(case, model, ask, register)


def _closed_list(annotation: Any) -> Iterator[Choice]:
    for part in (annotation, *_inside(annotation)):
        if isinstance(part, type) and issubclass(part, Labelled):
            yield from (Choice(member, member.label) for member in part)
        elif isinstance(part, str):
            yield Choice(part, part)


def _inside(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _inside(part)


def _of_the_case(
    case: CaseFile, model: type[BaseModel], ask: Ask, register: Register
) -> Iterator[Choice]:
    if ask.how == "referral":
        for sent in case.referrals:
            name = register.contact_name(sent.sent.contact)
            yield Choice(sent.id, name, f"sent {moment_words(sent.sent.sent_at)}")
    elif ask.how == "safeguard":
        for said in case.active_safeguards:
            yield Choice(said.entry.id, said.what.measure, moment_words(said.at))
    elif ask.how == "entry" and issubclass(model, Payload):
        directory = CaseDirectory(case, register)
        yield from (_entry(one, directory) for one in may_be_named(case, model, ask))


def _entry(entry: Entry, directory: CaseDirectory) -> Choice:
    """An entry by its own words and number; it is also chosen by that number."""
    words = own_words(entry.payload, directory) or entry.payload.title
    at = moment_words(entry.occurred_at)
    return Choice(entry.id, f"{words}, entry {entry.number}", at, entry.number)
