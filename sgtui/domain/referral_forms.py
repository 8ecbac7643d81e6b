"""Which referrals of a case have a form: each that was sent, and the one that is still to be sent.

Nothing here is sent by the program: a form is read out, posted or copied into a portal by a person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.destination import destination
from sgtui.domain.entries import Entry
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register

ANSWERS = (Duty.RECEIPT, Duty.ACKNOWLEDGEMENT, Duty.DECISION)
"""What an agency is asked for once it has a referral, in order."""


@dataclass(frozen=True)
class Form:
    """One referral as it is put on paper."""

    sent: Referral | None
    """None while nobody has sent it."""
    owed: Clock | None
    """Until when it is to be sent; None where it was, or nothing says that it must be."""
    contact: UUID | None
    """The desk; None where the register has none of that sort."""
    answers: tuple[Clock, ...]
    """What the agency owes about it, by the ladder, in the order that it is asked for."""

    def is_later(self, entry: Entry) -> bool:
        """Whether an entry was written after the referral was sent."""
        return self.sent is not None and entry.number > self.sent.entry.number


def forms(
    case: CaseFile, clocks: Sequence[Clock], ladder: Ladder, register: Register, now: datetime
) -> tuple[Form, ...]:
    """One for each referral sent, then one for what is still to be sent; at least one."""
    found = [*_sent(case, clocks), *_owed(clocks, now)]
    if found:
        return tuple(found)
    desk = destination(case, ladder, register).desk
    return (Form(None, None, desk.id if desk else None, ()),)


def _sent(case: CaseFile, clocks: Sequence[Clock]) -> Iterator[Form]:
    for one in case.referrals:
        about = {one.id, *(entry.id for entry, _ in one.contacts)}
        answers = [clock for clock in clocks if clock.subject in about and clock.duty in ANSWERS]
        answers.sort(key=lambda clock: (ANSWERS.index(clock.duty), clock.due_at))
        yield Form(one, None, one.sent.contact, tuple(answers))


def _owed(clocks: Sequence[Clock], now: datetime) -> Iterator[Form]:
    for clock in clocks:
        if clock.duty is Duty.REFERRAL and clock.runs(now):
            yield Form(None, clock, clock.contact, ())
