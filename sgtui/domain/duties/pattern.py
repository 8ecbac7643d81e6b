"""Looking at what several cases have in common (ladder L14)."""

from collections.abc import Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import PatternAnswered, PatternFound
from sgtui.domain.facts import fact_of


def pattern(case: CaseFile) -> Iterator[Span]:
    """From finding a pattern until somebody has taken it up or dismissed it with a reason."""
    answers = case.of(PatternAnswered)
    for said in case.of(PatternFound):
        looked = [answer.entry for answer in answers if answer.what.pattern == said.entry.id]
        span = Span(said.entry.id, said.at, "after the pattern was found")
        yield span.met_by(fact_of(*looked))
