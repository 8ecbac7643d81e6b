"""What stands in the fields of the concern form, letter for letter, and the notice it makes."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sgtui.domain.entries.body import BodyMapped
from sgtui.domain.entries.choices import (
    Category,
    Level,
    Place,
    Safety,
    SafetyStep,
    StatementType,
    YesNo,
)
from sgtui.domain.register import Register
from sgtui.domain.when import read_time, say
from sgtui.services.concern import ConcernNotice, concern_gaps
from sgtui.ui.screens.body_map.answers import MapAnswers, NotMapped
from sgtui.ui.widgets.candidates import folded

_ABOUT = re.compile(r"\s*(?:~|about\b)\s*", re.IGNORECASE)
_OTHERS_ACCOUNT = (StatementType.VERBATIM, StatementType.THIRD_PARTY)

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Happened:
    """A typed time as it was understood; neither echo nor problem while nothing is typed."""

    at: datetime | None = None
    about: bool = False
    echo: str = ""
    note: str = ""
    """What else to know: which of two hours was taken, and how to type the other."""
    problem: str = ""


def read_happened(typed: str, typed_at: datetime, now: datetime) -> Happened:
    """Read a time typed at `typed_at`, in words that are right at `now`; "~" or "about" begins one.

    "-2h" means two hours before it was typed, however long the form then lies open.
    """
    about = _ABOUT.match(typed)
    if not typed.strip():
        return Happened()
    reading = read_time(typed[about.end() :] if about else typed, typed_at)
    if reading.at is None:
        return Happened(problem=reading.problem)
    note = reading.echo.removeprefix(say(reading.at, typed_at)).lstrip(", ")
    echo = f"{'about ' if about else ''}{say(reading.at, now)}"
    return Happened(reading.at, bool(about), echo, note[:1].upper() + note[1:])


class ConcernAnswers(BaseModel):
    """The words of each field as they stand, fit to be kept as a draft."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    who: str = ""
    """Id of the person picked."""
    who_typed: str = ""
    what: tuple[str, ...] = ()
    safe: str = ""
    because: str = ""
    when: str = ""
    when_typed_at: datetime | None = None
    where: str = ""
    story: str = ""
    sort: str = StatementType.FACT.value
    speaker: str = ""
    done: tuple[str, ...] = ()
    body_map: MapAnswers = MapAnswers()
    no_map: str = ""
    alleged: str = ""
    children: str = ""
    """Whether the person alleged works with children, where that is asked."""
    level: str = Level.SAFEGUARDING.value
    told: str = ""
    told_typed: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been answered yet."""
        only_opened = self.body_map if self.body_map.is_blank else MapAnswers()
        return self == ConcernAnswers(when_typed_at=self.when_typed_at, body_map=only_opened)

    @property
    def asks_speaker(self) -> bool:
        """Whether the statement is somebody else's, so that it matters whose."""
        return _one(StatementType, self.sort) in _OTHERS_ACCOUNT

    def happened(self, now: datetime) -> Happened:
        """When it happened, as typed."""
        return read_happened(self.when, self.when_typed_at or now, now)

    @property
    def has_map(self) -> bool:
        """Whether anything was marked, or somebody looked and saw nothing."""
        return bool(self.body_map.marks) or self.body_map.none_seen

    def notice(self, register: Register, now: datetime, author: UUID) -> ConcernNotice:
        """The concern as far as it is known; what is hidden on the form is left out.

        `author`: who is signed in, and has looked where nobody else is named on the body map.
        """
        what = _several(Category, self.what)
        happened = self.happened(now)
        unread = self._unread(register, happened, now)
        return ConcernNotice(
            person=_id(self.who),
            category=what[0] if what else None,
            other_categories=what[1:],
            happened_at=happened.at,
            happened_about=happened.about,
            place=_one(Place, self.where),
            statement_type=self._statement_type(unread),
            speaker=self._speaker(register),
            text=_line("\n".join(part for part in (self.story.strip(), unread) if part)),
            safety=(safety := _one(Safety, self.safe)),
            steps=_several(SafetyStep, self.done),
            safe_because=_line(self.because) if safety is Safety.UNABLE else None,
            body_map=self._mapped(register, now, author),
            no_map_because=_line(self.no_map) if self.asks_why_no_map else None,
            alleged=_line(self.alleged),
            alleged_staff=staff_named(register, self.alleged),
            alleged_person=resident_named(register, self.alleged, self.who),
            works_with_children=self._children(register),
            level=_one(Level, self.level) or Level.SAFEGUARDING,
            told=_id(self.told),
        )

    def asks_children(self, register: Register) -> bool:
        """Whether staff are alleged and the register does not say if they work with children."""
        member = register.staff.get(staff_named(register, self.alleged) or UUID(int=0))
        return member is not None and member.works_with_children is None

    def _children(self, register: Register) -> YesNo | None:
        return _one(YesNo, self.children) if self.asks_children(register) else None

    @property
    def asks_why_no_map(self) -> bool:
        """Whether harm to the body is named and nothing is mapped yet (gate G3)."""
        return Category.PHYSICAL.value in self.what and not self.has_map

    def gaps(self, notice: ConcernNotice) -> frozenset[str]:
        """The fields of the notice that keep it from being saved.

        A name typed under Told that is nobody's would be lost, and so would a body map that
        cannot be read, so they count; in an emergency nothing counts but who, what and safety.
        """
        found = set(concern_gaps(notice))
        if self.told_typed.strip() and not self.told and not notice.is_emergency:
            found.add("told")
        if self.has_map and notice.body_map is None:
            found.add("body_map")
        return frozenset(found)

    @property
    def _is_emergency(self) -> bool:
        return _one(Safety, self.safe) is Safety.UNSAFE_UNCONTROLLED

    def _mapped(self, register: Register, now: datetime, author: UUID) -> BodyMapped | None:
        """The body map; in an emergency without what cannot be read, else none at all."""
        if not self.has_map:
            return None
        drawn = self.body_map.readable(register, now) if self._is_emergency else self.body_map
        try:
            return drawn.mapped(register, now, author)
        except NotMapped:
            return None

    def _unread(self, register: Register, happened: Happened, now: datetime) -> str:
        """What an emergency lets pass although it was not understood, kept word for word."""
        if not self._is_emergency:
            return ""
        told = self.told_typed.strip() if not self.told else ""
        parts = (
            ("When", self.when.strip() if happened.problem else ""),
            ("Told", told),
            *(self.body_map.unread(register, now) if self.has_map else ()),
        )
        return "\n".join(f"{label}, as typed: {typed}" for label, typed in parts if typed)

    def _statement_type(self, unread: str) -> StatementType:
        """The sort chosen; a view where only unread words stand, so that they prove nothing."""
        if unread and not self.story.strip():
            return StatementType.OPINION
        return _one(StatementType, self.sort) or StatementType.FACT

    def _speaker(self, register: Register) -> str | None:
        """Whose words: as typed; a person's own words are theirs unless another is named."""
        if not self.asks_speaker:
            return None
        person = register.people.get(_id(self.who) or UUID(int=0))
        own = person.name if person and self.sort == StatementType.VERBATIM else ""
        return _line(self.speaker) or _line(own)


def staff_named(register: Register, typed: str) -> UUID | None:
    """The one active member of staff whose full name was typed, whatever its case or accents."""
    wanted = folded(typed).split()
    found = [m.id for m in register.staff.values() if m.active and folded(m.name).split() == wanted]
    return found[0] if len(found) == 1 else None


def resident_named(register: Register, typed: str, who: str) -> UUID | None:
    """The one resident whose full name was typed: not staff, nor whom the concern is about."""
    wanted = folded(typed).split()
    if not wanted or staff_named(register, typed) is not None:
        return None
    people = [p for p in register.people.values() if str(p.id) != who]
    found = [person.id for person in people if folded(person.name).split() == wanted]
    return found[0] if len(found) == 1 else None


def _line(text: str) -> str | None:
    return text.strip() or None


def _id(word: str) -> UUID | None:
    try:
        return UUID(word)
    except ValueError:
        return None


def _one(kind: type[Word], word: str) -> Word | None:
    return next((member for member in kind if member.value == word), None)


def _several(kind: type[Word], words: tuple[str, ...]) -> tuple[Word, ...]:
    found = (_one(kind, word) for word in dict.fromkeys(words))
    return tuple(member for member in found if member is not None)
