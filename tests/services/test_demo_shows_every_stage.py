"""The open cases of the demo stand at every stage, so that each can be looked at."""

from pathlib import Path

from sgtui.domain.entries import Amended, EnteredInError
from sgtui.domain.ladder import Duty
from sgtui.domain.stage import CaseStage
from sgtui.domain.urgency import Urgency
from sgtui.services.case import case_id_of, read_case
from sgtui.services.queue import arrange, read_facts
from tests.services.demo_home import furnished


def test_an_open_case_stands_at_every_stage(tmp_path: Path) -> None:
    made = furnished(tmp_path)
    with made.store.reading() as unit:
        stages = {CaseStage.of(row.stage) for row in unit.cases(open_only=True)}
    assert stages == set(CaseStage) - {CaseStage.CLOSED, CaseStage.ENTERED_IN_ERROR}


def test_what_a_visitor_is_shown_first_is_there(tmp_path: Path) -> None:
    made = furnished(tmp_path)
    late = {
        (row.reference[-4:], row.key.split(".")[2])
        for row in arrange(read_facts(made.desk), made.now).rows
        if row.urgency in (Urgency.OVERDUE, Urgency.LONG_OVERDUE)
    }
    assert {
        ("K4T7", Duty.RECEIPT.value),
        ("W2RB", Duty.DECISION.value),
        ("9MQX", Duty.SAFEGUARD_FIRST_REVIEW.value),
        ("Q8ZE", Duty.FULL_RECORD.value),
    } <= late


def test_a_case_shows_what_was_put_right_and_what_was_struck(tmp_path: Path) -> None:
    made = furnished(tmp_path)
    case = read_case(made.desk, case_id_of(made.desk, "SG-26-T3YB")).case
    assert len(case.of(Amended)) == 1
    assert len(case.of(EnteredInError)) == 1
    assert case.place == "Garden"
