"""Two desks on one record: what one records stands on the other's queue within two seconds."""

import time
from collections.abc import Iterator

import pytest

from tests.benchmarks.measured import QUEUE_SHOWN, demo_database, demo_desk
from tests.terminal.desk_terminal import DeskTerminal

AT_MOST = 2.0
"""Seconds until an entry of another process shows."""


@pytest.fixture
def database() -> Iterator[str]:
    """The demo home."""
    with demo_database() as made:
        yield made


def duty_of(row: str) -> str:
    """What follows the lateness in a row: reference, initials and room."""
    return row[row.index("SG-") :].split("  ")[0]


def duties(desk: DeskTerminal) -> list[str]:
    """The duties shown, from the top."""
    return [duty_of(row) for row in desk.screen() if "SG-" in row]


def stands_on(desk: DeskTerminal, duty: str) -> bool:
    """Whether the cursor is on that duty; false while the row is only half painted."""
    rows = [row for row in desk.screen() if row.lstrip().startswith(">") and "SG-" in row]
    return [duty_of(row) for row in rows] == [duty]


def open_cases(desk: DeskTerminal) -> int:
    """The count in the head of the queue."""
    head = next(row for row in desk.screen() if " open case" in row)
    return int(head.split(" open case")[0].split()[-1])


def record_a_concern(desk: DeskTerminal) -> None:
    """A plain concern about Ada, from the queue."""
    desk.press("f2")
    desk.type("ada")
    desk.press("enter", "2", "enter", "1", "enter")
    desk.type("-2h")
    desk.press("enter", "1", "enter")
    desk.wait_for("Still needed: what was seen or said.")
    desk.type("Found without a drink.")
    desk.press("ctrl+s")
    desk.wait_for("Saved SG-")


def test_another_desk_s_entry_shows_and_the_cursor_stays(database: str) -> None:
    with demo_desk(database) as watching, demo_desk(database) as writing:
        watching.wait_for(QUEUE_SHOWN)
        writing.wait_for(QUEUE_SHOWN)
        watching.wait_for(" open cases")
        writing.wait_for(" open cases")
        cases = open_cases(watching)
        watching.wait_until(lambda _rows: len(duties(watching)) > 2, "three duties")
        duty = duties(watching)[2]
        watching.press("down", "down")
        watching.wait_until(lambda _rows: stands_on(watching, duty), "the cursor on the third duty")
        record_a_concern(writing)
        saved_at = time.perf_counter()
        watching.wait_for(f"{cases + 1} open cases")
        assert watching.held_at - saved_at < AT_MOST
        watching.wait_until(lambda _rows: stands_on(watching, duty), "the cursor on the same duty")
