"""What a dispute is about, and the facts that end it: a silence, a refusal, or a challenge."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenges import Challenge
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import Entry
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.facts import Fact, earliest, fact_of
from sgtui.domain.ladder import Ladder
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register


@dataclass(frozen=True)
class Dispute:
    """Something we do not accept, from when until when, and whom it was put to."""

    span: Span
    referral: UUID | None = None
    challenge: Challenge | None = None
    """The challenge that carries it; None where the ladder climbs by itself."""


def challenged(case: CaseFile) -> Iterator[Dispute]:
    """Each challenge, from when it was raised until what it asked for came or two people end it."""
    for one in case.challenges:
        span = Span(
            one.id,
            one.raised.raised_at,
            "after it was challenged",
            contact=one.raised.contact,
            ground=one.ground.value,
        )
        yield Dispute(_until(span, one, case), one.referral, one)


def _until(span: Span, challenge: Challenge, case: CaseFile) -> Span:
    word, end = resolution(case, challenge), challenge.conclusion
    if end is not None and (word is None or end[0].number < word.number):
        return span.ended(end[0].recorded_at, "two people concluded it", end[0].occurred_at)
    return span.met_by(word)


def over(case: CaseFile, challenge: Challenge) -> datetime | None:
    """Since when the record knows that a challenge asks for nothing more; None while it does."""
    return _until(Span(challenge.id, challenge.raised.raised_at, ""), challenge, case).known_at


def resolution(case: CaseFile, challenge: Challenge) -> Fact | None:
    """What the challenge asked for, as a fact: the word that was awaited, another decision."""
    sent = case.referral(challenge.referral)
    if sent is None:
        return None
    number = challenge.entry.number
    if challenge.ground is ChallengeGround.THRESHOLD:
        return settled_since(sent, number, refused_before(sent, number))
    if challenge.ground is ChallengeGround.NO_RESPONSE:
        return earliest(*_word_after(sent, number))
    return None


def refused_before(sent: Referral, number: int) -> AgencyDecision:
    """The refusal that stood when the entry of that number was made."""
    before = [
        what.decision
        for entry, what in sent.decisions
        if entry.number < number and what.decision.refused
    ]
    return before[-1] if before else AgencyDecision.NOT_PROGRESSED


def settled_since(sent: Referral, number: int, refusal: AgencyDecision) -> Fact | None:
    """Accepted by two people or decided otherwise; asking for more resolves nothing."""
    same = (refusal, AgencyDecision.MORE_INFO_REQUESTED)
    accepted = [(e, e.occurred_at) for e, _ in sent.accepted if e.number > number]
    changed = [
        (entry, what.decided_at)
        for entry, what in sent.decisions
        if entry.number > number and what.decision not in same
    ]
    return earliest(*accepted, *changed)


def _word_after(sent: Referral, number: int) -> Iterator[tuple[Entry, datetime]]:
    """The word that was awaited at that entry: in hand, then a decision, then the outcome."""
    known = [what.decision for entry, what in sent.decisions if entry.number < number]
    if known and known[-1].accepted:
        yield from sent.outcomes_after(number)
        return
    if not known and not any(entry.number < number for entry, _ in sent.acknowledged):
        yield from ((e, w.acknowledged_at) for e, w in sent.acknowledged if e.number > number)
    yield from ((e, what.decided_at) for e, what in sent.decisions if e.number > number)


def taken_over(
    case: CaseFile, span: Span, referral: UUID, ground: ChallengeGround, newest: datetime
) -> Span | None:
    """A silence or refusal until somebody challenges it: from then on the challenge carries it.

    One that begins while such a challenge runs is none of its own.
    """
    for one in case.challenges:
        if (one.ground, one.referral) != (ground, referral):
            continue
        raised_at, until = one.entry.recorded_at, over(case, one)
        if until is not None and until <= span.started_at:
            continue
        if span.known_at is not None and span.known_at < raised_at:
            continue
        bare = replace(span, met_at=None, ended_at=None, ended_because="")
        if raised_at >= span.started_at:
            return bare.met_by(Fact(one.raised.raised_at, raised_at, one.entry.number, raised_at))
        if until is None or span.started_at > newest:
            return None
        return bare.ended(newest, "the same was being challenged already")
    return span


def conclusion(case: CaseFile, ladder: Ladder, _register: Register) -> Iterator[Span]:
    """From their agreeing, the word asked for, or a refusal at the top, until two conclude it."""
    top = ladder.rung_codes[-1]
    for one in case.challenges:
        yield from _concluding(one, resolution(case, one), case, top)


def _concluding(
    challenge: Challenge, word: Fact | None, case: CaseFile, top: str
) -> Iterator[Span]:
    running: Span | None = None
    resolved = False
    for entry, because, at in _turns(challenge, word, case, top):
        resolved = resolved or (word is not None and entry.number >= word.number)
        if entry == (challenge.conclusion or (None,))[0]:
            break
        if because and running is None:
            started_at = max(at, challenge.raised.raised_at)
            running = Span(challenge.id, started_at, because, part=str(entry.number))
        elif not because and running is not None and not resolved:
            yield running.ended(entry.recorded_at, "the challenge went on", at)
            running = None
    if running is not None:
        end = challenge.conclusion
        yield running.met_by(fact_of(end[0]) if end else None)


def _turns(
    challenge: Challenge, word: Fact | None, case: CaseFile, top: str
) -> list[tuple[Entry, str, datetime]]:
    """What happened to a challenge in order: why it is now to be concluded, or no reason to."""
    turns = [(raising.entry, "", raising.at) for raising in challenge.raisings[1:]]
    for entry, said in challenge.answers:
        stage = [r.stage for r in challenge.raisings if r.entry.number < entry.number][-1:]
        why = "after the highest rung refused" if stage == [top] else ""
        turns.append((entry, "after they agreed" if said.answer.agrees else why, said.answered_at))
    if word is not None:
        entry = case.entries[word.number - 1]
        turns.append((entry, "after what was asked for came", word.at))
    if challenge.conclusion is not None:
        turns.append((challenge.conclusion[0], "", challenge.conclusion[0].occurred_at))
    return sorted(turns, key=lambda turn: turn[0].number)
