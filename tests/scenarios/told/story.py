"""One case as a scenario tells it: who records what and when, and what everybody then sees."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.continuity import Gap, continuity
from sgtui.domain.entries import Payload
from sgtui.domain.routing import owner_of
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.services.queue import QueueRow, arrange, read_facts
from sgtui.services.record import NotYet, append, new_entry, record
from tests.scenarios.told import holds
from tests.scenarios.told.answers import payload_of
from tests.scenarios.told.moment import moment, words_of
from tests.scenarios.told.register import STAFF
from tests.scenarios.told.seen import Next, Owed, Refused, name_of, name_of_clock, offered, owed

if TYPE_CHECKING:
    from tests.scenarios.told.home import Home


T = TypeVar("T")


class _OnlyTried(Exception):
    """Nothing stood in the way, and nothing is kept."""


@dataclass
class Story:
    """A case being told. What must always hold is looked at after every step."""

    home: "Home"
    case_id: UUID
    reference: str
    author: str
    _ids: dict[str, UUID] = field(default_factory=dict, repr=False)
    _seen: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False)

    def begun(self) -> None:
        """The case has its first entries."""
        self._learn()
        holds.after_an_entry(self)

    def at(self, words: str) -> Self:
        """Time moves on to "Fri 20 Nov 09:00"."""
        self.home.at(words)
        holds.always(self)
        return self

    def later(self, **span: float) -> Self:
        """Time moves on: later(minutes=10)."""
        self.home.clock.at += timedelta(**span)
        holds.always(self)
        return self

    def by(self, author: str) -> Self:
        """Who records from here on."""
        self.author = author
        return self

    def tells(self, kind: str, label: str = "", /, at: str = "", **answers: Any) -> Self:
        """Record an entry of that kind; `label` is what later answers call it by."""
        holds.offered_in_the_list(self, kind)
        happened = moment(at) if at else self.home.clock.at
        payload = payload_of(kind, answers, happened, self._case_kind, self._find)
        new = new_entry(payload, happened)
        record(self.desk, self.case_id, [new])
        self._learn()
        if label:
            self._ids[label] = new.id
        holds.after_an_entry(self)
        return self

    def refused(self, kind: str, /, **answers: Any) -> Refused:
        """What stands in the way of an entry of that kind; nothing is recorded."""
        now, payload = self.home.clock.at, self.payload(kind, **answers)
        try:
            with self.desk.store.writing() as unit:
                append(self.desk, unit, self.case_id, [new_entry(payload, now)])
                raise _OnlyTried
        except NotYet as shut:
            return Refused(shut.missing)
        except _OnlyTried:
            return Refused(())

    def payload(self, kind: str, /, **answers: Any) -> Payload:
        """What an entry of that kind would say now, with the usual answers."""
        return payload_of(kind, answers, self.home.clock.at, self._case_kind, self._find)

    @property
    def desk(self) -> Desk:
        """The desk of whoever records now."""
        return self.home.desk(self.author)

    @property
    def reader(self) -> str:
        """Who looks at the case: whoever records, else somebody who may."""
        named = (self.author, "ruth", "gareth", "sam")
        return next(name for name in named if STAFF[name][0] not in self.barred)

    @property
    def barred(self) -> frozenset[UUID]:
        """The staff who see nothing of the case."""
        return self.case.barred

    @property
    def view(self) -> CaseView:
        """The case as its reader's desk shows it."""
        reader = self.reader
        return self._read("view", lambda: read_case(self.home.desk(reader), self.case_id))

    @property
    def case(self) -> CaseFile:
        """The case file, whoever may see it."""
        return self._read("case", lambda: holds.folded(self))

    def _read(self, what: str, read: Callable[[], T]) -> T:
        """What was read already, while neither time, nor record, nor author has changed."""
        changes = self.home.desk("ruth").store.change_number()
        key = (what, self.home.clock.at, changes, self.author)
        if key not in self._seen:
            self._seen = {held: value for held, value in self._seen.items() if held[1:] == key[1:]}
            self._seen[key] = read()
        found: T = self._seen[key]
        return found

    @property
    def stage(self) -> str:
        """Where the case stands, in words."""
        return self.case.stage.label

    @property
    def owner(self) -> str:
        """Who answers for the case, by key; empty where it is somebody outside."""
        view = self.view
        routed = owner_of(view.register, view.case, view.ladder, view.as_at)
        return name_of(routed.member.id) if routed.member else ""

    def queue(self) -> dict[str, Owed]:
        """The duties of this case in the queue by name; of several alike the most urgent."""
        names = {f"{self.case_id}.{clock.key}": name_of_clock(clock) for clock in self.view.running}
        found: dict[str, Owed] = {}
        for row in self.rows():
            found.setdefault(names[row.key], owed(row, names[row.key]))
        return found

    def rows(self, reader: str = "") -> tuple[QueueRow, ...]:
        """The rows of this case in somebody's queue."""
        desk = self.home.desk(reader or self.reader)
        queue = self._read(f"queue {reader}", lambda: arrange(read_facts(desk), desk.now()))
        return tuple(row for row in queue.rows if row.case_id == self.case_id)

    def running(self) -> set[str]:
        """The names of the duties owed now."""
        return {name_of_clock(clock) for clock in self.view.running}

    def late(self) -> set[str]:
        """The names of the duties that are late now."""
        return {name for name, duty in self.queue().items() if duty.late}

    def clocks(self, name: str) -> tuple[Clock, ...]:
        """Every clock of that name the case ever had, oldest first."""
        found = [clock for clock in self.view.clocks if name_of_clock(clock) == name]
        return tuple(sorted(found, key=lambda clock: clock.started_at))

    def waits(self, name: str, about: str) -> bool:
        """Whether a clock of that name runs that the entry called so started."""
        now, subject = self.home.clock.at, self._find(about)
        return any(c.subject == subject and c.runs(now) for c in self.clocks(name))

    def due(self, name: str) -> str:
        """When the newest clock of that name that has begun is or was due."""
        return words_of(self._newest(name).due_at)

    def met(self, name: str) -> str:
        """When the newest clock of that name that has begun was met; empty while it was not."""
        met_at = self._newest(name).met_at
        return words_of(met_at) if met_at else ""

    def _newest(self, name: str) -> Clock:
        now = self.home.clock.at
        return [clock for clock in self.clocks(name) if clock.started_at <= now][-1]

    def f4(self, name: str = "") -> Next:
        """What F4 offers first, or about a named duty."""
        steps = self.view.next_steps
        step = next(s for s in steps if name in ("", name_of_clock(s.clock)))
        return offered(step)

    def lines(self) -> list[str]:
        """The chronology: the titles of its lines."""
        return [line.title for line in self.view.lines]

    def chronology(self) -> str:
        """The chronology as it reads: title and text of every line."""
        return "\n".join(f"{line.title}: {line.text}" for line in self.view.lines)

    def gaps(self) -> tuple[Gap, ...]:
        """The times for which nothing protected the person although something should."""
        view = self.view
        return continuity(view.case, view.clocks, self.home.clock.at).gaps

    def id(self, label: str) -> UUID:
        """The id of an entry by its label, or of the newest of a kind."""
        return self._find(label)

    def _find(self, label: str) -> UUID:
        return self._ids[label]

    def _learn(self) -> None:
        """The newest entry of each kind may be called by it, whoever or whatever made it."""
        self._ids.update({entry.kind: entry.id for entry in self.case.entries})

    @property
    def _case_kind(self) -> str:
        child = self.case.opening.what.case_kind == "child"
        return "child" if child else "adult"
