"""The plan, the meetings and the actions of a case, and how far each has come."""

from collections.abc import Iterator

from sgtui.domain.actions import Action, ActionState
from sgtui.domain.entries import MeetingHeld, SafeguardingPlanAgreed
from sgtui.domain.ladder import Duty
from sgtui.domain.meetings import Meeting
from sgtui.domain.routing import given_words
from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.overview.item import (
    Item,
    act,
    for_duties,
    offered,
    once,
    owed,
    quiet,
    running,
    said_at,
    stands,
)

_REVIEWS = (Duty.FIRST_REVIEW, Duty.PLAN_REVIEW)


def meeting_items(view: CaseView) -> Iterator[Item]:
    """The plan in force, what is arranged, then what was held, newest first."""
    yield from _plan(view)
    met = sorted(view.case.meetings, key=lambda one: (not one.outstanding, -one.entry.number))
    for one in met:
        yield _meeting(view, one)
    for said in reversed(view.case.of(MeetingHeld)):
        if said.what.arranged is None:
            title = f"{said.what.meeting_kind.label}, {said_at(view, said.what.held_at)}"
            notes = tuple(_held(said.what))
            steps = _agreed(view, said.entry.id)
            key = f"meeting.{said.entry.id}"
            yield Item(key, title, quiet("   held"), notes, said.entry.id, steps)


def _plan(view: CaseView) -> Iterator[Item]:
    clocks = [clock for clock in view.running if clock.duty in _REVIEWS]
    plan = view.case.last(SafeguardingPlanAgreed)
    if plan is not None:
        owner = given_words(view.register, view.case, plan.what.owner)
        notes = [
            quiet(f"Agreed {said_at(view, plan.at)} with {plan.what.agreed_with}. Owner {owner}"),
            Piece(plan.what.plan),
        ]
        yield Item(
            key="plan",
            title="Safeguarding plan",
            state=stands(view, clocks, Piece("   in force", "calm")),
            notes=(*notes, *(owed(view, clock) for clock in clocks)),
            entry=plan.entry.id,
            steps=once((*for_duties(view, *_REVIEWS), *_agreed(view, plan.entry.id))),
        )


def _agreed(view: CaseView, where: object) -> tuple[Step, ...]:
    return act(view, "action_agreed", "An action agreed there", agreed_in=where)


def _meeting(view: CaseView, one: Meeting) -> Item:
    said = one.arranged
    title = f"{said.meeting_kind.label}, {said_at(view, said.meets_at)}"
    notes = [quiet(f"Chair {said.chair}. Invited {said.invited}")]
    state = stands(view, running(view, one.id), quiet("   called off"))
    if one.held is not None:
        state, notes = quiet("   held"), list(_held(one.held[1]))
    elif one.outstanding:
        notes.append(quiet(f"Agenda: {said.agenda}"))
    steps: tuple[Step, ...] = offered(view, one.id)
    if one.held is not None:
        steps = _agreed(view, one.held[0].id)
    return Item(f"meeting.{one.id}", title, state, tuple(notes), one.id, steps)


def _held(said: MeetingHeld) -> Iterator[Piece]:
    absent = f". Absent {said.absent}" if said.absent else ""
    yield quiet(f"Chair {said.chair}. Present {said.attended}{absent}")
    yield Piece(f"Decided: {said.decisions}")


_WORDS = {
    ActionState.DONE: Piece("   to verify", "due"),
    ActionState.VERIFIED: Piece("   verified", "calm"),
    ActionState.DROPPED: Piece("   dropped", "quiet"),
    ActionState.OPEN: Piece("   open"),
}


def action_items(view: CaseView) -> Iterator[Item]:
    """What is still to be done or verified first, then what is settled."""
    for one in sorted(view.case.actions, key=lambda action: action.settled):
        done = one.done[0].id if one.done else one.id
        clocks = running(view, one.id, done)
        yield Item(
            key=f"action.{one.id}",
            title=one.agreed.what,
            state=stands(view, clocks, _WORDS[one.state]),
            notes=tuple(_notes(view, one)),
            entry=one.id,
            steps=() if one.settled else offered(view, one.id),
        )


def _notes(view: CaseView, one: Action) -> Iterator[Piece]:
    who = one.agreed.theirs or "nobody"
    if one.agreed.owner is not None:
        who = view.register.staff_name(one.agreed.owner)
        if one.state is ActionState.OPEN:
            who = given_words(view.register, view.case, one.agreed.owner)
    clocks = running(view, one.id)
    due = f", by {said_at(view, clocks[0].due_at)}" if clocks else ""
    yield quiet(f"{who}{due}")
    if one.done is not None:
        entry, said = one.done
        by = f" by {view.register.staff_name(said.done_by)}" if said.done_by else ""
        yield quiet(f"Done {said_at(view, entry.occurred_at)}{by}: {said.how}")
    if one.state is ActionState.DONE:
        yield Piece("Another person has yet to see that it was done", "due")
    if one.verified is not None:
        who = view.register.staff_name(one.verified.recorded_by)
        yield quiet(f"Verified {said_at(view, one.verified.occurred_at)} by {who}")
