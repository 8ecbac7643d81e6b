"""Duties of those who oversee: the weekly look at a case of high risk, and looking back (L14)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import (
    AfterActionReviewed,
    ChallengeConcluded,
    ClosureApproved,
    CoordinationValidated,
    Entry,
    OversightHeld,
    Payload,
    Reopened,
)
from sgtui.domain.entries.choices import Risk
from sgtui.domain.facts import fact_of
from sgtui.domain.ladder import Ladder
from sgtui.domain.oversight import not_overseen_by
from sgtui.domain.register import Register

_LOWER = "the risk was judged lower"

LOOKED_BACK_ON: dict[type[Payload], str] = {
    ChallengeConcluded: "after our challenge was concluded",
    CoordinationValidated: "after the working together was validated",
}
"""What is looked back on once it is over, and how that is said."""


def oversight(case: CaseFile, ladder: Ladder, register: Register) -> Iterator[Span]:  # noqa: ARG001
    """From when the risk is high, and again from each look, until it is judged lower (R66, R89).

    Never asked of whoever leads the case, where another is left to look (gate G19).
    """
    leads = not_overseen_by(case, register)
    for span in _looks(case):
        yield replace(span, not_by=leads)


def _looks(case: CaseFile) -> Iterator[Span]:
    judged = {entry.id: risk for entry, risk in case.judgements}
    risk, running = case.first_risk, None
    for entry in case.standing:
        risk = judged.get(entry.id, risk)
        high = risk in (Risk.HIGH, Risk.IMMEDIATE)
        over = _over(running, entry, high=high) if running else None
        if over is not None:
            yield over
            running = None
        because = _because(entry, judged=entry.id in judged) if high else ""
        if running is None and because:
            running = Span(entry.id, _since(entry), because)
    if running is not None:
        yield running


def _over(running: Span, entry: Entry, *, high: bool) -> Span | None:
    """The look that was owed, as this entry ends it; None while it does not.

    What the closing of the case ends is ended with the whole case.
    """
    match entry.payload:
        case OversightHeld() if entry.occurred_at >= running.started_at:
            return running.met_by(fact_of(entry))
        case ClosureApproved():
            return running
        case _ if not high:
            return running.ended(entry.recorded_at, _LOWER, entry.occurred_at)
        case _:
            return None


def _because(entry: Entry, *, judged: bool) -> str:
    """Why a look is owed from this entry on, while the risk is high; empty where it is not."""
    match entry.payload:
        case OversightHeld():
            return "after it was last looked at"
        case Reopened():
            return "after the case was reopened"
        case _ if entry.number == 1:
            return "after it came in as an immediate danger"
        case _ if judged:
            return "after the risk was judged high"
        case _:
            return ""


def _since(entry: Entry) -> datetime:
    """A concern is overseen from when it is written down, whenever it happened."""
    return entry.recorded_at if entry.number == 1 else entry.occurred_at


def after_action(case: CaseFile) -> Iterator[Span]:
    """From the end of a challenge or of working together until it is looked back on (R107)."""
    reviews = case.of(AfterActionReviewed)
    for entry in case.standing:
        because = LOOKED_BACK_ON.get(type(entry.payload), "")
        if because:
            looked = [said.entry for said in reviews if said.what.about == entry.id]
            yield Span(entry.id, entry.occurred_at, because).met_by(fact_of(*looked))
