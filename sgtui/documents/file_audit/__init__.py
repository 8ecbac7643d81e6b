"""The file-completeness audit: how it was drawn, what it found, what became of it, the trend.

Where no audit was made in the period it shows what the files answer by themselves, so that it
says something from the first day on (R39, R44, R47; domain 4.8).
"""

from collections.abc import Iterator, Sequence

from sgtui.documents.file_audit.record import by_the_record
from sgtui.documents.file_audit.tables import (
    BESIDE,
    COLUMNS,
    as_records,
    drawn_facts,
    figures_of,
    file_table,
    finding_table,
    item_table,
    missing_table,
    percent,
    questions,
)
from sgtui.documents.in_period import Drawn, drawn
from sgtui.documents.making import begun
from sgtui.documents.model import (
    Bar,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Paragraph,
    Points,
    Section,
    Table,
)
from sgtui.documents.naming import count, not_shown
from sgtui.domain.findings import FindingState
from sgtui.domain.london_time import day_words, in_london
from sgtui.services.audits import Audit, audits
from sgtui.services.desk import Desk
from sgtui.services.reports import Asked
from sgtui.services.work import Work

_HOW = (
    "Files are drawn from all that were open in a period: all of them, a random sample whose "
    "number is kept so that anybody can draw the same again, or those with most late duties.",
    "Each is held against a versioned checklist. What the entries themselves show is answered by "
    "the program, with the entries that show it, and cannot be answered otherwise by hand. The "
    "auditor answers the rest, and says why wherever the answer is not yes.",
    "Every audit verifies follow-up: each referral received, acknowledged by name, decided or "
    "chased in time, and its outcome known or still awaited in time.",
    "What is missing is given to a named person to mend by a date. Where somebody could be at "
    "risk it is due much sooner, stands in the way of closing the case, and leads to reopening or "
    "escalating it. Whoever mends it does not verify it.",
    "Nobody audits, or is shown, a file in which they are alleged or in conflict.",
    "Findings stay in the queue until they are mended and verified, also when the case is closed.",
)
"""How files are audited, for whoever asks how nothing is missed (R47)."""


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The audit report. Its sections raise Stopped."""
    every = [one for one in audits(desk) if one.begun_at < asked.period.until]
    here = [one for one in every if asked.period.holds(one.begun_at)]
    if here:
        sections = _audited(list(reversed(here)), list(reversed(every)), work)
        return begun(desk, asked, "file-audit", sections, COLUMNS, notes=tuple(_notes(here)))
    picked = drawn(desk, asked)
    none = "No audit was made in this period: below is what the files answer by themselves."
    sections = _not_audited(desk, picked, list(reversed(every)), work)
    return begun(desk, asked, "file-audit", sections, COLUMNS, notes=(none, *picked.notes))


def _notes(here: Sequence[Audit]) -> Iterator[str]:
    yield f"{count(len(here), 'audit')} in this period."
    for one in here:
        for words in not_shown(one.not_shown, "file", "here or counted"):
            yield f"Audit of {_day(one)}: {words}"


def _audited(here: Sequence[Audit], every: Sequence[Audit], work: Work) -> Iterator[Section]:
    yield _trend(every)
    work.begin(len(here))
    for one in here:
        yield Section(
            title=f"Audit of {_day(one)}",
            blocks=tuple(_blocks(one)),
            records=tuple(as_records(one)),
            figures=figures_of(one),
        )
        work.step()
    yield _how()


def _not_audited(
    desk: Desk, picked: Drawn, every: Sequence[Audit], work: Work
) -> Iterator[Section]:
    yield from by_the_record(desk, picked.cases, work)
    if every:
        yield _trend(every)
    yield _how()


def _blocks(one: Audit) -> Iterator[Block]:
    said = f"Files were {percent(one.completeness)} complete; {count(one.defects, 'thing')} not met"
    yield Paragraph(f"{said}.", "strong")
    if one.summary:
        yield Paragraph(one.summary, "quote")
    yield drawn_facts(one)
    yield Heading("What was found")
    yield item_table(one.checklist, one.of_item)
    yield Paragraph(BESIDE, "note")
    yield Heading("File by file")
    yield file_table(one)
    yield Heading("What is missing")
    yield missing_table(one)
    yield Heading("Findings, and what became of them")
    yield finding_table(one)
    yield Heading("What the checklist asks")
    yield questions(one.checklist)


def _trend(every: Sequence[Audit]) -> Section:
    """All audits up to the end of the period, the oldest first."""
    done = [one for one in every if one.is_whole]
    bars = tuple(
        Bar(_day(one), round(100 * (one.completeness or 0), 1), percent(one.completeness))
        for one in done
    )
    blocks: list[Block] = [Paragraph(_better(done), "strong")]
    if bars:
        blocks.append(Chart("How complete the files were", bars, "% of what applies", 100.0))
    blocks += _trend_tables(done)
    blocks.append(
        Paragraph(
            "Outcomes: the middle time from sending a referral until its outcome was known, over "
            "the referrals in the files looked through whose outcome was known at the audit.",
            "note",
        )
    )
    return Section("Trend over all audits", tuple(blocks))


def _trend_tables(done: Sequence[Audit]) -> Iterator[Table]:
    found = (
        Column("Audit"), Column("Files", right=True), Column("Complete", right=True),
        Column("Not met", right=True), Column("Outcomes known", right=True),
        Column("Middle time", right=True),
    )  # fmt: skip
    yield Table(found, tuple(_found_row(one) for one in done), "What was found")
    mended = (
        Column("Audit"), Column("Findings", right=True), Column("To mend", right=True),
        Column("To verify", right=True), Column("Verified", right=True),
    )  # fmt: skip
    yield Table(mended, tuple(_mended_row(one) for one in done), "What became of it")


def _found_row(one: Audit) -> tuple[Cell, ...]:
    known = f"{len(one.confirmed.times)} of {one.confirmed.referrals}"
    middle = one.confirmed.median
    return _day(one), len(one.done), percent(one.completeness), one.defects, known, middle


def _mended_row(one: Audit) -> tuple[Cell, ...]:
    states = (FindingState.OPEN, FindingState.MENDED, FindingState.VERIFIED)
    return _day(one), len(one.findings), *(one.state(state) for state in states)


def _better(done: Sequence[Audit]) -> str:
    """Whether files are more complete than at the audit before, in one sentence."""
    if len(done) < 2:
        return "A trend shows from the second audit on."
    before, now = done[-2], done[-1]
    points = round(100 * ((now.completeness or 0) - (before.completeness or 0)))
    if not points:
        return f"Files are as complete as at the audit of {_day(before)}."
    word = "more" if points > 0 else "less"
    return f"Files are {abs(points)} points {word} complete than at the audit of {_day(before)}."


def _how() -> Section:
    return Section("How files are audited", (Points(_HOW),))


def _day(one: Audit) -> str:
    return day_words(in_london(one.begun_at).date())
