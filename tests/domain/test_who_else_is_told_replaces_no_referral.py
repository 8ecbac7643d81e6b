"""The duty to refer is met by telling the local authority alone, and begins anew if sent away."""

from dataclasses import replace

import pytest

from sgtui.domain.entries import ContactPointRegistered
from tests.domain.a_home import DESK, EDT, TEAM, WORKER, a_home, an_id, register_of
from tests.domain.case_builder import Told, a_full_record

OTHERS = ("police_101", "lado", "gp", "commissioner", "regulator", "advocacy service")
REGISTER = register_of(
    *a_home(),
    *(
        ContactPointRegistered(contact=an_id(point), point=point, name=point, phone="01632 960130")
        for point in OTHERS
    ),
)


def decided() -> Told:
    """To be referred, and nobody has been told."""
    told = replace(a_full_record("2026-11-19 09:00"), register=REGISTER)
    told.tell("internally_escalated").tell("threshold_decided")
    return told.tell("sharing_decided").tell("wishes_recorded")


@pytest.mark.parametrize("contact", [DESK, EDT, WORKER, TEAM])
def test_social_care_told_meets_it(contact: object) -> None:
    assert "referral" not in decided().tell("referral_sent", contact=contact).running()


@pytest.mark.parametrize("point", OTHERS)
def test_somebody_else_told_meets_nothing(point: str) -> None:
    told = decided().tell("referral_sent", contact=an_id(point))
    assert "referral" in told.running()


@pytest.mark.parametrize("point", OTHERS)
def test_a_new_decision_asks_for_it_although_somebody_else_has_it_in_hand(point: str) -> None:
    told = decided().tell("referral_sent", contact=an_id(point)).later(hours=1)
    assert "referral" in told.tell("threshold_decided").running()


@pytest.mark.parametrize("decision", ["redirected", "returned"])
def test_sent_elsewhere_by_the_authority_it_is_owed_anew(decision: str) -> None:
    told = decided().tell("referral_sent", contact=DESK).later(hours=1)
    told.tell("referral_decided", decision=decision)
    assert "referral" in told.running()
    assert told.of("referral")[-1].explanation.count("after the agency sent it elsewhere") == 1


def test_sent_back_by_the_police_nothing_more_is_owed_to_the_authority_that_has_it() -> None:
    told = decided().tell("referral_sent", contact=DESK)
    told.tell("referral_sent", contact=an_id("police_101")).later(hours=1)
    told.tell("referral_decided", decision="returned")
    assert "referral" not in told.running()


def test_a_case_is_not_closed_while_it_is_owed() -> None:
    told = decided().tell("referral_sent", contact=an_id("police_101"))
    assert "A referral is still to be sent." in {
        item.sentence for item in told.try_to("closure_requested")
    }
