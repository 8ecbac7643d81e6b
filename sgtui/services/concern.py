"""A concern comes in: what the form or the prompts gathered becomes the first entries of a case."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sgtui.domain.age import case_kind_of
from sgtui.domain.case_file import fold
from sgtui.domain.entries import (
    BodyMapDeclined,
    BodyMapped,
    ConcernRecorded,
    NewEntry,
    PersonInvolved,
    SafetyChecked,
    StatementTaken,
)
from sgtui.domain.entries.choices import (
    CaseKind,
    Category,
    Level,
    Place,
    Safety,
    SafetyStep,
    StatementType,
    YesNo,
)
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.entries.payload import Line, Moment, Story
from sgtui.domain.gates import Missing
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.ports import WriteUnit
from sgtui.services.record import (
    NotYet,
    Recorded,
    append,
    new_entry,
    new_reference,
    next_in_words,
)


class ConcernNotice(BaseModel):
    """A concern as told, before it is a case. What is not known yet is left None."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    person: UUID | None = None
    category: Category | None = None
    other_categories: tuple[Category, ...] = ()
    case_kind: CaseKind | None = None
    """Whose route it takes; None goes by the person's age."""
    level: Level = Level.SAFEGUARDING
    """As judged at first; an emergency is immediate, whatever stands here."""
    happened_at: Moment | None = None
    happened_about: bool = False
    place: Place | None = None
    statement_type: StatementType = StatementType.FACT
    speaker: Line | None = None
    text: Story | None = None
    safety: Safety | None = None
    steps: tuple[SafetyStep, ...] = ()
    safe_because: Line | None = None
    body_map: BodyMapped | None = None
    no_map_because: Line | None = None
    """Why there is none; it falls away where there is one."""
    alleged: Line | None = None
    alleged_staff: UUID | None = None
    alleged_person: UUID | None = None
    works_with_children: YesNo | None = None
    """Whether the person alleged does, where that was asked: the LADO is then told."""
    told: UUID | None = None

    @property
    def is_emergency(self) -> bool:
        """Whether the person is not safe now: ring first, the rest follows as debts."""
        return self.safety is Safety.UNSAFE_UNCONTROLLED


_ALWAYS = {"person": "who it is about", "category": "what sort of harm", "safety": "safe now?"}
_UNLESS_EMERGENCY = {
    "happened_at": "when it happened",
    "place": "where it happened",
    "text": "what was seen or said",
}


def concern_gaps(notice: ConcernNotice) -> dict[str, str]:
    """What is still needed before it can be saved, field by field in the order asked (G1, G2).

    In an emergency who, what and safety are enough: when, where and what was seen become debts.
    """
    wanted = {**_ALWAYS, **({} if notice.is_emergency else _UNLESS_EMERGENCY)}
    order = [name for name in ConcernNotice.model_fields if name in wanted]
    gaps = {name: wanted[name] for name in order if getattr(notice, name) is None}
    if notice.safety is Safety.UNABLE and notice.safe_because is None:
        gaps["safe_because"] = "why safety could not be checked"
    return gaps


def record_concern(
    desk: Desk, notice: ConcernNotice, *, case_id: UUID, draft_id: UUID | None = None
) -> Recorded:
    """Save a concern as a new case. Saving the same `case_id` twice gives the case already there.

    Raises NotYet with every gap at once.
    """
    gaps = concern_gaps(notice)
    if gaps:
        raise NotYet(tuple(Missing("G1", f"Still needed: {words}.") for words in gaps.values()))
    with desk.store.writing() as unit:
        recorded = _there_already(desk, unit, case_id) or _begin(desk, unit, notice, case_id)
        if draft_id is not None:
            unit.drop_draft(draft_id)
        return recorded


def _there_already(desk: Desk, unit: WriteUnit, case_id: UUID) -> Recorded | None:
    entries = unit.entries(case_id)
    if not entries:
        return None
    case = fold(entries)
    clocks = desk.clocks(desk.register(unit), case)
    return Recorded(case_id, case.reference, entries, next_in_words(clocks, desk.now()))


def _begin(desk: Desk, unit: WriteUnit, notice: ConcernNotice, case_id: UUID) -> Recorded:
    now = desk.now()
    register = desk.register(unit)
    reference = new_reference(unit, now)
    told = notice.model_copy(update={"case_kind": kind_of(notice, register, now)})
    new = tuple(first_entries(told, reference, register.current_ladder, now))
    return append(desk, unit, case_id, new, seen=0)


def kind_of(notice: ConcernNotice, register: Register, now: datetime) -> CaseKind:
    """Whose route it takes: a child's by their age, whatever else was said; else as said."""
    person = register.people.get(notice.person) if notice.person else None
    by_age = case_kind_of(person, register.calendar.jurisdiction, now)
    said = notice.case_kind or CaseKind.ADULT
    return by_age if said is CaseKind.ADULT else said


def first_entries(
    notice: ConcernNotice, reference: str, ladder: str, now: datetime
) -> Iterator[NewEntry]:
    """The entries that a complete notice makes, in the order they are kept."""
    happened_at = notice.happened_at or now
    concern = ConcernRecorded.model_validate(
        {
            "reference": reference,
            "ladder": ladder,
            "noticed_at": happened_at,
            "case_kind": notice.case_kind or CaseKind.ADULT,
            "level": Level.IMMEDIATE if notice.is_emergency else notice.level,
            **{name: getattr(notice, name) for name in _CONCERN_FIELDS},
        }
    )
    yield new_entry(concern, happened_at, about=notice.happened_about)
    if notice.works_with_children is not None:
        yield new_entry(_who_is_alleged(notice), now)
    if notice.text is not None:
        statement = StatementTaken(
            statement_type=notice.statement_type, speaker=notice.speaker, text=notice.text
        )
        yield new_entry(statement, happened_at, about=notice.happened_about)
    if notice.safety is not None:
        checked = SafetyChecked(
            safety=notice.safety, steps=notice.steps, because=notice.safe_because
        )
        yield new_entry(checked, now)
    if notice.body_map is not None:
        yield new_entry(notice.body_map, notice.body_map.examined_at)
    elif notice.no_map_because is not None:
        yield new_entry(BodyMapDeclined(reason=notice.no_map_because), now)


_CONCERN_FIELDS = (
    "person",
    "category",
    "other_categories",
    "happened_at",
    "happened_about",
    "place",
    "alleged",
    "alleged_staff",
    "alleged_person",
    "told",
)


def _who_is_alleged(notice: ConcernNotice) -> PersonInvolved:
    return PersonInvolved(
        name=notice.alleged or "The person alleged",
        involvement=Involvement.ALLEGED,
        staff=notice.alleged_staff,
        person=notice.alleged_person,
        works_with_children=notice.works_with_children,
    )
