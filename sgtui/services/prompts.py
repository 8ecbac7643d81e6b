"""Plain questions for any kind of entry, and what a typed answer to one of them means.

The questions come from the entries' own fields, so a new kind of entry is asked for at once.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from pydantic import BaseModel

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import BodyMapped
from sgtui.domain.entries.payload import LINE_LIMIT, STORY_LIMIT, Ask, How, Payload
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import in_london, in_utc, moment_words
from sgtui.domain.opening_hours import read_hours
from sgtui.domain.register import Register
from sgtui.domain.text import stored
from sgtui.domain.typed_day import read_birth, read_day
from sgtui.domain.when import read_time, say
from sgtui.services.mark_answers import echo, read_marks

_MOST_NAMED = 6
"""Candidates named when an answer fits several."""

_ONLY: Mapping[str, type[Payload]] = {"body_map": BodyMapped}
"""The field that asks for an entry to the one kind of entry that it takes."""


@dataclass(frozen=True)
class Choice:
    """One of the answers there are."""

    value: Any
    label: str
    detail: str = ""

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

    @property
    def numbered(self) -> bool:
        """Whether its choices are shown with numbers; people are named instead, as rooms are."""
        return bool(self.choices) and self.how not in ("staff", "person")


@dataclass(frozen=True)
class Meant:
    """What an answer means, or the sentence that says what is wrong with it."""

    value: Any = None
    echo: str = ""
    complaint: str = ""
    about: bool = False
    """Whether a time was typed as only about right."""


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
            required=model.model_fields[name].is_required(),
            choices=tuple(_choices(name, model.model_fields[name].annotation, ask.how, setting)),
        )
        for name, ask in asks.items()
    )


def entry_questions(kind: type[Payload], setting: Setting) -> tuple[Question, ...]:
    """The questions of one kind of entry."""
    return questions(kind, kind.asks(), setting)


def _choices(name: str, annotation: Any, how: How, setting: Setting) -> Iterator[Choice]:
    register, case = setting.register, setting.case
    if how in ("choice", "choices"):
        yield from _closed_list(annotation)
    elif how == "staff":
        for member in register.staff.values():
            if member.active:
                yield Choice(member.id, member.name, member.role_words)
    elif how == "person":
        for person in register.people.values():
            yield Choice(person.id, person.name, person.room)
    elif how == "contact":
        for contact in register.contacts.values():
            yield Choice(contact.id, contact.name, contact.phone)
    elif case is not None:
        yield from _of_the_case(case, name, how, register)


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


def _of_the_case(case: CaseFile, field: str, how: How, register: Register) -> Iterator[Choice]:
    if how == "referral":
        for sent in case.referrals:
            name = register.contact_name(sent.sent.contact)
            yield Choice(sent.id, name, f"sent {moment_words(sent.sent.sent_at)}")
    elif how == "safeguard":
        for said in case.active_safeguards:
            yield Choice(said.entry.id, said.what.measure, moment_words(said.at))
    elif how == "entry":
        only = _ONLY.get(field, Payload)
        for entry in (one for one in case.standing if isinstance(one.payload, only)):
            at = moment_words(entry.occurred_at)
            yield Choice(entry.id, f"{entry.payload.title}, entry {entry.number}", at)


def read_answer(question: Question, given: object, now: datetime) -> Meant:
    """What was typed, or given in a file, as an answer; an empty one means nothing.

    Never repeats what was given, except where it names one of the choices.
    """
    if given is None or given == [] or (isinstance(given, str) and not given.strip()):
        needed = "This is needed." if question.required else ""
        return Meant(complaint=needed)
    if question.how == "marks":
        return _marks(given)
    if isinstance(given, list):
        return _several(question, [str(item) for item in given])
    if isinstance(given, bool) or not isinstance(given, str | int):
        return Meant(complaint=f"Write it as a text. {question.help}".strip())
    text = str(given).strip()
    if question.how == "when":
        return _moment(text, now)
    if question.how == "number":
        return _number(text)
    if question.how in ("day", "birth"):
        return _day(text, question.how, now)
    if question.how == "hours":
        return _hours(text)
    if question.how == "choices":
        return _several(question, _split(text))
    if question.how in ("line", "story"):
        return _text(question, text)
    return _chosen(question, text)


def _marks(given: object) -> Meant:
    marks, complaint = read_marks(given)
    return Meant(marks or None, echo(marks), complaint)


def _moment(text: str, now: datetime) -> Meant:
    plain = text.removeprefix("~").removeprefix("about ").strip()
    about = plain != text
    try:
        at = datetime.fromisoformat(plain) if len(plain) > len("2026-11-22") else None
    except ValueError:
        at = None
    if at is not None:
        at = at if at.tzinfo else at.replace(tzinfo=in_london(now).tzinfo)
        if at > now:
            return Meant(complaint="That is in the future. Give a past time: now, -2h, 1430.")
        return Meant(in_utc(at), say(at, now), about=about)
    reading = read_time(plain, now)
    return Meant(reading.at, reading.echo, reading.problem, about)


def _text(question: Question, text: str) -> Meant:
    kept = stored(text, len(text)).strip()
    limit = LINE_LIMIT if question.how == "line" else STORY_LIMIT
    if len(kept) > limit:
        return Meant(complaint=f"At most {limit:,} characters; this has {len(kept):,}.")
    if not kept:
        return Meant(complaint="That has no letters in it. Write it in words.")
    return Meant(kept, kept)


def _number(text: str) -> Meant:
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return Meant(int(text), text)
    return Meant(complaint="Write a whole number, such as 24.")


def _day(text: str, how: How, now: datetime) -> Meant:
    read = read_birth if how == "birth" else read_day
    reading = read(text, in_london(now).date())
    return Meant(reading.on, reading.echo, reading.problem)


def _hours(text: str) -> Meant:
    hours, problem = read_hours(text)
    words = hours.words() if hours else ""
    return Meant(words or None, words, problem)


def _split(text: str) -> list[str]:
    parts = text.split(",") if "," in text else text.split()
    if all(part.strip().isdecimal() for part in parts):
        return [part.strip() for part in parts]
    return [part.strip() for part in text.split(",") if part.strip()]


def _several(question: Question, given: list[str]) -> Meant:
    if question.how != "choices":
        return Meant(complaint="One answer, not a list.")
    found = [_chosen(question, text) for text in given]
    wrong = next((one.complaint for one in found if one.complaint), "")
    values = tuple(dict.fromkeys(one.value for one in found))
    return Meant(values, ", ".join(one.echo for one in found), wrong)


def _chosen(question: Question, text: str) -> Meant:
    """The choice named whole, by its number, by its beginning, or by beginnings of its words."""
    wanted, choices = _folded(text), question.choices
    if not choices:
        return Meant(complaint="There is nothing to choose from here.")
    exact = [one for one in choices if wanted in _names(one)]
    if not exact and question.numbered and text.isascii() and text.isdecimal():
        if 1 <= int(text[:6]) <= len(choices):
            return _found(choices[int(text) - 1])
        return Meant(complaint=f"Choose a number from 1 to {len(choices)}.")
    begun = [one for one in choices if _folded(one.label).startswith(wanted)]
    fitting = exact or begun or [one for one in choices if _fits(one, wanted.split())]
    if len(fitting) == 1:
        return _found(fitting[0])
    if not fitting:
        return Meant(complaint=f"Not found. {_some(choices)}")
    return Meant(complaint=f"That fits several. {_some(fitting)}")


def _found(choice: Choice) -> Meant:
    return Meant(choice.value, choice.words)


def _some(choices: Iterable[Choice]) -> str:
    named = [choice.words for choice in choices]
    more = f", and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    return f"Choose one of: {'; '.join(named[:_MOST_NAMED])}{more}."


def _names(choice: Choice) -> set[str]:
    value = str(choice.value) if isinstance(choice.value, UUID | str) else ""
    return {_folded(value), _folded(choice.label), _folded(choice.words)}


def _fits(choice: Choice, wanted: list[str]) -> bool:
    words = _folded(choice.words).replace(",", " ").replace("-", " ").split()
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _folded(text: str) -> str:
    """Without accents and capitals, underscores as blanks, so that names are found as typed."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("_", " "))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
