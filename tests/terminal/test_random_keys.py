"""No run of keys ends the desk, stops it answering, or harms the record."""

import random
from collections.abc import Iterator

import pytest

from sgtui import wiring
from sgtui.cli import main
from tests.benchmarks.measured import QUEUE_SHOWN, demo_database, demo_desk
from tests.terminal.desk_terminal import DeskTerminal
from tests.terminal.random_keys import press_one, see_it_answer

KEYS = 150
EVERY = 15
"""Keys after which the desk is asked whether it still answers."""


@pytest.fixture
def database() -> Iterator[str]:
    """The demo home."""
    with demo_database() as made:
        yield made


@pytest.mark.parametrize("seed", [1, 2])
def test_any_keys_leave_the_desk_answering_and_the_record_whole(database: str, seed: int) -> None:
    pressed: list[str] = []
    with demo_desk(database) as desk:
        desk.wait_for(QUEUE_SHOWN)
        try:
            press_many(desk, random.Random(seed), KEYS, pressed)
        except (AssertionError, OSError) as fault:
            raise AssertionError(f"{fault}\nPressed, last: {' '.join(pressed[-EVERY:])}") from fault
        desk.press("ctrl+q")
        desk.wait_for("Leave sgtui?")
        desk.press("f9")
        assert desk.exit_status() == 0
    with_somebody = wiring.open_desk(database)
    assert wiring.verify(with_somebody).faults == ()
    with_somebody.store.close()
    assert main(["--database", database, "verify"]) == 0


def press_many(desk: DeskTerminal, chance: random.Random, keys: int, pressed: list[str]) -> None:
    """So many keys, looking every now and then whether the desk answers."""
    for number in range(keys):
        pressed.append(press_one(desk, chance))
        if number % EVERY == EVERY - 1:
            see_it_answer(desk)
