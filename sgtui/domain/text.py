"""Text typed by people, made safe to keep and safe to show.

A note can carry terminal commands, direction overrides or invisible letters. `stored` cleans it
on the way into the record, `display` makes whatever is left visible on the way to a terminal, so
that an older or altered record cannot act on its reader. Standard library only: it is imported
before the first frame.
"""

import re
import unicodedata

LONGEST = 20_000
"""Characters kept of one text; a long narrative is about 3,000."""

MOST_MARKS = 4
"""Combining marks kept on one letter; living scripts need no more."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What `display` shows in place of a character that could act on a terminal."""

_NONCHARACTERS = "\\ufdd0-\\ufdef" + "".join(
    f"\\U{plane:04x}fffe-\\U{plane:04x}ffff" for plane in range(17)
)
_UNSAFE = re.compile(
    "["
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"  # C0 except tab and newline, DEL, C1
    "\\xad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb"
    "\\ud800-\\udfff\\U000e0000-\\U000e007f" + _NONCHARACTERS + "]"
)
_LINE_ENDS = re.compile("\\r\\n?|[\\u2028\\u2029]")
_BLANKS = re.compile("[\\t\\n ]+")


def stored(text: str, limit: int = LONGEST) -> str:
    """The text as it may enter the record: NFC, lines ended by LF, nothing a terminal obeys.

    Blanks at either end stay, so that it can be applied to each piece as it is typed. Cleaning
    twice gives the same. At most `limit` characters are kept.
    """
    safe = _UNSAFE.sub("", _LINE_ENDS.sub("\n", text))
    return _few_marks(unicodedata.normalize("NFC", safe))[:limit]


def display(text: str) -> str:
    """The text as it may reach a terminal: what could act there is shown as U+FFFD."""
    return _few_marks(_UNSAFE.sub(REPLACEMENT, text))


def display_line(text: str) -> str:
    """`display` on one line: runs of blanks, tabs and line ends become one space."""
    return _BLANKS.sub(" ", display(text)).strip()


def display_cells(text: str) -> str:
    """`display` on one line with every blank kept, for text already laid out in columns."""
    return display(text).replace("\n", " ").replace("\t", " ")


def is_safe(text: str) -> bool:
    """Whether a terminal may be given the text as it stands."""
    return _UNSAFE.search(text) is None


def _few_marks(text: str) -> str:
    """The text with at most `MOST_MARKS` combining marks after any one letter."""
    if text.isascii():
        return text
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if run <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
