"""Entries of what is kept as evidence, and of every hand that it passes through."""

from typing import Annotated, Literal
from uuid import UUID

from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.payload import Ask, Line, Payload


class EvidenceSecured(Payload):
    """Something kept as evidence, where it is and who has it (domain 2.5)."""

    title = "Evidence kept"
    help = "What was kept, where it is, and whether it is sealed."

    kind: Literal["evidence_secured"] = "evidence_secured"
    what: Annotated[Line, Ask("What")]
    where_kept: Annotated[Line, Ask("Where kept")]
    sealed: Annotated[YesNo, Ask("Sealed", "choice")]
    handed_to: Annotated[Line | None, Ask("Handed to", "line", "Name and police reference.")] = None


class EvidenceMoved(Payload):
    """Evidence changes hands or place; together these are its custody (R97)."""

    title = "Evidence moved"
    help = "Who has the evidence from now on, where, and why."

    kind: Literal["evidence_moved"] = "evidence_moved"
    evidence: Annotated[UUID, Ask("Evidence", "entry", of=("evidence_secured",))]
    handed_to: Annotated[Line, Ask("Handed to", "line", "Name, role and agency.")]
    where_kept: Annotated[Line, Ask("Where kept")]
    sealed: Annotated[YesNo, Ask("Sealed", "choice")]
    agency_reference: Annotated[Line | None, Ask("Their reference")] = None
    reason: Annotated[Line, Ask("Because")]
