"""A mark in words: what is recorded of it, and what is not, as it is read aloud line by line."""

from collections.abc import Iterator, Mapping

from sgtui.domain.body_map.regions import region
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.mark_sizes import Size
from sgtui.domain.entries.marks import Colour, Mark, MarkKind, Pain, PressureCategory, Wound
from sgtui.domain.labelled import Labelled

PHRASES: Mapping[str, Mapping[Labelled, str]] = {
    "skin_broken": {YesNo.YES: "skin broken", YesNo.NO: "skin not broken"},
    "swelling": {YesNo.YES: "swollen", YesNo.NO: "not swollen"},
    "scab": {YesNo.YES: "scab", YesNo.NO: "no scab"},
    "blister": {YesNo.YES: "blister", YesNo.NO: "no blister"},
    "bleeding": {YesNo.YES: "bleeding", YesNo.NO: "not bleeding"},
    "hot": {YesNo.YES: "hot to touch", YesNo.NO: "not hot to touch"},
    "movement": {YesNo.YES: "movement affected", YesNo.NO: "movement not affected"},
    "wound": {Wound.CLEAN: "wound clean", Wound.GRIT: "dirt or grit in wound"},
    "pressure": {member: member.label.lower() for member in PressureCategory},
    "pain": {member: f"pain: {member.label.lower()}" for member in Pain},
}
"""Field of a mark to how each of its answers is read aloud, in the order they are read."""

COLOUR_WORDS: Mapping[Colour, str] = {colour: colour.label.lower() for colour in Colour}
"""Each colour as it stands within a line."""

NO_PHOTO = "no photo"
"""How it is said that no photograph was taken."""

NOT_RECORDED = "not recorded"
"""How it is said that nobody recorded a fact."""

UNRECORDED: Mapping[str, str] = {
    "length_mm": "size", "width_mm": "width", "colours": "colour", "shape": "shape",
    "pattern": "pattern", "skin_broken": "skin broken", "swelling": "swelling", "scab": "scab",
    "blister": "blister", "bleeding": "bleeding", "hot": "hot to touch",
    "movement": "movement affected", "wound": "clean or grit", "pressure": "category",
    "pain": "pain", "explanation": "explanation", "explained_by": "who explained it",
    "first_aid": "first aid", "photo": "photo", "photo_by": "who took the photo",
    "photo_consent": "consent to the photo", "photo_held": "where the photo is held",
}  # fmt: skip
"""Field of a mark to what it is called where nobody recorded it."""


def mark_words(mark: Mark) -> str:
    """A mark in one line, only what is recorded of it; `read_mark` reads it back."""
    return _sentences(_told(mark))


def mark_words_fully(mark: Mark) -> str:
    """The same line, and then what is not recorded; `read_mark` reads it back."""
    told, missing = _told(mark), ", ".join(UNRECORDED[name] for name in _unrecorded(mark))
    if missing:
        told.append(f"{NOT_RECORDED.capitalize()}: {missing}")
    return _sentences(told)


def _unrecorded(mark: Mark) -> tuple[str, ...]:
    """The fields that could say something of this mark and do not, in the order they are asked."""
    return tuple(
        name for name in UNRECORDED if getattr(mark, name) in (None, ()) and _could_say(mark, name)
    )


def size_words(mark: Mark) -> str:
    """ "30 x 20 mm", "30 mm", or nothing where no size is recorded."""
    return Size(mark.length_mm, mark.width_mm).echo


def colour_words(mark: Mark) -> str:
    """ "red, blue and black", or nothing where no colour is recorded."""
    *first, last = [COLOUR_WORDS[colour] for colour in mark.colours] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def quoted(text: str) -> str:
    """A person's words between quotes: single, or double where they hold an apostrophe."""
    if "'" not in text:
        return f"'{text}'"
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _could_say(mark: Mark, name: str) -> bool:
    """Whether a field is asked at all, given what the others say."""
    match name:
        case "width_mm":
            return mark.length_mm is not None
        case "pressure":
            return mark.kind is MarkKind.PRESSURE_DAMAGE
        case "wound":
            return mark.skin_broken is YesNo.YES
        case "explained_by":
            return mark.explanation is not None
        case "photo_by" | "photo_consent" | "photo_held":
            return mark.photo is YesNo.YES
    return True


def _sentences(told: list[str]) -> str:
    """Sentences one after another; words in quotes at the very end need no full stop."""
    ends_in_quotes = told[-1].startswith(("'", '"'))
    return ". ".join(told) + ("" if ends_in_quotes else ".")


def _told(mark: Mark) -> list[str]:
    """What is recorded, sentence by sentence, each still without its full stop."""
    told = [", ".join(_seen(mark))]
    if mark.explanation is not None:
        by = "" if mark.explained_by is None else f" ({_named(mark.explained_by)})"
        told.append(quoted(mark.explanation) + by)
    if mark.first_aid is not None:
        told.append(f"First aid: {quoted(mark.first_aid)}")
    if mark.photo is YesNo.YES:
        told.append(f"Photo: {', '.join(_photo(mark))}")
    elif mark.photo is YesNo.NO:
        told.append(NO_PHOTO.capitalize())
    return told


def _seen(mark: Mark) -> Iterator[str]:
    """What it is, where it is, and each fact that was seen of it."""
    yield mark.kind.label
    yield f"{region(mark.region).spoken} ({mark.region})"
    yield from filter(None, (size_words(mark), colour_words(mark)))
    if mark.shape is not None:
        yield f"shape {quoted(mark.shape)}"
    if mark.pattern is not None:
        yield f"pattern {quoted(mark.pattern)}"
    for name, phrases in PHRASES.items():
        answer = getattr(mark, name)
        if answer is not None:
            yield phrases[answer]


def _photo(mark: Mark) -> Iterator[str]:
    yield "taken" if mark.photo_by is None else f"taken by {quoted(mark.photo_by)}"
    if mark.photo_consent is not None:
        yield f"consent {quoted(mark.photo_consent)}"
    if mark.photo_held is not None:
        yield f"held {quoted(mark.photo_held)}"


def _named(who: str) -> str:
    """Who said it, within brackets: as it is where no bracket or quote could mislead."""
    misleads = who[0] in "'\"" or "(" in who or ")" in who
    return quoted(who) if misleads else who
