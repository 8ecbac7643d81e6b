"""Whether the record is as it was written: every entry, every chain, every seal, the file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sgtui.domain.entries import REGISTER_ID, StaffRegistered
from sgtui.services.ports import ChainRow, Fault, PublicKeys, ReadUnit, StoreDamaged
from sgtui.storage.chain import START, fault_of

_REGISTER = REGISTER_ID.hex


@dataclass
class _Chain:
    """One chain while it is read through."""

    case: str
    previous: str = START
    number: int = 0
    reference: str | None = None
    broken: bool = False


@dataclass
class _Seals:
    """What the register says each case file held: number to hash, and the cases that were met."""

    heads: dict[str, dict[int, str]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)


def verify(unit: ReadUnit, public_keys: PublicKeys) -> list[Fault]:
    """Everything wrong with the record, the first bad entry of each chain; empty when it is whole.

    Recomputes each commitment, hash and signature, follows each chain, and holds each seal in
    the register against the case it seals.
    """
    faults = [Fault(None, None, 0, sentence) for sentence in unit.file_faults()]
    try:
        found = verify_rows(unit.chain_rows(), public_keys)
    except StoreDamaged as damage:
        return [*faults, Fault(None, None, 0, str(damage))]
    return faults + [fault if faults else _with_reference(unit, fault) for fault in found]


def verify_rows(rows: Iterable[ChainRow], public_keys: PublicKeys) -> list[Fault]:
    """The same for entries from anywhere, in the order of `ReadUnit.chain_rows`."""
    faults: list[Fault] = []
    seals = _Seals()
    chain = _Chain("")
    for row in rows:
        if row.case_id != chain.case:
            faults += _cut_tail(chain, seals)
            chain = _Chain(row.case_id)
        faults += _read_on(chain, row, seals, public_keys)
    return faults + list(_cut_tail(chain, seals)) + list(_gone(seals))


def verify_copied(
    case_rows: Sequence[ChainRow], register_rows: Sequence[ChainRow], public_keys: PublicKeys
) -> list[Fault]:
    """The same for one case on its own, with some of the register's entries beside it.

    A case's entries are a chain, some maybe without their text; the register's each stand alone.
    """
    chain = _Chain(case_rows[0].case_id)
    faults: list[Fault] = []
    for row in case_rows:
        chain.reference = chain.reference or _reference(row)
        wrong = _misplaced(chain, row) or fault_of(
            row, chain.previous, public_keys(_author(row)), may_lack_text=True
        )
        if wrong:
            faults.append(_fault(chain, chain.number + 1, wrong))
            break
        chain.number, chain.previous = chain.number + 1, row.hash
    register = _Chain(_REGISTER)
    for row in register_rows:
        known = public_keys(_author(row))
        wrong = "" if row.case_id == _REGISTER else "is not one of the register's"
        wrong = wrong or fault_of(row, row.previous, known)
        if wrong:
            faults.append(_fault(register, row.number, wrong))
    return faults


def _misplaced(chain: _Chain, row: ChainRow) -> str:
    if row.case_id != chain.case:
        return "belongs to another case"
    return "" if row.number == chain.number + 1 else "is missing"


def registered_keys(unit: ReadUnit) -> PublicKeys:
    """The public keys that the register itself names, each one a person has ever had."""
    keys: dict[UUID, tuple[bytes, ...]] = {}
    for entry in unit.register_entries():
        said = entry.payload
        if isinstance(said, StaffRegistered) and said.public_key:
            keys[said.staff] = (*keys.get(said.staff, ()), bytes.fromhex(said.public_key))
    return lambda staff_id: keys.get(staff_id, ())


def _read_on(
    chain: _Chain, row: ChainRow, seals: _Seals, public_keys: PublicKeys
) -> Iterator[Fault]:
    """Take one more entry of a chain; a chain once broken is not looked at further."""
    chain.reference = chain.reference or _reference(row)
    sealed = seals.heads.get(row.case_id, {}).get(row.number)
    seals.met.add(row.case_id)
    if chain.broken:
        return
    wrong = _wrong(chain, row, sealed, public_keys)
    if wrong:
        chain.broken = True
        yield _fault(chain, chain.number + 1, wrong)
    chain.number, chain.previous = chain.number + 1, row.hash
    if row.case_id == _REGISTER and row.kind == "case_sealed":
        _note_seal(row, seals)


def _wrong(chain: _Chain, row: ChainRow, sealed: str | None, public_keys: PublicKeys) -> str:
    if row.number != chain.number + 1:
        return "is missing"
    if sealed is not None and sealed != row.hash:
        return "is not the one that the register sealed"
    return fault_of(row, chain.previous, public_keys(_author(row)))


def _author(row: ChainRow) -> UUID:
    try:
        return UUID(row.recorded_by)
    except (ValueError, AttributeError, TypeError):
        return UUID(int=0)


def _note_seal(row: ChainRow, seals: _Seals) -> None:
    said = _said(row)
    case, number, head = said.get("case"), said.get("number"), said.get("head")
    if isinstance(case, str) and isinstance(number, int) and isinstance(head, str):
        seals.heads.setdefault(case.replace("-", ""), {})[number] = head


def _cut_tail(chain: _Chain, seals: _Seals) -> Iterator[Fault]:
    """A fault when the register sealed entries behind the last one of a chain."""
    if chain.broken or not chain.case:
        return
    if max(seals.heads.get(chain.case, {}), default=0) > chain.number:
        yield _fault(chain, chain.number + 1, "is missing: the register sealed it")


def _gone(seals: _Seals) -> Iterator[Fault]:
    """A fault for each case that the register sealed and that is not there at all."""
    for case in sorted(set(seals.heads) - seals.met):
        yield Fault(_id(case), None, 1, "A case file that the register sealed is not there at all.")


def _fault(chain: _Chain, number: int, wrong: str) -> Fault:
    where = "the register" if chain.case == _REGISTER else chain.reference or "a case"
    return Fault(_id(chain.case), chain.reference, number, f"Entry {number} of {where} {wrong}.")


def _id(case: str) -> UUID | None:
    try:
        return UUID(case)
    except (ValueError, AttributeError, TypeError):
        return None


def _reference(row: ChainRow) -> str | None:
    found = _said(row).get("reference") if row.kind == "concern_recorded" else None
    return found if isinstance(found, str) else None


def _said(row: ChainRow) -> dict[str, object]:
    try:
        found = json.loads(row.payload or "{}")
    except (ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _with_reference(unit: ReadUnit, fault: Fault) -> Fault:
    """The fault with the case's reference from the lists, where the chain could not tell it."""
    if fault.reference or fault.case_id is None:
        return fault
    known = unit.projection(fault.case_id)
    if known is None:
        return fault
    sentence = fault.sentence.replace("of a case ", f"of {known.case.reference} ")
    return Fault(fault.case_id, known.case.reference, fault.number, sentence)
