"""What the home does so that it goes better, from set to verified by another person (R43, R108)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sgtui.domain.calendar import Calendar
from sgtui.domain.entries import (
    Entry,
    LearningDone,
    LearningDropped,
    LearningSet,
    LearningVerified,
)
from sgtui.domain.home_duty import HomeDuty
from sgtui.domain.labelled import Labelled
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.people import Role

_CHECKERS = (Role.REGISTERED_MANAGER, Role.NOMINATED_INDIVIDUAL, Role.SAFEGUARDING_LEAD)
"""Who sees that it was done, where they neither did it nor saw to it."""

_SEEN_BY = Duty.FINDING_CHECK
"""The ladder's duty whose term holds for seeing that it was done: what an audit found, mended."""


class LearningState(Labelled):
    """How far something to be learnt has come."""

    OPEN = "open", "Open"
    DONE = "done", "Done, not verified"
    VERIFIED = "verified", "Verified"
    DROPPED = "dropped", "Dropped"


@dataclass(frozen=True)
class Learning:
    """One thing that the home does so that it goes better, and what became of it."""

    entry: Entry
    said: LearningSet
    done: tuple[Entry, LearningDone] | None = None
    verified: tuple[Entry, LearningVerified] | None = None
    dropped: tuple[Entry, LearningDropped] | None = None

    @property
    def id(self) -> UUID:
        """The id of the entry that set it."""
        return self.entry.id

    @property
    def state(self) -> LearningState:
        """How far it has come."""
        if self.dropped is not None:
            return LearningState.DROPPED
        if self.done is None:
            return LearningState.OPEN
        return LearningState.DONE if self.verified is None else LearningState.VERIFIED

    @property
    def doers(self) -> frozenset[UUID]:
        """Who saw to it and who recorded that it was done: they do not verify it (gate G15)."""
        wrote = {self.done[0].recorded_by} if self.done else set()
        return frozenset({self.said.owner, *wrote})

    def is_late(self, now: datetime) -> bool:
        """Whether it is not done though it was due."""
        return self.state is LearningState.OPEN and self.said.due_at < now

    def was_late(self, now: datetime) -> bool:
        """Whether it was done after it was due, or is late now."""
        if self.done is not None:
            return self.done[1].done_at > self.said.due_at
        return self.is_late(now)

    def was_open(self, at: datetime) -> bool:
        """Whether it had been set and was neither done nor dropped at a moment."""
        ends = [one[0].recorded_at for one in (self.done, self.dropped) if one]
        return self.entry.recorded_at <= at and all(at < end for end in ends)


@dataclass(frozen=True)
class Learned:
    """Everything that was set, in the order it was, as the register's entries tell it."""

    by_id: Mapping[UUID, Learning] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Learning, ...]:
        """Each, the oldest first."""
        return tuple(self.by_id.values())

    def with_entry(self, entry: Entry) -> "Learned":
        """After one more entry of the register; most are about something else."""
        payload = entry.payload
        if isinstance(payload, LearningSet):
            return Learned({**self.by_id, entry.id: Learning(entry, payload)})
        if isinstance(payload, LearningDone | LearningVerified | LearningDropped):
            known = self.by_id.get(payload.learning)
            if known is not None:
                return Learned({**self.by_id, known.id: _after(known, entry)})
        return self


def _after(one: Learning, entry: Entry) -> Learning:
    """After one entry about it; what comes too early or twice changes nothing."""
    match entry.payload:
        case LearningDone() as said if one.state is LearningState.OPEN:
            return replace(one, done=(entry, said))
        case LearningVerified() as said if one.state is LearningState.DONE:
            return replace(one, verified=(entry, said))
        case LearningDropped() as said if one.state is LearningState.OPEN:
            return replace(one, dropped=(entry, said))
        case _:
            return one


def learning_duties(
    there: Iterable[Learning], ladder: Ladder, calendar: Calendar
) -> Iterator[HomeDuty]:
    """What is owed of it now: to do it, then that another person sees that it was done.

    The first is due as set; the second has the ladder's term for seeing that a finding is mended.
    """
    for one in there:
        if one.state is LearningState.OPEN:
            yield _to_do(one)
        elif one.done is not None and one.state is LearningState.DONE:
            yield from _to_see(one, one.done[0], ladder, calendar)


def _to_do(one: Learning) -> HomeDuty:
    return HomeDuty(
        key=f"learning.do.{one.id}",
        title=f"{one.said.sort.label} to do",
        screen="learning",
        started_at=one.entry.recorded_at,
        due_at=max(one.said.due_at, one.entry.recorded_at),
        explanation=f"{one.said.what.rstrip('.')}, as it was set",
        roles=_CHECKERS,
        given_to=one.said.owner,
    )


def _to_see(one: Learning, done: Entry, ladder: Ladder, calendar: Calendar) -> Iterator[HomeDuty]:
    for _, rule in ladder.rules(_SEEN_BY)[:1]:
        deadline = calendar.deadline(done.recorded_at, rule.amount, rule.unit)
        yield HomeDuty(
            key=f"learning.see.{one.id}",
            title="Verify learning",
            screen="learning",
            started_at=done.recorded_at,
            due_at=deadline.due_at,
            explanation=f"{one.said.what.rstrip('.')}. {deadline.explanation} Another person sees "
            f"that it was done, and whether it helps (ladder {ladder.version}, {rule.source}).",
            roles=_CHECKERS,
            not_by=one.doers,
        )
