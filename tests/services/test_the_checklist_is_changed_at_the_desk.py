"""A manager adds an item or leaves one out at the desk; old audits keep their version (R42)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from sgtui.domain.checklist import FOLLOW_UP
from sgtui.domain.entries import REGISTER_ID, ChecklistAdopted
from sgtui.domain.entries.choices import AuditAnswer, Sampling
from sgtui.domain.people import Role
from sgtui.services.audit_draw import Wanted, begin
from sgtui.services.audits import read_audit
from sgtui.services.checklists import add_item, current, leave_out
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.file_audit import Given, look, save
from sgtui.services.files import Period
from sgtui.services.refusals import NotYet
from tests.services.conftest import Home

ITEM = {
    "name": "Told back",
    "question": "Was whoever raised it told within a week?",
    "about": "Asked for by the board.",
    "because": "Audit of November",
}


def in_use(desk: Desk) -> tuple[str, int]:
    with desk.store.reading() as unit:
        found = current(desk.register(unit))
    return found.version, len(found.items)


def test_an_added_item_makes_a_version_of_the_day_kept_with_its_reason(home: Home) -> None:
    assert in_use(home.desk) == ("file-completeness-1", 28)
    added = add_item(home.desk, **ITEM, risk=True)
    assert in_use(home.desk) == ("2026-11-18.1", 29)
    assert added.items[-1].code == "told_back"
    with home.desk.store.reading() as unit:
        (kept,) = unit.entries_of_kind((REGISTER_ID,), "checklist_adopted")
    assert isinstance(kept.payload, ChecklistAdopted)
    assert kept.payload.reason == "Audit of November"


def test_an_item_is_left_out_and_follow_up_never_is(home: Home) -> None:
    leave_out(home.desk, "lessons", "Asked in the review")
    assert in_use(home.desk) == ("2026-11-18.1", 27)
    with pytest.raises(NotYet, match="Every audit verifies follow-up"):
        leave_out(home.desk, FOLLOW_UP, "Too long")
    with pytest.raises(NotYet, match="does not ask that any more"):
        leave_out(home.desk, "lessons", "Again")
    assert in_use(home.desk) == ("2026-11-18.1", 27)


def test_it_is_a_managers(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    with pytest.raises(NotYet, match="Only a manager"):
        add_item(lead, **ITEM, risk=False)
    assert in_use(home.desk)[0] == "file-completeness-1"


def test_what_is_too_long_is_said_by_its_name(home: Home) -> None:
    with pytest.raises(NotYet, match="Question: at most 200 characters"):
        add_item(home.desk, **{**ITEM, "question": "Why? " * 60}, risk=False)


def test_an_audit_begun_before_goes_on_by_its_own_version(home: Home) -> None:
    case_id = record_concern(home.desk, home.notice(), case_id=uuid4()).case_id
    now = home.clock.at
    wanted = Wanted(Sampling.ALL, Period(now - timedelta(days=9), now + timedelta(days=1)))
    before = begin(home.desk, wanted).id
    add_item(home.desk, **ITEM, risk=True)
    after = begin(home.desk, wanted).id
    for audit, items in ((before, 28), (after, 29)):
        looked = look(home.desk, audit, case_id)
        assert len(looked.answers) == items
        asked = {item.code: Given(AuditAnswer.YES) for item, found in looked.answers if not found}
        save(home.desk, looked, asked)
    assert read_audit(home.desk, after).of_item("told_back") == {AuditAnswer.YES: 1}
    assert read_audit(home.desk, before).of_item("told_back") == {}
