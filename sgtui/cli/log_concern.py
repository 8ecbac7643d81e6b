"""A new concern from prompts or from a file."""

from typing import Any
from uuid import UUID, uuid4

from pydantic import ValidationError

from sgtui.cli import log_body_map
from sgtui.cli.output import say
from sgtui.cli.prompting import (
    ask,
    complaints_of,
    confirm,
    read_all,
    refuse_unless_right,
    values,
)
from sgtui.domain.entries import ConcernRecorded
from sgtui.services.concern import ConcernNotice, concern_gaps, record_concern
from sgtui.services.concern_questions import (
    concern_questions,
    file_questions,
    is_needed,
    is_wanted,
    notice_of,
)
from sgtui.services.desk import Desk
from sgtui.services.prompts import Setting
from sgtui.services.record import Recorded
from sgtui.services.typed_answers import Meant


def from_prompts(desk: Desk) -> Recorded:
    """Ask for a concern. In danger everything but who, what and safety may be skipped."""
    setting = _setting(desk)
    questions = concern_questions(setting)
    say("Someone in danger now? Ring 999 first; write afterwards.")
    read: dict[str, Meant] = {}
    for number, question in enumerate(questions, start=1):
        known = values(read)
        if is_wanted(question, known):
            needed = is_needed(question, known)
            place = f"{number} of {len(questions)}."
            meant = ask(question, place, desk.now(), needed=needed)
            if question.how == "marks" and meant.value is not None:
                looks = desk.member(setting.register)
                meant = Meant(log_body_map.ask_how(meant.value, looks, setting))
            if meant.value is not None:
                read[question.name] = meant
            if question.name == "safety" and _notice(read).is_emergency:
                say("   Ring 999 now. The rest can follow: press Enter to skip.")
    confirm("Everything is asked.")
    return _record(desk, _notice(read), uuid4())


def from_file(desk: Desk, given: dict[str, Any]) -> Recorded:
    """Record what a file tells, or refuse with every complaint at once.

    A file may carry its own case_id: then giving it twice makes one case.
    """
    case_id, wrong = _own_id(given.pop("case_id", None))
    setting = _setting(desk)
    mapped, unread = log_body_map.from_file(given, desk.member(setting.register), setting)
    read, more = read_all(file_questions(setting), given, desk.now())
    if mapped is not None:
        read["body_map"] = Meant(mapped)
    said = {complaint.partition(":")[0] for complaint in more}
    gaps = concern_gaps(ConcernNotice.model_construct(**values(read)))
    missing = [f"{name}: still needed: {gaps[name]}." for name in gaps if name not in said]
    refuse_unless_right([*wrong, *more, *unread, *missing])
    return _record(desk, _notice(read), case_id)


def _setting(desk: Desk) -> Setting:
    with desk.store.reading() as unit:
        return Setting(desk.register(unit), desk.now())


def _notice(read: dict[str, Meant]) -> ConcernNotice:
    return notice_of(values(read), read.get("happened_at"))


def _own_id(given: object) -> tuple[UUID, list[str]]:
    if given is None:
        return uuid4(), []
    try:
        return UUID(str(given)), []
    except ValueError:
        return uuid4(), ["case_id: not an id. Leave it out, or give a UUID."]


def _record(desk: Desk, notice: ConcernNotice, case_id: UUID) -> Recorded:
    try:
        return record_concern(desk, notice, case_id=case_id)
    except ValidationError as fault:
        refuse_unless_right(complaints_of(fault, ConcernRecorded))
        raise
