"""Gates before linking cases and before saying what a pattern is (R85)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.entries import CasesLinked, PatternAnswered, Payload
from sgtui.domain.entries.pattern import PatternVerdict
from sgtui.domain.people import Right


def _pattern_answered(attempt: Attempt) -> Iterator[Missing]:
    """Anybody may take a pattern up; saying that there is none is for those who decide."""
    payload = attempt.payload
    if not isinstance(payload, PatternAnswered):
        return
    earlier = [said.what.pattern for said in attempt.case.of(PatternAnswered)]
    if payload.pattern in earlier:
        yield Missing("G1", "Pattern: this one has been looked at. Amend what was said of it.")
    if payload.verdict is PatternVerdict.DISMISSED and not attempt.author.may(Right.DECIDE):
        yield Missing("G4", "A lead or manager dismisses a pattern. Ask one to sign in.")


def _cases_linked(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, CasesLinked):
        return
    if payload.reference == attempt.case.reference:
        yield Missing("G1", "Case: this is the same case. Give the reference of another.")
    elif payload.reference in attempt.case.linked:
        yield Missing("G1", f"Case: {payload.reference} is linked already.")


GATES: dict[type[Payload], Gate] = {
    PatternAnswered: _pattern_answered,
    CasesLinked: _cases_linked,
}
