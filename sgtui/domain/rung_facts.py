"""What the record holds about one dispute: put to whom at which rung, answered, done beside it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenges import Raising
from sgtui.domain.duties.dispute import Dispute
from sgtui.domain.entries import AgencyContacted, Entry, MeetingHeld, ReviewHeld
from sgtui.domain.entries.choices import AttemptResult, Direction, Method
from sgtui.domain.facts import Fact, earliest, fact_of
from sgtui.domain.ladder import ClockRule, Duty, Stage
from sgtui.domain.ladder_words import ContactKind

Desk = Callable[[ContactKind | None], UUID | None]
"""The desk of that sort in the register, where it holds one."""

_IN_WRITING = (Method.EMAIL, Method.PORTAL, Method.LETTER)


class Put(NamedTuple):
    """The dispute put to their person at a rung."""

    number: int
    stage: str
    at: datetime
    known_at: datetime
    formal: bool
    """Whether as a challenge, and not in passing."""


class Turn(NamedTuple):
    """Something that turns a climb: an answer, or a step up."""

    number: int
    at: datetime
    known_at: datetime
    to: str = ""
    """The rung it is taken up to."""
    stage: str = ""
    """The rung that answered."""
    agrees: bool = False

    @property
    def fact(self) -> Fact:
        """The same as a fact."""
        return Fact(self.at, self.known_at, self.number, self.known_at)


class RungFacts:
    """The facts of one dispute."""

    def __init__(
        self, case: CaseFile, dispute: Dispute, rungs: Sequence[Stage], desk: Desk
    ) -> None:
        """`desk` finds whom a rung faces, and whom it only tells."""
        self._case, self._dispute, self._desk = case, dispute, desk
        self._outside = {rung.code: set(outsiders(rung, desk)) for rung in rungs}
        self._contacts = tuple(self._about_it())
        self._raisings = dispute.challenge.raisings if dispute.challenge else ()
        self._puts = sorted(self._all_puts())
        self.turns = tuple(sorted(self._all_turns()))
        """Each answer and each step up, in the order written down."""

    def put_at(self, rung: Stage, since: datetime) -> Put | None:
        """When it was first put to their person at a rung; in passing only once that is reached."""
        return next(
            (p for p in self._puts if p.stage == rung.code and (p.formal or p.at >= since)), None
        )

    def answer_at(self, rung: Stage, number: int) -> Turn | None:
        """What that rung first answered after the entry of that number."""
        return next((t for t in self.turns if t.number > number and t.stage == rung.code), None)

    def done(self, rung: Stage, rule: ClockRule, since: datetime) -> Fact | None:
        """What met a duty beside the answer: somebody told, a letter written, a meeting held."""
        match rule.duty:
            case Duty.CHALLENGE_TELL:
                told = self._desk(rule.contact_point)
                return fact_of(*(e for e, w in self._reached(rung, since) if w.contact == told))
            case Duty.CHALLENGE_LETTER:
                return earliest(*self._letters(rung, since))
            case _:
                return earliest(*self._meetings(since))

    def looked_again(self, rung: Stage, since: datetime) -> Fact | None:
        """When it was next gone into at a rung: by reaching them, a meeting or a review."""
        gone_into = (
            *((entry, entry.occurred_at) for entry, _ in self._reached(rung, since)),
            *self._meetings(since),
            *((said.entry, said.at) for said in self._case.of(ReviewHeld)),
        )
        return earliest(*((entry, at) for entry, at in gone_into if at > since))

    def _about_it(self) -> Iterator[tuple[Entry, AgencyContacted]]:
        mine = self._dispute.referral
        for said in self._case.of(AgencyContacted):
            about = said.what.referral
            if said.what.stage is not None and (mine is None or about in (None, mine)):
                yield said.entry, said.what

    def _all_puts(self) -> Iterator[Put]:
        for entry, what in self._contacts:
            told_only = what.contact in self._outside.get(what.stage or "", ())
            if not what.result.failed and not told_only:
                yield _put(entry, what.stage or "", entry.occurred_at, formal=False)
        for raising in self._raisings:
            yield _put(raising.entry, raising.stage, raising.at, formal=True)

    def _all_turns(self) -> Iterator[Turn]:
        challenge = self._dispute.challenge
        if challenge is None:
            return
        for entry, taken in challenge.taken_up:
            yield Turn(entry.number, taken.raised_at, entry.recorded_at, to=taken.stage)
        for entry, said in challenge.answers:
            put = [one.stage for one in self._puts if one.number < entry.number]
            yield Turn(
                entry.number,
                said.answered_at,
                entry.recorded_at,
                stage=put[-1] if put else challenge.raised.stage,
                agrees=said.answer.agrees,
            )

    def _reached(self, rung: Stage, since: datetime) -> Iterator[tuple[Entry, AgencyContacted]]:
        """Our contacts at a rung that reached somebody."""
        for entry, what in self._contacts:
            ours = what.direction is Direction.OUT and not what.result.failed
            if ours and what.stage == rung.code and entry.occurred_at >= since:
                yield entry, what

    def _letters(self, rung: Stage, since: datetime) -> Iterator[tuple[Entry, datetime]]:
        for entry, what in self._reached(rung, since):
            if what.method in _IN_WRITING or what.result is AttemptResult.WRITTEN:
                yield entry, entry.occurred_at
        yield from (
            (raising.entry, raising.at)
            for raising in self._raisings
            if _written(raising) and raising.stage == rung.code and raising.at >= since
        )

    def _meetings(self, since: datetime) -> Iterator[tuple[Entry, datetime]]:
        for said in self._case.of(MeetingHeld):
            if said.what.held_at >= since:
                yield said.entry, said.what.held_at


def outsiders(rung: Stage, desk: Desk) -> Iterator[UUID]:
    """Who is only told at a rung and has nothing to answer there."""
    for rule in rung.rules(Duty.CHALLENGE_TELL):
        told = desk(rule.contact_point)
        if told is not None and told != desk(rung.contact_point):
            yield told


def _written(raising: Raising) -> bool:
    return raising.said.method in _IN_WRITING


def _put(entry: Entry, stage: str, at: datetime, *, formal: bool) -> Put:
    return Put(entry.number, stage, at, entry.recorded_at, formal)
