"""A case that follows another ladder: a manager says so, and each deadline moved is told of."""

from uuid import UUID

import pytest

from sgtui.domain.entries import DeadlineMoved, LadderPinned
from sgtui.domain.ladder_file import shipped_text
from sgtui.domain.people import Role
from sgtui.services.audit import verify
from sgtui.services.case import read_case
from sgtui.services.ladders import adopt_ladder, pin_ladder
from sgtui.services.record import NotYet, new_entry, record
from sgtui.storage import check
from tests.services.a_referral import london, payloads, referred
from tests.services.conftest import Home

SLOWER = """
[ladder]
id = "testshire"
version = "testshire-1"
extends = "ENG-default-1"
jurisdiction = "ENG"
authority = "Testshire"
source_title = "Testshire procedures"
source_checked_on = 2026-01-10
review_by = 2027-06-01

[[stage]]
code = "L8"
[[stage.clock]]
duty = "decision"
amount = 10
unit = "working_days"
direction = "they_owe"
at_desk = true
[[stage.clock]]
duty = "answer_agency"
amount = 1
unit = "working_days"
[[stage.clock]]
duty = "outcome"
amount = 20
unit = "working_days"
direction = "they_owe"
at_desk = true
"""


def moved(home: Home, case_id: UUID) -> list[DeadlineMoved]:
    return [said for said in payloads(home, case_id) if isinstance(said, DeadlineMoved)]


def test_the_chronology_keeps_the_old_deadline_beside_the_new(home: Home) -> None:
    case_id = referred(home)
    adopt_ladder(home.desk, SLOWER, "slower.toml")
    pin_ladder(home.desk, case_id, "testshire-1", "The board's own procedure")
    decision = next(said for said in moved(home, case_id) if ".decision." in said.clock)
    assert london(decision.was_due_at) == "2026-11-25 17:00"
    assert london(decision.now_due_at) == "2026-12-02 17:00"
    assert decision.reason == (
        "The case follows ladder testshire-1 since Wed 18 Nov 2026 (source: Testshire)."
    )


def test_lists_show_what_it_follows_and_the_record_is_whole(home: Home) -> None:
    case_id = referred(home)
    adopt_ladder(home.desk, SLOWER, "slower.toml")
    pin_ladder(home.desk, case_id, "testshire-1", "The board's own procedure")
    assert read_case(home.desk, case_id).ladder.version == "testshire-1"
    with home.desk.store.reading() as unit:
        kept = unit.projection(case_id)
    assert kept is not None
    assert kept.case.ladder == "testshire-1"
    assert verify(home.desk, check.verify).faults == ()


def test_recording_it_as_any_other_entry_tells_of_the_deadlines_too(home: Home) -> None:
    case_id = referred(home)
    adopt_ladder(home.desk, SLOWER, "slower.toml")
    said = LadderPinned(version="testshire-1", reason="The board's own procedure")
    entry = new_entry(said, home.clock.at)
    record(home.desk, case_id, [entry])
    once = len(moved(home, case_id))
    record(home.desk, case_id, [entry])
    assert once == len(moved(home, case_id)) > 0


def test_who_does_not_manage_changes_nothing(home: Home) -> None:
    case_id = referred(home)
    adopt_ladder(home.desk, SLOWER, "slower.toml")
    lead = home.desk_of("Sal Lead", Role.SAFEGUARDING_LEAD)
    with pytest.raises(NotYet, match="only a manager"):
        pin_ladder(lead, case_id, "testshire-1", "The board's own procedure")
    assert read_case(home.desk, case_id).ladder.version == "ENG-default-1"


def test_a_ladder_that_only_comes_with_the_program_must_be_adopted_first(home: Home) -> None:
    case_id = referred(home)
    with pytest.raises(NotYet, match="that the home has adopted"):
        pin_ladder(home.desk, case_id, "ENG-dorset-bcp-1", "The board's own procedure")
    adopt_ladder(home.desk, shipped_text("ENG-dorset-bcp-1"), "x.toml")
    pin_ladder(home.desk, case_id, "ENG-dorset-bcp-1", "The board's own procedure")
