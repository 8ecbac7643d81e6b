"""Duties that pass between the home and the agencies (ladder L6a to L8)."""

import sys
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import (
    AgencyContacted,
    Entry,
    ReferralDecided,
)
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.facts import Fact, Timeline, earliest, fact_of, sooner
from sgtui.domain.referrals import Referral


def receipt(case: CaseFile) -> Iterator[Span]:
    """From sending until the agency confirms that it has arrived."""
    for sent in case.referrals:
        yield _of(sent, sent.sent.sent_at, "after the referral was sent").met_by(sent.receipt)


def acknowledgement(case: CaseFile) -> Iterator[Span]:
    """From confirmed receipt until a named person has it in hand (gate G9)."""
    for sent in case.referrals:
        if sent.received_at is not None:
            span = _of(sent, sent.received_at, "after receipt was confirmed")
            yield span.met_by(sent.acknowledgement)


def decision(case: CaseFile) -> Iterator[Span]:
    """From acknowledgement until the agency decides; asking for more information starts it anew."""
    for sent in case.referrals:
        yield from _decision(sent)


def _decision(sent: Referral) -> Iterator[Span]:
    if sent.acknowledged_at is None:
        return
    running: Span | None = _of(sent, sent.acknowledged_at, "after it was acknowledged")
    for entry, said in sent.decisions:
        if running is not None:
            yield running.met_by(earliest((entry, said.decided_at)))
        if said.decision is not AgencyDecision.MORE_INFO_REQUESTED:
            return
        answer = _answer(sent, entry)
        running = None
        if answer is not None:
            why = "after we answered their question"
            running = _of(sent, answer.occurred_at, why, answer.id)
    if running is not None:
        yield running


def _answer(sent: Referral, asked: Entry) -> Entry | None:
    """What first answered a question, unless they said something else before it came."""
    answer = next(iter(sent.answers_after(asked.number)), None)
    after = _next_word(sent, asked)
    return None if answer and after and after[0].number < answer.number else answer


def _next_word(sent: Referral, asked: Entry) -> tuple[Entry, ReferralDecided] | None:
    return next(((e, what) for e, what in sent.decisions if e.number > asked.number), None)


def outcome(case: CaseFile) -> Iterator[Span]:
    """From the agency taking it on, even in part, until it has told what came of it."""
    for sent in case.referrals:
        settled_by = 0
        for entry, said in sent.decisions:
            if said.decision.accepted and entry.number >= settled_by:
                why = "after they took it on"
                span, settled_by = _outcome(sent, _of(sent, said.decided_at, why, entry.id), entry)
                yield span


def _outcome(sent: Referral, span: Span, taken_on: Entry) -> tuple[Span, int]:
    """The span as it stands, and the number of the entry that met or ended it."""
    told = earliest(*sent.outcomes_after(taken_on.number))
    otherwise = next(
        (
            (entry, said)
            for entry, said in sent.decisions
            if entry.number > taken_on.number and _given_up(said.decision)
        ),
        None,
    )
    if otherwise is not None and (told is None or otherwise[0].number < told.number):
        entry, said = otherwise
        return span.ended(
            entry.recorded_at, "they decided otherwise", said.decided_at
        ), entry.number
    return span.met_by(told), told.number if told else sys.maxsize


def _given_up(decision: AgencyDecision) -> bool:
    """Whether by this decision an agency that had taken it on has it no more."""
    return decision is AgencyDecision.NOT_PROGRESSED or decision.elsewhere


def answer_agency(case: CaseFile) -> Iterator[Span]:
    """From the agency asking for more information until we have answered, or they go on without."""
    for sent in case.referrals:
        for entry, said in sent.decisions:
            if said.decision is AgencyDecision.MORE_INFO_REQUESTED:
                span = _of(sent, said.decided_at, "after they asked for more", entry.id)
                answer, after = _answer(sent, entry), _next_word(sent, entry)
                if answer is not None:
                    yield span.met_by(earliest((answer, answer.occurred_at)))
                elif after is not None:
                    known_at, at = after[0].recorded_at, after[1].decided_at
                    yield span.ended(known_at, "they went on without our answer", at)
                else:
                    yield span


def promise(case: CaseFile) -> Iterator[Span]:
    """From a promise until it is kept or somebody there is reached again."""
    reached: dict[UUID, list[Entry]] = {}
    for said in case.of(AgencyContacted):
        if not said.what.result.failed:
            reached.setdefault(said.what.contact, []).append(said.entry)
    later = {desk: Timeline(entries) for desk, entries in reached.items()}
    for said in case.of(AgencyContacted):
        if said.what.promised is not None:
            span = Span(
                said.entry.id,
                said.at,
                "after they promised it",
                contact=said.what.contact,
                due_at=said.what.promised_until(said.at),
            )
            at_desk = later.get(said.what.contact)
            again = at_desk.after(said.at, said.entry.number) if at_desk else None
            yield span.met_by(sooner(again, _word_since(case, said)))


def _word_since(case: CaseFile, promised: Said[AgencyContacted]) -> Fact | None:
    """A fact about a referral to the same desk, written down since the promise."""
    return fact_of(
        *(
            entry
            for sent in case.referrals
            if sent.sent.contact == promised.what.contact
            for entry in _facts(sent)
            if entry.number > promised.entry.number
        )
    )


def _facts(sent: Referral) -> Iterator[Entry]:
    yield from (entry for entry, _ in sent.received)
    yield from (entry for entry, _ in sent.acknowledged)
    yield from (entry for entry, _ in sent.decisions)
    yield from (entry for entry, _ in sent.outcomes)


def _of(sent: Referral, started_at: datetime, because: str, subject: UUID | None = None) -> Span:
    return Span(subject or sent.id, started_at, because, contact=sent.sent.contact)
