"""Duties that a silence starts: chasing the desk, then the disagreement ladder (L7a, L9 to L13).

Here a deadline that passes is itself a start, so these spans are planned ahead: one that begins in
the future tells what will be owed if nobody answers. What had begun as far as the record then knew
never disappears: what turns out not to have been needed stays, ended, with its reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sgtui.domain.duties.dispute import settled_since
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import AgencyContacted, Entry
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.facts import Fact, Timeline, sooner
from sgtui.domain.referrals import Referral

_IN_TIME = "word came before it was late"
_ANSWERED = "they answered before"


def chases(sent: Referral, receipt_due: datetime, in_hand_due: datetime) -> Iterator[Span]:
    """Ringing until somebody has the referral in hand: when it is late, then after each try.

    `receipt_due` and `in_hand_due` are when receipt and acknowledgement are late; a chase never
    moves either. Without receipt the second is not looked at.
    """
    tries = Timeline(entry for entry, _ in sent.contacts)
    yield _first(sent, "receipt", receipt_due, tries)
    if sent.receipt is not None:
        yield _first(sent, "acknowledgement", in_hand_due, tries)
    for entry, what in sent.contacts:
        yield _again(sent, entry, what, (receipt_due, in_hand_due), tries)


def _first(sent: Referral, ground: str, late_from: datetime, tries: Timeline) -> Span:
    word = sent.receipt if ground == "receipt" else sent.acknowledgement
    span = Span(sent.id, late_from, "after no word came", contact=sent.sent.contact, ground=ground)
    if word is not None and word.at < late_from:
        return span.ended(word.settled_at, _IN_TIME)
    return span.met_by(sooner(word, tries.after(late_from, 0)))


def _again(
    sent: Referral,
    entry: Entry,
    what: AgencyContacted,
    due: tuple[datetime, datetime],
    tries: Timeline,
) -> Span:
    span = Span(
        entry.id,
        entry.occurred_at,
        "after they were last contacted",
        contact=sent.sent.contact,
        due_at=what.promised_until(entry.occurred_at),
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
    return span.met_by(sooner(word, tries.after(entry.occurred_at, entry.number)))


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


def waited_in_vain(sent: Referral, awaited: Span, due_at: datetime, what: str) -> Span | None:
    """The silence that a missed decision or outcome leads to; None where it was known in time.

    `what` was awaited, in one word; it is the ground.
    """
    if awaited.known_at is not None and awaited.known_at < due_at:
        return None
    because = f"after no {what} came"
    span = Span(awaited.subject, due_at, because, contact=sent.sent.contact, ground=what)
    if awaited.known_at is None:
        return span
    if awaited.met_at is None:
        return span.ended(awaited.known_at, awaited.ended_because, awaited.ended_at)
    known_at = awaited.known_at
    return span.met_or_ended(Fact(awaited.met_at, known_at, 0, known_at), _ANSWERED)


def one_at_a_time(silences: Sequence[Span], known_until: datetime) -> Iterator[Span]:
    """Of several challenges about one silence the earliest goes on and the others end.

    One that begins after the record knew the earlier one to be over goes on by itself.
    """
    live = sorted(
        (span for span in silences if span.ended_at is None),
        key=lambda span: (span.started_at, span.ground, str(span.subject)),
    )
    yield from (span for span in silences if span.ended_at is not None)
    held: Span | None = None
    for span in live:
        if held is None or (held.known_at is not None and held.known_at < span.started_at):
            held = span
            yield span
        elif span.started_at <= known_until:
            why = "the same silence was being challenged already"
            yield replace(span, met_at=None).ended(known_until, why)


def refusals(sent: Referral) -> Iterator[Span]:
    """From a refusal, whole or in part, until two accept it or the agency decides otherwise (G11).

    The same answer given again is no new dispute: the challenge goes on from where it stands.
    """
    before: AgencyDecision | None = None
    for entry, what in sent.final:
        if what.decision.refused and what.decision is not before:
            because = _REFUSED[what.decision]
            span = Span(
                entry.id,
                what.decided_at,
                because,
                contact=sent.sent.contact,
                ground="threshold",
            )
            yield span.met_by(settled_since(sent, entry.number, what.decision))
        before = what.decision


_REFUSED = {
    AgencyDecision.NOT_PROGRESSED: "after the agency said that the threshold is not met",
    AgencyDecision.PARTLY_ACCEPTED: "after the agency refused a part of it",
}
