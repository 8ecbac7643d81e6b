"""Answers by chance for what keeps people safe and who must be told, so that chance gets there."""

from datetime import timedelta
from typing import Any

from sgtui.domain.entries.choices import NotificationKind
from sgtui.domain.entries.involved import HarmLevel
from tests.domain.a_home import CARER
from tests.domain.case_builder import Told

KINDS = (
    "safeguard_started", "safeguard_reviewed", "safeguard_ended", "monitoring_started",
    "monitoring_ended", "observation_made", "harm_judged", "person_involved", "staff_supported",
    "evidence_secured", "evidence_moved", "notification_decided",
)  # fmt: skip
"""What keeps the person safe, and who must be told."""

_HARM = tuple(HarmLevel)
_TOLD = tuple(NotificationKind)


def answers(told: Told, kind: str, pick: int) -> dict[str, Any]:
    """Answers chosen by `pick` for a kind of this family; none for any other."""
    match kind:
        case "notification_decided":
            return _notification(told, pick)
        case "observation_made":
            watched = _one(told, "monitoring_started", "monitoring", pick // 3)
            return {"worse": "yes" if pick % 3 == 0 else "no", **(watched if pick % 2 else {})}
        case "monitoring_started":
            hours, until = (None, 4, 1)[pick % 3], timedelta(hours=1 + pick % 70)
            return {"every_hours": hours, "until": told.now + until if pick % 4 else None}
        case "monitoring_ended":
            return _one(told, "monitoring_started", "monitoring", pick)
        case "harm_judged":
            return {"harm": _HARM[pick % len(_HARM)]}
        case "person_involved":
            alleged = {"involvement": "alleged", "works_with_children": "yes"}
            return {"staff": CARER} | (alleged if pick % 2 else {})
        case "safeguard_reviewed":
            works = {"effective": "no" if pick % 3 == 0 else "yes"}
            return works | _one(told, "safeguard_started", "safeguard", pick)
        case "safeguard_ended":
            return {"formal_plan": "The council's plan"}
        case "evidence_moved":
            return _one(told, "evidence_secured", "evidence", pick)
    return {}


def _notification(told: Told, pick: int) -> dict[str, Any]:
    kind = _TOLD[pick % len(_TOLD)]
    if pick % 3 == 0:
        return {"notification": kind}
    sent_at = told.now - timedelta(minutes=pick % 400) if pick % 3 == 1 else None
    return {"notification": kind, "required": "yes", "sent_at": sent_at}


def _one(told: Told, kind: str, name: str, pick: int) -> dict[str, Any]:
    made = [entry.id for entry in told.entries if entry.kind == kind]
    return {name: made[pick % len(made)]} if made else {}
