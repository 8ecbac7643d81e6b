"""Telling a story: its words become entries with times, authors and ids, ready to be recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sgtui.domain.entries import (
    CASE_KINDS,
    BodyMapped,
    NewEntry,
    ObservationMade,
    PatternFound,
    Payload,
)
from sgtui.domain.entries.mark_reading import read_mark
from sgtui.services.concern import ConcernNotice, first_entries
from sgtui.services.demo.home import LADDER, demo_id, id_of
from sgtui.services.demo.story import Notice, Story, Told
from sgtui.services.demo.story_time import StoryTime
from sgtui.services.kept import added_id

_REGISTER_SORTS = ("staff", "contact", "person")
_LABELLED = ("referral", "safeguard", "entry")
_NOTICE_SORTS = {"person": "person", "alleged_staff": "staff", "told": "staff"}


@dataclass(frozen=True)
class Line:
    """One entry to record: when, by whom, and what."""

    at: datetime
    by: UUID
    new: NewEntry


@dataclass(frozen=True)
class Plan:
    """A case with everything that will be recorded in it, in order."""

    case_id: UUID
    reference: str
    lines: tuple[Line, ...]
    meets: str = ""
    """The reference of the case with which it has something in common; empty for most."""
    at_once: bool = False
    """Whether it is recorded in one go: of thousands, nobody reads one before it is told."""

    @property
    def ends_at(self) -> datetime:
        """When its last entry is recorded."""
        return self.lines[-1].at


@dataclass
class Teller:
    """Tells one story. Raises ValueError where it goes back in time."""

    story: Story
    case_id: UUID
    reference: str
    when: StoryTime
    _ids: dict[str, UUID] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """Everything in the story in the order it is told, without the observations."""
        notice = self.story.concern
        at = self._checked(self.when.read(notice.at, self.when.now), None, "concern")
        yield from self._concern(notice, at)
        for number, told in enumerate(self.story.event, start=1):
            at = self._checked(self.when.read(told.at, at), at, f"event {number}")
            yield self._line(told, at, number)

    def observation(self, at: datetime, by: UUID, text: str, number: int) -> Line:
        """How the person was, at one moment of the story."""
        return Line(at, by, self._new(ObservationMade(text=text), at, "seen", number))

    def _checked(self, at: datetime, before: datetime | None, what: str) -> datetime:
        if before is not None and at <= before:
            raise ValueError(f"Story {self.story.key}, {what}: {at} does not follow {before}.")
        return at

    def _concern(self, notice: Notice, at: datetime) -> Iterator[Line]:
        noticed = StoryTime(at, self.when.calendar)
        happened = noticed.read(notice.happened, at) if notice.happened else None
        fields = {**notice.fields, "person": self.story.person}
        for name, sort in _NOTICE_SORTS.items():
            if fields.get(name):
                fields[name] = id_of(sort, fields[name])
        if happened is not None:
            fields["happened_at"] = happened
        if "body_map" in fields:
            fields["body_map"] = _map(fields["body_map"], noticed, id_of("staff", notice.by))
        told = ConcernNotice.model_validate(fields)
        for number, new in enumerate(first_entries(told, self.reference, LADDER, at)):
            fixed = new.model_copy(update={"id": demo_id(self.case_id, "first", number)})
            yield Line(at, id_of("staff", notice.by), fixed)
            self._ids.setdefault(new.payload.kind, fixed.id)
            found = PatternFound.kind_word()
            self._ids[found] = added_id(found, fixed.id, self.case_id)

    def _line(self, told: Told, at: datetime, number: int) -> Line:
        new = self._new(self._payload(told, at), at, "event", number)
        self._ids[told.label or f"event {number}"] = new.id
        return Line(at, id_of("staff", told.by), new)

    def _new(self, payload: Payload, happened: datetime, sort: str, number: int) -> NewEntry:
        to_the_minute = happened.replace(second=0, microsecond=0)
        return NewEntry(
            id=demo_id(self.case_id, sort, number), occurred_at=to_the_minute, payload=payload
        )

    def _payload(self, told: Told, happened: datetime) -> Payload:
        kind = CASE_KINDS[told.kind]
        fields: dict[str, Any] = dict(told.fields)
        for name, ask in kind.asks().items():
            if ask.how == "when" and name not in fields and kind.model_fields[name].is_required():
                fields[name] = happened
            elif name in fields:
                fields[name] = self._meant(fields[name], ask.how, happened)
        return kind.model_validate(fields)

    def _meant(self, given: Any, how: str, happened: datetime) -> Any:
        if how in _REGISTER_SORTS:
            return id_of(how, given)
        if how in _LABELLED:
            return self._ids[given]
        if how == "entries":
            return tuple(self._ids[label] for label in given)
        if how in ("when", "due"):
            return happened if given == "then" else self.when.read(given, happened)
        return given


def _map(given: Mapping[str, Any], noticed: StoryTime, by: UUID) -> BodyMapped:
    """The map that came with the notice, by whoever brought it; "looked" is how long before."""
    fields = {name: value for name, value in given.items() if name not in ("looked", "marks")}
    at = noticed.read(given["looked"], noticed.now)
    marks = tuple(_mark(text) for text in given["marks"])
    return BodyMapped(examined_at=at, examined_by=by, marks=marks, **fields)


_mark = cache(read_mark)
"""Many stories tell of the same mark; each is read once."""
