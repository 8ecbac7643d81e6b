"""How entries are linked: canonical JSON, commitment, hash and signature.

    commitment = HMAC-SHA256(salt, canonical payload)
    hash       = SHA-256(0x00 || previous || canonical header with the commitment)
    signature  = Ed25519 of the author over the hash

`previous` of entry 1 is 32 zero bytes: the header already names its chain. The hash covers the
commitment and not the text, so that a text can be removed at the end of its retention.
"""

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sgtui.domain.entries import NewEntry
from sgtui.services.ports import Author, ChainRow
from sgtui.storage.tables import instant_text, utc

START = "00" * 32
"""What the first entry of a chain follows."""

_HEX_LENGTHS = {
    "id": 32, "case_id": 32, "recorded_by": 32, "commitment": 64, "previous": 64, "hash": 64,
    "signature": 128,
}  # fmt: skip
_INSTANTS = ("occurred_at", "recorded_at")


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, NFC, instants UTC to the microsecond.

    Raises TypeError for a float, and for anything else that has no single spelling.
    """
    return json.dumps(
        _plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
    )


def _plain(value: object) -> Any:
    if isinstance(value, str):
        text = value.value if isinstance(value, Enum) else value
        return unicodedata.normalize("NFC", text)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise TypeError(f"A {type(value).__name__} has no canonical form.")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError("A key that is not a text has no canonical form.")
    return unicodedata.normalize("NFC", key)


def commitment(salt: bytes, payload: str) -> str:
    """What the chain holds in place of a canonical payload, hex."""
    return hmac.new(salt, payload.encode(), hashlib.sha256).hexdigest()


def link(previous: str, header: Mapping[str, object]) -> str:
    """The hash of an entry that follows `previous`, hex."""
    content = b"\x00" + bytes.fromhex(previous) + canonical(header).encode()
    return hashlib.sha256(content).hexdigest()


def forge(
    case_id: UUID, new: NewEntry, number: int, previous: str, author: Author, recorded_at: datetime
) -> dict[str, Any]:
    """The columns of a new entry, linked and signed. Raises as `canonical` and `utc` do."""
    payload = canonical(new.payload.model_dump())
    salt = secrets.token_bytes(32)
    header = {
        "id": new.id,
        "case_id": case_id,
        "number": number,
        "kind": new.payload.kind,
        "occurred_at": utc(new.occurred_at),
        "about": new.about,
        "recorded_at": utc(recorded_at),
        "recorded_by": author.staff_id,
        "commitment": commitment(salt, payload),
    }
    digest = link(previous, header)
    return header | {
        "payload": payload,
        "salt": salt.hex(),
        "previous": previous,
        "hash": digest,
        "signature": author.sign(bytes.fromhex(digest)).hex(),
    }


def fault_of(
    row: ChainRow, previous: str, keys: tuple[bytes, ...], *, may_lack_text: bool = False
) -> str:
    """What is wrong with an entry that follows `previous`, as the end of a sentence; or "".

    `may_lack_text`: the chain holds without the text too, where it was left out on purpose.
    """
    if not _well_formed(row):
        return "is not written as this program writes"
    text = _fault_of_text(row, may_lack_text)
    if text:
        return text
    if row.previous != previous:
        return "does not follow the entry before it"
    if link(previous, _header(row)) != row.hash:
        return "was changed after it was recorded"
    if not keys:
        return "is signed by someone whom the register does not know"
    if not is_signed(keys, bytes.fromhex(row.hash), row.signature):
        return "was not signed by the person it names"
    return ""


def _fault_of_text(row: ChainRow, may_lack_text: bool) -> str:
    if row.payload is None or row.salt is None:
        left_out = may_lack_text and row.payload is None and row.salt is None
        return "" if left_out else "has lost its text"
    if commitment(bytes.fromhex(row.salt), row.payload) != row.commitment:
        return "has a text that was changed after it was recorded"
    return ""


def _header(row: ChainRow) -> dict[str, object]:
    return {
        "id": UUID(row.id),
        "case_id": UUID(row.case_id),
        "number": row.number,
        "kind": row.kind,
        "occurred_at": row.occurred_at,
        "about": bool(row.about),
        "recorded_at": row.recorded_at,
        "recorded_by": UUID(row.recorded_by),
        "commitment": row.commitment,
    }


def _well_formed(row: ChainRow) -> bool:
    """Whether each column is spelt the one way it can be, so that no change goes unseen."""
    return (
        all(_is_hex(getattr(row, name), length) for name, length in _HEX_LENGTHS.items())
        and all(_is_instant(getattr(row, name)) for name in _INSTANTS)
        and (row.salt is None or _is_hex(row.salt, 64))
        and (row.payload is None or isinstance(row.payload, str))
        and isinstance(row.kind, str)
        and type(row.number) is int
        and row.about in (0, 1)
        and not isinstance(row.about, float)
    )


def _is_hex(text: object, length: int) -> bool:
    return isinstance(text, str) and len(text) == length and not set(text) - set("0123456789abcdef")


def _is_instant(text: object) -> bool:
    if not isinstance(text, str):
        return False
    try:
        return instant_text(datetime.fromisoformat(text)) == text
    except ValueError:
        return False


def is_signed(keys: tuple[bytes, ...], message: bytes, signature: str) -> bool:
    """Whether one of these Ed25519 keys made a signature, given in hex, of a message."""
    return any(_signed(key, message, signature) for key in keys)


def _signed(key: bytes, message: bytes, signature: str) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(key)
        public.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True
