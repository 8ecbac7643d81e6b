"""Duties that bring the agencies together and see that it helps (ladder L14)."""

from collections.abc import Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.complexity import triggers
from sgtui.domain.coordination import Round, rounds
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import ClosureApproved, CoordinationRecorded, Entry, LeadProfessionalNamed
from sgtui.domain.facts import fact_of
from sgtui.domain.ladder import Ladder
from sgtui.domain.register import Register

_NOT_NEEDED = "it was decided that several agencies are not needed"
_VALIDATED = "the coordination was validated"


def coordination(case: CaseFile, ladder: Ladder, register: Register) -> Iterator[Span]:
    """From what calls for it until the record says whether several agencies are needed (G7)."""
    for one in rounds(case.standing, triggers(case, ladder, register)):
        if one.called is not None:
            span = Span(one.called.id, one.called.occurred_at, one.because)
            yield span.met_by(fact_of(one.records[0][0]) if one.records else None)


def lead_professional(case: CaseFile) -> Iterator[Span]:
    """From recording that several agencies are needed until one person leads (R64)."""
    named = [said.entry for said in case.of(LeadProfessionalNamed)]
    for one in case.coordination.rounds:
        start = one.needed
        if start is not None and not any(lead.number < start.number for lead in named):
            span = Span(start.id, start.occurred_at, "after several agencies were found needed")
            until = one.ended.number if one.ended else len(case.entries) + 1
            lead = next((entry for entry in named if entry.number < until), None)
            yield span.met_by(fact_of(lead)) if lead else _over(span, one)


def coordination_review(case: CaseFile) -> Iterator[Span]:
    """From recording it, and from each look at it, until the next look or its validation (R62)."""
    for one in case.coordination.rounds:
        if one.needed is not None:
            starts = (one.needed, *(e for e in one.reviews if e.number > one.needed.number))
            for start, following in zip(starts, (*starts[1:], None), strict=True):
                looked = start.number != one.needed.number
                why = "after it was last looked at" if looked else "after it was recorded"
                owner = one.records[-1][1].review_owner
                span = Span(start.id, start.occurred_at, why, given_to=owner)
                yield span.met_by(fact_of(following)) if following else _over(span, one)


def _over(span: Span, one: Round) -> Span:
    """Ended as the round was; what the closing of the case ends is ended with the whole case."""
    if one.ended is None or isinstance(one.ended.payload, ClosureApproved):
        return span
    return span.ended(one.ended.recorded_at, _why(one.ended), one.ended.occurred_at)


def _why(ended: Entry) -> str:
    return _NOT_NEEDED if isinstance(ended.payload, CoordinationRecorded) else _VALIDATED
