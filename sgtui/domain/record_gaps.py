"""What is still missing from a full record (gates G1, G2, G3), and the entry that completed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    BodyMapDeclined,
    BodyMapped,
    ConcernCompleted,
    ConcernRecorded,
    Entry,
    Payload,
    SafetyChecked,
    StatementTaken,
)
from sgtui.domain.entries.choices import Category, Safety, StatementType


@dataclass(frozen=True)
class Gap:
    """A fact that a full record still lacks."""

    words: str
    """A few plain words, as in "The record still needs ..."."""
    gate: str
    mends: str
    """The kind of entry that adds it."""


_WHEN = Gap("when it happened", "G1", "concern_completed")
_WHERE = Gap("where it happened", "G1", "concern_completed")
_SEEN = Gap("what was seen, or their own words", "G1", "statement_taken")
_SAFE = Gap("what makes the person safe now", "G2", "safety_checked")
_MAP = Gap("a body map, or why there is none", "G3", "body_mapped")


def record_gaps(case: CaseFile) -> tuple[Gap, ...]:
    """The facts that the record lacks now; a person found unsafe again is one."""
    there = {gap for entry in case.standing for gap in _supplied(entry.payload)}
    if case.safety in (None, Safety.UNSAFE_UNCONTROLLED):
        there.discard(_SAFE)
    return tuple(gap for gap in _needed(case) if gap not in there)


def completed_by(case: CaseFile) -> Entry | None:
    """The entry with which the record was first full; None while something was never there.

    Later danger does not unmake it: that starts a duty of its own.
    """
    first: dict[Gap, int] = {}
    for entry in case.standing:
        for gap in _supplied(entry.payload):
            first[gap] = min(first.get(gap, len(case.entries)), _since(case, entry, gap))
    needed = _needed(case)
    if any(gap not in first for gap in needed):
        return None
    return case.entries[max(first[gap] for gap in needed) - 1]


def _since(case: CaseFile, entry: Entry, gap: Gap) -> int:
    """Number of the entry that brought it: the entry's own, or that of its last amendment."""
    if gap in _supplied(case.entries[entry.number - 1].payload):
        return entry.number
    return case.amendments[entry.id][-1].number


def _needed(case: CaseFile) -> tuple[Gap, ...]:
    always = (_WHEN, _WHERE, _SEEN, _SAFE)
    return (*always, _MAP) if Category.PHYSICAL in case.categories else always


def _supplied(payload: Payload) -> Iterator[Gap]:
    match payload:
        case ConcernRecorded():
            if payload.happened_at is not None:
                yield _WHEN
            if payload.place is not None:
                yield _WHERE
        case ConcernCompleted():
            yield from (_WHEN, _WHERE)
        case StatementTaken(statement_type=StatementType.FACT | StatementType.VERBATIM):
            yield _SEEN
        case SafetyChecked() if payload.safety is not Safety.UNSAFE_UNCONTROLLED:
            yield _SAFE
        case BodyMapped() | BodyMapDeclined():
            yield _MAP
