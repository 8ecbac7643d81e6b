"""A case and those linked with it as one chronology, for a meeting (R84, R85, domain 2.14)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sgtui.documents.case_views import cases_document, each_view
from sgtui.documents.chronology import HOW_TO_READ, lines_of
from sgtui.documents.chronology.for_the_authority import NOTES, other_residents_unnamed
from sgtui.documents.chronology.glossary import glossary
from sgtui.documents.chronology.timeline import COLUMNS, Told, in_order, records_of, table_of
from sgtui.documents.model import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Section,
    Table,
)
from sgtui.documents.naming import not_shown
from sgtui.documents.rewording import reworded
from sgtui.domain.case_file import CaseFile
from sgtui.domain.contact_gaps import contact_gaps
from sgtui.domain.register import Register
from sgtui.services.case import CaseView, case_id_of, read_case
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen
from sgtui.services.refusals import NoSuchCase
from sgtui.services.reports import Asked
from sgtui.services.veil import ANOTHER
from sgtui.services.work import Work


@dataclass(frozen=True)
class _Part:
    """What one of the cases brings to the whole."""

    case: CaseFile
    register: Register
    lines: tuple[Told, ...]


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The combined chronology of a case, or of each of a period. Raises NoSuchCase, NotForYou."""
    tell = partial(_sections, desk, work)
    return cases_document(desk, asked, "combined-chronology", tell, COLUMNS, NOTES)


def _sections(desk: Desk, work: Work, cases: Chosen) -> Iterator[Section]:
    """One for each case; those of a group that has been told already are passed over."""
    told: set[frozenset[str]] = set()
    for view in each_view(desk, cases, work):
        group = frozenset({view.case.reference, *(one.reference for one in view.linked)})
        if group not in told:
            told.add(group)
            yield _section(desk, view)


def _section(desk: Desk, view: CaseView) -> Section:
    newest = view.case.entries[-1]
    shown = [one.reference for one in view.linked if one.reference != ANOTHER]
    parts = (_part(view), *_others(desk, shown))
    lines = in_order(told for part in parts for told in part.lines)
    more = len(view.linked) - len(shown)
    section = Section(
        title=_title(view),
        blocks=tuple(_blocks(parts, lines, more)),
        reference=view.case.reference,
        head=(newest.number, newest.hash),
        records=records_of(lines),
        figures=(("cases", len(parts)), ("cases_not_shown", more), ("lines", len(lines))),
    )
    words = other_residents_unnamed(view.register, [part.case for part in parts])
    return reworded(section, words)


def _title(view: CaseView) -> str:
    if view.linked:
        return f"{view.case.reference} and the cases linked with it"
    name = view.register.person_name(view.case.opening.what.person)
    return f"{view.case.reference}, {name}"


def _part(view: CaseView) -> _Part:
    gaps = contact_gaps(view.case, view.ladder, view.register, view.as_at)
    return _Part(view.case, view.register, lines_of(view, gaps))


def _others(desk: Desk, references: Sequence[str]) -> Iterator[_Part]:
    for reference in references:
        try:
            yield _part(read_case(desk, case_id_of(desk, reference)))
        except NoSuchCase:
            continue


def _blocks(parts: Sequence[_Part], lines: Sequence[Told], more: int) -> Iterator[Block]:
    yield Heading("The cases")
    yield _cases(parts)
    if len(parts) + more == 1:
        yield Paragraph("No other case is linked with it.")
    yield from (Paragraph(words, "note") for words in not_shown(more, "more linked case"))
    yield Heading("Chronology")
    yield Paragraph(HOW_TO_READ, "note")
    yield table_of(lines, references=True)
    yield from glossary(told.words for told in lines)


def _cases(parts: Sequence[_Part]) -> Table:
    rows = tuple(
        (
            part.case.reference,
            part.case.opening.what.noticed_at,
            f"{part.register.person_name(part.case.opening.what.person)}. "
            f"{', '.join(category.label for category in part.case.categories)}. "
            f"{part.case.stage.label}.",
        )
        for part in parts
    )
    return Table((Column("Case", 0), Column("Noticed", 0), Column("About", 8)), rows)
