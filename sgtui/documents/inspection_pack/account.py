"""Who and what: the person, the concern, who answered for it, what was first seen and said."""

from collections.abc import Iterator

from sgtui.documents.case_facts import concern_facts, person_facts, standing_facts
from sgtui.documents.inspection_pack.entry_words import entry_no, entry_numbers
from sgtui.documents.model import Block, Column, Facts, Heading, Paragraph, Table
from sgtui.documents.naming import staff_words
from sgtui.domain.entries import HarmJudged, StatementTaken, ThresholdDecided
from sgtui.domain.london_time import moment_words
from sgtui.domain.stage_owners import stage_owners
from sgtui.services.case import CaseView


def account(view: CaseView) -> Iterator[Block]:
    """Everything that says whom and what the case is about."""
    yield Heading("Who and what")
    yield Facts((*person_facts(view), *concern_facts(view), *standing_facts(view)))
    yield from _harm(view)
    yield from _said(view)
    yield Heading("Who answered for it, stage by stage", 3)
    yield _owners(view)


def _harm(view: CaseView) -> Iterator[Block]:
    rows = tuple(
        (
            said.at,
            said.what.harm.label,
            f"{said.what.found} Judged by {said.what.judged_by}. ({entry_no(said.entry)})",
        )
        for said in view.case.of(HarmJudged)
    )
    if rows:
        yield Heading("Harm, as a health professional judged it", 3)
        yield Table((Column("When", 0), Column("Harm", 2), Column("Found", 8)), rows)


def _said(view: CaseView) -> Iterator[Block]:
    """What was seen and said before the threshold was first decided, and where the rest is."""
    decided = view.case.of(ThresholdDecided)
    until = decided[0].entry.number if decided else view.number + 1
    every = view.case.of(StatementTaken)
    rows = tuple(
        (said.at, f"{said.what.statement_type.label}{_speaker(said.what)}", said.what.text)
        for said in every
        if said.entry.number < until
    )
    yield Heading("What was first seen and said", 3)
    columns = (Column("When", 0), Column("Sort, who", 3), Column("Seen, said", 8))
    yield Table(columns, rows, empty="No statement was recorded before the threshold decision.")
    later = [said.entry for said in every if said.entry.number > until]
    if later:
        yield Paragraph(f"Later statements: {entry_numbers(later)} of the chronology.", "note")


def _speaker(said: StatementTaken) -> str:
    return f", {said.speaker}" if said.speaker else ""


def _owners(view: CaseView) -> Table:
    rows = tuple(
        (
            held.stage.label,
            held.since,
            f"{staff_words(view.register, held.owner) if held.owner else 'Nobody named'}, until "
            f"{moment_words(held.until) if held.until else 'now'} (from entry {held.number})",
        )
        for held in stage_owners(view.case)
    )
    return Table((Column("Stage", 2), Column("From", 0), Column("Who, until when", 7)), rows)
