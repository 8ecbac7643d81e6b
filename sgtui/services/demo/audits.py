"""The invented home audits its files: two months ago and last week, so that a trend shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sgtui.domain.calendar import Calendar
from sgtui.domain.checklist import FOLLOW_UP
from sgtui.domain.entries import (
    AuditBegun,
    AuditEnded,
    AuditFindingMended,
    AuditFindingVerified,
    NewEntry,
    Payload,
)
from sgtui.domain.entries.choices import AuditAnswer, Sampling
from sgtui.domain.stage import CaseStage
from sgtui.services.audit_draw import Wanted, begun_with, sample
from sgtui.services.audit_entries import begun_by_id
from sgtui.services.demo.chore import Chore
from sgtui.services.demo.home import demo_id, id_of, read_data
from sgtui.services.demo.story_time import StoryTime
from sgtui.services.desk import Desk
from sgtui.services.file_audit import (
    Given,
    Looked,
    TakenUp,
    look_in,
    what_to_record,
)
from sgtui.services.files import Period
from sgtui.services.ports import CaseRow, ReadUnit, WriteUnit
from sgtui.services.record import append
from sgtui.services.refusals import is_shown
from sgtui.services.register import register_entry

_EACH = timedelta(minutes=12)
"""How long looking through one file takes."""

_PAGE = 200


def audits(now: datetime) -> list[Chore]:
    """Each audit begun, its files one after the other, its end, and what was mended since."""
    when = StoryTime(now, Calendar())
    return [
        chore
        for number, given in enumerate(read_data("audits.toml")["audit"])
        for chore in _Audit(number, given, when).chores()
    ]


@dataclass
class _Audit:
    """One audit as it is told."""

    number: int
    given: Mapping[str, Any]
    when: StoryTime
    raised: list[tuple[UUID, UUID]] = field(default_factory=list)
    """Each finding taken up so far: its case and its entry."""

    @property
    def id(self) -> UUID:
        """The entry that begins it."""
        return demo_id("audit", self.number)

    @property
    def at(self) -> datetime:
        """When it begins."""
        return self.when.read(self.given["at"], self.when.now)

    def chores(self) -> Iterator[Chore]:
        """Everything done for it, in order."""
        by, size = id_of("staff", self.given["by"]), self.given["size"]
        yield Chore(self.at, by, self._begin)
        for place in range(size):
            yield Chore(self.at + _EACH * (place + 1), by, self._look(place))
        yield Chore(self.at + _EACH * (size + 1), by, self._end)
        for part, write in (("mended", self._mend), ("verified", self._verify)):
            if part in self.given:
                told = self.given[part]
                yield Chore(self.when.read(told["at"], self.at), id_of("staff", told["by"]), write)

    def _begin(self, desk: Desk, unit: WriteUnit) -> None:
        now = desk.now()
        period = Period(now - timedelta(days=self.given["days"]), now)
        there = [row.reference for row in _open_then(desk, unit, period)]
        files = sorted(sample(there, self.given["size"], self.given["seed"]))
        wanted = Wanted(Sampling.RANDOM, period, len(files), self.given["seed"])
        said = begun_with(desk, unit, wanted, tuple(files))
        register_entry(desk, unit, said, entry_id=self.id)

    def _look(self, place: int) -> Callable[[Desk, WriteUnit], None]:
        """Looks through the file at that place of those drawn."""

        def write(desk: Desk, unit: WriteUnit) -> None:
            row = _file_at(unit, self.id, place)
            if row is not None and is_shown(desk, row.barred):
                looked = look_in(desk, unit, self.id, row.case_id)
                said = what_to_record(looked, self._answers(looked, place), self._taken_up(looked))
                self._record(desk, unit, row.case_id, said, "file", place)

        return write

    def _answers(self, looked: Looked, place: int) -> dict[str, Given]:
        """Yes to what is asked, but for what the story says is missing."""
        missing = {one["item"]: one["because"] for one in self.given["no"] if place < one["files"]}
        return {
            item.code: Given(AuditAnswer.NO, missing[item.code])
            if item.code in missing
            else Given(AuditAnswer.YES)
            for item, record in looked.answers
            if record is None
        }

    def _taken_up(self, looked: Looked) -> list[TakenUp]:
        """One gap of a file, in following it up where it has one, while some are left to take."""
        gaps = [
            looked.proposed(item.code, record.because)
            for item, record in looked.answers
            if record is not None and record.answer is AuditAnswer.NO and item.risk
        ]
        gaps.sort(key=lambda one: one.item != FOLLOW_UP)
        left = self.given["taken_up"] - len(self.raised)
        return [
            TakenUp(one.item, one.found, at_risk=False, owner=id_of("staff", "sam"))
            for one in gaps[: min(left, 1)]
        ]

    def _record(
        self, desk: Desk, unit: WriteUnit, case_id: UUID, said: Sequence[Payload], *name: object
    ) -> None:
        now = desk.now().replace(second=0, microsecond=0)
        new = [
            NewEntry(id=demo_id(self.id, *name, n), occurred_at=now, payload=payload)
            for n, payload in enumerate(said)
        ]
        append(desk, unit, case_id, new)
        if name[0] == "file":
            self.raised += [(case_id, one.id) for one in new[1:]]

    def _end(self, desk: Desk, unit: WriteUnit) -> None:
        said = AuditEnded(audit=self.id, summary=self.given["summary"])
        register_entry(desk, unit, said, entry_id=demo_id(self.id, "ended"))

    def _mend(self, desk: Desk, unit: WriteUnit) -> None:
        told = self.given["mended"]
        for case_id, finding in self.raised[: told.get("first", len(self.raised))]:
            said = AuditFindingMended(
                finding=finding, how=told["how"], confirmed_with=told["confirmed_with"]
            )
            self._record(desk, unit, case_id, [said], "mended", finding)

    def _verify(self, desk: Desk, unit: WriteUnit) -> None:
        for case_id, finding in self.raised:
            shown_by = self.given["verified"]["shown_by"]
            said = AuditFindingVerified(finding=finding, shown_by=shown_by)
            self._record(desk, unit, case_id, [said], "verified", finding)


def _open_then(desk: Desk, unit: ReadUnit, period: Period) -> Iterator[CaseRow]:
    """The cases that were open in the period, as far as the story has come."""
    page = unit.cases(limit=_PAGE)
    while page:
        for row in page:
            over = row.closed_at is not None and row.closed_at < period.since
            in_error = row.stage == CaseStage.ENTERED_IN_ERROR
            if not over and not in_error and is_shown(desk, row.barred):
                yield row
        page = unit.cases(limit=_PAGE, after=page[-1])


def _file_at(unit: ReadUnit, audit: UUID, place: int) -> CaseRow | None:
    """The file at that place of those drawn; none where fewer were open."""
    said = begun_by_id(unit, audit).payload
    files = said.files if isinstance(said, AuditBegun) else ()
    return unit.case_by_reference(files[place]) if place < len(files) else None
