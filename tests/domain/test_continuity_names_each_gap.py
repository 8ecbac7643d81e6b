"""Protection from the first need until closing: every gap is named with its hours (R38, R71)."""

from decimal import Decimal

from sgtui.domain.continuity import Continuity, continuity
from tests.domain.a_home import LEAD, MANAGER, an_id, london
from tests.domain.case_builder import Told, a_concern, a_full_record


def of(told: Told) -> Continuity:
    return continuity(told.case, tuple(told.clocks.values()), told.now)


def gaps(told: Told) -> list[tuple[str, str, str]]:
    """Start and end in London (winter time) and hours of each gap."""
    return [
        (f"{gap.since:%d %H:%M}", f"{gap.until:%d %H:%M}" if gap.until else "", str(gap.hours))
        for gap in of(told).gaps
    ]


def safeguarded(at: str = "2026-11-19 09:00") -> Told:
    return a_full_record(at).tell("safeguard_started")


def test_a_person_found_safe_who_waits_for_nobody_needs_none() -> None:
    told = a_full_record().later(days=2)
    assert of(told) == Continuity((), ())


def test_a_safeguard_reviewed_in_time_covers_without_a_gap() -> None:
    told = safeguarded().later(hours=20).tell("safeguard_reviewed").later(hours=70)
    told.tell("safeguard_reviewed").later(hours=1)
    assert gaps(told) == []
    (span,) = of(told).spans
    assert (span.since, span.until, span.words) == (london("2026-11-19 09:00"), None, "Two staff")


def test_a_review_held_late_is_a_gap_from_when_it_was_due() -> None:
    told = safeguarded().later(hours=26.5).tell("safeguard_reviewed").later(hours=1)
    assert gaps(told) == [("20 09:00", "20 11:30", "2.5")]
    (gap,) = of(told).gaps
    assert gap.why == 'the review of "Two staff" was overdue'
    assert gap.words == (
        "2.5 hours from Fri 20 Nov 2026 09:00 to Fri 20 Nov 2026 11:30:"
        ' the review of "Two staff" was overdue.'
    )


def test_an_overdue_review_is_a_gap_that_goes_on() -> None:
    told = safeguarded().later(hours=30)
    assert gaps(told) == [("20 09:00", "", "6.0")]


def test_a_review_written_up_late_but_held_in_time_leaves_no_gap() -> None:
    told = safeguarded().later(hours=30)
    told.tell("safeguard_reviewed", at=london("2026-11-20 08:00"))
    assert gaps(told) == []


def test_another_safeguard_covers_while_one_has_lapsed() -> None:
    told = safeguarded().later(hours=12).tell("safeguard_started", measure="Room by the office")
    assert gaps(told.later(hours=20)) == []
    assert gaps(told.later(hours=6)) == [("20 21:00", "", "2.0")]


def test_what_was_found_not_to_work_covers_no_longer() -> None:
    told = safeguarded().later(hours=3).tell("safeguard_reviewed", effective="no")
    told.later(hours=2)
    (gap,) = of(told).gaps
    assert (gap.hours, gap.why) == (Decimal("2.0"), '"Two staff" was found not to work')
    told.tell("safeguard_started", measure="Room by the office").later(hours=5)
    assert gaps(told) == [("19 12:00", "19 14:00", "2.0")]


def test_a_formal_plan_covers_from_then_on() -> None:
    told = safeguarded().later(hours=12).tell("safeguard_ended", formal_plan="Council's plan")
    told.later(days=9)
    assert gaps(told) == []
    assert [span.words for span in of(told).spans] == ["Two staff", "Council's plan"]


def test_a_safeguarding_plan_agreed_covers_from_then_on() -> None:
    told = safeguarded().later(hours=12).tell("safeguarding_plan_agreed").later(hours=1)
    assert told.try_to("safeguard_ended") == ()
    assert gaps(told.tell("safeguard_ended").later(days=9)) == []


def test_the_moment_between_an_end_and_its_replacement_is_told() -> None:
    told = safeguarded().later(hours=2)
    first = told.last
    told.tell("safeguard_started", measure="Room by the office")
    told.tell(
        "safeguard_ended", safeguard=first, replaced_by=told.last, at=london("2026-11-19 10:00")
    )
    assert gaps(told.later(hours=1)) == [("19 10:00", "19 11:00", "1.0")]


