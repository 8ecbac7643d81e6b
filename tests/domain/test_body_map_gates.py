"""What stands in the way of a body map, its correction, its prompts and closing over them."""

from datetime import timedelta
from typing import Any

import pytest

from sgtui.domain.entries import BodyMapped
from sgtui.domain.record_gaps import completed_by, record_gaps
from tests.domain.a_home import CARER, LEAD, MANAGER
from tests.domain.case_builder import Told, a_concern, a_full_record

FOREARM = "bruise, left forearm, 3 cm"
UNDERARM = "bruise, left underarm, 3 cm"


def mapped(*marks: str, **concern: Any) -> Told:
    told = a_full_record(category="physical", **concern)
    return told.tell("body_mapped", marks=list(marks))


def sentences(told: Told, kind: str, **answers: Any) -> list[str]:
    return [item.sentence for item in told.try_to(kind, **answers)]


def amend(told: Told, *marks: str) -> list[str]:
    entry = told.newest("body_mapped")
    return sentences(told, "amended", entry=entry, changes={"marks": list(marks)})


def test_a_body_map_fills_the_gap_of_a_physical_concern() -> None:
    told = a_full_record(category="physical")
    assert [(gap.gate, gap.mends) for gap in record_gaps(told.case)] == [("G3", "body_mapped")]
    told.tell("body_mapped")
    assert record_gaps(told.case) == ()
    assert completed_by(told.case) == told.entries[-1]
    assert told.try_to("threshold_decided") == ()


def test_a_look_that_found_no_mark_is_a_body_map_too() -> None:
    assert record_gaps(mapped().case) == ()


def test_a_body_map_entered_in_error_leaves_the_gap_open_again() -> None:
    told = mapped(FOREARM)
    told.tell("entered_in_error", entry=told.last)
    assert [gap.mends for gap in record_gaps(told.case)] == ["body_mapped"]


def test_the_record_stays_full_from_when_it_was_mapped_though_it_is_amended() -> None:
    told = mapped(FOREARM)
    first = told.entries[-1]
    told.later(hours=1).tell("amended", entry=first.id, changes={"marks": [UNDERARM]})
    assert completed_by(told.case) == first


def test_nobody_was_looked_at_in_the_time_to_come() -> None:
    told = a_full_record()
    ahead = told.now + timedelta(hours=1)
    assert sentences(told, "body_mapped", examined_at=ahead) == [
        "Looked at: that time is still to come."
    ]


def test_a_map_told_a_day_late_is_taken() -> None:
    told = a_full_record().later(days=2)
    assert told.try_to("body_mapped", examined_at=told.now - timedelta(hours=30)) == ()


def test_whoever_noticed_maps_the_marks_before_they_are_named_as_alleged() -> None:
    told = Told(a_concern().now).by(CARER)
    first = a_concern(alleged_staff=CARER, category="physical").entries[0].payload
    told.add(first)
    assert told.try_to("body_mapped", examined_by=CARER) == ()
    told.by(LEAD).tell("statement_taken")
    assert told.by(CARER).gates_of("body_mapped", examined_by=CARER) == {"G21"}


def test_that_the_person_alleged_looked_is_a_fact_that_others_record() -> None:
    assert a_full_record(alleged_staff=CARER).try_to("body_mapped", examined_by=CARER) == ()


def test_a_correction_restates_a_mark() -> None:
    told = mapped(FOREARM, "cut, nose")
    assert amend(told, "graze, left forearm, 5 mm, red", "cut, nose") == []
    told.tell(
        "amended",
        entry=told.newest("body_mapped"),
        changes={"marks": ["graze, left forearm, 5 mm, red", "2. cut, nose"]},
    )
    said = told.case.last(BodyMapped)
    assert said is not None
    assert [(mark.kind, mark.length_mm) for mark in said.what.marks] == [
        ("graze", 5),
        ("cut", None),
    ]


@pytest.mark.parametrize(
    "marks",
    [
        [FOREARM],
        [FOREARM, "cut, nose", "cut, nose"],
        ["cut, nose", FOREARM],
        ["bruise, right forearm", "cut, nose"],
        [],
    ],
)
def test_a_correction_never_moves_adds_or_takes_away_a_mark(marks: list[str]) -> None:
    assert amend(mapped(FOREARM, "cut, nose"), *marks) == [
        "A mark is never moved, added or taken away: make a new body map."
    ]


