"""Duties that an audit starts: mending what it found, and verifying that (ladder L16, R39, R40).

They go on when the case is closed: a gap in its file is no less a gap.
"""

from collections.abc import Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.plan import not_before
from sgtui.domain.duties.span import Span
from sgtui.domain.facts import fact_of
from sgtui.domain.findings import Finding, findings


def finding(case: CaseFile) -> Iterator[Span]:
    """From a finding until whoever it was given to has mended it."""
    for one in findings(case.standing):
        if not one.at_risk:
            yield _mending(one)


def finding_at_risk(case: CaseFile) -> Iterator[Span]:
    """The same where somebody could be at risk by it, in a much shorter time."""
    for one in findings(case.standing):
        if one.at_risk:
            yield _mending(one)


def _mending(one: Finding) -> Span:
    span = Span(
        one.id,
        one.entry.occurred_at,
        "after an audit found it",
        due_at=not_before(one.entry, one.raised.due_at),
        given_to=one.raised.owner,
    )
    return span.met_by(fact_of(one.mended[0]) if one.mended else None)


def finding_check(case: CaseFile) -> Iterator[Span]:
    """From a finding being mended until another person has seen that it is (gate G15)."""
    for one in findings(case.standing):
        if one.mended is not None:
            mended = one.mended[0]
            mender = frozenset({mended.recorded_by})
            why = "after the finding was mended"
            span = Span(mended.id, mended.occurred_at, why, not_by=mender)
            yield span.met_by(fact_of(one.verified[0]) if one.verified else None)
