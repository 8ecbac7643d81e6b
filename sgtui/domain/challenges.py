"""A professional challenge: raised at a rung, taken up, answered, and ended by two people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sgtui.domain.entries import (
    ChallengeAnswered,
    ChallengeConcluded,
    ChallengeRaised,
    ChallengeTakenUp,
    Entry,
)
from sgtui.domain.entries.challenge import ChallengeGround, ChallengeOutcome

OF_A_REFERRAL = (ChallengeGround.NO_RESPONSE, ChallengeGround.THRESHOLD)
"""Grounds that are about one referral, and on which the ladder climbs by itself too."""

GIVEN_UP = (ChallengeOutcome.REASON_ACCEPTED, ChallengeOutcome.WITHDRAWN)
"""Outcomes by which two people take the agency's word as it stands (gate G11)."""


@dataclass(frozen=True)
class Raising:
    """The challenge put to their person at one rung."""

    entry: Entry
    said: ChallengeRaised | ChallengeTakenUp

    @property
    def stage(self) -> str:
        """The code of the rung."""
        return self.said.stage

    @property
    def at(self) -> datetime:
        """When it was put to them, as stated."""
        return self.said.raised_at


@dataclass(frozen=True)
class Challenge:
    """One challenge and everything said about it since."""

    entry: Entry
    raised: ChallengeRaised
    taken_up: tuple[tuple[Entry, ChallengeTakenUp], ...]
    answers: tuple[tuple[Entry, ChallengeAnswered], ...]
    conclusions: tuple[tuple[Entry, ChallengeConcluded], ...]

    @property
    def id(self) -> UUID:
        """The id of the entry that raised it."""
        return self.entry.id

    @property
    def ground(self) -> ChallengeGround:
        """On what ground it was raised."""
        return self.raised.ground

    @property
    def referral(self) -> UUID | None:
        """The referral that it is about, where it is about one."""
        return self.raised.referral

    @cached_property
    def raisings(self) -> tuple[Raising, ...]:
        """Each rung it was put to, in the order written down."""
        return (Raising(self.entry, self.raised), *(Raising(e, what) for e, what in self.taken_up))

    @property
    def rung(self) -> Raising:
        """Where it was last put."""
        return self.raisings[-1]

    @property
    def conclusion(self) -> tuple[Entry, ChallengeConcluded] | None:
        """How it ended; None while it is open."""
        return self.conclusions[0] if self.conclusions else None

    @property
    def is_open(self) -> bool:
        """Whether two people have yet to end it."""
        return not self.conclusions

    @property
    def is_answered(self) -> bool:
        """Whether the last rung it was put to has been answered."""
        return any(entry.number > self.rung.entry.number for entry, _ in self.answers)

    @property
    def agreed(self) -> tuple[Entry, ChallengeAnswered] | None:
        """Their word that we are right, at least in part, while nothing was put to them since."""
        answered = self.is_answered and self.answers[-1][1].answer.agrees
        return self.answers[-1] if answered else None


def challenges(standing: Sequence[Entry]) -> tuple[Challenge, ...]:
    """Every challenge of a case with what belongs to it, oldest first."""
    return tuple(_challenges(standing))


def _challenges(standing: Sequence[Entry]) -> Iterator[Challenge]:
    about = [
        (entry, entry.payload)
        for entry in standing
        if isinstance(entry.payload, ChallengeTakenUp | ChallengeAnswered | ChallengeConcluded)
    ]
    for entry in standing:
        if isinstance(entry.payload, ChallengeRaised):
            mine = [(e, said) for e, said in about if said.challenge == entry.id]
            yield Challenge(
                entry=entry,
                raised=entry.payload,
                taken_up=tuple((e, s) for e, s in mine if isinstance(s, ChallengeTakenUp)),
                answers=tuple((e, s) for e, s in mine if isinstance(s, ChallengeAnswered)),
                conclusions=tuple((e, s) for e, s in mine if isinstance(s, ChallengeConcluded)),
            )
