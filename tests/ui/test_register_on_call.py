"""The rota on the register's screen: turns are added, changed and taken off, and overlaps said."""

from pathlib import Path

from sgtui.ui.screens.register import RegisterScreen
from tests.ui.desk_fixture import JOY, RUTH
from tests.ui.register_desk import AtRegister, at_the_register


async def add_turn(person: AtRegister, who: object, since: str, until: str) -> None:
    """A turn on call, typed into its form."""
    await person.press("6", "a")
    assert person.form.form is not None
    person.form.form.put({"staff": str(who), "since": since, "until": until})
    await person.settle()
    await person.press("ctrl+s")


async def test_a_turn_is_added_and_listed_with_who_and_when(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await add_turn(person, RUTH, "tomorrow 17:00", "+3d")
        assert person.said == "Saved: Ruth Amis, Mon 23 Nov 17:00 to Wed 25 Nov 14:32"
        (row,) = person.listed
        assert "Ruth Amis" in row and " 17:00 to " in row
        (slot,) = person.register.slots.values()
        assert slot.staff == RUTH


async def test_two_at_once_are_allowed_and_said(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await add_turn(person, RUTH, "+1h", "+10h")
        await add_turn(person, JOY, "+2h", "+4h")
        assert "On call then too: Ruth Amis." in person.said
        assert len(person.listed) == 2


async def test_a_turn_is_opened_and_put_right(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await add_turn(person, RUTH, "+1h", "+10h")
        await person.press("enter")
        assert person.form.form is not None
        assert person.form.form.title == "Change turn on call"
        person.form.form.put({"staff": str(JOY)})
        await person.settle()
        await person.press("ctrl+s")
        assert [slot.staff for slot in person.register.slots.values()] == [JOY]


async def test_an_end_before_the_beginning_is_refused_beside_the_field(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await add_turn(person, RUTH, "+10h", "+1h")
        assert "comes after the beginning" in person.said
        assert not person.register.slots


async def test_del_takes_a_turn_off_after_asking(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await add_turn(person, RUTH, "+1h", "+10h")
        await person.press("delete", "escape")
        assert len(person.register.slots) == 1
        await person.press("delete", "f9")
        assert isinstance(person.app.screen, RegisterScreen)
        assert person.register.slots == {}
        assert person.said.endswith("Ruth Amis is off the rota then.")
        assert person.listed == []


async def test_only_a_manager_sets_the_rota(tmp_path: Path) -> None:
    async with at_the_register(tmp_path, manager=False) as person:
        await person.press("6", "a")
        assert isinstance(person.app.screen, RegisterScreen)
        assert "Only a manager may do this" in person.said


async def test_staff_have_a_line_manager_picked_by_name(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("2", "a")
        assert person.form.form is not None
        person.form.form.put(
            {"name": "Liam Byrne", "roles": ["care_worker"], "line_manager": str(RUTH),
             "works_with_children": "yes"}
        )  # fmt: skip
        await person.settle()
        await person.press("ctrl+s")
        member = next(one for one in person.register.staff.values() if one.name == "Liam Byrne")
        assert (member.line_manager, member.works_with_children) == (RUTH, True)
