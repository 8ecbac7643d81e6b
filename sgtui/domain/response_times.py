"""How long each agency took and how long we took, stage by stage, measured by the case's clocks.

A time that runs is an age so far: it is told apart and never counted as answered (R90).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.entries.choices import AgencyDecision, Category, Direction
from sgtui.domain.labelled import Labelled
from sgtui.domain.ladder import Duty
from sgtui.domain.referrals import Referral
from sgtui.domain.stage import CaseStage

THEIRS = (Duty.RECEIPT, Duty.ACKNOWLEDGEMENT, Duty.DECISION, Duty.OUTCOME)
"""What an agency owes of a referral, in its order: four facts that are never one."""

OURS = (
    Duty.TELL_SHIFT_LEADER, Duty.MAKE_SAFE, Duty.FULL_RECORD, Duty.INTERNAL_ESCALATION,
    Duty.THRESHOLD, Duty.COUNTERSIGN, Duty.REFERRAL, Duty.NOTIFICATION, Duty.CHASE,
    Duty.ANSWER_AGENCY, Duty.INTERNAL_REVIEW, Duty.SAFEGUARD_FIRST_REVIEW, Duty.SAFEGUARD_REVIEW,
    Duty.FIRST_REVIEW, Duty.PLAN_REVIEW,
)  # fmt: skip
"""What the home owes and is measured by beside the agencies, in the ladder's order."""


