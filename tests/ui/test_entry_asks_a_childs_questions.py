"""In a child's case a child's questions are asked, and what is needed there is still needed."""

from pathlib import Path
from uuid import uuid4

import pytest
from textual.widgets import Static

from sgtui.domain.entries.choices import CaseKind, Category, Place, Safety
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.ui.screens.entry import EntryScreen
from tests.ui.case_fixture import THRESHOLD, CaseHome, at, case_home, settled
from tests.ui.desk_fixture import ADA

CHILD = {"significant_harm", "significant_harm_because", "parents_told", "parents_because"}
ADULT = {"needs", "at_risk", "cannot_protect"}


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A child's case."""
    made = case_home(tmp_path)
    notice = ConcernNotice(
        person=ADA,
        case_kind=CaseKind.CHILD,
        category=Category.EMOTIONAL,
        happened_at=made.home.now,
        place=Place.BEDROOM,
        text="She cried.",
        safety=Safety.SAFE,
    )
    made.case_id = uuid4()
    record_concern(made.desk, notice, case_id=made.case_id)
    return made


async def test_only_a_childs_questions_are_on_the_form_and_each_is_needed(home: CaseHome) -> None:
    app = home.app("entry", "threshold_decided")
    async with at(app, (120, 40)):
        screen = app.screen
        assert isinstance(screen, EntryScreen)
        assert screen.form is not None
        names = {answer.name for answer in screen.form.answers}
        assert names >= CHILD
        assert not names & ADULT
        needed = str(screen.query_one("#needed", Static).render())
        assert "Significant harm, Harm shown by, Parents told" in needed


async def test_what_is_left_open_is_said_beside_its_field_and_nothing_is_saved(
    home: CaseHome,
) -> None:
    known = {name: value for name, value in THRESHOLD.items() if not name.startswith(tuple(ADULT))}
    app = home.app("entry", "threshold_decided", {**known, "significant_harm": "yes"})
    async with at(app) as pilot:
        await pilot.press("ctrl+s")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, EntryScreen)
        assert screen.form is not None
        wrong = {answer.name for answer in screen.form.answers if answer.row.complaint}
        assert wrong == CHILD - {"significant_harm"}
    assert "threshold_decided" not in home.kinds()
