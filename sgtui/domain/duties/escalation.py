"""Duties that a silence starts: chasing the desk, then the disagreement ladder (L7a, L9 to L13).

Here a deadline that passes is itself a start, so these spans are planned ahead: one that begins in
the future tells what will be owed if nobody answers. What had begun as far as the record then knew
never disappears: what turns out not to have been needed stays, ended, with its reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import AgencyContacted, Entry
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.facts import Fact, earliest, fact_of
from sgtui.domain.referrals import Referral

_IN_TIME = "word came before it was late"
_ANSWERED = "they answered before"


def chases(sent: Referral, receipt_due: datetime, in_hand_due: datetime) -> Iterator[Span]:
    """Ringing until somebody has the referral in hand: when it is late, then after each try.

    `receipt_due` and `in_hand_due` are when receipt and acknowledgement are late; a chase never
    moves either. Without receipt the second is not looked at.
    """
    yield _first(sent, "receipt", receipt_due, sent.receipt)
    if sent.receipt is not None:
        yield _first(sent, "acknowledgement", in_hand_due, sent.acknowledgement)
    for entry, what in sent.contacts:
        yield _again(sent, entry, what, (receipt_due, in_hand_due))


def _first(sent: Referral, ground: str, late_from: datetime, word: Fact | None) -> Span:
    span = Span(sent.id, late_from, "after no word came", contact=sent.sent.contact, ground=ground)
    if word is not None and word.at < late_from:
        return span.ended(word.settled_at, _IN_TIME)
    return span.met_by(_sooner(word, _tries(sent, (late_from, 0))))


def _again(
    sent: Referral, entry: Entry, what: AgencyContacted, due: tuple[datetime, datetime]
) -> Span:
    span = Span(
        entry.id,
        entry.occurred_at,
        "after they were last contacted",
        contact=sent.sent.contact,
        hours=what.promised_hours,
        repeated=not what.result.failed,
    )
    receipt, in_hand = sent.receipt, sent.acknowledgement
    if in_hand is not None and in_hand.at <= entry.occurred_at:
        return span.ended(max(entry.recorded_at, in_hand.settled_at), "somebody had it in hand")
    arrived = receipt is not None and receipt.at <= entry.occurred_at
    if due[arrived] > entry.occurred_at:
        known_at = max(entry.recorded_at, receipt.settled_at if receipt else entry.recorded_at)
        return span.ended(known_at, "nothing was late yet")
    word = in_hand if arrived else receipt
    return span.met_by(_sooner(word, _tries(sent, (entry.occurred_at, entry.number))))


def _tries(sent: Referral, after: tuple[datetime, int]) -> Fact | None:
    """The first contact after that time and number."""
    return fact_of(*(e for e, _ in sent.contacts if (e.occurred_at, e.number) > after))


def _sooner(*facts: Fact | None) -> Fact | None:
    there = [fact for fact in facts if fact is not None]
    if not there:
        return None
    return min(there)._replace(known_at=min(fact.known_at for fact in there))


def failed_attempts(
    sent: Referral, attempts: int, due: tuple[datetime, datetime]
) -> Iterator[Span]:
    """From each time that so many calls in a row, when word was late, had reached nobody.

    Counted in the order written down and by what was then known, so that a later entry about an
    earlier time cannot undo a step already taken.
    """
    in_a_row = 0
    for entry, what in sent.contacts:
        if sent.acknowledgement is not None and sent.acknowledgement.number < entry.number:
            return
        arrived = sent.receipt is not None and sent.receipt.number < entry.number
        late = entry.occurred_at >= due[arrived]
        in_a_row = in_a_row + 1 if late and what.result.failed else 0
        if in_a_row == attempts:
            because = f"after {attempts} calls in a row had reached nobody"
            span = Span(
                entry.id, entry.occurred_at, because, contact=sent.sent.contact, ground="attempts"
            )
            yield span.met_or_ended(sent.acknowledgement, _ANSWERED)


def unanswered(sent: Referral, chase: Span, due_at: datetime) -> Span | None:
    """The silence that a missed chase leads to, from when it was due; None if it led to none."""
    ground = chase.ground or "silence"
    span = Span(
        chase.subject, due_at, "after nobody answered", contact=sent.sent.contact, ground=ground
    )
    closed_at = chase.met_at or chase.ended_at
    if closed_at is None or closed_at > due_at:
        return span.met_or_ended(sent.acknowledgement, _ANSWERED)
    if chase.settled_at is None or chase.settled_at < due_at:
        return None
    return span.ended(chase.settled_at, "they had been rung in time")


def undecided(sent: Referral, awaited: Span, due_at: datetime) -> Span | None:
    """The silence that a missed decision leads to; None where it was known in time."""
    if awaited.known_at is not None and awaited.known_at < due_at:
        return None
    span = Span(
        awaited.subject,
        due_at,
        "after no decision came",
        contact=sent.sent.contact,
        ground="decision",
    )
    met = awaited.met_at
    if met is None or awaited.known_at is None:
        return span
    return span.met_or_ended(Fact(met, awaited.known_at, 0, awaited.known_at), _ANSWERED)


def one_at_a_time(silences: Sequence[Span], known_until: datetime) -> Iterator[Span]:
    """Of several challenges about one silence the earliest goes on and the others end."""
    live = sorted(
        (span for span in silences if span.ended_at is None),
        key=lambda span: (span.started_at, span.ground, str(span.subject)),
    )
    yield from (span for span in silences if span.ended_at is not None)
    yield from live[:1]
    for span in live[1:]:
        if span.started_at <= known_until:
            why = "the same silence was being challenged already"
            bare = replace(span, met_at=None)
            yield bare.ended(known_until, why)


def disputes(case: CaseFile) -> Iterator[Span]:
    """From "threshold not met" until two people accept it or the agency changes it (gate G11).

    The same answer given again is no new dispute: the challenge goes on from where it stands.
    """
    for sent in case.referrals:
        before: AgencyDecision | None = None
        for entry, what in sent.decisions:
            refused = what.decision is AgencyDecision.NOT_PROGRESSED
            if refused and before is not AgencyDecision.NOT_PROGRESSED:
                span = Span(
                    entry.id,
                    what.decided_at,
                    "after the agency said that the threshold is not met",
                    contact=sent.sent.contact,
                    ground="threshold",
                )
                yield span.met_by(_resolved(sent, entry))
            if what.decision is not AgencyDecision.MORE_INFO_REQUESTED:
                before = what.decision


def _resolved(sent: Referral, disputed: Entry) -> Fact | None:
    """Accepted by two people or decided otherwise; asking for more resolves nothing."""
    open_still = (AgencyDecision.NOT_PROGRESSED, AgencyDecision.MORE_INFO_REQUESTED)
    accepted = [(e, e.occurred_at) for e, _ in sent.accepted if e.number > disputed.number]
    changed = [
        (entry, what.decided_at)
        for entry, what in sent.decisions
        if entry.number > disputed.number and what.decision not in open_still
    ]
    return earliest(*accepted, *changed)


def was_raised(case: CaseFile, stage: str, since: datetime) -> bool:
    """Whether somebody was reached at that rung since it began, so that the answer is theirs."""
    return any(
        said.what.stage == stage and not said.what.result.failed and said.at >= since
        for said in case.of(AgencyContacted)
    )
