"""The duty to refer: to the local authority, which nobody else who is told replaces (ladder L6)."""

from collections.abc import Iterator
from dataclasses import replace

from sgtui.domain.case_file import CaseFile
from sgtui.domain.destination import Destination, destination
from sgtui.domain.duties.response import NOTICED, counted_from
from sgtui.domain.duties.span import Span, alternate
from sgtui.domain.entries import (
    Entry,
    InternallyEscalated,
    Payload,
    ReferralDecided,
    ReferralSent,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import AgencyDecision, Level, Risk, Route
from sgtui.domain.ladder import Ladder
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register


def referral(case: CaseFile, ladder: Ladder, register: Register) -> Iterator[Span]:
    """From noticing, once the threshold says so or danger is immediate, until one is sent.

    It begins anew when the local authority sends it elsewhere.
    """
    to = destination(case, ladder, register)
    theirs = tuple(sent for sent in case.referrals if to.takes(sent.sent.contact, register))

    def starts(entry: Entry) -> str:
        match entry.payload:
            case ThresholdDecided(route=route) if route is not Route.INTERNAL:
                return "" if _in_hand(theirs, entry) else "after the threshold was decided"
            case InternallyEscalated(risk=Risk.IMMEDIATE):
                return "" if _in_hand(theirs, entry) else "after the danger was judged immediate"
            case ReferralDecided() as said if said.decision.elsewhere:
                ours = any(sent.id == said.referral for sent in theirs)
                return "after the agency sent it elsewhere" if ours else ""
        immediate = entry.number == 1 and case.opening.what.level is Level.IMMEDIATE
        return NOTICED if immediate else ""

    def meets(payload: Payload) -> bool:
        return isinstance(payload, ReferralSent) and to.takes(payload.contact, register)

    first = next((said.entry.id for said in case.of(ThresholdDecided)), None)
    for span in alternate(case, starts, meets, _kept_inside):
        timed = _timed(case, span, decided_first=span.subject == first)
        yield _facing(timed, to)


def _kept_inside(entry: Entry) -> str:
    inside = isinstance(entry.payload, ThresholdDecided) and entry.payload.route is Route.INTERNAL
    return "it was decided to manage it inside" if inside else ""


def _timed(case: CaseFile, span: Span, *, decided_first: bool) -> Span:
    """The first referral has its time from noticing, however long the deciding took (ladder L6)."""
    noticed_at = case.opening.what.noticed_at
    if not decided_first:
        return counted_from(case, span, noticed_at)
    return replace(span, started_at=min(noticed_at, span.started_at), because=NOTICED)


def _facing(span: Span, to: Destination) -> Span:
    contact = to.desk.id if to.desk else None
    return replace(span, contact=contact, counterpart=to.counterpart)


def _in_hand(theirs: tuple[Referral, ...], entry: Entry) -> bool:
    """Whether the authority had the case, undecided or taken on, so that none is owed anew."""
    return any(_still_theirs(sent, entry) for sent in theirs if sent.entry.number < entry.number)


def _still_theirs(sent: Referral, entry: Entry) -> bool:
    """As it stood when the entry was made: what the agency decides later alters nothing then."""
    before = [
        what.decision
        for decided, what in sent.decisions
        if decided.number < entry.number and what.decision is not AgencyDecision.MORE_INFO_REQUESTED
    ]
    return not before or before[-1].accepted
