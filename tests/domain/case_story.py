"""A case that grows by tries, each held against what the practice says of it."""

import re
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from sgtui.domain.attempt import Missing
from sgtui.domain.clock import Clock
from sgtui.domain.clocks import clocks
from sgtui.domain.entries import CASE_KINDS, Payload
from sgtui.domain.entries.complaints import complaints
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Duty
from tests.domain.case_builder import Told
from tests.domain.case_moves import Move
from tests.domain.case_notebook import Note, Notebook
from tests.domain.case_people import NOBODY, ladder
from tests.domain.case_verdicts import unsayable, verdict
from tests.domain.usual_answers import ANSWERS

_AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{32}")
_A_STORED_WORD = re.compile(r"[a-z0-9]_[a-z0-9]")


class Followed(Told):
    """A case told by whichever ladder it follows at each time."""

    @property
    def clocks(self) -> dict[str, Clock]:
        """Every clock by its key, by each ladder that it has followed."""
        case = self.case
        self.ladder = ladder(case.ladder_version)
        return {clock.key: clock for clock in clocks(case, self.ladder, self.register, ladder)}


@dataclass
class Story:
    """What the record holds beside what the notebook holds, entry by entry."""

    told: Followed
    book: Notebook
    _clocks: tuple[int, dict[str, Clock]] = field(default=(0, {}))

    def copy(self) -> "Story":
        """The same so far, to try something out."""
        told = replace(self.told, entries=list(self.told.entries))
        return Story(told, deepcopy(self.book), self._clocks)

    @property
    def clocks(self) -> dict[str, Clock]:
        """Every clock of the case, worked out once for as many entries."""
        if self._clocks[0] != len(self.told.entries):
            self._clocks = len(self.told.entries), self.told.clocks
        return self._clocks[1]

    def running(self) -> tuple[Clock, ...]:
        """The clocks that run now."""
        return in_force(self.clocks.values(), self.told.now)

    def some(self, pick: int, *kinds: str) -> UUID:
        """One of the lines of these kinds, mostly a late one that stands; sometimes nobody's."""
        found = (
            self.book.of(*kinds) if pick % 7 else [n for n in self.book.notes if n.kind in kinds]
        )
        return found[-1 - pick // 7 % len(found)].id if found and pick % 29 else NOBODY

    def tries(
        self, kind: str, by: UUID, at: datetime | None = None, **answers: Any
    ) -> tuple[Missing, ...] | None:
        """Try to record something; what stood in its way, None where it cannot even be said."""
        at = at or self.told.now
        payload = self._payload(kind, at, answers)
        if payload is None:
            return None
        move = self._move(payload, by, at)
        found = self.told.by(by).blocks(payload, at)
        said = verdict(self.book, move)
        gates = {item.gate for item in found}
        assert said.agrees_with(gates), (
            f"{kind} by {by}: found {found}, must be {said.must}, may be {said.may}"
        )
        for item in found:
            reads_well(item.sentence)
            assert item.mends == "" or item.mends in CASE_KINDS
        if not found:
            self._write(payload, move)
        return found

    def again(self, payload: Payload, by: UUID, at: datetime) -> tuple[Missing, ...]:
        """What stands in the way of the same, tried anew."""
        return self.told.by(by).blocks(payload, at)

    def _payload(self, kind: str, at: datetime, answers: dict[str, Any]) -> Payload | None:
        contradicts = unsayable(kind, ANSWERS.get(kind, {}) | answers)
        try:
            payload = self.told.payload(kind, at, **answers)
        except ValidationError as error:
            assert contradicts, f"{kind} could not be said: {error}"
            for sentence in complaints(error, CASE_KINDS[kind]).values():
                reads_well(sentence)
            return None
        except StopIteration:
            return None
        assert not contradicts, f"{kind} could be said: {answers}"
        return payload

    def _move(self, payload: Payload, by: UUID, at: datetime) -> Move:
        says = payload.model_dump()
        codes = tuple(rung.code for rung in ladder(self.book.ladder).rungs)
        raised_at = says.get("raised_at")
        begun = self._begun(raised_at) if raised_at else frozenset()
        return Move(payload.kind, says, by, at, self.told.now, codes, begun)

    def _begun(self, at: datetime) -> frozenset[tuple[str, UUID]]:
        over = [
            (c, c.met_at or c.ended_at) for c in self.clocks.values() if c.duty == Duty.CHALLENGE
        ]
        return frozenset(
            (c.stage, c.subject) for c, end in over if c.started_at <= at and (not end or at < end)
        )

    def _write(self, payload: Payload, move: Move) -> None:
        self.told.add(payload, move.at)
        entry = self.told.entries[-1]
        says = move.says | ({"changes": _changes(move.says)} if move.kind == "amended" else {})
        note = Note(entry.number, entry.id, move.kind, move.at, move.now, move.author, says)
        self.book.write(note)
        self.told.ladder = ladder(self.book.ladder)


def _changes(says: dict[str, Any]) -> dict[str, Any]:
    """Corrected values as they were meant, from how they are kept."""
    return {name: _meant(name, value) for name, value in says["changes"].items()}


def _meant(name: str, value: Any) -> Any:
    if value is not None and name.endswith("_at"):
        return datetime.fromisoformat(value)
    named = ("alleged_staff", "staff", "decided_by", "second_person")
    return UUID(value) if value is not None and name in named else value


def reads_well(sentence: str) -> None:
    """A whole sentence, with neither an id nor a word that only the record knows."""
    assert sentence.endswith("."), sentence
    assert sentence[0].isupper() or sentence[0] in '"0123456789', sentence
    assert not _AN_ID.search(sentence), sentence
    assert not _A_STORED_WORD.search(sentence), sentence


def later(story: Story, **span: float) -> Story:
    """The same story, some time on."""
    story.told.now += timedelta(**span)
    return story
