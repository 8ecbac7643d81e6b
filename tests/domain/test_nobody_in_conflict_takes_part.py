"""Whoever is named as alleged or in conflict later on owns, decides and records nothing (G21)."""

from typing import Any

import pytest

from tests.domain.a_home import CARER, LEAD, LEADER, MANAGER
from tests.domain.case_builder import Told, a_concern, a_full_record


def with_conflict(who: object = LEAD, involvement: str = "conflicted") -> Told:
    told = a_full_record()
    return told.tell(
        "person_involved", name="Sam Lead", involvement=involvement, staff=who, person=None
    )


@pytest.mark.parametrize("involvement", ["alleged", "conflicted"])
def test_they_record_nothing_any_more(involvement: str) -> None:
    told = with_conflict(involvement=involvement).by(LEAD)
    (item,) = told.try_to("observation_made")
    assert item.sentence == "You are named as alleged or in conflict here. Another records."


@pytest.mark.parametrize("involvement", ["witness", "reporter", "representative"])
def test_a_witness_goes_on_recording(involvement: str) -> None:
    assert with_conflict(involvement=involvement).by(LEAD).try_to("observation_made") == ()


def test_they_are_given_no_task_and_decide_nothing() -> None:
    told = with_conflict()
    assert told.gates_of("owner_assigned", owner=LEAD) == {"G21"}
    assert "G21" in told.gates_of("threshold_decided", decided_by=LEAD)
    assert "G21" in told.gates_of("threshold_decided", decided_by=MANAGER, second_person=LEAD)


def test_they_can_still_be_supported_and_named() -> None:
    told = with_conflict(CARER, "alleged")
    assert told.try_to("staff_supported", supported=CARER) == ()
    assert told.try_to("person_involved", name="Kit Dunn", involvement="witness", staff=CARER,
                       person=None) == ()  # fmt: skip


def test_somebody_may_name_themselves_in_conflict_and_is_then_out() -> None:
    told = a_full_record().by(LEADER)
    answers: dict[str, Any] = {
        "name": "Joy Okafor",
        "involvement": "conflicted",
        "staff": LEADER,
        "person": None,
    }
    assert told.try_to("person_involved", **answers) == ()
    told.tell("person_involved", **answers)
    assert told.gates_of("observation_made") == {"G21"}


def test_an_owner_who_comes_into_conflict_owns_no_more() -> None:
    told = a_full_record().tell("owner_assigned", owner=LEAD)
    assert told.case.owner == LEAD
    told.tell("person_involved", name="Sam Lead", involvement="conflicted", staff=LEAD, person=None)
    assert told.case.owner == LEADER


def test_whoever_is_alleged_may_still_tell_it_first_and_alone() -> None:
    told = a_concern(alleged_staff=LEADER).by(LEADER)
    assert told.try_to("statement_taken") == ()
    assert told.gates_of("observation_made") == {"G21"}
    told.by(LEAD).tell("statement_taken")
    assert told.by(LEADER).gates_of("statement_taken") == {"G21"}
