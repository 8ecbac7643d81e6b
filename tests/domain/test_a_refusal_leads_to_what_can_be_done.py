"""What a refusal tells to do can be done: nobody is sent from one shut gate to another."""

from tests.domain.a_home import LEAD, MANAGER
from tests.domain.case_builder import a_concern, a_full_record, a_referral


def test_a_case_entered_in_error_is_not_to_be_reopened() -> None:
    told = a_concern()
    told.tell("entered_in_error", entry=told.entries[0].id)
    said = [item.sentence for item in told.try_to("observation_made")]
    assert any("stays so. Record a new concern." in sentence for sentence in said)
    assert not any("Reopen" in sentence for sentence in said)


def test_a_dropped_action_has_nothing_to_verify() -> None:
    told = a_full_record().tell("action_agreed", owner=LEAD).tell("action_dropped")
    (item,) = told.by(MANAGER).try_to("action_verified")
    assert (item.sentence, item.mends) == (
        "That action was dropped. There is nothing to verify.",
        "",
    )


def test_a_refusal_by_an_agency_is_first_to_be_challenged_then_perhaps_accepted() -> None:
    told = a_referral().tell("referral_decided", decision="not_progressed")
    mends = [item.mends for item in told.try_to("closure_requested") if item.gate == "G11"]
    assert mends == ["challenge_raised", "agency_decision_accepted"]
    told.tell("challenge_raised")
    mends = [item.mends for item in told.try_to("closure_requested") if item.gate == "G11"]
    assert "challenge_raised" not in mends
