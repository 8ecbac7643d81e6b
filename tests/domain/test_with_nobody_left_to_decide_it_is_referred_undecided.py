"""With everybody who may decide alleged or under them, whoever is left refers it (domain 4.4 a)."""

from dataclasses import replace

import pytest

from sgtui.domain.next_step import NextStep
from tests.domain.a_home import DESK, DIRECTOR, LEAD, LEADER, MANAGER, ON_CALL
from tests.domain.case_builder import Told, a_full_record
from tests.domain.test_nobody_decides_about_their_own_manager import under


def alleged(told: Told | None = None) -> Told:
    """The director is alleged; everybody who may decide works under them."""
    told = told or a_full_record(alleged_staff=DIRECTOR)
    managers = under(lead="manager", on_call="manager", manager="director", leader="manager")
    return replace(told, register=managers)


def named_later(told: Told) -> Told:
    """The director comes into conflict once others have told and decided."""
    return alleged(told).tell(
        "person_involved", name="Una Park", involvement="conflicted", staff=DIRECTOR
    )


def step(told: Told, duty: str) -> NextStep:
    return next(one for one in told.next_steps() if one.clock.duty == duty)


def test_a_referral_asks_for_no_decision_then() -> None:
    assert alleged().gates_of("referral_sent") == {"G5", "G6"}


@pytest.mark.parametrize("free", [LEAD, ON_CALL, MANAGER])
def test_while_one_is_left_who_may_decide_it_does(free: object) -> None:
    told = alleged()
    staff = {
        one: member.model_copy(update={"line_manager": None}) if one == free else member
        for one, member in told.register.staff.items()
    }
    told = replace(told, register=replace(told.register, staff=staff))
    assert "G4" in told.gates_of("referral_sent")


def test_what_was_kept_inside_before_is_referred_too() -> None:
    told = a_full_record().tell("threshold_decided", route="internal")
    assert "G4" in told.gates_of("referral_sent")
    assert "G4" not in named_later(told).gates_of("referral_sent")


def test_the_next_step_leads_there_and_says_what_is_said_outside() -> None:
    found = step(alleged(), "internal_escalation")
    assert found.owner.member is not None and found.owner.member.id == LEADER
    assert found.owner.outside is not None
    assert [desk.name for desk in found.owner.desks] == ["LA duty desk"]
    kinds = [one.kind for one in found.steps]
    assert kinds == ["sharing_decided", "wishes_recorded", "referral_sent", "agency_contacted"]
    assert found.steps[2].known == {"contact": DESK}


@pytest.mark.parametrize(
    ("told", "duty"),
    [
        (a_full_record().tell("internally_escalated"), "threshold"),
        (a_full_record().tell("threshold_decided", route="internal"), "internal_review"),
    ],
)
def test_so_does_a_decision_that_was_waited_for(told: Told, duty: str) -> None:
    kinds = [one.kind for one in step(named_later(told), duty).steps]
    assert "referral_sent" in kinds and "threshold_decided" not in kinds


def test_whoever_tries_to_decide_is_shown_the_way() -> None:
    told = alleged()
    (item,) = [m for m in told.try_to("internally_escalated") if m.gate == "G21"]
    assert item.mends == "referral_sent"


def test_once_sent_the_decision_is_owed_by_somebody_outside() -> None:
    told = alleged().tell("sharing_decided").tell("wishes_recorded").tell("referral_sent")
    (clock,) = told.of("threshold")
    assert "after it was referred undecided" in clock.explanation
    found = step(told, "threshold")
    assert found.owner.name == "somebody outside: LA duty desk"
    assert [one.kind for one in found.steps] == ["agency_contacted"]
    assert "referral_sent" not in [one.kind for one in step(told, "internal_escalation").steps]


def test_whoever_comes_since_and_is_free_decides_it() -> None:
    told = alleged().tell("sharing_decided").tell("wishes_recorded").tell("referral_sent")
    told = replace(told, register=under(lead="manager"))
    found = step(told, "threshold")
    assert found.owner.member is not None
    assert [one.kind for one in found.steps] == ["threshold_decided"]
