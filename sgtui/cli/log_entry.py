"""Any other kind of entry, for a case that is there, from prompts or from a file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from sgtui.cli import log_body_map
from sgtui.cli.exits import Refused
from sgtui.cli.output import say
from sgtui.cli.prompting import (
    ask,
    complaints_of,
    confirm,
    read_all,
    refuse_unless_right,
    values,
)
from sgtui.domain.entries import (
    CASE_KINDS,
    Amended,
    BodyMapped,
    ConcernRecorded,
    Payload,
    make_payload,
)
from sgtui.domain.entries.mark_words import mark_words
from sgtui.services.case import CaseView, case_id_of, read_case
from sgtui.services.desk import Desk
from sgtui.services.kinds import kinds_for
from sgtui.services.mark_answers import is_blank
from sgtui.services.prompts import OWN_TIME, Choice, Question, Setting, entry_questions
from sgtui.services.record import Recorded, new_entry, record
from sgtui.services.typed_answers import Meant, read_answer

KINDS = {
    word: kind
    for word, kind in CASE_KINDS.items()
    if kind is not ConcernRecorded and not kind.by_program
}
"""What a person may add to a case: all but what begins one and what the program itself adds."""

_HAPPENED = Question("happened", "Happened", "when", "When it happened; Enter for now.")
_ALL_MARKS = "Every mark of the map as it should read, in the order it has."


def log_entry(
    desk: Desk, reference: str, kind_word: str | None, given: dict[str, Any] | None
) -> Recorded:
    """Record one entry. Raises Refused with every complaint at once, NotYet, NoSuchCase."""
    view = read_case(desk, case_id_of(desk, reference))
    kind = _kind(kind_word, view, prompting=given is None)
    setting = Setting(view.register, view.as_at, view.case)
    asked = _questions(kind, setting, given)
    usual = {}
    if kind is BodyMapped:
        usual = log_body_map.usual(desk.member(view.register), setting)
    if given is None:
        say(f"{kind.title}. {kind.help}")
        read = _prompted(asked, setting, usual)
    else:
        read = {**usual, **_from_file(kind, asked, given, setting, usual)}
    payload = _payload(kind, view, read)
    if given is None:
        confirm(payload.line(view.register))
    happened = _happened(read, view.as_at)
    new = new_entry(payload, happened.value, about=happened.about)
    return record(desk, view.case.id, [new], seen=view.number)


def _from_file(
    kind: type[Payload],
    asked: Iterable[Question],
    given: Mapping[str, Any],
    setting: Setting,
    usual: Mapping[str, Meant],
) -> dict[str, Meant]:
    read, wrong = read_all(asked, given, setting.now)
    missing = [
        f"{one.name}: still needed: {one.label}."
        for one in asked
        if one.required and one.name not in (*read, *given, *usual)
    ]
    if kind is BodyMapped and is_blank(given.get("marks")):
        missing.append(log_body_map.NEEDED)
    refuse_unless_right([*wrong, *missing])
    return read


def _kind(word: str | None, view: CaseView, *, prompting: bool) -> type[Payload]:
    """The kind named, or asked for among those that make sense now."""
    if word is None and prompting:
        sensible = [
            name for kinds in kinds_for(view.case, view.register).values() for name in kinds
        ]
        return KINDS[ask(_which(sensible), "First:", view.as_at, needed=True).value]
    meant = read_answer(_which(KINDS), word, view.as_at)
    if meant.complaint:
        raise Refused(f"--kind: {meant.complaint}\nKinds are: {', '.join(KINDS)}.")
    return KINDS[meant.value]


def _which(kinds: Iterable[str]) -> Question:
    choices = tuple(Choice(name, KINDS[name].title) for name in kinds)
    return Question("kind", "What do you want to add?", "choice", "", True, choices)


def _questions(
    kind: type[Payload], setting: Setting, given: Mapping[str, Any] | None
) -> tuple[Question, ...]:
    """What is asked, with when it happened unless the entry is all about one look."""
    asked = entry_questions(kind, setting)
    if kind is BodyMapped:
        return asked
    if kind is not Amended:
        return (_HAPPENED, *asked)
    field = Question("field", "Field", "line", "Label of the field to put right.", required=True)
    value = Question("value", "Corrected", "line", "What it should say.", required=True)
    value = _as_the_field(value, (given or {}).get("field"))
    return (_HAPPENED, asked[0], field, value, *asked[1:])


def _as_the_field(question: Question, field: object) -> Question:
    """Corrected marks are told one a line, as marks are; anything else on one line."""
    marks = question.name == "value" and str(field).strip().casefold() == "marks"
    return replace(question, how="marks", help=_ALL_MARKS) if marks else question


def _prompted(
    asked: Iterable[Question], setting: Setting, usual: Mapping[str, Meant]
) -> dict[str, Meant]:
    read: dict[str, Meant] = {}
    questions = tuple(one for one in asked if one.can_be_answered)
    for number, question in enumerate(questions, start=1):
        place = f"{number} of {len(questions)}."
        wanted = _as_the_field(question, read["field"].value if "field" in read else "")
        if wanted.how == "marks" and not wanted.required:
            meant = log_body_map.ask_marks(wanted, place, setting)
        else:
            known = usual.get(wanted.name)
            said = read["happened"].value if "happened" in read else None
            meant = ask(wanted, place, setting.now, needed=wanted.required, usual=known, said=said)
        if meant.value is not None:
            read[wanted.name] = meant
    return read


def _happened(read: dict[str, Meant], now: datetime) -> Meant:
    """When it happened: as said, else the time that the entry itself tells, else now."""
    said = [read[name] for name in ("happened", *OWN_TIME) if name in read]
    return said[0] if said else Meant(now)


def _payload(kind: type[Payload], view: CaseView, read: dict[str, Meant]) -> Payload:
    fields = {name: value for name, value in values(read).items() if name != "happened"}
    if kind is Amended:
        fields["changes"] = _changes(view, fields)
    try:
        return make_payload({"kind": kind.kind_word(), **fields})
    except ValidationError as fault:
        refuse_unless_right(complaints_of(fault, kind))
        raise


def _changes(view: CaseView, fields: dict[str, Any]) -> dict[str, Any]:
    """The corrected field by the label it has in the entry, its value read as that field's."""
    label, value = fields.pop("field", ""), fields.pop("value", "")
    target = next(entry for entry in view.case.standing if entry.id == fields["entry"])
    setting = Setting(view.register, view.as_at, view.case)
    asked = entry_questions(type(target.payload), setting)
    named = [one for one in asked if label.casefold() in (one.label.casefold(), one.name)]
    if isinstance(value, tuple) and named and named[0].how == "marks":
        return {named[0].name: [mark_words(mark) for mark in value]}
    if not named:
        labels = ", ".join(one.label for one in asked)
        raise Refused(f"Field: that entry has no such field. It has {labels}.")
    meant = read_answer(named[0], value, view.as_at)
    if meant.complaint:
        raise Refused(f"Corrected: {meant.complaint}")
    return {named[0].name: _plain(meant.value)}


def _plain(value: Any) -> Any:
    """A corrected value as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, int) else str(value)
