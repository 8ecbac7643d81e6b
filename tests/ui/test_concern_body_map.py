"""F5 on the concern form opens its body map; Esc comes back with the count, and both are saved."""

from sgtui.domain.entries import BodyMapped
from sgtui.services.case import read_case
from sgtui.services.drafts import mine
from sgtui.ui.screens.body_map.concern import ConcernBodyMap
from sgtui.ui.screens.concern_rows import MapLine
from tests.ui.concern_desk import CaseSeen, at_the_form
from tests.ui.desk_fixture import SmallHome

COUNTED = "1 mark: bruise, person's left forearm, 30 x 20 mm"


async def test_escape_comes_back_with_the_count_and_the_draft_holds_the_map(
    home: SmallHome,
) -> None:
    async with at_the_form(home) as person:
        await person.press("f5")
        assert isinstance(person.app.screen, ConcernBodyMap)
        await person.press("f", "1", "7", "l", "1", "3", "x", "2", "enter", "2", "escape")
        await person.press("escape")
        assert person.said.strip() == f"Body map: {COUNTED}."
        assert person.form.query_one(MapLine).render().plain == f"F5  {COUNTED}"
        person.app.lifeline.keep_all()
        (draft,) = mine(home.desk)
        body_map = draft.fields["body_map"]
        assert isinstance(body_map, dict)
        assert body_map["marks"][0]["colours"] == ["purple"]


async def test_the_map_is_recorded_with_its_concern(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(what="physical")
        await person.press("f5")
        await person.press("b", "1", "5", "r", "2", "escape")
        await person.press("escape")
        await person.press("ctrl+s")
        case = person.app.screen
        assert isinstance(case, CaseSeen)
        view = read_case(home.desk, case.case_id)
        (mapped,) = view.case.of(BodyMapped)
        assert [(mark.kind, mark.region) for mark in mapped.what.marks] == [("cut", "B15R")]
        assert mapped.what.examined_by == home.desk.author.staff_id


async def test_a_size_that_cannot_be_read_keeps_the_concern_and_names_the_map(
    home: SmallHome,
) -> None:
    async with at_the_form(home) as person:
        await person.fill(what="physical")
        await person.press("f5")
        await person.press("f", "1", "7", "l", "1", "3", "x", "escape")
        await person.press("escape")
        await person.press("ctrl+s")
        assert person.app.screen is person.form
        assert "body map (F5)" in person.needed
        assert isinstance(person.form.focused, MapLine)


async def test_the_map_of_a_concern_leads_nowhere_but_back(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.press("f5")
        await person.press("f2", "f3", "f6")
        assert isinstance(person.app.screen, ConcernBodyMap)
        await person.press("ctrl+s", "escape")
        await person.press("escape")
        assert not isinstance(person.app.screen, ConcernBodyMap)


async def test_nobody_looked_leads_to_the_line_that_asks_why(home: SmallHome) -> None:
    async with at_the_form(home) as person:
        await person.fill(what="physical")
        await person.press("f5")
        await person.press("ctrl+s", "1", "enter")
        assert person.form.focused is person.fields.no_map
