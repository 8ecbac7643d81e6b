"""Handing a shift over: when it is owed, what must be recorded first, what is taken over (G17)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.attempt import Missing
from sgtui.domain.calendar import Calendar
from sgtui.domain.handovers import Handover, Handovers, item_key
from sgtui.domain.home_duty import HomeDuty
from sgtui.domain.ladder import Duty, HandoverTerms
from sgtui.domain.london_time import moment_words
from sgtui.domain.people import Role

SIGN, ACCEPT = "Hand over the shift", "Take over the shift"
"""What the queue calls the two."""

SCREEN = "handover"
"""Where both are done."""

WHOSE = (Role.SHIFT_LEADER, Role.ON_CALL_MANAGER)
"""Whose it is: the shift leader's, else the manager's on call."""


@dataclass(frozen=True)
class Owed:
    """One duty of a case as it stands on the sheet of a handover."""

    reference: str
    clock: str
    """Its key within the case."""
    duty: Duty
    title: str
    due_at: datetime
    late: bool

    @property
    def key(self) -> str:
        """How the handover names it."""
        return item_key(self.reference, self.clock)


@dataclass(frozen=True)
class Change:
    """The change of shift that a handover signed now is for."""

    ends_at: datetime
    """When the shift ends, or ended; this very minute where it is handed over before its time."""
    shift: str
    """What the shift that comes is called: "night"."""
    early: bool
    """Whether it is long before the shift ends, so that its end needs a handover of its own."""


def change_at(
    calendar: Calendar, terms: HandoverTerms, last: Handover | None, now: datetime
) -> Change:
    """Which change of shift is handed over at `now`.

    The end that comes once its time has opened. The change just over while nobody has handed it
    over, or for as long again. Else this very minute, where a shift changes hands in its middle.
    """
    shift, wait = calendar.shift_at(now), timedelta(minutes=terms.opens_minutes)
    if now >= shift.ends_at - wait:
        return Change(shift.ends_at, calendar.shift_at(shift.ends_at).name, early=False)
    missed = is_asked_for(last, terms, now) and last is not None and now > next_end(calendar, last)
    if missed or now <= shift.starts_at + wait:
        return Change(shift.starts_at, shift.name, early=False)
    return Change(now.replace(second=0, microsecond=0), shift.name, early=True)


def next_end(calendar: Calendar, last: Handover) -> datetime:
    """The end of the shift that the last handover began: when the next one is due."""
    return calendar.shift_end(last.shift_ends_at)


def is_asked_for(last: Handover | None, terms: HandoverTerms, now: datetime) -> bool:
    """Whether the home hands over here: it has, and not too long ago."""
    return last is not None and now - last.signed_at <= timedelta(days=terms.asked_days)


def accept_by(handover: Handover, terms: HandoverTerms) -> datetime:
    """By when it is taken over: so long after the shift's end, or after it was signed later."""
    since = max(handover.shift_ends_at, handover.signed_at)
    return since + timedelta(minutes=terms.accept_minutes)


def duties(
    handovers: Handovers, calendar: Calendar, terms: HandoverTerms, now: datetime
) -> Iterator[HomeDuty]:
    """What the home owes itself about handing over at `now`: to take over, and to hand over.

    Nothing before the first handover ever, nor where none was signed for so many days.
    """
    last = handovers.last
    if last is None or not is_asked_for(last, terms, now):
        return
    if last.is_open:
        yield _to_accept(last, terms)
    due = next_end(calendar, last)
    opens = due - timedelta(minutes=terms.opens_minutes)
    if now >= opens:
        yield HomeDuty(
            key=f"handover.sign.{last.entry}",
            title=SIGN,
            screen=SCREEN,
            started_at=opens,
            due_at=due,
            explanation=f"Shift ends {moment_words(due)}; asked for {terms.opens_minutes} minutes "
            "before",
            roles=WHOSE,
        )


def _to_accept(last: Handover, terms: HandoverTerms) -> HomeDuty:
    return HomeDuty(
        key=f"handover.accept.{last.entry}",
        title=ACCEPT,
        screen=SCREEN,
        started_at=last.signed_at,
        due_at=accept_by(last, terms),
        explanation=f"{terms.accept_minutes} minutes after the shift ended, or was signed over",
        roles=WHOSE,
        not_by=frozenset({last.signed_by}),
    )


def unrecorded(owed: Iterable[Owed], terms: HandoverTerms) -> tuple[Owed, ...]:
    """What whoever goes records before they hand over (ladder L1 to L3)."""
    return tuple(one for one in owed if one.duty in terms.first)


def to_accept(owed: Iterable[Owed]) -> tuple[Owed, ...]:
    """What whoever comes takes over by name: all that is late now, also since it was signed."""
    return tuple(one for one in owed if one.late)


def left_over(handover: Handover, owed: Iterable[Owed]) -> tuple[Owed, ...]:
    """What was late on the sheet, is still owed, and was not taken over by name."""
    if handover.accepted_by is None:
        return ()
    left = handover.late - handover.accepted
    return tuple(one for one in owed if one.key in left)


def may_sign(
    handovers: Handovers, by: UUID, owed: Iterable[Owed], terms: HandoverTerms
) -> Iterator[Missing]:
    """What stands in the way of handing over."""
    waiting = handovers.waiting
    if waiting is not None and waiting.signed_by != by:
        ended = moment_words(waiting.shift_ends_at)
        sentence = f"The shift handed over for {ended} was not taken over yet. Take it over first."
        yield Missing("G17", sentence)
    for one in unrecorded(owed, terms):
        yield Missing("G17", f"{one.reference}: {one.title}. Enter on its line opens it.")


def may_accept(
    handovers: Handovers,
    handover: UUID,
    by: UUID,
    owed: Iterable[Owed],
    accepted: Iterable[str],
) -> Iterator[Missing]:
    """What stands in the way of taking over: another person, once, and each late duty by name."""
    found = handovers.find(handover)
    if found is None or found.replaced:
        yield Missing("G17", "This handover was signed anew. Read it again.")
    elif found.accepted_by is not None:
        yield Missing("G17", "Somebody has taken this shift over already.")
    elif found.signed_by == by:
        yield Missing("G17", "You signed it. Another person signs in and takes it over.")
    else:
        named = frozenset(accepted)
        for one in to_accept(owed):
            if one.key not in named:
                yield Missing("G17", f"{one.reference}, late: {one.title}. Space takes it over.")
