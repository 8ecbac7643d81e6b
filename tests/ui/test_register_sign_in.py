"""A manager lets staff sign in; each types a passphrase of their own; a leaver is kept out."""

from pathlib import Path

import pytest

from sgtui.services.failures import WrongPassphrase
from sgtui.ui.screens.passphrase import ChangePassphraseScreen, GivePassphraseScreen
from sgtui.ui.widgets.passphrase import NewPassphrase
from sgtui.ui.widgets.row_list import RowList
from tests.ui.desk_fixture import JOY, RUTH
from tests.ui.front_door import JOYS, RUTHS
from tests.ui.register_desk import AtRegister, at_the_register

LIAMS = "liam rows a small red boat"


async def fill(person: AtRegister, **typed: str) -> None:
    for name, passphrase in typed.items():
        person.app.screen.query_one(f"#{name}", NewPassphrase).value = passphrase
    await person.press("ctrl+s")


async def stand_on(person: AtRegister, key: object) -> None:
    assert person.app.screen.query_one("#listed", RowList).stand_on(str(key))
    await person.settle()


async def test_somebody_new_types_their_own_and_can_sign_in(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("2", "a")
        await person.type("Liam Byrne")
        await person.press("enter", "1", "ctrl+s")
        assert "no passphrase" in next(row for row in person.listed if "Liam" in row)
        await person.press("p")
        assert isinstance(person.app.screen, GivePassphraseScreen)
        await fill(person, new="short", again="short")
        assert "12 characters" in person.said
        await fill(person, new=LIAMS, again=f"{LIAMS}s")
        assert "Not the same" in person.said
        await fill(person, new=LIAMS, again=LIAMS)
        assert person.said == "Saved: Liam Byrne can sign in now. Ctrl+L lets them."
        assert "signs in" in next(row for row in person.listed if "Liam" in row)
        liam = next(one.id for one in person.register.staff.values() if one.name == "Liam Byrne")
        assert person.door.sign_in(liam, LIAMS).author.staff_id == liam


async def test_a_passphrase_left_half_typed_is_gone(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("2")
        await stand_on(person, JOY)
        await person.press("p", "f9")
        fields = list(person.app.screen.query(NewPassphrase))
        fields[0].value = LIAMS
        await person.press("escape")
        assert [field.value for field in fields] == ["", ""]
        assert person.door.sign_in(JOY, JOYS)


async def test_who_has_left_is_asked_about_and_signs_in_no_more(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("2")
        await stand_on(person, JOY)
        await person.press("f9")
        await person.type("Moved away")
        await person.press("f9")
        assert person.said == "Saved: Joy Okafor has left and cannot sign in."
        assert "has left" in person.listed[-1]
        with pytest.raises(WrongPassphrase):
            person.door.sign_in(JOY, JOYS)


async def test_the_last_manager_stays(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("2")
        await stand_on(person, RUTH)
        await person.press("f9")
        await person.type("Retired")
        await person.press("f9")
        assert "last manager" in person.said
        assert person.register.staff[RUTH].active


async def test_ones_own_passphrase_is_changed_from_the_menu(tmp_path: Path) -> None:
    async with at_the_register(tmp_path) as person:
        await person.press("ctrl+p", "m", "y", "space", "p", "a", "s", "s", "enter")
        assert isinstance(person.app.screen, ChangePassphraseScreen)
        await fill(person, old="not what it is", new=LIAMS, again=LIAMS)
        assert "does not open" in person.said
        await fill(person, old=RUTHS, new=LIAMS, again=LIAMS)
        assert "is changed" in person.said
        assert person.door.sign_in(RUTH, LIAMS).author.staff_id == RUTH
