"""The fields of the concern form in the order they are gone through, and what stands in them."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from textual.widget import Widget

from sgtui.domain.age import case_kind_of
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
from sgtui.domain.entries.payload import LINE_LIMIT, STORY_LIMIT
from sgtui.domain.labelled import Labelled
from sgtui.domain.people import Person, Role, StaffMember
from sgtui.domain.register import Register
from sgtui.services.concern import ConcernNotice
from sgtui.services.concern_questions import LEVEL_HELP
from sgtui.services.ports import Now
from sgtui.ui import words
from sgtui.ui.screens.concern_answers import (
    ConcernAnswers,
    read_happened,
    resident_named,
    staff_named,
)
from sgtui.ui.screens.concern_rows import FormRow, MapLine, Remark
from sgtui.ui.widgets.candidates import Candidate, matching
from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.story import Story
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.time_field import TimeField

EMERGENCY = "Ring 999 now. Then press Ctrl+S: the rest can follow."
_TOLD = (
    Role.SAFEGUARDING_LEAD, Role.DEPUTY_SAFEGUARDING_LEAD, Role.ON_CALL_MANAGER,
    Role.REGISTERED_MANAGER, Role.NOMINATED_INDIVIDUAL, Role.SHIFT_LEADER,
)  # fmt: skip
CHILD = "Child: children's route"
_STORY_HELP = "Facts and exact words. Enter is a new line, Tab goes on."
_ALLEGED_HELP = "Who may have caused the harm. A member of staff: the full name."
_MAP_HELP = "F5 draws the body map. Where there is none, say why: no mark seen, or not looked."
_CHILDREN_HELP = "Does the person alleged work with children, here or elsewhere? Then LADO is told."
_ECHO_STARTS = 36
"""Column at which the reading of the time begins: label, field, gap, sign."""


class ConcernFields:
    """Every field, each in its row; rows are named as the fields of a notice are."""

    def __init__(self, register: Register, now: Now) -> None:
        """`register`: what is known of it so far; `offer` brings it up to date."""
        self._now = now
        self._typed = ""
        self._typed_at: datetime | None = None
        self.register = register
        self.who = Picker(placeholder="part of the name", nothing=words.NOBODY_FOUND, id="who")
        self.what = ChoiceRow(_choices(Category), many=True, primary=True, id="what")
        self.safe = ChoiceRow(_choices(Safety), id="safe")
        self.because = TextLine(max_length=LINE_LIMIT, id="because")
        self.when = TimeField(self._read_when, placeholder="now, -2h or 1430", id="when")
        self.where = ChoiceRow(_choices(Place), id="where")
        self.story = Story(max_length=STORY_LIMIT, id="story")
        self.sort = ChoiceRow(_choices(StatementType), (StatementType.FACT.value,), id="sort")
        self.speaker = TextLine(max_length=LINE_LIMIT, id="speaker")
        self.done = ChoiceRow(_choices(SafetyStep), many=True, id="done")
        self.no_map = TextLine(
            placeholder="F5 draws it. No map? Say why here.",
            max_length=LINE_LIMIT,
            id="no-map",
        )
        self.body_map = MapLine(id="map")
        self.alleged = TextLine(
            placeholder="leave empty if not known", max_length=LINE_LIMIT, id="alleged"
        )
        self.children = ChoiceRow(_CHILDREN, id="children")
        self.told = Picker(placeholder="name or role", id="told")
        self.level = ChoiceRow(_LEVELS, (Level.SAFEGUARDING.value,), id="level")
        self.who_remark = Remark(id="who-remark")
        self.emergency = Remark(id="emergency", classes="emergency")
        self.when_remark = Remark(id="when-remark")
        self.rows = self._rows()
        self.offer(register)

    def _rows(self) -> dict[str, FormRow]:
        return {
            "person": FormRow("Who", self.who, field_help="Any part of the name, or the room."),
            "category": _wide("What", self.what, "Press all that fit; the first is the main one."),
            "safety": _wide("Safe now?", self.safe, "Are they safe at this moment?"),
            "safe_because": _wide("Because", self.because, "Why safety could not be checked."),
            "happened_at": _wide("When", self.when, "Begin with ~ if it is only about right."),
            "place": _wide("Where", self.where, "Where it happened."),
            "text": FormRow("Seen, said", self.story, tall=True, field_help=_STORY_HELP),
            "statement_type": _wide("That is", self.sort, "What sort of statement it is."),
            "speaker": _wide("Said by", self.speaker, "Whose words or account it is."),
            "steps": _wide("Done", self.done, "All that was done; again takes one away."),
            "body_map": _wide("Body map", self.body_map, "F5 opens it: where, what, how large."),
            "no_map_because": _wide("Body map", self.no_map, _MAP_HELP),
            "alleged": FormRow("Alleged", self.alleged, field_help=_ALLEGED_HELP),
            "works_with_children": _wide("Children", self.children, _CHILDREN_HELP),
            "told": FormRow("Told", self.told, field_help="Who has been told: name or role."),
            "level": _wide("Level", self.level, LEVEL_HELP),
        }

    def lines(self) -> Iterator[Widget]:
        """Everything to show, from top to bottom."""
        for name, row in self.rows.items():
            yield row
            if name == "person":
                yield self.who_remark
            elif name == "safety":
                yield self.emergency
            elif name == "happened_at":
                yield self.when_remark

    def offer(self, register: Register) -> None:
        """Offer the people and staff of the register as it now is."""
        self.register = register
        people = sorted(register.people.values(), key=lambda person: person.name.casefold())
        self.who.offer([_resident(person) for person in people])
        staff = sorted(register.staff.values(), key=_told_first)
        self.told.offer([_colleague(member) for member in staff if member.active])

    def read(self) -> ConcernAnswers:
        """What stands in every field."""
        return ConcernAnswers(
            who=self.who.value or "",
            who_typed=self.who.text,
            what=self.what.values,
            safe=self.safe.value or "",
            because=self.because.text,
            when=self.when.value,
            when_typed_at=self._typed_at,
            where=self.where.value or "",
            story=self.story.text,
            sort=self.sort.value or "",
            speaker=self.speaker.text,
            done=self.done.values,
            body_map=self.body_map.answers,
            no_map=self.no_map.text,
            alleged=self.alleged.text,
            children=self.children.value or "",
            level=self.level.value or Level.SAFEGUARDING.value,
            told=self.told.value or "",
            told_typed=self.told.text,
        )

    def write(self, answers: ConcernAnswers) -> None:
        """Put earlier words back, each where it stood."""
        _pick(self.who, answers.who, answers.who_typed)
        self.what.values = _known(self.what, answers.what)
        self.safe.values = _known(self.safe, (answers.safe,))
        self.because.value = answers.because
        self._typed, self._typed_at = answers.when, answers.when_typed_at
        self.when.value = answers.when
        self.where.values = _known(self.where, (answers.where,))
        self.story.text = answers.story
        self.story.move_cursor(self.story.document.end)
        self.sort.values = _known(self.sort, (answers.sort,))
        self.speaker.value = answers.speaker
        self.done.values = _known(self.done, answers.done)
        self.body_map.answers = answers.body_map
        self.no_map.value = answers.no_map
        self.alleged.value = answers.alleged
        self.children.values = _known(self.children, (answers.children,))
        self.level.values = _known(self.level, (answers.level,))
        _pick(self.told, answers.told, answers.told_typed)

    def follow(self, answers: ConcernAnswers, notice: ConcernNotice) -> None:
        """Show what the answers so far ask for, and say beside a field what it means."""
        self.rows["safe_because"].display = notice.safety is Safety.UNABLE
        self.rows["speaker"].display = answers.asks_speaker
        self.rows["body_map"].display = answers.has_map
        self.rows["no_map_because"].display = answers.asks_why_no_map
        self.rows["works_with_children"].display = answers.asks_children(self.register)
        self.rows["level"].display = not notice.is_emergency
        self.emergency.show(EMERGENCY if notice.is_emergency else "")
        self._say_needs(answers)
        self._say_alleged(answers)
        happened = answers.happened(self._now())
        long_problem = "" if self._fits(happened.problem) else happened.problem
        self.when_remark.show(long_problem or happened.note, wrong=bool(long_problem))

    def complain(self) -> None:
        """Say beside the pickers that what was typed there names nobody."""
        unknown = bool(self.who.complaint)
        self.who_remark.show(words.NOT_IN_REGISTER if unknown else "", wrong=unknown)
        self.rows["told"].complain(self.told.complaint)

    def go_to(self, name: str) -> None:
        """Give the field of that row the focus."""
        field = self.rows[name].field
        inner = getattr(field, "input", field)
        inner.screen.set_focus(inner)

    def _say_needs(self, answers: ConcernAnswers) -> None:
        person = next((p for p in self.register.people.values() if str(p.id) == answers.who), None)
        needs = f"needs: {person.needs_words}" if person and person.needs_words else ""
        kind = case_kind_of(person, self.register.calendar.jurisdiction, self._now())
        child = CHILD if kind is CaseKind.CHILD else ""
        self.rows["person"].hint("; ".join(filter(None, (child, needs))))
        name = person.name if person else "the person"
        own = answers.sort == StatementType.VERBATIM
        self.speaker.placeholder = f"leave empty if {name} said it" if own else "name or role"

    def _say_alleged(self, answers: ConcernAnswers) -> None:
        """A full name of staff means that member; fewer letters only ask, and accuse nobody."""
        typed = answers.alleged
        named = self.register.staff.get(staff_named(self.register, typed) or UUID(int=0))
        if named is not None:
            lado = "; LADO told too" if named.works_with_children else ""
            self.rows["alleged"].hint(f"staff: will not own or decide{lado}")
            return
        if resident_named(self.register, typed, answers.who) is not None:
            self.rows["alleged"].hint("a resident here")
            return
        staff = [_colleague(m) for m in self.register.staff.values() if m.active]
        near = matching([Candidate(c.id, c.label) for c in staff], typed, 2) if typed else ()
        name = near[0].label if len(near) == 1 else "the full name"
        self.rows["alleged"].hint(f"staff? type {name}" if near else "")

    def _read_when(self, typed: str) -> tuple[bool, str]:
        now = self._now()
        if typed != self._typed:
            self._typed, self._typed_at = typed, now if typed else None
        happened = read_happened(typed, self._typed_at or now, now)
        shown = happened.problem if self._fits(happened.problem) else "see below"
        return not happened.problem, shown if happened.problem else happened.echo

    def _fits(self, problem: str) -> bool:
        """Whether the sentence has room beside the field."""
        return len(problem) <= self.when.app.size.width - _ECHO_STARTS


_LEVELS = [Choice(level.value, level.label) for level in (Level.SAFEGUARDING, Level.LOW_LEVEL)]
"""Immediate danger is said under Safe now?."""

_CHILDREN = [
    Choice(YesNo.YES.value, "Works with children"), Choice(YesNo.NO.value, "Does not"),
]  # fmt: skip


def _wide(label: str, field: Widget, about: str) -> FormRow:
    """A row that gives its field the whole width."""
    return FormRow(label, field, below=True, field_help=about)


def _choices(kind: type[Labelled]) -> list[Choice]:
    return [Choice(member.value, member.label) for member in kind]


def _known(row: ChoiceRow, values: tuple[str, ...]) -> tuple[str, ...]:
    offered = {choice.id for choice in row.choices}
    return tuple(value for value in values if value in offered)


def _pick(picker: Picker, picked: str, typed: str) -> None:
    picker.value = picked or None
    if picker.value is None:
        picker.text = typed


def _told_first(member: StaffMember) -> tuple[int, str]:
    """Whoever is to be told comes before others of the same words: the lead, then up the roles."""
    ranks = [_TOLD.index(role) for role in member.roles if role in _TOLD]
    return min(ranks, default=len(_TOLD)), member.name.casefold()


def _resident(person: Person) -> Candidate:
    room = f"Rm {person.room}" if person.room[:1].isdigit() else person.room
    return Candidate(str(person.id), person.name, room)


def _colleague(member: StaffMember) -> Candidate:
    detail = ", ".join(filter(None, (member.role_words, member.phone)))
    return Candidate(str(member.id), member.name, detail, tuple(r.label for r in member.roles))
