"""Nobody hands over with something unrecorded, and nobody takes over without reading (G17)."""

from uuid import UUID

from sgtui.domain.attempt import Missing
from sgtui.domain.handover import Owed, left_over, may_accept, may_sign
from sgtui.domain.handovers import Handovers
from sgtui.domain.ladder import Duty
from tests.domain.a_home import LEAD, LEADER, MANAGER, an_id, london
from tests.domain.test_handovers_are_owed_at_each_change_of_shift import (
    NONE,
    TERMS,
    signed,
    taken,
)

SIGNED = signed(NONE, "2026-11-18 20:00", "2026-11-18 19:50")


def one(duty: Duty, reference: str = "SG-26-K4T7", *, late: bool = False) -> Owed:
    """A duty of a case."""
    return Owed(reference, f"L.{duty}.x.y", duty, duty.label, london("2026-11-18 12:00"), late)


def sentences(found: list[Missing]) -> list[str]:
    """What stands in the way, in words."""
    assert {missing.gate for missing in found} <= {"G17"}
    return [missing.sentence for missing in found]


def signing(home: Handovers, *owed: Owed, by: UUID = LEADER) -> list[str]:
    """What stands in the way of handing over."""
    return sentences([*may_sign(home, by, owed, TERMS)])


def taking(home: Handovers, *owed: Owed, by: UUID = LEAD, named: tuple[str, ...] = ()) -> list[str]:
    """What stands in the way of taking the last one over."""
    assert home.last is not None
    return sentences([*may_accept(home, home.last.entry, by, owed, named)])


def test_what_is_unrecorded_of_l1_to_l3_is_named_with_its_case_and_key() -> None:
    first = (Duty.TELL_SHIFT_LEADER, Duty.MAKE_SAFE, Duty.FULL_RECORD)
    found = signing(NONE, *map(one, first), one(Duty.RECEIPT))
    assert found == [f"SG-26-K4T7: {duty.label}. Enter on its line opens it." for duty in first]


def test_what_is_late_but_recorded_stands_in_nobodys_way() -> None:
    assert signing(NONE, one(Duty.RECEIPT, late=True)) == []


def test_what_another_signed_is_taken_over_before_anybody_signs_again() -> None:
    [sentence] = signing(SIGNED, by=LEAD)
    assert "Take it over first." in sentence
    assert signing(SIGNED, by=LEADER) == []


def test_whoever_signed_does_not_take_over() -> None:
    assert taking(SIGNED, by=LEADER) == [
        "You signed it. Another person signs in and takes it over."
    ]


def test_each_late_duty_is_taken_over_by_its_own_name() -> None:
    late = [one(Duty.RECEIPT, late=True), one(Duty.DECISION, "SG-26-F5NT", late=True)]
    assert len(taking(SIGNED, *late)) == 2
    [left] = taking(SIGNED, *late, named=(late[0].key,))
    assert left == "SG-26-F5NT, late: Decision due. Space takes it over."
    assert taking(SIGNED, *late, named=tuple(duty.key for duty in late)) == []


def test_what_became_late_after_the_signing_is_taken_over_too() -> None:
    assert SIGNED.last is not None and not SIGNED.last.late
    assert taking(SIGNED, one(Duty.THRESHOLD, late=True)) != []


def test_what_is_in_time_needs_no_name() -> None:
    assert taking(SIGNED, one(Duty.RECEIPT)) == []


def test_it_is_taken_over_once() -> None:
    home = taken(SIGNED, "2026-11-18 20:05")
    assert taking(home, by=MANAGER) == ["Somebody has taken this shift over already."]


def test_what_was_signed_anew_is_read_again() -> None:
    again = signed(SIGNED, "2026-11-18 20:00", "2026-11-18 19:58")
    old = SIGNED.kept[0].entry
    [sentence] = sentences([*may_accept(again, old, LEAD, (), ())])
    assert sentence == "This handover was signed anew. Read it again."


def test_what_was_never_signed_cannot_be_taken_over() -> None:
    assert [*may_accept(NONE, an_id("nothing"), LEAD, (), ())] != []


def test_what_was_late_and_nobody_named_is_still_to_be_seen() -> None:
    home = taken(SIGNED, "2026-11-18 20:05")
    assert home.last is not None
    late = one(Duty.RECEIPT, late=True)
    was_late = home.last.__class__(**{**vars(home.last), "late": frozenset({late.key})})
    assert left_over(was_late, (late, one(Duty.DECISION))) == (late,)
    waiting = SIGNED.last
    assert waiting is not None
    assert left_over(waiting, (late,)) == ()
