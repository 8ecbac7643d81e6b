"""Gates against conflicts of interest: who is alleged or in conflict takes no part (G21)."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.entries import (
    BodyMapDeclined,
    BodyMapped,
    ClosureApproved,
    ClosureRefused,
    ConcernCompleted,
    ConcernRecorded,
    Countersigned,
    OversightHeld,
    PersonInvolved,
    SafetyChecked,
    StatementTaken,
)
from sgtui.domain.whose import anybody_decides, managed_by

_FIRST_TELLING = (
    ConcernRecorded, ConcernCompleted, StatementTaken, SafetyChecked, BodyMapped, BodyMapDeclined,
    PersonInvolved,
)  # fmt: skip
"""What somebody alleged may still tell while nobody else has written anything."""

_FACTS = ("alleged_staff", "staff", "supported", "examined_by", "done_by", "first_raised_by")
"""Who is alleged, supported, looked, did or raised it: facts of the record, no task for anybody."""

_DECIDERS = ("decided_by", "decision_owner", "first_person", "second_person")
"""Who decides, or stands by a decision."""

_ANSWERS = (Countersigned, ClosureApproved, ClosureRefused, OversightHeld)
"""What is decided, or looked into, by whoever records it."""


def recorded_by_barred(attempt: Attempt) -> Iterator[Missing]:
    """Nobody alleged or in conflict records, but for the first telling of a concern by oneself."""
    author, case = attempt.author, attempt.case
    if author.id not in case.barred:
        return
    if author.id != case.opening.what.alleged_staff:
        yield Missing("G21", "You are named as alleged or in conflict here. Another records.")
        return
    alone = all(entry.recorded_by == author.id for entry in case.entries)
    if not (alone and isinstance(attempt.payload, _FIRST_TELLING)):
        yield Missing("G21", "You are named as alleged to have caused harm. Another records.")


def named_though_barred(attempt: Attempt, name: str, value: UUID) -> Iterator[Missing]:
    """Nobody alleged or in conflict is given a task, told as a step, or named to decide."""
    if name in _FACTS:
        return
    label = type(attempt.payload).asks()[name].label
    alleged = attempt.case.opening.what.alleged_staff
    if isinstance(attempt.payload, ConcernRecorded):
        alleged = attempt.payload.alleged_staff
    if value == alleged:
        yield Missing("G21", f"{label}: not the person alleged to have caused harm.")
    elif value in attempt.case.barred:
        yield Missing("G21", f"{label}: not somebody alleged or in conflict in this case.")


def decides_independently(attempt: Attempt) -> Iterator[Missing]:
    """Nobody decides about the person they work under (domain 4.4 a)."""
    under = managed_by(attempt.register, attempt.case.barred)
    if not under:
        return
    asks = type(attempt.payload).asks()
    for name in _DECIDERS:
        if name in asks and getattr(attempt.payload, name) in under:
            who = attempt.register.staff_name(getattr(attempt.payload, name))
            works = f"{asks[name].label}: {who} works under somebody alleged or in conflict."
            yield _not_them(attempt, works)
    if isinstance(attempt.payload, _ANSWERS) and attempt.author.id in under:
        yield _not_them(attempt, "You work under somebody alleged or in conflict here.")


def _not_them(attempt: Attempt, why: str) -> Missing:
    """Whom to choose instead: another inside, or the way outside where nobody is left."""
    if anybody_decides(attempt.register, attempt.case.barred):
        return Missing("G21", f"{why} Choose another.")
    mends = "" if attempt.case.referrals else "referral_sent"
    outside = attempt.ladder.outside if attempt.ladder else None
    if outside is None:
        return Missing("G21", f"{why} Nobody inside is left: turn to somebody outside.", mends)
    desk = attempt.register.contact_at(outside.contact_points[0])
    name = desk.name if desk else outside.contact_points[0].label
    sentence = f"{why} Nobody inside is left to decide: ring {name} and say so."
    return Missing("G21", sentence, mends)
