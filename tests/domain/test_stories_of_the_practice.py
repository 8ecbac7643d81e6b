"""Whole stories of the practice, told at the level of the rules, with worked dates (domain 1.3)."""

from typing import Any

from sgtui.domain.entries.choices import Risk
from sgtui.domain.stage import CaseStage
from tests.domain.a_home import EDT, HEAD, LEAD, LEADER, MANAGER, ON_CALL, TEAM, london
from tests.domain.case_builder import Told, a_concern, a_full_record


def allowed(told: Told, kind: str, /, **answers: Any) -> Told:
    """Record it, once it is sure that no gate is shut."""
    assert told.try_to(kind, **answers) == ()
    return told.tell(kind, **answers)


def test_an_unexplained_bruise_is_followed_until_a_named_person_has_it() -> None:
    told = a_concern("2026-11-19 10:00", noticed="2026-11-19 09:50", category="physical")
    allowed(told, "statement_taken", statement_type="verbatim", text='"I banged it"')
    allowed(told, "safety_checked", safety="unsafe_controlled", steps=("separated",))
    assert told.gates_of("threshold_decided") == {"G3"}
    allowed(told, "body_mapped", marks=["bruise, left forearm, 30 x 20 mm, purple and yellow"])
    allowed(told.later(minutes=30), "internally_escalated")
    allowed(told.by(LEAD).later(hours=1), "threshold_decided")
    allowed(told, "sharing_decided")
    allowed(told, "wishes_recorded")
    allowed(told.at("2026-11-19 13:00"), "referral_sent", taken_by="P Ames")
    allowed(told, "safeguard_started")

    (receipt,) = told.of("receipt")
    assert receipt.due_at == london("2026-11-20 13:00")
    allowed(told.at("2026-11-19 22:00"), "observation_made")
    allowed(told.at("2026-11-20 09:00"), "referral_received")
    allowed(told.later(minutes=1), "referral_acknowledged", agency_reference="A-771")
    assert told.of("receipt")[0].met_at == london("2026-11-20 09:00")
    (decision,) = told.of("decision")
    assert decision.due_at == london("2026-11-27 16:30")
    allowed(told.later(hours=2), "observation_made")
    assert told.case.stage is CaseStage.REFERRED
    assert not [line for line in told.lines() if line.title == "Became late"]


def referred_about_money() -> Told:
    told = a_full_record("2026-11-16 09:30", category="financial").tell("internally_escalated")
    told.by(LEAD).tell("threshold_decided").tell("sharing_decided").tell("wishes_recorded")
    told.at("2026-11-16 11:00").tell("safeguard_started", measure="Cash kept in the safe")
    return told.tell("referral_sent")


def test_a_silent_council_is_chased_and_the_delay_taken_up_the_ladder() -> None:
    told = referred_about_money().at("2026-11-17 09:00").tell("safeguard_reviewed")
    assert {"receipt", "chase"} <= told.at("2026-11-17 11:05").running()
    allowed(
        told,
        "agency_contacted",
        said="Confirmed: nobody has looked at it yet.",
        promised="A name",
        promised_in=3,
    )
    assert "receipt" in told.running() and "chase" in told.running()
    assert told.of("chase")[-1].due_at == london("2026-11-17 14:05")

    told.at("2026-11-17 14:10")
    assert "L9" in told.running()
    plan = [(c.stage, c.due_at) for c in told.of("challenge") if c.is_open]
    assert plan[:3] == [
        ("L9", london("2026-11-18 17:00")),
        ("L10", london("2026-11-19 17:00")),
        ("L11", london("2026-11-20 16:30")),
    ]
    told.at("2026-11-18 17:05").by(MANAGER)
    rung = next(step for step in told.next_steps() if step.clock.stage == "L10")
    assert rung.owner.member is not None and rung.owner.member.id == MANAGER
    assert rung.contact is not None and rung.contact.id == TEAM
    assert rung.clock.counterpart == "Team manager, adult social care"
    allowed(
        told,
        "agency_contacted",
        contact=TEAM,
        stage="L10",
        referral=told.newest("referral_sent"),
        spoke_to="T Marsh, team manager",
    )
    assert {"L10", "receipt"} <= told.running()
    allowed(told.at("2026-11-19 10:00"), "referral_acknowledged")
    assert not {"L10", "receipt", "chase"} & told.running()

    reviewed = told.of("safeguard_review")[0]
    assert (reviewed.started_at, reviewed.due_at) == (
        london("2026-11-17 09:00"),
        london("2026-11-20 09:00"),
    )
    assert len(told.case.active_safeguards) == 1


def test_if_nobody_answers_the_head_of_service_is_reached_on_a_known_day() -> None:
    told = referred_about_money()
    plan = {clock.stage: clock for clock in told.of("challenge")}
    assert plan["L11"].started_at == london("2026-11-19 17:00")
    assert plan["L11"].contact == HEAD


def test_acute_distress_at_night_is_rung_through_first_and_written_after() -> None:
    told = a_concern(
        "2026-11-21 23:10",
        level="immediate",
        category="self_neglect",
        happened_at=None,
        place=None,
    )
    told.tell("safety_checked", safety="unsafe_uncontrolled", steps=("rang_999",))
    assert told.case.risk is Risk.IMMEDIATE
    assert told.of("referral")[0].due_at == told.now
    allowed(
        told.later(minutes=2),
        "internally_escalated",
        told=ON_CALL,
        decision_owner=ON_CALL,
        decision="Ring the emergency duty team, two staff stay with her",
        risk="immediate",
    )
    assert told.case.owner == ON_CALL
    told.by(ON_CALL)
    allowed(told.later(minutes=3), "referral_sent", contact=EDT)
    assert told.case.stage is CaseStage.REFERRED
    assert {"full_record", "threshold", "make_safe", "receipt"} <= told.running()

    allowed(told.later(minutes=15), "safety_checked", safety="unsafe_controlled")
    assert "make_safe" not in told.running()
    allowed(
        told.later(minutes=5),
        "threshold_decided",
        decided_by=ON_CALL,
        second_person=None,
        provisional="yes",
        route="emergency",
        risk="immediate",
    )
    (countersign,) = told.of("countersign")
    assert countersign.due_at == london("2026-11-23 17:00")
    assert "threshold" not in told.running()

    allowed(told.by(LEADER).at("2026-11-22 00:30"), "concern_completed", place="bedroom")
    assert "full_record" in told.running()
    allowed(told, "statement_taken", statement_type="verbatim", text='"I cannot go on"')
    assert told.of("full_record")[0].met_at == london("2026-11-22 00:30")

    assert told.by(ON_CALL).gates_of("countersigned") == {"G18"}
    allowed(told.by(LEAD).at("2026-11-23 09:15"), "countersigned")
    assert "countersign" not in told.running()
