"""Which letters can be printed, how wide they come out, and where a long word may part.

The fonts within typst hold the letters of European languages, with the marks of Yoruba and
Vietnamese among them. Whatever else people write is printed as its code point, because a page
for the archive (PDF/A) may hold no letter without a shape.
"""

import unicodedata
from functools import cache
from importlib.resources import files

from sgtui.domain.text import display

_PART = "\N{ZERO WIDTH SPACE}"
"""Where a word may part; it is seen only if it does."""

_PLAIN = {
    0.25: "' ,.:;|\N{NO-BREAK SPACE}",
    0.35: '!()I\\ijl{}"-/Jft',
    0.4: "*[]`rs",
    0.5: "?cez~#$0123456789FS_abgvx",
    0.55: "+<=>LP^dhknopquy",
    0.6: "BERTY",
    0.7: "%CKZAGNUVX",
    0.75: "&DHOQw",
    1.0: "mM@W",
}
_BOLD = {
    0.25: " ',.|\N{NO-BREAK SPACE}",
    0.35: "!:;()/\\ijl{}",
    0.4: '"-IJ[]`ft',
    0.5: "*?rs_cez~",
    0.6: "#$+0123456789<>FS^abgv=Ldopquxy",
    0.65: "%EPYZhkn",
    0.75: "BTV&ACDGKNOQRUX",
    0.85: "wH",
    1.05: "MmW@",
}
_EM, _BOLD_EM = (
    {letter: width for width, letters in widths.items() for letter in letters}
    for widths in (_PLAIN, _BOLD)
)
"""How wide a letter of Libertinus Serif is, in ems, rounded up."""
_OTHER, _WITH_MARK = 1.6, 1.1
"""The widest letter beside those; and how much wider than itself one with a mark may be."""


class Letters:
    """Makes text fit to be printed, and knows whether a letter had no shape."""

    def __init__(self) -> None:
        self.missed = False
        """Whether any text held a letter that is printed as its code point."""

    def printable(self, text: str) -> str:
        """The text with every letter that has no shape as its code point: "[U+4E2D]"."""
        shown = display(text)
        if shown.isascii():
            return shown
        shapes, kept, carries = _shapes(), [], False
        for letter in unicodedata.normalize("NFC", shown):
            is_mark = letter in shapes["marks"]
            if letter in shapes["alone"] or letter == "\n" or (is_mark and carries):
                kept.append(letter)
            else:
                kept.append(f"[U+{ord(letter):04X}]")
                self.missed = True
            carries = letter in shapes["carrying"] or (is_mark and carries)
        return "".join(kept)

    def fitting(self, text: str, size: float, width: float, *, bold: bool = False) -> str:
        """Printable text whose every word can be parted to lines no wider than `width`."""
        shown = self.printable(text)
        if width_of(shown, size, bold=bold) <= width:
            return shown
        return " ".join(_parted(word, size, width, bold) for word in shown.split(" "))


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line of text comes out, rather more than less, in the unit of its size."""
    return size * sum(_em(letter, bold) for letter in text)


def widest_line(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text comes out where no line is broken."""
    return max(width_of(line, size, bold=bold) for line in text.split("\n"))


def widest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the widest word of a text comes out; a no-break space parts no words."""
    return max(width_of(word, size, bold=bold) for word in text.replace("\n", " ").split(" "))


@cache
def _em(letter: str, bold: bool) -> float:
    widths = _BOLD_EM if bold else _EM
    if letter in widths:
        return widths[letter]
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0.0
    bare = unicodedata.normalize("NFD", letter)[0]
    return widths[bare] * _WITH_MARK if bare in widths else _OTHER


def _parted(word: str, size: float, width: float, bold: bool) -> str:
    if width_of(word, size, bold=bold) <= width:
        return word
    pieces, piece, reached = list[str](), "", 0.0
    for letter in word:
        advance = width_of(letter, size, bold=bold)
        joins = unicodedata.category(letter) in ("Mn", "Me")
        if piece and reached + advance > width and not joins:
            pieces.append(piece)
            piece, reached = "", 0.0
        piece += letter
        reached += advance
    return _PART.join([*pieces, piece])


@cache
def _shapes() -> dict[str, frozenset[str]]:
    """The letters of each kind that the fonts have, from the list that comes with the program."""
    lines = files(__package__).joinpath("letters.txt").read_text("ascii")
    found: dict[str, set[str]] = {}
    kind = ""
    for line in lines.splitlines():
        if line.endswith(":"):
            kind = line.removesuffix(":")
        elif not line.startswith("#"):
            found.setdefault(kind, set()).update(_letters(line))
    return {kind: frozenset(letters) for kind, letters in found.items()}


def _letters(line: str) -> set[str]:
    spans = [span.partition("-") for span in line.split()]
    return {
        chr(point)
        for first, _, last in spans
        for point in range(int(first, 16), int(last or first, 16) + 1)
    }
