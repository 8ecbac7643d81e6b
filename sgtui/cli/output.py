"""What a command says: safe lines for people, or one JSON document for programs."""

import io
import json
import sys

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


def _forgive() -> None:
    """Print a question mark for a letter that the locale cannot show, instead of failing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
