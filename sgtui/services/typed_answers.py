"""What a typed answer to a plain question means, or one that a file gives."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sgtui.domain.due_time import read_due, say_due
from sgtui.domain.entries.payload import LINE_LIMIT, STORY_LIMIT, How
from sgtui.domain.london_time import in_london, in_utc
from sgtui.domain.opening_hours import read_hours
from sgtui.domain.text import stored
from sgtui.domain.typed_day import read_birth, read_day
from sgtui.domain.typed_entries import read_entries
from sgtui.domain.when import read_time, say
from sgtui.services.mark_answers import echo, read_marks
from sgtui.services.prompts import Choice, Question

_MOST_NAMED = 6
"""Candidates named when an answer fits several."""


@dataclass(frozen=True)
class Meant:
    """What an answer means, or the sentence that says what is wrong with it."""

    value: Any = None
    echo: str = ""
    complaint: str = ""
    about: bool = False
    """Whether a time was typed as only about right."""


def read_answer(
    question: Question, given: object, now: datetime, said: datetime | None = None
) -> Meant:
    """What was typed, or given in a file, as an answer; an empty one means nothing.

    `said`: when it was said, which a time to come is not before. Never repeats what was given,
    except where it names one of the choices.
    """
    if given is None or given == [] or (isinstance(given, str) and not given.strip()):
        needed = "This is needed." if question.required else ""
        return Meant(complaint=needed)
    if question.how == "marks":
        return _marks(given)
    if question.how == "entries":
        return _entries(question, given, now)
    if isinstance(given, list):
        return _several(question, [str(item) for item in given])
    if isinstance(given, bool) or not isinstance(given, str | int):
        return Meant(complaint=f"Write it as a text. {question.help}".strip())
    text = str(given).strip()
    if question.how == "when":
        return _moment(text, now)
    if question.how == "due":
        return _due(text, now, said)
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


def _entries(question: Question, given: object, now: datetime) -> Meant:
    """Entries by number, "12, 14-18", or in a list of numbers and ids as a file gives it."""
    case = question.case
    if case is None:
        return Meant(complaint="There is nothing to choose from here.")
    numbers = {str(entry.id): str(entry.number) for entry in case.entries}
    parts = given if isinstance(given, list) else [given]
    if not all(isinstance(part, str | int) for part in parts):
        return Meant(complaint="Write the numbers of entries: 12, 14-18.")
    typed = ", ".join(numbers.get(str(part).strip().lower(), str(part)) for part in parts)
    reading = read_entries(typed, case, now)
    return Meant(reading.ids or None, reading.echo, reading.problem)


def _moment(text: str, now: datetime) -> Meant:
    plain = text.removeprefix("~").removeprefix("about ").strip()
    about = plain != text
    at = _iso(plain, now)
    if at is None:
        reading = read_time(plain, now)
        return Meant(reading.at, reading.echo, reading.problem, about)
    if at > now:
        return Meant(complaint="That is in the future. Give a past time: now, -2h, 1430.")
    return Meant(in_utc(at), say(at, now), about=about)


def _due(text: str, now: datetime, said: datetime | None) -> Meant:
    at = _iso(text, now)
    if at is None:
        reading = read_due(text, now, said)
        return Meant(reading.at, reading.echo, reading.problem)
    if at < min(said or now, now):
        return Meant(complaint="That is past. Give a time to come: +3h, mon 10:00.")
    return Meant(in_utc(at), say_due(at, now))


def _iso(text: str, now: datetime) -> datetime | None:
    """A moment in ISO form, in London time where it names no zone; None for anything else."""
    try:
        at = datetime.fromisoformat(text) if len(text) > len("2026-11-22") else None
    except ValueError:
        return None
    return at.replace(tzinfo=in_london(now).tzinfo) if at and not at.tzinfo else at


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
        return _numbered(question, int(text[:6]))
    begun = [one for one in choices if _folded(one.label).startswith(wanted)]
    fitting = exact or begun or [one for one in choices if _fits(one, wanted.split())]
    if len(fitting) == 1:
        return _found(fitting[0])
    if not fitting:
        return Meant(complaint=f"Not found. {_some(choices)}")
    return Meant(complaint=f"That fits several. {_some(fitting)}")


def _numbered(question: Question, number: int) -> Meant:
    numbers = question.numbers
    if number in numbers:
        return _found(numbers[number])
    if any(one.number for one in question.choices):
        return Meant(complaint=f"Choose one of the numbers {', '.join(map(str, sorted(numbers)))}.")
    return Meant(complaint=f"Choose a number from 1 to {len(numbers)}.")


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
