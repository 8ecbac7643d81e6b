"""The home's checklist for file audits: read, and changed item by item without any file (R42)."""

from collections.abc import Callable
from datetime import date

from pydantic import ValidationError

from sgtui.domain.checklist import FOLLOW_UP, Checklist, Item, next_version
from sgtui.domain.checklist_file import (
    DEFAULT,
    checklist_in,
    checklist_text,
    read_checklist,
)
from sgtui.domain.entries import ChecklistAdopted
from sgtui.domain.gates import Missing
from sgtui.domain.london_time import in_london
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.refusals import NotYet
from sgtui.services.register import as_it_stands, register_entry


def current(register: Register) -> Checklist:
    """The checklist that the next audit goes by: the newest adopted, else the shipped one."""
    newest = next(reversed(register.checklists), DEFAULT)
    return checklist_in(register.checklists, newest)


def of_version(register: Register, version: str) -> Checklist:
    """The checklist that an audit went by. KeyError for a version never adopted here."""
    return checklist_in(register.checklists, version)


def add_item(
    desk: Desk, name: str, question: str, about: str, because: str, *, risk: bool
) -> Checklist:
    """Ask one thing more from now on; the auditor answers it. A manager's.

    Raises NotYet, also where what is asked is too long or the checklist is full.
    """

    def change(was: Checklist, version: str, on: date) -> Checklist:
        code = was.free_code(name)
        item = Item(code=code, name=name, question=question, about=about, risk=risk)
        return was.with_item(item, version, on)

    return _changed(desk, change, because)


def leave_out(desk: Desk, code: str, because: str) -> Checklist:
    """Ask one thing no more. A manager's.

    Raises NotYet for follow-up, without which nothing is an audit of it (G16), and for what the
    checklist does not ask.
    """

    def change(was: Checklist, version: str, on: date) -> Checklist:
        if code == FOLLOW_UP:
            raise NotYet((Missing("G16", "Every audit verifies follow-up. That item stays."),))
        if was.item(code) is None:
            raise NotYet((Missing("G16", "The checklist does not ask that any more."),))
        return was.without(code, version, on)

    return _changed(desk, change, because)


def _changed(
    desk: Desk, change: Callable[[Checklist, str, date], Checklist], because: str
) -> Checklist:
    """A further version, adopted with its reason."""
    today = in_london(desk.now()).date()
    with desk.store.writing() as unit:
        register = as_it_stands(desk, unit)
        version = next_version(tuple(register.checklists), today)
        try:
            changed = change(current(register), version, today)
            said = ChecklistAdopted(version=version, toml=checklist_text(changed), reason=because)
        except ValidationError as error:
            raise NotYet(tuple(_misfits(error))) from None
        register_entry(desk, unit, said)
    return read_checklist(said.toml)


_LABELS = {
    "name": "Short name", "question": "Question", "about": "What for", "reason": "Because",
    "items": "Checklist",
}  # fmt: skip


def _misfits(error: ValidationError) -> list[Missing]:
    """One sentence for each answer that does not fit."""
    found = []
    for item in error.errors(include_url=False, include_input=False):
        label = next((_LABELS[part] for part in item["loc"] if part in _LABELS), "Checklist")
        limit = item.get("ctx", {}).get("max_length")
        why = f"at most {limit} characters." if limit else "write it in a few words."
        found.append(Missing("G16", f"{label}: {why}"))
    return found
