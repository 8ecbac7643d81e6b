"""Entries of those who oversee: the weekly look, and learning from work with other agencies."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import model_validator

from sgtui.domain.entries.choices import TogetherWell, YesNo
from sgtui.domain.entries.payload import Ask, Line, Payload, Story


class OversightHeld(Payload):
    """The manager's look at an open case of high risk, once a week (R66, R89, gate G19)."""

    title = "Manager's look"
    help = "Look at an open case: is enough being done, and do the agencies work together?"

    kind: Literal["oversight_held"] = "oversight_held"
    enough: Annotated[YesNo, Ask("Enough being done", "choice", "Is the person safe enough?")]
    together: Annotated[
        TogetherWell,
        Ask("Agencies together", "choice", "Is multi-agency coordination as it should be?"),
    ]
    found: Annotated[Story, Ask("Found", "story", "What you looked at, and what you think of it.")]
    wanted: Annotated[
        Line | None, Ask("To be done", "line", "What must change; needed unless all is well.")
    ] = None

    @property
    def is_well(self) -> bool:
        """Whether enough is done and the agencies work together, or need not."""
        return self.enough is YesNo.YES and self.together is not TogetherWell.WANTING

    @model_validator(mode="after")
    def _says_what_must_change(self) -> Self:
        if not self.is_well and self.wanted is None:
            raise ValueError("Not all is well: say what must change, in To be done.")
        return self


class AfterActionReviewed(Payload):
    """Looking back on one escalation with other agencies: what was slow, lost or unclear (R107)."""

    title = "After-action review"
    help = "Look back on work with other agencies: delays, gaps, unclear thresholds, what we learn."
    after_closing = True

    kind: Literal["after_action_reviewed"] = "after_action_reviewed"
    about: Annotated[
        UUID, Ask("About", "entry", of=("challenge_concluded", "coordination_validated"))
    ]
    delays: Annotated[Line, Ask("Delays", "line", "Where time was lost; or none.")]
    gaps: Annotated[Line, Ask("Communication gaps", "line", "What did not reach whom; or none.")]
    thresholds: Annotated[
        Line, Ask("Unclear thresholds", "line", "What was seen differently; or none.")
    ]
    learnt: Annotated[Story, Ask("Learnt", "story", "What we and they do otherwise from now on.")]
    attended: Annotated[Line, Ask("Present", "line", "Names and roles, in full.")]
