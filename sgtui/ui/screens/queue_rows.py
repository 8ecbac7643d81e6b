"""The queue as it is drawn: its rows under three headings, its head, and the duty stood on."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from rich.cells import cell_len, set_cell_size

from sgtui.domain.london_time import clock_words, day_words, in_london
from sgtui.domain.register import Register
from sgtui.domain.text import display_line
from sgtui.domain.urgency import Urgency, lateness_spoken
from sgtui.domain.when import say
from sgtui.services.queue import Group, Queue, QueueRow
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading
from sgtui.ui.wording.case_words import room_words

_STATE, _REFERENCE, _PERSON, _DUTY = 15, 10, 9, 27
_WIDE = 106
"""Columns from which each row also says when it is due."""
_DUE = 23


def queue_rows(rows: Sequence[QueueRow], now: datetime, width: int) -> list[Row]:
    """The duties under their headings, in lines of `width` columns."""
    listed: list[Row] = []
    for group, members in groupby(rows, key=lambda row: row.group):
        duties = list(members)
        listed.append(heading(group.value, _heading(group, duties, now)))
        listed += [Row(row.key, (_line(row, now, width),)) for row in duties]
    return listed


def _heading(group: Group, rows: Iterable[QueueRow], now: datetime) -> str:
    title = group.label.upper()
    opens = {row.opens_at for row in rows if row.opens_at is not None}
    if group is not Group.WHEN_DESK_OPENS or not opens:
        return title
    first = _short_moment(min(opens), now)
    return f"{title}  {'from ' if len(opens) > 1 else ''}{first}"


def _line(row: QueueRow, now: datetime, width: int) -> Line:
    left = width - _STATE - _REFERENCE - _PERSON - 4
    due = _DUE if width >= _WIDE else 0
    duty = min(_DUTY, (left - due) * 4 // 7)
    state = f"{row.urgency.mark} {row.lateness}"
    pieces = [
        Piece(state, tone(row)),
        Piece(" " * max(_STATE + 1 - len(state), 1)),
        Piece(f"{row.reference:<{_REFERENCE}} ", "strong"),
        Piece(f"{fitted(person_words(row), _PERSON)} "),
    ]
    pieces.append(Piece(f"{fitted(row.duty, duty)} "))
    if due:
        pieces.append(Piece(f"{fitted(_due(row, now), due - 1)} ", "quiet"))
    danger = "DANGER " if row.immediate and row.group is Group.ACT_NOW else ""
    who = who_words(row, left - duty - due - len(danger))
    return (*pieces, Piece(danger, "late"), Piece(who, "strong" if row.owes == "you" else ""))


def _due(row: QueueRow, now: datetime) -> str:
    since = "since" if row.urgency.is_late else "by"
    return f"{since} {_short_moment(row.due_at, now)}"


def _short_moment(at: datetime, now: datetime) -> str:
    """ "15:42" today, "Mon 09:00" within the week, else with the date."""
    day, today = in_london(at).date(), in_london(now).date()
    if day == today:
        return clock_words(at)
    words = day_words(day, year=False)
    return f"{words.split(' ')[0] if 0 < (day - today).days < 7 else words} {clock_words(at)}"


def tone(row: QueueRow) -> str:
    """The tone that repeats the word."""
    if row.urgency.is_late:
        return "late"
    return "calm" if row.urgency is Urgency.WAITING else "due"


def person_words(row: QueueRow) -> str:
    """ "AV Rm 12": all that a shared screen shows of a person."""
    return f"{row.initials} {room_words(row.room)}".strip()


def who_words(row: QueueRow, cells: int) -> str:
    """ "you > Duty desk": who owes it to whom, by surnames where room is short."""
    owes, owed_to = (_short_name(row, words) for words in (row.owes, row.owed_to))
    if not owed_to:
        return fitted(owes, cells)
    last = " > ".join(_surname(row, words) for words in (row.owes, row.owed_to))
    ways = (f"{owes} > {owed_to}", last, last.replace(" > ", ">"))
    return fitted(next((words for words in ways if cell_len(words) <= cells), last), cells)


def _surname(row: QueueRow, words: str) -> str:
    """ "Okafor" for a member of staff; an office as it is."""
    name = _short_name(row, words)
    return name.split()[-1] if words == row.owner and row.owner_id is not None else name


def _short_name(row: QueueRow, words: str) -> str:
    """ "J Okafor" for a member of staff; an office without its department."""
    if words == row.owner and row.owner_id is not None:
        return short_name(words)
    return words.split(",")[0].split(";")[0].split(" or ")[0]


def short_name(name: str) -> str:
    """ "J Okafor" for Joy Okafor."""
    words = name.split()
    return f"{words[0][:1]} {words[-1]}" if len(words) > 1 else name


def fitted(text: str, cells: int) -> str:
    """The text on one line in exactly so many cells; two dots where it was cut."""
    plain = display_line(text)
    cells = max(cells, 2)
    if cell_len(plain) <= cells:
        return set_cell_size(plain, cells)
    return set_cell_size(plain, cells - 2).rstrip().ljust(cells - 2) + ".."


def head_line(queue: Queue) -> Line:
    """ "3 late   2 due today   9 open cases"."""
    late = Piece(f"{queue.late} late", "late" if queue.late else "quiet")
    due = Piece(f"   {queue.due_today} due today", "due" if queue.due_today else "quiet")
    cases = "case" if queue.open_cases == 1 else "cases"
    return (late, due, Piece(f"   {queue.open_cases} open {cases}"))


def detail_lines(row: QueueRow, register: Register, now: datetime, width: int) -> list[Line]:
    """The duty stood on: what, whom to ring, and if that cannot wait, or why it is due then.

    Where a desk was tried before, what came of it stands with whom to ring.
    """
    state = f"{row.duty}: {lateness_spoken(row.due_at, now)}"
    who = " > ".join(words.split(",")[0] for words in (row.owes, row.owed_to) if words)
    danger = "In danger now? Ring 999 first. " if row.immediate else ""
    return [
        (
            Piece(state, "late" if row.urgency.is_late else "strong"),
            Piece("   "),
            Piece(fitted(who, width - cell_len(state) - 3)),
        ),
        (Piece(danger, "late"), Piece(fitted(_ring(row, register), width - len(danger)))),
        _urgent(row, width) or _why(row, now, width),
    ]


def _why(row: QueueRow, now: datetime, width: int) -> Line:
    why = row.explanation.split(". ", 1)[0].split(" is ", 1)[0].rstrip(".")
    ladder = f" (ladder {row.stage})" if row.stage else ""
    due = f"Due {say(row.due_at, now)}{ladder}: {why}"
    return (Piece(fitted(due, width), "quiet"),)


def _ring(row: QueueRow, register: Register) -> str:
    if row.screen:
        return "Yours to do. Enter opens it." if row.owes == "you" else "Enter opens it."
    if row.desk:
        last = f". Last: {row.last_contact}" if row.last_contact else ""
        return f"Ring {row.desk}{last}"
    owner = register.staff.get(row.owner_id) if row.owner_id else None
    if owner is None:
        return f"{row.owner}: tell the manager."
    if row.owes == "you":
        return "Yours to do. F4 shows how."
    return f"Ring {owner.name} {owner.phone}, {owner.role_words.lower()}".replace(" ,", ",")


def _urgent(row: QueueRow, width: int) -> Line | None:
    """Who answers while the desk is shut, where somebody does."""
    if not row.urgent:
        return None
    return (Piece(fitted(f"If it cannot wait: {row.urgent}", width), "due"),)