def test_a_mark_that_cannot_be_read_is_answered_with_why() -> None:
    assert amend(mapped(FOREARM, "cut, nose"), FOREARM, "cut, nose, 30x20") == [
        "Mark 2: Add mm or cm: 30x20 could be either."
    ]


def test_as_many_marks_as_a_map_holds_can_be_corrected() -> None:
    told = mapped(*["cut, nose"] * 99)
    assert amend(told, *["graze, nose"] * 99) == []


def test_when_somebody_was_looked_at_can_be_put_right() -> None:
    told = mapped(FOREARM)
    earlier = (told.now - timedelta(hours=1)).isoformat()
    assert told.try_to("amended", entry=told.last, changes={"examined_at": earlier}) == ()


def test_a_prompt_of_a_standing_map_is_answered_once() -> None:
    told = mapped(UNDERARM)
    assert told.try_to("body_map_prompt_answered") == ()
    told.tell("body_map_prompt_answered")
    assert sentences(told, "body_map_prompt_answered") == [
        "That prompt was answered before. Amend that answer instead."
    ]
    told.tell("entered_in_error", entry=told.last)
    assert told.try_to("body_map_prompt_answered") == ()


def test_a_prompt_is_of_a_map_that_stands() -> None:
    told = mapped(UNDERARM)
    expected = ["Choose a body map of this case that still stands, in Body map."]
    first = told.entries[0].id
    assert sentences(told, "body_map_prompt_answered", body_map=first) == expected
    struck = told.last
    told.tell("entered_in_error", entry=struck)
    assert sentences(told, "body_map_prompt_answered", body_map=struck) == expected


def test_a_prompt_needs_a_mark_that_can_raise_it() -> None:
    expected = ["That body map has no such mark. Choose another, in Prompt."]
    told = mapped(FOREARM)
    assert sentences(told, "body_map_prompt_answered") == expected
    assert told.try_to("body_map_prompt_answered", prompt="repeated") == ()
    assert sentences(mapped(), "body_map_prompt_answered", prompt="repeated") == expected


def test_the_person_alleged_is_not_the_one_to_be_told() -> None:
    told = mapped(UNDERARM, alleged_staff=CARER)
    assert told.gates_of("body_map_prompt_answered", answer="heeded", told=CARER) == {"G21"}
    assert told.gates_of("body_map_prompt_answered", answer="heeded", told=LEAD) == set()


def test_no_case_is_closed_over_a_prompt_that_nobody_answered() -> None:
    told = mapped(UNDERARM).tell("threshold_decided", route="internal")
    told.tell("sharing_decided").tell("wishes_recorded")
    (item,) = told.try_to("closure_requested")
    assert (item.gate, item.mends) == ("G3", "body_map_prompt_answered")
    assert item.sentence == (
        "The body map of Thu 19 Nov 2026 09:00 asks about a mark (unusual site). Answer it first."
    )
    told.tell("body_map_prompt_answered")
    assert told.try_to("closure_requested") == ()


def test_a_prompt_raised_since_stops_the_approval_and_not_the_refusal() -> None:
    told = mapped(FOREARM).tell("threshold_decided", route="internal")
    told.tell("sharing_decided").tell("wishes_recorded").tell("closure_requested")
    told.later(hours=1).tell("body_mapped", marks=[FOREARM, "cut, left forearm"]).by(MANAGER)
    assert told.gates_of("closure_approved") == {"G3"}
    assert told.try_to("closure_refused") == ()


def test_an_open_prompt_is_offered_with_what_is_known() -> None:
    told = mapped(UNDERARM)
    (offered,) = [
        step
        for next_step in told.next_steps()
        for step in next_step.steps
        if next_step.clock.duty == "observation" and step.kind == "body_map_prompt_answered"
    ]
    assert offered.label == "Answer the body map's prompt"
    assert told.try_to(offered.kind, **offered.known) == ()
    told.tell(offered.kind, **offered.known)
    assert all(
        step.kind != "body_map_prompt_answered"
        for next_step in told.next_steps()
        for step in next_step.steps
    )
