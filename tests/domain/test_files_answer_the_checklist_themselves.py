"""What the entries show is answered by the record, true to the words of each item (R39, G16)."""

import pytest

from sgtui.domain.checklist_file import shipped_checklist
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import LEAVES_OPEN, AuditedFile, Checked, by_the_record
from tests.domain.a_home import EDT, LEAD, MANAGER, TEAM
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral

YES, NO, BESIDE = AuditAnswer.YES, AuditAnswer.NO, AuditAnswer.NOT_APPLICABLE


def file(told: Told) -> dict[str, Checked | None]:
    clocks = tuple(told.clocks.values())
    return by_the_record(
        shipped_checklist(), AuditedFile(told.case, told.ladder, clocks, told.register, told.now)
    )


def said(told: Told, code: str) -> tuple[AuditAnswer, str]:
    found = file(told)[code]
    assert found is not None, code
    return found.answer, found.because


def answer(told: Told, code: str) -> AuditAnswer | None:
    found = file(told)[code]
    return found.answer if found else None


def test_every_item_is_answered_of_any_file_or_left_to_the_auditor() -> None:
    for told in (a_concern(), a_full_record(), a_referral(), a_referral().later(days=40)):
        asked = {code for code, found in file(told).items() if found is None}
        assert asked <= LEAVES_OPEN | {"fact_opinion", "full_names"}
        because = [found.because for found in file(told).values() if found]
        assert all(0 < len(words) <= 400 and "\n" not in words for words in because)


def test_nothing_is_held_against_a_file_before_it_is_due() -> None:
    young = a_concern(happened_at=None, place=None, level="immediate")
    assert said(young, "times")[1].startswith("Not due until Thu 19 Nov 2026")
    assert answer(young, "threshold") is BESIDE
    assert answer(young.later(days=2), "times") is NO
    assert answer(young, "threshold") is NO


def test_times_names_all_three() -> None:
    told = a_concern("2026-11-19 02:20", noticed="2026-11-19 01:50")
    assert said(told, "times") == (
        YES,
        "Happened Thu 19 Nov 2026 01:50, noticed Thu 19 Nov 2026 01:50, written down Thu 19 Nov"
        " 2026 02:20 (entry 1).",
    )


def test_exact_words_are_found_and_their_absence_is_the_auditors_to_judge() -> None:
    told = a_full_record()
    assert answer(told, "verbatim") is None
    told.tell("statement_taken", statement_type="verbatim", text="I banged it")
    assert said(told, "verbatim") == (YES, "Exact words: entry 4.")


def test_safety_found_wanting_and_not_mended_is_missing() -> None:
    told = a_full_record()
    assert answer(told, "safety") is YES
    told.tell("safety_checked", safety="unsafe_uncontrolled").later(days=1)
    assert answer(told, "safety") is NO


def test_evidence_ticked_without_saying_what_is_missing() -> None:
    told = a_full_record()
    assert answer(told, "evidence") is None
    told.tell("safety_checked", steps=["evidence_kept"])
    assert answer(told, "evidence") is NO
    assert answer(told.tell("evidence_secured"), "evidence") is YES


def test_a_body_map_is_asked_of_what_is_physical_and_of_any_mark() -> None:
    assert answer(a_full_record(), "body_map") is BESIDE
    told = a_full_record(category="physical")
    assert answer(told.later(days=3), "body_map") is NO
    assert answer(told.tell("body_map_declined"), "body_map") is YES
    assert answer(a_full_record().tell("body_mapped"), "body_map") is YES


def test_capacity_shared_without_saying_how_it_was_found_is_missing() -> None:
    told = a_full_record()
    assert answer(told, "capacity") is None
    told.tell("sharing_decided", ground="lacks_capacity")
    assert answer(told, "capacity") is NO
    assert answer(told.tell("capacity_noted"), "capacity") is YES


def test_sharing_is_decided_before_it_goes_out_unless_there_is_danger() -> None:
    assert answer(a_full_record(), "sharing") is BESIDE
    assert answer(a_referral(), "sharing") is YES
    late = a_full_record().tell("threshold_decided").tell("referral_sent")
    assert answer(late.later(hours=1).tell("sharing_decided"), "sharing") is NO
    danger = a_concern(level="immediate").tell("referral_sent")
    assert answer(danger.later(hours=1).tell("sharing_decided"), "sharing") is YES


