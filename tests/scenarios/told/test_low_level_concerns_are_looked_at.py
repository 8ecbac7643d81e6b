"""Low-level concerns stay inside and are looked at within a day, until something takes them up."""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def _fall(home: Home, at: str, place: str) -> Story:
    return home.concern("joy", at=at, person="ernest", level="low_level", place=place,
                        text="Slipped to the floor; seen by me; no mark.")  # fmt: skip


def test_a_low_level_concern_is_reviewed_within_a_day_and_closed(home: Home) -> None:
    story = _fall(home, "Thu 19 Nov 10:00", "lounge")
    assert story.stage == "Managed inside"
    assert not {"threshold", "internal_escalation", "referral"} & story.running()
    assert story.due("internal_review") == "Fri 20 Nov 10:00"
    story.at("Fri 20 Nov 09:00").by("sam").tells("review_held", outcome="close")
    assert "internal_review" not in story.running()
    story.tells("sharing_decided", ground="not_shared").tells("wishes_recorded")
    ways.closed(story)


def test_new_evidence_takes_a_low_level_concern_up(home: Home) -> None:
    story = _fall(home, "Thu 19 Nov 10:00", "lounge")
    story.at("Thu 19 Nov 12:00").tells("harm_judged", harm="treated", found="Wrist bruised")
    assert story.stage == "Threshold to decide"
    assert "threshold" in story.running()


def test_the_third_within_a_month_is_a_pattern(home: Home) -> None:
    first = _fall(home, "Thu 19 Nov 10:00", "lounge")
    second = _fall(home, "Mon 23 Nov 14:00", "corridor")
    assert "pattern" not in second.running()
    third = _fall(home, "Mon 30 Nov 18:00", "garden")
    assert third.due("pattern") == "Tue 1 Dec 18:00"
    assert first.reference in third.chronology()
    assert second.reference in third.chronology()
    third.by("sam").tells("pattern_answered", verdict="taken_up", reason="He gets weaker")
    assert third.stage == "Threshold to decide"
    assert third.case.linked == {first.reference, second.reference}
    assert first.case.linked >= {third.reference}
