"""What stands on a body map while it is drawn, letter for letter, and the map that it makes."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from sgtui.domain.body_map.regions import region
from sgtui.domain.entries.body import BodyMapped
from sgtui.domain.entries.complaints import complaints
from sgtui.domain.entries.mark_sizes import Size, read_size
from sgtui.domain.entries.mark_words import mark_words, size_words
from sgtui.domain.entries.marks import Mark, MarkKind
from sgtui.domain.register import Register
from sgtui.domain.when import Reading, read_time

_FROZEN = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

NO_MARK_YET = "no mark yet"


class NotMapped(ValueError):
    """The map cannot be recorded as it stands; every complaint is a plain sentence."""

    def __init__(
        self, examination: Mapping[str, str], marks: Mapping[int, Mapping[str, str]]
    ) -> None:
        """`examination`: field to sentence; `marks`: number of a mark to the same."""
        self.examination = examination
        self.marks = marks
        super().__init__(next(self._sentences(), ""))

    def _sentences(self) -> Iterator[str]:
        for number, found in sorted(self.marks.items()):
            yield from (f"Mark {number}: {sentence}" for sentence in found.values())
        yield from self.examination.values()


class MarkAnswers(BaseModel):
    """One mark as far as it is filled in: kind and region at once, the rest as typed."""

    model_config = _FROZEN

    region: str
    kind: str
    size: str = ""
    """As typed, half of it too."""
    colours: tuple[str, ...] = ()
    signs: Mapping[str, str] = {}
    """Field of a mark to its answer: skin broken, swelling, pain and their like."""
    shape: str = ""
    pattern: str = ""
    pressure: str = ""
    explanation: str = ""
    explained_by: str = ""
    first_aid: str = ""
    photo: str = ""
    photo_by: str = ""
    photo_consent: str = ""
    photo_held: str = ""

    @property
    def measured(self) -> Size:
        """The size as it was understood."""
        return read_size(self.size)

    @property
    def is_pressure_damage(self) -> bool:
        """Whether a category is asked for."""
        return self.kind == MarkKind.PRESSURE_DAMAGE

    @property
    def has_photo(self) -> bool:
        """Whether it is asked who took the photo and where it is."""
        return self.photo == "yes"

    def like(self, region_code: str) -> "MarkAnswers":
        """A mark elsewhere that looks the same; what was said and done of this one stays here."""
        return MarkAnswers(
            region=region_code,
            **self.model_dump(include={"kind", "size", "colours", "signs", "shape", "pattern"}),
            pressure=self.pressure,
        )

    def fields(self) -> dict[str, Any]:
        """The fields of a mark; what is hidden on the form is left out."""
        size = self.measured
        said = {
            name: getattr(self, name).strip()
            for name in ("shape", "pattern", "explanation", "first_aid", "photo", *self._follows())
        }
        return {
            "kind": self.kind,
            "region": self.region,
            "length_mm": size.length_mm,
            "width_mm": size.width_mm,
            "colours": self.colours,
            **{name: answer for name, answer in self.signs.items() if answer},
            **{name: text for name, text in said.items() if text},
        }

    def _follows(self) -> tuple[str, ...]:
        """The fields that are asked because of what others say."""
        return (
            *(("pressure",) if self.is_pressure_damage else ()),
            *(("explained_by",) if self.explanation.strip() else ()),
            *(("photo_by", "photo_consent", "photo_held") if self.has_photo else ()),
        )

    def complaints(self) -> dict[str, str]:
        """Field to what is wrong with it; a size under "size"."""
        found = {"size": self.measured.problem} if self.measured.problem else {}
        try:
            Mark.model_validate(self.fields())
        except ValidationError as error:
            return {**found, **complaints(error, Mark)}
        return found

    def mark(self) -> Mark:
        """The mark, without a size that cannot be read. Raises ValidationError."""
        return Mark.model_validate(self.fields())

    def roughly(self) -> Mark:
        """The mark, or only what and where it is when the rest cannot be read."""
        try:
            return self.mark()
        except ValidationError:
            kind = next((kind for kind in MarkKind if kind == self.kind), MarkKind.OTHER)
            return Mark(kind=kind, region=self.region)

    def words(self) -> str:
        """The mark in a line; what cannot be read yet comes first, with a sign."""
        wrong = ", ".join(name.replace("_", " ") for name in self.complaints())
        told = mark_words(self.roughly())
        return f"! {wrong}. {told}" if wrong else told

    @property
    def kind_words(self) -> str:
        """What it is."""
        return next((kind.label for kind in MarkKind if kind == self.kind), "Mark")


class MapAnswers(BaseModel):
    """A body map as it stands on the screen, fit to be kept as a draft."""

    model_config = _FROZEN

    marks: tuple[MarkAnswers, ...] = ()
    none_seen: bool = False
    """Whether somebody looked and said that there is no mark."""
    looked: str = ""
    """When the person was looked at, as typed; empty for now."""
    looked_typed_at: datetime | None = None
    by: str = ""
    """Id of who looked; empty for whoever is signed in."""
    by_typed: str = ""
    care: str = ""
    consent: str = ""
    ordinary: str = ""
    memory: str = ""
    """Why it is drawn from memory."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been said yet."""
        return self == MapAnswers(looked_typed_at=self.looked_typed_at)

    def marks_now(self) -> tuple[tuple[int, Mark], ...]:
        """The marks that could be recorded as they stand, each with its number."""
        return tuple(
            (number, answers.mark())
            for number, answers in enumerate(self.marks, 1)
            if not answers.complaints()
        )

    def seen_at(self, now: datetime) -> Reading:
        """When the person was looked at: as typed at that moment, or now."""
        if not self.looked.strip():
            return read_time("now", now)
        return read_time(self.looked, self.looked_typed_at or now)

    def mapped(self, register: Register, now: datetime, author: UUID) -> BodyMapped:
        """The map. Raises NotMapped with every complaint at once."""
        examination = self.complaints(register, now)
        wrong = {n: found for n, one in enumerate(self.marks, 1) if (found := one.complaints())}
        if examination or wrong:
            raise NotMapped(examination, wrong)
        return self._made(now, author, tuple(one.mark() for one in self.marks))

    def roughly(self, now: datetime, author: UUID) -> BodyMapped:
        """The map with what can be read of it: to look at, not to record."""
        return self._made(now, author, tuple(one.roughly() for one in self.marks))

    def _made(self, now: datetime, author: UUID, marks: tuple[Mark, ...]) -> BodyMapped:
        seen_at = self.seen_at(now).at or now
        by = UUID(self.by) if self.by else author
        given = {"examined_at": seen_at, "examined_by": by, **self._asked(), "marks": marks}
        return BodyMapped.model_validate(given)

    def complaints(self, register: Register, now: datetime) -> dict[str, str]:
        """What is wrong with how the examination is described, field by field."""
        found = {}
        reading = self.seen_at(now)
        if reading.at is None:
            found["looked"] = f"Looked at: {reading.problem}"
        known = any(str(member) == self.by for member in register.staff)
        if (self.by and not known) or (self.by_typed.strip() and not self.by):
            found["by"] = "By: choose who looked from the list."
        return found

    def unread(self, register: Register, now: datetime) -> tuple[tuple[str, str], ...]:
        """What was typed and cannot be read, each with the words that name it."""
        wrong = self.complaints(register, now)
        sizes = [(f"Mark {n}, size", one.size) for n, one in enumerate(self.marks, 1)
                 if one.measured.problem]  # fmt: skip
        looked = [("Body map, looked at", self.looked)] if "looked" in wrong else []
        by = [("Body map, by", self.by_typed)] if "by" in wrong else []
        return (*sizes, *looked, *by)

    def readable(self, register: Register, now: datetime) -> "MapAnswers":
        """The map without what cannot be read, for an emergency that lets nothing wait."""
        wrong = self.complaints(register, now)
        marks = tuple(
            one.model_copy(update={"size": ""}) if one.measured.problem else one
            for one in self.marks
        )
        left_out = {"looked": {"looked": ""}, "by": {"by": "", "by_typed": ""}}
        empty = {name: "" for field in wrong for name in left_out[field]}
        return self.model_copy(update={"marks": marks, **empty})

    def _asked(self) -> dict[str, Any]:
        given = {
            "care": self.care,
            "consent": self.consent,
            "ordinary_care_only": self.ordinary,
            "retrospective_because": self.memory.strip(),
        }
        return {name: answer for name, answer in given.items() if answer}

    @property
    def count_words(self) -> str:
        """ "1 mark: bruise, person's left forearm, 30 x 20 mm", for a line of another form."""
        if not self.marks:
            return BodyMapped.NONE_SEEN.rstrip(".") if self.none_seen else NO_MARK_YET
        told = "; ".join(_briefly(one) for one in self.marks)
        wrong = [str(n) for n, one in enumerate(self.marks, 1) if one.complaints()]
        see = f" (! see mark {', '.join(wrong)})" if wrong and len(self.marks) > 1 else ""
        return f"{len(self.marks)} {'mark' if len(self.marks) == 1 else 'marks'}{see}: {told}"


def _briefly(answers: MarkAnswers) -> str:
    kind, place = answers.kind_words, region(answers.region).spoken
    found = answers.complaints()
    size = "! size" if "size" in found else ""
    if not found:
        size = size_words(answers.mark())
    return ", ".join(filter(None, (f"{kind[:1].lower()}{kind[1:]}", place, size)))
