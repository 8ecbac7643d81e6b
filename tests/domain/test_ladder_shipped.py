"""The ladder a home in England starts with says what domain 4.4 says."""

import pytest

from sgtui.domain.calendar import Unit
from sgtui.domain.entries.choices import Risk
from sgtui.domain.entries.register import LADDER_LIMIT
from sgtui.domain.ladder import Duty, Ladder, OwedBy
from sgtui.domain.ladder_file import shipped, shipped_text, shipped_versions
from sgtui.domain.people import Role
from sgtui.domain.text import stored

VERSION = "ENG-default-1"
WE, THEY = OwedBy.WE_OWE, OwedBy.THEY_OWE


@pytest.fixture(name="ladder")
def _ladder() -> Ladder:
    found = shipped(VERSION)
    assert found is not None
    return found


def test_all_eighteen_stages_are_there_in_order(ladder: Ladder) -> None:
    codes = "L1 L2 L3 L4 L5 L6 L6a L7 L7a L8 L9 L10 L11 L12 L13 L14 L15 L16"
    assert " ".join(stage.code for stage in ladder.stages) == codes


@pytest.mark.parametrize(
    ("duty", "stage", "amount", "unit", "direction"),
    [
        ("tell_shift_leader", "L1", 15, "minutes", WE),
        ("make_safe", "L2", 30, "minutes", WE),
        ("full_record", "L3", 2, "hours", WE),
        ("internal_escalation", "L4", 1, "hours", WE),
        ("threshold", "L5", 4, "hours", WE),
        ("countersign", "L5", 1, "working_days", WE),
        ("internal_review", "L5", 24, "hours", WE),
        ("referral", "L6", 24, "hours", WE),
        ("receipt", "L7", 24, "hours", THEY),
        ("acknowledgement", "L7", 1, "working_days", THEY),
        ("chase", "L7a", 1, "office_hours", WE),
        ("promise", "L7a", 24, "hours", THEY),
        ("decision", "L8", 5, "working_days", THEY),
        ("answer_agency", "L8", 1, "working_days", WE),
        ("coordination", "L14", 1, "working_days", WE),
        ("lead_professional", "L14", 2, "working_days", WE),
        ("coordination_review", "L14", 7, "calendar_days", WE),
        ("observation", "L15", 1, "end_of_shift", WE),
        ("safeguard_first_review", "L15", 24, "hours", WE),
        ("safeguard_review", "L15", 72, "hours", WE),
        ("first_review", "L16", 10, "working_days", WE),
        ("plan_review", "L16", 42, "calendar_days", WE),
        ("closure", "L16", 1, "working_days", WE),
    ],
)
def test_each_duty_has_the_time_that_the_domain_gives_it(
    ladder: Ladder, duty: str, stage: str, amount: int, unit: str, direction: OwedBy
) -> None:
    found = [(at, rule) for at in ladder.stages for rule in at.clocks]
    [(where, rule)] = [(where, rule) for where, rule in found if rule.duty == duty]
    assert (where.code, rule.amount, rule.unit) == (stage, amount, Unit(unit))
    assert rule.direction is direction


@pytest.mark.parametrize(
    ("kind", "amount", "unit"),
    [
        ("cqc_18", 24, "hours"),
        ("cqc_16", 24, "hours"),
        ("placing_authority", 24, "hours"),
        ("police", 24, "hours"),
        ("dbs", 5, "working_days"),
        ("professional_body", 5, "working_days"),
        ("commissioner", 24, "hours"),
        ("family", 24, "hours"),
        ("lado", 1, "working_days"),
        ("candour", 24, "hours"),
        ("riddor", 10, "calendar_days"),
    ],
)
def test_each_notification_has_a_clock_of_its_own(
    ladder: Ladder, kind: str, amount: int, unit: str
) -> None:
    rules = [rule for _, rule in ladder.rules(Duty.NOTIFICATION)]
    [rule] = [rule for rule in rules if rule.notification == kind]
    assert (rule.amount, rule.unit) == (amount, Unit(unit))