def test_a_person_found_not_safe_is_a_gap_until_steps_are_taken_or_a_safeguard_runs() -> None:
    told = a_concern("2026-11-19 09:00").tell("safety_checked", safety="unsafe_uncontrolled")
    assert gaps(told.later(hours=1)) == [("19 09:00", "", "1.0")]
    told.tell("safeguard_started")
    assert gaps(told.later(hours=1)) == [("19 09:00", "19 10:00", "1.0")]
    other = a_concern("2026-11-19 09:00").tell("safety_checked", safety="unsafe_uncontrolled")
    other.later(hours=2).tell("safety_checked", safety="unsafe_controlled").later(hours=9)
    assert gaps(other) == [("19 09:00", "19 11:00", "2.0")]
    assert of(other).gaps[0].why == "no safeguard was running while the person was not safe"


def test_steps_taken_at_once_are_no_gap() -> None:
    told = a_concern("2026-11-19 09:00").tell("safety_checked", safety="unsafe_controlled")
    assert gaps(told.later(hours=1)) == []


def test_waiting_for_an_agency_without_a_safeguard_is_a_gap_until_they_take_it_on() -> None:
    told = a_full_record("2026-11-19 09:00").tell("referral_sent").later(hours=30)
    assert of(told).gaps[0].why == "no safeguard was running while an agency had not decided"
    told.tell("referral_decided").later(days=2)
    assert gaps(told) == [("19 09:00", "20 15:00", "30.0")]


def test_a_refusal_ends_no_waiting_until_two_accept_it() -> None:
    told = a_full_record("2026-11-19 09:00").tell("referral_sent").later(hours=2)
    told.tell("referral_decided", decision="not_progressed").later(hours=3)
    assert gaps(told) == [("19 09:00", "", "5.0")]
    told.tell("agency_decision_accepted").later(hours=9)
    assert gaps(told) == [("19 09:00", "19 14:00", "5.0")]


def test_sent_elsewhere_the_waiting_goes_on_with_the_next_referral() -> None:
    told = a_full_record("2026-11-19 09:00").tell("referral_sent").later(hours=2)
    told.tell("referral_decided", decision="returned").later(hours=2).tell("referral_sent")
    told.later(hours=2).tell("referral_decided").later(hours=9)
    assert gaps(told) == [("19 09:00", "19 15:00", "6.0")]


def test_an_open_challenge_needs_protection_until_it_is_concluded() -> None:
    told = a_full_record("2026-11-19 09:00")
    told.tell("challenge_raised", ground="roles", referral=None).later(hours=4)
    told.tell("challenge_concluded").later(hours=9)
    assert gaps(told) == [("19 09:00", "19 13:00", "4.0")]


def test_the_shortest_gap_counts_a_tenth_and_never_nothing() -> None:
    told = safeguarded().later(hours=24, minutes=1).tell("safeguard_reviewed").later(hours=1)
    assert gaps(told) == [("20 09:00", "20 09:01", "0.1")]


def test_reasons_that_touch_are_one_gap_with_each_named() -> None:
    told = a_full_record("2026-11-19 09:00").tell("referral_sent").later(hours=1)
    told.tell("safety_checked", safety="unsafe_uncontrolled").later(hours=1)
    told.tell("referral_decided")
    told.later(hours=1)
    assert gaps(told) == [("19 09:00", "", "3.0")]
    assert of(told).gaps[0].why == (
        "no safeguard was running while an agency had not decided;"
        " no safeguard was running while the person was not safe"
    )


def test_closing_ends_the_need_and_the_safeguards_with_it() -> None:
    told = safeguarded().tell("threshold_decided", route="internal").tell("closure_requested")
    told.later(hours=1).by(MANAGER).tell("closure_approved").later(days=9)
    assert told.case.active_safeguards == ()
    assert gaps(told) == []
    told.by(LEAD).tell("reopened").later(hours=5)
    assert gaps(told) == []
    told.tell("safety_checked", safety="unsafe_uncontrolled").later(hours=1)
    assert [gap[2] for gap in gaps(told)] == ["1.0"]


def test_a_safeguard_entered_in_error_covers_nothing_and_needs_nothing() -> None:
    told = safeguarded()
    assert an_id("entry 4") == told.last
    told.tell("entered_in_error", entry=told.last).later(days=3)
    assert of(told) == Continuity((), ())
