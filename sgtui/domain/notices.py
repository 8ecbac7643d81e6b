"""Each time that somebody was to be told of a case: told when, not required and why, or still owed.

The ladder's clocks say when each became owed and by when; what was decided without a clock, such as
that somebody need not be told at all, stands by itself (domain 2.8, gate G13).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.clock import Clock
from sgtui.domain.entries import Entry, NotificationDecided, ReferralSent
from sgtui.domain.entries.choices import NotificationKind, YesNo
from sgtui.domain.labelled import Labelled
from sgtui.domain.ladder import Duty


class NoticeState(Labelled):
    """What became of one time that somebody was to be told."""

    IN_TIME = "in_time", "Told in time"
    TOLD_LATE = "told_late", "Told late"
    TOLD = "told", "Told, no limit"
    NOT_REQUIRED = "not_required", "Not required"
    OWED = "owed", "Still owed"
    LATE = "late", "LATE, still owed"
    UNDECIDED = "undecided", "Still to be decided"
    UNDECIDED_LATE = "undecided_late", "LATE, not decided"
    LAPSED = "lapsed", "Ended, not told"

    @property
    def told(self) -> bool:
        """Whether they were told."""
        return self in (NoticeState.IN_TIME, NoticeState.TOLD_LATE, NoticeState.TOLD)

    @property
    def late(self) -> bool:
        """Whether it came late, or is late now."""
        return self in (NoticeState.TOLD_LATE, NoticeState.LATE, NoticeState.UNDECIDED_LATE)


@dataclass(frozen=True)
class Notice:
    """One time that somebody was to be told of a case."""

    notification: NotificationKind
    state: NoticeState
    since: datetime
    """When it became owed, else when it was decided."""
    due_at: datetime | None
    """None where no clock of the ladder ran for it."""
    told_at: datetime | None
    decided: Entry | None
    """The entry that answered it, or decided that it is required."""
    why_owed: str
    """What brought it and by which rule, with its source."""

    @property
    def after(self) -> timedelta | None:
        """How long it took to tell them from when it was owed."""
        return max(self.told_at - self.since, timedelta()) if self.told_at else None

    @property
    def said(self) -> NotificationDecided | None:
        """What was decided, where that is an entry about telling them."""
        payload = self.decided.payload if self.decided else None
        return payload if isinstance(payload, NotificationDecided) else None

    @property
    def answered_at(self) -> datetime | None:
        """When nothing more was owed: told, or found not to be required."""
        if self.told_at is not None or self.state is not NoticeState.NOT_REQUIRED:
            return self.told_at
        return self.decided.occurred_at if self.decided else None


def notices(case: CaseFile, clocks: Sequence[Clock], now: datetime) -> tuple[Notice, ...]:
    """Every one of a case, by kind and then by when it was owed. `clocks` are those of the case."""
    found: list[Notice] = []
    for kind in NotificationKind:
        decided = [said for said in case.of(NotificationDecided) if said.what.notification is kind]
        owed = [c for c in clocks if c.duty is Duty.NOTIFICATION and c.matter == kind.value]
        owed = [clock for clock in owed if clock.started_at <= now]
        clocked = [_of_clock(case, kind, clock, decided, now) for clock in owed]
        there = {notice.decided.id for notice in clocked if notice.decided}
        alone = (said for said in decided if said.entry.id not in there)
        found += sorted([*clocked, *_alone(kind, alone, clocked)], key=lambda one: one.since)
    return tuple(found)


def _of_clock(
    case: CaseFile,
    kind: NotificationKind,
    clock: Clock,
    decided: Sequence[Said[NotificationDecided]],
    now: datetime,
) -> Notice:
    """A time that the ladder reckoned, with what answered it."""
    answer = _answer(case, clock, decided)
    told = answer.payload if answer else None
    not_required = isinstance(told, NotificationDecided) and told.required is YesNo.NO
    asked = [s.entry for s in decided if s.what.required is YesNo.YES and s.what.sent_at is None]
    required = next((entry for entry in reversed(asked) if entry.occurred_at <= now), None)
    return Notice(
        notification=kind,
        state=NoticeState.NOT_REQUIRED if not_required else _state(clock, required, now),
        since=clock.started_at,
        due_at=clock.due_at,
        told_at=None if not_required else clock.met_at,
        decided=answer or (required if clock.is_open else None),
        why_owed=clock.explanation,
    )


def _state(clock: Clock, required: Entry | None, now: datetime) -> NoticeState:
    if clock.met_at is not None:
        return NoticeState.TOLD_LATE if clock.met_at > clock.due_at else NoticeState.IN_TIME
    if clock.ended_at is not None:
        return NoticeState.LAPSED
    late = now > clock.due_at
    if required is None:
        return NoticeState.UNDECIDED_LATE if late else NoticeState.UNDECIDED
    return NoticeState.LATE if late else NoticeState.OWED


def _answer(
    case: CaseFile, clock: Clock, decided: Sequence[Said[NotificationDecided]]
) -> Entry | None:
    """The entry whose stated time met the clock; a referral to them tells them too."""
    if clock.met_at is None:
        return None
    stated = [(said.entry, _stated(said)) for said in decided]
    stated += [(s.entry, s.what.sent_at) for s in case.of(ReferralSent)]
    for entry, at in stated:
        if at is not None and max(at, clock.started_at) == clock.met_at:
            return entry
    return None


def _stated(said: Said[NotificationDecided]) -> datetime | None:
    """When they were told, or were found not to need telling."""
    return said.at if said.what.required is YesNo.NO else said.what.sent_at


def _alone(
    kind: NotificationKind, decided: Iterator[Said[NotificationDecided]], clocked: Sequence[Notice]
) -> Iterator[Notice]:
    """What was decided where no clock ran; that it is required says nothing new where one does."""
    for said in decided:
        told_at, owed = said.what.sent_at, said.what.required is YesNo.YES
        if owed and told_at is None and clocked:
            continue
        state = NoticeState.TOLD if told_at else NoticeState.OWED
        state = state if owed else NoticeState.NOT_REQUIRED
        yield Notice(kind, state, said.at, None, told_at, said.entry, "")
