"""What is said to come next: what is late, else what is new, the watching of each shift last."""

from datetime import datetime

from sgtui.services.record import next_in_words
from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_full_record


def said(told: Told, now: datetime | None = None) -> str:
    return next_in_words(tuple(told.clocks.values()), now or told.now)


def test_the_duty_that_was_just_started_is_named_though_the_shift_ends_sooner() -> None:
    told = a_full_record("2026-11-19 18:00").tell("internally_escalated")
    told.tell("threshold_decided", route="external")
    assert "observation" in told.running()
    assert said(told).startswith("send the referral by")


def test_what_is_late_comes_first_even_the_watching() -> None:
    told = a_full_record("2026-11-19 18:00").tell("internally_escalated")
    told.tell("threshold_decided", route="external")
    assert said(told, london("2026-11-20 08:30")).startswith("observe this shift, late since")


def test_with_nothing_else_owed_it_is_the_watching() -> None:
    told = a_full_record("2026-11-19 09:00", level="low_level").tell("review_held")
    only = tuple(clock for clock in told.clocks.values() if clock.duty == "observation")
    assert next_in_words(only, told.now).startswith("observe this shift by")
