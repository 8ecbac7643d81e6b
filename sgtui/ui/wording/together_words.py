"""Linked cases in words: who they are about, and their lines with the case that each stands in."""

from dataclasses import replace

from sgtui.services.links import Combined, CombinedLine
from sgtui.services.veil import ANOTHER
from sgtui.ui.widgets.chronology_view import Told
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.wording import chronology_words
from sgtui.ui.wording.case_words import room_words


def heads(found: Combined) -> list[Line]:
    """Each case with its person and stage; of one that is not shown only that it is there."""
    lines: list[Line] = []
    for case in found.cases:
        who = ", ".join(part for part in (case.name, room_words(case.room)) if part)
        lines.append(
            (
                Piece(f"{case.reference}  {who}", "strong"),
                Piece(f"   {case.stage.label.upper()}", "heading"),
            )
        )
    hidden: Line = (Piece(f"{ANOTHER}, which is not shown to you", "quiet"),)
    return [*lines, *(hidden for _ in range(found.not_shown))]


def told(found: Combined) -> list[Told]:
    """The lines newest first, each day above its own."""
    lines = ((one.line.at, _told(one)) for one in reversed(found.lines))
    return chronology_words.under_days(lines, found.as_at)


def _told(one: CombinedLine) -> Told:
    plain = chronology_words.told_line(one.line)
    return replace(plain, key=key_of(one), title=f"{one.reference}  {plain.title}")


def key_of(one: CombinedLine) -> str:
    """What the cursor holds on to."""
    return f"{one.reference}.{chronology_words.key_of(one.line)}"
