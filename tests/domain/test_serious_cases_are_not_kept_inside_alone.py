"""A serious case is kept inside by two people at the time, or not at all (R105)."""

from typing import Any

import pytest

from tests.domain.case_builder import Told, a_full_record

ALONE: dict[str, Any] = {"route": "internal", "second_person": None, "provisional": "yes"}


def hurt(harm: str) -> Told:
    return a_full_record().tell("harm_judged", harm=harm)


@pytest.mark.parametrize("harm", ["hospital", "serious", "died"])
def test_after_serious_harm_one_person_alone_keeps_nothing_inside(harm: str) -> None:
    (item,) = hurt(harm).try_to("threshold_decided", **ALONE)
    assert (item.gate, item.sentence) == (
        "G4",
        "A serious case is not kept inside by one person: name a Second person, or refer it.",
    )


@pytest.mark.parametrize("risk", ["high", "immediate"])
def test_nor_at_a_high_risk(risk: str) -> None:
    assert a_full_record().gates_of("threshold_decided", risk=risk, **ALONE) == {"G4"}
    told = a_full_record().tell("internally_escalated", risk=risk)
    assert told.gates_of("threshold_decided", risk="low", **ALONE) == {"G4"}


def test_two_people_may_and_one_may_refer_it() -> None:
    told = hurt("serious")
    assert told.try_to("threshold_decided", route="internal") == ()
    assert told.try_to("threshold_decided", **{**ALONE, "route": "external"}) == ()


def test_what_is_not_serious_may_be_decided_on_call() -> None:
    assert hurt("first_aid").try_to("threshold_decided", **ALONE) == ()
