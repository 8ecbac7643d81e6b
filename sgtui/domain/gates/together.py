"""Gates before closing about what several people had agreed to do (G8, G14, G15)."""

from collections.abc import Iterator

from sgtui.domain.actions import ActionState
from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.case_file import CaseFile
from sgtui.domain.complexity import agencies, coordinating
from sgtui.domain.duties import SPANS
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import moment_words


def together_to_the_end(attempt: Attempt) -> Iterator[Missing]:
    """Whether meetings, actions, patterns and coordination have all come to their end."""
    case = attempt.case
    for meeting in case.meetings:
        if meeting.outstanding:
            when = moment_words(meeting.arranged.meets_at)
            sentence = f"A meeting is set for {when}: hold it or call it off first."
            yield Missing("G14", sentence, "meeting_held")
    yield from _acted(case)
    if any(span.is_open for span in SPANS[Duty.PATTERN](case)):
        yield Missing("G14", "A pattern is still to be looked at.", "pattern_answered")
    yield from _coordinated(attempt)


def _acted(case: CaseFile) -> Iterator[Missing]:
    """Every action verified by another person, or dropped with a reason (G15)."""
    for action in case.actions:
        if action.state is ActionState.OPEN:
            sentence = f'"{_short(action.agreed.what)}" is not done yet: do it or drop it.'
            yield Missing("G15", sentence, "action_done")
        elif action.state is ActionState.DONE:
            sentence = f'"{_short(action.agreed.what)}" is done; another person must verify it.'
            yield Missing("G15", sentence, "action_verified")


def _short(what: str) -> str:
    return what if len(what) <= 40 else f"{what[:37].rstrip()}..."


def _coordinated(attempt: Attempt) -> Iterator[Missing]:
    """Coordination validated (G8), and one person leading where there are several agencies."""
    coordination = attempt.case.coordination
    if coordination.running is not None:
        yield Missing(
            "G8",
            "The coordination is not validated yet: that it happened, roles, actions.",
            "coordination_validated",
        )
    if coordination.lead is None and _many_agencies(attempt):
        yield Missing(
            "G8", "Several agencies are in it and nobody leads.", "lead_professional_named"
        )


def _many_agencies(attempt: Attempt) -> bool:
    """Whether so many agencies are in it that the ladder calls for one who leads (R64)."""
    if attempt.ladder is None:
        return False
    there = sum(1 for _ in agencies(attempt.case, attempt.register))
    limits = [r.amount for r in coordinating(attempt.ladder) if r.counts == "agency"]
    return any(there >= limit for limit in limits)
