"""Gates before a case follows another ladder: an adopted one, and a manager says so."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.entries import LadderPinned, Payload
from sgtui.domain.people import Right


def _ladder_pinned(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, LadderPinned):
        return
    if not attempt.author.may(Right.MANAGE):
        yield Missing("G21", "Ladder: only a manager may change it. Ask one to sign in.")
    if payload.version not in attempt.register.ladders:
        adopted = ", ".join(sorted(attempt.register.ladders)) or "none yet"
        yield Missing("G1", f"Ladder: choose one that the home has adopted: {adopted}.")
    elif payload.version == attempt.case.ladder_version:
        yield Missing("G1", f"Ladder: this case follows {payload.version} already.")


GATES: dict[type[Payload], Gate] = {LadderPinned: _ladder_pinned}
"""What must be there before each kind of entry."""
