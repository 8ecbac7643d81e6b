"""Wishes and outcomes: what people wanted to happen and how far it did (domain 2.3)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from sgtui.documents.in_period import Drawn, drawn
from sgtui.documents.making import begun
from sgtui.documents.model import (
    Bar,
    Cell,
    Chart,
    Column,
    Document,
    Facts,
    Paragraph,
    Record,
    Section,
    Table,
)
from sgtui.documents.naming import yes_no
from sgtui.domain.entries.choices import Achieved, TakingPart, Wish
from sgtui.domain.london_time import in_london
from sgtui.domain.spread import METHOD, part_words, percent, spread
from sgtui.domain.wishes import Asking, Part, Wishes, wishes_of
from sgtui.services.desk import Desk
from sgtui.services.files import Period, each_file
from sgtui.services.reports import Asked
from sgtui.services.work import Work

COLUMNS = (
    "reference", "opened", "closed", "first", "midway", "end", "asked_after_hours", "wanted",
    "changed", "met", "taking_part", "advocate_named",
)  # fmt: skip

_NOTES = (
    "Every case that was open in the period, but for those entered in error. How far wishes were"
    " met is counted of the cases closed in the period, as whoever asked to close says it.",
    "At first is before the home referred it or kept it inside; midway is from then until an"
    " outcome was known or closing was asked for; the end is from then on, and asking to close"
    " says what the person thinks of it.",
    METHOD,
    "No names: cases stand by their references. Reasons why somebody was not asked stand as they"
    " were written.",
)
_MET = (Achieved.FULLY, Achieved.PARTLY, Achieved.NOT)
"""How far an outcome that was wished for came about; of these the shares are."""


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """What people wanted, in a period. Its sections raise Stopped."""
    cases = drawn(desk, asked)
    sections = _sections(desk, cases, asked.period, work)
    return begun(desk, asked, "wishes", sections, COLUMNS, notes=(*_NOTES, *cases.notes))


def _sections(desk: Desk, cases: Drawn, period: Period, work: Work) -> Iterator[Section]:
    found = [wishes_of(one.case) for one in each_file(desk, cases.cases, work)]
    closed = [one for one in found if period.holds(one.closed_at)]
    yield _short(found, closed)
    yield _asked(found)
    yield _wanted(found)
    yield _met(closed)
    yield _helped(found)
    yield _every(found)


def _short(found: Sequence[Wishes], closed: Sequence[Wishes]) -> Section:
    asked = [one.asked_after for one in found if one.asked_after is not None]
    times = spread(asked)
    met = [one.met for one in closed if one.met in _MET]
    wholly = met.count(Achieved.FULLY)
    median: timedelta | None = times.median if times else None
    facts = Facts(
        (
            ("Cases", len(found)),
            ("Asked what they want", part_words(len(asked), len(found))),
            ("First asked after, median", median),
            ("Closed in the period", len(closed)),
            ("Wishes met in full, of those closed who had any", part_words(wholly, len(met))),
        )
    )
    figures: tuple[tuple[str, Cell], ...] = (
        ("cases", len(found)),
        ("asked", len(asked)),
        ("asked_percent", percent(len(asked), len(found))),
        ("asked_after_median_hours", median),
        ("closed", len(closed)),
        ("met_fully_percent", percent(wholly, len(met))),
    )
    return Section("In short", (facts,), figures=figures)


def _asked(found: Sequence[Wishes]) -> Section:
    """When people were asked, and why they were not."""
    columns = (
        Column("When", 1),
        *(Column(_ASKING[one].capitalize(), right=True) for one in Asking),
    )
    counts = {(p, a): sum(one.asking(p) is a for one in found) for p in Part for a in Asking}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (part.label, *(counts[part, asking] for asking in Asking)) for part in Part
    )
    reasons = tuple(
        (one.reference, at.part.value, at.because)
        for one in found
        for at in one.parts
        if at.asking is Asking.NOT_ASKED
    )
    why = Table(
        (Column("Case"), Column("When"), Column("Not asked because", 3)), reasons, "Not asked"
    )
    figures = tuple((f"{part.value}/{asking.value}", n) for (part, asking), n in counts.items())
    return Section("When they were asked", (Table(columns, rows), why), figures=figures)


def _wanted(found: Sequence[Wishes]) -> Section:
    asked = [one for one in found if one.was_asked]
    counts = {wish: sum(wish in one.wanted for one in asked) for wish in Wish}
    bars = [Bar(wish.label, n, f"{n}") for wish, n in _most_first(counts.items())]
    unpicked = sum(not one.wanted for one in asked)
    changed = sum(one.changed for one in asked)
    words = (
        f"Of {len(asked)} asked. One may want several things."
        f" In {unpicked} the record holds their words alone, which are not counted here."
        f" {changed} wanted something else when they were asked again."
    )
    chart = (Chart("What people wanted", tuple(bars), "people"),) if bars else ()
    figures = tuple((f"wanted/{wish.value}", n) for wish, n in counts.items())
    named = (*figures, ("wanted/in_words_alone", unpicked), ("wanted/changed", changed))
    return Section("What people wanted", (Paragraph(words), *chart), figures=named)


def _most_first(counts: Iterable[tuple[Wish, int]]) -> list[tuple[Wish, int]]:
    there = [(wish, n) for wish, n in counts if n]
    return sorted(there, key=lambda pair: -pair[1])


def _met(closed: Sequence[Wishes]) -> Section:
    wished = sum(one.met in _MET for one in closed)
    bars = [
        Bar(met.label, n, f"{n}, {percent(n, wished):g} %")
        for met in _MET
        if (n := sum(one.met is met for one in closed))
    ]
    none = sum(one.met is Achieved.NONE_EXPRESSED for one in closed)
    words = (
        f"Of the {len(closed)} closed in the period {wished} had wished for something;"
        f" {none} had wished for no outcome."
    )
    figures = tuple((f"met/{met.value}", sum(one.met is met for one in closed)) for met in Achieved)
    chart = (Chart("How far wishes were met", tuple(bars), "people"),) if bars else ()
    return Section("How far wishes were met", (Paragraph(words), *chart), figures=figures)


def _helped(found: Sequence[Wishes]) -> Section:
    """Help to take part; an advocate where nobody suitable is there (Care Act 2014 s68)."""
    counts = {way: sum(one.taking_part is way for one in found) for way in TakingPart}
    silent = sum(one.taking_part is None for one in found)
    named = sum(one.advocate_named for one in found)
    needed = sum(n for way, n in counts.items() if way.needs_advocate)
    facts: list[tuple[str, Cell]] = [(way.label, n) for way, n in counts.items() if n]
    facts += [
        ("An independent advocate needed", needed),
        ("Of these asked for or there", needed - counts[TakingPart.NEEDED]),
        ("An advocate named in a note on capacity", named),
        ("Nothing written about help", silent),
    ]
    figures = tuple((f"taking_part/{way.value}", n) for way, n in counts.items())
    more = (("advocate_needed", needed), ("advocate_named", named))
    return Section("Help to take part", (Facts(tuple(facts)),), figures=(*figures, *more))


def _every(found: Sequence[Wishes]) -> Section:
    columns = (Column("Case"), Column("Opened"), *(Column(part.label) for part in Part),
               Column("Met"))  # fmt: skip
    rows = tuple(_row(one) for one in found)
    return Section(
        "Every case", (Table(columns, rows),), records=tuple(_record(one) for one in found)
    )


_ASKING = {
    Asking.ASKED: "asked", Asking.NOT_ASKED: "not, why", Asking.NOT_WRITTEN: "not written",
    Asking.AHEAD: "to come",
}  # fmt: skip


def _row(one: Wishes) -> tuple[Cell, ...]:
    parts = (_ASKING[one.asking(part)] for part in Part)
    opened_on = in_london(one.opened_at).date()
    return (one.reference, opened_on, *parts, one.met.label if one.met else None)


def _record(one: Wishes) -> Record:
    return Record(
        (
            one.reference,
            one.opened_at,
            one.closed_at,
            *(one.asking(part).value for part in Part),
            one.asked_after,
            "; ".join(wish.value for wish in one.wanted),
            yes_no(one.changed),
            one.met.value if one.met else None,
            one.taking_part.value if one.taking_part else None,
            yes_no(one.advocate_named),
        )
    )
