"""The escalation ladder drawn, with who holds each role, for tenders and for staff (R45 to R47).

It holds no case: names are those of staff, as the register has them now.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from sgtui.documents.ladder.boxes import Holders, Page, pages
from sgtui.documents.ladder.drawing import svg
from sgtui.documents.ladder.tables import (
    COLUMNS,
    NOBODY,
    held_by,
    holder_table,
    matrix,
    records,
    roles_of,
    rung_words,
    stage_blocks,
)
from sgtui.documents.making import begun
from sgtui.documents.model import (
    Block,
    Document,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Section,
)
from sgtui.documents.naming import sentence
from sgtui.domain.flowchart import draw
from sgtui.domain.follow_up_words import follow_up, protection, scrutiny
from sgtui.domain.ladder import Ladder
from sgtui.domain.london_time import day_words
from sgtui.domain.register import Register
from sgtui.domain.route_words import route_lines
from sgtui.services.checklists import current
from sgtui.services.desk import Desk
from sgtui.services.ladder_picture import head_words
from sgtui.services.reports import Asked
from sgtui.services.work import Work

_LEGEND = (
    "Each box is a stage: who owns it, who else where they cannot or do not, whom it is put to, "
    "and how long each duty has. We: the home owes it. They: the agency. An unbroken line is taken "
    "when it is done in time, a broken one when it is late. A circle names a stage on another page."
)
_PARTS = "Own: owns the stage. 1, 2, 3: stands in, in that order."
_BESIDE = "Beside the ladder, whenever it applies"


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The ladder that new cases follow. Raises NobodySignedIn; its sections raise Stopped."""
    with desk.store.reading() as unit:
        register = desk.register(unit)
    ladder = desk.known.ladder(register, register.current_ladder)
    document = begun(
        desk,
        asked,
        "ladder",
        _sections(ladder, register, desk.now(), work),
        COLUMNS,
        about=f"{ladder.version}: {ladder.authority}",
        notes=(*head_words(ladder, desk.now())[1:], "It holds no case and no resident."),
    )
    return replace(document, reference="")


def _sections(ladder: Ladder, register: Register, now: datetime, work: Work) -> Iterator[Section]:
    parts = (partial(_roles, now=now), _drawn, _stages, _follow_up)
    work.begin(len(parts))
    for part in parts:
        yield part(ladder, register)
        work.step()


def _roles(ladder: Ladder, register: Register, *, now: datetime) -> Section:
    """Who holds each role, and the matrix of roles and stages (R46)."""
    blocks: list[Block] = [holder_table(ladder, register, now)]
    empty = [role.label for role in roles_of(ladder) if not register.holders(role)]
    if empty:
        words = f"Held by {NOBODY} now: {', '.join(empty)}. The next role takes their stages."
        blocks.append(Paragraph(words, "strong"))
    blocks += [Heading("Role matrix"), Paragraph(_PARTS, "note"), *matrix(ladder)]
    figures = (("roles_held_by_nobody", len(empty)),)
    return Section("Who holds each role", tuple(blocks), figures=figures)


def _drawn(ladder: Ladder, register: Register) -> Section:
    """The pictures, each on its page; as text it is drawn once."""
    holders: Holders = {role: held_by(register, role) for role in roles_of(ladder)}
    blocks: list[Block] = [Heading("How to read the drawing"), Paragraph(_LEGEND)]
    for number, page in enumerate(pages(ladder, holders)):
        blocks += [NewPage(), _picture(ladder, page, first=number == 0)]
    return Section("How a concern is escalated", tuple(blocks))


def _picture(ladder: Ladder, page: Page, *, first: bool) -> Picture:
    codes = f"{page.boxes[0].stage.code} to {page.boxes[-1].stage.code}"
    named = "; ".join(f"{box.stage.code} {box.stage.title}" for box in page.boxes)
    what = f"{_BESIDE}: {named}." if page.beside else f"Stages {codes} in order: {named}."
    drawn = tuple(draw(ladder)) if first else (f"({what})",)
    return Picture(svg(page, what), f"Flowchart. {what} In words under Each stage.", drawn)


def _stages(ladder: Ladder, register: Register) -> Section:
    found = tuple(records(ladder, register))
    blocks: list[Block] = [*stage_blocks(ladder, register)]
    routes = tuple(route_lines(ladder))
    if routes:
        blocks += [Heading("Where a concern is referred"), Points(routes)]
    figures = (
        ("stages", len(ladder.stages)),
        ("rungs_of_disagreement", len(ladder.rungs)),
        ("duties_with_a_time", sum(len(stage.clocks) for stage in ladder.stages)),
    )
    return Section("Each stage", tuple(blocks), records=found, figures=figures)


def _follow_up(ladder: Ladder, register: Register) -> Section:
    """How follow-up and audit work, from the ladder and the checklist themselves (R47)."""
    checklist = current(register)
    asked = sum(item.is_asked for item in checklist.items)
    audit = (
        f"Case files are audited by a checklist of {len(checklist.items)} points, version "
        f"{checklist.version}: {len(checklist.items) - asked} answered by the record itself, "
        f"{asked} by the auditor. Whether follow-up was verified is asked of every referral.",
        f"Source of the checklist: {sentence(checklist.source)} Checked "
        f"{day_words(checklist.checked_on)}.",
        "No entry is ever altered or deleted: a correction stands beside the original, and every "
        "entry is sealed to the one before it, so that a missing one is found.",
    )
    blocks: tuple[Block, ...] = (
        Heading("How referrals are followed up"),
        Points(follow_up(ladder)),
        Heading("What happens when we disagree"),
        Points(tuple(rung_words(ladder))),
        Heading("How people are kept safe meanwhile"),
        Points(protection(ladder)),
        Heading("How the work is checked"),
        Points((*scrutiny(ladder), *audit)),
    )
    return Section("Follow-up and audit", blocks)
