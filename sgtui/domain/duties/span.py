"""One time that a duty was owed: what started it, and the fact that met it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import Entry, Payload
from sgtui.domain.entries.choices import NotificationKind
from sgtui.domain.facts import Fact, fact_of
from sgtui.domain.ladder import OwedBy


@dataclass(frozen=True)
class Span:
    """From when to when something was owed. Open while neither met nor ended."""

    subject: UUID
    """The entry that started it."""
    started_at: datetime
    because: str
    """What started it, as the end of a sentence: "after the referral was sent"."""
    met_at: datetime | None = None
    ended_at: datetime | None = None
    ended_because: str = ""
    known_at: datetime | None = None
    """When the record first held what met or ended it: until then the duty ran."""
    settled_at: datetime | None = None
    """When the record first held the times that it is now judged by."""
    contact: UUID | None = None
    """The desk that it is about, where it is about one."""
    due_at: datetime | None = None
    """When somebody said that it is due; then this sets the deadline and not the ladder."""
    repeated: bool = False
    """Whether it follows an earlier attempt, so that the rule's term for repeats applies."""
    raised: bool = False
    """Whether we have done our part at this rung and now wait for their answer."""
    notification: NotificationKind | None = None
    """Which duty to tell, where it is one."""
    direction: OwedBy | None = None
    """Who owes whom, where that follows from what started it and not from the ladder."""
    counterpart: str = ""
    """Who outside it is owed by or to, where what started it says so."""
    counted_from: datetime | None = None
    """From when its time counts, where that is not when it began: it was put to them since."""
    part: str = ""
    """Which of several duties of one sort at a rung, or which round of one that comes again."""
    given_to: UUID | None = None
    """Who was named to do it, where somebody was; else it is the roles' of its stage (R1)."""
    not_by: frozenset[UUID] = frozenset()
    """Who did what is to be checked, and so does not check it (gates G14, G15, G18)."""
    ground: str = ""
    """Which silence or dispute a challenge is about, or which member of staff it supports."""

    def met_by(self, fact: Fact | None) -> "Span":
        """Met by a fact, and never before it started; open while there is none."""
        if fact is None:
            return self
        met_at = max(fact.at, self.started_at)
        return replace(self, met_at=met_at, known_at=fact.known_at, settled_at=fact.settled_at)

    def ended(self, known_at: datetime, because: str, at: datetime | None = None) -> "Span":
        """Ended without being met: at a moment, else as soon as it began, as never needed."""
        ended_at = max(at or self.started_at, self.started_at)
        return replace(
            self,
            ended_at=ended_at,
            ended_because=because,
            known_at=known_at,
            settled_at=known_at,
        )

    def met_or_ended(self, fact: Fact | None, because: str) -> "Span":
        """Met by a fact that came after it started; ended, as never needed, by one before."""
        if fact is None or fact.at >= self.started_at:
            return self.met_by(fact)
        return self.ended(fact.known_at, because)

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.met_at is None and self.ended_at is None


Starts = Callable[[Entry], str]
"""What an entry starts, as the end of a sentence; empty when it starts nothing."""

Meets = Callable[[Payload], bool]
"""Whether an entry that says this meets the duty."""


def first_after(case: CaseFile, number: int, meets: Meets) -> Fact | None:
    """The first standing entry after that number which meets a duty, as a fact."""
    found = next((e for e in case.standing if e.number > number and meets(e.payload)), None)
    return fact_of(found) if found else None


def _nothing(_entry: Entry) -> str:
    return ""


def alternate(
    case: CaseFile, starts: Starts, meets: Meets, ends: Starts = _nothing
) -> Iterator[Span]:
    """Spans that open at a starting entry, unless one is open, and close at a meeting one.

    What began after the concern itself is met only by what happened since: a check made before
    a new danger does not answer it. `ends` says why an entry ends an open span without meeting it.
    """
    running: Span | None = None
    for entry in case.standing:
        fresh = running is not None and entry.occurred_at >= running.started_at
        if running is not None and meets(entry.payload) and (fresh or _is_first(case, running)):
            yield running.met_by(fact_of(entry))
            running = None
        elif running is not None and ends(entry):
            yield running.ended(entry.recorded_at, ends(entry), entry.occurred_at)
            running = None
        because = starts(entry)
        if running is None and because:
            running = Span(entry.id, entry.occurred_at, because)
    if running is not None:
        yield running


def _is_first(case: CaseFile, span: Span) -> bool:
    return span.subject == case.entries[0].id
