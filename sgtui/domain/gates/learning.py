"""What stands in the way of what is said about learning: said in words, done once, seen by another.

Learning stands in the register and belongs to no case, so these gates look at no case file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.attempt import Missing
from sgtui.domain.entries import (
    LearningDone,
    LearningDropped,
    LearningSet,
    LearningVerified,
    Payload,
)
from sgtui.domain.gates.no_answer import BARE, unanswered
from sgtui.domain.learning import Learning, LearningState
from sgtui.domain.register import Register

LearningSaid = LearningSet | LearningDone | LearningVerified | LearningDropped


@dataclass(frozen=True)
class LearningAttempt:
    """Something that somebody wants to say about learning, and all that the gates look at."""

    said: LearningSaid
    author: UUID
    register: Register
    there: Mapping[UUID, Learning]
    now: datetime
    barred: frozenset[UUID] = frozenset()
    """Who is alleged or in conflict in the case that it is learnt from."""


def learning_missing(attempt: LearningAttempt) -> tuple[Missing, ...]:
    """Everything that stands in the way; empty when it may be said."""
    said = attempt.said
    if isinstance(said, LearningSet):
        return tuple(_set(attempt, said))
    one = attempt.there.get(said.learning)
    if one is None:
        return (Missing("G1", "There is no such learning. Choose one of the list."),)
    match said:
        case LearningDone():
            return tuple(_done(attempt, one, said))
        case LearningVerified():
            return tuple(_verified(attempt, one, said))
        case LearningDropped():
            return tuple(_dropped(one, said))


def _set(attempt: LearningAttempt, said: LearningSet) -> Iterator[Missing]:
    owner = attempt.register.staff.get(said.owner)
    if owner is None or not owner.active:
        yield Missing("G1", "Who sees to it: choose somebody from the register.")
    elif owner.id in attempt.barred:
        yield Missing("G21", "Who sees to it: not somebody alleged or in conflict in that case.")
    if said.due_at < attempt.now:
        yield Missing("G1", "By: that time is over already. Give a time to come.")
    yield from _in_words(said, "what", "because")


def _done(attempt: LearningAttempt, one: Learning, said: LearningDone) -> Iterator[Missing]:
    yield from _still_open(one)
    if said.done_at > attempt.now:
        yield Missing("G1", "When: that time is still to come.")
    yield from _in_words(said, "how")


def _verified(attempt: LearningAttempt, one: Learning, said: LearningVerified) -> Iterator[Missing]:
    if one.state is LearningState.OPEN:
        yield Missing("G15", "That is not done yet. Record first that it is.")
    elif one.state is not LearningState.DONE:
        yield Missing("G15", f"That is {one.state.label.lower()} already.")
    elif attempt.author in one.doers:
        yield Missing("G15", "Another person verifies it, not who saw to it nor who recorded it.")
    yield from _in_words(said, "shown_by")


def _dropped(one: Learning, said: LearningDropped) -> Iterator[Missing]:
    yield from _still_open(one)
    yield from _in_words(said, "reason")


def _still_open(one: Learning) -> Iterator[Missing]:
    if one.state is not LearningState.OPEN:
        words = one.state.label.split(",")[0].lower()
        yield Missing("G15", f"That is {words} already. Choose one that is still open.")


def _in_words(said: Payload, *names: str) -> Iterator[Missing]:
    yield from unanswered(said, names, "G12", BARE)
