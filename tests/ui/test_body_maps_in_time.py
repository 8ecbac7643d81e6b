"""The body maps of a person stand in time, each mark with what became of it since."""

from pathlib import Path

import pytest

from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.body_map.maps import BodyMapsScreen
from sgtui.ui.screens.body_map.timeline import ShownFigure, Timeline
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.body_maps_home import (
    another_case,
    fresh_home,
    mapped,
    mapped_on,
    shown,
    three_maps,
    told,
)
from tests.ui.case_fixture import CaseHome, settled


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return fresh_home(tmp_path)


def maps_of(app: SgtuiApp) -> BodyMapsScreen:
    """The screen, known to be the maps in time."""
    assert isinstance(app.screen, BodyMapsScreen)
    return app.screen


def listed(app: SgtuiApp) -> list[str]:
    """The timeline in words."""
    return told(maps_of(app).query_one(Timeline))


async def test_the_newest_map_comes_first_with_its_time_case_and_looker(home: CaseHome) -> None:
    three_maps(home)
    async with shown(home, "body_maps") as (app, _):
        days = [row for row in listed(app) if "J Okafor" in row]
        reference = home.view().case.reference
        assert [day[:16] for day in days] == [
            "Sun 22 Nov 14:32", "Sat 21 Nov 14:32", "Fri 20 Nov 14:32",
        ]  # fmt: skip
        assert all(f"{reference} J Okafor this case" in day for day in days)
        assert days[2].endswith("first map")


async def test_each_mark_says_what_became_of_it_since_the_map_before(home: CaseHome) -> None:
    three_maps(home)
    async with shown(home, "body_maps", size=(120, 36)) as (app, _):
        marks = [row for row in listed(app) if "J Okafor" not in row]
        assert marks == [
            "= SAME 1. Bruise, person's left forearm (F17L), 20 x 10 mm, yellow.",
            "+ NEW 2. Redness or mark, person's left underarm (B21L).",
            "~ CHANGED 1. Bruise, person's left forearm (F17L), 20 x 10 mm, yellow. "
            "size 30 x 20 mm -> 20 x 10 mm; colour purple -> yellow",
            "- GONE Graze, person's right knee (F23R): not on this map",
            "1. Bruise, person's left forearm (F17L), 30 x 20 mm, purple.",
            "2. Graze, person's right knee (F23R).",
        ]


async def test_a_map_without_a_mark_says_that_none_was_seen(home: CaseHome) -> None:
    mapped(home)
    async with shown(home, "body_maps") as (app, _):
        assert "this case, first map, no mark seen" in listed(app)[0]
        assert listed(app)[1] == "No mark was seen."
        figure = maps_of(app).query_one(ShownFigure)
        assert (figure.marks, figure.cursor) == ((), "")


async def test_the_lines_below_are_as_few_as_the_maps_need(home: CaseHome) -> None:
    mapped(home, "bruise, F17L", hours_ago=24)
    async with shown(home, "body_maps") as (app, pilot):
        facts, figure = maps_of(app).query_one("#facts", Sheet), maps_of(app).query_one(ShownFigure)
        assert facts.size.height == len(facts.rows) == 2
        before = figure.size.height
        mapped(home, "bruise, F17L", "redness, B21L")
        await pilot.press("f4", "escape")
        maps_of(app).read()
        await settled(pilot)
        assert facts.size.height == 4
        assert figure.size.height == before - 2
        await pilot.press("end")
        assert (len(facts.rows), facts.size.height) == (2, 4)


async def test_a_single_line_below_leaves_the_figure_all_the_rest(home: CaseHome) -> None:
    mapped(home, "bruise, F17L")
    async with shown(home, "body_maps", size=(120, 36)) as (app, _):
        assert maps_of(app).query_one("#facts", Sheet).size.height == 1
        assert maps_of(app).query_one(ShownFigure).size.height == 31


