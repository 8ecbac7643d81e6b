"""Answers as a scenario gives them: people, desks and entries by name, times as people say them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sgtui.domain.entries import CASE_KINDS, Payload
from sgtui.domain.entries.payload import Ask
from tests.domain.usual_answers import ABOUT, ANSWERS, STATED
from tests.scenarios.told.moment import moment
from tests.scenarios.told.register import ids, person_id

_TIMES = ("when", "due")
_ENTRIES = ("entry", "referral", "safeguard")

Find = Callable[[str], UUID]
"""The id of an entry by its label, or the newest of a kind."""

_NOTICE: dict[str, Any] = {
    "person": "ada",
    "category": "neglect",
    "place": "bedroom",
    "text": "She had waited for two hours, cold and wet.",
    "safety": "safe",
}
_NOTICE_SORTS = {"alleged_staff": "staff", "told": "staff", "alleged_person": "person"}


def notice_fields(told: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """What a notice of a concern says; in danger only what is told, else what is usual too."""
    usual = {} if told.get("safety") == "unsafe_uncontrolled" else {**_NOTICE, "happened_at": now}
    given = {**usual, **told}
    given["person"] = person_id(given.get("person", "ada"))
    for name, sort in _NOTICE_SORTS.items():
        if name in given:
            given[name] = ids(sort)[given[name]]
    if isinstance(given.get("happened_at"), str):
        given["happened_at"] = moment(given["happened_at"])
    return given


def payload_of(
    kind: str, told: Mapping[str, Any], now: datetime, case_kind: str, find: Find
) -> Payload:
    """What an entry of that kind says, with the usual answers where none are given.

    An answer of None leaves the field out. Raises pydantic.ValidationError.
    """
    model = CASE_KINDS[kind]
    asks = model.asks()
    usual = {n: a for n, a in ANSWERS.get(kind, {}).items() if _asked(asks.get(n), case_kind)}
    given = {**usual, **told}
    if kind in STATED:
        given.setdefault(STATED[kind], now)
    for name, about in ABOUT.get(kind, {}).items():
        given.setdefault(name, about)
    answers = {n: _meant(a, asks.get(n), find) for n, a in given.items() if a is not None}
    return model.model_validate(answers)


def _asked(ask: Ask | None, case_kind: str) -> bool:
    return ask is None or ask.only in (None, "", case_kind)


def _meant(answer: Any, ask: Ask | None, find: Find) -> Any:
    """A name as the id it stands for, and a time in words as the moment."""
    if ask is None or not isinstance(answer, str | tuple):
        return answer
    if ask.how == "entries":
        return tuple(find(one) if isinstance(one, str) else one for one in answer)
    if not isinstance(answer, str):
        return answer
    if ask.how in _TIMES:
        return moment(answer)
    return find(answer) if ask.how in _ENTRIES else ids(ask.how).get(answer, answer)
