"""Gates of meetings and actions: each ends once, and who did it is never who verifies it (G15)."""

from collections.abc import Iterator

from sgtui.domain.actions import Action, ActionState
from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.entries import (
    ActionDone,
    ActionDropped,
    ActionVerified,
    MeetingCalledOff,
    MeetingHeld,
    Payload,
)


def _meeting_over(attempt: Attempt) -> Iterator[Missing]:
    """A meeting is held or called off once."""
    payload = attempt.payload
    if not isinstance(payload, MeetingHeld | MeetingCalledOff):
        return
    for meeting in attempt.case.meetings:
        if meeting.id == payload.arranged and not meeting.outstanding:
            what = "held" if meeting.held is not None else "called off"
            yield Missing("G1", f"That meeting was {what} already. Arrange another, or amend it.")


def _done(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    action = attempt.case.action(payload.action) if isinstance(payload, ActionDone) else None
    if not isinstance(payload, ActionDone) or action is None:
        return
    yield from _still_open(action)
    if action.agreed.owner is not None and payload.done_by is None:
        yield Missing("G15", "Done by: choose who of us did it.")


def _dropped(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    action = attempt.case.action(payload.action) if isinstance(payload, ActionDropped) else None
    if action is not None:
        yield from _still_open(action)


def _still_open(action: Action) -> Iterator[Missing]:
    if action.state is not ActionState.OPEN:
        said = action.state.value
        yield Missing("G15", f"That action was {said} already. Choose one that is still open.")


def _verified(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    action = attempt.case.action(payload.action) if isinstance(payload, ActionVerified) else None
    if action is None:
        return
    if action.state is ActionState.DROPPED:
        yield Missing("G15", "That action was dropped. There is nothing to verify.")
        return
    if action.done is None:
        yield Missing("G15", "That action is not done yet. Record that it is.", "action_done")
        return
    if action.state is not ActionState.DONE:
        yield Missing("G15", "That action is verified already.")
    entry, done = action.done
    if attempt.author.id in (entry.recorded_by, done.done_by):
        yield Missing("G15", "Another person verifies it, not who did it nor who recorded it.")
    if attempt.occurred_at is not None and attempt.occurred_at < entry.occurred_at:
        yield Missing("G15", "When: that is before the action was done. Put the time right.")


GATES: dict[type[Payload], Gate] = {
    MeetingHeld: _meeting_over,
    MeetingCalledOff: _meeting_over,
    ActionDone: _done,
    ActionDropped: _dropped,
    ActionVerified: _verified,
}
