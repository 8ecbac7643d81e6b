"""Entries of the home itself: shifts handed over, audits begun and ended, what is learnt from them.

They stand in the register's stream, for they belong to no one case.
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt

from sgtui.domain.entries.choices import LearningSort, Sampling
from sgtui.domain.entries.payload import Ask, Line, Moment, Payload, Reference, Story

CHECKLIST_LIMIT = 100_000
"""Characters a checklist may have; the shipped one has some 8,000."""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def as_written(typed: object) -> object:
    """A reference in capitals, however it was typed."""
    return typed.strip().upper() if isinstance(typed, str) else typed


class HandedOver(BaseModel):
    """One duty as the sheet of a handover names it."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    reference: Reference
    clock: Line
    """The key of the clock within its case."""
    duty: Line
    due_at: Moment
    late: bool
    """Whether it was late when handed over: then the incoming leader accepts it by name."""


class HandoverSigned(Payload):
    """The outgoing leader hands the shift over, with what is owed as it stood (gate G17)."""

    title = "Shift handed over"

    kind: Literal["handover_signed"] = "handover_signed"
    shift_ends_at: Moment
    items: Annotated[tuple[HandedOver, ...], Field(max_length=2_000)]
    notes: Annotated[Story, Ask("To tell them", "story", "What the next shift must know; or none.")]
    register_number: StrictInt
    register_head: Hash
    """The register's newest link when it was signed: the sheet on paper anchors the record."""


class HandoverAccepted(Payload):
    """The incoming leader takes the shift over, and each late duty by name (gate G17)."""

    title = "Shift taken over"

    kind: Literal["handover_accepted"] = "handover_accepted"
    handover: UUID
    accepted: Annotated[tuple[Line, ...], Field(max_length=2_000)]
    """The keys of the late clocks accepted, each as REFERENCE.key."""
    notes: Annotated[Line | None, Ask("Asked or added", "line")] = None


class ChecklistAdopted(Payload):
    """A version of the checklist for file audits, whole, so that old audits can be read by it."""

    title = "Checklist adopted"

    kind: Literal["checklist_adopted"] = "checklist_adopted"
    version: Annotated[Line, Ask("Version")]
    toml: Annotated[str, Field(min_length=1, max_length=CHECKLIST_LIMIT)]
    reason: Annotated[Line, Ask("Because")]


class AuditBegun(Payload):
    """An audit of files: which, how they were drawn, and by which checklist (R39, R47)."""

    title = "Audit begun"

    kind: Literal["audit_begun"] = "audit_begun"
    sampling: Annotated[Sampling, Ask("Which files", "choice")]
    seed: StrictInt | None = None
    """What a random sample was drawn with, so that anybody can draw the same again."""
    since: Moment
    until: Moment
    checklist: Line
    files: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=10_000)]


class AuditEnded(Payload):
    """An audit is done: what it says about how files are kept."""

    title = "Audit ended"

    kind: Literal["audit_ended"] = "audit_ended"
    audit: UUID
    summary: Annotated[Story, Ask("What it shows", "story")]


class LearningSet(Payload):
    """Something the home does so that it goes better: training, supervision, a policy (R43, R108).

    `comes_from` is the end of an audit or the after-action review that it was learnt from,
    `reference` the case of that review.
    """

    title = "Learning"

    kind: Literal["learning_set"] = "learning_set"
    sort: Annotated[LearningSort, Ask("Sort", "choice")]
    what: Annotated[Line, Ask("What", "line", "What will be done, for whom.")]
    owner: Annotated[UUID, Ask("Who sees to it", "staff")]
    due_at: Annotated[Moment, Ask("By", "due")]
    because: Annotated[Line, Ask("Because", "line", "What showed that it is needed.")]
    comes_from: UUID | None = None
    reference: Annotated[
        Reference | None,
        BeforeValidator(as_written),
        Ask("From case", "line", "Its reference, or none."),
    ] = None


class LearningDone(Payload):
    """It was done: who took part, when."""

    title = "Learning done"

    kind: Literal["learning_done"] = "learning_done"
    learning: UUID
    how: Annotated[Line, Ask("What was done", "line", "Who took part.")]
    done_at: Annotated[Moment, Ask("When", "when")]


class LearningVerified(Payload):
    """Another person has seen that it was done, and whether it helps (R18, gate G15)."""

    title = "Learning verified"

    kind: Literal["learning_verified"] = "learning_verified"
    learning: UUID
    shown_by: Annotated[Line, Ask("Shown by", "line", "What you saw; does it help?")]


class LearningDropped(Payload):
    """It is not wanted any more, and why."""

    title = "Learning dropped"

    kind: Literal["learning_dropped"] = "learning_dropped"
    learning: UUID
    reason: Annotated[Line, Ask("Because")]
