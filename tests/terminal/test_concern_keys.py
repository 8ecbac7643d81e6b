"""A plain concern is logged in few keys, and no death of the process loses its words."""

import signal
from collections.abc import Iterator

import pytest

from tests.benchmarks.measured import QUEUE_SHOWN, demo_database, demo_desk
from tests.terminal.desk_terminal import DeskTerminal

MOST_KEYS = 16
"""What a plain concern may cost beside the letters of its story."""

STORY = "Found without a drink."
NEEDED = "Still needed"
STORY_NEEDED = "Still needed: what was seen or said."


@pytest.fixture
def database() -> Iterator[str]:
    """The demo home."""
    with demo_database() as made:
        yield made


def shows(rows: list[str], *texts: str) -> bool:
    """Whether all of them stand on the screen together."""
    screen = "\n".join(rows)
    return all(text in screen for text in texts)


def _at_the_story(desk: DeskTerminal) -> None:
    """F2, who, what, safe, when, where: to the story, as a practised person types it."""
    desk.wait_for(QUEUE_SHOWN)
    desk.press("f2")
    desk.type("ada")
    desk.press("enter", "2", "enter", "1", "enter")
    desk.type("-2h")
    desk.press("enter", "1", "enter")
    desk.wait_for(STORY_NEEDED)


def test_a_plain_concern_costs_at_most_sixteen_keys_beside_its_story(database: str) -> None:
    with demo_desk(database) as desk:
        _at_the_story(desk)
        desk.type(STORY)
        desk.press("ctrl+s")
        desk.wait_for("Saved SG-")
        assert desk.keys_pressed - len(STORY) <= MOST_KEYS


def test_a_killed_desk_offers_the_same_words_with_the_cursor_in_the_story(database: str) -> None:
    with demo_desk(database) as desk:
        _at_the_story(desk)
        desk.type(STORY)
        desk.wait_until(lambda rows: shows(rows, STORY, "Ready.", "draft kept"), "the draft kept")
        desk.type(" Twice")
        desk.wait_for("Twice")
        desk.kill()
        assert desk.exit_status() == -signal.SIGKILL
    with demo_desk(database) as desk:
        desk.wait_for(QUEUE_SHOWN)
        desk.press("f2")
        desk.wait_for(STORY)
        desk.wait_for("carried on")
        desk.type("!!")
        desk.wait_until(lambda rows: any("!!" in row and STORY in row for row in rows), "the end")


def test_a_dropped_line_keeps_the_last_letter(database: str) -> None:
    with demo_desk(database) as desk:
        _at_the_story(desk)
        desk.type(STORY)
        desk.wait_for(STORY)
        desk.hang_up()
        desk.exit_status()
    with demo_desk(database) as desk:
        desk.wait_for(QUEUE_SHOWN)
        desk.press("f2")
        desk.wait_for(STORY)
