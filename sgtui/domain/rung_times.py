"""How long each rung of a challenge took to answer, and what became of challenges (R75, R90)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenges import Challenge, Raising
from sgtui.domain.clock import Clock
from sgtui.domain.entries.challenge import ChallengeAnswer, ChallengeGround, ChallengeOutcome
from sgtui.domain.ladder import Duty
from sgtui.domain.response_times import Standing, Turn, counted
from sgtui.domain.stage import CaseStage


@dataclass(frozen=True, slots=True)
class RungTime:
    """A challenge at one rung: from when it was put to them until something came of it."""

    reference: str
    stage: str
    """The rung's code."""
    turn: Turn
    answer: ChallengeAnswer | None
    """What they answered; None where it was taken higher or ended before, or still waits."""

    @property
    def taken(self) -> timedelta:
        """How long it stood at that rung, so far where it does still."""
        return self.turn.taken

    @property
    def standing(self) -> Standing:
        """Whether they answered in the time that the ladder gives them."""
        return self.turn.standing


@dataclass(frozen=True, slots=True)
class ChallengeTimes:
    """One challenge from first to last."""

    reference: str
    ground: ChallengeGround
    raised_at: datetime
    concluded_at: datetime | None
    outcome: ChallengeOutcome | None
    rungs: tuple[RungTime, ...]

    @property
    def upheld(self) -> bool:
        """Whether it ended with what we asked for, at least in part."""
        return self.outcome in (ChallengeOutcome.UPHELD, ChallengeOutcome.PARTLY)


def challenge_times(
    case: CaseFile, clocks: Sequence[Clock], as_at: datetime
) -> tuple[ChallengeTimes, ...]:
    """Every challenge of a case with its time at each rung; none of a case made in error."""
    if case.stage is CaseStage.ENTERED_IN_ERROR:
        return ()
    there = tuple(clock for clock in counted(clocks) if clock.duty is Duty.CHALLENGE)
    return tuple(_challenge(case, one, there, as_at) for one in case.challenges)


def _challenge(
    case: CaseFile, one: Challenge, clocks: Sequence[Clock], as_at: datetime
) -> ChallengeTimes:
    end = one.conclusion
    return ChallengeTimes(
        reference=case.reference,
        ground=one.ground,
        raised_at=one.raised.raised_at,
        concluded_at=end[0].occurred_at if end else None,
        outcome=end[1].outcome if end else None,
        rungs=tuple(_rungs(case, one, clocks, as_at)),
    )


def _rungs(
    case: CaseFile, one: Challenge, clocks: Sequence[Clock], as_at: datetime
) -> Iterator[RungTime]:
    for raising in one.raisings:
        ends = sorted(_ends(one, raising), key=lambda end: end[0])
        _, at, answer = ends[0] if ends else (0, None, None)
        over = max(at, raising.at) if at else None
        due = _due(one, raising, clocks)
        done, ended = (over, None) if answer else (None, over)
        turn = Turn(raising.at, due or over or as_at, done, ended, as_at)
        yield RungTime(case.reference, raising.stage, turn, answer)


def _ends(
    one: Challenge, raising: Raising
) -> Iterator[tuple[int, datetime, ChallengeAnswer | None]]:
    """What may end a rung after it was put to them there: an answer, a step up, the conclusion."""
    number = raising.entry.number
    for entry, said in one.answers:
        if entry.number > number:
            yield entry.number, said.answered_at, said.answer
    for later in one.raisings:
        if later.entry.number > number:
            yield later.entry.number, later.at, None
    if one.conclusion is not None:
        entry, _ = one.conclusion
        yield entry.number, entry.occurred_at, None


def _due(one: Challenge, raising: Raising, clocks: Sequence[Clock]) -> datetime | None:
    """When the ladder has their answer at that rung due; None where it has no such rung."""
    found = (c.due_at for c in clocks if c.subject == one.id and c.stage == raising.stage)
    return next(found, None)
