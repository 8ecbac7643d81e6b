"""What another ladder would change in a case: every open clock that differs, in words."""

from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.ladder_change import changes, deadlines_moved
from tests.domain.a_home import london
from tests.domain.boards_ladders import DEFAULT, SOUTH_TYNESIDE, ladder_of, refused
from tests.domain.case_builder import Told, a_referral
from tests.domain.followed_ladders import OTHER, clocks_of, with_duty, without


def both(told: Told, ladder: Ladder) -> tuple[list[Clock], list[Clock]]:
    """The clocks as they are, and as they would be under another ladder."""
    before = list(clocks_of(told).values())
    told.tell("ladder_pinned", version=ladder.version)
    return before, list(clocks_of(told, ladder).values())


def words(told: Told, ladder: Ladder) -> list[str]:
    return [change.words(told.now) for change in changes(*both(told, ladder), told.now)]


def test_a_deadline_that_moves_is_told_from_when_to_when() -> None:
    told = refused(DEFAULT, "2026-11-20 15:00")
    assert words(told, ladder_of(SOUTH_TYNESIDE))[0] == (
        "L9 Challenge: practitioners: Mon 23 Nov 17:00 -> Fri 20 Nov 16:30"
    )


def test_what_runs_now_comes_before_what_lies_ahead() -> None:
    told = refused(DEFAULT, "2026-11-20 15:00")
    found = changes(*both(told, ladder_of(SOUTH_TYNESIDE)), told.now)
    assert [change.later for change in found] == sorted(change.later for change in found)
    assert {change.clock.stage for change in found if change.later} >= {"L10", "L11", "L12"}


def test_a_duty_that_is_gone_and_one_that_is_new_are_both_told() -> None:
    told = a_referral("2026-11-16 10:00").later(hours=1)
    assert "L7 Confirm receipt: no longer owed" in words(told, without(Duty.RECEIPT))
    before = list(clocks_of(told, without(Duty.RECEIPT)).values())
    told.tell("ladder_pinned", version=DEFAULT)
    after = clocks_of(told, without(Duty.RECEIPT)).values()
    said = [change.words(told.now) for change in changes(before, after, told.now)]
    assert "L7 Confirm receipt: new, due Tue 17 Nov 10:00" in said


def test_another_owner_is_told_by_role() -> None:
    told = a_referral("2026-11-16 10:00").later(hours=1)
    stages = tuple(
        stage.model_copy(update={"owner_role": stage.fallback_roles[0]})
        if stage.code == "L7"
        else stage
        for stage in ladder_of(DEFAULT).stages
    )
    other = ladder_of(DEFAULT).model_copy(update={"stages": stages, "version": OTHER})
    assert "L7 Confirm receipt: Safeguarding lead -> Deputy safeguarding lead" in words(told, other)


def test_the_same_ladder_under_another_name_changes_nothing() -> None:
    told = a_referral("2026-11-16 10:00").later(hours=1)
    same = ladder_of(DEFAULT).model_copy(update={"version": OTHER})
    assert words(told, same) == []


def test_the_chronology_tells_each_duty_owed_now_and_nothing_planned() -> None:
    told = refused(DEFAULT, "2026-11-20 15:00")
    before, after = both(told, ladder_of(SOUTH_TYNESIDE))
    (moved,) = deadlines_moved(before, after, told.now, "The case follows another ladder.")
    assert moved.duty == "Challenge: practitioners"
    assert moved.was_due_at == london("2026-11-23 17:00")
    assert moved.now_due_at == london("2026-11-20 16:30")


def test_a_slower_ladder_tells_the_rung_it_goes_back_to_and_the_one_it_leaves() -> None:
    told = refused(DEFAULT, "2026-11-16 10:00").at("2026-11-18 09:00")
    before, after = both(told, with_duty(Duty.CHALLENGE, amount=2))
    moved = deadlines_moved(before, after, told.now, "The case follows another ladder.")
    assert {one.clock.split(".")[0] for one in moved} == {"L9", "L10"}
