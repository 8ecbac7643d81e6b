"""The concern form says when it is about a child, and asks what staff alleged make it ask."""

from datetime import date

from sgtui.domain.entries import PersonInvolved
from sgtui.domain.entries.choices import CaseKind, Level, YesNo
from sgtui.services.case import read_case
from tests.ui.concern_desk import FormPilot, at_the_form
from tests.ui.desk_fixture import SAM, TOM, SmallHome


def hint(person: FormPilot, row: str) -> str:
    """What stands beside a field."""
    return str(person.fields.rows[row].query_one(".note").render())


async def a_visiting_child(person: FormPilot) -> None:
    """F9 adds Bo Vale, born on 24 December 2012."""
    await person.type("bo vale")
    await person.press("f9", "tab")
    await person.press(*"24/12/2012", "enter")


async def test_a_visitor_added_with_a_birth_takes_the_childrens_route(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await a_visiting_child(person)
        who = person.fields.who.value
        assert hint(person, "person") == "Child: children's route"
        await person.fill()
        person.fields.who.value = who
        await person.settle()
        await person.press("ctrl+s")
        (case_id,) = person.case_ids()
        view = read_case(home.desk, case_id)
        assert view.case.opening.what.case_kind is CaseKind.CHILD
        assert view.person is not None and view.person.born_on == date(2012, 12, 24)


async def test_enter_on_the_room_leads_to_the_birth_and_adds_nobody_yet(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.type("bo vale")
        await person.press("f9", "enter")
        focused = person.app.focused
        assert focused is not None and focused.id == "born"
        await person.press("escape")
        assert person.fields.who.value is None


async def test_a_birth_that_cannot_be_read_adds_nobody_yet(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.type("bo vale")
        await person.press("f9", "tab", "x", "enter")
        assert person.app.screen is not person.app.screen_stack[1]
        await person.press("escape")
        assert person.fields.who.value is None


async def test_staff_alleged_are_asked_about_where_the_register_does_not_say(
    home: SmallHome,
) -> None:
    async with at_the_form(home) as person:
        row = person.fields.rows["works_with_children"]
        assert not row.display
        await person.fill()
        person.fields.alleged.value = "Sam Lead"
        await person.settle()
        assert row.display
        person.fields.children.value = "yes"
        await person.settle()
        await person.press("ctrl+s")
        (case_id,) = person.case_ids()
        (said,) = read_case(home.desk, case_id).case.of(PersonInvolved)
        assert (said.what.staff, said.what.works_with_children) == (SAM, YesNo.YES)


async def test_an_answer_falls_away_with_the_name_it_was_about(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        person.fields.alleged.value = "Sam Lead"
        await person.settle()
        person.fields.children.value = "yes"
        person.fields.alleged.value = "A visitor"
        await person.settle()
        assert person.form.notice_of(person.fields.read()).works_with_children is None


async def test_the_full_name_of_a_resident_means_that_resident(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.fields.alleged.value = "tom bell"
        await person.settle()
        assert hint(person, "alleged") == "a resident here"
        await person.press("ctrl+s")
        (case_id,) = person.case_ids()
        assert read_case(home.desk, case_id).case.opening.what.alleged_person == TOM


async def test_nobody_is_alleged_towards_themselves(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        person.fields.who.value = str(TOM)
        person.fields.alleged.value = "Tom Bell"
        await person.settle()
        assert person.form.notice_of(person.fields.read()).alleged_person is None


async def test_a_low_level_concern_is_said_to_be_one_and_kept_inside(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.fields.level.value = "low_level"
        await person.settle()
        await person.press("ctrl+s")
        (case_id,) = person.case_ids()
        assert read_case(home.desk, case_id).case.opening.what.level is Level.LOW_LEVEL


async def test_an_emergency_asks_for_no_level(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(safe="unsafe_uncontrolled")
        assert not person.fields.rows["level"].display
