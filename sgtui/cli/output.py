"""What a command says: safe lines for people, or one JSON document for programs."""

import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from sgtui.cli.exits import Refused
from sgtui.domain.text import display, display_cells


def say(text: str = "") -> None:
    """Print a line for a person. What a terminal would obey is shown, never sent."""
    _forgive()
    print(display(text))


def say_row(text: str, indent: str = "") -> None:
    """Print what must stay one line, or under its own indent, so that no text can forge a row."""
    say(
        indent + indent.join(f"{text}".splitlines(keepends=True)) if indent else display_cells(text)
    )


def say_json(document: object) -> None:
    """Print one JSON document, in letters that every terminal and locale can carry."""
    print(json.dumps(document, ensure_ascii=True, indent=1, default=str))


def say_document(text: str) -> None:
    """Print a whole document, whose every line is safe already."""
    _forgive()
    print(text, end="")


def say_lines(lines: Iterable[str]) -> None:
    """Print the lines of a document as they come, every one of them safe already."""
    _forgive()
    for line in lines:
        print(line)


def say_file(pieces: Iterable[str]) -> None:
    """Print the pieces of a file as they come, letter by letter as they would stand in it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    for piece in pieces:
        print(piece, end="")


def write_document(named: str, text: str) -> None:
    """Write a document to a new file. Raises Refused where one is there or none can be."""
    from sgtui.documents.press.new_file import write_new
    from sgtui.services.reports import NotWritten

    try:
        write_new(Path(named), [text])
    except NotWritten as fault:
        raise Refused(str(fault)) from None


def _forgive() -> None:
    """Print a question mark for a letter that the locale cannot show, instead of failing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
