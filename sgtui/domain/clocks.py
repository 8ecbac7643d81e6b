"""Clocks: which duties a case has, when each is due, and why then, in words.

A clock derives from entries, ladder and calendar alone. What has not yet begun is planned: its
start lies ahead. Overdue is never stored; `urgency` tells it from the clock and now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.duties import SPANS, Span
from sgtui.domain.duties.escalation import (
    chases,
    disputes,
    failed_attempts,
    one_at_a_time,
    unanswered,
    undecided,
    was_raised,
)
from sgtui.domain.entries import Amended, ClosureApproved, EnteredInError, Entry
from sgtui.domain.facts import Fact
from sgtui.domain.ladder import ClockRule, Duty, Ladder, OwedBy, Stage
from sgtui.domain.people import Role
from sgtui.domain.referrals import Referral
from sgtui.domain.register import ContactPoint, Register
from sgtui.domain.terms import Reckoned, Terms


@dataclass(frozen=True)
class Clock:
    """A duty with a deadline: who owes whom, since when, until when, and why."""

    key: str
    duty: Duty
    stage: str
    """The code of the ladder's stage that sets it."""
    title: str
    direction: OwedBy
    owner_role: Role
    counterpart: str
    contact: UUID | None
    """The desk to ring, where there is one."""
    subject: UUID
    """The entry that started it."""
    started_at: datetime
    due_at: datetime
    late_at: datetime
    """When overdue becomes long overdue."""
    met_at: datetime | None
    ended_at: datetime | None
    explanation: str

    @property
    def is_open(self) -> bool:
        """Whether it is still owed, or will be."""
        return self.met_at is None and self.ended_at is None

    def runs(self, now: datetime) -> bool:
        """Whether it has begun and is still owed."""
        return self.is_open and self.started_at <= now


def clocks(case: CaseFile, ladder: Ladder, register: Register) -> tuple[Clock, ...]:
    """Every clock the case ever had, in the order of the ladder and of their start.

    A clock whose starting entry was put right or struck stays, ended, so that none vanishes.
    """
    reckoned: Reckoned = {}
    whole = _Reckoning(case, ladder, register, reckoned)
    found = {clock.key: clock for clock in whole.clocks()}
    for entry in case.entries:
        if isinstance(entry.payload, Amended | EnteredInError):
            before = fold(case.entries[: entry.number - 1])
            for clock in _Reckoning(before, ladder, register, reckoned).clocks():
                if clock.started_at <= entry.recorded_at:
                    found.setdefault(clock.key, _put_right(clock, entry))
    return tuple(found.values())


def _put_right(clock: Clock, correction: Entry) -> Clock:
    why = f"entry {correction.number} put right what had started it"
    return _ended(clock, correction.recorded_at, why) if clock.is_open else clock


def _ended(clock: Clock, at: datetime, why: str) -> Clock:
    said = f"{clock.explanation} Ended: {why}."
    return replace(clock, ended_at=at, explanation=said)


