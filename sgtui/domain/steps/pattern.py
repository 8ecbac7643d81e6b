"""Steps about what several cases have in common (ladder L14)."""

from collections.abc import Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty
from sgtui.domain.steps.step import Offers, Step, step


def _pattern(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("pattern_answered", "Is it a pattern, and why", pattern=clock.subject)


STEPS: dict[Duty, Offers] = {
    Duty.PATTERN: _pattern,
}
