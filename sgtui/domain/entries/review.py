"""Entries that review and close a case, and those that correct the record without altering it."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StrictBool, StrictInt

from sgtui.domain.entries.body import MOST_MARKS
from sgtui.domain.entries.choices import Achieved, ReviewOutcome, YesNo
from sgtui.domain.entries.payload import STORY_LIMIT, Ask, Directory, Line, Moment, Payload, Story
from sgtui.domain.london_time import moment_words
from sgtui.domain.text import stored


def _clean(text: str) -> str:
    return stored(text, STORY_LIMIT)


FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,39}$")]
"""Name of a field of an entry."""

_Text = Annotated[str, Field(max_length=STORY_LIMIT), AfterValidator(_clean)]

Corrected = (
    StrictBool | StrictInt | _Text | Annotated[list[_Text], Field(max_length=MOST_MARKS)] | None
)
"""A corrected value as JSON has it; whether it fits is the amended entry's own affair.

The longest list is that of a body map's marks.
"""


class ReviewHeld(Payload):
    """The case looked at again after the agency's outcome (ladder L16)."""

    title = "Review"
    help = "What the review found and decided."

    kind: Literal["review_held"] = "review_held"
    outcome: Annotated[ReviewOutcome, Ask("Outcome", "choice")]
    found: Annotated[Story, Ask("Found", "story")]
    attended: Annotated[Line, Ask("Present", "line", "Names and roles, in full.")]


class ClosureRequested(Payload):
    """One person asks to close, with the closing questions answered (domain 2.17, gate G14)."""

    title = "Closure asked for"
    help = "Ask to close the case; another person must approve."

    kind: Literal["closure_requested"] = "closure_requested"
    reason: Annotated[Story, Ask("Reason", "story", "Why the risk is over.")]
    outcome: Annotated[Line, Ask("Outcome")]
    person_view: Annotated[Line, Ask("Their view", "line", "What the person says about it.")]
    wishes_met: Annotated[Achieved, Ask("Wishes met", "choice")]
    feedback_given: Annotated[Line, Ask("Feedback to", "line", "Who raised it has been told.")]
    agencies_told: Annotated[Line, Ask("Agencies told")]
    others_at_risk: Annotated[Line, Ask("Others at risk", "line", "Who else was thought of.")]
    sar_considered: Annotated[YesNo, Ask("SAR thought of", "choice")]
    alleged_action: Annotated[
        Line | None, Ask("About the alleged", "line", "Or: nobody alleged.", needed=True)
    ] = None
    support: Annotated[
        Line | None,
        Ask("Support asked for", "line", "Assessment, advocate; or none.", needed=True),
    ] = None
    raise_again: Annotated[
        Line | None, Ask("Raising it again", "line", "Who knows how, whom to tell.", needed=True)
    ] = None
    lessons: Annotated[Line | None, Ask("Learnt", needed=True)] = None


class ClosureApproved(Payload):
    """Another person approves the closing (gate G14: requester and approver differ)."""

    title = "Closure approved"
    help = "Approve the closing that another person asked for."

    kind: Literal["closure_approved"] = "closure_approved"
    request: Annotated[UUID, Ask("Request", "entry", of=("closure_requested",))]
    comment: Annotated[Line, Ask("Because")]


class ClosureRefused(Payload):
    """Another person refuses the closing; the case goes back to the stage it had."""

    title = "Closure refused"
    help = "Refuse the closing and say what is still owed."

    kind: Literal["closure_refused"] = "closure_refused"
    request: Annotated[UUID, Ask("Request", "entry", of=("closure_requested",))]
    reason: Annotated[Line, Ask("Because", "line", "What is still owed.")]


class Reopened(Payload):
    """A closed case is opened again and its threshold decided anew."""

    title = "Reopened"
    help = "Open a closed case again."

    kind: Literal["reopened"] = "reopened"
    reason: Annotated[Line, Ask("Because")]


class Amended(Payload):
    """A correction beside the original, which stays readable (gate G20)."""

    title = "Amendment"
    help = "Put right what an earlier entry says; both stay readable."

    kind: Literal["amended"] = "amended"
    entry: Annotated[UUID, Ask("Entry", "entry")]
    changes: Annotated[dict[FieldName, Corrected], Field(min_length=1, max_length=40)]
    """Field name to corrected value, as JSON values; cleaned like any text from people."""
    reason: Annotated[Line, Ask("Because", "line", "Why it is put right.")]


class EnteredInError(Payload):
    """An entry, or with the concern the case, was a mistake; two people say so (gate G20)."""

    title = "Entered in error"
    help = "Strike an entry made by mistake; it stays readable."

    kind: Literal["entered_in_error"] = "entered_in_error"
    entry: Annotated[UUID, Ask("Entry", "entry")]
    second_person: Annotated[UUID, Ask("Second person", "staff")]
    reason: Annotated[Line, Ask("Because")]


class DeadlineMoved(Payload):
    """A deadline worked out anew as the calendar changed; the old one stays (domain 4.3)."""

    title = "Deadline moved"
    help = "Made by the program when a bank holiday is added or the ladder changes."
    by_program = True

    kind: Literal["deadline_moved"] = "deadline_moved"
    clock: Line
    duty: Line
    was_due_at: Moment
    now_due_at: Moment
    reason: Line

    def line(self, directory: Directory) -> str:  # noqa: ARG002
        """The old and the new deadline, and why."""
        was, now = moment_words(self.was_due_at), moment_words(self.now_due_at)
        return f"{self.duty}: was due {was}, now {now}. {self.reason}"


class LadderPinned(Payload):
    """From now on the case follows another version of the ladder; a logged act (domain 4.4)."""

    title = "Ladder changed"
    help = "Follow another adopted version of the ladder from now on, and why."

    kind: Literal["ladder_pinned"] = "ladder_pinned"
    version: Annotated[Line, Ask("Ladder", "ladder")]
    reason: Annotated[Line, Ask("Because")]
