"""What the entries answer stands: no audit says otherwise by hand (gate G16)."""

from typing import Any

from sgtui.domain.checklist_file import checklist_text, shipped_checklist
from sgtui.domain.entries import ChecklistAdopted, FileAudited, ItemAudited
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import by_the_record
from sgtui.domain.gates.audit import file_of
from tests.domain.a_home import CARER, MANAGER, a_home, an_id, register_of
from tests.domain.case_builder import Told, a_referral

YES, NO = AuditAnswer.YES, AuditAnswer.NO


def items(told: Told) -> dict[str, dict[str, Any]]:
    """Every item as the record answers it, the rest with yes by the auditor."""
    file = file_of(told.case, told.ladder, told.register, told.now)
    found = by_the_record(shipped_checklist(), file)
    return {
        code: {
            "item": code,
            "answer": one.answer if one else YES,
            "by_record": one is not None,
            "because": one.because if one else "Seen.",
        }
        for code, one in found.items()
    }


def audited(answers: dict[str, dict[str, Any]], version: str = "") -> FileAudited:
    return FileAudited(
        audit=an_id("audit"),
        checklist=version or shipped_checklist().version,
        items=tuple(ItemAudited.model_validate(one) for one in answers.values()),
    )


def unfollowed() -> Told:
    return a_referral().later(days=30).by(MANAGER)


def test_as_the_record_says_it_may_be_kept() -> None:
    told = unfollowed()
    assert told.blocks(audited(items(told))) == ()


def test_a_no_of_the_record_is_no_yes_by_hand() -> None:
    told = unfollowed()
    given = items(told)
    for by_record in (True, False):
        given["follow_up_verified"] |= {"answer": YES, "by_record": by_record}
        (missing, *_) = told.blocks(audited(given))
        assert missing.gate == "G16"
        assert missing.sentence.startswith("Follow-up verified: the record says no.")


def test_who_answered_is_said_truly() -> None:
    told = unfollowed()
    given = items(told)
    given["full_names"]["by_record"] = True
    (missing,) = told.blocks(audited(given))
    assert "say truly" in missing.sentence


def test_every_item_is_answered_once() -> None:
    told = unfollowed()
    given = items(told)
    given.pop("lessons")
    (missing,) = told.blocks(audited(given))
    assert missing.sentence == "Answer every item of the checklist once: Lessons."


def test_a_checklist_never_adopted_audits_nothing() -> None:
    told = unfollowed()
    (missing,) = told.blocks(audited(items(told), "2026-11-22.9"))
    assert "never adopted" in missing.sentence


def test_an_adopted_one_is_what_it_is_held_against() -> None:
    told = unfollowed()
    shorter = shipped_checklist().without("lessons", "2026-11-22.1", told.now.date())
    text = checklist_text(shorter)
    said = ChecklistAdopted(version="2026-11-22.1", toml=text, reason="Tried out")
    told.register = register_of(*a_home(), said)
    given = items(told)
    given.pop("lessons")
    assert told.blocks(audited(given, "2026-11-22.1")) == ()


def test_a_lead_or_manager_audits() -> None:
    told = unfollowed()
    assert [one.gate for one in told.by(CARER).blocks(audited(items(told)))] == ["G16"]


def test_an_audit_is_not_amended() -> None:
    told = unfollowed()
    told.add(audited(items(told)))
    changes = {"checklist": "another"}
    (missing,) = told.try_to("amended", entry=told.last, changes=changes)
    assert "Look through the file again" in missing.sentence


def test_a_closed_file_is_audited_too() -> None:
    told = a_referral().later(hours=1).tell("closure_requested").by(MANAGER)
    told.tell("closure_approved").later(days=3)
    assert told.blocks(audited(items(told))) == ()
