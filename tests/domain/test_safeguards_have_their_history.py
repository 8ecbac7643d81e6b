"""Each safeguard from its start to its end, with its reviews and which of them were late (R38)."""

from sgtui.domain.safeguard_history import KeptSafeguard, safeguards
from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_full_record


def of(told: Told) -> tuple[KeptSafeguard, ...]:
    return safeguards(told.case, tuple(told.clocks.values()), told.now)


def started() -> Told:
    return a_full_record("2026-11-19 09:00").tell("safeguard_started")


def test_one_that_runs_has_no_end_and_no_review_yet() -> None:
    (kept,) = of(started().later(hours=2))
    assert (kept.since, kept.until) == (london("2026-11-19 09:00"), None)
    assert (kept.reviews, kept.late, kept.failed) == (0, 0, 0)


def test_a_review_held_late_and_one_that_is_late_now_are_both_counted() -> None:
    told = started().later(hours=30).tell("safeguard_reviewed", effective="no").later(days=4)
    (kept,) = of(told)
    assert (kept.reviews, kept.late, kept.failed) == (1, 2, 1)


def test_one_that_ended_says_when_and_why() -> None:
    told = started().later(hours=5).tell("safeguard_ended", formal_plan="Council's plan")
    (kept,) = of(told.later(days=9))
    assert (kept.until, kept.ended_because) == (
        london("2026-11-19 14:00"),
        "Replaced (Council's plan)",
    )


def test_closing_the_case_ends_what_runs() -> None:
    told = started().later(hours=1).tell("closure_requested").tell("closure_approved")
    (kept,) = of(told.later(days=1))
    assert (kept.until, kept.ended_because) == (london("2026-11-19 10:00"), "The case was closed")
