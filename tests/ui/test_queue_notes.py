"""Above the list stands what one must know before reading it."""

from datetime import timedelta
from uuid import uuid4

from sgtui.services import drafts
from tests.ui.desk_fixture import SmallHome
from tests.ui.queue_home import concern, queue_of


async def test_an_unfinished_concern_is_offered_with_its_key(home: SmallHome) -> None:
    drafts.keep(home.desk, uuid4(), "concern", None, {"story": "She said"})
    async with queue_of(home) as shown:
        assert "Draft from 14:32: F2 to carry on." in shown.sheet("notes")
        assert "She said" not in shown.drawn()


async def test_a_clock_that_is_behind_the_newest_entry_is_said(home: SmallHome) -> None:
    concern(home)
    home.now -= timedelta(hours=1)
    async with queue_of(home) as shown:
        assert "clock is behind: newest entry today 14:32" in shown.sheet("notes")


async def test_a_clock_that_is_right_is_not_spoken_of(home: SmallHome) -> None:
    concern(home)
    async with queue_of(home) as shown:
        assert shown.sheet("notes") == ""
