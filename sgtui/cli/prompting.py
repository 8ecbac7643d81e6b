"""Asking on the terminal, one plain line after another, so that a screen reader can follow."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from sgtui.cli.exits import Refused
from sgtui.cli.output import say
from sgtui.domain.entries import Payload
from sgtui.domain.entries.body import MOST_MARKS
from sgtui.domain.entries.complaints import complaints
from sgtui.services.mark_answers import echo, read_marks
from sgtui.services.prompts import Question
from sgtui.services.typed_answers import Meant, read_answer

_MOST_ENTRIES = 20
"""Entries of a case named before their numbers are asked for."""


def ask(
    question: Question,
    place: str,
    now: datetime,
    *,
    needed: bool,
    usual: Meant | None = None,
    said: datetime | None = None,
) -> Meant:
    """Ask one question until its answer can be read.

    An empty line means what is `usual`, or skips what is not needed. `said`: when what is asked
    about was said, for a time to come.
    """
    empty = f" (Enter for {usual.echo})" if usual else "" if needed else " (Enter to skip)"
    say(f"\n{place} {question.label}{empty}")
    if question.help:
        say(f"   {question.help}")
    for line in _choices(question):
        say(f"   {line}")
    while True:
        typed = _typed(question)
        if usual is not None and not typed:
            return usual
        meant = read_answer(question, typed, now, said)
        if not meant.complaint and (meant.value is not None or not needed):
            if meant.echo and meant.echo != typed and question.how != "marks":
                say(f"   = {meant.echo}")
            return meant
        say(f"   {meant.complaint or 'This is needed.'}")


def _choices(question: Question) -> Iterator[str]:
    """The answers there are, each with the number that chooses it."""
    if question.how == "entries" and question.case is not None:
        entries = question.case.entries
        yield from (f"{one.number}  {one.payload.title}" for one in entries[-_MOST_ENTRIES:])
        if len(entries) > _MOST_ENTRIES:
            yield f"and the earlier ones, 1 to {len(entries) - _MOST_ENTRIES}"
    elif question.numbered:
        yield from (f"{number}  {choice.words}" for number, choice in question.numbers.items())


def _typed(question: Question) -> str:
    """What was typed: one line, or several where that is how it is told."""
    if question.how == "marks":
        return _marks()
    return _story() if question.how == "story" else _line()


def _line() -> str:
    try:
        return input("> ")
    except EOFError:
        raise Refused("The answers ended before everything was asked. Nothing was saved.") from None


def _story() -> str:
    """Lines up to an empty one."""
    say("   Several lines; an empty line ends it.")
    lines: list[str] = []
    while line := _line():
        lines.append(line)
    return "\n".join(lines)


def _marks() -> str:
    """Marks up to an empty line, each read back at once and typed again where it is none."""
    say("   One mark a line; an empty line ends.")
    lines: list[str] = []
    while len(lines) < MOST_MARKS and (line := _line().strip()):
        marks, complaint = read_marks([line])
        if complaint:
            say(f"   {complaint.removeprefix('Line 1: ')}")
        else:
            lines.append(line)
            say(f"   = {echo(marks, len(lines))}")
    return "\n".join(lines)


def chosen(*answers: str) -> int:
    """The number of one of these answers; asked again for anything else."""
    for number, answer in enumerate(answers, start=1):
        say(f"   {number}  {answer}")
    numbers = [str(number) for number in range(1, len(answers) + 1)]
    while (typed := _line().strip()) not in numbers:
        say(f"   Type a number from 1 to {len(answers)}.")
    return int(typed)


def confirm(sentence: str) -> None:
    """Ask whether to save. Raises Refused for anything but yes."""
    say(f"\n{sentence}")
    say("   1  Save")
    say("   2  Do not save")
    if _line().strip().casefold() not in ("1", "y", "yes", "save"):
        raise Refused("Nothing was saved.")


def read_all(
    questions: Iterable[Question], given: Mapping[str, object], now: datetime
) -> tuple[dict[str, Meant], list[str]]:
    """Every answer that a file gives, and every complaint about them."""
    known = {question.name: question for question in questions}
    wrong = [_unknown(name, known) for name in given if name not in known]
    said = _said(known, given, now)
    read = {
        name: read_answer(known[name], given[name], now, said) for name in given if name in known
    }
    wrong += [f"{name}: {meant.complaint}" for name, meant in read.items() if meant.complaint]
    return {name: meant for name, meant in read.items() if meant.value is not None}, wrong


def _said(
    known: Mapping[str, Question], given: Mapping[str, object], now: datetime
) -> datetime | None:
    """When what a file tells happened, where it says so."""
    if "happened" not in known or "happened" not in given:
        return None
    at = read_answer(known["happened"], given["happened"], now).value
    return at if isinstance(at, datetime) else None


def _unknown(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = get_close_matches(name, names, n=1)
    meant = f"Did you mean {near[0]}?" if near else f"There are {', '.join(names)}."
    return f"One field is not known here. {meant}"


def refuse_unless_right(wrong: Iterable[str]) -> None:
    """Raise Refused with every complaint at once."""
    found = list(wrong)
    if found:
        raise Refused("\n".join([*found, "Nothing was saved."]))


def complaints_of(fault: ValidationError, kind: type[Payload]) -> list[str]:
    """What is wrong with the fields of a kind of entry, without what was given."""
    labels = {name: ask.label for name, ask in kind.asks().items()}
    return [
        f"{labels.get(name, name)}: {sentence}" if name else sentence
        for name, sentence in complaints(fault, kind).items()
    ]


def values(read: Mapping[str, Meant]) -> dict[str, Any]:
    """Field name to what was meant."""
    return {name: meant.value for name, meant in read.items()}
