"""A document's records as comma-separated values, for a spreadsheet.

A spreadsheet runs a cell that begins like a formula, and text from people may begin with
anything. Such a text gets an apostrophe before it; what the program itself wrote as a number or
a time is left alone. References: OWASP, CSV injection; RFC 4180.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence

from sgtui.documents.model import Cell, Document
from sgtui.documents.press.cells import cell_data

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells Excel that what follows is UTF-8."""

_RUN = "=+-@|%"
_OBEYED = ("\t", "\r")
"""Letters that some spreadsheets drop, to read what follows as a formula."""

_PASSED_OVER = ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me")
"""Blanks and what nobody sees: a spreadsheet, or who cleans a file, may pass over them."""


def pieces(document: Document) -> Iterator[str]:
    """The file bit by bit: byte order mark, the headings, then every record of every section."""
    yield _BYTE_ORDER_MARK + _line(document.columns)
    for section in document.sections:
        for record in section.records:
            yield _line([_written(cell) for cell in record.cells])


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _could_run(text) else text


def _written(cell: Cell) -> str:
    data = cell_data(cell)
    if isinstance(cell, str):
        return harmless(str(data))
    return "" if data is None else str(data)


def _could_run(text: str) -> bool:
    if text.startswith(_OBEYED):
        return True
    seen = (letter for letter in text if unicodedata.category(letter) not in _PASSED_OVER)
    first = unicodedata.normalize("NFKC", next(seen, ""))
    return first[:1] in tuple(_RUN)


def _line(cells: Sequence[str]) -> str:
    """One line, every cell in quotes, ended as RFC 4180 says."""
    into = io.StringIO()
    csv.writer(into, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return into.getvalue()
