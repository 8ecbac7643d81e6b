"""A manager adopts a ladder by keys alone, after reading what it would change."""

from pathlib import Path

from sgtui.ui.screens.adopt_ladder import AdoptLadderScreen
from sgtui.ui.screens.ladder import LadderSheet
from sgtui.ui.screens.register import RegisterScreen
from sgtui.ui.screens.register_sections import SECTIONS
from sgtui.ui.widgets.field_row import FieldRow
from tests.ui.register_desk import AtRegister, at_the_register

_LADDERS = next(n for n, one in enumerate(SECTIONS, start=1) if one.title == "Ladders")


async def at_the_ladders(person: AtRegister) -> None:
    await person.press(str(_LADDERS), "a")


def shown(person: AtRegister) -> str:
    return person.app.screen.query_one(LadderSheet).text


async def test_a_shipped_ladder_is_chosen_by_number_read_and_adopted(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await at_the_ladders(person)
        assert "  3  ENG-south-tyneside-1" in shown(person)
        await person.press("3", "enter")
        assert "WHAT IT ASKS FOR OTHERWISE THAN ENG-default-1" in shown(person)
        assert all(len(line) <= 76 for line in shown(person).splitlines())
        await person.press("f9")
        assert person.register.current_ladder == "ENG-default-1"
        await person.press("f9")
        assert person.register.current_ladder == "ENG-south-tyneside-1"
        assert isinstance(person.app.screen, RegisterScreen)
        assert person.said.startswith("Saved: ENG-south-tyneside-1. New cases follow it.")
        assert "new cases" in person.listed[0]


async def test_esc_at_the_question_adopts_nothing(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await at_the_ladders(person)
        await person.press("2", "enter", "f9", "escape")
        assert isinstance(person.app.screen, AdoptLadderScreen)
        await person.press("escape")
        assert person.register.current_ladder == "ENG-default-1"


async def test_another_name_typed_takes_away_what_was_shown(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await at_the_ladders(person)
        await person.press("2", "enter", "3", "f9")
        assert isinstance(person.app.screen, AdoptLadderScreen)
        assert "WITH THE PROGRAM COME" in shown(person)


async def test_a_file_that_is_none_is_answered_beside_the_line(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await at_the_ladders(person)
        await person.type(str(tmp_path / "nowhere.toml"))
        await person.press("enter")
        complaint = person.app.screen.query_one(FieldRow).complaint
        assert complaint.startswith("There is no such file.")


async def test_every_fault_of_a_file_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "faulty.toml"
    file.write_text('[ladder]\nid = "x"\nextends = "nothing"\n')
    async with at_the_register(tmp_path) as person:
        await at_the_ladders(person)
        await person.type(str(file))
        await person.press("enter")
        assert "faults, as below" in person.app.screen.query_one(FieldRow).complaint
        assert "faulty.toml, line 3" in shown(person)


async def test_who_does_not_manage_is_told_so(tmp_path: Path) -> None:
    async with at_the_register(tmp_path, manager=False) as person:
        await at_the_ladders(person)
        assert isinstance(person.app.screen, RegisterScreen)
        assert "Only a manager" in person.said
