"""The words of the reports' screens: the list, what is said about one, how far work has come."""

from collections.abc import Iterator

from sgtui.services.reports import CATALOGUE, Audience, Format, Sort
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading
from sgtui.ui.widgets.wrapped import wrapped

_GROUPS = (
    ("case", "ABOUT A CASE"),
    ("period", "ABOUT A PERIOD"),
    ("now", "ABOUT THE HOME, AS IT IS NOW"),
)

_SHORT = {
    Audience.HOME: "staff of the home",
    Audience.MANAGER: "the manager",
    Audience.INSPECTOR: "the inspector",
    Audience.AUTHORITY: "the authority",
    Audience.BOARD: "the board, no names",
    Audience.PUBLIC: "anybody",
}

_BAR = 20
"""Columns of the bar that says how far work has come."""

_NAMES = {
    Audience.BOARD: "No names.",
    Audience.PUBLIC: "Staff are named.",
}
"""Which names a document holds that need not be locked away."""

_HERE = {
    "file-audit": "A begins an audit, or goes on with one.",
    "learning": "G sets what is to change, and says when it is done.",
}
"""Where the work itself is done that a document tells of."""


def sort_rows() -> Iterator[Row]:
    """Every document under what it is about, with whom it is for."""
    for needs, words in _GROUPS:
        yield heading(f" {needs}", words)
        for sort in CATALOGUE.values():
            if sort.needs == needs:
                name = Piece(f"{sort.title:<40}")
                yield Row(sort.name, ((name, Piece(f"for {_SHORT[sort.audience]}", "quiet")),))


def about_lines(sort: Sort, where: str, width: int) -> list[Line]:
    """What it shows, whom it is for, and where what is printed goes."""
    keep = _NAMES.get(sort.audience, "Lock it away.")
    here = _HERE.get(sort.name, f"Printed files go to {where}")
    return [
        *((Piece(part),) for part in wrapped(sort.about, width)),
        (Piece(f"{sort.audience.label}. {keep}", "strong"),),
        (Piece(here, "quiet"),),
    ]


def progress_words(done: int, total: int) -> str:
    """How far work has come, as figures and as a bar; nothing before it is known."""
    if total < 2:
        return ""
    filled = done * _BAR // total
    return f"[{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {total:,}"


def printing_words(title: str, form: Format, done: int, total: int, key: str) -> str:
    """What is being made, how far it has come, and the key that stops it."""
    far = progress_words(done, total)
    what = f"{title}, {form.label.split(',')[0]}"
    return f"Writing {what} {far}  {key} stops it" if far else f"Writing {what}  {key} stops it"


def place_words(first: int, last: int, count: int, *, whole: bool) -> str:
    """Which lines are in sight, of how many that have come."""
    if not count:
        return ""
    more = "" if whole else " so far"
    return f"lines {first + 1:,} to {last:,} of {count:,}{more}"
