"""Cases that follow one ladder after another, and ladders made for it."""

from collections.abc import Callable
from typing import Any

from sgtui.domain.clock import Clock
from sgtui.domain.clocks import clocks
from sgtui.domain.ladder import ClockRule, Duty, Ladder
from tests.domain.a_home import HOME, LADDER
from tests.domain.case_builder import Told

OTHER = "other-1"
"""The version that a case changes to where a test names none."""


def ladder_with(change: Callable[[ClockRule], ClockRule | None], version: str = OTHER) -> Ladder:
    """The default ladder with each clock changed; None takes a clock away."""
    stages = tuple(
        stage.model_copy(
            update={"clocks": tuple(c for rule in stage.clocks if (c := change(rule)) is not None)}
        )
        for stage in LADDER.stages
    )
    return LADDER.model_copy(update={"version": version, "stages": stages})


def with_duty(duty: Duty, **terms: Any) -> Ladder:
    """The default ladder, one duty of it on other terms."""
    return ladder_with(lambda rule: rule.model_copy(update=terms) if rule.duty is duty else rule)


def without(duty: Duty, version: str = OTHER) -> Ladder:
    """The default ladder without a duty."""
    return ladder_with(lambda rule: None if rule.duty is duty else rule, version)


def clocks_of(told: Told, *others: Ladder) -> dict[str, Clock]:
    """The clocks of a case by every ladder that it has followed."""
    known = {ladder.version: ladder for ladder in (LADDER, *others)}
    case = told.case
    found = clocks(case, known[case.ladder_version], HOME, known.__getitem__)
    return {clock.key: clock for clock in found}


def of(found: dict[str, Clock], duty: Duty) -> list[Clock]:
    """The clocks about a duty."""
    return [clock for clock in found.values() if clock.duty is duty]
