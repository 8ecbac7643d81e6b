"""Marks are on the body map in few keys, in any terminal, and no death of it loses one."""

import operator
import shutil
import signal
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.measured import QUEUE_SHOWN, demo_database, home_in
from tests.terminal.desk_terminal import DeskTerminal

MOST_FOR_ONE = 14
"""Keys from the open form until a bruise with size and colour is on the map."""

FEWER_FOR_THREE = 45
"""What three such marks cost less than."""

MOST_BYTES = 800
"""What any one arrow key may send at 80 by 24: a bad line carries it at once."""

ARROWS = ("down", "right", "down", "left", "up", "right", "right", "right", "down", "left")

FORM = "Still needed: who"
COUNTED = "1 mark: bruise, person's left forearm, 30 x 20 mm"


@pytest.fixture(scope="module")
def demo() -> Iterator[Path]:
    """The file of the demo home, made once."""
    with demo_database() as made:
        yield Path(made.removeprefix("sqlite:///"))


@pytest.fixture
def database(demo: Path, tmp_path: Path) -> str:
    """A copy of it, so that no test meets the drafts of another."""
    for suffix in ("", ".keys"):
        shutil.copy(f"{demo}{suffix}", f"{tmp_path / demo.name}{suffix}")
    return f"sqlite:///{tmp_path / demo.name}"


def the_form(
    database: str,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    columns: int = 80,
    rows: int = 24,
) -> DeskTerminal:
    """A desk with an empty concern form; `environment`: what this terminal is like."""
    own = home_in(folder)
    desk = DeskTerminal(
        "--database",
        database,
        environment={**own, **(environment or {})},
        columns=columns,
        rows=rows,
    )
    desk.wait_for(QUEUE_SHOWN)
    desk.press("f2")
    desk.wait_for(FORM)
    return desk


def the_map(desk: DeskTerminal) -> None:
    """F5: the map is there and can be pointed at."""
    desk.press("f5")
    desk.wait_for("FRONT")
    desk.wait_for("No mark yet")


def stands_on(desk: DeskTerminal, code: str) -> None:
    """Wait until the panel names that region as the one under the cursor."""
    desk.wait_until(
        lambda rows: any(row.rstrip().endswith(f" {code}") or f" {code}   " in row for row in rows),
        f"the cursor on {code}",
    )


def bruise(desk: DeskTerminal, code: str, size: str, colour: str) -> None:
    """A bruise on a region named by its code, with size and colour."""
    desk.type(f"{code}1{size}")
    desk.press("enter")
    desk.type(colour)


def test_a_bruise_with_size_and_colour_is_on_the_map_in_fourteen_keys(
    database: str, tmp_path: Path
) -> None:
    with the_form(database, tmp_path) as desk:
        before = desk.keys_pressed
        the_map(desk)
        bruise(desk, "f17l", "3x2", "2")
        desk.wait_for("30 x 20 mm")
        assert desk.keys_pressed - before <= MOST_FOR_ONE
        desk.press("escape")
        desk.wait_for("30 x 20 mm, purple")
        desk.press("escape")
        desk.wait_for(COUNTED)


def test_three_marks_cost_fewer_than_forty_five_keys(database: str, tmp_path: Path) -> None:
    with the_form(database, tmp_path) as desk:
        before = desk.keys_pressed
        the_map(desk)
        for number, (code, size, colour) in enumerate(
            (("f17l", "3x2", "2"), ("b15r", "2x1", "1"), ("f24r", "45mm", "27")), 1
        ):
            bruise(desk, code, size, colour)
            desk.wait_for(f"Mark {number}")
            desk.press("escape")
            desk.wait_for(f"MARKS  {number}")
        assert desk.keys_pressed - before < FEWER_FOR_THREE
        desk.press("escape")
        desk.wait_for("3 marks: bruise")


def test_a_place_is_found_by_words_in_any_order(database: str, tmp_path: Path) -> None:
    with the_form(database, tmp_path) as desk:
        the_map(desk)
        desk.type("back hand r")
        stands_on(desk, "B15R")
        desk.wait_for("back of person's right hand")
        desk.press("escape")
        desk.wait_for("Find: type words")
        desk.type("fore l")
        stands_on(desk, "F17L")


def test_a_killed_desk_offers_the_half_made_mark_again(database: str, tmp_path: Path) -> None:
    with the_form(database, tmp_path) as desk:
        the_map(desk)
        desk.type("f17l13x")
        desk.wait_for("Mark 1")
        desk.wait_for("3x ")
        desk.signal(signal.SIGTERM)
        assert desk.exit_status() == 128 + signal.SIGTERM
    with the_form(database, tmp_path) as desk:
        desk.wait_for("1 mark: bruise, person's left forearm, ! size")
        desk.press("f5")
        desk.wait_for("MARKS  1")
        desk.press("tab", "enter")
        desk.wait_for("3x ")
        desk.press("escape")
        desk.wait_for("MARKS  1")
        desk.press("escape")
        desk.wait_for("1 mark: bruise")


LOOKS: Mapping[str, Mapping[str, str]] = {
    "dark": {"COLORTERM": "truecolor", "SGTUI_THEME": "sgtui-dark"},
    "light": {"COLORTERM": "truecolor", "SGTUI_THEME": "sgtui-light"},
    "contrast": {"COLORTERM": "truecolor", "SGTUI_THEME": "sgtui-contrast"},
    "plain": {"SGTUI_THEME": "sgtui-plain"},
    "no-colour": {"NO_COLOR": "1"},
    "ascii": {"SGTUI_ASCII": "true"},
}
"""What a terminal may be like."""


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_the_map_can_be_worked_in_any_terminal(
    size: tuple[int, int], look: str, database: str, tmp_path: Path
) -> None:
    columns, rows = size
    with the_form(database, tmp_path, LOOKS[look], columns=columns, rows=rows) as desk:
        the_map(desk)
        if look == "ascii":
            assert desk.text().isascii()
        stands_on(desk, "F10")
        desk.press("right")
        stands_on(desk, "F09L")
        desk.press("end")
        stands_on(desk, "F27L")
        bruise(desk, "f17l", "3x2", "2")
        desk.wait_for("= 30 x 20 mm")
        desk.press("escape")
        desk.wait_for("MARKS  1")
        panel = next(row.index("What is it?") for row in desk.screen() if "What is it?" in row)
        figure = [row[:panel] for row in desk.screen()[2:-2]]
        assert sum(row.count("1") for row in figure) == 1, desk.text()
        desk.press("escape")
        desk.wait_for(COUNTED[:60])


def test_an_arrow_key_sends_little_in_full_colour(database: str, tmp_path: Path) -> None:
    with the_form(database, tmp_path, LOOKS["dark"]) as desk:
        the_map(desk)
        for arrow in ARROWS:
            before, screen = desk.bytes_received, desk.screen()
            desk.press(arrow)
            desk.wait_until(partial(operator.ne, screen), "the cursor to move")
            assert desk.bytes_received - before < MOST_BYTES
        desk.press("escape")
        desk.wait_for(FORM)
