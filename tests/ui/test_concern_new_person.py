"""Somebody who is not in the register must not stop a concern at night."""

from tests.ui.concern_desk import at_the_form
from tests.ui.desk_fixture import SmallHome


async def test_f9_adds_and_picks_them_and_every_word_stays(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(story="No drink within reach.")
        person.fields.who.value = None
        person.fields.go_to("person")
        await person.type("rosa lin")
        await person.press("f9", "4", "enter", "enter")
        assert person.fields.who.text == "Rosa Lin"
        assert person.fields.story.text == "No drink within reach."
        assert person.app.focused is person.fields.what
        await person.press("ctrl+s")
        assert len(person.case_ids()) == 1
        with home.store.reading() as unit:
            people = home.desk.register(unit).people.values()
        assert ("Rosa Lin", "4") in {(one.name, one.room) for one in people}


async def test_the_complaint_says_how_and_goes_once_they_are_there(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.type("rosa lin")
        await person.press("tab")
        remark = person.fields.who_remark
        assert "Press F9 to add them: name and room are enough." in str(remark.render())
        await person.press("f9", "enter", "enter")
        assert not remark.display


async def test_esc_adds_nobody_and_keeps_what_was_typed(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.type("rosa")
        await person.press("f9", "escape")
        assert person.fields.who.text == "rosa"
        assert person.fields.who.value is None


async def test_f9_is_no_key_once_somebody_is_picked(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        shown = {command.id for command in person.form.offered()}
        assert "concern.add_person" not in shown
