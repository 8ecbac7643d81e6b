"""One key slot: a passphrase unwraps the key of the file and, for a person, their signing key.

Argon2id turns the passphrase into a key that AES-256-GCM wraps the secrets with. The wrapping is
bound to the database, the slot, its owner and the cost, so that slots can be neither swapped nor
made cheaper to guess. Opening the slot is the passphrase check: there is no other.
"""

import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, Literal
from uuid import UUID, uuid4

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sgtui.services.ports import StoreDamaged, WrongPassphrase

KEY_BYTES: Final = 32
Kind = Literal["person", "recovery", "demo"]

NO_ONE = UUID(int=0)
"""Whose slot it is when it is nobody's own: the recovery slot."""


@dataclass(frozen=True, order=True)
class KdfCost:
    """What one guess of a passphrase costs: passes over so many KiB of memory, in lanes."""

    passes: int
    memory_kib: int
    lanes: int

    def reaches(self, floor: "KdfCost") -> bool:
        """Whether it is nowhere below a floor."""
        return self.passes >= floor.passes and self.memory_kib >= floor.memory_kib


STANDARD_COST: Final = KdfCost(passes=3, memory_kib=64 * 1024, lanes=1)
FLOOR_COST: Final = KdfCost(passes=2, memory_kib=19 * 1024, lanes=1)
"""OWASP ASVS 5.0: the least that Argon2id may cost."""
_CEILING: Final = KdfCost(passes=16, memory_kib=1024 * 1024, lanes=16)


@dataclass(frozen=True, repr=False)
class Slot:
    """A slot as its file keeps it. Bytes are hex."""

    slot: str
    kind: Kind
    staff: str
    name: str
    cost: KdfCost
    salt: str
    nonce: str
    sealed: str

    def as_json(self) -> dict[str, Any]:
        """Plain values for the slots file."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Slot":
        """A slot from the slots file. Raises StoreDamaged when a part is missing or unknown."""
        try:
            cost = KdfCost(**{key: int(value) for key, value in kept["cost"].items()})
            texts = {key: str(value) for key, value in kept.items() if key != "cost"}
            UUID(texts["staff"])
            for part in ("salt", "nonce", "sealed"):
                bytes.fromhex(texts[part])
            return cls(cost=cost, **texts)  # type: ignore[arg-type]
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StoreDamaged("A key slot cannot be read. Restore the keys file.") from None


def seal(
    database: UUID, kind: Kind, staff: UUID, name: str, secret: str, content: bytes, cost: KdfCost
) -> Slot:
    """A new slot that the secret opens."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    bare = Slot(str(uuid4()), kind, str(staff), name, cost, salt.hex(), nonce.hex(), "")
    key = _stretched(secret, salt, cost)
    sealed = AESGCM(key).encrypt(nonce, content, _bound_to(database, bare))
    return replace(bare, sealed=sealed.hex())


def open_slot(database: UUID, slot: Slot, secret: str, floor: KdfCost) -> bytes:
    """What the slot holds.

    Raises WrongPassphrase, and StoreDamaged for a slot whose cost is out of bounds.
    """
    if not slot.cost.reaches(floor) or not _CEILING.reaches(slot.cost):
        raise StoreDamaged("A key slot was altered: its cost is out of bounds. It is not opened.")
    try:
        key = _stretched(secret, bytes.fromhex(slot.salt), slot.cost)
        sealed, nonce = bytes.fromhex(slot.sealed), bytes.fromhex(slot.nonce)
        return AESGCM(key).decrypt(nonce, sealed, _bound_to(database, slot))
    except (InvalidTag, ValueError):
        raise WrongPassphrase(wrong_words(slot.kind)) from None


def spend(secret: str, cost: KdfCost) -> None:
    """The work of one try on no slot, so that an unknown name takes as long as a known one."""
    _stretched(secret, secrets.token_bytes(16), cost)


def wrong_words(kind: Kind) -> str:
    """What a person is told when the slot does not open."""
    if kind == "recovery":
        return "Those words do not open this record. Look at each word again."
    return "That passphrase does not open this record for that name."


def _stretched(secret: str, salt: bytes, cost: KdfCost) -> bytes:
    return hash_secret_raw(
        unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound_to(database: UUID, slot: Slot) -> bytes:
    bound = {
        "cost": asdict(slot.cost),
        "database": str(database),
        "kind": slot.kind,
        "salt": slot.salt,
        "slot": slot.slot,
        "staff": slot.staff,
    }
    return json.dumps(bound, sort_keys=True, separators=(",", ":")).encode()
