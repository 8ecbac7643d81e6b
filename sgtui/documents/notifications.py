"""The notification register: whom the law or a contract says to tell, body by body (R103, R104).

None of them replaces another, nor the referral (domain 2.8). The whole is told first, so every
case is read before the first section; of each case only a few short rows are kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sgtui.documents.in_period import drawn, ends
from sgtui.documents.making import begun
from sgtui.documents.model import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Paragraph,
    Record,
    Section,
    Table,
)
from sgtui.documents.naming import NOT_RECORDED, sentence, staff_words, yes_no
from sgtui.domain.entries import ReferralSent
from sgtui.domain.entries.choices import NotificationKind
from sgtui.domain.flowchart import deadline_words
from sgtui.domain.ladder import Duty
from sgtui.domain.notices import Notice, NoticeState, notices
from sgtui.domain.spread import hours, percent
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, each_file
from sgtui.services.ports import CaseRow
from sgtui.services.reports import Asked
from sgtui.services.work import Work

COLUMNS = (
    "body", "case", "person", "state", "owed_since", "due_at", "told_at", "took_hours", "late",
    "told", "reference", "decided_by", "reason", "rule",
)  # fmt: skip
"""One row each time that somebody was to be told."""

_HOW = (
    "One row each time that somebody was to be told. None replaces another, nor the referral to "
    "the local authority. How long is counted from when it became owed until they were told."
)


@dataclass(frozen=True)
class _Row:
    """What is kept of one time that somebody was to be told."""

    case: str
    person: str
    notice: Notice
    by: str
    """Who decided it, in words."""

    @property
    def reason(self) -> str:
        """Why, as was written down when it was decided."""
        said = self.notice.said
        if said is not None:
            return said.reason
        by_referral = self.notice.decided is not None
        return "Told by the referral" if by_referral else ""


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The notification register. Raises NoSuchCase, NotForYou; its sections raise Stopped."""
    picked = drawn(desk, asked)
    sections = _sections(desk, asked, picked.cases, work)
    return begun(desk, asked, "notifications", sections, COLUMNS, notes=(_HOW, *picked.notes))


def _sections(
    desk: Desk, asked: Asked, cases: tuple[CaseRow, ...], work: Work
) -> Iterator[Section]:
    files = each_file(desk, cases, work)
    rows = [row for facts in files for row in _rows(facts, asked)]
    yield _whole(rows)
    sources = _sources(desk)
    for kind in NotificationKind:
        mine = [row for row in rows if row.notice.notification is kind]
        if mine:
            yield _section(kind, mine, sources.get(kind, ""))


def _sources(desk: Desk) -> dict[NotificationKind, str]:
    """Where each duty to tell comes from and its time, by the ladder that new cases follow."""
    with desk.store.reading() as unit:
        register = desk.register(unit)
    ladder = desk.known.ladder(register, register.current_ladder)
    return {
        rule.notification: f"Ladder {ladder.version}: {deadline_words(rule)}. {rule.source}"
        for _, rule in ladder.rules(Duty.NOTIFICATION)
        if rule.notification is not None
    }


def _rows(facts: FileFacts, asked: Asked) -> Iterator[_Row]:
    """Those of one case that were owed, or answered, at any time in the period."""
    person = facts.register.person_name(facts.case.opening.what.person)
    until = ends(asked, facts.as_at)
    for notice in notices(facts.case, facts.clocks, facts.as_at):
        if _lies_in(notice, asked.period.since, until):
            decided = notice.decided
            by = staff_words(facts.register, decided.recorded_by) if decided else ""
            yield _Row(facts.case.reference, person, notice, by)


def _lies_in(notice: Notice, since: datetime, until: datetime) -> bool:
    answered = notice.answered_at
    return notice.since < until and (answered is None or answered >= since)


def _figures(rows: Sequence[_Row]) -> tuple[tuple[str, Cell], ...]:
    """How many, what became of them, and how long telling took."""
    states = [row.notice.state for row in rows]
    took = [hours(after) for row in rows if (after := row.notice.after) is not None]
    limited = [state for state in states if state.told and state is not NoticeState.TOLD]
    in_time = sum(state is NoticeState.IN_TIME for state in limited)
    return (
        ("times", len(rows)),
        ("cases", len({row.case for row in rows})),
        ("told", sum(state.told for state in states)),
        ("told_in_time", in_time),
        ("told_in_time_percent", percent(in_time, len(limited))),
        ("told_late", sum(state is NoticeState.TOLD_LATE for state in states)),
        ("not_required", sum(state is NoticeState.NOT_REQUIRED for state in states)),
        ("still_open", sum(state in _OPEN for state in states)),
        ("late_now", sum(state.late and state in _OPEN for state in states)),
        ("median_hours", round(median(took), 1) if took else None),
        ("longest_hours", max(took, default=None)),
    )


