"""Two body maps of a person side by side: which marks are new, gone, changed or the same.

Marks are paired by kind and region alone. Whether two marks are one wound is for people to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from sgtui.domain.entries.body import BodyMapped
from sgtui.domain.entries.mark_words import (
    NOT_RECORDED,
    PHRASES,
    UNRECORDED,
    colour_words,
    quoted,
    size_words,
)
from sgtui.domain.entries.marks import Mark
from sgtui.domain.labelled import Labelled

_SEEN = ("length_mm", "width_mm", "shape", "pattern", *PHRASES)
"""The fields that tell two marks of one kind, place and colour apart."""

Numbered = tuple[int, Mark]
"""A mark with its number on its map, from 1."""


class Change(Labelled):
    """What became of a mark between two examinations."""

    NEW = "new", "New"
    GONE = "gone", "Gone"
    CHANGED = "changed", "Changed"
    SAME = "same", "Same"

    @property
    def mark(self) -> str:
        """One character that stands for it beside the word."""
        return {"new": "+", "gone": "-", "changed": "~", "same": "="}[self.value]


@dataclass(frozen=True)
class Comparison:
    """One mark of two maps, as it was and as it is."""

    change: Change
    region: str
    """Code of the region; both marks of a pair are in it."""
    earlier: Numbered | None
    later: Numbered | None
    words: str
    """What differs: "size 30 x 20 mm -> 20 x 10 mm; colour purple -> yellow"."""


def compare(earlier: BodyMapped, later: BodyMapped) -> tuple[Comparison, ...]:
    """What became of every mark, by the later map's numbers and then those that are gone.

    The maps may be of different cases. Of several marks of one kind in one region those nearest
    in size are taken for the same, then those most alike.
    """
    before = dict(enumerate(earlier.marks, start=1))
    after = dict(enumerate(later.marks, start=1))
    pairs = _pairs(before, after)
    found = []
    for number, mark in after.items():
        was = pairs.get(number)
        found.append(_pair((was, before[was]), (number, mark)) if was else _new(number, mark))
    kept = set(pairs.values())
    return (*found, *(_gone(number, mark) for number, mark in before.items() if number not in kept))


def _new(number: int, mark: Mark) -> Comparison:
    return Comparison(Change.NEW, mark.region, None, (number, mark), "not on the earlier map")


def _gone(number: int, mark: Mark) -> Comparison:
    return Comparison(Change.GONE, mark.region, (number, mark), None, "not on the later map")


def _pair(was: Numbered, now: Numbered) -> Comparison:
    words = "; ".join(_differences(was[1], now[1]))
    change = Change.CHANGED if words else Change.SAME
    return Comparison(change, now[1].region, was, now, words or "no difference recorded")


def _pairs(before: dict[int, Mark], after: dict[int, Mark]) -> dict[int, int]:
    """Later number to earlier number, the likeliest pairs first, each mark in one pair."""
    likely = sorted(
        (_distance(was, now), old, new)
        for (old, was), (new, now) in product(before.items(), after.items())
        if (was.kind, was.region) == (now.kind, now.region)
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, old, new in likely:
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _distance(was: Mark, now: Mark) -> tuple[bool, int, bool, int]:
    """How little two marks are alike: in size, then in colour, then in whatever else was seen."""
    unsized = was.length_mm is None or now.length_mm is None
    sides = zip(_sides(was), _sides(now), strict=True)
    apart = 0 if unsized else sum(abs(old - new) for old, new in sides)
    unlike = sum(getattr(was, name) != getattr(now, name) for name in _SEEN)
    return unsized, apart, set(was.colours) != set(now.colours), unlike


def _sides(mark: Mark) -> tuple[int, int]:
    return mark.length_mm or 0, mark.width_mm or 0


def _differences(was: Mark, now: Mark) -> Iterator[str]:
    """Size and colour wherever they differ; of the rest only what the later look adds or changes.

    What nobody wrote down the second time is not thereby over.
    """
    if size_words(was) != size_words(now):
        yield _became("size", size_words(was), size_words(now))
    if set(was.colours) != set(now.colours):
        yield _became("colour", colour_words(was), colour_words(now))
    for name in ("shape", "pattern"):
        old, new = getattr(was, name), getattr(now, name)
        if new is not None and new != old:
            yield _became(name, quoted(old) if old else "", quoted(new))
    for name, phrases in PHRASES.items():
        old, new = getattr(was, name), getattr(now, name)
        if new is not None and new != old:
            yield f"{phrases.get(old, f'{UNRECORDED[name]} {NOT_RECORDED}')} -> {phrases[new]}"


def _became(what: str, was: str, now: str) -> str:
    return f"{what} {was or NOT_RECORDED} -> {now or NOT_RECORDED}"
