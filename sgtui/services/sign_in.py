"""Signing in: who may open the record, and the desk that a passphrase opens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from sgtui.domain.entries import StaffRegistered
from sgtui.domain.gates import Missing
from sgtui.domain.people import Right, StaffMember
from sgtui.services.desk import Desk, Known, NobodySignedIn
from sgtui.services.ports import Now, SlotPerson, Slots, Store, Unlocked
from sgtui.services.projection import build_lists
from sgtui.services.refusals import NotYet
from sgtui.services.register import register_entry, staff_gone
from sgtui.services.register_fields import staff_fields

SHORTEST = 12
"""Characters a passphrase must have; four words are better."""

_COMMON = (
    "password", "passphrase", "letmein", "welcome", "safeguarding", "carehome", "administrator",
    "changeme", "sgtui", "qwertyuiop", "abcdefghijkl", "123456789012", "iloveyou", "football",
)  # fmt: skip


class UnknownName(Exception):
    """Nobody who can sign in has that name, or several have."""


@dataclass
class Door:
    """The way into one record: who may sign in, and the record once somebody has."""

    slots: Slots
    open_store: Callable[[bytes], Store]
    now: Now
    known: Known = field(default_factory=Known, repr=False)
    _key: bytes = field(default=b"", repr=False)
    _store: Store | None = None
    _lock: Lock = field(default_factory=Lock, repr=False)

    def people(self) -> tuple[SlotPerson, ...]:
        """Who can sign in, by name. Raises StoreUnreachable or StoreDamaged."""
        return self.slots.people()

    def named(self, typed: str) -> SlotPerson:
        """The one person meant by a typed name, whole or in part. Raises UnknownName."""
        return person_named(self.people(), typed)

    def sign_in(self, staff_id: UUID, passphrase: str) -> Desk:
        """The desk of one person.

        Raises WrongPassphrase, TryLater, NobodySignedIn for a leaver, and StoreFailure.
        """
        return self._greeted(self.slots.unlock(staff_id, passphrase, self.now()))

    def sign_in_to_demo(self, staff_id: UUID | None = None) -> Desk:
        """The desk of somebody in an invented home, by default its first person."""
        return self._greeted(self.slots.unlock_demo(staff_id))

    def unlocked(self, unlocked: Unlocked) -> Desk:
        """The desk of one person whether or not the register can be read, for checking it."""
        return Desk(self._opened(unlocked.data_key), self.now, unlocked.signer, self.known)

    def enrol(
        self, desk: Desk, staff_id: UUID, passphrase: str | None, *, anew: bool = False
    ) -> None:
        """Let a registered member of staff sign in: a slot, and their key in the register.

        `anew`: the passphrase they had is forgotten and opens nothing any more. Raises NotYet for
        a weak passphrase or a lack of rights, SlotRefused when they have one and not `anew`.
        """
        with desk.store.reading() as unit:
            register = desk.register(unit)
            author = desk.member(register)
        member = register.staff.get(staff_id)
        if member is None:
            raise NobodySignedIn("Register this member of staff before letting them sign in.")
        if passphrase is not None:
            refuse_weak(passphrase, (member.name, register.service, register.authority))
        if anew:
            self._forget(author, staff_id)
        signer = self.slots.add_person(self._key, SlotPerson(staff_id, member.name), passphrase)
        told = False
        try:
            with desk.store.writing() as unit:
                register_entry(desk, unit, _with_key(member, signer.public_key))
                told = True
        finally:
            if not told:
                self.slots.remove(staff_id)

    def _forget(self, author: StaffMember, staff_id: UUID) -> None:
        """Drop somebody else's slot, before they are given another."""
        if not author.may(Right.MANAGE):
            raise NotYet((Missing("G21", "Only a manager may do this. Ask one to sign in."),))
        if author.id == staff_id:
            raise NotYet((Missing("G21", "Change your own passphrase from the menu: Ctrl+P."),))
        self.slots.remove(staff_id)

    def leave(self, desk: Desk, staff_id: UUID, because: str) -> str:
        """Somebody has left: the register says so and why, and their passphrase opens nothing.

        Gives their name. Raises NotYet for a lack of rights or the last manager.
        """
        member = staff_gone(desk, staff_id, because)
        self.slots.remove(staff_id)
        return member.name

    def change_passphrase(self, desk: Desk, old: str, new: str) -> None:
        """Another passphrase for the person signed in; their signing key stays.

        Raises NotYet for a weak one, WrongPassphrase or TryLater.
        """
        with desk.store.reading() as unit:
            register = desk.register(unit)
            member = desk.member(register)
        refuse_weak(new, (member.name, register.service, register.authority))
        self.slots.change_passphrase(member.id, old, new, self.now())

    def close(self) -> None:
        """Let go of the record; nobody is signed in any more."""
        with self._lock:
            store, self._store, self._key = self._store, None, b""
        if store is not None:
            store.close()

    def _greeted(self, unlocked: Unlocked) -> Desk:
        desk = self.unlocked(unlocked)
        with desk.store.reading() as unit:
            member = desk.member(desk.register(unit))
            lists_due = unit.lacks_lists()
        if member.public_key != unlocked.signer.public_key.hex():
            raise NobodySignedIn(
                "The register knows another key for you, so nothing you record would hold."
                " Ask a manager to let you sign in anew."
            )
        if lists_due:
            build_lists(desk)
        return desk

    def _opened(self, key: bytes) -> Store:
        with self._lock:
            if self._store is None:
                self._store, self._key = self.open_store(key), key
            return self._store


def person_named(people: tuple[SlotPerson, ...], typed: str) -> SlotPerson:
    """The one person meant by a typed name, whole or by the beginnings of its words.

    Raises UnknownName, which never repeats what was typed: it might be a passphrase.
    """
    wanted = typed.casefold().split()
    whole = [person for person in people if person.name.casefold().split() == wanted]
    found = whole or [person for person in people if _meant(person.name, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(person.name for person in found)
        raise UnknownName(f"That fits several: {names}. Type more of the name.")
    raise UnknownName("Nobody who can sign in has that name. Names are as in the register.")


def _meant(name: str, wanted: list[str]) -> bool:
    words = name.casefold().split()
    return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted)


def refuse_weak(passphrase: str, own_words: tuple[str, ...]) -> None:
    """Raise NotYet for a passphrase that is easy to guess; `own_words` are those of the home."""
    sentence = weakness(passphrase, own_words)
    if sentence:
        raise NotYet((Missing("G21", sentence),))


def weakness(passphrase: str, own_words: tuple[str, ...]) -> str:
    """Why a passphrase is too easy to guess, and what would be better; empty when it is not."""
    plain = "".join(passphrase.casefold().split())
    if len(passphrase) < SHORTEST:
        return f"A passphrase has at least {SHORTEST} characters; four words are easy to keep."
    if len(set(plain)) < 5:
        return "That is too much of the same letter. Four words are easy to keep."
    for word in (*_COMMON, *(part for text in own_words for part in text.casefold().split())):
        plain = plain.replace(word, "") if len(word) > 3 else plain
    if len(plain) < SHORTEST // 2:
        return "That is easily guessed: it is mostly names or common words of this place."
    return ""


def _with_key(member: StaffMember, public_key: bytes) -> StaffRegistered:
    return StaffRegistered.model_validate({**staff_fields(member), "public_key": public_key.hex()})