_OPEN = (
    NoticeState.OWED, NoticeState.LATE, NoticeState.UNDECIDED, NoticeState.UNDECIDED_LATE,
)  # fmt: skip
_LABELS = {
    "times": "Times that they were to be told",
    "cases": "In how many cases",
    "told": "Told",
    "told_in_time": "Told in time",
    "told_in_time_percent": "In time, % of those told with a limit",
    "told_late": "Told late",
    "not_required": "Not required, with a reason",
    "still_open": "Still owed or undecided",
    "late_now": "Of them late now",
    "median_hours": "Half were told within, hours",
    "longest_hours": "The longest took, hours",
}


def _whole(rows: Sequence[_Row]) -> Section:
    """Every body on one line, and whatever is late now."""
    figures = _figures(rows)
    return Section("All bodies", tuple(_answer(rows)), figures=figures)


def _answer(rows: Sequence[_Row]) -> Iterator[Block]:
    late = [row for row in rows if row.notice.state.late and row.notice.state in _OPEN]
    if not rows:
        yield Paragraph("Nobody was to be told of anything in this period.", "strong")
        return
    said = "Nothing is late now." if not late else f"{len(late)} late now, named below."
    yield Paragraph(said, "strong")
    kinds = [kind for kind in NotificationKind if any(_is(row, kind) for row in rows)]
    names = ("times", "told", "told_late", "not_required", "still_open", "late_now")
    heads = ("Times", "Told", "Late", "Not required", "Open", "Late now")
    rights = tuple(Column(head, right=True) for head in (*heads, "Half within, h", "Longest, h"))
    yield Table((Column("Body", 3), *rights), tuple(_line(kind, rows, names) for kind in kinds))
    if late:
        columns = (Column("Body", 2), Column("Case"), Column("Due"), Column("What is owed", 2))
        yield Table(columns, tuple(_late(row) for row in late), title="Late now")


def _is(row: _Row, kind: NotificationKind) -> bool:
    return row.notice.notification is kind


def _line(kind: NotificationKind, rows: Sequence[_Row], names: tuple[str, ...]) -> tuple[Cell, ...]:
    found = dict(_figures([row for row in rows if _is(row, kind)]))
    times = (found["median_hours"], found["longest_hours"])
    return (kind.label, *(found[name] for name in names), *times)


def _late(row: _Row) -> tuple[Cell, ...]:
    notice = row.notice
    owed = "To be told" if notice.state is NoticeState.LATE else "To be decided, or told"
    return notice.notification.label, row.case, notice.due_at, owed


def _section(kind: NotificationKind, rows: Sequence[_Row], source: str) -> Section:
    figures = _figures(rows)
    shown = tuple((_LABELS[name], value) for name, value in figures if value is not None)
    told = [Paragraph(sentence(source), "note")] if source else []
    blocks: tuple[Block, ...] = (*told, Facts(shown), _table(rows))
    records = tuple(Record(_record(kind, row)) for row in rows)
    return Section(kind.label, blocks, records=records, figures=figures)


def _table(rows: Sequence[_Row]) -> Table:
    heads = (
        ("Case", 1), ("Person", 3), ("Owed since", 1), ("Due", 1), ("Told", 1), ("After", 1),
        ("State", 3), ("Whom, reference", 4), ("Why", 9),
    )  # fmt: skip
    return Table(tuple(Column(*head) for head in heads), tuple(_cells(row) for row in rows))


def _cells(row: _Row) -> tuple[Cell, ...]:
    notice = row.notice
    return (
        row.case,
        row.person,
        notice.since,
        notice.due_at or "no limit",
        notice.told_at or "",
        notice.after,
        notice.state.label,
        _whom(notice),
        row.reason,
    )


def _whom(notice: Notice) -> str:
    """Who was spoken to and their reference, where they were told."""
    if not notice.state.told:
        return ""
    said = notice.said
    if said is None:
        return "The referral" if _referred(notice) else NOT_RECORDED
    return ", ".join(part for part in (said.told, said.agency_reference) if part) or NOT_RECORDED


def _referred(notice: Notice) -> bool:
    return notice.decided is not None and isinstance(notice.decided.payload, ReferralSent)


def _record(kind: NotificationKind, row: _Row) -> tuple[Cell, ...]:
    notice, said = row.notice, row.notice.said
    return (
        kind.label,
        row.case,
        row.person,
        notice.state.label,
        notice.since,
        notice.due_at,
        notice.told_at,
        notice.after,
        yes_no(notice.state.late),
        said.told if said else None,
        said.agency_reference if said else None,
        row.by or None,
        row.reason or None,
        notice.why_owed or None,
    )
