"""The meetings of a case, arranged, held or called off (R120 to R122)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sgtui.domain.entries import Entry, MeetingArranged, MeetingCalledOff, MeetingHeld


@dataclass(frozen=True)
class Meeting:
    """A meeting that was arranged, and what became of it."""

    entry: Entry
    arranged: MeetingArranged
    held: tuple[Entry, MeetingHeld] | None = None
    called_off: Entry | None = None

    @property
    def id(self) -> UUID:
        """The id of the entry that arranged it."""
        return self.entry.id

    @property
    def outstanding(self) -> bool:
        """Whether it is still to be held or called off."""
        return self.held is None and self.called_off is None


def meetings(standing: Sequence[Entry]) -> tuple[Meeting, ...]:
    """Every arranged meeting of a case, in the order arranged."""
    found: dict[UUID, Meeting] = {}
    for entry in standing:
        match entry.payload:
            case MeetingArranged() as said:
                found[entry.id] = Meeting(entry, said)
            case MeetingHeld(arranged=UUID() as which) as said if _outstanding(found, which):
                found[which] = replace(found[which], held=(entry, said))
            case MeetingCalledOff(arranged=which) if _outstanding(found, which):
                found[which] = replace(found[which], called_off=entry)
    return tuple(found.values())


def _outstanding(found: dict[UUID, Meeting], which: UUID) -> bool:
    return which in found and found[which].outstanding
