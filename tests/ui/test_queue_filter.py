"""A filter is always in sight, and what it hides is counted, never silent."""

from datetime import timedelta

from tests.ui.desk_fixture import SmallHome
from tests.ui.queue_home import concern, queue_of


async def test_the_filter_in_force_stands_in_brackets(home: SmallHome) -> None:
    concern(home)
    async with queue_of(home) as shown:
        assert "[1 All]" in shown.sheet("head")
        await shown.pilot.press("2")
        assert "[2 Mine]" in shown.sheet("head")
        assert "[1 All]" not in shown.sheet("head")


async def test_late_duties_that_are_hidden_are_counted(home: SmallHome) -> None:
    concern(home)
    home.now += timedelta(hours=5)
    async with queue_of(home) as shown:
        late = sum("LATE" in line for line in shown.lines())
        await shown.pilot.press("4")
        assert shown.lines() == []
        assert f"{late} late not shown by this filter. 1 shows all." in shown.sheet("notes")
        await shown.pilot.press("1")
        assert shown.sheet("notes") == ""


async def test_late_alone_then_ours_then_theirs(home: SmallHome) -> None:
    concern(home)
    home.now += timedelta(hours=5)
    async with queue_of(home) as shown:
        await shown.pilot.press("3")
        listed = [line for line in shown.lines() if "SG-26" in line]
        assert listed
        assert all("LATE" in line for line in listed)
        await shown.pilot.press("3")
        assert "[3 Late, ours]" in shown.sheet("head")
        await shown.pilot.press("3")
        assert "[3 Late, theirs]" in shown.sheet("head")
        assert f"{len(listed)} late not shown" in shown.sheet("notes")
