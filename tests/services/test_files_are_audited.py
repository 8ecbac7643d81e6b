"""An audit draws its files openly, holds each against the checklist, and keeps what it finds."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from sgtui.domain.case_file import fold
from sgtui.domain.entries import AuditFindingRaised, EnteredInError, FileAudited
from sgtui.domain.entries.choices import AuditAnswer, Sampling
from sgtui.domain.people import Role
from sgtui.services import drafts
from sgtui.services.audit_draw import Wanted, begin, sample
from sgtui.services.audit_entries import NoSuchAudit
from sgtui.services.audits import audits, read_audit
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.file_audit import (
    SEEN,
    Given,
    Looked,
    TakenUp,
    end,
    look,
    save,
)
from sgtui.services.files import Period
from sgtui.services.record import new_entry, record
from sgtui.services.refusals import NotForYou, NotYet
from tests.services.a_referral import referred
from tests.services.conftest import Home

YES, NO = AuditAnswer.YES, AuditAnswer.NO


def concern(home: Home, **other: object) -> UUID:
    home.clock.forward(minutes=1)
    return record_concern(home.desk, home.notice(**other), case_id=uuid4()).case_id


def begun(
    home: Home, sampling: Sampling = Sampling.ALL, desk: Desk | None = None, **more: int
) -> UUID:
    home.clock.forward(minutes=1)
    now = home.clock.at
    period = Period(now - timedelta(days=30), now)
    return begin(desk or home.desk, Wanted(sampling, period, **more)).id


def yes(looked: Looked) -> dict[str, Given]:
    return {item.code: Given(YES) for item, record_says in looked.answers if record_says is None}


def reference(home: Home, case_id: UUID) -> str:
    with home.desk.store.reading() as unit:
        row = unit.case_row(case_id)
    assert row is not None
    return row.reference


def refusal(raised: pytest.ExceptionInfo[NotYet]) -> list[str]:
    return [one.sentence for one in raised.value.missing]


def test_all_of_a_period_are_drawn_and_none_entered_in_error(home: Home) -> None:
    kept, mistaken = concern(home), concern(home)
    second = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    with home.desk.store.reading() as unit:
        first = unit.entries(mistaken)[0].id
    strike = EnteredInError(entry=first, second_person=second, reason="Wrong person")
    record(home.desk, mistaken, [new_entry(strike, home.clock.at)])
    said = read_audit(home.desk, begun(home)).said
    assert said.files == (reference(home, kept),)
    assert said.seed is None


def test_a_random_sample_can_be_drawn_again_by_its_seed(home: Home) -> None:
    for _ in range(6):
        concern(home)
    first = read_audit(home.desk, begun(home, Sampling.RANDOM, size=3)).said
    assert first.seed is not None
    again = read_audit(home.desk, begun(home, Sampling.RANDOM, size=3, seed=first.seed)).said
    assert again.files == first.files
    everything = read_audit(home.desk, begun(home)).said.files
    assert tuple(sorted(sample(everything, 3, first.seed))) == first.files


def test_those_with_most_late_come_first(home: Home) -> None:
    worst = referred(home)
    home.clock.forward(days=20)
    concern(home)
    said = read_audit(home.desk, begun(home, Sampling.LATE_FIRST, size=1)).said
    assert said.files == (reference(home, worst),)


def test_without_a_file_nothing_is_begun(home: Home) -> None:
    with pytest.raises(NotYet, match="Go back further"):
        begun(home)
    assert audits(home.desk) == ()


def test_a_file_that_names_the_auditor_is_somebody_elses(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    named = concern(home, alleged_staff=lead.author.staff_id)
    free = concern(home)
    now = home.clock.at
    drawn = begin(lead, Wanted(Sampling.ALL, Period(now - timedelta(days=9), now + timedelta(1))))
    assert (drawn.said.files, drawn.left_out) == ((reference(home, free),), 1)
    whole = begun(home)
    seen = read_audit(lead, whole)
    assert [file.case_id for file in seen.files] == [free]
    assert seen.not_shown == 1
    with pytest.raises(NotForYou):
        look(lead, whole, named)


def test_a_lead_or_manager_begins_one(home: Home) -> None:
    concern(home)
    carer = home.desk_of("Kit Dunn", Role.CARE_WORKER)
    with pytest.raises(NotYet, match="Only a lead or manager"):
        begun(home, desk=carer)


def test_what_is_asked_must_be_answered_and_no_says_what_is_missing(home: Home) -> None:
    case_id, audit = concern(home), begun(home)
    looked = look(home.desk, audit, case_id)
    with pytest.raises(NotYet) as shut:
        save(home.desk, looked, {})
    assert "Full names: not answered yet." in refusal(shut)
    given = yes(looked) | {"full_names": Given(NO)}
    with pytest.raises(NotYet) as shut:
        save(home.desk, looked, given)
    assert refusal(shut) == ["Full names: say what is missing."]
    assert read_audit(home.desk, audit).done == ()


def test_what_the_record_says_is_kept_whatever_was_given(home: Home) -> None:
    case_id = referred(home)
    home.clock.forward(days=20)
    audit = begun(home)
    looked = look(home.desk, audit, case_id)
    save(home.desk, looked, yes(looked) | {"follow_up_verified": Given(YES)})
    (file,) = read_audit(home.desk, audit).done
    assert file.found is not None
    found = {one.item: one for one in file.found.items}
    assert (found["follow_up_verified"].answer, found["follow_up_verified"].by_record) == (NO, True)
    assert found["full_names"].because == SEEN


def test_the_file_and_its_findings_are_kept_together_or_not_at_all(home: Home) -> None:
    case_id = referred(home)
    home.clock.forward(days=20)
    audit = begun(home)
    looked = look(home.desk, audit, case_id)
    nobody = TakenUp("follow_up_verified", "No outcome.", at_risk=True, owner=uuid4())
    with pytest.raises(NotYet):
        save(home.desk, looked, yes(looked), [nobody])
    with home.desk.store.reading() as unit:
        assert fold(unit.entries(case_id)).of(FileAudited) == ()
    proposed = looked.proposed("follow_up_verified", "No outcome.")
    assert (proposed.at_risk, proposed.owner) == (True, looked.owner)
    save(home.desk, looked, yes(looked), [proposed])
    with home.desk.store.reading() as unit:
        (raised,) = fold(unit.entries(case_id)).of(AuditFindingRaised)
    assert (raised.what.audit, raised.what.item) == (audit, "follow_up_verified")
    assert raised.what.found == "Follow-up verified: No outcome."


def test_saving_drops_the_draft_of_it(home: Home) -> None:
    case_id, audit = concern(home), begun(home)
    looked, draft = look(home.desk, audit, case_id), uuid4()
    drafts.keep(home.desk, draft, "file_audited", case_id, {"audit": str(audit)})
    save(home.desk, looked, yes(looked), draft_id=draft)
    assert drafts.mine(home.desk) == ()


def test_a_file_is_looked_through_again_and_the_newest_look_counts(home: Home) -> None:
    case_id, audit = concern(home), begun(home)
    for answer in (Given(NO, "First names only."), Given(YES)):
        home.clock.forward(minutes=5)
        looked = look(home.desk, audit, case_id)
        save(home.desk, looked, yes(looked) | {"full_names": answer})
    assert read_audit(home.desk, audit).of_item("full_names") == {YES: 1}


def test_an_audit_ends_when_every_file_was_looked_through(home: Home) -> None:
    case_id, audit = concern(home), begun(home)
    with pytest.raises(NotYet, match="1 file is not looked through yet"):
        end(home.desk, audit, "All well.")
    looked = look(home.desk, audit, case_id)
    save(home.desk, looked, yes(looked))
    end(home.desk, audit, "All well.")
    seen = read_audit(home.desk, audit)
    assert (seen.summary, seen.is_whole) == ("All well.", True)
    with pytest.raises(NotYet, match="ended already"):
        end(home.desk, audit, "Again.")
    with pytest.raises(NotYet, match="was ended"):
        look(home.desk, audit, case_id)


def test_only_files_that_were_drawn_belong_to_an_audit(home: Home) -> None:
    concern(home)
    audit = begun(home)
    later = concern(home)
    with pytest.raises(NotYet, match="not drawn"):
        look(home.desk, audit, later)
    with pytest.raises(NoSuchAudit):
        look(home.desk, uuid4(), later)
    with pytest.raises(NoSuchAudit):
        read_audit(home.desk, uuid4())


def test_how_complete_the_files_are_leaves_out_what_does_not_apply(home: Home) -> None:
    case_id, audit = concern(home), begun(home)
    looked = look(home.desk, audit, case_id)
    save(home.desk, looked, yes(looked) | {"full_names": Given(NO, "Initials.")})
    seen = read_audit(home.desk, audit)
    applies = seen.count[YES] + seen.count[NO]
    assert seen.completeness == pytest.approx((applies - 1) / applies)
    assert seen.defects == 1
