"""Handovers: each shift signed over by whoever goes, and taken over by whoever comes (R2, G17)."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sgtui.domain.entries import Entry, HandoverAccepted, HandoverSigned

KEPT = 60
"""How many of the newest are told of: two a day for a month."""


@dataclass(frozen=True)
class Handover:
    """One shift handed over. Whole sheets stay in the record; this is who, when and what."""

    entry: UUID
    shift_ends_at: datetime
    signed_by: UUID
    signed_at: datetime
    notes: str
    """What whoever went wanted the next shift to know."""
    items: int
    """Duties that stood on the sheet."""
    late: frozenset[str]
    """Those that were late then, each as REFERENCE.key."""
    register_number: int
    register_head: str
    """The register's newest link when it was signed."""
    accepted_by: UUID | None = None
    accepted_at: datetime | None = None
    accepted: frozenset[str] = frozenset()
    """The late duties taken over by name."""
    asked: str = ""
    """What whoever came asked or added."""
    replaced: bool = False
    """Whether the same person signed it anew before anybody had taken it over."""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody to take over."""
        return self.accepted_by is None and not self.replaced


@dataclass(frozen=True)
class Handovers:
    """The newest handovers, oldest first."""

    kept: tuple[Handover, ...] = ()

    @property
    def last(self) -> Handover | None:
        """The newest."""
        return self.kept[-1] if self.kept else None

    @property
    def waiting(self) -> Handover | None:
        """The one that waits for somebody to take over."""
        return self.last if self.last is not None and self.last.is_open else None

    @property
    def taken(self) -> Handover | None:
        """The newest that was taken over."""
        return next((one for one in reversed(self.kept) if one.accepted_by is not None), None)

    def find(self, entry: UUID) -> Handover | None:
        """The one that this entry signed."""
        return next((one for one in self.kept if one.entry == entry), None)

    def with_entry(self, entry: Entry) -> "Handovers":
        """These after one more entry of the register."""
        match entry.payload:
            case HandoverSigned() as said:
                before = tuple(replace(h, replaced=True) if h.is_open else h for h in self.kept)
                return Handovers((*before, _signed(entry, said))[-KEPT:])
            case HandoverAccepted() as said:
                return Handovers(tuple(_accepted(one, entry, said) for one in self.kept))
        return self


def item_key(reference: str, clock: str) -> str:
    """How a duty on a sheet is named: its case's reference, then its key in the case."""
    return f"{reference}.{clock}"


def _signed(entry: Entry, said: HandoverSigned) -> Handover:
    late = frozenset(item_key(one.reference, one.clock) for one in said.items if one.late)
    return Handover(
        entry=entry.id,
        shift_ends_at=said.shift_ends_at,
        signed_by=entry.recorded_by,
        signed_at=entry.recorded_at,
        notes=said.notes,
        items=len(said.items),
        late=late,
        register_number=said.register_number,
        register_head=said.register_head,
    )


def _accepted(one: Handover, entry: Entry, said: HandoverAccepted) -> Handover:
    """The first acceptance counts."""
    if one.entry != said.handover or one.accepted_by is not None:
        return one
    return replace(
        one,
        accepted_by=entry.recorded_by,
        accepted_at=entry.recorded_at,
        accepted=frozenset(said.accepted),
        asked=said.notes or "",
    )
