"""A rule says how long a duty has at each risk, and what the queue calls it."""

import pytest
from pydantic import ValidationError

from sgtui.domain.calendar import Unit
from sgtui.domain.ladder import ClockRule, Duty, Term


def rule(**more: object) -> ClockRule:
    given = {"duty": "decision", "amount": 5, "unit": "working_days"}
    return ClockRule.model_validate(given | more)


def test_without_a_term_of_its_own_every_risk_has_the_usual_one() -> None:
    usual = Term(amount=5, unit=Unit.WORKING_DAYS)
    assert [rule().term(risk) for risk in (None, "low", "high", "immediate")] == [usual] * 4


def test_immediate_danger_never_has_longer_than_high_risk() -> None:
    short = rule(risk_override={"high": {"amount": 4, "unit": "hours"}})
    assert short.term("immediate") == Term(amount=4, unit=Unit.HOURS)
    assert short.term("medium") == Term(amount=5, unit=Unit.WORKING_DAYS)


def test_the_queue_calls_a_duty_by_its_label_unless_the_file_names_it() -> None:
    assert rule().title == Duty.DECISION.label
    assert rule(title="Their answer").title == "Their answer"


def test_every_label_fits_the_queue() -> None:
    assert all(len(duty.label) <= 24 for duty in Duty)


def test_a_rule_cannot_be_altered_afterwards() -> None:
    with pytest.raises(ValidationError):
        rule().amount = 6  # type: ignore[misc]
