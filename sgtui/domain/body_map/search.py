"""Finding a region by what is typed: its code, or some of its words in any order."""

import re
from dataclasses import dataclass
from functools import cache

from sgtui.domain.body_map.regions import Region, Side, is_region, regions

_CODE = re.compile(r"([FB])([0-9]{1,2})([LR]?)")
_WORD = re.compile(r"[^\W\d_]+")
_SIDES = {"l": "left", "lt": "left", "r": "right", "rt": "right"}
_SMALL = frozenset({"a", "and", "her", "his", "in", "of", "on", "persons", "the", "their"})
"""Words that are said but tell no region from another."""


@dataclass(frozen=True)
class _Entry:
    """A region as the search knows it."""

    region: Region
    name: frozenset[str]
    place: frozenset[str]
    others: frozenset[str]

    def misfit(self, typed: str) -> int | None:
        """How far a typed word is from fitting: 0 a word of the name, None not at all."""
        if typed in self.name or typed in self.place:
            return 0
        if typed in self.others or typed in _SMALL:
            return 1
        if any(word.startswith(typed) for word in self.name):
            return 2
        if any(word.startswith(typed) for word in self.place | self.others):
            return 3
        return None

    def unsaid(self, typed: tuple[str, ...]) -> int:
        """How many words of the name were not typed, not even their beginnings."""
        return sum(not word.startswith(typed) for word in self.name)


def find(typed: str) -> tuple[Region, ...]:
    """The regions that fit what was typed, the best first; none for a blank.

    A code may lack its end, its leading zero and its blanks. Of words, each must be or begin a
    word of the region, its side or its view, in any order. Names fit better than other words for
    the same place, and whole words better than beginnings; then front comes before back, and
    right before left.
    """
    code = _code(typed)
    if code is not None:
        return _by_code(code)
    words = _words(typed)
    return _by_words(words) if any(word not in _SMALL for word in words) else ()


def is_code(typed: str) -> bool:
    """Whether a whole code was typed, in any case: F17L, F01, b 9. A digit more is not part of it.

    F1 is none, because F17 begins with it, and F17 is none, because it has two sides.
    """
    code = _code(typed)
    if code is None or not any(is_region(spelt) for spelt in _spellings(code)):
        return False
    return not any(each.code.startswith(code) and each.code != code for each in regions())


def may_become_code(typed: str) -> bool:
    """Whether what was typed is a code or could still become one: f, f1, f17, f17l."""
    code = _code(typed)
    return bool(_by_code(code)) if code else _squeezed(typed) in ("F", "B")


def _squeezed(typed: str) -> str:
    return "".join(typed.split()).upper()


def _code(typed: str) -> str | None:
    """What was typed as a code or the beginning of one, or None if it is not like one."""
    squeezed = _squeezed(typed)
    return squeezed if _CODE.fullmatch(squeezed) else None


def _spellings(code: str) -> tuple[str, ...]:
    """What a typed code may stand for: with its zero put back, or as it stands."""
    padded = _CODE.sub(lambda found: f"{found[1]}{found[2]:0>2}{found[3]}", code)
    return tuple(dict.fromkeys((padded, code)))


def _by_code(code: str) -> tuple[Region, ...]:
    found = {
        each.code: each
        for spelt in _spellings(code)
        for each in regions()
        if each.code.startswith(spelt)
    }
    return tuple(found.values())


def _by_words(words: tuple[str, ...]) -> tuple[Region, ...]:
    found: list[tuple[int, int, int, Region]] = []
    for place, entry in enumerate(_index()):
        misfits = [misfit for word in words if (misfit := entry.misfit(word)) is not None]
        if len(misfits) == len(words):
            found.append((sum(misfits), entry.unsaid(words), place, entry.region))
    return tuple(each for _, _, _, each in sorted(found, key=lambda one: one[:3]))


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without apostrophes, and l and r as left and right."""
    plain = text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return tuple(_SIDES.get(word, word) for word in _WORD.findall(plain))


@cache
def _index() -> tuple[_Entry, ...]:
    """Every region as the search knows it, front before back and right before left."""
    return tuple(_entry(region) for region in regions())


def _entry(region: Region) -> _Entry:
    name = frozenset(_words(region.name)) - _SMALL
    sides = set() if region.side is Side.MIDDLE else {region.side.value}
    others = frozenset({*_words(region.spoken), *region.words})
    return _Entry(region, name, frozenset({region.view.value, *sides}), others - name)
