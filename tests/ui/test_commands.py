"""A command is declared once: its key, hint, menu line and help agree."""

from collections import Counter

from sgtui.ui.commands import GLOBAL, Command, bindings, clashes, key_name
from sgtui.ui.dialogs.help import help_text
from sgtui.ui.dialogs.palette import Menu
from sgtui.ui.widgets.key_bar import KeyBar
from sgtui.ui.widgets.row_list import RowList
from tests.ui.gallery import FormScreen, ListScreen, gallery, opened


def test_keys_are_written_as_people_read_them() -> None:
    written = [key_name(key) for key in ("f1", "ctrl+s", "question_mark", "escape,f3", "m")]
    assert written == ["F1", "Ctrl+S", "?", "Esc", "M"]


def test_each_binding_carries_the_id_of_its_command() -> None:
    assert [b.id for b in bindings(GLOBAL)] == [c.id for c in GLOBAL if c.key]


def test_no_two_global_commands_share_a_key_or_an_id() -> None:
    assert clashes(GLOBAL, {}) == []
    assert max(Counter(command.id for command in GLOBAL).values()) == 1


def test_a_clash_in_the_keymap_is_told_in_words() -> None:
    assert clashes(GLOBAL, {"desk.save": "f1", "desk.nothing": "f9"}) == [
        "F1 is for both Help: the keys of this screen and Save.",
        "No command is called desk.nothing.",
    ]


def test_a_command_is_found_by_a_word_of_the_trade() -> None:
    assert [c.id for c in GLOBAL if c.finds("ring counc")] == ["desk.next"]


async def test_a_screen_that_is_not_registered_is_offered_nowhere() -> None:
    app = gallery()
    async with opened(app) as pilot:
        form = app.screen
        assert isinstance(form, FormScreen)
        assert "desk.find" not in {command.id for command in form.offered()}
        assert "Find" not in {hint.words for hint in form.query_one(KeyBar).hints}
        assert "F6" not in help_text(form, "").plain
        await pilot.press("f6")
        assert app.screen is form


async def test_a_registered_screen_is_offered_and_its_key_opens_it() -> None:
    app = gallery(find=ListScreen)
    async with opened(app) as pilot:
        form = app.screen
        assert isinstance(form, FormScreen)
        assert "Find" in {hint.words for hint in form.query_one(KeyBar).hints}
        assert "F6" in help_text(form, "").plain
        await pilot.press("f6")
        assert isinstance(app.screen, ListScreen)


async def test_the_menu_lists_what_is_available_and_runs_what_is_chosen() -> None:
    app = gallery()
    async with opened(app) as pilot:
        form = app.screen
        assert isinstance(form, FormScreen)
        await pilot.press("ctrl+p")
        menu = app.screen_stack[-1]
        assert isinstance(menu, Menu)
        keys = {row.key for row in menu.query_one(RowList).rows}
        assert {"form.ditto", "desk.save"} <= keys
        assert not {"desk.lock", "desk.next", "desk.menu"} & keys
        await pilot.press("s", "a", "m", "e", "enter")
        assert not isinstance(app.screen_stack[-1], Menu)
        assert form.dittos == 1


async def test_a_person_s_own_key_acts_and_is_shown() -> None:
    app = gallery()
    app.keymap = {"desk.save": "f12"}
    app.set_keymap({"desk.save": "f12"})
    async with opened(app) as pilot:
        form = app.screen
        assert isinstance(form, FormScreen)
        assert ("F12", "Save") in {(h.key, h.words) for h in form.query_one(KeyBar).hints}
        await pilot.press("f12")
        assert form.saved == 1


async def test_a_letter_acts_on_a_list_and_is_typed_in_a_field() -> None:
    app = gallery("list")
    async with opened(app) as pilot:
        rows = app.screen
        assert isinstance(rows, ListScreen)
        await pilot.press("m")
        assert rows.mine == 1


def test_a_menu_only_command_has_no_binding() -> None:
    rare = Command("x", "", "", "Rare", "Does something rare.", "rare")
    assert bindings([rare]) == []
