"""The evidence of a case: what is kept, where it is now, and every hand it went through."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.entries import EvidenceMoved, EvidenceSecured
from sgtui.domain.entries.choices import YesNo


@dataclass(frozen=True)
class Custody:
    """One link of a chain of custody: who had it from when, and where."""

    entry: UUID
    at: datetime
    recorded_by: UUID
    handed_to: str
    """Who has it from then on; empty while whoever kept it has it."""
    where_kept: str
    sealed: bool
    agency_reference: str
    reason: str


@dataclass(frozen=True)
class Held:
    """One thing kept as evidence, with its custody in the order of time (R97)."""

    id: UUID
    """The entry that secured it."""
    what: str
    custody: tuple[Custody, ...]

    @property
    def now(self) -> Custody:
        """Where it is and who has it now."""
        return self.custody[-1]


def evidence(case: CaseFile) -> tuple[Held, ...]:
    """Everything kept as evidence, the oldest first."""
    return tuple(
        Held(kept.entry.id, kept.what.what, tuple(_custody(case, kept)))
        for kept in case.of(EvidenceSecured)
    )


def _custody(case: CaseFile, kept: Said[EvidenceSecured]) -> Iterator[Custody]:
    """From securing it on; of two moves stated for one time the later written is the later."""
    said = kept.what
    yield Custody(
        entry=kept.entry.id,
        at=kept.at,
        recorded_by=kept.entry.recorded_by,
        handed_to=said.handed_to or "",
        where_kept=said.where_kept,
        sealed=said.sealed is YesNo.YES,
        agency_reference="",
        reason="",
    )
    moves = [move for move in case.of(EvidenceMoved) if move.what.evidence == kept.entry.id]
    for move in sorted(moves, key=lambda move: (move.at, move.entry.number)):
        yield _moved(move)


def _moved(move: Said[EvidenceMoved]) -> Custody:
    said = move.what
    return Custody(
        entry=move.entry.id,
        at=move.at,
        recorded_by=move.entry.recorded_by,
        handed_to=said.handed_to,
        where_kept=said.where_kept,
        sealed=said.sealed is YesNo.YES,
        agency_reference=said.agency_reference or "",
        reason=said.reason,
    )
