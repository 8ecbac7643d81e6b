"""Steps of meetings and actions (ladder L14, L16)."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.actions import Action
from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.entries import MeetingArranged
from sgtui.domain.ladder import Duty
from sgtui.domain.steps.step import Offers, Step, step


def _meeting(case: CaseFile, clock: Clock) -> Iterator[Step]:
    entry = case.entry(clock.subject)
    known = {}
    if entry is not None and isinstance(entry.payload, MeetingArranged):
        known = {"meeting_kind": entry.payload.meeting_kind, "chair": entry.payload.chair}
    yield step("meeting_held", "It took place: decisions", arranged=clock.subject, **known)
    yield step("meeting_called_off", arranged=clock.subject)


def _action(case: CaseFile, clock: Clock) -> Iterator[Step]:
    action = case.action(clock.subject)
    doer = action.agreed.owner if action else None
    known = {"done_by": doer} if doer and doer not in case.barred else {}
    if action is not None and action.agreed.theirs is not None:
        yield step("agency_contacted", "Rang them: is it done, or by when?", **_desk(case, action))
    yield step("action_done", "It is done: what was done", action=clock.subject, **known)
    yield step("action_dropped", "Not needed any more, and why", action=clock.subject)


def _desk(case: CaseFile, action: Action) -> dict[str, UUID]:
    """The desk of the one party that the action names."""
    theirs = (action.agreed.theirs or "").casefold()
    named = {
        party.what.desk
        for party in case.coordination.parties
        if party.what.desk is not None and party.what.their_contact.casefold() in theirs
    }
    return {"contact": named.pop()} if len(named) == 1 else {}


def _verification(case: CaseFile, clock: Clock) -> Iterator[Step]:
    for action in case.actions:
        if action.done is not None and action.done[0].id == clock.subject:
            yield step("action_verified", "Another has seen that it was done", action=action.id)


STEPS: dict[Duty, Offers] = {
    Duty.MEETING: _meeting,
    Duty.ACTION: _action,
    Duty.VERIFICATION: _verification,
}
