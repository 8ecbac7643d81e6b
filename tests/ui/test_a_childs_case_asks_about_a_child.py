"""A child's threshold is spoken of as significant harm, never as an adult's care needs."""

from uuid import uuid4

from sgtui.domain.entries import make_payload
from sgtui.domain.entries.choices import CaseKind, Category, Place, Safety
from sgtui.services.case import read_case
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.record import new_entry, record
from sgtui.ui.wording.step_words import script, step_lines
from tests.ui.desk_fixture import SAM, TOM, SmallHome


def test_what_is_said_and_checked_is_about_a_child(home: SmallHome) -> None:
    notice = ConcernNotice(
        person=TOM, case_kind=CaseKind.CHILD, category=Category.EMOTIONAL, happened_at=home.now,
        place=Place.LOUNGE, text="A visiting child was shouted at.", safety=Safety.SAFE,
    )  # fmt: skip
    recorded = record_concern(home.desk, notice, case_id=uuid4())
    told = {"kind": "internally_escalated", "told": SAM, "decision_owner": SAM,
            "decision": "Decide today", "reason": "A child"}  # fmt: skip
    record(home.desk, recorded.case_id, [new_entry(make_payload(told), home.now)])
    view = read_case(home.desk, recorded.case_id)
    step = next(one for one in view.next_steps if one.clock.title == "Decide threshold")
    drawn = " ".join(p.text for line in step_lines(step, view, 78) for p in line)
    assert "significant harm" in script(step, view)
    assert "Parents told" in drawn
    assert "care and support" not in drawn
