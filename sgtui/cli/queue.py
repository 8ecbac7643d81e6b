"""`sgtui queue`: what is owed, by whom, and how late it is."""

from argparse import ArgumentParser, Namespace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sgtui.cli.exits import BAD, OK
from sgtui.cli.output import say, say_json, say_row
from sgtui.cli.place import signed_in

if TYPE_CHECKING:
    from sgtui.services.queue import Queue, QueueRow

HELP = "the queue; exit status 1 when anything is late"


def add_arguments(parser: ArgumentParser) -> None:
    """Which rows, and in which form."""
    parser.add_argument("--late", action="store_true", help="only what is late")
    parser.add_argument("--json", action="store_true", help="a JSON list of duties")


def run(given: Namespace) -> int:
    """Print the queue as it stands now."""
    with signed_in(given) as desk:
        from sgtui.services.queue import arrange, read_facts

        queue = arrange(read_facts(desk), desk.now())
    rows = [row for row in queue.rows if row.urgency.is_late or not given.late]
    if given.json:
        say_json([as_json(row) for row in rows])
    else:
        _print(queue, rows)
    return BAD if queue.late else OK


def as_json(row: "QueueRow") -> dict[str, Any]:
    """One duty for programs. Times are ISO 8601 in UTC."""
    return {
        "ref": row.reference,
        "duty": row.duty,
        "owner": row.owner,
        "owes": row.owes,
        "owed_to": row.owed_to,
        "due_at": row.due_at.isoformat(),
        "urgency": row.urgency.value,
        "late": row.urgency.is_late,
        "lateness": row.lateness,
        "group": row.group.value,
        "stage": row.stage,
        "person": row.initials,
        "room": row.room,
        "desk": row.desk,
        "opens_at": row.opens_at.isoformat() if row.opens_at else None,
        "urgent": row.urgent,
        "last_contact": row.last_contact,
        "immediate": row.immediate,
        "explanation": row.explanation,
        "key": row.key,
    }


def _print(queue: "Queue", rows: "list[QueueRow]") -> None:
    say(f"{queue.late} late, {queue.due_today} due today, {queue.open_cases} open")
    for group, members in groupby(rows, key=lambda row: row.group):
        say(f"\n{group.label.upper()}")
        for row in members:
            who = f"{row.owes} > {row.owed_to}" if row.owed_to else row.owes
            about = f"{row.initials} {row.room}".strip()
            state = f"{row.urgency.mark} {row.lateness:<13} {row.reference:<10}"
            say_row(f"{state}  {about:<9}  {row.duty:<26}  {who}")
