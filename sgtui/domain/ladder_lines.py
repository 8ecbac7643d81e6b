"""On which line of a TOML text each table and key stands, so that a fault can name its line.

The TOML reader of the standard library keeps no lines. This looks only for headers and keys, and
skips what stands inside texts; a table written on one line is found by the key that holds it.
"""

import re
from collections import Counter
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""Where something stands: ("stage", 3, "clock", 0, "amount") is in the fourth stage."""

_PIECE = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')
_HEADER = re.compile(r"\s*(\[\[?)([\w\s.\"'-]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")


class LadderLines:
    """The lines of one ladder file, counted from 1."""

    def __init__(self, text: str) -> None:
        """Look through the text once."""
        self._lines: dict[Place, int] = {}
        self._counts: Counter[Place] = Counter()
        here: Place = ()
        for number, line in _code_lines(text):
            if header := _HEADER.match(line):
                here = self._open(_parts(header[2]), listed=header[1] == "[[")
                self._lines.setdefault(here, number)
            elif key := _KEY.match(line):
                self._lines.setdefault(here + _parts(key[1]), number)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it; 1 if nothing is known."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)

    def _open(self, parts: Place, *, listed: bool) -> Place:
        """The place a header opens; `[[...]]` opens the next of a list."""
        place: Place = ()
        for part in parts[:-1]:
            place = (*place, part)
            if self._counts[place]:
                place = (*place, self._counts[place] - 1)
        place = (*place, parts[-1])
        if not listed:
            return place
        self._counts[place] += 1
        return (*place, self._counts[place] - 1)


def _parts(dotted: str) -> Place:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _code_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line that does not begin inside a text of several lines, with its number."""
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        rest = line
        if fence:
            _, closed, rest = line.partition(fence)
            if not closed:
                continue
        else:
            yield number, line.rstrip("\r")
        fence = _left_open(rest)


def _left_open(rest: str) -> str:
    """The quotes of a text that this piece of a line opens and does not close."""
    at = 0
    while piece := _PIECE.search(rest, at):
        at = piece.end()
        if piece[0] in ('"""', "'''"):
            end = rest.find(piece[0], at)
            if end < 0:
                return piece[0]
            at = end + 3
    return ""
