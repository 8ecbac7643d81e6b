"""Several entries of a case by their numbers as people type them: "12, 14-18"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import Entry
from sgtui.domain.when import say

NUMBERS_EXAMPLE = "12, 14-18"
"""What to type, for hints and problems."""

_HOW = f"Type the numbers of entries: {NUMBERS_EXAMPLE}."
_PART = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)
_LONGEST = 400


class EntriesReading(BaseModel):
    """Which entries typed numbers mean, or what to type instead; neither while nothing is typed."""

    model_config = ConfigDict(frozen=True)

    ids: tuple[UUID, ...] = ()
    echo: str = ""
    """The entries in words, to be read back."""
    problem: str = ""


def read_entries(typed: str, case: CaseFile, now: datetime) -> EntriesReading:
    """Read numbers and ranges; blanks, commas and semicolons part them."""
    plain = re.sub(r"\s*[-\u2010-\u2015\u2212]\s*", "-", typed.strip())
    parts = [part for part in re.split(r"[\s,;]+", plain) if part]
    if not parts:
        return EntriesReading()
    matches = [_PART.fullmatch(part) for part in parts]
    if len(typed) > _LONGEST or None in matches:
        return EntriesReading(problem=_HOW)
    numbers: dict[int, None] = {}
    for match in matches:
        if match is not None:
            first, last = sorted((int(match[1]), int(match[2] or match[1])))
            if problem := _problem(case, first, last):
                return EntriesReading(problem=problem)
            numbers.update(dict.fromkeys(range(first, last + 1)))
    return _reading([case.entries[number - 1] for number in sorted(numbers)], now)


def numbers_of(case: CaseFile, ids: Iterable[object]) -> str:
    """The numbers of these entries as they would be typed, "12, 14-18"; other ids are left out."""
    wanted = {str(one) for one in ids}
    numbers = [entry.number for entry in case.entries if str(entry.id) in wanted]
    return ", ".join(_ranges(numbers))


def entry_words(entry: Entry, now: datetime) -> str:
    """One entry among several: "12 Observation today 09:00"."""
    return f"{entry.number} {entry.payload.title} {say(entry.occurred_at, now)}"


def _problem(case: CaseFile, first: int, last: int) -> str:
    newest = len(case.entries)
    for number in (first, last):
        if not 1 <= number <= newest:
            return f"There is no entry {number}; there are 1 to {newest}."
    struck = [e.number for e in case.entries[first - 1 : last] if e.id in case.struck]
    return f"Entry {struck[0]} was entered in error. Leave it out." if struck else ""


def _reading(found: Sequence[Entry], now: datetime) -> EntriesReading:
    count = "1 entry" if len(found) == 1 else f"{len(found)} entries"
    named = "; ".join(entry_words(entry, now) for entry in found)
    return EntriesReading(ids=tuple(entry.id for entry in found), echo=f"{count}: {named}")


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Runs of three and more as a range."""
    start = 0
    for end in range(1, len(numbers) + 1):
        if end < len(numbers) and numbers[end] == numbers[end - 1] + 1:
            continue
        run = numbers[start:end]
        yield from [f"{run[0]}-{run[-1]}"] if len(run) > 2 else map(str, run)
        start = end