class _Reckoning:
    """One case against one ladder and register."""

    def __init__(
        self, case: CaseFile, ladder: Ladder, register: Register, reckoned: Reckoned
    ) -> None:
        self._case = case
        self._ladder = ladder
        self._register = register
        self._terms = Terms(case, register, reckoned)
        self._spans = {duty: tuple(spans(case)) for duty, spans in SPANS.items()}
        self._due: dict[tuple[Duty, UUID], datetime] = {}

    def clocks(self) -> Iterator[Clock]:
        """All clocks, those that an end of the whole case ended marked so."""
        for clock in self._running():
            yield self._closed(clock)

    def _running(self) -> Iterator[Clock]:
        for stage in self._ladder.stages:
            for rule in stage.clocks:
                for span in self._spans.get(rule.duty, ()):
                    if span.notification is rule.notification:
                        clock = self._clock(stage, rule, span)
                        self._due.setdefault((rule.duty, span.subject), clock.due_at)
                        yield clock
        for sent in self._case.referrals:
            yield from self._silent(sent)
            yield from self._not_decided(sent)
        for dispute in disputes(self._case):
            yield from self._climb(dispute, self._ladder.rungs)

    def _silent(self, sent: Referral) -> Iterator[Clock]:
        """The chases of one referral, and the rungs that a missed one leads to."""
        receipt_due = self._due.get((Duty.RECEIPT, sent.id), sent.sent.sent_at)
        received_at = sent.received_at or receipt_due
        due = (receipt_due, self._due.get((Duty.ACKNOWLEDGEMENT, sent.id), received_at))
        for stage, rule in self._ladder.rules(Duty.CHASE):
            silences = []
            for chase in chases(sent, *due):
                clock = self._clock(stage, rule, chase)
                yield clock
                silence = unanswered(sent, chase, clock.due_at)
                silences += [silence] if silence else []
            silences += failed_attempts(sent, stage.attempts, due) if stage.attempts else []
            newest = max(entry.recorded_at for entry in self._case.entries)
            for silence in one_at_a_time(silences, newest):
                yield from self._climb(silence, self._rungs_after(stage))

    def _not_decided(self, sent: Referral) -> Iterator[Clock]:
        """The rungs that waiting for a decision in vain leads to."""
        ours = {sent.id, *(entry.id for entry, _ in sent.contacts)}
        for stage, _rule in self._ladder.rules(Duty.DECISION):
            for awaited in self._spans[Duty.DECISION]:
                if awaited.subject in ours:
                    due_at = self._due[Duty.DECISION, awaited.subject]
                    silence = undecided(sent, awaited, due_at)
                    if silence is not None:
                        yield from self._climb(silence, self._rungs_after(stage))

    def _rungs_after(self, stage: Stage) -> tuple[Stage, ...]:
        """The rungs from the one that the ladder names next when this stage is missed."""
        rungs = self._ladder.rungs
        codes = [rung.code for rung in rungs]
        start = next((codes.index(code) for code in stage.next_missed if code in codes), 0)
        return rungs[start:]

    def _climb(self, span: Span, rungs: tuple[Stage, ...]) -> Iterator[Clock]:
        """One rung after another, each beginning when the one below it is due.

        Of a dispute that is over, the rungs that had begun before that was known.
        """
        since = span.started_at
        for rung in rungs:
            for rule in rung.rules(Duty.CHALLENGE):
                if span.known_at is not None and since > span.known_at:
                    return
                clock = self._clock(rung, rule, self._rung(span, rung, since))
                yield clock
                since = clock.due_at

    def _rung(self, span: Span, rung: Stage, since: datetime) -> Span:
        raised = was_raised(self._case, rung.code, since)
        bare = replace(span, started_at=since, met_at=None, ended_at=None, raised=raised)
        if span.known_at is None:
            return bare
        if span.met_at is not None:
            settled = Fact(span.met_at, span.known_at, 0, span.known_at)
            return bare.met_or_ended(settled, "it was settled before")
        return bare.ended(span.known_at, span.ended_because)

    def _clock(self, stage: Stage, rule: ClockRule, span: Span) -> Clock:
        contact = self._contact(stage, rule, span)
        deadline = self._terms.deadline(rule, span, contact)
        parts = (stage.code, rule.duty.value, rule.notification, span.ground, str(span.subject))
        return Clock(
            key=".".join(part for part in parts if part),
            duty=rule.duty,
            stage=stage.code,
            title=self._title(stage, rule, span),
            direction=self._direction(rule, span),
            owner_role=stage.owner_role,
            counterpart=self._counterpart(stage, rule, contact),
            contact=contact.id if contact else None,
            subject=span.subject,
            started_at=span.started_at,
            due_at=deadline.due_at,
            late_at=self._terms.late_at(rule, span, deadline, contact),
            met_at=span.met_at,
            ended_at=span.ended_at,
            explanation=self._explain(stage, rule, span, deadline.explanation),
        )

    def _title(self, stage: Stage, rule: ClockRule, span: Span) -> str:
        """Until we have raised it at a rung, that is what is owed; then it is their answer."""
        return stage.title if rule.duty is Duty.CHALLENGE and not span.raised else rule.title

    def _direction(self, rule: ClockRule, span: Span) -> OwedBy:
        if rule.duty is Duty.CHALLENGE:
            return OwedBy.THEY_OWE if span.raised else OwedBy.WE_OWE
        return rule.direction

    def _counterpart(self, stage: Stage, rule: ClockRule, contact: ContactPoint | None) -> str:
        """Their person at this stage; who is told or who promised, where the duty says which."""
        if rule.notification is not None:
            return contact.name if contact else rule.notification.label
        if rule.duty is Duty.PROMISE and contact is not None:
            return contact.name
        return stage.counterpart or (contact.name if contact else "")

    def _contact(self, stage: Stage, rule: ClockRule, span: Span) -> ContactPoint | None:
        """The desk of the referral or promise; at a rung of the ladder, that rung's own."""
        if rule.notification is not None:
            return self._register.contact_at(rule.contact_point)
        at_rung = self._register.contact_at(stage.contact_point)
        if rule.duty is Duty.CHALLENGE and at_rung:
            return at_rung
        if span.contact is not None:
            return self._register.contacts.get(span.contact)
        return at_rung

    def _explain(self, stage: Stage, rule: ClockRule, span: Span, counted: str) -> str:
        source = rule.source or stage.source
        said = "As they promised. " if span.hours is not None else ""
        ended = f" Ended: {span.ended_because}." if span.ended_at is not None else ""
        return (
            f"{said}{counted} Began {span.because}."
            f" Rule: {stage.code} {stage.title}, ladder {self._ladder.version} ({source}).{ended}"
        )

    def _closed(self, clock: Clock) -> Clock:
        """Ended with the case: by its closure, or with the whole case entered in error."""
        if not clock.is_open:
            return clock
        struck = self._case.struck.get(self._case.entries[0].id)
        if struck:
            return _ended(clock, struck.recorded_at, "the case was entered in error")
        subject = self._case.entry(clock.subject)
        for closing in self._case.of(ClosureApproved):
            if subject is not None and subject.number < closing.entry.number:
                return _ended(clock, closing.entry.recorded_at, "the case was closed")
        return clock
