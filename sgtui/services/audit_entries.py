"""The entries of audits: what began and ended each, and those in the files as they stand."""

from collections.abc import Sequence
from uuid import UUID

from sgtui.domain.corrections import amended
from sgtui.domain.entries import (
    REGISTER_ID,
    Amended,
    AuditBegun,
    AuditEnded,
    EnteredInError,
    Entry,
    Payload,
)
from sgtui.services.ports import ReadUnit


class NoSuchAudit(Exception):
    """There is no audit with that id."""


def begun_by_id(unit: ReadUnit, audit: UUID) -> Entry:
    """The entry that began an audit. Raises NoSuchAudit."""
    for entry in unit.entries_of_kind((REGISTER_ID,), AuditBegun.kind_word()):
        if entry.id == audit:
            return entry
    raise NoSuchAudit("There is no such audit.")


def ended_of(unit: ReadUnit) -> dict[UUID, Entry]:
    """Each audit that was ended, with the entry that did."""
    found: dict[UUID, Entry] = {}
    for entry in unit.entries_of_kind((REGISTER_ID,), AuditEnded.kind_word()):
        if isinstance(entry.payload, AuditEnded):
            found[entry.payload.audit] = entry
    return found


def standing(unit: ReadUnit, case_ids: Sequence[UUID], *kinds: type[Payload]) -> list[Entry]:
    """The entries of some kinds in some cases as they stand: put right, none struck; in order."""
    struck = {
        getattr(entry.payload, "entry", None)
        for entry in unit.entries_of_kind(case_ids, EnteredInError.kind_word())
    }
    corrections: dict[UUID, tuple[Entry, ...]] = {}
    for entry in unit.entries_of_kind(case_ids, Amended.kind_word()):
        if isinstance(entry.payload, Amended) and entry.id not in struck:
            target = entry.payload.entry
            corrections[target] = (*corrections.get(target, ()), entry)
    found = [
        amended(entry, corrections.get(entry.id, ()))
        for kind in kinds
        for entry in unit.entries_of_kind(case_ids, kind.kind_word())
        if entry.id not in struck
    ]
    return sorted(found, key=lambda entry: (str(entry.case_id), entry.number))
