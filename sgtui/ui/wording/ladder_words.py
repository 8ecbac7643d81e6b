"""A ladder, and what it would change, as lines of a sheet no wider than the screen."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from textwrap import wrap

from sgtui.domain.ladder import Ladder
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.text import display_line
from sgtui.services.case import CaseView
from sgtui.services.ladder_picture import Part, head_words
from sgtui.ui.widgets.row_list import Line, Piece


def picture_lines(ladder: Ladder, parts: Iterable[Part], now: datetime, width: int) -> list[Line]:
    """Whose ladder it is, then what it would change, part by part."""
    first, *rest = head_words(ladder, now)
    lines: list[Line] = [(Piece(display_line(first), "strong"),)]
    for text in rest:
        lines += _wrapped(text, width, "due" if "READ THE SOURCE AGAIN" in text else "quiet")
    for part in parts:
        lines.append((Piece(""),))
        lines += _wrapped(part.heading, width, "heading")
        for text in part.lines:
            lines += _wrapped(text, width, "", indent=2)
    return lines


def plain_lines(texts: Iterable[str], width: int) -> list[Line]:
    """Each text on as many lines as it needs."""
    return [line for text in texts for line in _wrapped(text, width, "")]


def choices(ladders: Iterable[Ladder], current: str, adopted: Iterable[str]) -> list[Line]:
    """The ladders that come with the program, numbered, and what each already is here."""
    known = set(adopted)
    lines: list[Line] = [(Piece("WITH THE PROGRAM COME", "heading"),)]
    for number, ladder in enumerate(ladders, start=1):
        state = "adopted here" if ladder.version in known else ""
        if ladder.version == current:
            state = "new cases follow it"
        lines.append(
            (
                Piece(f"{number:>3}  ", "strong"),
                Piece(f"{ladder.version:<22} "),
                Piece(f"{state:<19} ", "calm"),
                Piece(display_line(ladder.authority)),
            )
        )
    return lines


def followed_words(view: CaseView, width: int) -> list[Line]:
    """Since when the case follows its ladder and why, where it began with another."""
    lines: list[Line] = []
    pinned = view.case.pinned
    if pinned is not None:
        day = day_words(in_london(pinned.entry.recorded_at).date())
        who = view.register.staff_name(pinned.entry.recorded_by)
        said = f"Follows ladder {pinned.what.version} since {day} ({who}): {pinned.what.reason}"
        lines += _wrapped(said, width, "quiet")
    over = next((w for w in head_words(view.ladder, view.as_at) if "AGAIN" in w), "")
    return [*lines, *_wrapped(over, width, "due")]


def _wrapped(text: str, width: int, tone: str, indent: int = 0) -> Iterator[Line]:
    """The text on as many lines as it needs; what goes on stands two columns in."""
    room = max(width - indent, 20)
    shown = wrap(display_line(text), room, subsequent_indent="  ", break_long_words=True)
    yield from ((Piece(" " * indent + line, tone),) for line in shown)
