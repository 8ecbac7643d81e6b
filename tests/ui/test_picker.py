"""A candidate is found by a few letters of any of its words."""

from sgtui.ui.widgets.candidates import matching
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.text_line import TextLine
from tests.ui.gallery import PEOPLE, gallery, opened


def found(typed: str) -> list[str]:
    """Ids found, the best first."""
    return [candidate.id for candidate in matching(PEOPLE, typed, 10)]


def test_letters_of_two_words_find_one_person() -> None:
    assert found("s l")[0] == "sam"


def test_accents_case_and_hyphens_do_not_matter() -> None:
    assert found("ZOE") == ["zoe"]
    assert found("ward") == ["zoe"]
    assert found("neill") == ["zoe"]


def test_a_word_s_beginning_comes_before_its_middle() -> None:
    assert found("a")[0] == "ada"
    assert "tom" not in found("a")


def test_the_room_the_role_and_other_words_find_as_well() -> None:
    assert found("12") == ["ada"]
    assert found("bank") == ["zoe"]


def test_letters_that_are_in_no_word_find_nobody() -> None:
    assert found("s q") == []


async def test_enter_takes_the_highlighted_candidate_and_goes_on() -> None:
    app = gallery()
    async with opened(app) as pilot:
        picker = app.screen.query_one("#who", Picker)
        picker.text = "a"
        await pilot.pause()
        assert picker.is_open
        await pilot.press("down", "enter")
        assert picker.value == matching(PEOPLE, "a", 6)[1].id
        assert not picker.is_open
        assert not picker.input.has_focus


async def test_escape_closes_the_list_and_keeps_the_text() -> None:
    app = gallery()
    async with opened(app) as pilot:
        picker = app.screen.query_one("#who", Picker)
        form = app.screen
        picker.text = "ad"
        await pilot.pause()
        await pilot.press("escape")
        assert (picker.is_open, picker.text, picker.value) == (False, "ad", None)
        assert app.screen is form


async def test_changing_the_text_unpicks_and_is_complained_of() -> None:
    app = gallery()
    async with opened(app) as pilot:
        picker = app.screen.query_one("#who", Picker)
        picker.value = "ada"
        assert picker.text == "Ada Vale"
        picker.query_one(TextLine).value = "Ada V"
        await pilot.pause()
        assert picker.value != "ada"
        assert picker.complaint == "Choose one from the list."


async def test_a_name_typed_in_full_is_picked_on_leaving() -> None:
    app = gallery()
    async with opened(app) as pilot:
        picker = app.screen.query_one("#who", Picker)
        picker.text = "tom bell"
        await pilot.pause()
        app.screen.focus_next()
        await pilot.pause()
        assert picker.value == "tom"
