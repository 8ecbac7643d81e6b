"""How long a duty has: the ladder's term at the risk of its time, or what was promised."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sgtui.domain.calendar import Deadline, Unit
from sgtui.domain.case_file import CaseFile
from sgtui.domain.circumstances import circumstances, first_true
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import Entry
from sgtui.domain.entries.choices import Risk
from sgtui.domain.ladder import ClockRule, Term
from sgtui.domain.ladder_words import Circumstance
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
        self._register = register
        self._calendar = register.calendar
        self._reckoned = reckoned

    def deadline(self, rule: ClockRule, span: Span, contact: ContactPoint | None) -> Deadline:
        """When the duty is due, and why then."""
        if span.due_at is not None:
            due_at = max(span.due_at, span.started_at)
            return Deadline(due_at=due_at, explanation=_as_said(due_at))
        if span.repeated and rule.repeat is not None:
            return self._reckon(_since(span), rule.repeat, rule, contact)
        found = [self._reckon(_since(span), rule.term(), rule, contact)]
        if rule.risk_override:
            found += self._at_each_risk(rule, span, contact)
        return min((*found, *self._sooner(rule, span, contact)), key=lambda one: one.due_at)

    def late_at(
        self, rule: ClockRule, span: Span, deadline: Deadline, contact: ContactPoint | None
    ) -> datetime:
        """When overdue becomes long overdue."""
        if rule.late is not None:
            return self._reckon(deadline.due_at, rule.late, rule, contact).due_at
        return deadline.due_at + max(deadline.due_at - _since(span), SOON_AT_LEAST)

    def _sooner(
        self, rule: ClockRule, span: Span, contact: ContactPoint | None
    ) -> Iterator[Deadline]:
        """The deadlines that what the case is by then makes shorter."""
        for term in rule.sooner:
            entry = first_true(term.when, self._case, self._circumstances)
            if entry is not None and (span.known_at is None or entry.recorded_at <= span.known_at):
                yield self._reckon(max(_since(span), entry.occurred_at), term, rule, contact)

    @cached_property
    def _circumstances(self) -> dict[Circumstance, Entry]:
        return circumstances(self._case, self._register)

    def _at_each_risk(
        self, rule: ClockRule, span: Span, contact: ContactPoint | None
    ) -> Iterator[Deadline]:
        """The deadline at the risk when it began, and at each judged before its end."""
        subject = self._case.entry(span.subject)
        number = subject.number if subject else 0
        risk, later = self._case.first_risk, []
        for entry, judged in self._case.judgements:
            if entry.number <= number and entry.occurred_at <= span.started_at:
                risk = judged
            elif span.known_at is None or entry.recorded_at <= span.known_at:
                later.append((entry.occurred_at, judged))
        yield self._reckon(_since(span), rule.term(risk), rule, contact)
        for at, judged in later:
            if rule.term(judged) != rule.term(risk):
                found = self._reckon(_since(span), rule.term(judged), rule, contact)
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


def _since(span: Span) -> datetime:
    """From when its time counts."""
    return span.counted_from or span.started_at


def _as_said(due_at: datetime) -> str:
    """A time that somebody named needs no reckoning."""
    return f"Due {moment_words(due_at)}, as was said."


def _at_once(at: datetime, risk: Risk) -> Deadline:
    """Due when the risk was judged, where the shorter time was over by then."""
    said = f"The risk was judged {risk.label.lower()} {moment_words(at)}: due at once."
    return Deadline(due_at=at, explanation=said)
