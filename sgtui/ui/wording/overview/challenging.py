"""The challenges of a case: on what ground, at which rung, with whom, and what comes next."""

from collections.abc import Iterator

from sgtui.domain.challenges import Challenge
from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty, first_named
from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.overview.item import Item, act, offered, owed, quiet, running, said_at, stands


def challenge_items(view: CaseView) -> Iterator[Item]:
    """Each challenge, where it was last put, and what comes if nobody answers."""
    for one in view.case.challenges:
        clocks = running(view, one.id)
        yield Item(
            key=f"challenge.{one.id}",
            title=f"{one.ground.label}: {one.rung.said.theirs} ({one.rung.stage})",
            state=stands(view, clocks, Piece("   open") if one.is_open else quiet("   ended")),
            notes=tuple(_notes(view, one, clocks)),
            entry=one.id,
            steps=_steps(view, one) if one.is_open else (),
        )


def _notes(view: CaseView, one: Challenge, clocks: tuple[Clock, ...]) -> Iterator[Piece]:
    ours = view.register.staff_name(one.rung.said.ours)
    yield quiet(f"Put to them {said_at(view, one.rung.at)} by {ours}. We ask: {_wanted(one)}")
    if one.answers and one.is_open:
        entry, said = one.answers[-1]
        when = said_at(view, said.answered_at)
        lead = "Answered" if one.is_answered else "Answered before that"
        yield Piece(f"{lead} {when} by {said.answered_by}: {said.answer.label}")
    yield from (owed(view, clock) for clock in clocks)
    following = _next(view, one)
    if following is not None and one.is_open:
        whom = first_named(following.counterpart) or following.title
        began = said_at(view, following.started_at)
        yield quiet(f"If nobody answers: from {began} {following.stage} {whom}")
    if one.conclusion is not None:
        entry, ended = one.conclusion
        both = (ended.first_person, ended.second_person)
        names = " and ".join(map(view.register.staff_name, both))
        when = said_at(view, entry.occurred_at)
        yield quiet(f"{ended.outcome.label}, {when}, {names}: {ended.result}")


def _wanted(one: Challenge) -> str:
    return " ".join(one.rung.said.wanted.split())


def _next(view: CaseView, one: Challenge) -> Clock | None:
    """The rung that comes next while nobody answers."""
    planned = [
        clock
        for clock in view.clocks
        if clock.subject == one.id and clock.duty is Duty.CHALLENGE and clock.lies_ahead(view.as_at)
    ]
    return min(planned, key=lambda clock: clock.started_at, default=None)


def _steps(view: CaseView, one: Challenge) -> tuple[Step, ...]:
    """The answer, taking it up with everything known filled in, and its end."""
    return offered(
        view,
        one.id,
        *act(view, "challenge_answered", "They have answered", challenge=one.id),
        *act(view, "challenge_concluded", "Two people conclude it", challenge=one.id),
    )
