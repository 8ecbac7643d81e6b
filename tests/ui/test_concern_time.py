"""A typed time is read back; one that cannot be is answered in words, and what was typed stays."""

from datetime import UTC, datetime

import pytest

from sgtui.ui.screens.concern_answers import read_happened
from tests.ui.concern_desk import at_the_form
from tests.ui.desk_fixture import SmallHome

SPRING = datetime(2027, 3, 28, 12, 0, tzinfo=UTC)
AUTUMN = datetime(2026, 10, 25, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "now", "sentence"),
    [
        ("in 2 hours", SPRING, "not a time"),
        ("2099-01-01 10:00", SPRING, "future"),
        ("25:00", SPRING, "is not a time of day"),
        ("29 feb 2027 10:00", SPRING, "There is no 29 Feb"),
        ("01:30 28 mar", SPRING, "on Sun 28 Mar 2027: the clocks went forward. Type"),
        ("[red]now[/]", SPRING, "not a time"),
    ],
)
async def test_a_time_that_cannot_be_is_answered_whole_and_stays(
    home: SmallHome, typed: str, now: datetime, sentence: str
) -> None:
    home.now = now
    async with at_the_form(home) as person:
        await person.fill(when=typed)
        assert sentence in f"{person.echo()} {person.remark()}"
        assert "\u2026" not in person.echo()
        assert person.fields.when.value == typed
        assert person.needed == "Still needed: when."


async def test_the_hour_that_came_twice_is_read_and_said(home: SmallHome) -> None:
    home.now = AUTUMN
    async with at_the_form(home) as person:
        await person.fill(when="0130")
        assert person.echo() == "= today 01:30 BST"
        assert person.remark().startswith("The first 01:30, summer time; type 01:30 gmt")
        assert person.needed == "Ready. Ctrl+S saves."


@pytest.mark.parametrize("typed", ["~ -2h", "~-2h", "about -2h", "About -2h"])
def test_a_time_that_is_only_about_right_says_so(typed: str) -> None:
    happened = read_happened(typed, SPRING, SPRING)
    assert happened.about
    assert happened.echo == "about today 11:00"


def test_a_time_ago_is_counted_from_when_it_was_typed() -> None:
    later = SPRING.replace(day=29)
    happened = read_happened("-2h", SPRING, later)
    assert happened.at == SPRING.replace(hour=10)
    assert happened.echo == "yesterday 11:00"


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_no_mistake_yet(typed: str) -> None:
    happened = read_happened(typed, SPRING, SPRING)
    assert (happened.at, happened.problem) == (None, "")
