"""The fields of a form, from what a kind of entry says of its own: which widget asks for each."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, get_args

from sgtui.domain.entries import Ask, Payload
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.entries.marks import Mark
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import in_london
from sgtui.services.case import CaseView
from sgtui.ui.forms import case_choices
from sgtui.ui.forms.answers import (
    Answer,
    ChoiceAnswer,
    LineAnswer,
    MarksAnswer,
    PickAnswer,
    Raw,
    StoryAnswer,
    WhenAnswer,
)
from sgtui.ui.forms.read_answers import DayAnswer, HoursAnswer
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.choice_row import Choice
from sgtui.ui.widgets.digit_row import DIGITS

HAPPENED = "occurred_at"
"""Name of the field for when it happened, which is the entry's own and not its payload's."""

OWN_TIME = ("sent_at", "received_at", "acknowledged_at", "decided_at", "said_at")
"""Times in a payload that are also when the entry happened."""

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
    moment = _moment(value)
    if moment is None:
        return _word(value)
    return f"{in_london(moment):%d/%m/%Y %H:%M}"


def told(value: Any) -> Any:
    """A changed value as an amendment holds it: marks in words, anything else as it is."""
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        return [_word(item) for item in value]
    return value


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and len(value) >= 20 and value[10:11] == "T":
        return datetime.fromisoformat(value)
    return None


def _word(value: Any) -> str:
    if isinstance(value, Mapping):
        return mark_words(Mark.model_validate(value))
    return str(value.value) if isinstance(value, Enum) else str(value)


def kind_word(kind: type[Payload]) -> str:
    """The word that names a kind of entry in the record."""
    return str(kind.model_fields["kind"].default)


def happened(now: Now) -> Answer:
    """When it happened; empty means now."""
    ask = Ask("Happened", "when", "When it happened: now, -2h, 1430, yest 14:30, ~1430 for about.")
    return WhenAnswer(HAPPENED, ask, now, default_now=True)


def answer_for(
    kind: type[Payload], name: str, view: CaseView | None, now: Now, known: Mapping[str, Any]
) -> Answer:
    """The field that asks for one thing; what a form was opened about is its only candidate.

    `view`: the case it is about; None for the register, whose kinds ask for nothing of a case.
    """
    ask = kind.asks()[name]
    field = kind.model_fields[name]
    required = field.is_required() and type(None) not in get_args(field.annotation)
    match ask.how:
        case "story":
            answer: Answer = StoryAnswer(name, ask)
        case "marks":
            answer = MarksAnswer(name, ask)
        case "when":
            answer = WhenAnswer(name, ask, now, default_now=required and name in OWN_TIME)
            required = required and name not in OWN_TIME
        case "choice" | "choices":
            choices = tuple(closed_list(field.annotation))
            if ask.how == "choice" and len(choices) > _MOST_DIGITS:
                answer = PickAnswer(name, ask, [Candidate(c.id, c.words) for c in choices])
            else:
                answer = ChoiceAnswer(name, ask, choices, many=ask.how == "choices")
        case "day" | "birth":
            answer = DayAnswer(name, ask, now)
        case "hours":
            answer = HoursAnswer(name, ask)
        case "line" | "number":
            answer = LineAnswer(name, ask)
        case _:
            answer = _pick(name, ask, _candidates(kind, ask, view, known.get("entry")))
    answer.needed = required
    return answer


def _candidates(
    kind: type[Payload], ask: Ask, view: CaseView | None, about: object
) -> list[Candidate]:
    if view is None:
        return []
    makers: dict[str, Callable[[CaseView], list[Candidate]]] = {
        "staff": case_choices.staff,
        "person": case_choices.people,
        "contact": case_choices.contacts,
        "referral": case_choices.referrals,
        "safeguard": case_choices.safeguards,
    }
    if ask.how in makers:
        return makers[ask.how](view)
    found = case_choices.entries(view, kind_word(kind))
    return [one for one in found if one.id == str(about)] or found


def _pick(name: str, ask: Ask, candidates: list[Candidate]) -> Answer:
    """Things of the case have digits while they are few; people and desks are found by letters."""
    of_the_case = ask.how in ("referral", "safeguard", "entry")
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
