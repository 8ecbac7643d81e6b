"""Ctrl+S records the map as one entry of its case, or says in words what is in the way."""

from datetime import timedelta
from pathlib import Path

import pytest

from sgtui.domain.entries.body import Care, Consent
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.screens.body_map.mark import MarkForm
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from tests.ui.body_map_fixture import at_the_map
from tests.ui.case_fixture import CaseHome, case_home
from tests.ui.desk_fixture import JOY, SAM

BRUISE = MarkAnswers(region="F17L", kind="bruise", size="3x2", colours=("purple", "yellow"))


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


async def test_it_is_recorded_as_it_was_drawn_and_the_case_says_so(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        looked = {"looked": "-1h", "looked_typed_at": home.home.now, "by": str(SAM)}
        how = {"care": "washing", "consent": "agreed", "ordinary": "yes"}
        person.map.put(MapAnswers(marks=(BRUISE,), **looked, **how))
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, CaseScreen)
        assert "Saved SG-" in person.said
    made = person.recorded()
    assert made.marks == (BRUISE.mark(),)
    assert (made.examined_by, made.examined_at) == (SAM, home.home.now - timedelta(hours=1))
    assert (made.care, made.consent) == (Care.WASHING, Consent.AGREED)
    assert home.view().case.entries[-1].occurred_at == made.examined_at


async def test_a_wrong_size_is_said_beside_it_and_nothing_is_recorded(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        wrong = BRUISE.model_copy(update={"size": "30x20"})
        person.map.put(MapAnswers(marks=(BRUISE, wrong)))
        await person.press("ctrl+s")
        assert "Mark 2: Add mm or cm" in person.said
        form = person.map.query_one(MarkForm)
        assert form.rows["size"].complaint == "Add mm or cm: 30x20 could be either."
        await person.type("mm")
        assert form.rows["size"].complaint == ""
        await person.press("ctrl+s")
        assert len(person.recorded().marks) == 2


async def test_no_mark_asks_whether_anybody_looked(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, NumberedDialog)
        await person.press("escape")
        assert "body_mapped" not in home.kinds()
        await person.press("ctrl+s", "2", "enter")
        assert person.recorded().marks == ()
        assert person.recorded().examined_by == JOY


async def test_enter_alone_never_says_that_somebody_looked(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("ctrl+s", "enter")
        screen = person.app.screen
        assert isinstance(screen, EntryScreen)
        assert screen.form is not None
        assert screen.form.title == "No body map"


async def test_whoever_is_second_sees_what_was_first_and_saves_again(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        person.map.put(MapAnswers(marks=(BRUISE,)))
        home.add("observation_made", by=SAM, text="Calm", worse="no")
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, ReadingDialog)
        await person.press("escape")
        assert person.answers.marks == (BRUISE,)
        await person.press("ctrl+s")
        assert home.kinds()[-2:] == ["observation_made", "body_mapped"]


async def test_a_name_that_is_nobodys_is_refused(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        person.map.put(MapAnswers(marks=(BRUISE,), by_typed="nobody"))
        await person.press("ctrl+s")
        assert "By: choose who looked from the list." in person.said
        assert "body_mapped" not in home.kinds()


async def test_the_list_of_kinds_opens_the_map_and_not_a_form(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("escape")
        case = person.app.screen
        assert isinstance(case, CaseScreen)
        case.enter("body_mapped")
        await person.press("left")
        assert person.map.answers == MapAnswers()
