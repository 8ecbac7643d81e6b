"""Whoever goes signs, whoever comes takes over each late duty by name: two entries, both whole."""

from uuid import UUID, uuid4

import pytest

from sgtui.domain.entries import (
    REGISTER_ID,
    HandoverAccepted,
    HandoverSigned,
    Payload,
    make_payload,
)
from sgtui.domain.people import Role
from sgtui.services import drafts
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.handover import FORM, accept, read_handover, sign
from sgtui.services.handover_sheet import live_cases, refreshed
from sgtui.services.record import NotYet, new_entry, record
from tests.services.a_referral import payloads
from tests.services.conftest import Home


@pytest.fixture
def night(home: Home) -> Desk:
    """The desk of whoever comes."""
    return home.desk_of("Tom Wells", Role.SHIFT_LEADER)


def late_concern(home: Home, **other: object) -> str:
    """A concern recorded whole five hours ago, of which nobody told the lead; its reference."""
    recorded = record_concern(home.desk, home.notice(**other), case_id=uuid4())
    home.clock.forward(hours=5)
    return recorded.reference


def waiting(desk: Desk) -> UUID:
    """The handover that waits for this desk."""
    taking = read_handover(desk).taking
    assert taking is not None
    return taking.entry


def test_the_sheet_is_signed_as_it_stands_with_the_registers_link(home: Home) -> None:
    reference = late_concern(home)
    with home.desk.store.reading() as unit:
        head = unit.head(REGISTER_ID)
    sign(home.desk, "Nothing more.")
    [said] = [one for one in payloads(home, REGISTER_ID) if isinstance(one, HandoverSigned)]
    assert (said.register_number, said.register_head) == head
    assert {(item.reference, item.late) for item in said.items} == {
        (reference, True), (reference, False),
    }  # fmt: skip
    assert said.notes == "Nothing more."


def test_what_must_be_recorded_first_stops_the_signing(home: Home) -> None:
    emergency = home.notice(place=None, happened_at=None, text=None, safety="unsafe_uncontrolled")
    reference = record_concern(home.desk, emergency, case_id=uuid4()).reference
    with pytest.raises(NotYet, match=f"{reference}: Finish the record. Enter on its line"):
        sign(home.desk, "none")
    assert {one.duty.value for one in read_handover(home.desk).first} >= {"full_record"}


def test_words_for_the_next_shift_are_wanted_even_if_there_are_none(home: Home) -> None:
    with pytest.raises(NotYet, match="Write what the next shift must know; or: none."):
        sign(home.desk, "  \n ")
    sign(home.desk, "none")


def test_it_is_taken_over_by_another_person_with_each_late_duty_by_name(
    home: Home, night: Desk
) -> None:
    late_concern(home)
    sign(home.desk, "none")
    late = [one.key for one in read_handover(night).late]
    assert late
    with pytest.raises(NotYet, match="late: "):
        accept(night, waiting(night), late[1:])
    accept(night, waiting(night), late, "Who rings on Monday?")
    [said] = [one for one in payloads(home, REGISTER_ID) if isinstance(one, HandoverAccepted)]
    assert set(said.accepted) == set(late)
    assert said.notes == "Who rings on Monday?"
    assert read_handover(night).taking is None


def test_whoever_signed_is_not_offered_to_take_over(home: Home) -> None:
    sign(home.desk, "none")
    view = read_handover(home.desk)
    assert view.taking is None
    assert view.last is not None
    with pytest.raises(NotYet, match="Another person signs in"):
        accept(home.desk, view.last.entry, ())


def test_it_is_taken_over_once(home: Home, night: Desk) -> None:
    third = home.desk_of("Una Reed", Role.SHIFT_LEADER)
    sign(home.desk, "none")
    handover = waiting(third)
    accept(night, waiting(night), ())
    with pytest.raises(NotYet, match="taken this shift over already"):
        accept(third, handover, ())


def test_what_becomes_late_between_the_two_signatures_is_taken_over_too(
    home: Home, night: Desk
) -> None:
    record_concern(home.desk, home.notice(), case_id=uuid4())
    sign(home.desk, "none")
    assert read_handover(night).late == ()
    home.clock.forward(hours=2)
    assert read_handover(night).late != ()
    with pytest.raises(NotYet, match="late: Tell the lead"):
        accept(night, waiting(night), ())


def test_what_is_done_between_the_two_signatures_needs_no_name(home: Home, night: Desk) -> None:
    late_concern(home)
    sign(home.desk, "none")
    before = {one.title for one in read_handover(night).late}
    assert "Tell the lead" in before
    lead, case_id = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD), case_of(home)
    told = {"told": lead, "decision_owner": lead, "decision": "Refer", "reason": "She asked."}
    record(home.desk, case_id, [new_entry(payload("internally_escalated", told), home.clock.at)])
    assert "Tell the lead" not in {one.title for one in read_handover(night).late}
    accept(night, waiting(night), [one.key for one in read_handover(night).late])


