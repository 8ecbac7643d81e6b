"""Entries about a body: the map of one examination's marks, and what its prompts led to."""

from typing import Annotated, ClassVar, Literal, Self
from uuid import UUID

from pydantic import BeforeValidator, Field, model_validator

from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.mark_reading import read_mark
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.entries.marks import Mark
from sgtui.domain.entries.payload import Ask, Directory, Line, Moment, Payload
from sgtui.domain.labelled import Labelled

MOST_MARKS = 99
"""Marks that one map may hold: their numbers have two digits."""


class Care(Labelled):
    """The care during which the skin was seen. Nobody is undressed for a body map (domain 2.7)."""

    WASHING = "washing", "Washing or bathing"
    DRESSING = "dressing", "Dressing or undressing"
    TOILET = "toilet", "Toilet or pad change"
    TURNING = "turning", "Turning or moving"
    WOUND_CARE = "wound_care", "Wound or skin care"
    SHOWN = "shown", "The person showed it"
    SEEN = "seen", "Seen without undressing"
    OTHER = "other", "Other care"


class Consent(Labelled):
    """What the person said to being looked at."""

    AGREED = "agreed", "The person agreed"
    BEST_INTERESTS = "best_interests", "Cannot decide this; best interests"
    DECLINED = "declined", "Declined; only what was in view"
    NOT_ASKED = "not_asked", "Not asked"


def _told_or_made(given: object) -> object:
    """A mark told in its text form, as a correction gives it, beside one already made."""
    return read_mark(given) if isinstance(given, str) else given


class BodyMapped(Payload):
    """The marks of one examination. Never added to: the next look is a new map (domain 2.7)."""

    title = "Body map"
    help = "The marks seen at one examination: where, what, how large, what colour."

    kind: Literal["body_mapped"] = "body_mapped"
    examined_at: Annotated[Moment, Ask("Looked at", "when", "When the person was looked at.")]
    examined_by: Annotated[UUID, Ask("By", "staff", "Who looked.")]
    care: Annotated[Care | None, Ask("During", "choice", "Which care.")] = None
    consent: Annotated[Consent | None, Ask("Consent", "choice")] = None
    ordinary_care_only: Annotated[
        YesNo | None, Ask("Only what care exposed", "choice", "No clothing moved for the map.")
    ] = None
    retrospective_because: Annotated[
        Line | None, Ask("From memory because", "line", "Leave empty if drawn while looking.")
    ] = None
    marks: Annotated[
        tuple[Annotated[Mark, BeforeValidator(_told_or_made)], ...],
        Field(max_length=MOST_MARKS),
        Ask("Marks", "marks", "One a line: bruise, left forearm, 3x2cm, purple"),
    ] = ()

    NONE_SEEN: ClassVar[str] = "No mark was seen."

    def line(self, directory: Directory) -> str:
        """How many marks and each as it is read aloud, then how they were looked for."""
        about = super().line(directory)
        told = [f"{number}. {mark_words(mark)}" for number, mark in enumerate(self.marks, 1)]
        return " ".join((self.count_words, *told, about))

    def _answered(self) -> list[str]:
        return [name for name in super()._answered() if name != "marks"]

    @property
    def count_words(self) -> str:
        """ "2 marks." or that none was seen."""
        if not self.marks:
            return self.NONE_SEEN
        return f"{len(self.marks)} {'mark' if len(self.marks) == 1 else 'marks'}."


class PromptKind(Labelled):
    """Why a map asks for a second look. A prompt is never a diagnosis (domain 2.7)."""

    UNUSUAL_SITE = "unusual_site", "Unusual site"
    REPEATED = "repeated", "Repeated in one place"


class PromptAnswer(Labelled):
    """What was done about a prompt."""

    HEEDED = "heeded", "Heeded: the lead was told"
    DISMISSED = "dismissed", "Dismissed, with a reason"


class BodyMapPromptAnswered(Payload):
    """A body map's prompt was heeded, or dismissed with a reason (domain 2.7)."""

    title = "Body map prompt"
    help = "Say whom you told, or why the prompt does not matter here."

    kind: Literal["body_map_prompt_answered"] = "body_map_prompt_answered"
    body_map: Annotated[UUID, Ask("Body map", "entry", of=("body_mapped",))]
    prompt: Annotated[PromptKind, Ask("Prompt", "choice")]
    answer: Annotated[PromptAnswer, Ask("Answer", "choice")]
    told: Annotated[UUID | None, Ask("Told", "staff", "Needed where heeded.")] = None
    reason: Annotated[Line | None, Ask("Because", "line", "Needed where dismissed.")] = None

    @model_validator(mode="after")
    def _told_or_reason(self) -> Self:
        if self.answer is PromptAnswer.HEEDED and self.told is None:
            raise ValueError("Say who was told, in Told.")
        if self.answer is PromptAnswer.DISMISSED and self.reason is None:
            raise ValueError("Say why the prompt does not matter here, in Because.")
        return self
