"""How long a duty has: the ladder's term at the risk of its time, or what was promised."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sgtui.domain.calendar import Deadline, Unit
from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.span import Span
from sgtui.domain.entries.choices import Risk
from sgtui.domain.ladder import ClockRule, Term
from sgtui.domain.london_time import moment_words
from sgtui.domain.register import ContactPoint, Register
from sgtui.domain.urgency import SOON_AT_LEAST

Reckoned = dict[tuple[datetime, int, Unit, UUID | None, str | None], Deadline]
"""Deadlines already worked out by one register, by all that they depend on."""


class Terms:
    """The deadlines of one case by the register's calendar.

    A rise in risk shortens what is still owed, from the moment it was judged; a fall lengthens
    nothing already begun, and neither alters what was over before.
    """

    def __init__(self, case: CaseFile, register: Register, reckoned: Reckoned) -> None:
        """`case` gives the risk at each time, `register` the calendar it was `reckoned` by."""
        self._case = case
        self._calendar = register.calendar
        self._reckoned = reckoned

    def deadline(self, rule: ClockRule, span: Span, contact: ContactPoint | None) -> Deadline:
        """When the duty is due, and why then."""
        if span.hours is not None:
            return self._reckon(span.started_at, _hours(span.hours), rule, contact)
        if span.repeated and rule.repeat is not None:
            return self._reckon(span.started_at, rule.repeat, rule, contact)
        if not rule.risk_override:
            return self._reckon(span.started_at, rule.term(), rule, contact)
        return min(self._at_each_risk(rule, span, contact), key=lambda found: found.due_at)

    def late_at(
        self, rule: ClockRule, span: Span, deadline: Deadline, contact: ContactPoint | None
    ) -> datetime:
        """When overdue becomes long overdue."""
        if rule.late is not None:
            return self._reckon(deadline.due_at, rule.late, rule, contact).due_at
        return deadline.due_at + max(deadline.due_at - span.started_at, SOON_AT_LEAST)

    def _at_each_risk(
        self, rule: ClockRule, span: Span, contact: ContactPoint | None
    ) -> Iterator[Deadline]:
        """The usual deadline, that at the risk when it began, and at each judged before its end."""
        subject = self._case.entry(span.subject)
        number = subject.number if subject else 0
        risk, later = self._case.first_risk, []
        for entry, judged in self._case.judgements:
            if entry.number <= number and entry.occurred_at <= span.started_at:
                risk = judged
            elif span.known_at is None or entry.recorded_at <= span.known_at:
                later.append((entry.occurred_at, judged))
        yield self._reckon(span.started_at, rule.term(), rule, contact)
        yield self._reckon(span.started_at, rule.term(risk), rule, contact)
        for at, judged in later:
            if rule.term(judged) != rule.term(risk):
                found = self._reckon(span.started_at, rule.term(judged), rule, contact)
                yield found if at <= found.due_at else _at_once(at, judged)

    def _reckon(
        self, start: datetime, term: Term, rule: ClockRule, contact: ContactPoint | None
    ) -> Deadline:
        desk = contact if contact and rule.at_desk else None
        asked = (start, term.amount, term.unit, desk.id if desk else None, rule.cap)
        if asked not in self._reckoned:
            self._reckoned[asked] = self._calendar.deadline(
                start,
                term.amount,
                term.unit,
                hours=desk.hours if desk else None,
                cap=Unit.END_OF_SHIFT if rule.cap else None,
            )
        return self._reckoned[asked]


def _hours(amount: int) -> Term:
    return Term(amount=amount, unit=Unit.HOURS)


def _at_once(at: datetime, risk: Risk) -> Deadline:
    """Due when the risk was judged, where the shorter time was over by then."""
    said = f"The risk was judged {risk.label.lower()} {moment_words(at)}: due at once."
    return Deadline(due_at=at, explanation=said)
