"""The queue follows the record and the clock, and the cursor stays on its duty."""

from datetime import timedelta

import pytest
from pytest import MonkeyPatch

from sgtui.services.ports import StoreUnreachable
from sgtui.ui.widgets.title_line import TitleLine
from tests.ui.desk_fixture import TOM, SmallHome
from tests.ui.front_door import until
from tests.ui.queue_home import concern, queue_of


async def test_what_another_desk_records_shows_and_the_cursor_stays(home: SmallHome) -> None:
    concern(home)
    async with queue_of(home) as shown:
        await shown.pilot.press("down")
        stood_on = shown.duties.key
        concern(home, TOM)
        await until(shown.pilot, lambda: any("TB Rm 3" in line for line in shown.lines()))
        assert shown.duties.key == stood_on
        assert stood_on is not None


async def test_a_due_time_that_passes_shows_at_the_next_tick(home: SmallHome) -> None:
    concern(home)
    async with queue_of(home) as shown:
        stood_on = shown.duties.key
        first = next(line for line in shown.lines() if "SG-26" in line)
        assert "DUE" in first
        home.now = shown.soonest + timedelta(minutes=1)
        await shown.tick()
        assert any("LATE 1m" in line for line in shown.lines())
        assert shown.duties.key == stood_on


async def test_the_next_tick_is_at_the_minute_or_when_something_is_due(home: SmallHome) -> None:
    concern(home)
    home.now += timedelta(seconds=20)
    async with queue_of(home) as shown:
        assert shown.screen.seconds_to_tick() == pytest.approx(40.05)
        home.now = shown.soonest - timedelta(seconds=3)
        assert shown.screen.seconds_to_tick() == pytest.approx(3.05)


async def test_the_title_says_the_time_and_that_it_is_live(home: SmallHome) -> None:
    async with queue_of(home) as shown:
        home.now += timedelta(minutes=1)
        await shown.tick()
        title = shown.screen.query_one(TitleLine).render().plain
        assert "Sun 22 Nov 14:33" in title
        assert "J Okafor, shift leader" in title
        assert title.rstrip().endswith("live")


async def test_a_record_that_does_not_answer_is_said_with_its_age(
    home: SmallHome, monkeypatch: MonkeyPatch
) -> None:
    concern(home)
    async with queue_of(home) as shown:

        def unreachable() -> int:
            raise StoreUnreachable("home.sgtui is not there.")

        monkeypatch.setattr(shown.screen._watch, "_number", unreachable)
        title = shown.screen.query_one(TitleLine)
        await until(shown.pilot, lambda: "not live since 14:32" in title.render().plain)
        assert "AV Rm 12" in shown.drawn()
        assert "home.sgtui is not there." in shown.drawn()
        monkeypatch.setattr(shown.screen._watch, "_number", home.store.change_number)
        await until(shown.pilot, lambda: title.render().plain.rstrip().endswith("  live"))


async def test_nothing_is_read_while_nothing_changes(
    home: SmallHome, monkeypatch: MonkeyPatch
) -> None:
    async with queue_of(home) as shown:
        asked: list[str] = []
        monkeypatch.setattr(shown.screen._asks, "ask", lambda name, _job: asked.append(name))
        for _ in range(3):
            shown.screen._watch.look()
        await shown.pilot.pause()
        assert asked == []


@pytest.mark.parametrize(("bell", "rung"), [(True, 1), (False, 0)])
async def test_one_bell_when_a_duty_becomes_late_if_it_was_asked_for(
    home: SmallHome, monkeypatch: MonkeyPatch, bell: bool, rung: int
) -> None:
    concern(home)
    async with queue_of(home, bell=bell) as shown:
        bells: list[None] = []
        monkeypatch.setattr(shown.app, "bell", lambda: bells.append(None))
        home.now = shown.soonest + timedelta(minutes=1)
        await shown.tick()
        await shown.tick()
        assert len(bells) == rung
