"""A case file as one JSON document: header, clocks, referrals, body maps, entries, chronology."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sgtui.cli.body_map_document import changes_json, map_json, prompt_json
from sgtui.domain.chronology import Line
from sgtui.domain.clock import Clock
from sgtui.domain.entries import SafeguardStarted
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral
from sgtui.domain.routing import given_words, owner_of
from sgtui.domain.urgency import urgency
from sgtui.services.case import CaseView
from sgtui.services.links import Combined


def as_json(view: CaseView) -> dict[str, Any]:
    """Everything about a case. Times are ISO 8601 in UTC; ids name entries and people."""
    return {
        **_header(view),
        "clocks": [_clock(clock, view) for clock in view.clocks],
        "next_steps": [
            {
                "duty": step.clock.title,
                "owner": step.owner.name,
                "contact": step.contact.name if step.contact else None,
                "phone": step.contact.phone if step.contact else None,
                "steps": [{"kind": one.kind, "label": one.label} for one in step.steps],
            }
            for step in view.next_steps
        ],
        "referrals": [_referral(sent, view) for sent in view.case.referrals],
        "safeguards": list(_safeguards(view)),
        "body_maps": [map_json(mapped, view.register) for mapped in view.maps],
        "body_map_changes": [changes_json(compared) for compared in view.comparisons],
        "body_map_prompts": [prompt_json(one) for one in view.open_prompts],
        "linked": [
            {"ref": one.reference, "person": one.initials, "stage": one.stage}
            for one in view.linked
        ],
        "entries": list(_entries(view)),
        "chronology": [chronology_text(line) for line in view.lines],
        "as_at": view.as_at.isoformat(),
    }


def _header(view: CaseView) -> dict[str, Any]:
    case, register, opening = view.case, view.register, view.case.opening.what
    person = view.person
    return {
        "ref": case.reference,
        "case_id": str(case.id),
        "person": person.model_dump(mode="json") if person else None,
        "case_kind": opening.case_kind.value,
        "categories": [category.value for category in case.categories],
        "stage": case.stage.value,
        "stage_words": case.stage.label,
        "open": case.is_open,
        "owner": owner_of(register, case, view.ladder, view.as_at).name,
        "level": opening.level.value,
        "risk": case.risk.value,
        "safety": case.safety.value if case.safety else None,
        "happened_at": _iso(case.happened_at),
        "place": case.place,
        "opened_at": case.entries[0].recorded_at.isoformat(),
        "closed_at": _iso(case.closed_at),
        "ladder": case.ladder_version,
    }


def _clock(clock: Clock, view: CaseView) -> dict[str, Any]:
    return {
        "key": clock.key,
        "duty": clock.duty.value,
        "title": clock.title,
        "stage": clock.stage,
        "state": _state(clock, view.as_at),
        "direction": clock.direction.value,
        "owner_role": clock.owner_role.value,
        "counterpart": clock.counterpart,
        "started_at": clock.started_at.isoformat(),
        "due_at": clock.due_at.isoformat(),
        "late_at": clock.late_at.isoformat(),
        "met_at": _iso(clock.met_at),
        "ended_at": _iso(clock.ended_at),
        "urgency": urgency(clock.started_at, clock.due_at, clock.late_at, view.as_at).value
        if clock.runs(view.as_at)
        else None,
        "explanation": clock.explanation,
    }


def _state(clock: Clock, now: datetime) -> str:
    if clock.met_at is not None:
        return "met"
    if clock.ended_at is not None:
        return "ended"
    return "running" if clock.runs(now) else "planned"


def _referral(sent: Referral, view: CaseView) -> dict[str, Any]:
    decision = sent.decision
    return {
        "id": str(sent.id),
        "to": view.register.contact_name(sent.sent.contact),
        "method": sent.sent.method.value,
        "sent_at": sent.sent.sent_at.isoformat(),
        "received_at": _iso(sent.received_at),
        "acknowledged_at": _iso(sent.acknowledged_at),
        "decided_at": _iso(decision[1].decided_at) if decision else None,
        "decision": decision[1].decision.value if decision else None,
        "settled": sent.settled,
    }


def _safeguards(view: CaseView) -> Iterator[dict[str, Any]]:
    active = {said.entry.id for said in view.case.active_safeguards}
    for said in view.case.of(SafeguardStarted):
        yield {
            "id": str(said.entry.id),
            "measure": said.what.measure,
            "why": said.what.proportionate,
            "owner": given_words(view.register, view.case, said.what.owner),
            "started_at": said.at.isoformat(),
            "active": said.entry.id in active,
        }


def _entries(view: CaseView) -> Iterator[dict[str, Any]]:
    lines = {line.entry_id: line for line in view.lines}
    for entry in view.case.entries:
        yield {
            "id": str(entry.id),
            "kind": entry.kind,
            **_line(lines[entry.id]),
            "payload": view.veil.payload(entry),
            "hash": entry.hash,
        }


def _line(line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "at": line.at.isoformat(),
        "about": line.about,
        "title": line.title,
        "text": line.text,
        "by": line.by,
        "recorded_at": line.recorded_at.isoformat(),
        "entered_late": line.entered_late,
        "struck": line.struck or None,
        "corrected": list(line.corrected),
    }


def combined_json(combined: Combined) -> dict[str, Any]:
    """The chronologies of linked cases as one. Times are ISO 8601 in UTC."""
    return {
        "cases": [
            {
                "ref": one.reference,
                "person": one.name,
                "room": one.room,
                "stage": one.stage.value,
                "stage_words": one.stage.label,
            }
            for one in combined.cases
        ],
        "not_shown": combined.not_shown,
        "lines": [{"ref": one.reference, **_line(one.line)} for one in combined.lines],
        "as_at": combined.as_at.isoformat(),
    }


def chronology_text(line: Line) -> str:
    """One line of the chronology as a person reads it, corrections beside the original."""
    about = "about " if line.about else ""
    parts = [f"{about}{moment_words(line.at)}  {line.title}: {line.text}  ({line.by})"]
    if line.entered_late:
        parts.append(f"entered late, on {moment_words(line.recorded_at)}")
    parts += [f"now reads: {correction}" for correction in line.corrected]
    return "; ".join(parts + ([line.struck] if line.struck else []))


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
