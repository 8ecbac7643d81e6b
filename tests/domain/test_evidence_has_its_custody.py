"""What is kept as evidence, where it is now, and every hand that it passed through (R97)."""

from sgtui.domain.evidence import evidence
from tests.domain.a_home import LEAD, LEADER, london
from tests.domain.case_builder import a_full_record


def test_what_was_kept_is_held_where_it_was_put() -> None:
    told = a_full_record("2026-11-19 09:00").tell("evidence_secured", handed_to="Sam Lead")
    (held,) = evidence(told.case)
    assert (held.what, held.now.where_kept, held.now.sealed) == ("Note", "Safe", True)
    assert (held.now.handed_to, held.now.recorded_by) == ("Sam Lead", LEADER)


def test_each_move_adds_a_link_in_the_order_of_time() -> None:
    told = a_full_record("2026-11-19 09:00").tell("evidence_secured").later(days=2)
    told.by(LEAD).tell("evidence_moved", agency_reference="AP/1234")
    told.tell(
        "evidence_moved",
        at=london("2026-11-20 10:00"),
        handed_to="Rae Moss",
        where_kept="Manager's office",
        sealed="no",
    )
    (held,) = evidence(told.case)
    assert [link.where_kept for link in held.custody] == [
        "Safe",
        "Manager's office",
        "Police store",
    ]
    assert held.now.handed_to == "PC Lodge, Anyshire Police"
    assert (held.now.agency_reference, held.now.recorded_by) == ("AP/1234", LEAD)
    assert [link.sealed for link in held.custody] == [True, False, True]


def test_two_things_have_chains_of_their_own() -> None:
    told = a_full_record().tell("evidence_secured", what="Sheet")
    sheet = told.last
    told.tell("evidence_secured", what="Phone").tell("evidence_moved", evidence=sheet)
    found = {held.what: len(held.custody) for held in evidence(told.case)}
    assert found == {"Sheet": 2, "Phone": 1}


def test_a_move_entered_in_error_is_no_link() -> None:
    told = a_full_record().tell("evidence_secured").tell("evidence_moved")
    told.tell("entered_in_error", entry=told.last)
    (held,) = evidence(told.case)
    assert len(held.custody) == 1


def test_only_what_is_kept_can_be_moved_and_not_before_it_was() -> None:
    told = a_full_record("2026-11-19 09:00").tell("evidence_secured")
    early = told.try_to("evidence_moved", at=london("2026-11-19 08:00"))
    assert [item.sentence for item in early] == [
        "That is before the evidence was kept. Put the time right."
    ]
    assert told.try_to("evidence_moved") == ()
    kept = told.last
    told.tell("entered_in_error", entry=kept)
    assert told.gates_of("evidence_moved", evidence=kept) == {"G1"}