def test_immediate_danger_makes_safety_telling_and_referring_due_at_once(ladder: Ladder) -> None:
    for duty in (Duty.MAKE_SAFE, Duty.INTERNAL_ESCALATION, Duty.REFERRAL):
        [(_, rule)] = ladder.rules(duty)
        assert rule.term(Risk.IMMEDIATE).amount == 0


@pytest.mark.parametrize("risk", [Risk.HIGH, Risk.IMMEDIATE])
def test_a_decision_at_high_risk_is_due_in_one_working_day(ladder: Ladder, risk: Risk) -> None:
    [(_, rule)] = ladder.rules(Duty.DECISION)
    assert (rule.term(risk).amount, rule.term(risk).unit) == (1, Unit.WORKING_DAYS)
    assert rule.term(Risk.MEDIUM).amount == 5


def test_the_record_is_never_due_after_the_end_of_the_shift(ladder: Ladder) -> None:
    [(_, rule)] = ladder.rules(Duty.FULL_RECORD)
    assert rule.cap == "end_of_shift"


def test_the_rungs_climb_from_practitioner_to_partnership(ladder: Ladder) -> None:
    assert [rung.code for rung in ladder.rungs] == ["L9", "L10", "L11", "L12", "L13"]
    terms = [rule.amount for rung in ladder.rungs for rule in rung.rules(Duty.CHALLENGE)]
    assert terms == [1, 1, 1, 1, 5]


def test_the_first_rung_has_four_hours_in_immediate_danger(ladder: Ladder) -> None:
    [rule] = ladder.stage("L9").rules(Duty.CHALLENGE)
    assert (rule.term("immediate").amount, rule.term("immediate").unit) == (4, Unit.HOURS)


def test_silence_leads_from_receipt_by_the_duty_desk_to_the_first_rung(ladder: Ladder) -> None:
    ways = [ladder.stage(code).next_missed for code in ("L7", "L7a", "L8")]
    assert ways == [("L7a",), ("L9",), ("L9",)]


def test_two_calls_that_reach_nobody_are_enough_to_go_on(ladder: Ladder) -> None:
    assert ladder.stage("L7a").attempts == 2


def test_a_chase_comes_round_again_each_working_day(ladder: Ladder) -> None:
    [(_, rule)] = ladder.rules(Duty.CHASE)
    assert rule.repeat is not None
    assert (rule.repeat.amount, rule.repeat.unit) == (1, Unit.WORKING_DAYS)


def test_time_that_the_authority_owes_goes_by_its_desk(ladder: Ladder) -> None:
    owed = [rule for stage in ladder.stages for rule in stage.clocks if rule.direction is THEY]
    counted = [rule for rule in owed if rule.unit is Unit.WORKING_DAYS]
    assert counted and all(rule.at_desk for rule in counted)


def test_notifying_coordinating_and_observing_run_beside_the_ladder(ladder: Ladder) -> None:
    assert [s.code for s in ladder.stages if s.parallel] == ["L6a", "L14", "L15"]


def test_every_stage_tells_what_to_do_what_to_say_and_who_owns_it(ladder: Ladder) -> None:
    for stage in ladder.stages:
        assert stage.checklist and stage.source
        assert 60 < len(stage.script) < 400
        assert stage.owner_role not in (Role.AUDITOR, Role.READ_ONLY)


def test_every_script_can_be_filled_in_for_a_case(ladder: Ladder) -> None:
    for stage in ladder.stages:
        words = stage.script.format(person="Ada Vale", reference="SG-26-K4T7", home="Rosewood")
        assert "{" not in words


def test_no_title_is_too_wide_for_the_queue(ladder: Ladder) -> None:
    assert all(len(rule.title) <= 24 for stage in ladder.stages for rule in stage.clocks)


def test_the_whole_file_fits_into_the_entry_that_adopts_a_ladder() -> None:
    text = shipped_text(VERSION)
    assert len(text) <= LADDER_LIMIT
    assert stored(text, LADDER_LIMIT) == text


def test_an_unknown_version_is_not_shipped() -> None:
    assert VERSION in shipped_versions()
    assert shipped("../people") is None
    with pytest.raises(KeyError):
        shipped_text("ENG-default-99")


def test_an_unknown_stage_is_a_key_error(ladder: Ladder) -> None:
    with pytest.raises(KeyError):
        ladder.stage("L99")
