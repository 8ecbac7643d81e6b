"""What calls for bringing the agencies together, by data and before it is critical (L14, R52)."""

from datetime import timedelta

import pytest

from sgtui.domain.ladder import Ladder
from tests.domain.a_home import DESK, EDT, LADDER, TEAM, london
from tests.domain.case_builder import Told, a_full_record, a_referral


def with_amount(amount: int, days: int | None) -> Ladder:
    """The shipped ladder with other figures for getting worse."""
    patterns = tuple(
        rule.model_copy(update={"amount": amount, "days": days})
        if rule.counts == "deterioration"
        else rule
        for rule in LADDER.patterns
    )
    return LADDER.model_copy(update={"patterns": patterns})


def worse(told: Told, *after_days: float) -> Told:
    for days in after_days:
        told.later(days=days).tell("observation_made", worse="yes")
    return told


def test_getting_worse_twice_within_four_weeks_calls_for_coordination() -> None:
    told = worse(a_full_record("2026-11-02 09:00"), 1)
    assert "coordination" not in told.running()
    worse(told, 27)
    (clock,) = told.of("coordination")
    assert clock.subject == told.last
    assert clock.due_at == london("2026-12-01 17:00")
    assert "Began after 2 observations within 28 days said that it is worse." in clock.explanation


def test_getting_worse_twice_over_a_longer_time_calls_for_nothing() -> None:
    assert "coordination" not in worse(a_full_record(), 1, 28.1).running()


def test_an_observation_written_up_later_counts_where_it_happened() -> None:
    told = worse(a_full_record("2026-10-01 09:00"), 1, 40)
    assert "coordination" not in told.running()
    told.tell("observation_made", at=told.now - timedelta(days=20), worse="yes")
    assert "coordination" in told.running()


def test_how_often_and_how_soon_is_the_ladders_to_say() -> None:
    told = worse(a_full_record(), 1, 1)
    told.ladder = with_amount(3, 7)
    assert "coordination" not in told.running()
    assert "coordination" in worse(told, 1).running()
    told.ladder = with_amount(3, 2)
    assert "coordination" in told.running()
    told.ladder = with_amount(3, 1)
    assert "coordination" not in told.running()


def test_the_third_agency_calls_for_coordination() -> None:
    told = a_referral().tell("agency_involved", agency="gp_primary_care")
    assert "coordination" not in told.running()
    told.tell("agency_involved", agency="police")
    (clock,) = told.of("coordination")
    assert "Began after 3 agencies were in it." in clock.explanation


@pytest.mark.parametrize("desk", [EDT, TEAM, DESK])
def test_two_desks_of_one_council_are_one_agency(desk: object) -> None:
    told = a_referral().tell("referral_sent", contact=desk)
    told.tell("agency_involved", agency="gp_primary_care")
    told.tell("agency_involved", agency="local_authority_adults")
    assert "coordination" not in told.running()


def test_this_case_and_two_linked_ones_are_three_incidents() -> None:
    told = a_full_record().tell("cases_linked", reference="SG-26-9MQX")
    told.tell("cases_linked", reference="SG-26-9MQX")
    assert "coordination" not in told.running()
    told.tell("cases_linked", reference="SG-26-3HDV")
    (clock,) = told.of("coordination")
    assert "Began after 3 incidents were linked." in clock.explanation


def test_anybody_may_call_for_it_by_hand() -> None:
    told = a_full_record().later(hours=1)
    assert told.try_to("coordination_called") == ()
    (clock,) = told.tell("coordination_called").of("coordination")
    assert "Began after somebody called for it." in clock.explanation


def test_a_second_call_while_the_first_is_open_starts_no_second_clock() -> None:
    told = a_full_record().tell("coordination_called").tell("coordination_called")
    assert len(told.of("coordination")) == 1


def test_after_it_was_found_not_needed_a_further_sign_calls_anew() -> None:
    told = worse(a_full_record(), 1, 1)
    told.tell("coordination_recorded", multi_agency_required="no")
    assert "coordination" not in told.running()
    assert "coordination" in worse(told, 1).running()


def test_while_the_agencies_act_together_a_further_sign_starts_nothing() -> None:
    told = worse(a_full_record(), 1, 1).tell("coordination_recorded")
    assert "coordination" not in worse(told, 1).running()


def test_a_call_struck_as_an_error_ends_its_clock_with_the_reason() -> None:
    told = a_full_record().tell("coordination_called").later(hours=1)
    told.tell("entered_in_error", entry=told.newest("coordination_called"))
    (clock,) = told.of("coordination")
    assert clock.ended_at == told.now
