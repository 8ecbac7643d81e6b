"""`sgtui import`: people, staff or desks to ring from a table, all rows or none."""

import csv
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from sgtui.cli.exits import OK, Refused
from sgtui.cli.output import say
from sgtui.cli.place import signed_in

HELP = "people, staff or contacts from a CSV file into the register, all rows or none"

_LARGEST_FILE = 50_000_000
_MOST_ROWS = 100_000


def add_arguments(parser: ArgumentParser) -> None:
    """What the rows are, and where."""
    parser.add_argument("sort", choices=("people", "staff", "contacts"), help="what the rows are")
    parser.add_argument(
        "file", metavar="FILE.csv",
        help="UTF-8; the first line names the columns: name, room, born_on, roles, phone ...",
    )  # fmt: skip


def run(given: Namespace) -> int:
    """Register every row, or name every bad one and write nothing."""
    header, rows = _table(Path(given.file))
    with signed_in(given) as desk:
        from sgtui.services.register_import import ImportRefused, import_rows

        try:
            imported = import_rows(desk, given.sort, header, rows)
        except ImportRefused as refused:
            raise Refused("\n".join([*refused.faults, "Nothing was imported."])) from None
    say(f"Imported {given.sort}: {imported.sentence}")
    return OK


def _table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The names of the columns, and each row by its line. Nothing read is ever repeated."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise Refused("The file is too large for a register.")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refused("The file is not there, or is not a text in UTF-8.") from None
    header: list[str] = []
    rows: list[tuple[int, dict[str, str]]] = []
    wrong: list[str] = []
    for line, cells in _lines(text):
        if not header:
            header = [name.strip().casefold().replace(" ", "_") for name in cells]
        elif len(cells) > len(header):
            wrong.append(f'Line {line}: more cells than there are columns. Quote a comma: "a, b".')
        elif len(rows) == _MOST_ROWS:
            raise Refused(f"The file has more than {_MOST_ROWS:,} rows.")
        else:
            rows.append((line, dict(zip(header, cells, strict=False))))
    if wrong:
        raise Refused("\n".join([*wrong, "Nothing was imported."]))
    return header, rows


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every line that has a cell with something in it, with the number of its first line."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise Refused(
            f"Line {line}: this is not CSV: a quotation mark is open or misplaced."
        ) from None
