"""A mark read from text: either text form that is written, or looser typing of the same facts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from sgtui.domain.body_map.regions import Region, is_region, region
from sgtui.domain.body_map.search import find, is_code
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.complaints import complaints
from sgtui.domain.entries.mark_sizes import read_size
from sgtui.domain.entries.mark_words import (
    COLOUR_WORDS,
    NO_PHOTO,
    NOT_RECORDED,
    PHRASES,
    UNRECORDED,
)
from sgtui.domain.entries.marks import Mark, MarkKind, Pain
from sgtui.domain.text import stored


class NotAMark(ValueError):
    """The text is no mark; the message is one plain sentence that repeats nothing typed."""


_NO_KIND = "Begin with what it looks like and a comma, such as: bruise, left forearm."
_NO_PLACE = "After what it looks like, say where: left forearm, or a code such as F17L."
_NO_SUCH_PLACE = "No region has those words: use others, or its code, such as F17L."
_WHICH_PLACE = "That could be several places: add left or right, or its code, such as F17L."
_NOT_ITS_CODE = "The words and the code name different places: give one of the two."
_OPEN_QUOTE = "End quoted words as they began; around an apostrophe put double quotes."
_OPEN_BRACKET = "A bracket stands alone: put one before and one after, such as (F17L)."
_NOT_A_FACT = f"After {NOT_RECORDED} only facts of a mark can stand: leave it out."
_NO_FACT = (
    "Part {part} is not understood: write facts such as purple, skin broken, pain: yes,"
    " and what people said between quotes."
)

_OPENS = r"(?<![^\s,(:;.])"
_QUOTED = r"""(?:'(?:[^']|(?<=\w)'(?=\w))+'(?!\w)|"(?:[^"]|"")+"(?!"))"""
_ASIDE = re.compile(rf"{_OPENS}{_QUOTED}|\((?:\s*{_QUOTED}\s*|[^()]*)\)")
"""Words between quotes, or whatever stands between brackets."""

_WHOLLY_QUOTED = re.compile(_QUOTED)
_QUOTE, _BRACKET = "\x00(\\d+)\x00", "\x01(\\d+)\x01"
"""What stands for an aside while the rest is read; no stored text holds such a character."""

_LEFT_OPEN = re.compile(_OPENS + "['\"]")
_NUMBER = re.compile(r"\A\s*\d{1,3}[.)]\s+")
_UNRECORDED = re.compile(rf"\b{NOT_RECORDED}:([^.\x00\x01]*)(?:\.|$)", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]|\.(?=\s|$)")
_PLACE = re.compile(rf"([^\x00\x01]*?)\s*(?:{_BRACKET})?")

_KINDS: Mapping[str, MarkKind] = {
    **{kind.label.casefold(): kind for kind in MarkKind},
    "laceration": MarkKind.CUT, "abrasion": MarkKind.GRAZE, "redness": MarkKind.REDNESS,
    "pressure sore": MarkKind.PRESSURE_DAMAGE, "pressure ulcer": MarkKind.PRESSURE_DAMAGE,
    "restraint mark": MarkKind.RESTRAINT, "ligature mark": MarkKind.RESTRAINT,
    "suspected fracture": MarkKind.FRACTURE_SUSPECTED, "fingertip pattern": MarkKind.FINGER_TIP,
}  # fmt: skip
"""What a mark looks like, in its own words and in those that nurses use for the same."""

_WRITTEN = {
    phrase: (name, answer)
    for name, phrases in PHRASES.items()
    for answer, phrase in phrases.items()
}
_FACTS: Mapping[str, tuple[str, Any]] = {
    **_WRITTEN,
    **{phrase.replace(":", ""): fact for phrase, fact in _WRITTEN.items()},
    **{words: ("colours", colour) for colour, words in COLOUR_WORDS.items()},
    NO_PHOTO: ("photo", YesNo.NO),
    "photo: taken": ("photo", YesNo.YES), "photo taken": ("photo", YesNo.YES),
    "swelling": ("swelling", YesNo.YES), "no swelling": ("swelling", YesNo.NO),
    "painful": ("pain", Pain.YES), "no pain": ("pain", Pain.NO),
    "hot": ("hot", YesNo.YES), "not hot": ("hot", YesNo.NO),
}  # fmt: skip
"""A fact as it is written or typed, to the field it answers and the answer."""

_QUOTING: Mapping[str, re.Pattern[str]] = {
    "explanation": re.compile(rf"{_QUOTE}(?:\s*{_BRACKET})?"),
    "shape": re.compile(rf"shape:?\s*{_QUOTE}"),
    "pattern": re.compile(rf"pattern:?\s*{_QUOTE}"),
    "first_aid": re.compile(rf"first aid:?\s*{_QUOTE}"),
    "photo_by": re.compile(rf"photo:?\s*taken by\s*{_QUOTE}"),
    "photo_consent": re.compile(rf"consent:?\s*{_QUOTE}"),
    "photo_held": re.compile(rf"held:?\s*{_QUOTE}"),
}
"""Field to how a person's own words are given for it."""

Fact = tuple[str, Any]
"""A field of a mark and an answer to it."""


