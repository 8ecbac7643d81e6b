"""Clocks: which duties a case has, when each is due, and why then, in words.

A clock derives from entries, ladder and calendar alone.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.clock import Clock
from sgtui.domain.clock_history import ended, with_history
from sgtui.domain.duties import OUTLIVES, Span, spans_of
from sgtui.domain.duties.dispute import Dispute, challenged, taken_over
from sgtui.domain.duties.escalation import (
    chases,
    failed_attempts,
    one_at_a_time,
    refusals,
    unanswered,
    waited_in_vain,
)
from sgtui.domain.entries import ClosureApproved, Entry
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.ladder import ClockRule, Duty, Ladder, OwedBy, Stage
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.referrals import Referral, without
from sgtui.domain.register import ContactPoint, Register
from sgtui.domain.rung_facts import RungFacts, outsiders
from sgtui.domain.rungs import AT_A_RUNG, Climb
from sgtui.domain.terms import Reckoned, Terms

_IN_VAIN = {Duty.DECISION: "decision", Duty.OUTCOME: "outcome"}
"""What may be waited for in vain, so that the ladder climbs."""

_SILENT, _REFUSED = ChallengeGround.NO_RESPONSE, ChallengeGround.THRESHOLD
_AGAIN = "Look again"


def clocks(
    case: CaseFile,
    ladder: Ladder,
    register: Register,
    ladders: Callable[[str], Ladder] | None = None,
) -> tuple[Clock, ...]:
    """Every clock the case ever had, in the order of the ladder and of their start.

    `ladder` is the one the case follows; `ladders` finds one it followed before, by its version.
    """
    reckoned: Reckoned = {}

    def reckon(entries: Sequence[Entry]) -> Iterator[Clock]:
        whole = len(entries) == len(case.entries)
        then = case if whole else fold(entries)
        followed = ladder if whole or ladders is None else ladders(then.ladder_version)
        return _Reckoning(then, followed, register, reckoned).clocks()

    return with_history(case.entries, reckon)


class _Reckoning:
    """One case against one ladder and register."""

    def __init__(
        self, case: CaseFile, ladder: Ladder, register: Register, reckoned: Reckoned
    ) -> None:
        self._case = case
        self._ladder = ladder
        self._register = register
        self._terms = Terms(case, register, reckoned)
        self._spans = spans_of(case, ladder, register)
        self._due: dict[tuple[Duty, UUID], datetime] = {}
        self._newest = max(entry.recorded_at for entry in case.entries)
        self._outsiders = {one for rung in ladder.rungs for one in outsiders(rung, self._desk)}

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
            for duty, what in _IN_VAIN.items():
                yield from self._in_vain(sent, duty, what)
            for refusal in refusals(sent):
                yield from self._carried(refusal, sent, _REFUSED, self._ladder.rungs)
        for dispute in challenged(self._case):
            yield from self._climb(dispute, self._ladder.rungs)

    def _silent(self, sent: Referral) -> Iterator[Clock]:
        """The chases of one referral, and the rungs that a missed one leads to."""
        receipt_due = self._due.get((Duty.RECEIPT, sent.id), sent.sent.sent_at)
        received_at = sent.received_at or receipt_due
        due = (receipt_due, self._due.get((Duty.ACKNOWLEDGEMENT, sent.id), received_at))
        sent = without(sent, self._outsiders)
        for stage, rule in self._ladder.rules(Duty.CHASE):
            silences: list[Span] = []
            for chase in chases(sent, *due):
                clock = self._clock(stage, rule, chase)
                yield clock
                silence = unanswered(sent, chase, clock.due_at)
                silences += [silence] if silence else []
            silences += failed_attempts(sent, stage.attempts, due) if stage.attempts else []
            taken = (self._taken_over(one, sent, _SILENT) for one in silences)
            carried = [one for one in taken if one is not None]
            for silence in one_at_a_time(carried, self._newest):
                yield from self._climb(Dispute(silence, sent.id), self._rungs_after(stage))

    def _in_vain(self, sent: Referral, duty: Duty, what: str) -> Iterator[Clock]:
        """The rungs that waiting for a decision or an outcome in vain leads to."""
        told = (entry.id for entry, _ in (*sent.contacts, *sent.decisions))
        ours = {sent.id, *told}
        for stage, _rule in self._ladder.rules(duty):
            for awaited in self._spans[duty]:
                if awaited.subject in ours:
                    due_at = self._due[duty, awaited.subject]
                    silence = waited_in_vain(sent, awaited, due_at, what)
                    if silence is not None:
                        yield from self._carried(silence, sent, _SILENT, self._rungs_after(stage))

    def _rungs_after(self, stage: Stage) -> tuple[Stage, ...]:
        """The rungs from the one that the ladder names next when this stage is missed."""
        rungs, codes = self._ladder.rungs, self._ladder.rung_codes
        start = next((codes.index(code) for code in stage.next_missed if code in codes), 0)
        return rungs[start:]

    def _taken_over(self, span: Span, sent: Referral, ground: ChallengeGround) -> Span | None:
        return taken_over(self._case, span, sent.id, ground, self._newest)

    def _carried(
        self, span: Span, sent: Referral, ground: ChallengeGround, rungs: tuple[Stage, ...]
    ) -> Iterator[Clock]:
        """The rungs of a silence or refusal, until somebody challenges it."""
        carried = self._taken_over(span, sent, ground)
        if carried is not None:
            yield from self._climb(Dispute(carried, sent.id), rungs)

    def _climb(self, dispute: Dispute, rungs: tuple[Stage, ...]) -> Iterator[Clock]:
        """What every rung owes that has begun, or is planned while nobody answers."""
        facts = RungFacts(self._case, dispute, rungs, self._desk)
        for stage, rule, span in Climb(dispute, rungs, facts, self._due_at).owed():
            yield self._clock(stage, rule, span)

    def _desk(self, point: ContactKind | None) -> UUID | None:
        found = self._register.contact_at(point)
        return found.id if found else None

    def _due_at(self, stage: Stage, rule: ClockRule, span: Span) -> datetime:
        return self._terms.deadline(rule, span, self._contact(stage, rule, span)).due_at

    def _clock(self, stage: Stage, rule: ClockRule, span: Span) -> Clock:
        contact = self._contact(stage, rule, span)
        deadline = self._terms.deadline(rule, span, contact)
        told = (stage.code, rule.duty.value, rule.notification, span.ground)
        parts = (*told, str(span.subject), span.part)
        return Clock(
            key=".".join(part for part in parts if part),
            duty=rule.duty,
            stage=stage.code,
            title=self._title(stage, rule, span),
            direction=self._direction(rule, span),
            owner_role=stage.owner_role,
            given_to=span.given_to,
            not_by=span.not_by,
            counterpart=span.counterpart or self._counterpart(stage, rule, contact),
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
        if rule.duty is not Duty.CHALLENGE or span.raised:
            return rule.title
        return _AGAIN if span.repeated else stage.title

    def _direction(self, rule: ClockRule, span: Span) -> OwedBy:
        if rule.duty is Duty.CHALLENGE:
            return OwedBy.THEY_OWE if span.raised else OwedBy.WE_OWE
        return span.direction or rule.direction

    def _counterpart(self, stage: Stage, rule: ClockRule, contact: ContactPoint | None) -> str:
        """Their person at this stage; who is told or who promised, where the duty says which."""
        if rule.inside:
            return ""
        if rule.notification is not None:
            return contact.name if contact else rule.notification.label
        if rule.duty is Duty.PROMISE and contact is not None:
            return contact.name
        if rule.contact_point is not None:
            return contact.name if contact else rule.contact_point.label
        return stage.counterpart or (contact.name if contact else "")

    def _contact(self, stage: Stage, rule: ClockRule, span: Span) -> ContactPoint | None:
        """The desk of the route, referral or promise; at a rung of the ladder, that rung's own."""
        if rule.inside:
            return None
        if rule.notification is not None:
            return self._register.contact_at(rule.contact_point)
        if rule.duty is Duty.REFERRAL:
            return self._register.contacts.get(span.contact) if span.contact else None
        at_rung = self._register.contact_at(rule.contact_point or stage.contact_point)
        if rule.duty is Duty.CHALLENGE_TELL or (rule.duty in AT_A_RUNG and at_rung):
            return at_rung
        if span.contact is not None:
            return self._register.contacts.get(span.contact)
        return at_rung

    def _explain(self, stage: Stage, rule: ClockRule, span: Span, counted: str) -> str:
        source = rule.source or stage.source
        put = ", counted from when it was put to them" if span.counted_from else ""
        ended = f" Ended: {span.ended_because}." if span.ended_at is not None else ""
        return (
            f"{counted} Began {span.because}{put}."
            f" Rule: {stage.code} {stage.title}, ladder {self._ladder.version} ({source}).{ended}"
        )

    def _closed(self, clock: Clock) -> Clock:
        """Ended with the case: by its closure, or with the whole case entered in error.

        What looks back on the case goes on after it is closed.
        """
        if not clock.is_open:
            return clock
        struck = self._case.struck.get(self._case.entries[0].id)
        if struck:
            return ended(clock, struck.recorded_at, "the case was entered in error")
        if clock.duty in OUTLIVES:
            return clock
        subject = self._case.entry(clock.subject)
        for closing in self._case.of(ClosureApproved):
            if subject is not None and subject.number < closing.entry.number:
                return ended(clock, closing.entry.recorded_at, "the case was closed")
        return clock