class Standing(Labelled):
    """How something stands that was owed by a time."""

    IN_TIME = "in_time", "in time"
    LATE = "late", "late"
    RUNNING = "running", "still waiting"
    RUNNING_LATE = "running_late", "still waiting, late"
    ENDED = "ended", "no longer asked for"
    ENDED_LATE = "ended_late", "never came, late"
    WITH_US = "with_us", "waits for our answer"

    @property
    def answered(self) -> bool:
        """Whether it was done, so that its time is whole."""
        return self in (Standing.IN_TIME, Standing.LATE)

    @property
    def runs(self) -> bool:
        """Whether it is still owed."""
        return self in (Standing.RUNNING, Standing.RUNNING_LATE)

    @property
    def missed(self) -> bool:
        """Whether the time allowed went by before it was done."""
        return self in (Standing.LATE, Standing.RUNNING_LATE, Standing.ENDED_LATE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One time that something was owed, from when it began."""

    began_at: datetime
    due_at: datetime
    done_at: datetime | None
    ended_at: datetime | None
    """When it was no longer asked for, without being done."""
    as_at: datetime

    @property
    def until(self) -> datetime:
        """Up to when it has taken so far."""
        return self.done_at or self.ended_at or self.as_at

    @property
    def taken(self) -> timedelta:
        """Elapsed, so far where it runs."""
        return max(self.until - self.began_at, timedelta(0))

    @property
    def standing(self) -> Standing:
        """How it stands; at the due moment itself it is in time."""
        late = self.until > self.due_at
        if self.done_at is not None:
            return Standing.LATE if late else Standing.IN_TIME
        if self.ended_at is not None:
            return Standing.ENDED_LATE if late else Standing.ENDED
        return Standing.RUNNING_LATE if late else Standing.RUNNING


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one duty took: in one turn, or in several between which it waited for us."""

    reference: str
    duty: Duty
    turns: tuple[Turn, ...]
    standing: Standing

    @property
    def began_at(self) -> datetime:
        """When it first began."""
        return self.turns[0].began_at

    @property
    def due_at(self) -> datetime:
        """When its last turn is or was due."""
        return self.turns[-1].due_at

    @property
    def taken(self) -> timedelta:
        """Elapsed in all turns together, without what was waited for us in between."""
        return sum((turn.taken for turn in self.turns), timedelta(0))

    @property
    def allowed(self) -> timedelta:
        """The time that the case's own ladder gave for it."""
        return sum((turn.due_at - turn.began_at for turn in self.turns), timedelta(0))

    @property
    def late_by(self) -> timedelta:
        """How long after it was due, in the turn that was latest; nothing where in time."""
        return max(max(t.until - t.due_at, timedelta(0)) for t in self.turns)


@dataclass(frozen=True, slots=True)
class ReferralTimes:
    """One referral with its four facts and how long each took."""

    reference: str
    number: int
    """The number of the entry that sent it, which tells the referrals of a case apart."""
    contact: UUID
    authority: str
    """Whose ladder says how long each may take."""
    category: Category
    sent_at: datetime
    received_at: datetime | None
    acknowledged_at: datetime | None
    decided_at: datetime | None
    decision: AgencyDecision | None
    outcome_at: datetime | None
    timings: tuple[Timing, ...]
    chases: int
    """How often we contacted them about it, reached or not, other than to answer a question."""

    @property
    def whole(self) -> timedelta | None:
        """From sending to the decision; None while there is none."""
        return max(self.decided_at - self.sent_at, timedelta(0)) if self.decided_at else None

    def timing(self, duty: Duty) -> Timing | None:
        """The first timing of a stage; None where it was not, or not separately, measured."""
        return next((one for one in self.timings if one.duty is duty), None)


@dataclass(frozen=True, slots=True)
class CaseTimes:
    """Everything of one case that is timed but for its challenges."""

    referrals: tuple[ReferralTimes, ...]
    ours: tuple[Timing, ...]


def times_of(case: CaseFile, clocks: Sequence[Clock], authority: str, as_at: datetime) -> CaseTimes:
    """The times of one case as the record has them at that moment; none of one made in error."""
    if case.stage is CaseStage.ENTERED_IN_ERROR:
        return CaseTimes((), ())
    begun = tuple(counted(clock for clock in clocks if clock.started_at <= as_at))
    sent = (_referral(case, one, begun, authority, as_at) for one in case.referrals)
    return CaseTimes(tuple(sent), tuple(timings(case, clocks, OURS, as_at)))


def timings(
    case: CaseFile, clocks: Iterable[Clock], duties: Collection[Duty], as_at: datetime
) -> Iterator[Timing]:
    """How long each of some duties took, one turn each, of those that have begun."""
    for clock in counted(clocks):
        if clock.duty in duties and clock.started_at <= as_at:
            yield _single(case, clock, as_at)


def counted(clocks: Iterable[Clock]) -> Iterator[Clock]:
    """Each duty once: where a case changed its ladder, as it stands by the one that settled it."""
    found: dict[str, Clock] = {}
    for clock in clocks:
        name = clock.key if clock.duty is Duty.CHALLENGE else clock.key.partition(".")[2]
        if name not in found or found[name].ended_at is not None:
            found[name] = clock
    yield from found.values()


def turn_of(clock: Clock, as_at: datetime) -> Turn:
    """A clock as one turn."""
    return Turn(clock.started_at, clock.due_at, clock.met_at, clock.ended_at, as_at)


def _single(case: CaseFile, clock: Clock, as_at: datetime) -> Timing:
    turn = turn_of(clock, as_at)
    return Timing(case.reference, clock.duty, (turn,), turn.standing)


def _referral(
    case: CaseFile, sent: Referral, clocks: Sequence[Clock], authority: str, as_at: datetime
) -> ReferralTimes:
    final = sent.final[0][1] if sent.final else None
    timings = [
        _single(case, clock, as_at)
        for clock in clocks
        if clock.duty in (Duty.RECEIPT, Duty.ACKNOWLEDGEMENT, Duty.OUTCOME)
        and clock.subject in (sent.id, *(entry.id for entry, _ in sent.decisions))
        and _is_separate(sent, clock)
    ]
    return ReferralTimes(
        reference=case.reference,
        number=sent.entry.number,
        contact=sent.sent.contact,
        authority=authority,
        category=case.opening.what.category,
        sent_at=sent.sent.sent_at,
        received_at=sent.received_at,
        acknowledged_at=sent.acknowledged_at,
        decided_at=final.decided_at if final else None,
        decision=final.decision if final else None,
        outcome_at=sent.outcome.at if sent.outcome else None,
        timings=(*timings, *_decision(case, sent, clocks, as_at)),
        chases=_chases(sent),
    )


def _is_separate(sent: Referral, clock: Clock) -> bool:
    """Whether a stage was told on its own; one word that implies two stages times only the first.

    Somebody who says at once that they have it in hand took no time from receipt to that.
    """
    if clock.duty is not Duty.ACKNOWLEDGEMENT or clock.met_at is None:
        return True
    return bool(sent.received) or clock.met_at > clock.started_at


def _decision(
    case: CaseFile, sent: Referral, clocks: Sequence[Clock], as_at: datetime
) -> Iterator[Timing]:
    """From somebody having it in hand to the decision, without the time that it waited for us."""
    starts = (sent.id, *_answers(sent))
    mine = (clock for clock in clocks if clock.duty is Duty.DECISION and clock.subject in starts)
    turns = tuple(sorted((turn_of(one, as_at) for one in mine), key=lambda turn: turn.began_at))
    told_at_once = not sent.acknowledged and all(not turn.taken for turn in turns)
    if turns and not (sent.final and told_at_once):
        yield Timing(case.reference, Duty.DECISION, turns, _decided(sent, turns))


def _decided(sent: Referral, turns: Sequence[Turn]) -> Standing:
    last = turns[-1].standing
    missed = any(turn.standing.missed for turn in turns)
    if sent.final:
        return Standing.LATE if missed else Standing.IN_TIME
    if last.answered:
        return Standing.WITH_US
    if last.runs:
        return Standing.RUNNING_LATE if missed else Standing.RUNNING
    return Standing.ENDED_LATE if missed else Standing.ENDED


def _answers(sent: Referral) -> Iterator[UUID]:
    """The contacts by which we answered each of their questions."""
    for entry, said in sent.decisions:
        if said.decision is AgencyDecision.MORE_INFO_REQUESTED:
            yield from (answer.id for answer in sent.answers_after(entry.number)[:1])


def _chases(sent: Referral) -> int:
    """Our contacts about it up to the outcome, but for answers to their questions."""
    answers = set(_answers(sent))
    until = sent.outcome.at if sent.outcome else None
    return sum(
        said.direction is Direction.OUT
        and entry.id not in answers
        and (until is None or entry.occurred_at < until)
        for entry, said in sent.contacts
    )
