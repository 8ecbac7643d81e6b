"""Entries that join cases: a pattern found, what was made of it, and cases that belong together."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from sgtui.domain.entries.payload import Ask, Directory, Line, Payload, Reference
from sgtui.domain.labelled import Labelled


class PatternFound(Payload):
    """Several cases have something in common: person, person alleged, place, hour or region."""

    title = "Pattern"
    help = "Made by the program when several cases have something in common."
    by_program = True

    kind: Literal["pattern_found"] = "pattern_found"
    rule: Line
    """Which rule of the ladder found it."""
    words: Line
    """What they have in common: "3 concerns in 28 days about the same person"."""
    references: Annotated[tuple[Reference, ...], Field(min_length=1)]
    """The other cases, oldest first."""
    proposes: Line

    def line(self, directory: Directory) -> str:  # noqa: ARG002
        """What was found, in which cases, and what is proposed."""
        return f"{self.words}: {', '.join(self.references)}. {self.proposes}"


class PatternVerdict(Labelled):
    """What was made of a pattern."""

    TAKEN_UP = "taken_up", "It is one: linked, threshold anew"
    DISMISSED = "dismissed", "Not one, with a reason"


class PatternAnswered(Payload):
    """Somebody looked at a pattern: taken up or dismissed, with a reason (R85)."""

    title = "Pattern looked at"
    help = "Is it a pattern? Taken up, the cases are linked and the threshold is decided anew."

    kind: Literal["pattern_answered"] = "pattern_answered"
    pattern: Annotated[UUID, Ask("Pattern", "entry", of=("pattern_found",))]
    verdict: Annotated[PatternVerdict, Ask("Verdict", "choice")]
    reason: Annotated[Line, Ask("Because")]


class CasesLinked(Payload):
    """Two cases belong together; the other one says the same (R85)."""

    title = "Case linked"
    help = "Link another case that belongs with this one."

    kind: Literal["cases_linked"] = "cases_linked"
    reference: Annotated[Reference, Ask("Case", "line", "Its reference, such as SG-26-K4T7.")]
    reason: Annotated[Line, Ask("Because")]
