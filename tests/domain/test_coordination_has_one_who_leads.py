"""Several agencies: somebody leads within two working days, and somebody looks each week (L14)."""

from typing import Any

from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_full_record


def recorded(at: str = "2026-11-19 09:00", **answers: Any) -> Told:
    return a_full_record(at).tell("coordination_recorded", **answers)


def test_the_lead_professional_is_due_two_working_days_after_the_record() -> None:
    told = recorded("2026-11-20 09:00")
    (clock,) = told.of("lead_professional")
    assert clock.due_at == london("2026-11-24 17:00")
    told.later(hours=2).tell("lead_professional_named")
    assert told.of("lead_professional")[0].met_at == told.now
    lead = told.case.coordination.lead
    assert lead is not None and lead[1].name == "Owen Tarrant"


def test_where_one_leads_already_none_is_owed() -> None:
    told = a_full_record().tell("lead_professional_named").tell("coordination_recorded")
    assert told.of("lead_professional") == []


def test_without_several_agencies_there_is_neither_lead_nor_review() -> None:
    told = recorded(multi_agency_required="no")
    assert not {"lead_professional", "coordination_review"} & told.running()


def test_the_review_comes_round_each_week_until_validated() -> None:
    told = recorded("2026-11-19 09:00")
    assert told.of("coordination_review")[0].due_at == london("2026-11-26 09:00")
    told.at("2026-11-25 10:00").tell("coordination_reviewed")
    first, second = told.of("coordination_review")
    assert (first.met_at, second.due_at) == (told.now, london("2026-12-02 10:00"))


def test_deciding_later_that_they_are_not_needed_ends_both_and_says_why() -> None:
    told = recorded().later(hours=1).tell("coordination_recorded", multi_agency_required="no")
    for duty in ("lead_professional", "coordination_review"):
        (clock,) = told.of(duty)
        assert clock.ended_at == told.now
        why = "Ended: it was decided that several agencies are not needed."
        assert clock.explanation.endswith(why)


def test_recording_it_anew_while_it_goes_on_starts_nothing_twice() -> None:
    told = recorded().later(hours=1).tell("coordination_recorded")
    assert len(told.of("lead_professional")) == len(told.of("coordination_review")) == 1


def test_nothing_is_reviewed_that_nobody_recorded() -> None:
    (item,) = a_full_record().try_to("coordination_reviewed")
    assert item.sentence == "No coordination is going on. Record it first."
    assert item.mends == "coordination_recorded"
    assert recorded().try_to("coordination_reviewed") == ()


def test_an_agency_that_does_not_agree_is_shown_until_it_does() -> None:
    told = recorded().tell("agency_involved").tell("agency_agreed", agrees="no")
    (party,) = told.case.coordination.disagreements
    assert party.what.agency.label == "GP, primary care"
    told.tell("agency_agreed")
    assert told.case.coordination.disagreements == ()


def test_a_challenge_brought_to_its_end_settles_a_disagreement() -> None:
    told = recorded().tell("agency_involved").tell("agency_agreed", agrees="no")
    told.tell("challenge_raised", ground="roles", referral=None).tell("challenge_concluded")
    assert told.case.coordination.disagreements == ()
