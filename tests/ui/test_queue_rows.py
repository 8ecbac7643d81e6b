"""A row says what is owed, how late, by whom; and of the person only initials and room."""

from datetime import timedelta

import pytest

from sgtui.domain.entries.choices import Safety
from tests.ui.desk_fixture import TOM, SmallHome
from tests.ui.queue_home import concern, queue_of


async def test_a_shared_screen_shows_initials_and_room_and_no_name(home: SmallHome) -> None:
    concern(home)
    async with queue_of(home) as shown:
        assert any("AV Rm 12" in line for line in shown.lines())
        assert "Vale" not in shown.drawn()
        assert "beaker" not in shown.drawn()


async def test_a_row_has_a_mark_a_word_and_a_reference(home: SmallHome) -> None:
    concern(home)
    home.now += timedelta(hours=3)
    async with queue_of(home) as shown:
        assert shown.lines()[0] == "ACT NOW"
        late = shown.lines()[1]
        assert late.startswith("!! LATE ")
        assert "SG-26-" in late
        assert "1 open case" in shown.sheet("head")


async def test_danger_comes_first_with_its_word_and_999(home: SmallHome) -> None:
    concern(home)
    home.now += timedelta(hours=3)
    concern(home, TOM, Safety.UNSAFE_UNCONTROLLED)
    async with queue_of(home) as shown:
        assert "TB Rm 3" in shown.lines()[1]
        assert "DANGER" in shown.lines()[1]
        assert "Ring 999 first" in shown.sheet("detail")


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_row_is_never_wider_than_the_window(home: SmallHome, width: int) -> None:
    concern(home)
    async with queue_of(home, width=width) as shown:
        assert {len(line) for line in shown.lines()[1:2]} <= set(range(width))
        assert all(len(line) <= shown.duties.size.width for line in shown.lines())


async def test_a_wide_window_also_says_when_each_is_due(home: SmallHome) -> None:
    concern(home)
    async with queue_of(home, width=120) as shown:
        assert " by " in shown.lines()[1]


async def test_the_duty_stood_on_says_whom_and_why(home: SmallHome) -> None:
    concern(home)
    async with queue_of(home) as shown:
        await shown.pilot.press("down")
        assert "Due " in shown.sheet("detail")
        assert "(ladder L" in shown.sheet("detail")


async def test_nothing_owed_is_said_kindly(home: SmallHome) -> None:
    async with queue_of(home) as shown:
        assert "Nothing is owed. F2 starts a new concern." in shown.drawn()
