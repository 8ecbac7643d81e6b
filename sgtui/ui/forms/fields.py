"""The fields of a form, from what a kind of entry says of its own: which widget asks for each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, get_args

from sgtui.domain.entries import Ask, Payload
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.entries.marks import Mark
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import in_london
from sgtui.domain.register import Register
from sgtui.services.case import CaseView
from sgtui.services.prompts import OWN_TIME
from sgtui.ui.forms import case_choices
from sgtui.ui.forms.answers import (
    Answer,
    ChoiceAnswer,
    LineAnswer,
    MarksAnswer,
    PickAnswer,
    Raw,
    StoryAnswer,
)
from sgtui.ui.forms.entries_answer import EntriesAnswer
from sgtui.ui.forms.read_answers import DayAnswer, DueAnswer, HoursAnswer, WhenAnswer
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.choice_row import Choice
from sgtui.ui.widgets.digit_row import DIGITS

HAPPENED = "occurred_at"
"""Name of the field for when it happened, which is the entry's own and not its payload's."""

_MOST_CHOICES = 9
"""Things of the case shown with digits; more are picked by letters."""

_MOST_DIGITS = len(DIGITS)
"""Choices of a closed list that have a digit; a longer list is picked from by letters."""

Now = Callable[[], datetime]


def plain(known: Mapping[str, Any]) -> dict[str, Raw]:
    """Known values as fields hold them."""
    found: dict[str, Raw] = {}
    for name, value in known.items():
        if isinstance(value, list | tuple):
            found[name] = [_word(item) for item in value]
        elif value is not None:
            found[name] = typed(value)
    return found


def typed(value: Any) -> str:
    """One known value as it would be typed: a moment in London time, a mark in words."""
    moment = moment_of(value)
    if moment is None:
        return _word(value)
    return f"{in_london(moment):%d/%m/%Y %H:%M}"


def told(value: Any) -> Any:
    """A changed value as an amendment holds it: marks in words, anything else as it is."""
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        return [_word(item) for item in value]
    return value


def moment_of(value: Any) -> datetime | None:
    """The moment that a known value is, as itself or as JSON has it; None for anything else."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and len(value) >= 20 and value[10:11] == "T":
        return datetime.fromisoformat(value)
    return None


def _word(value: Any) -> str:
    if isinstance(value, Mapping):
        return mark_words(Mark.model_validate(value))
    return str(value.value) if isinstance(value, Enum) else str(value)


def happened(now: Now) -> Answer:
    """When it happened; empty means now."""
    ask = Ask("Happened", "when", "When it happened: now, -2h, 1430, yest 14:30, ~1430 for about.")
    return WhenAnswer(HAPPENED, ask, now, default_now=True)


@dataclass(frozen=True)
class Asked:
    """What a form asks about."""

    kind: type[Payload]
    now: Now
    known: Mapping[str, Any]
    """Field name to what is known already."""
    register: Register
    view: CaseView | None = None
    """The case; None for the register, whose kinds ask for nothing of a case."""


def answer_for(name: str, asked: Asked) -> Answer:
    """The field that asks for one thing."""
    ask = asked.kind.asks()[name]
    field = asked.kind.model_fields[name]
    required = field.is_required() and type(None) not in get_args(field.annotation)
    if ask.how == "when":
        own = required and name in OWN_TIME
        answer: Answer = WhenAnswer(name, ask, asked.now, default_now=own)
        required = required and not own
    elif ask.how in ("choice", "choices"):
        answer = _closed(name, ask, field.annotation)
    elif ask.how == "entries" and asked.view is not None:
        answer = EntriesAnswer(name, ask, asked.view.case, asked.now)
    else:
        answer = _written(name, ask, asked) or _pick(name, ask, _candidates(name, ask, asked))
    answer.needed = required or ask.needed
    return answer


def _written(name: str, ask: Ask, asked: Asked) -> Answer | None:
    """The field for what is typed; None for what is chosen."""
    match ask.how:
        case "line" | "number":
            return LineAnswer(name, ask)
        case "story":
            return StoryAnswer(name, ask)
        case "marks":
            return MarksAnswer(name, ask)
        case "due":
            return DueAnswer(name, ask, asked.now)
        case "day" | "birth":
            return DayAnswer(name, ask, asked.now)
        case "hours":
            return HoursAnswer(name, ask)
    return None


def _closed(name: str, ask: Ask, annotation: Any) -> Answer:
    """A closed list with digits while they last; a longer one is picked from by letters."""
    choices = tuple(closed_list(annotation))
    if ask.how == "choice" and len(choices) > _MOST_DIGITS:
        return PickAnswer(name, ask, [Candidate(c.id, c.words) for c in choices])
    return ChoiceAnswer(name, ask, choices, many=ask.how == "choices")


def _candidates(name: str, ask: Ask, asked: Asked) -> list[Candidate]:
    match ask.how:
        case "staff":
            return case_choices.staff(asked.register)
        case "person":
            return case_choices.people(asked.register)
        case "ladder":
            return case_choices.ladders(asked.register)
    view, about = asked.view, asked.known.get(name)
    if view is None:
        return []
    match ask.how:
        case "contact":
            return case_choices.contacts(view)
        case "referral":
            return case_choices.referrals(view)
        case "safeguard":
            return case_choices.safeguards(view, about)
    return case_choices.entries(view, asked.kind, ask, about)


def _pick(name: str, ask: Ask, candidates: list[Candidate]) -> Answer:
    """Things of the case have digits while they are few; people and desks are found by letters."""
    of_the_case = ask.how in ("referral", "safeguard", "entry", "ladder")
    if of_the_case and len(candidates) <= _MOST_CHOICES:
        return ChoiceAnswer(name, ask, [Choice(c.id, c.label) for c in candidates])
    return PickAnswer(name, ask, candidates)


def closed_list(annotation: Any) -> Iterable[Choice]:
    """The choices of a closed list, however it is wrapped in the annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        return [Choice(member.value, member.label) for member in annotation]
    return [choice for part in get_args(annotation) for choice in closed_list(part)]


def defaults(kind: type[Payload]) -> dict[str, Raw]:
    """The default answers of a kind, as fields hold them."""
    given = {name: kind.model_fields[name].get_default() for name in kind.asks()}
    return plain({name: value for name, value in given.items() if isinstance(value, Labelled)})


def only_one(answers: Iterable[Answer]) -> dict[str, Raw]:
    """A referral, safeguard or entry that is the only one there, where one is needed."""
    return {
        answer.name: answer.only
        for answer in answers
        if isinstance(answer, ChoiceAnswer) and answer.needed and answer.only
    }
