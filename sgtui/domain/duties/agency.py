"""Duties that pass between the home and the agencies (ladder L6a to L8)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import (
    AgencyContacted,
    Entry,
    NotificationDecided,
    ReferralDecided,
    ReferralSent,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import (
    AgencyDecision,
    CaseKind,
    NotificationKind,
    Route,
)
from sgtui.domain.facts import Fact, earliest
from sgtui.domain.referrals import Referral

_ALWAYS_TOLD = (NotificationKind.CQC_18, NotificationKind.COMMISSIONER, NotificationKind.FAMILY)


def notification(case: CaseFile) -> Iterator[Span]:
    """From the decision to refer, or from referring, until each body is told or need not be."""
    going_out = _going_out(case)
    if going_out is None:
        return
    kinds = list(_ALWAYS_TOLD)
    if case.opening.what.case_kind is not CaseKind.ADULT:
        kinds.append(NotificationKind.LADO)
    decided = case.of(NotificationDecided)
    for kind in kinds:
        told = [said for said in decided if said.what.notification is kind]
        fact = earliest(*((said.entry, said.what.sent_at or said.at) for said in told))
        because = "after the decision to refer"
        span = Span(going_out.id, going_out.occurred_at, because, notification=kind)
        yield span.met_by(fact)


def _going_out(case: CaseFile) -> Entry | None:
    for entry in case.standing:
        match entry.payload:
            case ReferralSent():
                return entry
            case ThresholdDecided() as said if said.route is not Route.INTERNAL:
                return entry
    return None


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
    contacts = case.of(AgencyContacted)
    for said in contacts:
        if said.what.promised is not None:
            span = Span(
                said.entry.id,
                said.at,
                "after they promised it",
                contact=said.what.contact,
                hours=said.what.promised_hours,
            )
            yield span.met_by(_kept(case, said, contacts))


def _kept(
    case: CaseFile, promised: Said[AgencyContacted], contacts: tuple[Said[AgencyContacted], ...]
) -> Fact | None:
    """Reached again at or after the promise, or a fact about the referral written down since."""
    made = (promised.at, promised.entry.number)
    reached = [
        (later.entry, later.at)
        for later in contacts
        if (later.at, later.entry.number) > made
        and later.what.contact == promised.what.contact
        and not later.what.result.failed
    ]
    facts = [
        (entry, entry.occurred_at)
        for sent in case.referrals
        if sent.sent.contact == promised.what.contact
        for entry in _facts(sent)
        if entry.number > promised.entry.number
    ]
    return earliest(*reached, *facts)


def _facts(sent: Referral) -> Iterator[Entry]:
    yield from (entry for entry, _ in sent.received)
    yield from (entry for entry, _ in sent.acknowledged)
    yield from (entry for entry, _ in sent.decisions)


def _of(sent: Referral, started_at: datetime, because: str, subject: UUID | None = None) -> Span:
    return Span(subject or sent.id, started_at, because, contact=sent.sent.contact)
