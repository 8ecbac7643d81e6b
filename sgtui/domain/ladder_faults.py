"""What is wrong in a ladder file, where, and what would be right, in sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from sgtui.domain.deadline import Unit
from sgtui.domain.entries.choices import CaseKind, Category, NotificationKind, Risk
from sgtui.domain.ladder import (
    ClockRule,
    Duty,
    HandoverTerms,
    LadderHead,
    OwedBy,
    Side,
    Sooner,
    Stage,
    Term,
)
from sgtui.domain.ladder_lines import LadderLines, Place
from sgtui.domain.ladder_parts import COUNTS, LEADS_TO, SAME, Condition, Outside, PatternRule, Route
from sgtui.domain.ladder_words import Circumstance, ContactKind, Trigger
from sgtui.domain.people import Role
from sgtui.domain.text import display_line


@dataclass(frozen=True)
class Fault:
    """One thing that keeps a ladder from being used."""

    line: int
    where: str
    """The key it is about: "stage L7, clock 1, amount"."""
    sentence: str
    """What is wrong and what would be right."""


class LadderRefused(Exception):
    """A ladder file that cannot be used, with everything that is wrong in it."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        """Refuse the file of that name; faults are kept in the order of their lines."""
        self.name = name
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        lines = (f"{name}, line {f.line}: {f.where}: {f.sentence}" for f in self.faults)
        super().__init__("\n".join(lines))


@dataclass(frozen=True)
class Misfit:
    """A fault before its line is known."""

    place: Place
    sentence: str


NEVER_OWN = (Role.AUDITOR, Role.READ_ONLY)
"""Roles that only read, and so can own no stage."""

_OWNERS = tuple(role for role in Role if role not in NEVER_OWN)

_CLOSED_LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "owner_role": ("role", _OWNERS),
    "fallback_roles": ("role", _OWNERS),
    "contact_point": ("contact point", tuple(ContactKind)),
    "urgent_contact_point": ("contact point", tuple(ContactKind)),
    "trigger": ("trigger", tuple(Trigger)),
    "duty": ("duty", tuple(Duty)),
    "first": ("duty", tuple(Duty)),
    "unit": ("unit", tuple(Unit)),
    "direction": ("direction", tuple(OwedBy)),
    "notification": ("notification", tuple(NotificationKind)),
    "jurisdiction": ("nation", ("ENG", "WLS", "SCT", "NIR")),
    "risk_override": ("risk with a term of its own", ("high", "immediate")),
    "cap": ("cap", ("end_of_shift",)),
    "refer_to": ("contact point", tuple(ContactKind)),
    "urgent": ("contact point", tuple(ContactKind)),
    "contact_points": ("contact point", tuple(ContactKind)),
    "case_kinds": ("sort of case", tuple(CaseKind)),
    "categories": ("category", tuple(Category)),
    "risks": ("risk", tuple(Risk)),
    "circumstances": ("circumstance", tuple(Circumstance)),
    "counts": ("thing to count", COUNTS),
    "same": ("thing in common", SAME),
    "leads_to": ("way on", LEADS_TO),
}
"""For each key with a closed list: what its words are called, and the words."""

_MODELS: dict[str, type[BaseModel]] = {
    "ladder": LadderHead,
    "stage": Stage,
    "clock": ClockRule,
    "side": Side,
    "sooner": Sooner,
    "term": Term,
    "when": Condition,
    "route": Route,
    "pattern": PatternRule,
    "outside": Outside,
    "handover": HandoverTerms,
}
"""What each sort of table in the file is read as."""

_NUMBERED = ("clock", "side", "sooner", "route", "pattern", "when")
"""Tables that stand several times and have no code of their own: they are counted from 1."""

_SHAPES = {
    "code": "a stage code is L and a number, such as L7 or L7a",
    "next_met": "stage codes are L and a number, such as L7 or L7a",
    "next_missed": "stage codes are L and a number, such as L7 or L7a",
    "name": "a stage's name is one word in small letters, such as receipt_check",
    "version": "a version is letters, digits, dots and dashes, such as ENG-Borough-3",
}

_WANTED = {
    "int_type": "this must be a whole number, such as 24, without quotes",
    "greater_than_equal": "a number below {ge} makes no sense here",
    "less_than_equal": "the most allowed here is {le}",
    "too_short": "this is empty; it must say something",
    "too_long": "this is too long: {actual_length} characters; the most is {max_length}",
    "bool_type": "this must be true or false, without quotes",
    "bool_parsing": "this must be true or false, without quotes",
    "string_type": 'this must be text in quotes, such as "Confirm receipt"',
    "tuple_type": 'this must be a list, such as ["L8", "L9"]',
    "dict_type": 'this must be a table, such as { amount = 4, unit = "hours" }',
    "model_type": 'this must be a table, such as { amount = 4, unit = "hours" }',
}


def unknown_word(word: object, sort: str, words: tuple[str, ...]) -> str:
    """ "team_leder" is not a role; did you mean "shift_leader"? Allowed: ..."""
    shown = _shown(word)
    guess = get_close_matches(shown, words, n=1, cutoff=0.5)
    hint = f'; did you mean "{guess[0]}"?' if guess else "."
    return f'"{shown}" is not a {sort}{hint} Allowed: {", ".join(words)}.'


def _shown(word: object) -> str:
    """What the file says, short and safe to print; anything but text is only called a value."""
    return display_line(word)[:40] if isinstance(word, str) else "this value"


def misfits(model: type[BaseModel], given: Mapping[str, Any], place: Place) -> Iterator[Misfit]:
    """What keeps these values from being such a model, each at its key in the file."""
    try:
        model.model_validate(given)
    except ValidationError as refused:
        for error in refused.errors():
            if error["type"] == "too_short" and error["input"]:
                continue  # What stood in it was refused, and is told already.
            at = place + tuple("clock" if part == "clocks" else part for part in error["loc"])
            yield Misfit(at, _sentence(error["type"], at, error["input"], error.get("ctx", {})))


def _sentence(kind: str, at: Place, given: object, ctx: Mapping[str, Any]) -> str:
    keys = [part for part in at if isinstance(part, str) and part != "[key]"]
    key = keys[-1]
    if kind == "missing":
        return f"{key} is missing; every {_table(keys[:-1])} needs it."
    if kind == "extra_forbidden":
        return unknown_word(key, f"key of a {_table(keys[:-1])}", _fields(keys[:-1]))
    if kind in ("enum", "literal_error"):
        holder = next(part for part in reversed(keys) if part in _CLOSED_LISTS)
        return unknown_word(given, *_CLOSED_LISTS[holder])
    if kind == "string_pattern_mismatch":
        return f'"{_shown(given)}" will not do; {_SHAPES[key]}.'
    if kind == "value_error":
        return f"{ctx['error']}."
    if kind.startswith("date"):
        return "this must be a date without quotes, such as 2026-11-22."
    wanted = _WANTED.get(kind, "this is not the sort of value that belongs here")
    return wanted.format(**ctx) + "."


def _table(keys: list[str]) -> str:
    last = keys[-1] if keys else "ladder"
    return last if last in _MODELS else "term"


def _fields(keys: list[str]) -> tuple[str, ...]:
    """The keys that a table of a ladder file may have."""
    model = _MODELS[_table(keys)]
    names = ["clock" if name == "clocks" else name for name in model.model_fields]
    return tuple(names + ["extends", "without"] if model is LadderHead else names)


def located(misfit: Misfit, lines: LadderLines, codes: Mapping[int, str]) -> Fault:
    """The fault with its line, and its place in words: stages by code, others from 1."""
    words: list[str] = []
    for before, part in zip(("", *misfit.place), misfit.place, strict=False):
        if isinstance(part, str):
            words += [_shown(part)] if part != "[key]" else []
        elif before == "stage":
            words[-1] = f"stage {codes.get(part, part + 1)}"
        elif before in _NUMBERED:
            words[-1] = f"{before} {part + 1}"
    return Fault(lines.line(misfit.place), ", ".join(words) or "file", misfit.sentence)
