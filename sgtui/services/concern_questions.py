"""A concern asked for question by question, in the order that brings help soonest."""

from typing import Any

from sgtui.domain.entries import (
    BodyMapDeclined,
    BodyMapped,
    ConcernRecorded,
    PersonInvolved,
    SafetyChecked,
    StatementTaken,
)
from sgtui.domain.entries.choices import Category, Safety
from sgtui.domain.entries.payload import Ask, Payload
from sgtui.services.concern import ConcernNotice, concern_gaps
from sgtui.services.prompts import Question, Setting, questions
from sgtui.services.typed_answers import Meant

_ASKED_BY: dict[str, tuple[type[Payload], str]] = {
    "person": (ConcernRecorded, "person"),
    "category": (ConcernRecorded, "category"),
    "safety": (SafetyChecked, "safety"),
    "safe_because": (SafetyChecked, "because"),
    "steps": (SafetyChecked, "steps"),
    "other_categories": (ConcernRecorded, "other_categories"),
    "happened_at": (ConcernRecorded, "happened_at"),
    "place": (ConcernRecorded, "place"),
    "text": (StatementTaken, "text"),
    "statement_type": (StatementTaken, "statement_type"),
    "speaker": (StatementTaken, "speaker"),
    "body_map": (BodyMapped, "marks"),
    "no_map_because": (BodyMapDeclined, "reason"),
    "alleged": (ConcernRecorded, "alleged"),
    "alleged_staff": (ConcernRecorded, "alleged_staff"),
    "alleged_person": (ConcernRecorded, "alleged_person"),
    "works_with_children": (PersonInvolved, "works_with_children"),
    "told": (ConcernRecorded, "told"),
}
"""Field of the notice to the entry and field that it becomes, in the order of asking.

A body map begins with its marks; how they were looked at is asked for where there are any.
"""

_NOT_ASKED = {"case_kind": Ask("Route", "choice", "A child's by their age, if not said.")}
"""May be given in a file; prompts leave it as it comes."""

LEVEL_HELP = "Low level: kept inside, and somebody who decides looks at it."
"""When it must have been looked at is the ladder's affair."""

_LEVEL = Ask("Level", "choice", LEVEL_HELP)

_MAP = Ask("Body map", "marks", "Marks seen, one a line: bruise, left forearm, 3x2cm, purple")


def concern_questions(setting: Setting) -> tuple[Question, ...]:
    """The questions of a concern; whether one is needed depends on the answers before it."""
    return questions(ConcernNotice, _asks(), setting)


def file_questions(setting: Setting) -> tuple[Question, ...]:
    """Every field that a file may give."""
    return questions(ConcernNotice, {**_asks(), **_NOT_ASKED}, setting)


def _asks() -> dict[str, Ask]:
    asks = {name: kind.asks()[theirs] for name, (kind, theirs) in _ASKED_BY.items()}
    return {**asks, "body_map": _MAP, "level": _LEVEL}


def is_wanted(question: Question, answers: dict[str, Any]) -> bool:
    """Whether a question makes sense after the answers so far."""
    if question.name in ("body_map", "no_map_because"):
        named = (answers.get("category"), *answers.get("other_categories", ()))
        return Category.PHYSICAL in named and not answers.get("body_map")
    if question.name in ("statement_type", "speaker"):
        return bool(answers.get("text"))
    if question.name == "alleged_person":
        return bool(answers.get("alleged")) and not answers.get("alleged_staff")
    if question.name == "works_with_children":
        return bool(answers.get("alleged") or answers.get("alleged_staff"))
    if question.name == "level":
        return answers.get("safety") is not Safety.UNSAFE_UNCONTROLLED
    return True


def is_needed(question: Question, answers: dict[str, Any]) -> bool:
    """Whether a concern cannot be saved without this answer, given the others."""
    known = {name: value for name, value in answers.items() if name != question.name}
    return question.name in concern_gaps(ConcernNotice.model_construct(**known))


def notice_of(answers: dict[str, Any], happened: Meant | None = None) -> ConcernNotice:
    """The concern that the answers tell. Raises pydantic.ValidationError."""
    about = happened is not None and happened.about
    return ConcernNotice.model_validate({**answers, "happened_about": about})
