"""The register: everything a home needs is added and changed on the screen."""

from pathlib import Path

from sgtui.domain.people import Role
from sgtui.ui.forms.answers import ChoiceAnswer
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.screens.register import RegisterScreen
from tests.ui.register_desk import AtRegister, at_the_register


async def add_person(person: AtRegister, name: str) -> None:
    await person.press("a")
    await person.type(name)
    await person.press("ctrl+s")


async def test_a_resident_is_added_and_stood_on(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await add_person(person, "Rosa Lin")
        assert person.said == "Saved: Rosa Lin"
        assert [one.name for one in person.register.people.values()] == ["Rosa Lin"]
        assert person.listed[0].startswith("Rosa Lin")


async def test_a_change_keeps_the_id_and_every_other_field(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("a")
        assert person.form.form is not None
        person.form.form.put({"name": "Rosa Lin", "born_on": "24/12/1940", "gp": "Dr Gold"})
        await person.press("ctrl+s")
        (before,) = person.register.people.values()
        await person.press("enter")
        await person.type("Rosa Lind")
        await person.press("ctrl+s")
        (after,) = person.register.people.values()
        assert after == before.model_copy(update={"name": "Rosa Lind"})


async def test_a_date_that_is_none_is_refused_beside_it_and_nothing_is_lost(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("a")
        assert person.form.form is not None
        person.form.form.put({"name": "Rosa Lin", "born_on": "24/12/40"})
        await person.press("ctrl+s")
        assert "whole year" in person.said
        assert person.form.form.raws()["name"] == "Rosa Lin"
        assert not person.register.people


async def test_what_esc_leaves_unsaved_is_said_and_waits(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("a")
        await person.type("Rosa L")
        await person.press("escape")
        assert isinstance(person.app.screen, RegisterScreen)
        assert person.said == "Not saved yet. What you typed about this person waits."
        await person.press("escape")
        assert isinstance(person.app.screen, QueueScreen)
        await person.press("r", "a")
        assert person.form.form is not None
        assert person.form.form.raws() == {"name": "Rosa L"}


async def test_a_desk_reads_its_hours_back_or_says_how_to_write_them(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("3", "a")
        assert person.form.form is not None
        hours = {answer.name: answer for answer in person.form.form.answers}["hours"]
        fields = {"point": "duty_desk", "name": "Duty desk", "hours": "mon to thu 0830-1700"}
        person.form.form.put(fields)
        await person.settle()
        assert str(hours.row.query_one(".note").render()) == "= Mon-Thu 08:30-17:00"
        hours.put("in the morning")
        await person.press("ctrl+s")
        assert "Write hours like this" in person.said
        hours.put("always")
        await person.press("ctrl+s")
        found = person.register.contact_at("duty_desk")
        assert found is not None
        assert found.hours.is_always


async def test_a_bank_holiday_announced_late_is_added_once(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        for _twice in range(2):
            await person.press("4", "a")
            assert person.form.form is not None
            person.form.form.put({"on": "5 may 2027", "name": "VE Day", "source": "GOV.UK"})
            await person.press("ctrl+s")
        assert "bank holiday already" in person.said
        assert [day.name for day in person.register.calendar.added_holidays] == ["VE Day"]


async def test_search_narrows_the_list_and_esc_widens_it_again(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        for name in ("Rosa Lin", "Sid Two"):
            await add_person(person, name)
        await person.press("slash", "s", "i", "d")
        assert [row.split()[0] for row in person.listed] == ["Sid"]
        await person.press("enter", "escape")
        assert len(person.listed) == 2


async def test_the_ladder_is_shown_and_not_changed(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("5")
        assert "new cases" in person.listed[0]
        await person.press("enter")
        assert isinstance(person.app.screen, RegisterScreen)


async def test_roles_are_chosen_by_digits(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("2", "a")
        await person.type("Liam Byrne")
        await person.press("enter", "1", "4")
        assert person.form.form is not None
        roles = {answer.name: answer for answer in person.form.form.answers}["roles"]
        assert isinstance(roles, ChoiceAnswer)
        await person.press("ctrl+s")
        member = next(one for one in person.register.staff.values() if one.name == "Liam Byrne")
        assert member.roles == (Role.CARE_WORKER, Role.SAFEGUARDING_LEAD)


async def test_who_is_no_manager_adds_a_person_and_is_told_about_the_rest(tmp_path: Path) -> None:
    async with at_the_register(tmp_path, manager=False) as person:
        await add_person(person, "Rosa Lin")
        assert len(person.register.people) == 1
        for key in ("a", "enter", "p", "f9"):
            await person.press("2", key)
            assert isinstance(person.app.screen, RegisterScreen)
            assert "Only a manager may do this" in person.said