def read_mark(text: str) -> Mark:
    """The mark that a text form says, numbered or not, or looser typing of the same facts.

    "bruise, left forearm, 3x2cm, purple and yellow" will do. Raises NotAMark.
    """
    plain, asides = _set_aside(_NUMBER.sub("", stored(text, 3 * len(text))))
    parts = _parts(_without_unrecorded(plain))
    told: dict[str, Any] = {"kind": _kind(parts[:1]), "region": _place(parts[1:2], asides)}
    for number, part in enumerate(parts[2:], start=3):
        _add(told, list(_facts(part, asides, number)))
    try:
        return Mark.model_validate(told)
    except ValidationError as error:
        raise NotAMark(next(iter(complaints(error, Mark).values()))) from None


def _set_aside(text: str) -> tuple[str, list[str]]:
    """The text with a place-holder for each quotation and bracket, and those in order."""
    asides: list[str] = []

    def keep(match: re.Match[str]) -> str:
        inner, sign = match[0], "\x00"
        if inner.startswith("("):
            inner, sign = inner[1:-1].strip(), "\x01"
        asides.append(_unquoted(inner))
        return f"{sign}{len(asides) - 1}{sign}"

    plain = _ASIDE.sub(keep, text)
    if _LEFT_OPEN.search(plain):
        raise NotAMark(_OPEN_QUOTE)
    if "(" in plain or ")" in plain:
        raise NotAMark(_OPEN_BRACKET)
    return plain, asides


def _unquoted(words: str) -> str:
    """What stands between quotes, or the words themselves where they stand without."""
    if not _WHOLLY_QUOTED.fullmatch(words):
        return words
    return words[1:-1].replace('""', '"') if words[0] == '"' else words[1:-1]


def _without_unrecorded(plain: str) -> str:
    """The text without the list of what is not recorded, once every name in it is known."""
    names = set(UNRECORDED.values())
    for match in _UNRECORDED.finditer(plain):
        if not all(name.strip().casefold() in names for name in match[1].split(",")):
            raise NotAMark(_NOT_A_FACT)
    return _UNRECORDED.sub("", plain)


def _parts(plain: str) -> list[str]:
    """The parts between commas and full stops, in order, none of them blank."""
    parts = (" ".join(part.split()) for part in _BETWEEN.split(plain))
    return [part for part in parts if part]


def _kind(parts: list[str]) -> MarkKind:
    kind = _KINDS.get(parts[0].casefold()) if parts else None
    if kind is None:
        raise NotAMark(_NO_KIND)
    return kind


def _place(parts: list[str], asides: list[str]) -> str:
    """Code of the region that a part names, by words, by code or by both."""
    match = _PLACE.fullmatch(parts[0]) if parts else None
    if match is None:
        raise NotAMark(_NO_PLACE)
    words, bracket = match[1], match[2]
    if bracket is None:
        return _searched(words)
    code = asides[int(bracket)].upper()
    if not is_region(code):
        raise NotAMark(_NO_SUCH_PLACE)
    if words.casefold() not in ("", region(code).spoken) and region(code) not in find(words):
        raise NotAMark(_NOT_ITS_CODE)
    return code


def _searched(words: str) -> str:
    """Code of the one region that typed words can mean; a side is never guessed."""
    found = find(words)
    if not found:
        raise NotAMark(_NO_SUCH_PLACE)
    best, others = found[0], found[1:]
    if others and not is_code(words) and not _is_called(best, words, others):
        raise NotAMark(_WHICH_PLACE)
    return best.code


def _is_called(best: Region, words: str, others: tuple[Region, ...]) -> bool:
    """Whether the words hold the whole name of the best region and of no other as good."""
    typed = set(words.casefold().split())
    twin = any(other.name == best.name and other.view is best.view for other in others)
    return set(best.name.split()) - {"and", "of"} <= typed and not twin


def _facts(part: str, asides: list[str], number: int) -> Iterator[Fact]:
    """What one part says: a size, quoted words, or facts and colours joined by "and"."""
    plain = part.casefold()
    if plain[0].isdigit() or plain[0] == ".":
        yield from _size(plain)
        return
    for name, pattern in _QUOTING.items():
        match = pattern.fullmatch(plain)
        if match is not None:
            yield from _quoting(name, [asides[int(at)] for at in match.groups() if at])
            return
    for words in plain.split(" and "):
        if words not in _FACTS:
            raise NotAMark(_NO_FACT.format(part=number))
        yield _FACTS[words]


def _size(typed: str) -> Iterator[Fact]:
    size = read_size(typed)
    if size.problem:
        raise NotAMark(size.problem)
    yield "length_mm", size.length_mm
    if size.width_mm is not None:
        yield "width_mm", size.width_mm


def _quoting(name: str, words: list[str]) -> Iterator[Fact]:
    """What a person said or was named as, and what follows from its being said."""
    if name == "photo_by":
        yield "photo", YesNo.YES
    yield name, words[0]
    if len(words) > 1:
        yield "explained_by", words[1]


def _add(told: dict[str, Any], facts: list[Fact]) -> None:
    """Put facts beside those already told; only colours may be several."""
    for name, answer in facts:
        if name == "colours":
            told[name] = (*told.get(name, ()), answer)
        elif name in told:
            raise NotAMark(f"Told twice: {UNRECORDED[name]}. Leave one of them out.")
        else:
            told[name] = answer
