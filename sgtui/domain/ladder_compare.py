"""Two ladders side by side: what the second says otherwise than the first, stage by stage."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pydantic import BaseModel

from sgtui.domain.flowchart import deadline_words
from sgtui.domain.labelled import Labelled
from sgtui.domain.ladder import ClockRule, Ladder, OwedBy, Side, Stage
from sgtui.domain.ladder_kept import handover_terms

_WORDS = {
    "title": "title",
    "owner_role": "owner",
    "fallback_roles": "stands in",
    "counterpart": "facing",
    "side": "also at the table",
    "contact_point": "ring",
    "urgent_contact_point": "ring when it cannot wait",
    "attempts": "calls in vain before the next rung",
    "next_met": "in time leads to",
    "next_missed": "late leads to",
    "trigger": "begins with",
    "parallel": "beside the ladder",
    "formal": "formal from here on",
}
"""What is compared of a stage, word against word."""

_TEXTS = {"checklist": "what to do", "script": "what to say", "immediate": "in immediate danger"}
"""What is too long to set side by side: that it differs is said."""


def compare(was: Ladder, now: Ladder) -> tuple[str, ...]:
    """Every difference that bears on what is done; empty where they ask for the same.

    "L10: Team manager's answer: 1 working day -> the same working day".
    """
    return tuple(_lines(was, now))


def _lines(was: Ladder, now: Ladder) -> Iterator[str]:
    before = {stage.code: stage for stage in was.stages}
    after = {stage.code: stage for stage in now.stages}
    for code, stage in after.items():
        if code in before:
            yield from (f"{code}: {words}" for words in _stage(before[code], stage))
        else:
            yield f"{code}: new, {stage.title}"
    yield from (f"{code}: gone, {before[code].title}" for code in before if code not in after)
    yield from _by_name("route", was.routes, now.routes, lambda route: route.name)
    yield from _by_name("pattern", was.patterns, now.patterns, lambda rule: rule.name)
    if was.outside != now.outside:
        yield "where to turn when nobody inside is left: changed"
    if handover_terms(was) != handover_terms(now):
        yield "how shifts hand over: changed"
    if was.fewest_shown != now.fewest_shown:
        yield f"fewest shown in a summary: {was.fewest_shown}, now {now.fewest_shown}"


def _stage(was: Stage, now: Stage) -> Iterator[str]:
    for field, label in _WORDS.items():
        before, after = _said(getattr(was, field)), _said(getattr(now, field))
        if before != after:
            yield f"{label} {before} -> {after}"
    yield from _clocks(was, now)
    texts = [_TEXTS[key] for key in _TEXTS if getattr(was, key) != getattr(now, key)]
    if texts:
        yield f"other words for {', '.join(texts)}"


def _clocks(was: Stage, now: Stage) -> Iterator[str]:
    before, after = _rules(was), _rules(now)
    for name, rule in after.items():
        if name not in before:
            owed = " (they owe it)" if rule.direction is OwedBy.THEY_OWE else ""
            yield f"new: {rule.title}, {deadline_words(rule)}{owed}"
        elif deadline_words(before[name]) != deadline_words(rule):
            yield f"{rule.title}: {deadline_words(before[name])} -> {deadline_words(rule)}"
        elif before[name].model_copy(update={"source": rule.source, "title": rule.title}) != rule:
            yield f"{rule.title}: owed on other terms"
    yield from (f"gone: {rule.title}" for name, rule in before.items() if name not in after)


def _rules(stage: Stage) -> dict[tuple[object, ...], ClockRule]:
    """Each clock by what it is about; several of one sort by their place."""
    found: dict[tuple[object, ...], ClockRule] = {}
    for rule in stage.clocks:
        name = (rule.duty, rule.notification)
        found[(*name, sum(key[:2] == name for key in found))] = rule
    return found


def _said(value: object) -> str:
    """A value of a stage in words."""
    if isinstance(value, tuple):
        return ", ".join(_said(one) for one in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Side):
        return value.title
    return value.label if isinstance(value, Labelled) else str(value or "none")


P = TypeVar("P", bound=BaseModel)


def _by_name(
    what: str, was: Sequence[P], now: Sequence[P], name: Callable[[P], str]
) -> Iterator[str]:
    before, after = ({name(one): one for one in some} for some in (was, now))
    for called, one in after.items():
        if called not in before:
            yield f"{what} {called}: new"
        elif before[called] != one:
            yield f"{what} {called}: changed"
    yield from (f"{what} {called}: gone" for called in before if called not in after)
