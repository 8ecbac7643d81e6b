"""Each duty names the one to ring for it, and never another's number."""

from pathlib import Path
from uuid import uuid4

import pytest

from sgtui.domain.entries import REGISTER_ID, make_payload
from sgtui.services.record import new_entry
from sgtui.ui.wording.ring_words import ring_words
from sgtui.ui.wording.step_words import script
from tests.ui.case_fixture import CaseHome, case_home
from tests.ui.desk_fixture import JOY, RUTH, SAM


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern, in a home that knows the regulator's number."""
    made = case_home(tmp_path)
    fields = {
        "kind": "contact_point_registered", "contact": uuid4(), "point": "regulator",
        "name": "CQC", "phone": "01632 960 300", "hours": "Mon-Fri 08:30-17:30",
    }  # fmt: skip
    with made.home.store.writing() as unit:
        now = made.home.now
        unit.append(REGISTER_ID, new_entry(make_payload(fields), now), made.home.signer, now)
    return made


def rings(home: CaseHome) -> dict[str, str]:
    """Whom to ring, by duty."""
    view = home.view()
    return {step.clock.title: ring_words(step, view) for step in view.next_steps}


def test_telling_the_lead_rings_the_lead(home: CaseHome) -> None:
    assert rings(home)["Tell the lead"] == "Sam Lead, safeguarding lead, 07700 900102"


def test_the_regulator_s_number_is_for_telling_the_regulator_alone(home: CaseHome) -> None:
    home.referred()
    found = rings(home)
    assert "01632 960 300" in found["Tell CQC"]
    assert "01632 960 300" not in found["Tell the family"] + found["Tell the commissioner"]


def test_a_shut_desk_says_when_it_opens(home: CaseHome) -> None:
    home.referred()
    assert rings(home)["Confirm receipt"] == (
        "LA duty desk 01632 960 114, shut, opens Mon 23 Nov 08:30"
    )


def test_with_nobody_left_inside_the_desk_outside_is_rung_and_told_why(home: CaseHome) -> None:
    for name, who in (("Sam Lead", SAM), ("Ruth Amis", RUTH)):
        home.add("person_involved", name=name, involvement="conflicted", staff=who)
    outside = "somebody outside: LA duty desk 01632 960 114 or CQC 01632 960 300"
    assert rings(home)["Tell the lead"] == outside
    home.add(
        "internally_escalated", told=JOY, decision_owner=JOY, decision="Ring the duty desk",
        reason="Nobody else is left",
    )  # fmt: skip
    view = home.view()
    (step,) = [one for one in view.next_steps if one.clock.title == "Decide threshold"]
    assert step.owner.name == "somebody outside: LA duty desk"
    assert ring_words(step, view) == outside
    assert "The law protects whoever does so" in script(step, view)
