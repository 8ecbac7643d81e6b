"""What an audit finds is mended by one person and verified by another, closed or not (R18, R40)."""

from typing import Any

from sgtui.domain.findings import FindingState, findings
from sgtui.domain.stage import CaseStage
from tests.domain.a_home import CARER, LEAD, LEADER, MANAGER, london
from tests.domain.case_builder import Told, a_full_record, a_referral


def found(told: Told, **answers: Any) -> Told:
    return told.by(MANAGER).tell("audit_finding_raised", **answers).by(LEAD)


def closed() -> Told:
    told = a_referral("2026-11-19 09:00").later(hours=1).by(LEAD).tell("closure_requested")
    return told.by(MANAGER).tell("closure_approved")


def state(told: Told) -> FindingState:
    (one,) = findings(told.case.standing)
    return one.state


def test_a_finding_is_due_as_the_ladder_says_and_much_sooner_where_it_is_a_risk() -> None:
    plain = found(a_full_record("2026-11-19 09:00"))
    assert plain.of("finding")[0].due_at == london("2026-11-26 17:00")
    assert plain.of("finding")[0].given_to == LEAD
    risky = found(a_full_record("2026-11-19 09:00"), at_risk="yes")
    assert risky.of("finding_at_risk")[0].due_at == london("2026-11-20 17:00")
    assert risky.of("finding") == []


def test_a_time_that_was_named_sets_the_deadline() -> None:
    named = found(a_full_record("2026-11-19 09:00"), due_at=london("2026-11-23 12:00"))
    assert named.of("finding")[0].due_at == london("2026-11-23 12:00")


def test_mending_it_starts_the_verifying_by_another_and_that_ends_it() -> None:
    told = found(a_full_record()).later(hours=1).tell("audit_finding_mended")
    (check,) = told.of("finding_check")
    assert (told.of("finding")[0].met_at, check.not_by) == (told.now, frozenset({LEAD}))
    assert state(told) is FindingState.MENDED
    told.later(hours=1).by(LEADER).tell("audit_finding_verified")
    assert told.of("finding_check")[0].met_at == told.now
    assert state(told) is FindingState.VERIFIED


def test_closing_the_case_does_not_end_it() -> None:
    told = found(closed(), at_risk="yes")
    assert told.running() == {"finding_at_risk"}
    told.tell("audit_finding_mended").by(LEADER).tell("audit_finding_verified")
    assert told.running() == set()


def test_what_was_found_before_goes_on_after_closing() -> None:
    told = found(a_referral("2026-11-19 09:00")).tell("closure_requested")
    told.by(MANAGER).tell("closure_approved")
    assert told.running() == {"finding"}


def test_whoever_mended_it_does_not_verify_it() -> None:
    told = found(a_full_record()).tell("audit_finding_mended")
    assert told.gates_of("audit_finding_verified") == {"G15"}
    assert told.by(LEADER).gates_of("audit_finding_verified") == set()


def test_nothing_is_verified_before_it_is_mended_nor_twice() -> None:
    told = found(a_full_record())
    (missing,) = told.by(LEADER).try_to("audit_finding_verified")
    assert (missing.gate, missing.mends) == ("G15", "audit_finding_mended")
    told.by(LEAD).tell("audit_finding_mended")
    assert told.gates_of("audit_finding_mended") == {"G15"}
    told.by(LEADER).tell("audit_finding_verified")
    assert told.gates_of("audit_finding_verified") == {"G15"}


def test_a_time_before_what_it_is_about_is_put_right() -> None:
    told = found(a_full_record("2026-11-19 09:00"))
    early = london("2026-11-19 08:00")
    (missing,) = told.try_to("audit_finding_mended", early)
    assert "before the finding was raised" in missing.sentence


def test_only_a_lead_or_manager_raises_one() -> None:
    told = a_full_record().by(CARER)
    assert told.gates_of("audit_finding_raised") == {"G16"}
    assert told.by(LEAD).gates_of("audit_finding_raised") == set()


def test_nobody_alleged_is_given_one_to_mend() -> None:
    told = a_full_record(alleged_staff=CARER).by(MANAGER)
    assert told.gates_of("audit_finding_raised", owner=CARER) == {"G21"}


def test_a_risk_that_is_not_mended_stands_before_closing() -> None:
    told = found(a_referral(), at_risk="yes")
    sentences = [one.sentence for one in told.try_to("closure_requested") if one.gate == "G16"]
    assert sentences == ["An audit found a risk (entry 9): mend it first."]
    told.tell("audit_finding_mended")
    assert "G16" not in told.gates_of("closure_requested")


def test_a_risk_takes_what_is_managed_inside_back_to_the_threshold() -> None:
    inside = a_full_record().tell("threshold_decided", route="internal").later(hours=1)
    assert found(inside).case.stage is CaseStage.INTERNAL_MANAGEMENT
    assert found(inside, at_risk="yes").case.stage is CaseStage.THRESHOLD_PENDING
    assert "threshold" in inside.running()


def test_a_risk_found_after_closing_reopens_nothing_by_itself() -> None:
    told = a_full_record().tell("threshold_decided", route="internal").tell("review_held")
    told.tell("closure_requested").by(MANAGER).tell("closure_approved")
    assert found(told, at_risk="yes").case.stage is CaseStage.CLOSED
    assert told.running() == {"finding_at_risk"}


def test_f4_offers_to_mend_to_ask_the_agency_and_to_escalate() -> None:
    told = found(a_referral(), at_risk="yes")
    (step,) = [one for one in told.next_steps() if one.clock.duty == "finding_at_risk"]
    kinds = [one.kind for one in step.steps]
    assert kinds == [
        "agency_contacted", "audit_finding_mended", "internally_escalated", "safety_checked",
    ]  # fmt: skip
    assert step.owner.member is not None
    assert step.owner.member.id == LEAD


def test_f4_offers_to_open_a_closed_case_again() -> None:
    told = found(closed(), at_risk="yes")
    (step,) = told.next_steps()
    assert [one.kind for one in step.steps] == ["audit_finding_mended", "reopened"]


def test_f4_gives_the_verifying_to_another_than_who_mended_it() -> None:
    told = found(a_full_record()).tell("audit_finding_mended")
    (step,) = [one for one in told.next_steps() if one.clock.duty == "finding_check"]
    assert step.owner.member is not None
    assert step.owner.member.id not in (LEAD,)
    assert [one.kind for one in step.steps] == ["audit_finding_verified"]


def test_a_finding_struck_as_an_error_is_owed_no_more() -> None:
    told = found(a_full_record())
    told.tell("entered_in_error", entry=told.newest("audit_finding_raised"))
    assert "finding" not in told.running()
    assert findings(told.case.standing) == ()
