"""Somebody who works here and is alleged is supported: a duty of its own (R102)."""

from uuid import UUID

from tests.domain.a_home import CARER, ON_CALL
from tests.domain.case_builder import Told, a_concern, a_full_record


def owed_to(told: Told) -> list[UUID]:
    clocks = [clock for clock in told.of("staff_support") if clock.is_open]
    return [UUID(hex=clock.key.split(".")[2]) for clock in clocks]


def test_it_runs_from_recording_where_staff_are_alleged_at_once() -> None:
    told = a_concern("2026-11-19 09:00", noticed="2026-11-19 02:00", alleged_staff=CARER)
    (clock,) = told.of("staff_support")
    assert clock.started_at == told.now
    assert owed_to(a_concern(alleged="A visitor")) == []


def test_each_member_of_staff_alleged_is_owed_it_once() -> None:
    told = a_full_record(alleged_staff=CARER)
    told.tell("person_involved", involvement="alleged", staff=CARER)
    told.tell("person_involved", involvement="alleged", name="Max Cole", staff=ON_CALL)
    assert owed_to(told) == [CARER, ON_CALL]


def test_a_witness_is_not_owed_it() -> None:
    assert owed_to(a_full_record().tell("person_involved", staff=CARER)) == []


def test_supporting_one_of_two_leaves_the_other_owed() -> None:
    told = a_full_record(alleged_staff=CARER)
    told.tell("person_involved", involvement="alleged", name="Max Cole", staff=ON_CALL)
    assert told.try_to("staff_supported", supported=CARER) == ()
    assert owed_to(told.later(hours=2).tell("staff_supported", supported=CARER)) == [ON_CALL]


def test_f4_names_whom_to_support() -> None:
    told = a_full_record(alleged_staff=CARER)
    step = next(s for s in told.next_steps() if s.clock.duty == "staff_support")
    assert [(one.kind, one.known) for one in step.steps] == [
        ("staff_supported", {"supported": CARER})
    ]