async def test_the_figures_follow_the_cursor(home: CaseHome) -> None:
    three_maps(home)
    async with shown(home, "body_maps") as (app, pilot):
        figure = maps_of(app).query_one(ShownFigure)
        seen = [(len(figure.marks), figure.cursor)]
        for _ in range(3):
            await pilot.press("down")
            seen.append((len(figure.marks), figure.cursor))
        assert seen == [(2, "F17L"), (2, "B21L"), (1, "F17L"), (1, "F23R")]


async def test_how_the_person_was_looked_at_stands_in_words(home: CaseHome) -> None:
    mapped(home, "bruise, F17L", care="washing", consent="agreed",
           retrospective_because="No time at the wash")  # fmt: skip
    async with shown(home, "body_maps") as (app, _):
        facts = " ".join(maps_of(app).query_one("#facts", Sheet).text.split())
        assert facts == (
            "During: washing or bathing. Consent: the person agreed. Only what care exposed: "
            "not recorded. From memory because: No time at the wash."
        )
        assert "drawn from memory" in listed(app)[0]


async def test_maps_of_another_case_stand_in_the_same_line_of_time(home: CaseHome) -> None:
    mapped(home, "bruise, F17L", hours_ago=24)
    mapped_on(home, another_case(home), ["bruise, F17L"])
    async with shown(home, "body_maps") as (app, _):
        rows = listed(app)
        assert "this case" not in rows[0]
        assert rows[1].startswith("= SAME 1. Bruise")
        assert "this case" in rows[2]


async def test_a_map_can_be_asked_for_by_its_entry(home: CaseHome) -> None:
    _, middle, _ = three_maps(home)
    async with shown(home, "body_maps", middle) as (app, _):
        spot = maps_of(app).spot
        assert spot is not None
        assert spot.mapped.entry.id == middle


async def test_a_map_recorded_elsewhere_appears_and_the_cursor_keeps_its_mark(
    home: CaseHome,
) -> None:
    mapped(home, "bruise, F17L", "graze, F23R", hours_ago=1)
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("down")
        key = maps_of(app).query_one(Timeline).key
        mapped(home, "bruise, F17L")
        maps_of(app).look()
        await settled(pilot)
        assert len([row for row in listed(app) if "J Okafor" in row]) == 2
        assert maps_of(app).query_one(Timeline).key == key


async def test_after_a_save_the_cursor_stands_on_the_new_map(home: CaseHome) -> None:
    mapped(home, "bruise, F17L", hours_ago=1)
    async with shown(home, "body_maps") as (app, pilot):
        newest = mapped(home, "bruise, F17L")
        maps_of(app).noted("Saved.")
        await settled(pilot)
        spot = maps_of(app).spot
        assert spot is not None
        assert spot.mapped.entry.id == newest


async def test_text_that_would_act_on_a_terminal_is_shown_as_text(home: CaseHome) -> None:
    mapped(home, "bruise, F17L, shape '[red]no[/] \u202eevil\u202c [/nope]'")
    async with shown(home, "body_maps", size=(120, 36)) as (app, pilot):
        assert "[red]no[/] evil [/nope]" in listed(app)[1]
        await pilot.press("enter")
        assert app.return_code is None


@pytest.mark.parametrize("size", [(60, 18), (120, 36), (200, 60), (20, 5)])
async def test_no_size_ends_it(home: CaseHome, size: tuple[int, int]) -> None:
    first, _, last = three_maps(home)
    async with shown(home, "body_maps", size=size) as (app, pilot):
        await pilot.press("pagedown", "end", "home")
        assert app.return_code is None
    async with shown(home, "body_compare", first, last, size=size) as (app, pilot):
        await pilot.press("f5", "down", "left")
        assert app.return_code is None


@pytest.mark.parametrize("plain", [True, False])
async def test_without_colour_or_line_drawing_every_change_keeps_its_sign(
    home: CaseHome, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    three_maps(home)
    async with shown(home, "body_maps") as (app, pilot):
        app.set_class(plain, "-ascii")
        maps_of(app).query_one(ShownFigure).refresh()
        await pilot.press("down", "down")
        drawn = "\n".join(strip.text for strip in maps_of(app)._compositor.render_strips())
        assert all(word in drawn for word in ("= SAME", "+ NEW", ">~ CHANGED"))
