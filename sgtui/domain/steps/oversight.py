"""Steps of overseeing a case and of looking back on what is over (ladder L14)."""

from collections.abc import Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty
from sgtui.domain.steps.step import Offers, Step, step


def _oversight(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield step("oversight_held", "Looked at: enough done, and together?")
    if case.coordination.running is None:
        yield step("coordination_called", "More agencies are needed: call for it")


def _after_action(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("after_action_reviewed", "Looked back: delays, gaps, learnt", about=clock.subject)


STEPS: dict[Duty, Offers] = {
    Duty.OVERSIGHT: _oversight,
    Duty.AFTER_ACTION: _after_action,
}
