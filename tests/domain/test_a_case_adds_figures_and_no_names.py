"""What a summary counts of one case: figures and closed lists, nobody's name or words."""

from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from sgtui.domain.case_figures import CaseFigures, figures_of
from sgtui.domain.entries.choices import StatementType
from tests.domain.a_home import CARER, HOME, LEAD, MANAGER, london
from tests.domain.case_builder import Told, a_full_record, a_referral


def figures(told: Told) -> CaseFigures:
    """What a case adds now."""
    found = figures_of(told.case, tuple(told.clocks.values()), HOME, told.now)
    assert found is not None
    return found


def words(value: object) -> list[str]:
    """Every text in some figures."""
    match value:
        case dict():
            return [word for one in value.values() for word in words(one)]
        case list() | tuple():
            return [word for one in value for word in words(one)]
        case UUID():
            return [str(value)]
        case str():
            return [value]
    return []


def test_nobodys_name_and_nobodys_words_are_in_it() -> None:
    told = a_referral().tell("safeguard_started").later(hours=2).tell("referral_decided")
    told.tell("harm_judged", harm="treated", judged_by="Dr Halloran", found="Torn skin")
    told.tell("closure_requested").by(MANAGER).tell("closure_approved", comment="Seen.")
    found = " ".join(words(asdict(figures(told))))
    own = [one.name for one in HOME.staff.values()] + [one.name for one in HOME.people.values()]
    for secret in (*own, "bruise", "forearm", "Halloran", "Torn", "P Ames", "feel safe"):
        assert secret not in found


def test_a_decision_is_told_by_role_and_by_what_the_test_says() -> None:
    told = a_full_record().tell("internally_escalated")
    told.tell("threshold_decided", decided_by=LEAD, second_person=None)
    told.tell("threshold_decided", decided_by=MANAGER, second_person=LEAD, at_risk="no",
              route="internal")  # fmt: skip
    first, second = figures(told).thresholds
    assert (first.role, first.met, first.referred, first.alone) == (
        "Safeguarding lead", True, True, True,
    )  # fmt: skip
    assert (second.role, second.met, second.referred, second.alone) == (
        "Registered manager", False, False, False,
    )  # fmt: skip


def test_how_it_came_to_light_is_how_it_was_first_told() -> None:
    told = a_full_record()
    assert figures(told).light is StatementType.FACT
    told.tell("statement_taken", statement_type="verbatim", speaker="Ada", text="It hurts.")
    assert figures(told).light is StatementType.FACT


def test_what_came_of_it_is_the_outcome_else_the_decision_else_that_it_stayed_inside() -> None:
    told = a_full_record()
    assert figures(told).ended_as == "Managed inside"
    told = a_referral()
    assert figures(told).ended_as == "Referred, nothing heard"
    assert figures(told.tell("referral_decided")).ended_as == "Enquiry opened (s42)"
    assert figures(told.tell("outcome_received")).ended_as == "Risk removed"


def test_protection_that_lapsed_is_counted_within_a_period_only() -> None:
    told = a_referral("2026-11-19 09:00").tell("safeguard_started").at("2026-11-21 09:00")
    protection = figures(told).protection
    since, due, now = (london(f"2026-11-{day} 09:00") for day in (19, 20, 21))
    assert protection.within(since, now) == (timedelta(hours=48), timedelta(hours=24))
    assert protection.within(since, due) == (timedelta(hours=24), timedelta(0))
    assert protection.within(due, now) == (timedelta(hours=24), timedelta(hours=24))


def test_a_case_entered_in_error_adds_nothing() -> None:
    told = a_full_record()
    told.tell("entered_in_error", entry=told.entries[0].id, second_person=CARER, reason="Double")
    assert figures_of(told.case, tuple(told.clocks.values()), HOME, told.now) is None


def test_a_duty_to_tell_somebody_is_told_by_whom_and_when() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=3)
    told.tell("notification_decided", notification="commissioner", required="yes",
              sent_at=told.now, reason="The contract says so.")  # fmt: skip
    found = {one.whom.value: one.timing for one in figures(told).told}
    assert found["commissioner"].taken == timedelta(hours=3)
    assert found["commissioner"].standing.answered
