"""What a letter says at each rung of a dispute: to whom, since when, what is new, and by when.

One that is not put to them yet is reckoned as if it were put now, so that the letter can name the
day by which an answer is asked for and where the ladder leads without one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID, uuid5

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.challenges import Challenge
from sgtui.domain.climbing import challenge_of, ground_of, new_since, prepared, referral_of
from sgtui.domain.clock import Clock
from sgtui.domain.entries import AgencyContacted, Entry, ReferralDecided, make_payload
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Duty, Ladder, OwedBy, Stage
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register
from sgtui.domain.routing import route_in

Reckon = Callable[[CaseFile], Sequence[Clock]]
"""Every clock of a case file."""

_OF_A_RUNG = 3
"""Dots in the key of an answer owed at a rung for the first time."""

_NO_DESK = UUID(int=0)


@dataclass(frozen=True)
class Ahead:
    """A rung that the ladder climbs to where nobody answers."""

    stage: Stage
    begins_at: datetime


@dataclass(frozen=True)
class Letter:
    """One dispute at one rung, as it is put to them there."""

    case: CaseFile
    clock: Clock
    stage: Stage
    formal: bool
    ours: UUID | None
    """Who of us puts it to them."""
    planned: bool
    """Whether it lies ahead, to be sent only where the rung below brings no answer."""
    answer_by: datetime
    reckoning: str
    """How that day was reckoned, with its source."""
    ahead: tuple[Ahead, ...]
    """The rungs above, the next one first."""

    @cached_property
    def challenge(self) -> Challenge | None:
        """The challenge that carries it; None where nobody has raised one."""
        return challenge_of(self.case, self.clock)

    @cached_property
    def referral(self) -> Referral | None:
        """The referral that it is about, where it is about one."""
        return referral_of(self.case, self.clock)

    @property
    def ground(self) -> ChallengeGround:
        """On what ground we disagree."""
        return ground_of(self.case, self.clock)

    @property
    def is_put(self) -> bool:
        """Whether it has been put to them at this rung, so that they owe the answer."""
        return self.clock.direction is OwedBy.THEY_OWE

    @property
    def disputed(self) -> tuple[Entry, ReferralDecided] | None:
        """The decision that we do not accept; None where there is only silence."""
        if self.referral is None or self.ground is ChallengeGround.NO_RESPONSE:
            return None
        return self.referral.refusal or self.referral.decision

    @cached_property
    def evidence(self) -> tuple[Entry, ...]:
        """What is new since that decision, else since the referral, and what was put to them.

        In the order in which it happened. Contacts with the agency itself are no evidence.
        """
        brought = set(new_since(self.case, self._since))
        if self.challenge is not None:
            brought |= {one for put in self.challenge.raisings for one in put.said.evidence}
        found = [e for e in self.case.standing if e.id in brought]
        mine = [e for e in found if not isinstance(e.payload, AgencyContacted)]
        return tuple(sorted(mine, key=lambda entry: (entry.occurred_at, entry.number)))

    @property
    def _since(self) -> int:
        if self.disputed is not None:
            return self.disputed[0].number
        if self.referral is not None:
            return self.referral.entry.number
        return self.challenge.entry.number if self.challenge else len(self.case.entries)


def letters(
    case: CaseFile, ladder: Ladder, register: Register, reckon: Reckon, now: datetime
) -> tuple[Letter, ...]:
    """For each dispute the letter at the rung where it stands, then those the ladder leads to."""
    clocks = reckon(case)
    standing = [clock for clock in in_force(clocks, now) if _is_rung(clock)]
    writer = _Writer(case, ladder, register, reckon, now)
    return tuple(letter for clock in standing for letter in writer.of(clock, clocks))


def planned(clocks: Sequence[Clock], now: datetime) -> tuple[Clock, ...]:
    """The first rung of each dispute that will begin if nobody answers, the soonest first."""
    first: dict[tuple[UUID, str], Clock] = {}
    for clock in sorted(clocks, key=lambda one: one.started_at):
        if _is_rung(clock) and clock.is_open:
            first.setdefault((clock.subject, clock.matter), clock)
    return tuple(clock for clock in first.values() if clock.lies_ahead(now))


def _is_rung(clock: Clock) -> bool:
    return clock.duty is Duty.CHALLENGE and clock.key.count(".") == _OF_A_RUNG


@dataclass(frozen=True)
class _Writer:
    """Writes the letters of one case at one moment."""

    case: CaseFile
    ladder: Ladder
    register: Register
    reckon: Reckon
    now: datetime

    def of(self, clock: Clock, clocks: Sequence[Clock]) -> Iterator[Letter]:
        """The letter at the rung where a dispute stands, then at each rung above it."""
        ours = self._ours(clock)
        put, after = clock, clocks
        if clock.direction is OwedBy.WE_OWE:
            put, after = self._as_if_put(clock, ours) or (clock, clocks)
        above = sorted((c for c in after if _follows(put, c)), key=lambda one: one.started_at)
        yield self._letter(clock, put, above, ours, planned=False)
        for place, later in enumerate(above):
            known = replace(later, subject=clock.subject, key=self._key(later, clock))
            yield self._letter(known, later, above[place + 1 :], self._ours(later), planned=True)

    def _letter(
        self, clock: Clock, put: Clock, above: Sequence[Clock], ours: UUID | None, *, planned: bool
    ) -> Letter:
        return Letter(
            case=self.case,
            clock=clock,
            stage=self.ladder.stage(clock.stage),
            formal=self.ladder.is_formal(clock.stage),
            ours=ours,
            planned=planned,
            answer_by=put.due_at,
            reckoning=put.explanation,
            ahead=tuple(Ahead(self.ladder.stage(c.stage), c.started_at) for c in above),
        )

    def _key(self, later: Clock, clock: Clock) -> str:
        """A rung's key under the subject and ground that the dispute has in the record itself."""
        return ".".join((later.stage, later.duty.value, clock.matter, str(clock.subject)))

    def _ours(self, clock: Clock) -> UUID | None:
        """Who put it to them at this rung, else whose it is by the ladder."""
        challenge = challenge_of(self.case, clock)
        raisings = challenge.raisings if challenge else ()
        put = next((one.said.ours for one in raisings if one.stage == clock.stage), None)
        if put is not None and put not in self.case.barred:
            return put
        owners = self.ladder.stage(clock.stage).owners
        found = route_in(self.register, self.case, owners, now=self.now, task=clock).member
        return found.id if found else None

    def _as_if_put(self, clock: Clock, ours: UUID | None) -> tuple[Clock, Sequence[Clock]] | None:
        """The rung and all clocks as they would be with the letter sent now; nothing is kept."""
        trial = self._trial(clock, ours)
        clocks = self.reckon(fold((*self.case.entries, trial)))
        subject = clock.subject if challenge_of(self.case, clock) else trial.id
        mine = [c for c in clocks if c.subject == subject and _is_rung(c) and c.is_open]
        found = next((c for c in mine if c.stage == clock.stage), None)
        return (found, clocks) if found else None

    def _trial(self, clock: Clock, ours: UUID | None) -> Entry:
        stage = self.ladder.stage(clock.stage)
        known = prepared(self.case, clock, stage, ours)
        kind = "challenge_taken_up" if "challenge" in known else "challenge_raised"
        said = {
            "kind": kind,
            "ours": _NO_DESK,
            "contact": _NO_DESK,
            "theirs": stage.title,
            "method": "email",
            "raised_at": self.now,
            "wanted": stage.title,
            **known,
        }
        return Entry(
            id=uuid5(self.case.id, clock.key),
            case_id=self.case.id,
            number=len(self.case.entries) + 1,
            occurred_at=self.now,
            recorded_at=self.now,
            recorded_by=ours or _NO_DESK,
            payload=make_payload(said),
        )


def _follows(clock: Clock, other: Clock) -> bool:
    """Whether another is a higher rung of the same dispute, still to come."""
    same = (other.subject, other.matter) == (clock.subject, clock.matter)
    return same and _is_rung(other) and other.is_open and other.started_at > clock.started_at
