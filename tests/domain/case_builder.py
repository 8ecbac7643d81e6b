"""A case told entry by entry, on a clock that is moved by hand."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.chronology import Line, chronology
from sgtui.domain.clock import Clock
from sgtui.domain.clocks import clocks
from sgtui.domain.entries import CASE_KINDS, ConcernRecorded, Entry, Payload
from sgtui.domain.gates import missing
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Ladder
from sgtui.domain.next_step import NextStep, next_steps
from sgtui.domain.register import Register
from tests.domain.a_home import (
    ADA,
    HOME,
    LADDER,
    LEADER,
    an_id,
    london,
)
from tests.domain.usual_answers import ABOUT, ANSWERS, STATED


@dataclass
class Told:
    """A case being told: each call adds an entry at the time the clock shows."""

    now: datetime
    author: UUID = LEADER
    register: Register = HOME
    ladder: Ladder = LADDER
    entries: list[Entry] = field(default_factory=list)

    def at(self, words: str) -> Self:
        """Move the clock to a London time, "2026-11-19 02:20"."""
        self.now = london(words)
        return self

    def later(self, **span: float) -> Self:
        """Move the clock on: later(hours=2)."""
        self.now += timedelta(**span)
        return self

    def by(self, author: UUID) -> Self:
        """Who records from here on."""
        self.author = author
        return self

    @property
    def last(self) -> UUID:
        """Id of the newest entry."""
        return self.entries[-1].id

    def newest(self, kind: str) -> UUID:
        """Id of the newest entry of a kind."""
        return next(e.id for e in reversed(self.entries) if e.kind == kind)

    def payload(self, kind: str, at: datetime | None = None, **answers: Any) -> Payload:
        """What an entry of that kind says, with the usual answers where none are given."""
        given = {**ANSWERS.get(kind, {}), **answers}
        if "promised_in" in given:
            hours = given.pop("promised_in")
            given["promised_by"] = None if hours is None else self.now + timedelta(hours=hours)
        model = CASE_KINDS[kind]
        if kind in STATED:
            given.setdefault(STATED[kind], at or self.now)
        for name, about in ABOUT.get(kind, {}).items():
            if name not in given:
                given[name] = self.newest(about)
        return model.model_validate(given)

    def add(self, payload: Payload, at: datetime | None = None) -> Self:
        """Record what is given, as having happened now or at a stated time."""
        number = len(self.entries) + 1
        self.entries.append(
            Entry(
                id=an_id(f"entry {number}"),
                case_id=an_id("case"),
                number=number,
                occurred_at=at or self.now,
                recorded_at=self.now,
                recorded_by=self.author,
                payload=payload,
            )
        )
        return self

    def tell(self, kind: str, at: datetime | None = None, **answers: Any) -> Self:
        """Record an entry of that kind."""
        return self.add(self.payload(kind, at, **answers), at)

    def try_to(self, kind: str, at: datetime | None = None, **answers: Any) -> tuple[Missing, ...]:
        """What stands in the way of an entry of that kind; nothing is recorded."""
        return self.blocks(self.payload(kind, at, **answers), at)

    def blocks(self, payload: Payload, at: datetime | None = None) -> tuple[Missing, ...]:
        """What stands in the way of a payload; nothing is recorded."""
        member = self.register.staff[self.author]
        at = at or self.now
        return missing(
            Attempt(self.case, payload, member, self.register, self.now, at, self.ladder)
        )

    def gates_of(self, kind: str, **answers: Any) -> set[str]:
        """The gates that are shut for an entry of that kind."""
        return {item.gate for item in self.try_to(kind, **answers)}

    @property
    def case(self) -> CaseFile:
        """The case file so far."""
        return fold(self.entries)

    @property
    def clocks(self) -> dict[str, Clock]:
        """Every clock by its key."""
        return {clock.key: clock for clock in clocks(self.case, self.ladder, self.register)}

    def of(self, duty: str, stage: str | None = None) -> list[Clock]:
        """The clocks about a duty, and of one stage if named, in order."""
        return [
            clock
            for clock in self.clocks.values()
            if clock.duty == duty and stage in (None, clock.stage)
        ]

    def running(self) -> set[str]:
        """The duties owed now; a challenge by its rung."""
        return {
            clock.stage if clock.duty == "challenge" else clock.duty.value
            for clock in in_force(self.clocks.values(), self.now)
        }

    def next_steps(self) -> tuple[NextStep, ...]:
        """What the ladder says to do now."""
        running = in_force(self.clocks.values(), self.now)
        return next_steps(self.case, running, self.ladder, self.register, now=self.now)

    def lines(self) -> tuple[Line, ...]:
        """The chronology as it reads now."""
        return chronology(self.case, tuple(self.clocks.values()), self.register, self.now)


def a_concern(at: str = "2026-11-19 02:20", noticed: str | None = None, **answers: Any) -> Told:
    """A case whose concern is recorded at a London time; by night on a Thursday if not said."""
    told = Told(london(at))
    noticed_at = london(noticed) if noticed else told.now
    given = {
        "reference": "SG-26-K4T7",
        "ladder": LADDER.version,
        "person": ADA,
        "category": "neglect",
        "happened_at": noticed_at,
        "noticed_at": noticed_at,
        "place": "bedroom",
        **answers,
    }
    return told.add(ConcernRecorded.model_validate(given), noticed_at)


def a_full_record(at: str = "2026-11-19 09:00", **answers: Any) -> Told:
    """A concern with its statement and its safety check."""
    return a_concern(at, **answers).tell("statement_taken").tell("safety_checked")


def a_referral(at: str = "2026-11-19 09:00", **answers: Any) -> Told:
    """A full record, decided and referred, all at one time."""
    told = a_full_record(at).tell("internally_escalated").tell("threshold_decided")
    return told.tell("sharing_decided").tell("wishes_recorded").tell("referral_sent", **answers)
