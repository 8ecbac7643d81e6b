"""Text on paper without a font at hand: how wide it may come out, and where its lines break.

Widths are those of a wide sans-serif, so that a narrower font never runs over the edge.
"""

import unicodedata
from collections.abc import Iterator

_EM = {
    **dict.fromkeys("ijl'|.,:; ", 0.33),
    **dict.fromkeys('ftr()[]/\\-!"', 0.42),
    **dict.fromkeys("cksvxyz", 0.57),
    **dict.fromkeys("mwMWOQ@%&+<>=", 0.98),
}
_CAPITAL, _LETTER, _WIDE, _OTHER = 0.73, 0.63, 1.05, 0.8


def width_of(text: str, size: float) -> float:
    """At most how wide a line of text comes out, in the unit of its size."""
    return size * sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    if letter in _EM:
        return _EM[letter]
    if letter.isascii():
        return _CAPITAL if letter.isupper() else _LETTER
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The text in lines no wider than `width`; a word that is wider is parted, never cut."""
    lines = [""]
    for word in _parted(text, size, width):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parted(text: str, size: float, width: float) -> Iterator[str]:
    for word in text.split():
        while width_of(word, size) > width:
            fits = _fitting(word, size, width)
            yield word[:fits]
            word = word[fits:]
        yield word


def _fitting(word: str, size: float, width: float) -> int:
    """How many of a word's letters fit, at least one."""
    return max((n for n in range(1, len(word)) if width_of(word[:n], size) <= width), default=1)
