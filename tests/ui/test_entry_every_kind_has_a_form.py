"""Every kind of entry has a form, made from its own fields, that fits 80 columns."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Static

from sgtui.domain.entries import CASE_KINDS
from sgtui.services.kinds import FAMILIES, kinds_for
from sgtui.ui.screens.entry import EntryScreen
from tests.ui.case_fixture import CaseHome, at, case_home
from tests.ui.desk_fixture import SAM

OFFERED = [kind for kinds in FAMILIES.values() for kind in kinds]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseHome]:
    """A case that has been referred."""
    made = case_home(Path(tmp_path_factory.mktemp("home")))
    made.referred()
    made.add("safeguard_started", measure="Two staff", proportionate="Least", owner=SAM)
    yield made
    made.home.store.close()


def test_every_kind_is_offered_or_starts_from_what_it_corrects() -> None:
    elsewhere = {"concern_recorded", "amended", "entered_in_error", "file_audited"}
    by_program = {word for word, kind in CASE_KINDS.items() if kind.by_program}
    assert set(OFFERED) | elsewhere | by_program == set(CASE_KINDS)
    assert len(OFFERED) == len(set(OFFERED))


@pytest.mark.parametrize("kind", [*OFFERED, "entered_in_error"])
async def test_its_fields_are_all_there_and_one_has_the_focus(home: CaseHome, kind: str) -> None:
    app = home.app("entry", kind)
    async with at(app):
        screen = app.screen
        assert isinstance(screen, EntryScreen)
        assert screen.form is not None
        names = {answer.name for answer in screen.form.answers}
        asked = CASE_KINDS[kind].asks("adult")
        assert {name for name in asked if asked[name].how != "entry"} <= names
        assert screen.focused is not None
        for answer in screen.form.answers:
            label = answer.row.query_one(".label", Static)
            assert str(label.render()) == answer.ask.label
            assert answer.row.region.right <= 80


def test_what_makes_no_sense_yet_is_not_offered(home: CaseHome) -> None:
    view = home.view()
    offered = [kind for kinds in kinds_for(view.case, view.register).values() for kind in kinds]
    assert "referral_received" in offered
    assert "challenge_raised" in offered
    assert not {
        "reopened", "closure_approved", "agency_decision_accepted", "challenge_answered",
        "action_done", "meeting_called_off", "ladder_pinned", "pattern_answered",
    } & set(offered)  # fmt: skip
