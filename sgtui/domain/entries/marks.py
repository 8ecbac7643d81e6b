"""A mark on a body: what is seen and what is said of it, never what is guessed (domain 2.7)."""

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from sgtui.domain.body_map.regions import is_region
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.payload import Ask, Line
from sgtui.domain.labelled import Labelled

LONGEST_MM = 2000
"""No mark is longer than a person, in millimetres."""


class MarkKind(Labelled):
    """What sort of mark it looks like, the commonest first."""

    BRUISE = "bruise", "Bruise"
    CUT = "cut", "Cut"
    GRAZE = "graze", "Graze"
    SCRATCH = "scratch", "Scratch"
    SKIN_TEAR = "skin_tear", "Skin tear"
    SWELLING = "swelling", "Swelling"
    REDNESS = "redness", "Redness or mark"
    PRESSURE_DAMAGE = "pressure_damage", "Pressure damage"
    BURN = "burn", "Burn"
    SCALD = "scald", "Scald"
    BITE = "bite", "Bite"
    PUNCTURE = "puncture", "Puncture"
    FRACTURE_SUSPECTED = "fracture_suspected", "Fracture suspected"
    RESTRAINT = "restraint", "Ligature or restraint mark"
    FINGER_TIP = "finger_tip", "Finger-tip pattern"
    OTHER = "other", "Other mark"


class Colour(Labelled):
    """A colour as seen. A mark's age is never read from it (domain 2.7)."""

    RED = "red", "Red"
    PURPLE = "purple", "Purple"
    BLUE = "blue", "Blue"
    BLACK = "black", "Black"
    BROWN = "brown", "Brown"
    GREEN = "green", "Green"
    YELLOW = "yellow", "Yellow"
    PINK = "pink", "Pink"
    PALE = "pale", "Pale"
    DARKER = "darker", "Darker than the skin around it"


class PressureCategory(Labelled):
    """Category of pressure damage (EPUAP/NPIAP/PPPIA classification, 2019)."""

    ONE = "1", "Category 1"
    TWO = "2", "Category 2"
    THREE = "3", "Category 3"
    FOUR = "4", "Category 4"
    UNSTAGEABLE = "unstageable", "Unstageable"
    DEEP_TISSUE = "deep_tissue", "Suspected deep tissue injury"


class Pain(Labelled):
    """Whether it hurts, by what the person says or shows."""

    YES = "yes", "Yes"
    NO = "no", "No"
    CANNOT_SAY = "cannot_say", "Cannot say"


class Wound(Labelled):
    """Whether a wound looks clean."""

    CLEAN = "clean", "Clean"
    GRIT = "grit", "Dirt or grit in it"


def _known_region(code: str) -> str:
    if not is_region(code):
        raise ValueError("Give the code of a region, such as F17L.")
    return code


def _each_once(colours: tuple[Colour, ...]) -> tuple[Colour, ...]:
    return tuple(dict.fromkeys(colours))


class Mark(BaseModel):
    """One mark. All but kind and region may be left; what is left is "not recorded"."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True
    )

    kind: Annotated[MarkKind, Ask("What", "choice", "What it looks like.")]
    region: Annotated[str, AfterValidator(_known_region)]
    """Code of the region it is in. A mark is never moved."""
    length_mm: Annotated[int | None, Field(ge=1, le=LONGEST_MM)] = None
    width_mm: Annotated[int | None, Field(ge=1, le=LONGEST_MM)] = None
    colours: Annotated[
        tuple[Colour, ...],
        AfterValidator(_each_once),
        Ask("Colours", "choices", "Every colour seen."),
    ] = ()
    shape: Annotated[Line | None, Ask("Shape", "line", "round, oval, a line, a loop")] = None
    pattern: Annotated[
        Line | None, Ask("Pattern", "line", "where several are close: four in a row")
    ] = None
    skin_broken: Annotated[YesNo | None, Ask("Skin broken", "choice")] = None
    swelling: Annotated[YesNo | None, Ask("Swelling", "choice")] = None
    scab: Annotated[YesNo | None, Ask("Scab", "choice")] = None
    blister: Annotated[YesNo | None, Ask("Blister", "choice")] = None
    bleeding: Annotated[YesNo | None, Ask("Bleeding", "choice")] = None
    hot: Annotated[YesNo | None, Ask("Hot to touch", "choice")] = None
    movement: Annotated[YesNo | None, Ask("Movement affected", "choice")] = None
    wound: Annotated[Wound | None, Ask("Wound", "choice", "Only where the skin is broken.")] = None
    pain: Annotated[Pain | None, Ask("Pain", "choice")] = None
    pressure: Annotated[
        PressureCategory | None, Ask("Category", "choice", "Only for pressure damage.")
    ] = None
    explanation: Annotated[
        Line | None, Ask("Explained", "line", "how it came about, in their exact words")
    ] = None
    explained_by: Annotated[Line | None, Ask("Said by", "line", "who gave the explanation")] = None
    first_aid: Annotated[Line | None, Ask("First aid", "line", "what was done, by whom")] = None
    photo: Annotated[YesNo | None, Ask("Photo taken", "choice")] = None
    photo_by: Annotated[Line | None, Ask("Taken by", "line", "police, nurse: name and role")] = None
    photo_consent: Annotated[Line | None, Ask("Consent", "line", "who agreed, or why not")] = None
    photo_held: Annotated[Line | None, Ask("Held where", "line", "no picture is kept here")] = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.width_mm is not None and self.length_mm is None:
            raise ValueError("Give the length before the width, such as 3x2 cm.")
        if self.pressure is not None and self.kind is not MarkKind.PRESSURE_DAMAGE:
            raise ValueError("A category is only for pressure damage; leave it out here.")
        if self.explained_by is not None and self.explanation is None:
            raise ValueError("Write what was said, in Explained, or leave out who said it.")
        details = (self.photo_by, self.photo_consent, self.photo_held)
        if self.photo is not YesNo.YES and any(detail is not None for detail in details):
            raise ValueError("Say yes under Photo taken, or leave its details out.")
        return self
