"""A pattern that was found is owed an answer: taken up, or dismissed by someone who decides."""

from tests.domain.a_home import LEAD, LEADER
from tests.domain.case_builder import Told, a_full_record


def managed_inside() -> Told:
    """A case kept inside, in which the program has found a pattern."""
    told = a_full_record().tell("internally_escalated")
    return told.tell("threshold_decided", route="internal").later(hours=1).tell("pattern_found")


def test_looking_at_it_is_owed_within_a_day_of_finding_it() -> None:
    told = managed_inside()
    (clock,) = told.of("pattern")
    assert clock.stage == "L14"
    assert (clock.due_at - clock.started_at).total_seconds() == 24 * 3600
    assert "pattern" in told.running()


def test_the_next_step_is_to_look_at_that_pattern() -> None:
    told = managed_inside()
    step = next(one for one in told.next_steps() if one.clock.duty == "pattern").steps[0]
    assert (step.kind, step.known) == ("pattern_answered", {"pattern": told.last})


def test_an_answer_to_it_meets_the_duty_and_an_answer_to_another_does_not() -> None:
    told = managed_inside()
    first = told.last
    told.tell("pattern_found").later(hours=1).tell("pattern_answered")
    assert "pattern" in told.running()
    told.tell("pattern_answered", pattern=first)
    assert "pattern" not in told.running()


def test_taken_up_the_threshold_of_a_case_kept_inside_is_decided_anew() -> None:
    told = managed_inside().later(hours=1)
    told.tell("pattern_answered", verdict="taken_up", reason="The same visitor each time")
    assert told.case.stage.value == "threshold_pending"
    assert "threshold" in told.running()


def test_dismissed_the_case_stays_where_it_is() -> None:
    told = managed_inside().tell("pattern_answered", verdict="dismissed")
    assert told.case.stage.value == "internal_management"
    assert "threshold" not in told.running()


def test_anybody_may_take_it_up_and_only_who_decides_may_dismiss_it() -> None:
    told = managed_inside().by(LEADER)
    assert told.gates_of("pattern_answered", verdict="taken_up") == set()
    assert told.gates_of("pattern_answered", verdict="dismissed") == {"G4"}
    assert told.by(LEAD).gates_of("pattern_answered", verdict="dismissed") == set()


def test_it_is_answered_once_and_amended_after_that() -> None:
    told = managed_inside().by(LEAD).tell("pattern_answered")
    (missing,) = told.try_to("pattern_answered", pattern=told.newest("pattern_found"))
    assert missing.sentence == "Pattern: this one has been looked at. Amend what was said of it."
    changes = {"verdict": "taken_up"}
    assert told.try_to("amended", entry=told.last, changes=changes) == ()


def test_a_case_is_linked_with_another_once_and_never_with_itself() -> None:
    told = managed_inside()
    assert told.try_to("cases_linked") == ()
    told.tell("cases_linked")
    assert told.case.linked == {"SG-26-9MQX"}
    (again,) = told.try_to("cases_linked")
    assert again.sentence == "Case: SG-26-9MQX is linked already."
    (itself,) = told.try_to("cases_linked", reference="SG-26-K4T7")
    assert itself.sentence == "Case: this is the same case. Give the reference of another."


def test_a_link_entered_in_error_links_no_more() -> None:
    told = managed_inside().tell("cases_linked")
    told.tell("entered_in_error", entry=told.last)
    assert told.case.linked == frozenset()
