"""A case is found by the end of its reference, a room or part of a name, open or closed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from sgtui.services.case import read_case
from sgtui.services.find import find
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.find import FindScreen
from sgtui.ui.widgets.row_list import RowList
from tests.ui.desk_fixture import ADA, TOM, ZOE, SmallHome
from tests.ui.front_door import until
from tests.ui.gallery import opened
from tests.ui.queue_home import Other, concern


@asynccontextmanager
async def find_of(home: SmallHome) -> AsyncIterator[tuple[SgtuiApp, Pilot[None], RowList]]:
    """The find screen, once everything is listed."""
    app = home.app("find", {"find": lambda: FindScreen(home.desk), "case": Other})
    async with opened(app) as pilot:
        rows = app.screen.query_one(RowList)
        await until(pilot, lambda: rows.rows)
        yield app, pilot, rows


def found(home: SmallHome, typed: str) -> list[str]:
    """Initials of what is found."""
    return [case.initials for case in find(home.desk, typed).cases]


@pytest.mark.parametrize("typed", ["tom", "bell", "to be", "3", "rm 3", "TOM 3"])
def test_a_person_is_found_by_name_or_room(home: SmallHome, typed: str) -> None:
    concern(home, ADA)
    concern(home, TOM)
    assert found(home, typed) == ["TB"]


def test_accents_do_not_matter(home: SmallHome) -> None:
    concern(home, ZOE)
    assert found(home, "zoe") == found(home, "ward") == found(home, "ZOÉ")
    assert len(found(home, "zoe")) == 1


def test_a_reference_is_found_by_its_last_four_or_whole(home: SmallHome) -> None:
    case_id = concern(home)
    reference = read_case(home.desk, case_id).case.reference
    for typed in (reference, reference[-4:], reference[-4:].lower(), reference.replace("-", " ")):
        assert [case.case_id for case in find(home.desk, typed).cases] == [case_id]


def test_nothing_typed_lists_all_newest_first_and_what_does_not_fit_nothing(
    home: SmallHome,
) -> None:
    concern(home, ADA)
    home.now += timedelta(hours=1)
    concern(home, TOM)
    assert found(home, "") == ["TB", "AV"]
    assert found(home, "nobody") == []


def test_more_than_fit_in_the_list_is_said(home: SmallHome) -> None:
    concern(home, ADA)
    concern(home, TOM)
    assert find(home.desk, "", most=1).more
    assert not find(home.desk, "", most=2).more


def test_a_full_name_is_shown_only_where_a_name_was_looked_for(home: SmallHome) -> None:
    concern(home)
    assert [case.name for case in find(home.desk, "ada").cases] == ["Ada Vale"]
    assert [case.name for case in find(home.desk, "12").cases] == [""]
    assert [case.name for case in find(home.desk, "").cases] == [""]


async def test_enter_opens_the_case_stood_on(home: SmallHome) -> None:
    concern(home, ADA)
    home.now += timedelta(hours=1)
    concern(home, TOM)
    async with find_of(home) as (app, pilot, rows):
        await pilot.press("t", "o", "m")
        await until(pilot, lambda: len(rows.rows) == 1)
        await pilot.press("enter")
        assert isinstance(app.screen, Other)


async def test_down_moves_in_the_list_while_typing(home: SmallHome) -> None:
    concern(home, ADA)
    concern(home, TOM)
    async with find_of(home) as (_, pilot, rows):
        first = rows.key
        await pilot.press("down")
        assert rows.key not in (None, first)
        await pilot.press("up")
        assert rows.key == first


async def test_nothing_found_is_said_with_what_to_try(home: SmallHome) -> None:
    concern(home)
    async with find_of(home) as (_, pilot, rows):
        await pilot.press("q", "q")
        await until(pilot, lambda: not rows.rows)
        assert "No case fits" in rows.render_line(0).text
