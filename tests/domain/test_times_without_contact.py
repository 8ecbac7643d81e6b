"""Times in which nobody was in contact with any agency while something was with one."""

import pytest

from sgtui.domain.contact_gaps import ContactGap, allowed_between, contact_gaps
from tests.domain.a_home import HOME, LADDER, london
from tests.domain.case_builder import Told, a_full_record, a_referral


def gaps(told: Told) -> tuple[ContactGap, ...]:
    """The gaps up to when the case is told."""
    return contact_gaps(told.case, LADDER, HOME, told.now)


def test_the_ladder_says_how_long_is_too_long() -> None:
    assert allowed_between(LADDER).words == "1 working day (L7a Ring the duty desk)"


def test_a_ladder_that_says_nothing_of_it_has_the_default() -> None:
    silent = LADDER.model_copy(update={"stages": ()})
    assert allowed_between(silent).words == "1 working day (the program's own default)"


def test_a_day_and_the_next_are_no_gap_and_a_weekend_is_none() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-20 16:00").tell("agency_contacted")
    assert gaps(told.at("2026-11-23 16:59")) == ()


def test_a_whole_working_day_without_contact_is_a_gap_that_goes_on() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-23 12:00")
    (gap,) = gaps(told)
    assert (gap.since, gap.until) == (london("2026-11-19 09:00"), None)
    assert gap.lasted.days == 4
    assert "It goes on, while the referral to LA duty desk was open." in gap.words


def test_it_ends_with_the_next_contact_whoever_made_it() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-24 12:00")
    told.tell("agency_contacted", direction="in", result="replied")
    (gap,) = gaps(told.later(hours=2))
    assert gap.until == london("2026-11-24 12:00")
    assert "To Tue 24 Nov 2026 12:00" in gap.words


@pytest.mark.parametrize("result", ["no_answer", "voicemail"])
def test_a_call_that_reached_nobody_is_no_contact_and_is_counted(result: str) -> None:
    told = a_referral("2026-11-19 09:00")
    for day in ("2026-11-20 10:00", "2026-11-23 10:00"):
        told.at(day).tell("agency_contacted", result=result, spoke_to=None)
    (gap,) = gaps(told.at("2026-11-24 10:00"))
    assert (gap.attempts, gap.lasted.days) == (2, 5)
    assert "2 attempts in it reached nobody." in gap.words


def test_the_family_is_no_agency_and_the_regulator_is_one() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-20 12:00")
    told.tell("notification_decided", notification="family", required="yes", sent_at=told.now)
    assert len(gaps(told.at("2026-11-23 12:00"))) == 1
    told.tell("notification_decided", notification="cqc_18", required="yes",
              sent_at=london("2026-11-20 12:00"))  # fmt: skip
    assert gaps(told) == ()


def test_nothing_is_missing_while_nothing_is_with_an_agency() -> None:
    assert gaps(a_full_record("2026-11-02 09:00").at("2026-11-30 09:00")) == ()


def test_nothing_is_missing_once_the_outcome_is_known() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=2).tell("referral_decided")
    told.later(hours=1).tell("outcome_received")
    assert gaps(told.at("2026-12-24 09:00")) == ()


def test_an_enquiry_that_is_not_over_is_still_waited_for() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=2).tell("referral_decided")
    (gap,) = gaps(told.at("2026-11-26 09:00"))
    assert gap.since == london("2026-11-19 11:00")


def test_a_refusal_that_two_people_accept_ends_the_waiting_and_closing_does() -> None:
    refused = a_referral("2026-11-19 09:00").later(hours=2)
    refused.tell("referral_decided", decision="not_progressed").tell("agency_decision_accepted")
    assert gaps(refused.at("2026-12-24 09:00")) == ()
    closed = a_referral("2026-11-19 09:00").tell("closure_requested").tell("closure_approved")
    assert gaps(closed.at("2026-12-24 09:00")) == ()


def test_two_things_open_at_once_are_one_time_of_waiting() -> None:
    told = a_referral("2026-11-19 09:00").tell("challenge_raised", ground="risk_rising")
    (gap,) = gaps(told.at("2026-11-24 09:00"))
    assert gap.waiting == ("the referral to LA duty desk", "the challenge at L9")
    assert "were open." in gap.words
