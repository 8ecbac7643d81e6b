"""Before a ladder is adopted: what it asks for otherwise, and each open case as it would be."""

from uuid import uuid4

from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.ladder_picture import picture
from sgtui.services.ladders import adopt_ladder, case_preview, followed, pin_ladder, preview
from tests.services.a_referral import payloads, referred
from tests.services.conftest import Home
from tests.services.test_a_case_changes_its_ladder import SLOWER


def test_a_stage_on_other_terms_and_the_case_it_would_move_are_told(home: Home) -> None:
    referred(home)
    found = preview(home.desk, SLOWER, "slower.toml")
    assert any("Decision due: 5 working days" in words for words in found.differences)
    (case,) = found.cases
    first = case.changes[0]
    assert first.words(found.as_at) == "L8 Decision due: Wed 25 Nov 17:00 -> Wed 2 Dec 17:00"
    assert not first.later
    assert all(change.later for change in case.changes[1:])


def test_looking_changes_nothing(home: Home) -> None:
    case_id = referred(home)
    before = payloads(home, case_id)
    preview(home.desk, SLOWER, "slower.toml")
    assert payloads(home, case_id) == before
    with home.desk.store.reading() as unit:
        assert set(home.desk.register(unit).ladders) == {"ENG-default-1"}


def test_what_it_foretells_is_what_then_comes(home: Home) -> None:
    case_id = referred(home)
    adopt_ladder(home.desk, SLOWER, "slower.toml")
    foretold = case_preview(home.desk, case_id, "testshire-1").changes
    pin_ladder(home.desk, case_id, "testshire-1", "The board's own procedure")
    with home.desk.store.reading() as unit:
        kept = unit.projection(case_id)
    assert kept is not None
    due = {clock.key: clock.due_at for clock in kept.clocks}
    assert foretold
    for change in foretold:
        assert due[change.clock.key] == change.clock.due_at


def test_a_case_that_names_the_reader_is_left_out(home: Home) -> None:
    other = home.desk_of("Ann Ray", Role.REGISTERED_MANAGER)
    notice = home.notice(alleged_staff=home.manager)
    record_concern(other, notice, case_id=uuid4())
    assert preview(home.desk, SLOWER, "slower.toml").cases == ()
    assert len(preview(other, SLOWER, "slower.toml").cases) == 1


def test_adopting_says_how_many_open_cases_keep_which_ladder(home: Home) -> None:
    referred(home)
    record_concern(home.desk, home.notice(), case_id=uuid4())
    assert adopt_ladder(home.desk, SLOWER, "slower.toml").others == (("ENG-default-1", 2),)


def test_that_a_version_has_other_contents_is_told_first(home: Home) -> None:
    adopt_ladder(home.desk, SLOWER, "slower.toml")
    found = preview(home.desk, SLOWER + "# other\n", "slower.toml")
    first = picture(found)[0]
    assert first.heading == "IT CANNOT BE ADOPTED AS IT IS"
    assert first.lines[0].startswith("Version testshire-1 is adopted already")


def test_every_ladder_that_is_followed_is_named_once(home: Home) -> None:
    referred(home)
    adopt_ladder(home.desk, SLOWER, "slower.toml")
    with home.desk.store.reading() as unit:
        versions = [ladder.version for ladder in followed(home.desk, unit)]
    assert versions == ["testshire-1", "ENG-default-1"]
