"""Answers by chance for challenges, so that chance climbs, is answered, and ends them."""

from typing import Any

from tests.domain.case_builder import Told

KINDS = (
    "challenge_raised", "challenge_taken_up", "challenge_answered", "challenge_concluded",
)  # fmt: skip
"""What passes between the home and those whom it challenges."""

_GROUNDS = ("threshold", "no_response", "risk_rising", "no_response", "threshold", "closure")
_OUTCOMES = ("upheld", "partly", "reason_accepted", "withdrawn")
_RUNGS = ("L9", "L10", "L11", "L12", "L13")


def answers(told: Told, kind: str, pick: int) -> dict[str, Any]:
    """Answers chosen by `pick`: mostly the rung that is due, so that the gates let it by."""
    match kind:
        case "challenge_raised":
            sent = [entry.id for entry in told.entries if entry.kind == "referral_sent"]
            about = {"referral": sent[pick // 11 % len(sent)] if sent else None}
            return {"ground": _GROUNDS[pick % 6], "stage": _rung(told, pick), **about}
        case "challenge_taken_up":
            higher = "They will not listen" if pick % 4 else None
            stage = _rung(told, pick) if pick % 5 == 0 else _RUNGS[1 + pick // 5 % 4]
            return {"stage": stage, "higher_because": higher, **_which(told, pick)}
        case "challenge_answered":
            answer = ("refused", "upheld", "refused", "partly")[pick % 4]
            return {"answer": answer, **_which(told, pick)}
        case _:
            return {"outcome": _OUTCOMES[pick % 4], **_which(told, pick)}


def _rung(told: Told, pick: int) -> str:
    running = sorted(one for one in told.running() if one in _RUNGS)
    if running and pick % 3:
        return running[pick // 3 % len(running)]
    return _RUNGS[pick // 5 % len(_RUNGS)]


def _which(told: Told, pick: int) -> dict[str, Any]:
    raised = [entry.id for entry in told.entries if entry.kind == "challenge_raised"]
    return {"challenge": raised[pick // 7 % len(raised)]} if raised else {}
