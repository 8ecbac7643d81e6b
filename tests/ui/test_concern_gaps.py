"""The form always says what is still needed, all of it, and Ctrl+S goes to the first."""

from sgtui.ui.screens.concern_fields import EMERGENCY
from tests.ui.concern_desk import CaseSeen, at_the_form
from tests.ui.desk_fixture import ADA, SmallHome


async def test_what_is_needed_follows_every_answer(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        everything = "who, what, safe now?, when, where, what was seen or said"
        assert person.needed == f"Still needed: {everything}."
        await person.type("ada")
        await person.press("enter", "2")
        assert person.needed.startswith("Still needed: safe now?, when")
        await person.press("2")
        assert person.needed.startswith("Still needed: what, safe now?")


async def test_save_marks_every_gap_and_goes_to_the_first(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.fields.what.values = ()
        person.fields.story.text = "   \n "
        await person.settle()
        await person.press("ctrl+s")
        marked = [name for name, row in person.fields.rows.items() if row.has_class("needed")]
        assert marked == ["category", "text"]
        assert person.app.focused is person.fields.what
        assert "not saved yet" in person.said
        assert person.case_ids() == ()
        await person.press("3")
        assert not person.fields.rows["category"].has_class("needed")


async def test_a_name_that_is_nobodys_is_said_beside_the_field(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.type("zzz")
        await person.press("enter")
        remark = person.fields.who_remark
        assert remark.display
        assert "Press F9 to add them" in str(remark.render())
        assert person.fields.who.text == "zzz"


async def test_someone_told_who_is_not_in_the_register_is_not_lost_silently(
    home: SmallHome,
) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.fields.told.text = "the night nurse"
        await person.settle()
        assert person.needed == "Still needed: told."
        await person.press("ctrl+s")
        assert person.app.focused is person.fields.told.input


async def test_why_it_was_not_checked_is_asked_only_then(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        assert not person.fields.rows["safe_because"].display
        person.fields.safe.value = "unable"
        await person.settle()
        assert person.fields.rows["safe_because"].display
        assert person.needed == "Still needed: because."


async def test_in_an_emergency_who_what_and_safety_are_enough(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.type("ada")
        await person.press("enter", "1", "enter", "3")
        assert str(person.fields.emergency.render()) == EMERGENCY
        assert person.fields.emergency.display
        assert person.needed == "Ready. Ctrl+S saves."
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, CaseSeen)


async def test_the_needs_of_the_person_stand_beside_the_name(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        person.fields.who.value = str(ADA)
        await person.settle()
        note = person.fields.rows["person"].query_one(".note")
        assert str(note.render()) == "needs: dementia, hearing aid"


async def test_everything_fits_80_by_24_and_scrolls_where_it_does_not(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(what="physical")
        assert person.form.query_one("#form").max_scroll_y == 0
        assert person.fields.story.size.height >= 3
    async with at_the_form(home, size=(60, 18)) as person:
        person.fields.go_to("told")
        await person.settle()
        told = person.fields.told.region
        assert person.form.query_one("#form").region.contains_region(told)
