"""What is wrong with an answer, in plain sentences, each with the field that it is about.

What was typed is never repeated: it may be about a person, and the sentence may be logged.
"""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from sgtui.domain.entries.payload import Ask, How, Payload, Whom, asks_of
from sgtui.domain.labelled import Labelled

_CHOOSE: dict[How, str] = {
    "staff": "choose somebody from the register.",
    "person": "choose somebody from the register.",
    "contact": "choose a desk from the register.",
    "referral": "choose a referral of this case.",
    "safeguard": "choose a safeguard of this case.",
    "entry": "choose an entry of this case.",
    "entries": "write the numbers of entries, such as 12, 14-18.",
    "ladder": "choose a ladder that has been adopted.",
}
_A_TIME = "write a day and a time, such as 14:30 or yest 14:30."
_A_TIME_TO_COME = "write a day and a time to come, such as mon 10:00 or +3h."
_A_DAY = "write a day, such as 24 Dec 1940."


def complaints(error: ValidationError, kind: type[BaseModel]) -> dict[str, str]:
    """Field name to what is wrong with it and what would be right; "" for what fits no field.

    `kind` is the model that refused the answers: a kind of entry or any other with fields.
    """
    found: dict[str, str] = {}
    for item in error.errors(include_url=False):
        name = _field(item["loc"], kind)
        sentence = _sentence(item, name, kind)
        if not name:
            name = _meant(sentence, kind)
        found.setdefault(name, sentence)
    return found


def _field(loc: tuple[int | str, ...], kind: type[BaseModel]) -> str:
    """The field that a place in the answers is in; a union puts the kind's own word before it."""
    return next((str(part) for part in loc if part in kind.model_fields), "")


def _sentence(item: Any, name: str, kind: type[BaseModel]) -> str:
    if item["type"] == "value_error":
        said = str(item["ctx"]["error"])
        return said if not name else f"{_label(name, kind)}: {said[:1].lower()}{said[1:]}"
    if not name:
        return _UNPLACED.get(item["type"], "Something here does not fit. Look at each answer.")
    return f"{_label(name, kind)}: {_what(item, name, kind)}"


_UNPLACED = {
    "extra_forbidden": "There is an answer here that this does not ask for. Take it out.",
    "union_tag_invalid": "That is no kind of entry.",
    "union_tag_not_found": "Say which kind of entry it is, in kind.",
}


def _what(item: Any, name: str, kind: type[BaseModel]) -> str:
    ask = asks_of(kind).get(name, Ask(name))
    sort = str(item["type"])
    typed = isinstance(item["input"], str)
    if sort in ("missing", "string_too_short") or item["input"] is None:
        sort = "missing"
    elif typed and sort in ("too_short", "too_long"):
        sort = {"too_short": "missing", "too_long": "string_too_long"}[sort]
    if sort == "missing":
        return _still_needed(ask)
    if ask.how in _CHOOSE:
        return _CHOOSE[ask.how]
    if ask.how == "due":
        return _A_TIME_TO_COME
    members = _members(name, kind)
    if members:
        return f"choose one of {', '.join(members)}."
    for start, says in _SAYS.items():
        if sort.startswith(start):
            return says(item)
    return "this does not fit here."


def _still_needed(ask: Ask) -> str:
    """That nothing is answered, and where it is chosen from."""
    choose = _CHOOSE.get(ask.how)
    return f"this is still needed: {choose}" if choose else "this is still needed."


def unanswered(answers: Mapping[str, Any], kind: type[Payload], whom: Whom) -> dict[str, str]:
    """What must be answered about an adult or a child and is not, as complaints by field."""
    return {
        name: f"{ask.label}: {_still_needed(ask)}"
        for name, ask in kind.asks(whom).items()
        if ask.needed and answers.get(name) in (None, "", ())
    }


def _too_long(item: Any) -> str:
    most, there = item["ctx"]["max_length"], len(item["input"])
    return f"at most {most:,} characters; this has {there:,}. Shorten it, or say the rest apart."


def _number(item: Any) -> str:
    bound = item.get("ctx", {})
    if "ge" in bound:
        return f"write a whole number, {bound['ge']} or more."
    if "le" in bound:
        return f"write a whole number, {bound['le']} or less."
    return "write a whole number."


def _always(sentence: str) -> Callable[[Any], str]:
    return lambda _item: sentence


_SAYS: dict[str, Callable[[Any], str]] = {
    "string_too_long": _too_long,
    "string_pattern": _always("this is not in the form that is asked for."),
    "string": _always("write it in words."),
    "datetime": _always(_A_TIME),
    "timezone": _always("say in which time zone, such as 2026-11-22T14:30+00:00."),
    "date": _always(_A_DAY),
    "int": _number,
    "greater": _number,
    "less": _number,
    "too_short": _always("at least one is needed."),
    "too_long": _always("these are too many."),
    "bool": _always("answer yes or no."),
    "uuid": _always("choose one that exists."),
}
"""Pydantic's word for what is wrong, or its beginning, to what to say; the first that fits."""


def _members(name: str, kind: type[BaseModel]) -> list[str]:
    """The labels of the closed list that a field chooses from, if it does."""
    annotation = kind.model_fields[name].annotation
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, Labelled):
            return [member.label for member in candidate]
    return []


def _label(name: str, kind: type[BaseModel]) -> str:
    ask = asks_of(kind).get(name)
    return ask.label if ask else name.replace("_", " ").capitalize()


def _meant(sentence: str, kind: type[BaseModel]) -> str:
    """The field whose label a sentence names at its end, "in Spoke to."; "" where it names none."""
    asks, plain = asks_of(kind), sentence.rstrip(".")
    ending = [name for name, ask in asks.items() if plain.endswith(f"in {ask.label}")]
    named = [name for name, ask in asks.items() if f"in {ask.label}" in sentence]
    return max(ending or named, key=lambda name: len(asks[name].label), default="")
