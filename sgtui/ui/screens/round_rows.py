"""The manager's round as it is drawn: its head, and a line for each thing that waits."""

from collections.abc import Iterator
from itertools import groupby

from sgtui.services.round import Round, RoundItem, Turn
from sgtui.ui.screens.queue_rows import fitted, person_words, short_name, tone
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading

_STATE, _REFERENCE, _PERSON, _DUTY = 15, 10, 9, 22


def head_line(found: Round) -> Line:
    """ "3 for you   1 late   5 in all"."""
    due = sum(item.turn is Turn.YOURS for item in found.items)
    late = sum(item.row.urgency.is_late for item in found.items)
    return (
        Piece(f"{due} for you", "strong" if due else "quiet"),
        Piece(f"   {late} late", "late" if late else "quiet"),
        Piece(f"   {found.due} in all", "quiet"),
    )


def round_rows(found: Round, width: int) -> Iterator[Row]:
    """Each under the heading of whose turn it is, in lines of `width` columns."""
    for turn, items in groupby(found.items, key=lambda item: item.turn):
        yield heading(turn.value, turn.label.upper())
        for item in items:
            yield Row(item.row.key, (_line(item, width),))


def _line(item: RoundItem, width: int) -> Line:
    row, left = item.row, width - _STATE - _REFERENCE - _PERSON - _DUTY - 5
    whose = short_name(row.owner) if item.turn is Turn.ANYBODYS else ""
    state = f"{row.urgency.mark} {row.lateness}"
    return (
        Piece(f"{state:<{_STATE}} ", tone(row)),
        Piece(f"{row.reference:<{_REFERENCE}} ", "strong"),
        Piece(f"{fitted(person_words(row), _PERSON)} "),
        Piece(f"{fitted(row.duty, _DUTY)} "),
        Piece(fitted(whose, max(left, 10)), "quiet"),
    )
