"""From the queue one key leads to the case, the next step or the ladder of the duty stood on."""

import pytest

from tests.ui.desk_fixture import SmallHome
from tests.ui.queue_home import Other, concern, queue_of


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_enter_and_o_open_the_case(home: SmallHome, key: str) -> None:
    case_id = concern(home)
    async with queue_of(home) as shown:
        await shown.pilot.press(key)
        assert isinstance(shown.app.screen, Other)
        assert shown.app.screen.given == (case_id,)


async def test_f4_opens_the_next_step_of_that_very_duty(home: SmallHome) -> None:
    case_id = concern(home)
    async with queue_of(home) as shown:
        await shown.pilot.press("down")
        key = shown.duties.key
        await shown.pilot.press("f4")
        assert isinstance(shown.app.screen, Other)
        opened_case, clock_key = shown.app.screen.given
        assert opened_case == case_id
        assert f"{case_id}.{clock_key}" == key


async def test_l_opens_the_ladder_of_the_case(home: SmallHome) -> None:
    case_id = concern(home)
    async with queue_of(home) as shown:
        await shown.pilot.press("l")
        assert isinstance(shown.app.screen, Other)
        assert shown.app.screen.given == (case_id,)


async def test_with_nothing_owed_only_what_makes_sense_is_offered(home: SmallHome) -> None:
    async with queue_of(home) as shown:
        offered = {command.id for command in shown.screen.offered()}
        assert "desk.concern" in offered
        assert not offered & {"desk.next", "queue.open", "queue.ladder", "desk.queue"}
        await shown.pilot.press("enter", "f4", "o", "l")
        assert shown.app.screen is shown.screen
