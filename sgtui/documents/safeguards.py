"""Interim-safeguard continuity: whether protection was ever broken off (R38, R71, domain 4.8).

The whole is told first, so every case is read before the first section; of each case only a few
short rows are kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sgtui.documents.in_period import drawn, ends
from sgtui.documents.making import begun
from sgtui.documents.model import (
    Bar,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Record,
    Section,
    Table,
)
from sgtui.documents.naming import count, staff_words
from sgtui.domain.continuity import continuity, hours_of
from sgtui.domain.coverage import Bare, Coverage, coverage, share
from sgtui.domain.safeguard_history import KeptSafeguard, safeguards
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, each_file
from sgtui.services.ports import CaseRow
from sgtui.services.reports import Asked
from sgtui.services.work import Work

COLUMNS = (
    "case", "person", "row", "what", "owner", "since", "until", "length_hours", "reviews",
    "reviews_late", "found_not_to_work", "ended_or_gap_because",
)  # fmt: skip
"""One row a safeguard and one row a gap."""

_HOW = (
    "Protection is needed from the first interim safeguard on, while the person is found not safe, "
    "and while an agency has not decided or a challenge is open. A safeguard protects while it "
    "runs, is found to work and its review is not overdue; so does a plan that took its place."
)
_MOST_BARS = 20


@dataclass(frozen=True)
class _Case:
    """What is kept of one case."""

    reference: str
    person: str
    head: tuple[int, str]
    kept: tuple[tuple[KeptSafeguard, str], ...]
    """Each safeguard with its owner in words."""
    found: Coverage


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The continuity report. Raises NoSuchCase, NotForYou; its sections raise Stopped."""
    picked = drawn(desk, asked)
    sections = _sections(desk, asked, picked.cases, work)
    return begun(desk, asked, "safeguards", sections, COLUMNS, notes=(_HOW, *picked.notes))


def _sections(desk: Desk, asked: Asked, rows: tuple[CaseRow, ...], work: Work) -> Iterator[Section]:
    read = (_case(facts, asked) for facts in each_file(desk, rows, work))
    cases = [case for case in read if case.kept or case.found.needed]
    yield _whole(cases)
    yield from (_section(case, alone=bool(asked.reference)) for case in cases)


def _case(facts: FileFacts, asked: Asked) -> _Case:
    """Reads one case; what lies outside the period is left out."""
    until = ends(asked, facts.as_at)
    found = continuity(facts.case, facts.clocks, facts.as_at)
    kept = safeguards(facts.case, facts.clocks, facts.as_at)
    newest = facts.case.entries[-1]
    return _Case(
        reference=facts.case.reference,
        person=facts.register.person_name(facts.case.opening.what.person),
        head=(newest.number, newest.hash),
        kept=tuple(
            (one, staff_words(facts.register, one.owner))
            for one in kept
            if one.since < until and (one.until is None or one.until >= asked.period.since)
        ),
        found=coverage(found, asked.period.since, until),
    )


def _whole(cases: Sequence[_Case]) -> Section:
    """All cases together: the answer first, then every gap."""
    needed = sum((case.found.needed for case in cases), timedelta())
    bare = sum((case.found.bare for case in cases), timedelta())
    broken = [case for case in cases if case.found.gaps]
    figures: tuple[tuple[str, Cell], ...] = (
        ("cases_that_needed_protection", sum(bool(case.found.needed) for case in cases)),
        ("safeguards", sum(len(case.kept) for case in cases)),
        ("cases_with_a_gap", len(broken)),
        ("gaps", sum(len(case.found.gaps) for case in cases)),
        ("needed_hours", _hours(needed)),
        ("unprotected_hours", _hours(bare)),
        ("share_protected_percent", _percent(share(needed, bare))),
    )
    return Section("All cases", tuple(_answer(cases, broken, figures)), figures=figures)


def _answer(
    cases: Sequence[_Case], broken: Sequence[_Case], figures: tuple[tuple[str, Cell], ...]
) -> Iterator[Block]:
    if not cases:
        yield Paragraph("Nobody needed an interim safeguard in this period.", "strong")
        return
    if broken:
        said = f"Protection was broken off in {count(len(broken), 'case')}."
        yield Paragraph(f"{said} Every gap is below.", "strong")
    else:
        yield Paragraph("Protection was never broken off.", "strong")
    yield Facts(tuple((_LABELS[name], value) for name, value in figures))
    if broken:
        yield Heading("Every gap")
        yield Table(
            (Column("Case"), Column("From"), Column("To"), Column("Hours", right=True),
             Column("Why", 3)),
            tuple(_gap_row(case.reference, gap) for case in broken for gap in case.found.gaps),
        )  # fmt: skip
        yield _chart(broken, len(cases))


