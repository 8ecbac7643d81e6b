"""The slots file beside the database: who can open it, and the waiting after wrong passphrases.

It holds staff ids and display names, which the sign-in screen needs before anything is open, and
otherwise only what is wrapped.
"""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sgtui.services.ports import (
    SlotPerson,
    SlotRefused,
    StoreDamaged,
    StoreUnreachable,
    TryLater,
    Unlocked,
    WrongPassphrase,
)
from sgtui.storage.backoff import Tries, read_tries, seconds_to_wait, write_tries
from sgtui.storage.file_lock import held
from sgtui.storage.places import write_private
from sgtui.storage.signing import PersonalSigner
from sgtui.storage.slot import (
    FLOOR_COST,
    KEY_BYTES,
    NO_ONE,
    STANDARD_COST,
    KdfCost,
    Slot,
    open_slot,
    seal,
    spend,
    wrong_words,
)
from sgtui.storage.words import NotAWord, bytes_of, words_of

RECOVERY_BYTES = 16
"""128 random bits, printed as as many words."""


@dataclass(frozen=True)
class SlotsFile:
    """What the file holds."""

    database: UUID
    demo: bool
    slots: tuple[Slot, ...]


class KeySlots:
    """The slots of one database. Every change is written whole or not at all."""

    def __init__(
        self, database: Path, cost: KdfCost = STANDARD_COST, floor: KdfCost = FLOOR_COST
    ) -> None:
        """`database` is the file they open. Raises ValueError for a cost below the floor."""
        if not cost.reaches(floor):
            raise ValueError("A key slot must cost at least the floor.")
        self._path = keys_path(database)
        self._tries = database.with_name(f"{database.name}.tries")
        self._lock = database.with_name(f"{database.name}.lock")
        self._cost = cost
        self._floor = floor

    def begin(self, database_id: UUID, demo: bool) -> None:
        """A file without slots for a new database, in place of any left behind."""
        self._write(SlotsFile(database_id, demo, ()))

    def people(self) -> tuple[SlotPerson, ...]:
        """Who can sign in, by name."""
        found = (
            SlotPerson(UUID(slot.staff), slot.name)
            for slot in self._read().slots
            if slot.kind != "recovery"
        )
        return tuple(sorted(found, key=lambda person: (person.name.casefold(), person.staff_id)))

    def is_demo(self) -> bool:
        """Whether these open an invented home, without a passphrase."""
        return self._read().demo

    def unlock(self, staff_id: UUID, passphrase: str, now: datetime) -> Unlocked:
        """Sign a person in. Raises WrongPassphrase, or TryLater after too many wrong ones."""
        return self._person(self._open("person", staff_id, passphrase, now), staff_id)

    def unlock_demo(self, staff_id: UUID | None = None) -> Unlocked:
        """Sign in to an invented home, as its first person unless another is named."""
        kept = self._read()
        for slot in kept.slots if kept.demo else ():
            if slot.kind == "demo" and staff_id in (None, UUID(slot.staff)):
                return self._person(bytes.fromhex(slot.sealed), UUID(slot.staff))
        raise WrongPassphrase("This record opens with a passphrase only.")

    def unlock_recovery(self, words: str, now: datetime) -> bytes:
        """The file's key by the printed words. Raises WrongPassphrase or TryLater."""
        try:
            secret = bytes_of(words).hex()
        except NotAWord as fault:
            raise WrongPassphrase(str(fault)) from None
        return self._open("recovery", NO_ONE, secret, now)

    def add_person(
        self, data_key: bytes, person: SlotPerson, passphrase: str | None
    ) -> PersonalSigner:
        """A slot and a new signing key. Raises SlotRefused when they have one.

        Only an invented home takes no passphrase.
        """
        signer = PersonalSigner.new(person.staff_id)
        slot = self._sealed(self._read(), person, passphrase, data_key + signer.private_key())

        def added(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
            if any(old.staff == slot.staff for old in slots):
                raise SlotRefused("That person has a passphrase already.")
            return (*slots, slot)

        self._change(added)
        return signer

    def change_passphrase(self, staff_id: UUID, old: str, new: str, now: datetime) -> None:
        """A new passphrase for the same signing key. Raises WrongPassphrase or TryLater."""
        content = self._open("person", staff_id, old, now)
        kept = self._read()
        name = next(slot.name for slot in kept.slots if slot.staff == str(staff_id))
        slot = self._sealed(kept, SlotPerson(staff_id, name), new, content)
        self._change(lambda slots: tuple(slot if one.staff == slot.staff else one for one in slots))

    def remove(self, staff_id: UUID) -> None:
        """This person's passphrase opens nothing any more. Raises SlotRefused for the last one."""

        def without(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
            left = tuple(slot for slot in slots if slot.staff != str(staff_id))
            if all(slot.kind == "recovery" for slot in left):
                raise SlotRefused("The last person who can sign in cannot be removed.")
            return left

        self._change(without)

    def new_recovery(self, data_key: bytes) -> tuple[str, ...]:
        """Sixteen words to print once, in place of those printed before."""
        secret = secrets.token_bytes(RECOVERY_BYTES)
        database = self._read().database
        slot = seal(database, "recovery", NO_ONE, "", secret.hex(), data_key, self._cost)
        self._change(lambda slots: (*(one for one in slots if one.kind != "recovery"), slot))
        return words_of(secret)

    def _sealed(
        self, kept: SlotsFile, person: SlotPerson, passphrase: str | None, content: bytes
    ) -> Slot:
        staff, name = person.staff_id, person.name
        if passphrase is None:
            if not kept.demo:
                raise SlotRefused("Only an invented home opens without a passphrase.")
            open_to_all = content.hex()
            return Slot(
                secrets.token_hex(16), "demo", str(staff), name, self._cost, "", "", open_to_all
            )
        return seal(kept.database, "person", staff, name, passphrase, content, self._cost)

    def _open(self, kind: str, staff_id: UUID, secret: str, now: datetime) -> bytes:
        """What the slot holds. A try counts before it is made: stopping half way gains nothing."""
        kept = self._read()
        slot = next(
            (one for one in kept.slots if one.kind == kind and one.staff == str(staff_id)), None
        )
        login = str(staff_id) if slot else "unknown"
        self._count(login, now)
        if slot is None:
            spend(secret, self._cost)
            raise WrongPassphrase(wrong_words("person"))
        content = open_slot(kept.database, slot, secret, self._floor)
        with held(self._lock):
            tries = read_tries(self._tries)
            tries.pop(login, None)
            write_tries(self._tries, tries)
        return content

    def _count(self, login: str, now: datetime) -> None:
        with held(self._lock):
            tries = read_tries(self._tries)
            before = tries.get(login)
            wait = seconds_to_wait(before, now)
            if wait:
                raise TryLater(wait)
            tries[login] = Tries((before.wrong if before else 0) + 1, now)
            write_tries(self._tries, tries)

    @staticmethod
    def _person(content: bytes, staff_id: UUID) -> Unlocked:
        if len(content) != 2 * KEY_BYTES:
            raise StoreDamaged("A key slot was altered: it holds no keys. Restore the keys file.")
        return Unlocked(content[:KEY_BYTES], PersonalSigner(staff_id, content[KEY_BYTES:]))

    def _change(self, change: Callable[[tuple[Slot, ...]], tuple[Slot, ...]]) -> None:
        with held(self._lock):
            kept = self._read()
            self._write(SlotsFile(kept.database, kept.demo, change(kept.slots)))

    def _read(self) -> SlotsFile:
        name = self._path.name
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            slots = tuple(Slot.from_json(slot) for slot in kept["slots"])
            return SlotsFile(UUID(kept["database"]), kept["demo"] is True, slots)
        except OSError:
            raise StoreUnreachable(
                f"{name} is not there or may not be read. It belongs beside the database."
            ) from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise StoreDamaged(f"{name} cannot be read. Restore it from a backup.") from None

    def _write(self, kept: SlotsFile) -> None:
        content = {
            "format": 1,
            "database": str(kept.database),
            "demo": kept.demo,
            "slots": [slot.as_json() for slot in kept.slots],
        }
        write_private(self._path, json.dumps(content, indent=1, sort_keys=True).encode())


def keys_path(database: Path) -> Path:
    """Where the slots of a database lie: beside it."""
    return database.with_name(f"{database.name}.keys")
