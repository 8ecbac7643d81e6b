"""Whether a case's entries are as they were recorded, looked at while something is made of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sgtui.domain.entries import REGISTER_ID
from sgtui.services.audit import public_keys
from sgtui.services.desk import Desk
from sgtui.services.ports import ChainRow, PublicKeys


@dataclass(frozen=True)
class Witness:
    """What the register says of those who sign, and of the newest entry of each case."""

    keys: PublicKeys
    seals: Mapping[UUID, tuple[int, str]]
    """The newest seal over each case: number and hash of the entry it seals."""


@dataclass(frozen=True)
class ChainLook:
    """A case's chain as it was found."""

    hashes: tuple[str, ...]
    """Each entry's hash in order, hex."""
    fault: str
    """The first thing wrong, as a sentence; empty where every entry is as it was recorded."""


def witness(desk: Desk) -> Witness:
    """What the register says, read through once however many cases are looked at."""
    with desk.store.reading() as unit:
        rows = tuple(unit.chain_rows(REGISTER_ID))
    seals = (_seal(row) for row in rows if row.kind == "case_sealed")
    return Witness(public_keys(rows), dict(seal for seal in seals if seal is not None))


def look_at_chain(desk: Desk, case_id: UUID, said: Witness) -> ChainLook:
    """The hashes of a case's entries, and whether each text, link, signature and seal holds."""
    with desk.store.reading() as unit:
        faults = unit.chain_faults(case_id, said.keys)
        hashes = tuple(row.hash for row in unit.chain_rows(case_id))
    number, head = said.seals.get(case_id, (0, ""))
    if faults:
        return ChainLook(hashes, faults[0].sentence)
    if not number:
        return ChainLook(hashes, "The register has no seal over this case.")
    if hashes[number - 1 : number] != (head,):
        return ChainLook(hashes, f"Entry {number} is not the one that the register sealed.")
    return ChainLook(hashes, "")


def _seal(row: ChainRow) -> tuple[UUID, tuple[int, str]] | None:
    try:
        said = json.loads(row.payload or "")
        return UUID(said["case"]), (int(said["number"]), str(said["head"]))
    except (ValueError, KeyError, TypeError):
        return None  # the check of the whole record names it
