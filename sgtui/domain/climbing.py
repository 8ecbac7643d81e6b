"""How far up the ladder a dispute has come, and what is ready for raising it at the next rung."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sgtui.domain.attempt import Attempt
from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenges import Challenge
from sgtui.domain.clock import Clock
from sgtui.domain.clocks import clocks
from sgtui.domain.entries import (
    AgencyContacted,
    BodyMapped,
    HarmJudged,
    ObservationMade,
    StatementTaken,
    WishesRecorded,
)
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.ladder import Duty, Stage
from sgtui.domain.referrals import Referral

_BRINGS = (
    ObservationMade, StatementTaken, BodyMapped, AgencyContacted, HarmJudged, WishesRecorded,
)  # fmt: skip
"""What a challenge brings as new evidence (R70, R81)."""

_AUTOMATIC = {"threshold": ChallengeGround.THRESHOLD}
"""Grounds of clocks that follow from a referral by themselves; every other is a silence."""


def challenge_of(case: CaseFile, clock: Clock) -> Challenge | None:
    """The challenge that a clock belongs to; None where the ladder climbs by itself."""
    return case.challenge(clock.subject)


def referral_of(case: CaseFile, clock: Clock) -> Referral | None:
    """The referral that a clock is about, where it is about one."""
    challenge = challenge_of(case, clock)
    for sent in case.referrals:
        about = (*sent.contacts, *sent.decisions)
        if clock.subject in {sent.id, *(entry.id for entry, _ in about)}:
            return sent
        if challenge is not None and challenge.referral == sent.id:
            return sent
    return None


def ground_of(case: CaseFile, clock: Clock) -> ChallengeGround:
    """The ground of a clock at a rung: of its challenge, else what the agency said or did not."""
    challenge = challenge_of(case, clock)
    if challenge is not None:
        return challenge.ground
    return _AUTOMATIC.get(clock.matter, ChallengeGround.NO_RESPONSE)


def highest_begun(
    attempt: Attempt, ground: ChallengeGround, referral: UUID | None, at: datetime
) -> int | None:
    """The highest rung that a dispute had reached by then, from 0; None where it had none."""
    if attempt.ladder is None:
        return None
    case, codes = attempt.case, attempt.ladder.rung_codes
    begun = []
    for clock in clocks(case, attempt.ladder, attempt.register):
        if clock.duty is Duty.CHALLENGE and clock.started_at <= at < _end(clock, at):
            sent = referral_of(case, clock)
            about = sent.id if sent else None
            if (ground_of(case, clock), about) == (ground, referral):
                begun.append(codes.index(clock.stage))
    return max(begun, default=None)


def _end(clock: Clock, at: datetime) -> datetime:
    """When it was over; while it is not, later than `at`."""
    return clock.met_at or clock.ended_at or datetime.max.replace(tzinfo=at.tzinfo)


def prepared(case: CaseFile, clock: Clock, stage: Stage, owner: UUID | None) -> dict[str, Any]:
    """What is known already for raising a dispute at a rung, or taking a challenge up to it.

    Our person and their desk at that rung, the ground, and what is new since what we dispute; the
    name of their person, and what we ask for, are left to whoever raises it.
    """
    challenge, sent = challenge_of(case, clock), referral_of(case, clock)
    known: dict[str, Any] = {
        "stage": stage.code,
        "ours": owner,
        "contact": clock.contact,
        "evidence": new_since(case, _since(clock, case, challenge, sent)),
    }
    if challenge is not None:
        known["challenge"] = challenge.id
    else:
        known |= {"ground": ground_of(case, clock), "referral": sent.id if sent else None}
    return {name: value for name, value in known.items() if value is not None}


def _since(clock: Clock, case: CaseFile, challenge: Challenge | None, sent: Referral | None) -> int:
    """The number of the entry that is disputed, or by which it was last raised."""
    if challenge is not None:
        return challenge.rung.entry.number
    disputed = case.entry(clock.subject) if clock.matter in _AUTOMATIC else None
    return (disputed or (sent.entry if sent else case.entries[0])).number


def new_since(case: CaseFile, number: int) -> tuple[UUID, ...]:
    """The entries after that number which a challenge brings as evidence, oldest first."""
    return tuple(
        entry.id
        for entry in case.standing
        if entry.number > number and isinstance(entry.payload, _BRINGS)
    )
