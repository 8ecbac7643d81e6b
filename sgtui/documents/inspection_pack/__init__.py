"""The inspection pack: a whole case file in the order in which an inspector reads (R5, R25, R38).

The chronology at its end is the whole record; the parts before it are the answers.
"""

from collections.abc import Iterator
from functools import partial

from sgtui.documents.case_views import cases_document, each_view
from sgtui.documents.chronology import HOW_TO_READ, gap_blocks
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
from sgtui.documents.inspection_pack.account import account
from sgtui.documents.inspection_pack.answers import Worked, answers, figures, worked_out
from sgtui.documents.inspection_pack.body_maps import body_maps
from sgtui.documents.inspection_pack.challenges import challenges
from sgtui.documents.inspection_pack.corrections import corrections
from sgtui.documents.inspection_pack.decisions import decisions
from sgtui.documents.inspection_pack.involved import involved
from sgtui.documents.inspection_pack.notifications import notifications
from sgtui.documents.inspection_pack.oversight import oversight
from sgtui.documents.inspection_pack.proof import proof
from sgtui.documents.inspection_pack.protection import protection
from sgtui.documents.inspection_pack.referrals import referrals
from sgtui.documents.inspection_pack.times import times
from sgtui.documents.inspection_pack.together import together
from sgtui.documents.inspection_pack.wishes import wishes
from sgtui.documents.model import Block, Document, Heading, NewPage, Paragraph, Section
from sgtui.documents.rewording import reworded
from sgtui.domain.contact_gaps import ContactGap, contact_gaps
from sgtui.services.case import CaseView
from sgtui.services.chain_look import ChainLook, look_at_chain, witness
from sgtui.services.desk import Desk
from sgtui.services.files import Chosen
from sgtui.services.reports import Asked
from sgtui.services.work import Work

_NOTES = (
    "For the inspector, whole and with names: nothing of these cases is left out. Keep it as the "
    "case file itself is kept.",
    "Times are London's. What was put right or struck stays readable beside its correction.",
)

_PARTS = (
    decisions, body_maps, referrals, challenges, protection, together, notifications, wishes,
    times, involved, oversight, corrections,
)  # fmt: skip
"""What comes between the answers and the chronology, in the order in which it is read."""


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The pack of a case, or of each of a period. Raises NoSuchCase, NotForYou."""
    tell = partial(_sections, desk, work)
    return cases_document(desk, asked, "inspection-pack", tell, COLUMNS, _NOTES)


def _sections(desk: Desk, work: Work, cases: Chosen) -> Iterator[Section]:
    register = witness(desk)
    for view in each_view(desk, cases, work):
        yield _section(view, look_at_chain(desk, view.case.id, register))


def _section(view: CaseView, look: ChainLook) -> Section:
    case, newest = view.case, view.case.entries[-1]
    gaps = contact_gaps(case, view.ladder, view.register, view.as_at)
    worked = worked_out(view)
    lines = _lines(view, worked, gaps)
    section = Section(
        title=f"{case.reference}, {view.register.person_name(case.opening.what.person)}",
        blocks=(*_answered(view, worked), *_told(view, lines, gaps), *proof(view, look)),
        reference=case.reference,
        head=(newest.number, newest.hash),
        records=records_of(lines),
        figures=tuple(figures(view, worked)),
    )
    return reworded(section, view.veil.words) if view.veil.references else section


def _lines(view: CaseView, worked: Worked, gaps: tuple[ContactGap, ...]) -> tuple[Told, ...]:
    """Every entry, struck ones too, with each deadline that passed and each silence."""
    reference = view.case.reference
    late, silent = late_lines(reference, worked.kept), gap_lines(reference, gaps)
    return in_order((*entry_lines(view), *late, *silent))


def _answered(view: CaseView, worked: Worked) -> Iterator[Block]:
    yield from account(view)
    yield from answers(view, worked)
    for part in _PARTS:
        yield from part(view)


def _told(view: CaseView, lines: tuple[Told, ...], gaps: tuple[ContactGap, ...]) -> Iterator[Block]:
    """The whole chronology, with what is needed to read it."""
    yield NewPage()
    yield Heading("Without contact")
    yield from gap_blocks(view, gaps)
    yield Heading("Chronology: every entry")
    yield Paragraph(HOW_TO_READ, "note")
    yield table_of(lines)
    yield from glossary(told.words for told in lines)