def test_a_threshold_alone_is_missing_until_it_is_countersigned() -> None:
    told = a_full_record().tell("threshold_decided", second_person=None, provisional="yes")
    assert answer(told, "threshold") is BESIDE
    assert answer(told.later(days=5), "threshold") is NO
    assert said(told.by(MANAGER).tell("countersigned"), "threshold") == (
        YES, "Entry 4: Sam Lead and Rae Moss.",
    )  # fmt: skip


def test_whom_to_tell_is_missing_once_it_is_late() -> None:
    told = a_referral()
    assert answer(told, "notifications") is BESIDE
    assert answer(told.later(days=30), "notifications") is NO


def test_each_fact_of_a_referral_is_an_item_of_its_own() -> None:
    told = a_referral()
    waiting = {code: answer(told, code) for code in ("referral_sent", "receipt", "acknowledgement")}
    assert waiting == {"referral_sent": YES, "receipt": BESIDE, "acknowledgement": BESIDE}
    told.later(hours=2).tell("referral_received")
    assert (answer(told, "receipt"), answer(told, "acknowledgement")) == (YES, BESIDE)
    told.later(hours=1).tell("referral_acknowledged")
    assert answer(told, "acknowledgement") is YES


def test_a_referral_that_nobody_followed_up_fails_the_audit() -> None:
    told = a_referral().later(hours=1).tell("referral_received").tell("referral_acknowledged")
    assert answer(told, "follow_up_verified") is YES
    told.later(days=30)
    found, because = said(told, "follow_up_verified")
    assert found is NO
    assert "LA duty desk (entry 8)" in because


def test_followed_up_to_its_outcome_it_passes_and_says_each_time() -> None:
    told = a_referral().later(hours=1).tell("referral_received").tell("referral_acknowledged")
    told.later(days=1).tell("referral_decided").later(days=3).tell("outcome_received")
    assert said(told, "follow_up_verified") == (
        YES,
        "LA duty desk (entry 8): received Thu 19 Nov 2026 10:00, acknowledged Thu 19 Nov 2026"
        " 10:00, decided Fri 20 Nov 2026 10:00, outcome Mon 23 Nov 2026 10:00.",
    )


def test_never_received_and_late_fails_though_it_is_chased() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-20 09:30")
    told.tell("agency_contacted", result="no_answer", spoke_to=None)
    assert answer(told, "follow_up_verified") is NO
    assert answer(told, "receipt") is NO


def test_a_chase_that_came_too_late_is_counted() -> None:
    told = a_referral("2026-11-19 09:00")
    assert answer(told, "chases_on_time") is BESIDE
    told.at("2026-11-24 09:00").tell("agency_contacted")
    found, because = said(told, "chases_on_time")
    assert found is NO
    assert because.startswith("1 of ")


def test_a_refusal_is_challenged_or_accepted_by_two() -> None:
    told = a_referral().later(hours=1).tell("referral_acknowledged").later(days=1)
    told.tell("referral_decided", decision="not_progressed")
    assert answer(told, "challenge_considered") is BESIDE
    assert answer(told.later(days=10), "challenge_considered") is NO
    told.tell("agency_decision_accepted")
    assert answer(told, "challenge_considered") is YES


def test_a_gap_in_protection_is_told_in_hours() -> None:
    told = a_full_record()
    assert answer(told, "safeguards_unbroken") is BESIDE
    told.tell("safeguard_started")
    assert answer(told.later(hours=1), "safeguards_unbroken") is YES
    found, because = said(told.later(hours=30), "safeguards_unbroken")
    assert found is NO
    assert because.startswith("Unprotected 7.0 hours from Fri 20 Nov 2026 09:00")


def test_a_shift_on_which_nobody_looked_is_told() -> None:
    told = a_full_record("2026-11-19 09:00")
    assert answer(told, "monitoring_unbroken") is BESIDE
    told.at("2026-11-19 22:00").tell("observation_made").at("2026-11-20 07:59")
    assert answer(told, "monitoring_unbroken") is YES
    found, because = said(told.at("2026-11-21 09:00"), "monitoring_unbroken")
    assert found is NO
    assert "Not seen on 2 of 3 shifts" in because


