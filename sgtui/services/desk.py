"""The desk: an open record, the clock and the person signed in. Every use case starts from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.clocks import clocks
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import shipped
from sgtui.domain.ladder_kept import read_kept
from sgtui.domain.people import StaffMember
from sgtui.domain.register import Register, fold_register
from sgtui.services.ports import Author, Now, ReadUnit, Store


class NobodySignedIn(Exception):
    """The signed-in person is not, or no longer, in the register."""


@dataclass
class Known:
    """What has been read of the register so far, so that each use reads only what is new."""

    register: Register = field(default_factory=Register)
    ladders: dict[str, Ladder] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    within: tuple[ReadUnit, Register] | None = None
    """What a transaction that writes has seen: it may still be undone, so it is for that alone."""

    def fresh(self, unit: ReadUnit) -> Register:
        """The register as this unit sees it."""
        with self.lock:
            known = self.register
            if self.within is not None and self.within[0] is unit:
                known = self.within[1]
            new = unit.register_entries(known.number)
            seen = fold_register(new, known) if new else known
            if unit.may_be_undone:
                self.within = (unit, seen)
            else:
                self.register, self.within = seen, None
            return seen

    def ladder(self, register: Register, version: str) -> Ladder:
        """A ladder that the register has adopted, by its version. KeyError for another."""
        if version not in self.ladders:
            text = register.ladders[version]
            self.ladders[version] = read_kept(text, version, self.basis(register, version))
        return self.ladders[version]

    def basis(self, register: Register, version: str = "") -> Callable[[str], Ladder | None]:
        """Finds what a ladder extends: one adopted before it, as adopted, else a shipped one.

        `version` is that of the ladder itself; empty for one that is not adopted yet.
        """
        adopted = tuple(register.ladders)
        before = adopted[: adopted.index(version)] if version in adopted else adopted
        return lambda named: self.ladder(register, named) if named in before else shipped(named)


@dataclass(frozen=True)
class Desk:
    """An open record, the clock, and the person signed in."""

    store: Store
    now: Now
    author: Author
    known: Known = field(default_factory=Known)

    def register(self, unit: ReadUnit) -> Register:
        """The register as this unit sees it."""
        return self.known.fresh(unit)

    def member(self, register: Register) -> StaffMember:
        """The person signed in. Raises NobodySignedIn when they have left meanwhile."""
        member = register.staff.get(self.author.staff_id)
        if member is None or not member.active:
            raise NobodySignedIn("You are no longer in the register. Sign in again.")
        return member

    def ladder_of(self, register: Register, case: CaseFile) -> Ladder:
        """The ladder version that a case follows."""
        return self.known.ladder(register, case.ladder_version)

    def clocks(self, register: Register, case: CaseFile) -> tuple[Clock, ...]:
        """Every clock of a case by its own ladder, and by those it followed before."""
        return clocks(
            case,
            self.ladder_of(register, case),
            register,
            lambda version: self.known.ladder(register, version),
        )
