"""Steps of what passes between the home and the agencies (ladder L6a to L8)."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sgtui.domain.case_file import CaseFile
from sgtui.domain.climbing import challenge_of, referral_of
from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty
from sgtui.domain.steps.step import Offers, Step, step


def about(case: CaseFile, clock: Clock) -> dict[str, Any]:
    """The referral that a clock is about, as a known field; else the newest to its desk."""
    sent = referral_of(case, clock)
    if sent is None and challenge_of(case, clock) is None:
        theirs = (s for s in reversed(case.referrals) if clock.contact in (None, s.sent.contact))
        sent = next(theirs, None)
    return {"referral": sent.id} if sent else {}


def contact(case: CaseFile, clock: Clock, label: str) -> Step:
    """A step to a contact with the clock's desk, at its rung."""
    return step(
        "agency_contacted", label, contact=clock.contact, stage=clock.stage, **about(case, clock)
    )


def _receipt(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("referral_received", "They confirm they have it", **about(case, clock))
    yield contact(case, clock, "Rang: nobody answered, or a promise")
    yield step("referral_acknowledged", "A named person has it in hand", **about(case, clock))


def _acknowledgement(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("referral_acknowledged", "A named person has it in hand", **about(case, clock))
    yield contact(case, clock, "Rang: nobody answered, or a promise")


def _chase(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield contact(case, clock, "Rang the desk: what came of it")
    yield from list(_receipt(case, clock))[::2]


def _promise(case: CaseFile, clock: Clock) -> Iterator[Step]:
    """Of a promise by a desk that no referral went to, no word about a referral comes."""
    offered = _chase(case, clock)
    return offered if about(case, clock) else islice(offered, 1)


def _decision(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("referral_decided", "They have decided", **about(case, clock))
    yield contact(case, clock, "Rang: nobody answered, or a promise")


def _outcome(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("outcome_received", "They told the outcome", **about(case, clock))
    yield contact(case, clock, "Rang: nobody answered, or a promise")


def _answer(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield contact(case, clock, "Answered their question")


STEPS: dict[Duty, Offers] = {
    Duty.RECEIPT: _receipt,
    Duty.ACKNOWLEDGEMENT: _acknowledgement,
    Duty.CHASE: _chase,
    Duty.PROMISE: _promise,
    Duty.DECISION: _decision,
    Duty.OUTCOME: _outcome,
    Duty.ANSWER_AGENCY: _answer,
}
