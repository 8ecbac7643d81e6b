"""Answers by chance for what several agencies do together, so that chance really gets there."""

from datetime import timedelta
from typing import Any

from sgtui.domain.coordination import POINTS
from sgtui.domain.entries import Entry
from tests.domain.a_home import LEAD, LEADER, MANAGER, ON_CALL
from tests.domain.case_builder import Told

KINDS = (
    "coordination_called", "coordination_recorded", "agency_involved", "agency_agreed",
    "lead_professional_named", "coordination_reviewed", "coordination_validated",
    "meeting_arranged", "meeting_held", "meeting_called_off", "safeguarding_plan_agreed",
    "action_agreed", "action_done", "action_verified", "action_dropped", "cases_linked",
    "outcome_received", "closure_requested", "closure_approved", "closure_refused", "reopened",
    "review_held",
)  # fmt: skip
"""What people do together, and what brings a case to its end."""

_AGENCIES = ("gp_primary_care", "police", "community_nurse", "local_authority_adults")
_PEOPLE = (LEADER, LEAD, MANAGER, ON_CALL)
_REFERENCES = ("SG-26-9MQX", "SG-26-3HDV", "SG-26-W2RB")


def answers(told: Told, kind: str, pick: int) -> dict[str, Any]:
    """Answers chosen by `pick` for a kind of this family; none for any other."""
    match kind:
        case "coordination_recorded":
            return {"multi_agency_required": ("yes", "no", "yes")[pick % 3]}
        case "coordination_validated":
            return _points(told)
        case "agency_involved":
            return {"agency": _AGENCIES[pick % len(_AGENCIES)]}
        case "agency_agreed":
            agreed = {"agrees": "no" if pick % 3 == 0 else "yes"}
            return agreed | _one(told, "agency_involved", "agency", pick)
        case "cases_linked":
            return {"reference": _REFERENCES[pick % len(_REFERENCES)]}
        case "safeguarding_plan_agreed":
            return {"review_at": _ahead(told, pick)}
        case "meeting_arranged":
            return {"meets_at": told.now + timedelta(hours=1 + pick % 90)}
        case "meeting_held":
            return {} if pick % 5 == 0 else _one(told, "meeting_arranged", "arranged", pick)
        case "meeting_called_off":
            return _one(told, "meeting_arranged", "arranged", pick)
        case _:
            return _action(told, kind, pick)


def _action(told: Told, kind: str, pick: int) -> dict[str, Any]:
    match kind:
        case "action_agreed":
            whose = {"owner": _PEOPLE[pick % 4]} if pick % 3 else {"theirs": "Owen, council"}
            return {"owner": None, "due_at": _ahead(told, pick)} | whose
        case "action_done":
            done_by = {"done_by": _PEOPLE[pick // 3 % 4]}
            return done_by | _one(told, "action_agreed", "action", pick)
        case "action_verified" | "action_dropped":
            return _one(told, "action_agreed", "action", pick)
        case _:
            return {}


def _ahead(told: Told, pick: int) -> Any:
    return told.now + timedelta(hours=pick % 200) if pick % 3 else None


def _points(told: Told) -> dict[str, Any]:
    """Everything that shows each point, as F4 fills it in."""
    return {
        point.shown_by: tuple(e.id for e in told.case.standing if point.shows(e))
        for point in POINTS
    }


def _one(told: Told, kind: str, name: str, pick: int) -> dict[str, Any]:
    made = [entry.id for entry in told.entries if entry.kind == kind]
    return {name: made[pick % len(made)]} if made else {}


def correction(entry: Entry, pick: int) -> dict[str, Any] | None:
    """An entry of this family with what it says put right; None for any other."""
    yes_no = "no" if pick % 2 else "yes"
    moved = (entry.recorded_at + timedelta(minutes=pick % 900)).isoformat()
    changes: dict[str, dict[str, Any]] = {
        "coordination_recorded": {"multi_agency_required": yes_no},
        "agency_agreed": {"agrees": yes_no},
        "meeting_arranged": {"meets_at": moved},
        "action_agreed": {"due_at": moved},
        "safeguarding_plan_agreed": {"review_at": moved},
    }
    change = changes.get(entry.kind)
    return {"entry": entry.id, "changes": change} if change else None
