"""Steps of a professional challenge (ladder L9 to L13)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.climbing import challenge_of, prepared, referral_of
from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty, OwedBy, Stage, first_named
from sgtui.domain.steps.agency import contact
from sgtui.domain.steps.step import Step, step


@dataclass(frozen=True)
class Rung:
    """A rung of the ladder as this case would be put to it."""

    stage: Stage
    owner: UUID | None
    """Our person there."""
    contact: UUID | None
    """Their desk there."""


AtRung = Callable[[CaseFile, Clock, Rung, Rung | None], Iterator[Step]]
"""What may be recorded about a duty at a rung, with the one above it, the likeliest first."""


def _rung(case: CaseFile, clock: Clock, here: Rung, above: Rung | None) -> Iterator[Step]:
    challenge = challenge_of(case, clock)
    theirs = clock.direction is OwedBy.THEY_OWE
    if challenge is None:
        if theirs:
            yield from _their_word(case, clock)
        yield _raise(case, clock, here)
    elif theirs or clock.stage == challenge.rung.stage:
        yield step("challenge_answered", f"{_who(clock)} answered", challenge=challenge.id)
    else:
        yield _raise(case, clock, here)
        yield step("challenge_answered", "The rung below answered", challenge=challenge.id)
    yield contact(case, clock, f"Rang {_who(clock)}: what came of it")
    if challenge is not None or not theirs:
        yield from _their_word(case, clock)
    if challenge is not None:
        if theirs and above is not None:
            yield _take_up(case, clock, above)
        yield step("challenge_concluded", challenge=challenge.id)


def _who(clock: Clock) -> str:
    return first_named(clock.counterpart) or "them"


def _raise(case: CaseFile, clock: Clock, here: Rung) -> Step:
    kind = "challenge_taken_up" if challenge_of(case, clock) else "challenge_raised"
    known = prepared(case, clock, here.stage, here.owner)
    return step(kind, f"Challenged with {_who(clock)}", **known)


def _take_up(case: CaseFile, clock: Clock, above: Rung, label: str = "") -> Step:
    """The same challenge a rung higher, with whoever raises it there and their desk."""
    put = replace(clock, contact=above.contact)
    known = prepared(case, put, above.stage, above.owner)
    whom = first_named(above.stage.counterpart) or above.stage.title
    return step("challenge_taken_up", label or f"Take it up to {above.stage.code}: {whom}", **known)


def _their_word(case: CaseFile, clock: Clock) -> Iterator[Step]:
    """What the agency may say about the referral itself, which ends the dispute."""
    sent = referral_of(case, clock)
    if sent is None:
        return
    if sent.awaits_outcome and not sent.awaits_answer_to_refusal:
        yield step("outcome_received", "They told the outcome", referral=sent.id)
        return
    if sent.acknowledgement is None:
        label = "A named person has it in hand"
        yield step("referral_acknowledged", label, referral=sent.id)
    yield step("referral_decided", "They have decided", referral=sent.id)
    if sent.awaits_answer_to_refusal:
        yield step("agency_decision_accepted", "Two people accept it", referral=sent.id)


def _tell(case: CaseFile, clock: Clock, _here: Rung, _above: Rung | None) -> Iterator[Step]:
    yield contact(case, clock, f"Told {_who(clock)}")


def _letter(case: CaseFile, clock: Clock, here: Rung, _above: Rung | None) -> Iterator[Step]:
    yield contact(case, clock, f"Wrote to {_who(clock)}")
    yield _raise(case, clock, here)


def _meeting(_case: CaseFile, _clock: Clock, _here: Rung, _above: Rung | None) -> Iterator[Step]:
    yield step("meeting_held")
    yield step("meeting_arranged")


def _conclude(case: CaseFile, clock: Clock, _here: Rung, above: Rung | None) -> Iterator[Step]:
    challenge = challenge_of(case, clock)
    if challenge is None:
        return
    if challenge.agreed is not None:
        yield from (s for s in _their_word(case, clock) if s.kind != "agency_decision_accepted")
    yield step("challenge_concluded", "Two people conclude it", challenge=challenge.id)
    if challenge.agreed is not None and above is not None:
        yield _take_up(case, clock, above, "Not kept: take it up")


AT_RUNGS: dict[Duty, AtRung] = {
    Duty.CHALLENGE: _rung,
    Duty.CHALLENGE_TELL: _tell,
    Duty.CHALLENGE_LETTER: _letter,
    Duty.CHALLENGE_MEETING: _meeting,
    Duty.CHALLENGE_CONCLUSION: _conclude,
}
