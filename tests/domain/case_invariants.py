"""What holds of a case at every moment, whatever was tried before."""

from types import SimpleNamespace
from typing import cast

from sgtui.domain.clock import Clock
from sgtui.domain.continuity import continuity
from sgtui.domain.ladder import Duty
from sgtui.domain.next_step import NextStep, next_steps
from sgtui.domain.routing import owner_of
from sgtui.services.desk import Desk
from sgtui.services.projection import project
from sgtui.services.refusals import is_shown
from tests.domain.case_gates_looking_back import to_look_back_on
from tests.domain.case_moves import CORRECTIONS
from tests.domain.case_protection import moments
from tests.domain.case_story import Story


def all_hold(story: Story, began: set[str]) -> None:
    """All of it; `began` holds the clocks that had begun before, and takes in what runs now."""
    something_runs(story)
    nothing_vanished(story, began)
    somebody_owns_each_stage(story)
    there_is_a_next_step(story)
    nobody_barred_sees(story)
    no_lapse_is_hidden(story)


def something_runs(story: Story) -> None:
    """An open case owes something; a closed one only to be looked back on, where it must be."""
    assert story.told.case.is_open == story.book.is_open
    over = {note.id for note in to_look_back_on(story.book)}
    after = {clock.subject for clock in story.running() if clock.duty is Duty.AFTER_ACTION}
    assert after == (set() if story.book.opening.struck else over)
    others = [clock for clock in story.running() if clock.duty is not Duty.AFTER_ACTION]
    assert bool(others) == story.book.is_open


def nothing_vanished(story: Story, began: set[str]) -> None:
    """What had begun as far as the record knew is still there; what runs now has begun."""
    assert began <= set(story.clocks), f"gone: {began - set(story.clocks)}"
    began |= {clock.key for clock in story.running()}


def somebody_owns_each_stage(story: Story) -> None:
    """Each running duty has a free owner, or the way outside; and the case has one too."""
    told, barred = story.told, story.book.barred
    owner = owner_of(told.register, told.case, told.ladder, told.now)
    routes = [step.owner for step in _steps(story)]
    for routed in (owner, *routes):
        assert routed.member is not None or routed.outside is not None or routed.checking
        assert routed.member is None or routed.member.id not in barred
        assert routed.member is None or routed.member.active


def there_is_a_next_step(story: Story) -> None:
    """Each running duty offers an entry that may be made about it."""
    for step in _steps(story):
        assert step.steps, f"nothing is offered for {step.clock.key}"


def nobody_barred_sees(story: Story) -> None:
    """Lists show the case to everybody but those alleged or in conflict, and name no such owner."""
    told, barred = story.told, story.book.barred
    row = project(told.case, tuple(story.clocks.values())).case
    for one in told.register.staff:
        desk = cast(Desk, SimpleNamespace(author=SimpleNamespace(staff_id=one)))
        assert is_shown(desk, row.barred) == (one not in barred)
    assert row.owner_id not in barred


def no_lapse_is_hidden(story: Story) -> None:
    """Every moment without a safeguard that works is in a gap, and no other of one that does."""
    found = list(moments(story.book, list(story.clocks.values()), story.told.now))
    clocks: list[Clock] = list(story.clocks.values())
    gaps = continuity(story.told.case, clocks, story.told.now).gaps
    corrected = any(note.kind in CORRECTIONS for note in story.book.notes)
    for moment in found:
        in_gap = any(g.since <= moment.at and (not g.until or moment.at < g.until) for g in gaps)
        if moment.needed and not moment.covered:
            assert in_gap, f"nothing protected at {moment.at}, and nobody says so: {gaps}"
        elif moment.covered and not corrected:
            assert not in_gap, f"protected at {moment.at}, and said not to be: {gaps}"


def _steps(story: Story) -> tuple[NextStep, ...]:
    told = story.told
    return next_steps(told.case, story.running(), told.ladder, told.register, now=told.now)
