"""Lines of text in cells of a terminal: how wide they come out, and where they break."""

import unicodedata
from collections.abc import Iterator


def cells_of(text: str) -> int:
    """How many cells of a terminal a line takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """The text in lines of at most `width` cells; its own line breaks are kept.

    `first` stands before the first line and `rest`, or as many blanks, before the others. A word
    that is wider than a line is parted, never cut.
    """
    margin, hanging = first, " " * cells_of(first) if rest is None else rest
    for paragraph in text.split("\n"):
        for line in _filled(paragraph, width - cells_of(hanging), width - cells_of(margin)):
            yield f"{margin}{line}".rstrip()
            margin = hanging


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """A line with blanks to `width` cells, after it or before it."""
    blanks = " " * (width - cells_of(text))
    return blanks + text if right else text + blanks


def _filled(text: str, width: int, first: int) -> Iterator[str]:
    line, room = "", first
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if cells_of(longer) <= room:
            line = longer
            continue
        if line:
            yield line
            room = width
        line = word
        while cells_of(line) > room:
            fits = _fitting(line, room)
            yield line[:fits]
            line, room = line[fits:], width
    yield line


def _fitting(word: str, width: int) -> int:
    """How many letters of a word fit, at least one."""
    taken = 0
    for number, letter in enumerate(word):
        taken += _cells(letter)
        if taken > width:
            return max(number, 1)
    return len(word)


def _cells(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
