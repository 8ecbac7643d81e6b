"""A safeguard that does not work leaves the person unsafe: make safe again, and replace it."""

from tests.domain.a_home import london
from tests.domain.case_builder import a_full_record


def test_making_safe_is_owed_at_once_again() -> None:
    told = a_full_record("2026-11-19 09:00").tell("safeguard_started").later(hours=4)
    told.tell("safeguard_reviewed", effective="no")
    first, again = told.of("make_safe")
    assert (first.is_open, again.is_open) == (False, True)
    assert again.due_at == london("2026-11-19 13:30")
    assert "Began after a safeguard was found not to work." in again.explanation


def test_only_a_check_since_then_meets_it_and_f4_offers_another_safeguard() -> None:
    told = a_full_record().tell("safeguard_started").later(hours=4)
    told.tell("safeguard_reviewed", effective="no")
    step = next(s for s in told.next_steps() if s.clock.duty == "make_safe")
    assert [one.kind for one in step.steps] == ["safety_checked", "safeguard_started"]
    told.tell("safeguard_started", measure="Room by the office")
    assert "make_safe" in told.running()
    assert "make_safe" not in told.tell("safety_checked", safety="unsafe_controlled").running()


def test_the_review_clock_of_the_failing_one_goes_on() -> None:
    told = a_full_record("2026-11-19 09:00").tell("safeguard_started").later(hours=4)
    told.tell("safeguard_reviewed", effective="no")
    (clock,) = told.of("safeguard_review")
    assert clock.due_at == london("2026-11-22 13:00")


def test_it_ends_only_when_replaced_or_planned_for() -> None:
    told = a_full_record().tell("safeguard_started")
    told.tell("safeguard_reviewed", effective="no")
    assert told.gates_of("safeguard_ended") == {"G10"}
    assert told.tell("safeguarding_plan_agreed").try_to("safeguard_ended") == ()


def test_nothing_is_reviewed_or_ended_before_it_was_started() -> None:
    told = a_full_record("2026-11-19 09:00").tell("safeguard_started")
    early = london("2026-11-19 08:00")
    reviewed = told.try_to("safeguard_reviewed", at=early)
    ended = told.try_to("safeguard_ended", at=early, formal_plan="Council's plan")
    assert {item.sentence for item in (*reviewed, *ended)} == {
        "That is before the safeguard was started. Put the time right."
    }
    assert len(reviewed) == len(ended) == 1


def test_a_plan_of_before_the_closing_covers_nothing_after_reopening() -> None:
    told = a_full_record().tell("safeguarding_plan_agreed").tell("closure_requested")
    told.tell("closure_approved").tell("reopened").tell("safeguard_started")
    assert told.gates_of("safeguard_ended") == {"G10"}
