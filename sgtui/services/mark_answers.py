"""Marks as people give them: typed one a line, or listed in a file.

A complaint names the line and repeats nothing that was given.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from sgtui.domain.entries.body import MOST_MARKS
from sgtui.domain.entries.complaints import complaints
from sgtui.domain.entries.mark_reading import NotAMark, read_mark
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.entries.marks import Mark
from sgtui.domain.text import stored


def read_marks(given: object) -> tuple[tuple[Mark, ...], str]:
    """The marks meant, and what is wrong with the first line that cannot be read, or "".

    `given` is a text with one mark a line, or a list: each a text or an object of a mark's fields.
    """
    marks = []
    for number, line in _lines(given):
        try:
            marks.append(_mark(line))
        except NotAMark as fault:
            return (), f"Line {number}: {fault}"
        except ValidationError as fault:
            return (), f"Line {number}: {' '.join(complaints(fault, Mark).values())}"
    if len(marks) > MOST_MARKS:
        return (), f"At most {MOST_MARKS} marks; these are {len(marks)}. Make a second map."
    return tuple(marks), ""


def echo(marks: Iterable[Mark], first: int = 1) -> str:
    """The marks as they were understood, one a line, by number."""
    return "\n".join(f"{number}. {mark_words(mark)}" for number, mark in enumerate(marks, first))


def _lines(given: object) -> Iterator[tuple[int, Any]]:
    """Each line with the number it has where it was written; blank ones mean nothing."""
    if isinstance(given, str):
        lines = enumerate(given.splitlines(), start=1)
        yield from ((number, line) for number, line in lines if line.strip())
    else:
        yield from enumerate(given if isinstance(given, list) else [given], start=1)


def _mark(line: object) -> Mark:
    if isinstance(line, str):
        return read_mark(line)
    if isinstance(line, dict):
        return _of_fields(line)
    raise NotAMark("Write each mark as a text: bruise, left forearm, 3x2cm, purple.")


def _of_fields(given: Mapping[str, Any]) -> Mark:
    """A mark by its fields, as JSON has them; a blank text is no answer."""
    if not given.keys() <= Mark.model_fields.keys():
        raise NotAMark(f"One field is not known here. There are {', '.join(Mark.model_fields)}.")
    answers = {name: value for name, value in given.items() if not is_blank(value)}
    return Mark.model_validate(answers)


def is_blank(given: object) -> bool:
    """Whether nothing was given, or a text with nothing in it."""
    return given is None or (isinstance(given, str) and not stored(given).strip())
