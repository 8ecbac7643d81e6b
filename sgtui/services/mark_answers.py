"""Marks as people give them: typed one a line, or listed in a file.

A complaint names the line and repeats nothing that was given.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from sgtui.domain.entries.body import MOST_MARKS
from sgtui.domain.entries.complaints import complaints
from sgtui.domain.entries.mark_reading import NotAMark, read_mark
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.entries.marks import Mark


def read_marks(given: object) -> tuple[tuple[Mark, ...], str]:
    """The marks meant, and what is wrong with the first line that cannot be read, or "".

    `given` is a text with one mark a line, or a list: each a text or an object of a mark's fields.
    """
    marks = []
    for number, line in enumerate(_lines(given), start=1):
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


def _lines(given: object) -> Iterator[Any]:
    if isinstance(given, str):
        yield from (line for line in given.splitlines() if line.strip())
    elif isinstance(given, list):
        yield from given
    else:
        yield given


def _mark(line: object) -> Mark:
    if isinstance(line, str):
        return read_mark(line)
    if isinstance(line, dict):
        return Mark.model_validate(line)
    raise NotAMark("Write each mark as a text: bruise, left forearm, 3x2cm, purple.")
