"""A home that hands over is asked for each change of shift, and for nothing before the first."""

from datetime import datetime
from uuid import UUID, uuid4

import pytest

from sgtui.domain.calendar import Calendar, ShiftPattern
from sgtui.domain.entries import (
    REGISTER_ID,
    Entry,
    HandedOver,
    HandoverAccepted,
    HandoverSigned,
    Payload,
)
from sgtui.domain.handover import ACCEPT, SIGN, change_at, duties
from sgtui.domain.handovers import Handovers
from sgtui.domain.home_duty import HomeDuty
from sgtui.domain.ladder_kept import handover_terms
from tests.domain.a_home import LADDER, LEAD, LEADER, london

TERMS = handover_terms(LADDER)
CALENDAR = Calendar()
NONE = Handovers()


def entry(said: Payload, by: UUID, at: datetime) -> Entry:
    """An entry of the register."""
    return Entry(
        id=uuid4(), case_id=REGISTER_ID, number=1, occurred_at=at, recorded_at=at,
        recorded_by=by, payload=said,
    )  # fmt: skip


def signed(before: Handovers, ends: str, at: str, by: UUID = LEADER) -> Handovers:
    """Handed over for that change of shift."""
    said = HandoverSigned(
        shift_ends_at=london(ends), items=(), notes="none", register_number=3,
        register_head="ab" * 32,
    )  # fmt: skip
    return before.with_entry(entry(said, by, london(at)))


def taken(before: Handovers, at: str, by: UUID = LEAD) -> Handovers:
    """The last one taken over."""
    assert before.last is not None
    said = HandoverAccepted(handover=before.last.entry, accepted=())
    return before.with_entry(entry(said, by, london(at)))


def done(ends: str, at: str) -> Handovers:
    """One handover, signed and taken over."""
    return taken(signed(NONE, ends, at), at)


def owed(handovers: Handovers, now: str) -> list[HomeDuty]:
    """What the home owes about handing over."""
    return list(duties(handovers, CALENDAR, TERMS, london(now)))


def test_a_home_that_never_handed_over_here_is_not_asked_to() -> None:
    assert owed(NONE, "2026-11-18 20:30") == []


def test_the_next_one_is_asked_for_an_hour_before_the_shift_ends() -> None:
    home = done("2026-11-18 08:00", "2026-11-18 07:50")
    assert owed(home, "2026-11-18 18:59") == []
    [duty] = owed(home, "2026-11-18 19:00")
    assert (duty.title, duty.due_at) == (SIGN, london("2026-11-18 20:00"))


def test_what_was_missed_stays_owed_and_late_under_the_same_key() -> None:
    home = done("2026-11-18 08:00", "2026-11-18 07:50")
    [soon] = owed(home, "2026-11-18 19:30")
    [late] = owed(home, "2026-11-20 14:00")
    assert late.due_at == london("2026-11-18 20:00")
    assert late.key == soon.key


def test_one_handover_after_several_missed_makes_up_for_all_of_them() -> None:
    home = done("2026-11-18 08:00", "2026-11-18 07:50")
    home = taken(signed(home, "2026-11-20 08:00", "2026-11-20 07:30"), "2026-11-20 08:02")
    assert owed(home, "2026-11-20 12:00") == []


def test_it_is_taken_over_within_half_an_hour_of_the_shifts_end_or_of_a_later_signing() -> None:
    early, late = (
        signed(NONE, "2026-11-18 20:00", f"2026-11-18 {at}") for at in ("19:10", "21:00")
    )
    [first] = owed(early, "2026-11-18 19:30")
    [second] = owed(late, "2026-11-18 21:01")
    assert (first.title, first.due_at) == (ACCEPT, london("2026-11-18 20:30"))
    assert second.due_at == london("2026-11-18 21:30")
    assert first.not_by == {LEADER}


def test_nobody_having_taken_over_does_not_hide_that_the_next_change_is_due() -> None:
    home = signed(NONE, "2026-11-18 20:00", "2026-11-18 19:50")
    assert [one.title for one in owed(home, "2026-11-19 07:30")] == [ACCEPT, SIGN]


