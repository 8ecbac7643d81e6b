"""Entries of the audit of a file: what was looked at, what is wanting, and that it is mended.

Incomplete follow-up is treated as a possible risk to the person, not as a fault of paper (R40).
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from sgtui.domain.entries.choices import AuditAnswer, YesNo
from sgtui.domain.entries.payload import Ask, Directory, Line, Moment, Payload, Story

ItemCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
"""How an item of a checklist is named: follow_up_verified."""

MOST_ITEMS = 100
"""Items a checklist may have; the shipped one has some thirty."""


class ItemAudited(BaseModel):
    """One item of the checklist as it was found in this file."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    item: ItemCode
    answer: AuditAnswer
    by_record: bool
    """Whether the entries themselves answered it; else the auditor did."""
    because: Line
    """What in the file shows it, or what is missing."""


class FileAudited(Payload):
    """This file looked through, item by item, by one version of the checklist (R39, R42)."""

    title = "File audited"
    help = "Look through this file by the checklist."
    after_closing = True

    kind: Literal["file_audited"] = "file_audited"
    audit: UUID
    """The audit that this belongs to: the register's entry that began it."""
    checklist: Line
    """The version of the checklist."""
    items: Annotated[
        tuple[ItemAudited, ...],
        Field(min_length=1, max_length=MOST_ITEMS),
        Ask("Checklist", "checklist"),
    ]

    def line(self, directory: Directory) -> str:  # noqa: ARG002
        """How many items were met, and which were not and why."""
        met = sum(one.answer is AuditAnswer.YES for one in self.items)
        asked = sum(one.answer is not AuditAnswer.NOT_APPLICABLE for one in self.items)
        wanting = [one.because for one in self.items if one.answer is AuditAnswer.NO]
        said = f"Checklist {self.checklist}: {met} of {asked} met."
        return f"{said} Not met: {'; '.join(wanting)}" if wanting else said


class AuditFindingRaised(Payload):
    """Something that an audit found wanting, given to somebody to mend (R39, R40)."""

    title = "Audit finding"
    help = "What is wanting in this file, and who mends it."
    after_closing = True

    kind: Literal["audit_finding_raised"] = "audit_finding_raised"
    audit: UUID | None = None
    """The audit that found it; None where it was found otherwise."""
    item: ItemCode | None = None
    """The item of the checklist that it fell short of."""
    found: Annotated[Story, Ask("Found", "story", "What is missing or was not done.")]
    at_risk: Annotated[
        YesNo, Ask("Could anybody be at risk", "choice", "Yes: it is due much sooner.")
    ]
    owner: Annotated[UUID, Ask("Who mends it", "staff")]
    due_at: Annotated[Moment | None, Ask("By", "due", "Empty: as the ladder says.")] = None


class AuditFindingMended(Payload):
    """What an audit found wanting is done; another person verifies it (R18, R41)."""

    title = "Finding mended"
    help = "What was done about it, and what the partner agency confirmed."
    after_closing = True

    kind: Literal["audit_finding_mended"] = "audit_finding_mended"
    finding: Annotated[UUID, Ask("Finding", "entry", of=("audit_finding_raised",))]
    how: Annotated[Story, Ask("What was done", "story")]
    confirmed_with: Annotated[
        Line | None, Ask("Confirmed with", "line", "Name and agency, if you asked a partner.")
    ] = None


class AuditFindingVerified(Payload):
    """Another person has seen that a finding is mended (R18, gate G15)."""

    title = "Finding verified"
    help = "You have seen for yourself that it is mended, and did not mend it."
    after_closing = True

    kind: Literal["audit_finding_verified"] = "audit_finding_verified"
    finding: Annotated[UUID, Ask("Finding", "entry", of=("audit_finding_raised",))]
    shown_by: Annotated[Line, Ask("Shown by", "line", "What you saw or were shown.")]
