"""What an earlier program wrote is read by this one: its entries, and the ladders it adopted."""

import json
import re
from datetime import timedelta

import pytest

from sgtui.domain.entries import AgencyContacted, ClosureRequested, read_payload
from sgtui.domain.ladder import Duty
from sgtui.domain.ladder_faults import LadderRefused
from sgtui.domain.ladder_file import shipped_text
from sgtui.domain.ladder_kept import read_kept
from tests.domain.a_home import DESK, LADDER
from tests.domain.case_builder import a_referral

_LATER = (
    "outcome", "challenge_tell", "challenge_conclusion", "coordination", "lead_professional",
    "coordination_review", "pattern", "staff_support", "monitoring", "meeting", "action",
    "verification",
)  # fmt: skip
"""Duties that ladders adopted under the first layout of the file know nothing of."""


def earlier(text: str) -> str:
    """A ladder file as it was before those duties, and before its tables beside the stages."""
    stages = re.split(r"^# [^\n]*\n\n\[\[route\]\]", text, flags=re.MULTILINE)[0]
    parts = re.split(r"^(?=\[\[)", stages, flags=re.MULTILINE)
    later = tuple(f'duty = "{duty}"' for duty in _LATER)
    return "".join(part for part in parts if not any(one in part for one in later))


def test_a_ladder_from_before_a_duty_has_the_shipped_clock_for_it_in_its_own_stage() -> None:
    text = earlier(shipped_text("ENG-default-1")).replace("amount = 4\n", "amount = 3\n")
    ladder = read_kept(text, "ENG-default-1")
    for duty in (Duty.PATTERN, Duty.OUTCOME, Duty.MONITORING):
        assert ladder.rules(duty)[0][1] == LADDER.rules(duty)[0][1]
        assert ladder.rules(duty)[0][0].code == LADDER.rules(duty)[0][0].code
    assert ladder.rules(Duty.THRESHOLD)[0][1].amount == 3
    assert (ladder.patterns, ladder.routes) == (LADDER.patterns, LADDER.routes)


@pytest.mark.parametrize("version", ["ENG-dorset-bcp-1", "ENG-south-tyneside-1"])
def test_a_ladder_that_replaced_a_stage_of_the_default_is_read_too(version: str) -> None:
    ladder = read_kept(earlier(shipped_text(version)), version)
    assert ladder.version == version
    assert len(ladder.rules(Duty.CHALLENGE_CONCLUSION)) == 1


def test_what_never_was_a_ladder_is_refused_as_ever() -> None:
    with pytest.raises(LadderRefused, match="threshhold"):
        read_kept(shipped_text("ENG-default-1").replace('"threshold"', '"threshhold"'), "x")


def test_a_promise_in_hours_is_due_so_many_hours_after_the_contact() -> None:
    told = a_referral().later(hours=1)
    said = {"kind": "agency_contacted", "contact": str(DESK), "direction": "out",
            "method": "phone", "result": "spoke", "spoke_to": "Pat Ames, duty",
            "promised": "She rings back", "promised_hours": 3}  # fmt: skip
    payload = read_payload(json.dumps(said))
    assert isinstance(payload, AgencyContacted)
    (clock,) = told.add(payload).of("promise")
    assert clock.due_at - clock.started_at == timedelta(hours=3)


def test_a_closure_asked_for_with_fewer_questions_is_still_one() -> None:
    asked = ("reason", "outcome", "person_view", "feedback_given", "agencies_told")
    said = dict.fromkeys((*asked, "others_at_risk"), "As it was")
    said |= {"kind": "closure_requested", "wishes_met": "fully", "sar_considered": "yes"}
    payload = read_payload(json.dumps(said))
    assert isinstance(payload, ClosureRequested)
    assert payload.lessons is None
