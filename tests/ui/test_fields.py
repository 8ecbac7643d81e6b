"""Fields keep to their length, read back what was typed, and let go of the keys of the screen."""

from textual import events

from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.passphrase import PassphraseInput
from sgtui.ui.widgets.story import Story
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.time_field import TimeField
from tests.ui.gallery import FormScreen, gallery, opened


async def test_function_keys_reach_the_screen_from_a_story() -> None:
    app = gallery()
    async with opened(app) as pilot:
        form = app.screen
        assert isinstance(form, FormScreen)
        story = form.query_one(Story)
        form.set_focus(story)
        await pilot.press("a", "f6", "f7", "f8", "ctrl+s")
        assert (story.text, form.dittos, form.saved) == ("a", 1, 1)
        assert story.selected_text == ""


async def test_a_pasted_story_is_cut_at_its_limit_and_says_so() -> None:
    app = gallery()
    async with opened(app) as pilot:
        story = app.screen.query_one(Story)
        app.screen.set_focus(story)
        app.post_message(events.Paste("x\x1b[31my" * 400))
        await pilot.pause()
        await pilot.pause()
        assert len(story.text) == 300
        assert "\x1b" not in story.text
        note = story.query_ancestor(FieldRow).query_one(".note")
        assert "no more letters fit" in str(note.render())


async def test_a_story_keeps_its_undo() -> None:
    app = gallery()
    async with opened(app) as pilot:
        story = app.screen.query_one(Story)
        app.screen.set_focus(story)
        await pilot.press("a", "enter", "b")
        assert story.text == "a\nb"
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert story.text == ""


async def test_tab_leaves_a_story_and_shift_tab_comes_back() -> None:
    app = gallery()
    async with opened(app) as pilot:
        story = app.screen.query_one(Story)
        app.screen.set_focus(story)
        await pilot.press("tab")
        assert not story.has_focus
        await pilot.press("shift+tab")
        assert story.has_focus


async def test_the_reading_of_a_time_stands_beside_it() -> None:
    app = gallery()
    async with opened(app) as pilot:
        field = app.screen.query_one("#when", TimeField)
        field.value = "-2h"
        await pilot.pause()
        assert field.valid
        assert "= today 12:32" in str(field.query_one(".echo").render())
        field.value = "-2x"
        await pilot.pause()
        assert not field.valid
        assert "! Type 1430" in str(field.query_one(".echo").render())


async def test_a_line_takes_a_paste_clean_and_as_far_as_it_fits() -> None:
    app = gallery()
    async with opened(app) as pilot:
        line = app.screen.query_one("#where", TextLine)
        app.screen.set_focus(line)
        app.post_message(events.Paste("bed\x1broom\t2" + "x" * 500))
        await pilot.pause()
        await pilot.pause()
        assert line.text.startswith("bedroom 2x")
        assert len(line.value) == 200


async def test_enter_and_down_go_to_the_next_field_and_up_back() -> None:
    app = gallery()
    async with opened(app) as pilot:
        line = app.screen.query_one("#where", TextLine)
        app.screen.set_focus(line)
        await pilot.press("enter")
        assert app.screen.query_one(Story).has_focus
        app.screen.set_focus(line)
        await pilot.press("up")
        assert app.screen.query_one("#when", TimeField).input.has_focus


async def test_a_complaint_stands_in_place_of_the_hint_and_goes() -> None:
    app = gallery()
    async with opened(app) as pilot:
        row = app.screen.query_one("#where", TextLine).query_ancestor(FieldRow)
        row.focus_field()
        await pilot.pause()
        row.complain("Say where it happened.")
        assert "! Say where it happened." in str(row.query_one(".note").render())
        assert row.query_one(".label").has_class("current")
        row.complain("")
        assert "room or place" in str(row.query_one(".note").render())


class SignIn(FormScreen):
    """A form with a passphrase."""

    AUTO_FOCUS = "PassphraseInput"
    given: tuple[str, ...] = ()

    def body(self):  # type: ignore[no-untyped-def]
        """One field."""
        yield PassphraseInput()

    def on_passphrase_input_given(self, event: PassphraseInput.Given) -> None:
        """Take it, twice."""
        self.given = (event.take(), event.take(), repr(event))


async def test_a_passphrase_is_given_once_and_never_copied() -> None:
    app = gallery(find=SignIn)
    async with opened(app) as pilot:
        await pilot.press("f6")
        form = app.screen
        assert isinstance(form, SignIn)
        field = form.query_one(PassphraseInput)
        field.value = "four quiet words here"
        field.select_all()
        await pilot.press("ctrl+c", "ctrl+x")
        assert app.clipboard == ""
        assert field.value == "four quiet words here"
        await pilot.press("enter")
        assert form.given[:2] == ("four quiet words here", "")
        assert "quiet" not in form.given[2]
        assert field.value == ""
