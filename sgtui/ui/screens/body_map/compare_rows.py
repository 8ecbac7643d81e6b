"""Two body maps of a person as rows: the earlier map left, the later one right, a mark a row."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from uuid import UUID

from rich.cells import cell_len, set_cell_size

from sgtui.domain.body_map.compare import Change, Comparison, Numbered
from sgtui.domain.register import Register
from sgtui.services.body_map import Compared, MappedBody
from sgtui.ui.widgets.row_list import Line, Piece, Row
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording import body_maps_words as words

_BETWEEN = " | "
_LEAD = 10
"""Columns of the sign and word of a change."""
_MOST, _MOST_BRIEFLY = (3, 3), (1, 2)
"""Lines of a mark and of what changed; everything that is recorded opens with Enter."""


def head_lines(
    compared: Compared, register: Register, case_id: UUID, now: datetime, width: int
) -> list[Line]:
    """When and by whom each map was made, how far apart they are, and how many marks changed."""
    earlier, later = compared.earlier, compared.later
    lines = [
        _two(
            f"EARLIER  {words.looked(earlier, now)}", f"LATER  {words.looked(later, now)}",
            width, "heading",
        )
    ]  # fmt: skip
    about = (wrapped(_about(one, register, case_id), _half(width)) for one in (earlier, later))
    beside = zip_longest(*about, fillvalue="")
    lines += [_two(left, right, width, "quiet") for left, right in beside]
    apart, tally = words.apart_words(earlier, later), words.tally_words(compared.changes)
    return [*lines, (Piece(f"{apart}: {tally}.", "strong"),)]


def _about(mapped: MappedBody, register: Register, case_id: UUID) -> str:
    """Who looked, in which case, and whether it is drawn from memory."""
    memory = ", drawn from memory" if mapped.what.retrospective_because is not None else ""
    return f"{words.looker(mapped, register)}, {words.which_case(mapped, case_id)}{memory}"


def change_rows(changes: Sequence[Comparison], width: int, *, briefly: bool) -> list[Row]:
    """A row for each mark, in lines of `width` columns; `briefly`, of four lines at most."""
    most = _MOST_BRIEFLY if briefly else _MOST
    return [Row(_key(one), tuple(_lines(one, max(width, 40), *most))) for one in changes]


def found(changes: Sequence[Comparison], key: str | None) -> Comparison | None:
    """The comparison whose row has that key."""
    return next((one for one in changes if _key(one) == key), None)


def _key(one: Comparison) -> str:
    """Its numbers on both maps: unlike any other's."""
    return f"{one.earlier[0] if one.earlier else ''}.{one.later[0] if one.later else ''}"


def _lines(one: Comparison, width: int, most: int, most_changed: int) -> Iterator[Line]:
    seen = one.later or one.earlier
    if seen is None:
        return
    tone = words.change_tone(one.change)
    title = words.place_words(seen[1])
    only = f": {words.difference(one)}" if one.change in (Change.NEW, Change.GONE) else ""
    first, *rest = wrapped(f"{title}{only}", width - _LEAD)
    yield (Piece(f"{words.change_word(one.change):<{_LEAD}}", tone), Piece(first, "strong"))
    yield from ((Piece(" " * _LEAD), Piece(part, "strong")) for part in rest)
    half = _half(width)
    cells = (_cell(side, half, most) for side in (one.earlier, one.later))
    for left, right in zip_longest(*cells, fillvalue=""):
        yield _two(left, right, width)
    if one.change is Change.CHANGED:
        for part in words.cut(wrapped(words.difference(one), width - _LEAD), most_changed):
            yield (Piece(" " * _LEAD), Piece(part, "due"))


def _cell(side: Numbered | None, width: int, most: int) -> list[str]:
    """One side of a row: the mark's number and what is recorded of it."""
    if side is None:
        return [f"  {words.NOT_HERE}"]
    number, mark = side
    parts = words.cut(wrapped(f"{number}. {words.details(mark)}", width - 2), most)
    return [f"  {part}" for part in parts]


def _half(width: int) -> int:
    return (width - len(_BETWEEN)) // 2


def _two(left: str, right: str, width: int, tone: str = "") -> Line:
    """Two texts beside each other, the left one cut where it is too long."""
    half = _half(width)
    shown = left if cell_len(left) <= half else f"{set_cell_size(left, half - 3)} .."
    return (Piece(set_cell_size(shown, half), tone), Piece(_BETWEEN, "quiet"), Piece(right, tone))
