"""One case as a file of its own, which anybody can check without the record it came from.

It holds the case's entries letter for letter with their hashes and signatures, and of the register
what they need to be read: the people and desks they name, the home, the ladders, the bank holidays
and the newest seal over the case. Whoever made it signs the whole.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from sgtui.domain.case_file import fold
from sgtui.domain.entries import REGISTER_ID, ConcernRecorded, Entry, FileAudited, LadderPinned
from sgtui.domain.entries.payload import Reference
from sgtui.domain.spoken_words import SEAL_WORDS
from sgtui.services.audit import Words, public_keys
from sgtui.services.copied_register import register_rows
from sgtui.services.desk import Desk
from sgtui.services.ports import ChainRow, Fault, PublicKeys
from sgtui.services.refusals import NoSuchCase, show_or_refuse
from sgtui.services.veil import Veil, veil_over

MOST_LETTERS = 200_000_000
"""A longer file is not looked at; a case of a thousand entries has some two million."""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class CaseCopy(BaseModel):
    """A case file on its own, as it was when the copy was made."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    what: Literal["A case file of sgtui. Check it with: sgtui verify FILE"] = (
        "A case file of sgtui. Check it with: sgtui verify FILE"
    )
    layout: Literal[1] = 1
    reference: Reference
    case_id: UUID
    number: Annotated[int, Field(ge=1)]
    """Number of the newest entry."""
    head: Hash
    """Its hash; the same stands on every printed page of the case."""
    words: tuple[str, ...]
    """The beginning of that hash as six words to read aloud."""
    service: str
    record: str
    """The id of the record that it came from."""
    register_number: int
    register_head: Hash
    made_at: AwareDatetime
    made_by: UUID
    withheld: int
    """Entries whose text is left out: it speaks of a case that whoever made this may not see."""
    entries: Annotated[tuple[ChainRow, ...], Field(min_length=1)]
    register_entries: tuple[ChainRow, ...]
    """Some of the register's entries, each whole; what lies between them is not here."""
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")] = "0" * 128
    """By whoever made it, over everything else."""

    @property
    def digest(self) -> bytes:
        """What is signed: the hash of everything but the signature."""
        plain = self.model_dump(mode="json", exclude={"signature"})
        return hashlib.sha256(_one_spelling(plain).encode()).digest()

    @property
    def text(self) -> str:
        """The file's text: one JSON document."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


class NoCopy(Exception):
    """The file is no copy of a case; the sentence says why."""


CheckRows = Callable[[Sequence[ChainRow], Sequence[ChainRow], PublicKeys], list[Fault]]
"""Recomputes every hash and signature of a case and of what goes with it; storage gives it."""

IsSigned = Callable[[tuple[bytes, ...], bytes, str], bool]
"""Whether one of these keys signed a message; storage gives it."""


def copy_of(desk: Desk, case_id: UUID, record: str, words: Words) -> CaseCopy:
    """A case as a file of its own. Raises NoSuchCase, or NotForYou (G21)."""
    with desk.store.reading() as unit:
        entries = unit.entries(case_id)
        if not entries:
            raise NoSuchCase("There is no such case.")
        case, register = fold(entries), desk.register(unit)
        show_or_refuse(desk, case.barred)
        rows = tuple(_veiled(unit.chain_rows(case_id), entries, veil_over(desk, unit, case)))
        number, head = unit.head(case_id)
        register_number, register_head = unit.head(REGISTER_ID)
        copied = CaseCopy(
            reference=case.reference,
            case_id=case_id,
            number=number,
            head=head,
            words=words(bytes.fromhex(head)[:SEAL_WORDS]),
            service=register.service,
            record=record,
            register_number=register_number,
            register_head=register_head,
            made_at=desk.now(),
            made_by=desk.author.staff_id,
            withheld=sum(row.payload is None for row in rows),
            entries=rows,
            register_entries=register_rows(unit, rows, _versions(entries), desk.author.staff_id),
        )
    return copied.model_copy(update={"signature": desk.author.sign(copied.digest).hex()})


def read_copy(text: str) -> CaseCopy:
    """A copy from a file's text. Raises NoCopy."""
    if len(text) > MOST_LETTERS:
        raise NoCopy("This file is too large to be one case file.")
    try:
        return CaseCopy.model_validate_json(text)
    except ValidationError:
        raise NoCopy(
            "This is no case file written by sgtui export, or it was cut short or altered."
        ) from None


def verify_copy(
    copied: CaseCopy, check: CheckRows, is_signed: IsSigned, words: Words
) -> list[Fault]:
    """Everything wrong with a copy; empty when it is as its entries were recorded."""
    keys = public_keys(copied.register_entries)
    wrong = [*_of_itself(copied)]
    if copied.words != words(bytes.fromhex(copied.head)[:SEAL_WORDS]):
        wrong.append("The words are not those of the newest entry.")
    if not is_signed(keys(copied.made_by), copied.digest, copied.signature):
        wrong.append("This file was changed after it was written, or not by whom it names.")
    found = check(copied.entries, copied.register_entries, keys)
    return found + [Fault(copied.case_id, copied.reference, 0, sentence) for sentence in wrong]


def _of_itself(copied: CaseCopy) -> Iterator[str]:
    """Where what the copy says of itself is not what its entries say."""
    first, newest = _said(copied.entries[0]), copied.entries[-1]
    if first.get("reference") != copied.reference:
        yield f"The entries are not those of {copied.reference}."
    if (newest.number, newest.hash) != (copied.number, copied.head):
        yield f"Entry {copied.number} is not the newest one here."
    seals = [_said(row) for row in copied.register_entries if row.kind == "case_sealed"]
    if not any(
        (one.get("number"), one.get("head")) == (copied.number, copied.head) for one in seals
    ):
        yield "The register's seal over the newest entry is not here."
    if copied.withheld != sum(row.payload is None for row in copied.entries):
        yield "Texts are missing beyond those that were left out when it was written."


def _said(row: ChainRow) -> dict[str, Any]:
    try:
        said = json.loads(row.payload or "{}")
    except ValueError:
        return {}  # the check of the entries names it
    return said if isinstance(said, dict) else {}


def _one_spelling(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def _veiled(rows: Iterable[ChainRow], entries: Iterable[Entry], veil: Veil) -> Iterator[ChainRow]:
    """The case's rows; what speaks of a case that is not shown keeps its hash and not its text."""
    hidden = {e.id.hex for e in entries if veil.payload(e) != e.payload.model_dump(mode="json")}
    for row in rows:
        yield replace(row, payload=None, salt=None) if row.id in hidden else row


def _versions(entries: Iterable[Entry]) -> set[str]:
    """The versions of ladders and checklists that a case was worked by."""
    found = set()
    for entry in entries:
        match entry.payload:
            case ConcernRecorded(ladder=version) | LadderPinned(version=version):
                found.add(version)
            case FileAudited(checklist=version):
                found.add(version)
    return found
