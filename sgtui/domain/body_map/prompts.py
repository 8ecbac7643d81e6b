"""What a body map asks its reader to look at twice: never a diagnosis, a cause or an age.

An unusual site is one that a fall seldom reaches; a mark again in one place may be a pattern
(domain 2.7). Either way the Safeguarding Lead decides what it means.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sgtui.domain.body_map.compare import Change, compare
from sgtui.domain.body_map.regions import region
from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.entries.body import BodyMapped, BodyMapPromptAnswered, PromptKind
from sgtui.domain.london_time import day_words, in_london

_TELL = "Tell the Safeguarding Lead."


@dataclass(frozen=True)
class Prompt:
    """One thing to look at twice on one map."""

    kind: PromptKind
    numbers: tuple[int, ...]
    """The marks that it is about, by their numbers on the map."""
    sentence: str
    """What it asks, in plain words."""


def prompts(mapped: BodyMapped, earlier: Sequence[BodyMapped]) -> tuple[Prompt, ...]:
    """What a map asks for, at most once a kind, given the person's maps from before it."""
    before = sorted(earlier, key=lambda other: other.examined_at)
    return tuple(_unusual(mapped)) + tuple(_repeated(mapped, before))


def answered(case: CaseFile) -> frozenset[tuple[UUID, PromptKind]]:
    """The prompts of this case that a standing entry answers: whose map's, and of which kind."""
    said = case.of(BodyMapPromptAnswered)
    return frozenset((answer.what.body_map, answer.what.prompt) for answer in said)


def unanswered(case: CaseFile) -> tuple[tuple[Said[BodyMapped], Prompt], ...]:
    """The prompts that the maps of this case alone raise and that no standing entry answers."""
    done = answered(case)
    maps = sorted(case.of(BodyMapped), key=lambda said: (said.what.examined_at, said.entry.number))
    return tuple(
        (said, prompt)
        for index, said in enumerate(maps)
        for prompt in prompts(said.what, [other.what for other in maps[:index]])
        if (said.entry.id, prompt.kind) not in done
    )


def _unusual(mapped: BodyMapped) -> Iterator[Prompt]:
    found: dict[str, list[int]] = {}
    for number, mark in enumerate(mapped.marks, start=1):
        if region(mark.region).soft_tissue:
            found.setdefault(mark.region, []).append(number)
    if found:
        places = ", ".join(_place(code, numbers) for code, numbers in found.items())
        sentence = f"Unusual site: {places}. {_TELL}"
        yield Prompt(PromptKind.UNUSUAL_SITE, _all(found), sentence)


def _repeated(mapped: BodyMapped, before: Sequence[BodyMapped]) -> Iterator[Prompt]:
    """Marks that the map just before does not have, where some earlier map had a mark."""
    if not before:
        return
    marked = {mark.region: seen.examined_at for seen in before for mark in seen.marks}
    found: dict[str, list[int]] = {}
    for one in compare(before[-1], mapped):
        if one.change is Change.NEW and one.later is not None and one.region in marked:
            found.setdefault(one.region, []).append(one.later[0])
    if found:
        here = in_london(mapped.examined_at).date()
        places = "; ".join(
            f"{_place(code, numbers)}, also on {_day(in_london(marked[code]).date(), here)}"
            for code, numbers in found.items()
        )
        yield Prompt(PromptKind.REPEATED, _all(found), f"Marked again: {places}. {_TELL}")


def _all(found: Mapping[str, list[int]]) -> tuple[int, ...]:
    return tuple(sorted(number for numbers in found.values() for number in numbers))


def _place(code: str, numbers: Sequence[int]) -> str:
    """ "person's left underarm (marks 2 and 3)"."""
    *first, last = [str(number) for number in numbers]
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"{region(code).spoken} ({'marks' if first else 'mark'} {listed})"


def _day(on: date, beside: date) -> str:
    return day_words(on, year=on.year != beside.year)
