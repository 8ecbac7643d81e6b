"""The way up the disagreement ladder: which rung a dispute stands at, and what each rung owes.

A rung is ours to raise and then theirs to answer; nobody answers in time, and the next begins.
What is recorded after the next rung began takes nothing back, so that no begun rung vanishes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from sgtui.domain.duties.dispute import Dispute
from sgtui.domain.duties.span import Span
from sgtui.domain.facts import Fact
from sgtui.domain.ladder import ClockRule, Duty, Stage
from sgtui.domain.rung_facts import RungFacts, Turn

Due = Callable[[Stage, ClockRule, Span], datetime]
"""When what one rung owes is due."""

AT_A_RUNG = (Duty.CHALLENGE, Duty.CHALLENGE_TELL, Duty.CHALLENGE_MEETING, Duty.CHALLENGE_LETTER)
"""What a rung may owe, by the rules of its stage."""


class Owed(NamedTuple):
    """One duty of one rung."""

    stage: Stage
    rule: ClockRule
    span: Span


@dataclass(frozen=True)
class _Place:
    """A rung reached: which, since when, and the number of the entry that last turned the climb."""

    index: int
    since: datetime
    number: int = 0


class Climb:
    """The climb of one dispute up these rungs, from the one it begins at."""

    def __init__(
        self, dispute: Dispute, rungs: Sequence[Stage], facts: RungFacts, due: Due
    ) -> None:
        """`facts` are what the record holds about the dispute; `due` reckons a deadline."""
        self._dispute, self._rungs, self._facts, self._due = dispute, rungs, facts, due

    def owed(self) -> Iterator[Owed]:
        """What every rung owes that has begun, or is planned while nobody answers."""
        place: _Place | None = _Place(self._first(), self._dispute.span.started_at)
        while place is not None and place.index < len(self._rungs) and not self._over_by(place):
            parts, ends = self._parts(place)
            turn = self._decisive(place, ends)
            yield from self._settled(parts, place, turn)
            upwards = _Place(place.index + 1, ends, place.number)
            place = self._after(turn, place) if turn else upwards

    def _first(self) -> int:
        challenge = self._dispute.challenge
        return self._index(challenge.raised.stage) if challenge else 0

    def _index(self, code: str) -> int:
        """The place of a rung; of a code that this ladder lacks, the lowest."""
        return next((n for n, rung in enumerate(self._rungs) if rung.code == code), 0)

    def _over_by(self, place: _Place) -> bool:
        known_at = self._dispute.span.known_at
        return known_at is not None and place.since > known_at

    def _parts(self, place: _Place) -> tuple[list[Owed], datetime]:
        """Each duty of a rung with its start, and when the next rung begins if nothing turns.

        One that comes `after` another waits for that to be done, or to be late.
        """
        rung, found = self._rungs[place.index], list[Owed]()
        cursor = ends = place.since
        answer_seen = False
        for rule, part in _numbered(rung):
            start = cursor if rule.after else place.since
            span = self._bare(start, part)
            if rule.duty is Duty.CHALLENGE:
                answer_seen = True
                span = self._raised(rung, rule, span, place)
                done = self._refusal(rung, place)
            else:
                done = self._facts.done(rung, rule, place.since)
                span = span.met_by(done)
            due_at = self._due(rung, rule, span)
            cursor = max(done.at, start) if done and done.known_at <= due_at else due_at
            if rule.duty is Duty.CHALLENGE or (answer_seen and rule.after):
                ends = cursor
            found.append(Owed(rung, rule, span))
        return found, ends

    def _bare(self, start: datetime, part: str) -> Span:
        return replace(
            self._dispute.span,
            started_at=start,
            met_at=None,
            ended_at=None,
            ended_because="",
            known_at=None,
            settled_at=None,
            part=part,
        )

    def _raised(self, rung: Stage, rule: ClockRule, span: Span, place: _Place) -> Span:
        """Put to them in time, they have their time from then on."""
        put = self._facts.put_at(rung, place.since)
        if put is None:
            return span
        in_time = put.known_at <= self._due(rung, rule, span)
        counted = max(put.at, span.started_at)
        return replace(span, raised=True, counted_from=counted if in_time else None)

    def _refusal(self, rung: Stage, place: _Place) -> Fact | None:
        answer = self._facts.answer_at(rung, place.number)
        return answer.fact if answer and not answer.agrees else None

    def _decisive(self, place: _Place, ends: datetime) -> Turn | None:
        """What turned the climb before the next rung began: a step up, or their agreeing."""
        for turn in self._facts.turns:
            in_time = turn.number > place.number and turn.known_at <= ends
            if in_time and (turn.agrees or self._is_above(turn, place)):
                return turn
        return None

    def _is_above(self, turn: Turn, place: _Place) -> bool:
        return bool(turn.to) and self._index(turn.to) > place.index

    def _after(self, turn: Turn, place: _Place) -> _Place | None:
        """Where the climb goes on after a turn; nowhere while they have agreed."""
        if turn.to:
            return _Place(self._index(turn.to), max(turn.at, place.since), turn.number)
        agreed = self._index(turn.stage)
        for later in self._facts.turns:
            if later.number <= turn.number or later.agrees:
                continue
            since = max(later.at, place.since)
            if not later.to:
                return _Place(max(place.index, agreed + 1), since, later.number)
            if self._index(later.to) > agreed:
                return _Place(self._index(later.to), since, later.number)
        return None

    def _settled(self, parts: list[Owed], place: _Place, turn: Turn | None) -> Iterator[Owed]:
        """The duties of a rung as they stand, those left out that never began."""
        for stage, rule, span in parts:
            ways = [span] if span.known_at else []
            ways += self._ways(rule, span, place, turn)
            known = [way for way in ways if way.known_at is not None]
            best = min(known, key=lambda way: way.known_at or way.started_at, default=span)
            if best.known_at is None or span.started_at <= best.known_at:
                yield Owed(stage, rule, best)
            if rule.duty is Duty.CHALLENGE and place.index + 1 == len(self._rungs):
                yield from self._again(Owed(stage, rule, span), best)

    def _ways(
        self, rule: ClockRule, span: Span, place: _Place, turn: Turn | None
    ) -> Iterator[Span]:
        """The ways in which one duty of a rung came to its end."""
        rung, top = self._rungs[place.index], self._rungs[-1]
        if rule.duty is not Duty.CHALLENGE_TELL:
            answer = self._facts.answer_at(rung, place.number)
            if answer is not None and rule.duty is Duty.CHALLENGE:
                yield span.met_by(answer.fact)
            if turn is not None and turn.to:
                yield span.ended(turn.known_at, f"it was taken up to {turn.to}", turn.at)
            for later in self._facts.turns:
                ends = later.agrees or (not later.to and later.stage == top.code)
                if ends and later.number > place.number:
                    yield span.ended(later.known_at, f"they answered at {later.stage}", later.at)
        yield self._with_dispute(span)

    def _with_dispute(self, span: Span) -> Span:
        """As the end of the dispute leaves it."""
        whole = self._dispute.span
        if whole.known_at is None:
            return span
        if whole.met_at is not None:
            settled = Fact(whole.met_at, whole.known_at, 0, whole.known_at)
            return span.met_or_ended(settled, "it was settled before")
        return span.ended(whole.known_at, whole.ended_because, whole.ended_at)

    def _again(self, top: Owed, answer: Span) -> Iterator[Owed]:
        """At the highest rung, unanswered: it is looked at again and again until it is over."""
        stage, rule, bare = top
        if rule.repeat is None:
            return
        start: datetime | None = self._due(stage, rule, bare)
        settled, number = answer.known_at, 2
        while start is not None and (settled is None or start <= settled):
            looked = self._facts.looked_again(stage, start)
            part = ".".join(filter(None, (bare.part, str(number))))
            span = replace(
                bare, started_at=start, part=part, raised=False, repeated=True, counted_from=None
            )
            if settled is not None and (looked is None or looked.known_at > settled):
                why = answer.ended_because or "they answered"
                span, start = span.ended(settled, why, answer.met_at or answer.ended_at), None
            else:
                span, start = span.met_by(looked), looked.at if looked else None
            yield Owed(stage, rule, span)
            number += 1


def _numbered(rung: Stage) -> Iterator[tuple[ClockRule, str]]:
    """The rules of a rung, each told apart from others of its sort, in the order they stand."""
    seen: dict[Duty, int] = {}
    for rule in rung.clocks:
        if rule.duty in AT_A_RUNG:
            seen[rule.duty] = seen.get(rule.duty, 0) + 1
            told = rule.duty is Duty.CHALLENGE_TELL and rule.contact_point
            names = [str(told)] if told else []
            names += [str(seen[rule.duty])] if seen[rule.duty] > 1 else []
            yield rule, ".".join(names)
