"""Whether the record is as it was written, and the seal that proves it later."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.entries import REGISTER_ID
from sgtui.domain.spoken_words import SEAL_WORDS
from sgtui.services.desk import Desk
from sgtui.services.ports import ChainRow, Fault, PublicKeys, ReadUnit
from sgtui.services.projection import derive

CheckChains = Callable[[ReadUnit, PublicKeys], list[Fault]]
"""Recomputes every hash, signature and seal; what storage gives."""

Words = Callable[[bytes], tuple[str, ...]]
"""One word for each byte."""


@dataclass(frozen=True)
class Verified:
    """What a check of the whole record found."""

    faults: tuple[Fault, ...]
    """Everything wrong, the first bad entry of each case; empty when the record is whole."""
    entries: int
    cases: int
    at: datetime

    @property
    def sentence(self) -> str:
        """What was found, in one sentence."""
        looked = f"{self.entries} entries in {self.cases} cases"
        if not self.faults:
            return f"The record is whole: {looked} checked."
        count = len(self.faults)
        return f"{count} fault{'s' if count > 1 else ''} found in {looked}."


@dataclass(frozen=True)
class Seal:
    """A checkpoint over every case: with it anyone can tell later whether something vanished."""

    origin: str
    """The id of the database."""
    size: int
    """Entries in the whole record."""
    head: str
    """Hash over the newest hash of every chain, hex."""
    at: datetime
    words: tuple[str, ...]
    """Six words to read aloud or write down."""


def verify(desk: Desk, check_chains: CheckChains) -> Verified:
    """Check every entry, chain and seal, and what lists show against what entries say.

    Works on an altered record too: what cannot be read is a fault and not an error.
    """
    with desk.store.reading() as unit:
        faults = check_chains(unit, public_keys(unit.chain_rows(REGISTER_ID)))
        broken = {fault.case_id for fault in faults}
        if REGISTER_ID not in broken and None not in broken:
            faults += _stale(desk, unit, [case for case in unit.case_ids() if case not in broken])
        entries, cases = unit.size()
        return Verified(tuple(faults), entries, cases, desk.now())


def public_keys(rows: Iterable[ChainRow]) -> PublicKeys:
    """Every key that the register's rows name for a person, whatever else is wrong with them."""
    keys: dict[UUID, tuple[bytes, ...]] = {}
    for row in rows:
        try:
            said = json.loads(row.payload or "")
            staff, key = UUID(said["staff"]), bytes.fromhex(said["public_key"])
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # another kind of entry, or one that the check of the chain will name
        keys[staff] = (*keys.get(staff, ()), key)
    return lambda staff_id: keys.get(staff_id, ())


def _stale(desk: Desk, unit: ReadUnit, cases: Iterable[UUID]) -> list[Fault]:
    register, found = desk.register(unit), []
    for case_id in cases:
        fresh = derive(desk, unit, register, case_id)
        if unit.projection(case_id) != fresh:
            reference, number = fresh.case.reference, fresh.case.last_number
            sentence = f"What lists show of {reference} is not what its entries say."
            found.append(Fault(case_id, reference, number, sentence))
    return found


def seal(desk: Desk, origin: str, words: Words) -> Seal:
    """A checkpoint over the record as it is now."""
    with desk.store.reading() as unit:
        heads = [(stream.hex, *unit.head(stream)) for stream in (REGISTER_ID, *unit.case_ids())]
    lines = "\n".join(f"{stream} {number} {head}" for stream, number, head in sorted(heads))
    digest = hashlib.sha256(f"{origin}\n{lines}".encode()).digest()
    size = sum(number for _, number, _ in heads)
    return Seal(origin, size, digest.hex(), desk.now(), words(digest[:SEAL_WORDS]))
