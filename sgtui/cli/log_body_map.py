"""A body map by prompts or from a file: its marks one a line, then how the person was looked at."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from sgtui.cli.output import say
from sgtui.cli.prompting import ask, chosen, complaints_of, read_all, values
from sgtui.domain.entries import BodyMapped
from sgtui.domain.entries.marks import Mark
from sgtui.domain.people import StaffMember
from sgtui.services.mark_answers import is_blank
from sgtui.services.prompts import Question, Setting, entry_questions
from sgtui.services.typed_answers import Meant

NEEDED = "marks: still needed: one a line, or [] where no mark was seen."


def usual(looks: StaffMember, setting: Setting) -> dict[str, Meant]:
    """What Enter means: looked at now, by whoever is signed in."""
    return {
        "examined_at": Meant(setting.now, "now"),
        "examined_by": Meant(looks.id, looks.name),
    }


def ask_marks(question: Question, place: str, setting: Setting) -> Meant:
    """The marks. Where none is given, that none was seen is said by the person, never taken so."""
    while True:
        meant = ask(question, place, setting.now, needed=False)
        if meant.value is not None:
            return meant
        say(f"\n   No mark was given. That records: {BodyMapped.NONE_SEEN}")
        if chosen("Yes, no mark was seen", "Back to the marks") == 1:
            return meant


def ask_how(marks: tuple[Mark, ...], looks: StaffMember, setting: Setting) -> BodyMapped:
    """Ask how the person was looked at, and give the map with these marks."""
    questions = [one for one in entry_questions(BodyMapped, setting) if one.how != "marks"]
    known, read = usual(looks, setting), {}
    for number, question in enumerate(questions, start=1):
        place = f"Body map, {number} of {len(questions)}."
        read[question.name] = ask(
            question, place, setting.now, needed=question.required, usual=known.get(question.name)
        )
    return BodyMapped.model_validate({**values(read), "marks": marks})


def from_file(
    given: dict[str, Any], looks: StaffMember, setting: Setting
) -> tuple[BodyMapped | None, list[str]]:
    """Take the body map out of a concern's fields: the map, or what is wrong with it.

    It stands there as {"body_map": {"marks": [...], ...}}, or by its marks alone.
    """
    own, marks = given.pop("body_map", None), given.pop("marks", None)
    if own is None and is_blank(marks):
        return None, []
    if not is_blank(given.get("no_map_because")):
        return None, ["no_map_because: there is a body map. Leave one of the two out."]
    if own is not None and not is_blank(marks):
        return None, ["marks: put them into body_map, or leave body_map out."]
    if own is not None and not isinstance(own, dict):
        return None, ['body_map: an object is wanted: {"marks": [...], "examined_at": ...}.']
    mapped, wrong = _read(own if own is not None else {"marks": marks}, looks, setting)
    return mapped, [complaint if own is None else f"body_map, {complaint}" for complaint in wrong]


def _read(
    fields: Mapping[str, Any], looks: StaffMember, setting: Setting
) -> tuple[BodyMapped | None, list[str]]:
    read, wrong = read_all(entry_questions(BodyMapped, setting), fields, setting.now)
    if is_blank(fields.get("marks")):
        wrong.append(NEEDED)
    if wrong:
        return None, wrong
    try:
        return BodyMapped.model_validate(values({**usual(looks, setting), **read})), []
    except ValidationError as fault:
        return None, complaints_of(fault, BodyMapped)
