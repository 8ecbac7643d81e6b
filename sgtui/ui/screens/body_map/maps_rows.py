"""The timeline of a person's body maps as rows: the newest map first, under each its marks."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rich.cells import cell_len

from sgtui.domain.body_map.compare import Change, compare
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.entries.marks import Mark
from sgtui.domain.text import display_line
from sgtui.services.body_map import MappedBody, PersonMaps
from sgtui.ui.widgets.row_list import Line, Piece, Row
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording import body_maps_words as words

_LEAD, _INDENT = 10, 2
"""Columns of the sign and word before a mark; those of a mark of the first map, without either."""

_MOST, _MOST_CHANGED = 2, 3
"""Lines of a mark, and of what changed or is gone, that a row shows; Enter reads the whole."""


@dataclass(frozen=True)
class Spot:
    """What the cursor can stand on: a mark of a map, one gone from it, or a map without any."""

    mapped: MappedBody
    key: str
    mark: Mark | None = None
    number: int = 0
    """On its map; for a mark that is gone, on the map before."""
    change: Change | None = None
    """Against the map before; None where there is none before."""
    words: str = ""
    """What changed."""

    @property
    def code(self) -> str:
        """The region to light on the figure, or nothing."""
        return self.mark.region if self.mark else ""


@dataclass(frozen=True)
class Notes:
    """What is said of maps beside what they say themselves."""

    case_id: UUID
    """The case that is open."""
    now: datetime
    chosen: UUID | None = None
    """The map to compare with, by its entry."""
    asked: Collection[UUID] = ()
    """Maps that ask for what nobody has answered, by their entries."""


def spots(maps: PersonMaps) -> tuple[Spot, ...]:
    """Everything to stand on, from the newest map to the oldest."""
    befores = (None, *maps.maps[:-1])
    pairs = reversed(list(zip(befores, maps.maps, strict=True))) if maps.maps else ()
    return tuple(spot for before, mapped in pairs for spot in _spots(before, mapped))


def _spots(before: MappedBody | None, mapped: MappedBody) -> Iterator[Spot]:
    whole = str(mapped.entry.id)
    if before is None:
        for number, mark in enumerate(mapped.what.marks, 1):
            yield Spot(mapped, f"{whole}.{number}", mark, number)
    else:
        for one in compare(before.what, mapped.what):
            seen = one.later or one.earlier
            if seen is not None:
                gone = "" if one.later else "gone"
                key = f"{whole}.{gone}{seen[0]}"
                yield Spot(mapped, key, seen[1], seen[0], one.change, one.words)
    if not mapped.what.marks:
        yield Spot(mapped, whole)


def timeline(maps: PersonMaps, notes: Notes, width: int) -> list[Row]:
    """Each map's heading and below it its rows, in lines of `width` columns."""
    rows: list[Row] = []
    above: MappedBody | None = None
    for spot in spots(maps):
        if spot.mapped is not above:
            above = spot.mapped
            rows.append(_heading(above, maps, notes, width))
        rows.append(Row(spot.key, tuple(_lines(spot, max(width, 24)))))
    return rows


def _heading(mapped: MappedBody, maps: PersonMaps, notes: Notes, width: int) -> Row:
    told = "  ".join(
        (words.looked(mapped, notes.now), mapped.reference, words.looker(mapped, maps.register))
    )
    parts = [told] if cell_len(told) <= width else wrapped(told, width)
    lines: list[Line] = [(Piece(part, "heading"),) for part in parts]
    said = ", ".join(_said(mapped, maps, notes))
    if said:
        lines += [(Piece(f"  {part}", "quiet"),) for part in wrapped(said, width - 2)]
    if mapped.entry.id in notes.asked:
        lines.append((Piece("  ! PROMPT not answered", "due"),))
    if mapped.entry.id == notes.chosen:
        lines.append((Piece("  > COMPARE WITH this map", "due"),))
    return Row(f"map.{mapped.entry.id}", tuple(lines), heading=True)


def _said(mapped: MappedBody, maps: PersonMaps, notes: Notes) -> Iterator[str]:
    if mapped.case_id == notes.case_id:
        yield words.THIS_CASE
    if mapped is maps.maps[0]:
        yield "first map"
    if mapped.what.retrospective_because is not None:
        yield "drawn from memory"
    if not mapped.what.marks:
        yield "no mark seen"


def _lines(spot: Spot, width: int) -> Iterator[Line]:
    lead = _LEAD if spot.change else _INDENT
    if spot.mark is None:
        yield (Piece(" " * lead), Piece(spot.mapped.what.NONE_SEEN))
        return
    word = words.change_word(spot.change) if spot.change else ""
    tone = words.change_tone(spot.change) if spot.change else ""
    first, *rest = _told(spot, width - lead)
    yield (Piece(f"{word:<{lead}}", tone), Piece(first))
    for line in rest:
        yield (Piece(" " * lead), Piece(line))
    if spot.change is Change.CHANGED:
        for line in words.cut(wrapped(display_line(spot.words), width - lead), _MOST_CHANGED):
            yield (Piece(" " * lead), Piece(line, "strong"))


def _told(spot: Spot, width: int) -> list[str]:
    """The mark in words; of one that is gone only where it was."""
    if spot.mark is None:
        return []
    if spot.change is Change.GONE:
        said, most = f"{words.place_words(spot.mark)}: {words.NOT_HERE}", _MOST_CHANGED
    else:
        said, most = f"{spot.number}. {mark_words(spot.mark)}", _MOST
    return words.cut(wrapped(display_line(said), width), most)
