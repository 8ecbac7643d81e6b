"""The chronology as a list to stand on: newest first, wrapped, each line with who recorded it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events

from sgtui.domain.text import display_line
from sgtui.ui.widgets.row_list import Line, Piece, Row, RowList, heading
from sgtui.ui.widgets.wrapped import wrapped

INDENT = 6
"""Columns of the clock time before the text."""

MOST_LINES = 6
"""Lines of one entry shown in the list; the whole text opens with Enter."""


@dataclass(frozen=True)
class Told:
    """One entry of the chronology in words, or with no `title` the day above those below it."""

    key: str
    when: str
    title: str = ""
    text: str = ""
    by: str = ""
    notes: tuple[str, ...] = ()
    """What came after, each beside the original: amended, entered in error, entered late."""
    tone: str = "strong"


class ChronologyView(RowList):
    """The lines of a case file; the cursor stays on its entry when more come in."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(empty="Nothing is recorded.", id=id)
        self._told: Sequence[Told] = ()

    def show(self, told: Sequence[Told]) -> None:
        """Show these, already newest first."""
        self._told = told
        width = (self.size.width or 46) - 3
        self.fill([_row(line, width) for line in told])

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew at another width."""
        self.show(self._told)


def _row(told: Told, width: int) -> Row:
    if not told.title:
        return heading(told.key, told.when)
    room = max(width - INDENT, 10)
    lines = [*_said(told, room), *_notes(told, room)]
    first: Line = (Piece(f"{told.when:<{INDENT}}", "quiet"), *lines[0])
    rest: list[Line] = [(Piece(" " * INDENT), *line) for line in lines[1:]]
    return Row(told.key, (first, *rest))


def _said(told: Told, room: int) -> list[Line]:
    """Title and text, cut to a few lines, then by whom at the right."""
    title = display_line(told.title)
    text = display_line(f"{title}: {told.text}" if told.text else title)
    parts = wrapped(text, room)
    if len(parts) > MOST_LINES:
        parts = [*parts[: MOST_LINES - 1], "... Enter shows the whole text"]
    lead = len(title) if len(title) <= len(parts[0]) else len(parts[0])
    lines: list[Line] = [(Piece(parts[0][:lead], told.tone), Piece(parts[0][lead:]))]
    lines += [(Piece(part),) for part in parts[1:]]
    return _signed(lines, parts[-1], display_line(told.by), room)


def _signed(lines: list[Line], last: str, by: str, room: int) -> list[Line]:
    left = room - cell_len(last) - cell_len(by)
    if not by:
        return lines
    if left >= 2:
        return [*lines[:-1], (*lines[-1], Piece(" " * left + by, "quiet"))]
    return [*lines, (Piece(" " * max(room - cell_len(by), 0) + by, "quiet"),)]


def _notes(told: Told, room: int) -> Iterator[Line]:
    for note in told.notes:
        for part in wrapped(display_line(note), room - 2):
            yield (Piece("| ", "due"), Piece(part, "due"))
