"""Keys that come in one burst act in their order, each where the one before it led."""

from textual import events

from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.story import Story
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.time_field import TimeField
from tests.ui.concern_desk import at_the_form
from tests.ui.desk_fixture import SmallHome
from tests.ui.gallery import FormScreen, ListScreen, gallery, opened

BURST = "s space l tab 1 3 enter minus 2 h enter b e d enter h i f7 f8 ctrl+s tab 2"


def typed(keys: str) -> list[events.Key]:
    """Key events as a terminal sends them."""
    named = {"space": " ", "minus": "-"}
    return [events.Key(key, named.get(key, key if len(key) == 1 else None)) for key in keys.split()]


async def test_a_whole_form_typed_in_one_burst_lands_in_its_fields() -> None:
    app = gallery()
    async with opened(app) as pilot:
        for key in typed(BURST):
            app.post_message(key)
        for _ in range(20):
            await pilot.pause()
        form = app.screen
        assert isinstance(form, FormScreen)
        assert form.query_one("#who", Picker).value == "sam"
        assert form.query_one("#what", ChoiceRow).values == ("physical", "emotional")
        assert form.query_one("#when", TimeField).value == "-2h"
        assert form.query_one("#where", TextLine).text == "bed"
        assert form.query_one("#story", Story).text == "hi"
        assert form.query_one("#safe", ChoiceRow).value == "steps"
        assert (form.dittos, form.saved) == (1, 1)


async def test_keys_typed_before_the_menu_is_drawn_search_in_it() -> None:
    app = gallery()
    async with opened(app) as pilot:
        for key in typed("ctrl+p q u e u e enter"):
            app.post_message(key)
        for _ in range(20):
            await pilot.pause()
        assert isinstance(app.screen, ListScreen)


async def test_a_field_that_a_key_brings_up_takes_the_next_enter(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill()
        person.fields.sort.focus()
        await person.settle()
        for key in typed("2 enter X X"):
            person.app.post_message(key)
        for _ in range(20):
            await person.pilot.pause()
        assert person.fields.speaker.text == "XX"