def test_a_name_for_what_is_not_late_is_not_kept(home: Home, night: Desk) -> None:
    sign(home.desk, "none")
    accept(night, waiting(night), ["SG-26-K4T7.L7.receipt.x.y"])
    [said] = [one for one in payloads(home, REGISTER_ID) if isinstance(one, HandoverAccepted)]
    assert said.accepted == ()


def test_the_words_kept_as_a_draft_are_dropped_with_the_signature(home: Home) -> None:
    draft = drafts.keep(home.desk, uuid4(), FORM, None, {"notes": "Quiet", "about": "sign"})
    assert [one.id for one in read_handover(home.desk).words] == [draft.id]
    with pytest.raises(NotYet):
        sign(home.desk, "", draft.id)
    assert read_handover(home.desk).words != ()
    sign(home.desk, "Quiet", draft.id)
    assert read_handover(home.desk).words == ()


def test_what_was_typed_and_not_saved_is_shown_to_its_author_alone(home: Home, night: Desk) -> None:
    drafts.keep(home.desk, uuid4(), "concern", None, {"who": "Ada"})
    assert [one.form for one in read_handover(home.desk).drafts] == ["concern"]
    assert read_handover(night).drafts == ()


def test_nobody_who_only_reads_signs_or_takes_over(home: Home) -> None:
    auditor = home.desk_of("Neil Farrant", Role.AUDITOR)
    with pytest.raises(NotYet, match="records may do this"):
        sign(auditor, "none")
    sign(home.desk, "none")
    with pytest.raises(NotYet, match="records may do this"):
        accept(auditor, waiting(auditor), ())


def test_the_sheet_tells_what_is_new_and_what_has_changed_since(home: Home, night: Desk) -> None:
    old = record_concern(home.desk, home.notice(), case_id=uuid4())
    sign(home.desk, "none")
    accept(night, waiting(night), ())
    home.clock.forward(minutes=20)
    seen = payload("observation_made", {"text": "Asleep."})
    record(home.desk, old.case_id, [new_entry(seen, home.clock.at)])
    new = record_concern(home.desk, home.notice(), case_id=uuid4())
    sheet = {one.reference: one for one in live_cases(night, read_handover(night))}
    assert (sheet[new.reference].new, sheet[old.reference].new) == (True, False)
    assert sheet[old.reference].sbar.changed == ("Observation",)


def test_what_is_due_before_the_coming_shift_ends_is_recommended(home: Home) -> None:
    record_concern(home.desk, home.notice(), case_id=uuid4())
    home.clock.forward(hours=9, minutes=30)
    [case] = live_cases(home.desk, read_handover(home.desk))
    assert f"{case.until:%d %H:%M}" == "19 08:00"
    assert case.coming == tuple(row for row in case.duties if row.due_at <= case.until)
    assert case.later == len(case.duties) - len(case.coming)
    assert {"Tell the lead", "Observe this shift"} <= {row.duty for row in case.coming}


def case_of(home: Home) -> UUID:
    """The one case there is."""
    with home.desk.store.reading() as unit:
        [case_id] = unit.case_ids()
    return case_id


def payload(kind: str, fields: dict[str, object]) -> Payload:
    """What an entry says."""
    return make_payload({"kind": kind, **fields})


def test_only_what_has_changed_is_read_again(home: Home) -> None:
    quiet, moved = (record_concern(home.desk, home.notice(), case_id=uuid4()) for _ in range(2))
    first = {one.case_id: one for one in refreshed(home.desk, read_handover(home.desk), {})}
    home.clock.forward(minutes=3)
    seen = payload("observation_made", {"text": "Asleep."})
    record(home.desk, moved.case_id, [new_entry(seen, home.clock.at)])
    view = read_handover(home.desk)
    again = {one.case_id: one for one in refreshed(home.desk, view, first)}
    assert again[quiet.case_id].sbar is first[quiet.case_id].sbar
    assert "Asleep." in str(again[moved.case_id].sbar)
    home.clock.forward(minutes=3)
    view = read_handover(home.desk)
    later = {one.case_id: one for one in refreshed(home.desk, view, again)}
    assert later[quiet.case_id].as_at == home.clock.at


def test_what_is_read_again_is_what_a_whole_reading_gives(home: Home) -> None:
    for _ in range(3):
        record_concern(home.desk, home.notice(), case_id=uuid4())
        home.clock.forward(hours=1)
    view = read_handover(home.desk)
    assert refreshed(home.desk, view, {}) == tuple(live_cases(home.desk, view))