_LABELS = {
    "cases_that_needed_protection": "Cases that needed protection",
    "safeguards": "Interim safeguards",
    "cases_with_a_gap": "Cases with a gap",
    "gaps": "Gaps",
    "needed_hours": "Hours in which protection was needed",
    "unprotected_hours": "Hours of it without protection",
    "share_protected_percent": "Share of them protected, %",
}


def _gap_row(reference: str, gap: Bare) -> tuple[Cell, ...]:
    until: Cell = "goes on" if gap.goes_on else gap.until
    return reference, gap.since, until, _hours(gap.length), gap.why


def _chart(broken: Sequence[_Case], among: int) -> Chart:
    """The cases with gaps, the least protected first."""
    worst = sorted(broken, key=lambda case: case.found.share or 0)[:_MOST_BARS]
    bars = tuple(
        Bar(
            case.reference,
            _percent(case.found.share) or 0.0,
            f"{_percent(case.found.share)} %, {_hours(case.found.bare)} h without",
        )
        for case in worst
    )
    whole = among - len(broken)
    rest = f"; {count(whole, 'other case')} 100 %" if whole else ""
    title = f"Share of the needed time that was protected{rest}"
    return Chart(title, bars, "%", 100.0, "never broken off")


def _section(case: _Case, *, alone: bool) -> Section:
    """One case; asked for alone it is a case's own page, else one after the other."""
    figures: tuple[tuple[str, Cell], ...] = (
        ("needed_hours", _hours(case.found.needed)),
        ("unprotected_hours", _hours(case.found.bare)),
        ("share_protected_percent", _percent(case.found.share)),
    )
    return Section(
        title=f"{case.reference} {case.person}",
        blocks=tuple(_blocks(case, figures)),
        reference=case.reference if alone else "",
        head=case.head if alone else None,
        records=tuple(_records(case)),
        figures=figures,
    )


def _blocks(case: _Case, figures: tuple[tuple[str, Cell], ...]) -> Iterator[Block]:
    yield Facts(tuple((_LABELS[name], value) for name, value in figures))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (kept.measure, owner, kept.since, kept.until or "runs", _reviews(kept))
        for kept, owner in case.kept
    )
    columns = (
        Column("Safeguard", 3), Column("Owner", 2), Column("From"), Column("To"),
        Column("Reviews", 2),
    )  # fmt: skip
    yield Table(columns, rows, empty="No interim safeguard in this period.")
    if case.found.gaps:
        yield Table(
            (Column("Gap from"), Column("To"), Column("Hours", right=True), Column("Why", 3)),
            tuple(_gap_row(case.reference, gap)[1:] for gap in case.found.gaps),
        )
    else:
        yield Paragraph("No gap.")


def _reviews(kept: KeptSafeguard) -> str:
    told = [f"{kept.reviews} held"]
    told += [f"{kept.late} late"] if kept.late else []
    told += [f"{kept.failed} found it not to work"] if kept.failed else []
    ended = f". Ended: {kept.ended_because}" if kept.ended_because else ""
    return f"{', '.join(told)}{ended}"


def _records(case: _Case) -> Iterator[Record]:
    whose = (case.reference, case.person)
    for kept, owner in case.kept:
        lasted = _hours(kept.until - kept.since) if kept.until else None
        told = (kept.since, kept.until, lasted, kept.reviews, kept.late, kept.failed)
        why = kept.ended_because or None
        yield Record((*whose, "safeguard", kept.measure, owner, *told, why))
    for gap in case.found.gaps:
        until = None if gap.goes_on else gap.until
        bare = (gap.since, until, _hours(gap.length), None, None, None)
        yield Record((*whose, "gap", None, None, *bare, gap.why))


def _hours(span: timedelta) -> float:
    """Hours to one decimal, as the case file tells them; none where there is none."""
    return float(hours_of(span)) if span else 0.0


def _percent(part: float | None) -> float | None:
    """Percent to one decimal, rounded down: 100 only where nothing is missing."""
    return None if part is None else int(part * 1000) / 10