@pytest.mark.parametrize(
    ("now", "asked"), [("2026-12-02 07:49", True), ("2026-12-02 07:51", False)]
)
def test_a_home_that_stopped_handing_over_is_asked_for_a_fortnight(now: str, asked: bool) -> None:
    home = done("2026-11-18 08:00", "2026-11-18 07:50")
    assert bool(owed(home, now)) is asked


@pytest.mark.parametrize(
    ("now", "ends", "shift", "early"),
    [
        ("2026-11-18 19:00", "2026-11-18 20:00", "night", False),
        ("2026-11-18 20:40", "2026-11-18 20:00", "night", False),
        ("2026-11-18 15:20", "2026-11-18 15:20", "day", True),
    ],
)
def test_what_is_signed_is_for_the_change_at_hand_or_for_this_very_minute(
    now: str, ends: str, shift: str, early: bool
) -> None:
    found = change_at(CALENDAR, TERMS, None, london(now))
    assert (found.ends_at, found.shift, found.early) == (london(ends), shift, early)


def test_a_shift_handed_over_in_its_middle_still_owes_its_end() -> None:
    home = done("2026-11-18 15:20", "2026-11-18 15:20")
    [duty] = owed(home, "2026-11-18 19:30")
    assert duty.due_at == london("2026-11-18 20:00")


def test_a_change_that_was_missed_is_the_one_signed_for_however_long_ago() -> None:
    home = done("2026-11-18 08:00", "2026-11-18 07:50")
    found = change_at(CALENDAR, TERMS, home.last, london("2026-11-19 02:00"))
    assert (found.ends_at, found.early) == (london("2026-11-18 20:00"), False)


@pytest.mark.parametrize(
    ("before", "due"),
    [
        ("2027-03-27 20:00", "2027-03-28 08:00"),
        ("2026-10-24 20:00", "2026-10-25 08:00"),
    ],
)
def test_the_night_in_which_the_clocks_change_ends_on_its_own_clock(before: str, due: str) -> None:
    [duty] = owed(done(before, before), due)
    assert duty.due_at == london(due)


def test_three_shifts_a_day_owe_three_handovers() -> None:
    calendar = Calendar(shifts=ShiftPattern.parse("07:00 14:00 21:00"))
    home = done("2026-11-18 14:00", "2026-11-18 13:55")
    [duty] = duties(home, calendar, TERMS, london("2026-11-18 20:30"))
    assert duty.due_at == london("2026-11-18 21:00")


def test_a_sheet_keeps_who_when_and_what_was_late() -> None:
    item = HandedOver(
        reference="SG-26-K4T7", clock="L7.receipt.x.y", duty="Confirm receipt",
        due_at=london("2026-11-17 12:00"), late=True,
    )  # fmt: skip
    said = HandoverSigned(
        shift_ends_at=london("2026-11-18 20:00"), items=(item,), notes="Quiet.",
        register_number=7, register_head="cd" * 32,
    )  # fmt: skip
    home = NONE.with_entry(entry(said, LEADER, london("2026-11-18 19:50")))
    assert home.waiting is not None
    assert home.waiting.late == {"SG-26-K4T7.L7.receipt.x.y"}
    assert (home.waiting.notes, home.waiting.register_number) == ("Quiet.", 7)


def test_signing_anew_replaces_what_nobody_has_taken_over() -> None:
    home = signed(NONE, "2026-11-18 20:00", "2026-11-18 19:10")
    home = signed(home, "2026-11-18 20:00", "2026-11-18 19:40")
    first, second = home.kept
    assert (first.replaced, first.is_open, second.is_open) == (True, False, True)


def test_the_first_to_take_over_has_taken_over() -> None:
    home = taken(signed(NONE, "2026-11-18 20:00", "2026-11-18 19:50"), "2026-11-18 20:02")
    again = taken(home, "2026-11-18 20:10", by=LEADER)
    assert again == home
    assert again.taken is not None and again.taken.accepted_by == LEAD