def test_many_agencies_need_one_who_leads() -> None:
    told = a_referral()
    assert answer(told, "lead_professional") is BESIDE
    told.tell("referral_sent", contact=EDT).tell("agency_involved")
    told.tell("agency_involved", agency="police").later(days=20)
    assert answer(told, "lead_professional") is NO
    assert answer(told.tell("lead_professional_named"), "lead_professional") is YES


def test_coordination_is_validated_once_it_is_over() -> None:
    told = a_full_record()
    assert answer(told, "coordination_validated") is BESIDE
    told.tell("coordination_recorded").later(hours=1)
    assert answer(told, "coordination_validated") is BESIDE
    assert answer(told.later(days=40), "coordination_validated") is NO
    told.tell(
        "coordination_validated", occurred_shown_by=(told.last,), roles_shown_by=(told.last,),
        actions_shown_by=(told.last,),
    )  # fmt: skip
    assert answer(told, "coordination_validated") is YES


def test_an_action_done_is_not_yet_verified() -> None:
    told = a_full_record()
    assert answer(told, "actions_verified") is BESIDE
    told.tell("action_agreed").tell("action_done")
    assert answer(told, "actions_verified") is BESIDE
    assert said(told.later(days=20), "actions_verified") == (
        NO, "Done and not seen by another: entry 4.",
    )  # fmt: skip
    assert answer(told.by(MANAGER).tell("action_verified"), "actions_verified") is YES


def test_a_review_held_late_is_no_review_in_time() -> None:
    told = a_full_record().tell("threshold_decided", route="internal")
    assert answer(told, "review_held") is BESIDE
    assert answer(told.later(days=60), "review_held") is NO
    assert answer(told.tell("review_held"), "review_held") is NO


@pytest.mark.parametrize("code", ["adult_told", "referrer_feedback", "lessons"])
def test_the_end_of_a_case_is_asked_about_once_somebody_asks_to_close(code: str) -> None:
    told = a_referral()
    assert answer(told, code) is BESIDE
    told.by(LEAD).tell("closure_requested")
    assert answer(told, code) is YES
    assert answer(told.tell("closure_approved").tell("reopened"), code) is BESIDE


def test_lessons_left_out_of_an_earlier_closing_are_missing() -> None:
    assert answer(a_referral().tell("closure_requested", lessons=None), "lessons") is NO


def test_an_amendment_says_why() -> None:
    told = a_full_record()
    assert answer(told, "amendments_explained") is BESIDE
    first = told.newest("statement_taken")
    told.tell("amended", entry=first, changes={"text": "Right forearm."})
    assert said(told, "amendments_explained") == (YES, "Each says why: entry 4.")
    told.tell("amended", entry=first, changes={"text": "Left."}, reason="n/a")
    assert answer(told, "amendments_explained") is NO


def test_what_is_kept_inside_or_low_level_is_not_asked_about_referrals() -> None:
    inside = a_full_record().tell("threshold_decided", route="internal")
    assert answer(inside, "referral_sent") is BESIDE
    low = a_concern(level="low_level").later(days=10)
    assert {answer(low, code) for code in ("wishes", "threshold", "follow_up_verified")} == {BESIDE}


def test_a_referral_decided_on_and_not_sent_is_missing_once_it_is_late() -> None:
    told = a_full_record().tell("internally_escalated").tell("threshold_decided")
    assert answer(told, "referral_sent") is BESIDE
    assert answer(told.later(days=5), "referral_sent") is NO


def test_wishes_are_asked_or_it_is_said_why_not() -> None:
    told = a_full_record().tell("internally_escalated")
    assert answer(told, "wishes") is BESIDE
    assert answer(told.tell("threshold_decided"), "wishes") is NO
    told.tell("wishes_recorded", asked="no", wishes=None, not_asked_because="Asleep")
    assert answer(told, "wishes") is YES


def test_team_is_another_desk() -> None:
    told = a_referral(contact=TEAM)
    assert "Team manager" in said(told, "referral_sent")[1]
