"""The learning log's reviews, each with its delays, gaps and thresholds, and other lessons."""

from collections.abc import Iterator

from sgtui.documents.learning.figures import Log, state_words
from sgtui.documents.model import (
    Block,
    Column,
    Facts,
    Heading,
    Paragraph,
    Record,
    Section,
    Table,
)
from sgtui.documents.naming import staff_words
from sgtui.domain.london_time import day_words, in_london
from sgtui.services.learning_log import LookedBack, Said

_NONE = "No escalation was looked back on in this period."


def review_section(log: Log) -> Section:
    """Each after-action review, oldest first, and what followed from it."""
    blocks = tuple(block for one in log.reviews for block in _review(one, log))
    records = tuple(_record(one) for one in log.reviews)
    return Section("After-action reviews", blocks or (Paragraph(_NONE),), records=records)


def _review(one: LookedBack, log: Log) -> Iterator[Block]:
    on = day_words(in_london(one.at).date())
    yield Heading(f"{one.reference}, {on}")
    said = one.said
    yield Facts(
        (
            ("About", one.about),
            ("Delays", said.delays),
            ("Communication gaps", said.gaps),
            ("Unclear thresholds", said.thresholds),
            ("Learnt", said.learnt),
            ("Present", said.attended),
            ("Recorded by", staff_words(log.register, one.by)),
            ("What followed", _followed(one, log)),
        )
    )


def _followed(one: LookedBack, log: Log) -> str:
    """The learning that was set because of it, and how it stands."""
    found = [action for action in log.every_action if action.said.comes_from == one.entry]
    words = [f"{a.said.what} ({state_words(a, log.until).lower()})" for a in found]
    return "; ".join(words) or "No learning action names it."


def _record(one: LookedBack) -> Record:
    said = one.said
    cells = ("review", one.reference, one.at, one.about, said.delays, said.gaps, said.thresholds)
    waited = one.at - one.took
    return Record((*cells, said.learnt, None, None, None, None, None, None, waited))


def ends_section(log: Log) -> Section:
    """What was learnt as challenges, cases and audits ended."""
    columns = (Column("When", 0), Column("Where", 0), Column("From", 2), Column("Learnt", 5))
    rows = tuple((one.at, one.where, one.about, one.learnt) for one in log.said)
    table = Table(columns, rows, empty="Nothing ended in this period that says what was learnt.")
    records = tuple(map(_said_record, log.said))
    return Section("Learnt as challenges, cases and audits ended", (table,), records=records)


def _said_record(one: Said) -> Record:
    sort = "audit" if one.where == "Audit" else "lesson"
    reference = None if sort == "audit" else one.where
    cells = (sort, reference, one.at, one.about, None, None, None, one.learnt)
    return Record((*cells, None, None, None, None, None, None, None))
