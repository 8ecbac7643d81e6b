"""The handover sheet: what the next shift must know and do, case by case as SBAR, to be signed."""

from collections.abc import Iterator

from sgtui.documents.handover.signed import signed_section, this_handover
from sgtui.documents.making import begun
from sgtui.documents.model import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Points,
    Record,
    Section,
    Table,
)
from sgtui.documents.naming import count, yes_no
from sgtui.domain.handover import Owed
from sgtui.domain.london_time import moment_words
from sgtui.domain.people import Person
from sgtui.domain.urgency import duration_words
from sgtui.services.desk import Desk
from sgtui.services.handover import HandoverView, read_handover
from sgtui.services.handover_sheet import LiveCase, coming_until, live_cases
from sgtui.services.queue import QueueRow
from sgtui.services.reports import Asked
from sgtui.services.work import Work

COLUMNS = (
    "reference", "person", "room", "stage", "duty", "owes", "owed_to", "due_at", "late",
    "high_risk", "desk", "explanation", "taken_over_by_name",
)  # fmt: skip

NOTES = (
    "Situation, background, assessment, recommendation: facts as the record has them.",
    "A case that names whoever makes this sheet is not on it; everybody else has it in the queue.",
    "It holds names. Hand it over by hand and shred it once the shift is taken over.",
)

_PARTS = ("Situation", "Background", "Assessment")


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The sheet as the home stands now. Raises NobodySignedIn; its sections raise Stopped."""
    view = read_handover(desk)
    about = f"For the shift until {moment_words(coming_until(view))}"
    return begun(desk, asked, "handover", _sections(desk, view, work), COLUMNS, about, NOTES)


def _sections(desk: Desk, view: HandoverView, work: Work) -> Iterator[Section]:
    yield _head(view)
    for case in live_cases(desk, view, work):
        yield _case(view, case)
    yield signed_section(desk, view)


def _head(view: HandoverView) -> Section:
    """What the next shift must hear first."""
    last = this_handover(view)
    change = last.shift_ends_at if last else view.change.ends_at
    figures = (
        ("duties_owed", len(view.owed)),
        ("duties_late", len(view.late)),
        ("to_record_first", len(view.first)),
    )
    blocks: list[Block] = [
        Facts(
            (
                ("Change of shift", change),
                ("Owed", count(len(view.owed), "duty", "duties")),
                ("Late", count(len(view.late), "duty", "duties")),
            )
        )
    ]
    if last is not None:
        blocks += [Heading("To tell the next shift"), Paragraph(last.notes, "quote")]
    if view.first and last is None:
        blocks.append(_table("First record these: nobody signs before", view, view.first))
    accepted = last.accepted if last is not None else frozenset[str]()
    blocks.append(_late(view, accepted))
    if view.elsewhere:
        blocks += [Heading("In nobody's handover"), Points(tuple(_elsewhere(view)))]
    return Section("Handover", tuple(blocks), figures=figures)


def _late(view: HandoverView, accepted: frozenset[str]) -> Table:
    """Each late duty with a box to tick; ticked where it was taken over by name."""
    boxes = {one.key: "[x]" if one.key in accepted else "[  ]" for one in view.late}
    return _table("Late: taken over each by name", view, view.late, boxes)


def _table(
    title: str, view: HandoverView, owed: tuple[Owed, ...], boxes: dict[str, str] | None = None
) -> Table:
    columns = (
        *((Column("Taken"),) if boxes is not None else ()),
        Column("Due"), Column("Case"), Column("Person", 2), Column("Duty", 2),
        Column("Who owes whom", 3), Column("Ring", 3),
    )  # fmt: skip
    rows = tuple(
        (*((boxes[one.key],) if boxes is not None else ()), *_cells(view, one)) for one in owed
    )
    return Table(columns, rows, title, "Nothing.")


def _cells(view: HandoverView, one: Owed) -> tuple[str, ...]:
    row = view.rows.get(one.key)
    if row is None:
        return (moment_words(one.due_at), one.reference, "", one.title, "", "")
    who = view.register.people.get(view.people.get(one.reference, row.case_id))
    return (_state(view, row), one.reference, _person_words(who), one.title, _who(row), row.desk)


def _who(row: QueueRow) -> str:
    """ "Joy Okafor, shift leader owes LA duty desk"."""
    owes, owed_to = _sides(row)
    return f"{owes} owes {owed_to}" if owed_to else owes


def _sides(row: QueueRow) -> tuple[str, str]:
    """Who owes and whom, in full: "you" means nobody on paper."""
    you = row.owner
    return you if row.owes == "you" else row.owes, you if row.owed_to == "you" else row.owed_to


def _state(view: HandoverView, row: QueueRow) -> str:
    """ "LATE 2 d 3 h", or when it is due."""
    if row.urgency.is_late:
        return f"LATE {duration_words(view.as_at - row.due_at)}"
    return moment_words(row.due_at)


def _elsewhere(view: HandoverView) -> Iterator[str]:
    for one in view.elsewhere:
        person = view.register.person_name(one.person)
        yield f"{one.reference}, {person}: it names {one.name}, who is not shown it."


def _case(view: HandoverView, case: LiveCase) -> Section:
    said = case.sbar
    changed = (f"Since the last handover: {', '.join(said.changed)}.",) if said.changed else ()
    new = ("New since the last handover.",) if case.new else ()
    parts = (new + said.situation + changed, said.background, said.assessment)
    told = Facts(tuple((label, " ".join(s)) for label, s in zip(_PARTS, parts, strict=True)))
    blocks: list[Block] = [told]
    if case.duties:
        blocks += [Paragraph("Recommendation", "strong"), Points(_recommended(view, case))]
    return Section(
        title=f"{case.reference}  {_person_words(case.person)}",
        blocks=tuple(blocks),
        reference=case.reference,
        head=(case.number, case.head),
        records=tuple(_record(view, case, row) for row in case.duties),
    )


def _recommended(view: HandoverView, case: LiveCase) -> tuple[str, ...]:
    """The next duties of the coming shift, each with when, whose, and whom to ring."""
    found = [_duty_words(view, row) for row in case.coming]
    if case.later:
        found.append(f"{case.later} more due after the coming shift.")
    return tuple(found)


def _duty_words(view: HandoverView, row: QueueRow) -> str:
    by = "" if row.urgency.is_late else "By "
    ring = f" Ring {row.desk}." if row.desk else ""
    urgent = f" If it cannot wait: {row.urgent}." if row.urgent else ""
    return f"{by}{_state(view, row)}: {row.duty}. {_who(row)}.{ring}{urgent}"


def _person_words(person: Person | None) -> str:
    if person is None:
        return "Someone not in the register"
    return ", ".join(part for part in (person.name, person.room) if part)


def _record(view: HandoverView, case: LiveCase, row: QueueRow) -> Record:
    last = this_handover(view)
    key = f"{row.reference}.{row.key.removeprefix(f'{row.case_id}.')}"
    taken = yes_no(last is not None and key in last.accepted)
    person = case.person
    owes, owed_to = _sides(row)
    return Record(
        (
            case.reference, person.name if person else None, person.room if person else None,
            row.stage, row.duty, owes, owed_to, row.due_at,
            yes_no(row.urgency.is_late), yes_no(row.high_risk),
            row.desk, row.explanation, taken,
        )
    )  # fmt: skip
