"""The duties to tell others, each with its own clock; none replaces another (ladder L6a)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.circumstances import circumstances, first_true
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import Entry, NotificationDecided, ReferralSent
from sgtui.domain.entries.choices import NotificationKind, YesNo
from sgtui.domain.facts import earliest
from sgtui.domain.ladder import ClockRule, Duty, Ladder
from sgtui.domain.ladder_words import Circumstance
from sgtui.domain.low_level import answered_from
from sgtui.domain.register import Register


@dataclass(frozen=True)
class Owed:
    """Somebody who must still be told, or of whom it is still to be decided."""

    notification: NotificationKind
    decided: bool
    """Whether it was decided that they must be told; then telling them is what is left."""


@dataclass
class _Time:
    """One time that somebody was to be told, and what answered it, by number."""

    start: Entry
    because: str
    answers: list[tuple[Entry, datetime]] = field(default_factory=list)


def notification(case: CaseFile, ladder: Ladder, register: Register) -> Iterator[Span]:
    """From what brought each duty to tell until they are told or need not be.

    A rule without conditions waits for the decision to refer, or for the referral itself. What is
    decided by hand to be required runs from that decision. Low-level concerns owe none of it until
    they are taken up.
    """
    there = circumstances(case, register)
    for _, rule in ladder.rules(Duty.NOTIFICATION):
        brought = _brought(case, rule, there)
        sooner = [first_true(one.when, case, there) for one in rule.sooner if brought]
        urgent = tuple(entry for entry in sooner if entry is not None)
        for time in _times(case, rule, register, brought, urgent):
            yield _span(case, rule, time)


def owed_notifications(case: CaseFile, ladder: Ladder, register: Register) -> tuple[Owed, ...]:
    """Everybody who is still to be told or decided about, with a clock or without (gate G13)."""
    running = [span.notification for span in notification(case, ladder, register) if span.is_open]
    newest = {said.what.notification: said.what for said in case.of(NotificationDecided)}
    untold = {kind for kind, what in newest.items() if _is_due(what)}
    kinds = [kind for kind in NotificationKind if kind in running or kind in untold]
    return tuple(Owed(kind, kind in untold) for kind in kinds)


def _brought(case: CaseFile, rule: ClockRule, there: Mapping[Circumstance, Entry]) -> Entry | None:
    """The entry that brought the duty; None while nothing has."""
    since = answered_from(case)
    referred = there.get(Circumstance.REFERRED)
    brought = first_true(rule.when, case, there) if rule.when else referred
    if brought is None or since is None:
        return None
    return max(brought, since, key=_number)


def _times(
    case: CaseFile,
    rule: ClockRule,
    register: Register,
    brought: Entry | None,
    urgent: tuple[Entry, ...],
) -> list[_Time]:
    """Each time it was owed. What was answered is owed again only where somebody decides so.

    Or where the case since has something more about it that shortens its time.
    """
    times: list[_Time] = []
    before: list[tuple[Entry, datetime]] = []
    for entry in _about(case, (*urgent, brought) if brought else ()):
        answer = _answer(entry, rule, register)
        if answer is not None:
            (times[-1].answers if times else before).append((entry, answer))
        if entry is brought and not times:
            times.append(_Time(entry, _because(rule, entry), before))
        elif entry in urgent and times and times[-1].answers:
            times.append(_Time(entry, _because(rule, entry)))
        elif _requires(entry, rule) and (not times or times[-1].answers):
            times.append(_Time(entry, "after it was decided that they must be told"))
    return times


def _about(case: CaseFile, brought: Iterable[Entry]) -> Iterator[Entry]:
    """What may have to do with telling anybody, and what brought the duty, in order."""
    found = [said.entry for said in case.of(NotificationDecided)]
    found += [said.entry for said in case.of(ReferralSent)]
    numbered = {entry.number: entry for entry in (*found, *brought)}
    yield from (numbered[number] for number in sorted(numbered))


def _answer(entry: Entry, rule: ClockRule, register: Register) -> datetime | None:
    """When they were told, or were found not to need telling; None where an entry says neither."""
    match entry.payload:
        case NotificationDecided() as said if said.notification is rule.notification:
            if said.required is YesNo.NO:
                return entry.occurred_at
            return said.sent_at
        case ReferralSent() as sent if rule.contact_point is not None:
            desk = register.contacts.get(sent.contact)
            return sent.sent_at if desk and desk.point == rule.contact_point else None
    return None


def _requires(entry: Entry, rule: ClockRule) -> bool:
    said = entry.payload
    return (
        isinstance(said, NotificationDecided)
        and said.notification is rule.notification
        and _is_due(said)
    )


def _is_due(said: NotificationDecided) -> bool:
    """Decided that they must be told, and not told yet."""
    return said.required is YesNo.YES and said.sent_at is None


def _span(case: CaseFile, rule: ClockRule, time: _Time) -> Span:
    opening = time.start.id == case.opening.entry.id
    at = time.start.recorded_at if opening else time.start.occurred_at
    span = Span(time.start.id, at, time.because, notification=rule.notification)
    return span.met_by(earliest(*time.answers))


def _because(rule: ClockRule, brought: Entry) -> str:
    if not rule.when:
        return "after the decision to refer"
    return f"after entry {brought.number}, {brought.payload.title.lower()}"


def _number(entry: Entry) -> int:
    return entry.number
