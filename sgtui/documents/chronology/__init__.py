"""The chronology for an authority: what happened and was done, and when nobody was in contact."""

from collections.abc import Iterator, Sequence
from functools import partial

from sgtui.documents.case_facts import alleged_names
from sgtui.documents.case_views import cases_document, each_view
from sgtui.documents.chronology.for_the_authority import (
    NOTES,
    for_the_authority,
    other_residents_unnamed,
)
from sgtui.documents.chronology.glossary import glossary
from sgtui.documents.chronology.timeline import (
    COLUMNS,
    Told,
    entry_lines,
    gap_lines,
    in_order,
    late_lines,
    records_of,
    table_of,
)
from sgtui.documents.model import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Section,
    Table,
)
from sgtui.documents.naming import born_words, known
from sgtui.documents.rewording import reworded
from sgtui.domain.contact_gaps import ContactGap, allowed_between, contact_gaps
from sgtui.domain.entry_marks import EntryMark
from sgtui.domain.kept_times import kept_times
from sgtui.domain.london_time import in_london, moment_words
from sgtui.services.case import CaseView
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen
from sgtui.services.reports import Asked
from sgtui.services.work import Work

HOW_TO_READ = (
    "Each line says when it happened, what happened or was done, the reason where something was "
    "decided, and in brackets who wrote it. Capitals mark points of decision and the person's own "
    "words. What was written more than a day later says when. Numbers are those of the entries."
)
"""What stands over every chronology."""


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The chronology of a case, or of each of a period. Raises NoSuchCase, NotForYou."""
    tell = partial(_sections, desk, work)
    return cases_document(desk, asked, "chronology", tell, COLUMNS, NOTES)


def _sections(desk: Desk, work: Work, cases: Chosen) -> Iterator[Section]:
    for view in each_view(desk, cases, work):
        yield _section(view)


def _section(view: CaseView) -> Section:
    case, newest = view.case, view.case.entries[-1]
    gaps = contact_gaps(case, view.ladder, view.register, view.as_at)
    lines = lines_of(view, gaps)
    section = Section(
        title=f"{case.reference}, {view.register.person_name(case.opening.what.person)}",
        blocks=tuple(_blocks(view, lines, gaps)),
        reference=case.reference,
        head=(newest.number, newest.hash),
        records=records_of(lines),
        figures=_figures(lines, gaps),
    )
    words = other_residents_unnamed(view.register, [case])
    return reworded(section, lambda text: words(view.veil.words(text)))


def lines_of(view: CaseView, gaps: Sequence[ContactGap]) -> tuple[Told, ...]:
    """A case's chronology as an authority is given it."""
    kept = kept_times(view.clocks, view.as_at)
    reference = view.case.reference
    own = (*entry_lines(view), *late_lines(reference, kept), *gap_lines(reference, gaps))
    return in_order(for_the_authority(view.case, own))


def _figures(lines: Sequence[Told], gaps: Sequence[ContactGap]) -> tuple[tuple[str, Cell], ...]:
    marks = [told.mark for told in lines]
    return (
        ("entries", sum(told.number is not None for told in lines)),
        ("decisions", sum(m in (EntryMark.DECISION, EntryMark.THEIR_DECISION) for m in marks)),
        ("contact_gaps", len(gaps)),
        ("longest_contact_gap_hours", max((gap.lasted for gap in gaps), default=None)),
    )


def _blocks(view: CaseView, lines: Sequence[Told], gaps: Sequence[ContactGap]) -> Iterator[Block]:
    yield Facts(tuple(_facts(view)))
    yield Heading("Without contact")
    yield from gap_blocks(view, gaps)
    yield Heading("Chronology")
    yield Paragraph(HOW_TO_READ, "note")
    yield table_of(lines)
    yield from glossary(told.words for told in lines)


def _facts(view: CaseView) -> Iterator[tuple[str, Cell]]:
    case, person = view.case, view.person
    yield "The person", view.register.person_name(case.opening.what.person)
    yield "Born", born_words(person, in_london(view.as_at).date())
    yield "Care and support needs", known(person.care_needs if person else "")
    yield "Communication", known(person.communication_needs if person else "")
    yield "Concern about", case.opening.what.case_kind.label
    yield "Category", ", ".join(category.label for category in case.categories)
    yield "Alleged to have caused harm", alleged_names(case, view.register)
    yield "Noticed", case.opening.what.noticed_at
    for sent in case.referrals:
        decision = sent.decision[1].decision.label if sent.decision else "no decision yet"
        name = view.register.contact_name(sent.sent.contact)
        yield "Referred", f"{moment_words(sent.sent.sent_at)} to {name}: {decision}"
    yield "Stage", case.stage.label


def gap_blocks(view: CaseView, gaps: Sequence[ContactGap]) -> Iterator[Block]:
    """Every time without contact, and by what measure it is one."""
    allowed = allowed_between(view.ladder).words
    yield Paragraph(
        f"Times longer than {allowed} in which we and no agency were in contact, though a referral "
        "or a challenge was open. A call that reached nobody is no contact.",
        "note",
    )
    rows = tuple((gap.since, gap.lasted, gap.circumstances) for gap in gaps)
    columns = (Column("From", 0), Column("Length", 0), Column("What it was", 10))
    none = "None: nothing was with an agency so long without contact."
    yield Table(columns, rows, empty=none)
