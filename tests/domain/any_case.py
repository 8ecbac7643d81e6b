"""Any case that the gates allow: a story driven by chance, some of it told late or put right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from sgtui.domain.entries import CASE_KINDS, BodyMapped
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.entries.marks import Colour
from tests.domain import any_challenge, any_plan, any_protection
from tests.domain.a_home import ADA, DESK, EDT, LEAD, LEADER, MANAGER, ON_CALL, TEAM, WORKER
from tests.domain.case_builder import Told, a_concern


@dataclass(frozen=True)
class Move:
    """One try: what sort of entry, how long after the last, how far back it is dated, by whom."""

    kind: str
    after: int
    """Minutes since the entry before."""
    back: int
    """Minutes between happening and recording."""
    author: UUID
    pick: int
    """Chooses among variants and among earlier entries."""


_OFTEN = (
    "agency_contacted", "referral_sent", "referral_received", "referral_acknowledged",
    "referral_decided", "observation_made", "threshold_decided", "internally_escalated",
    "safety_checked", "amended", "entered_in_error", "body_mapped",
    "body_map_prompt_answered", *any_challenge.KINDS,
)  # fmt: skip
_KINDS = sorted(set(CASE_KINDS) - {"concern_recorded", "deadline_moved"})

MOVES = st.lists(
    st.builds(
        Move,
        kind=st.sampled_from((*_KINDS, *_OFTEN, *_OFTEN)),
        after=st.sampled_from((0, 1, 15, 90, 600, 1500, 4400, 20000)),
        back=st.sampled_from((0, 0, 0, 0, 20, 300, 1500, 9000)),
        author=st.sampled_from((LEADER, LEAD, MANAGER, ON_CALL)),
        pick=st.integers(0, 1000),
    ),
    min_size=4,
    max_size=22,
)
"""Tries; those that a gate stops are passed over."""

STARTS = st.sampled_from(
    ("2026-03-28 22:10", "2026-10-24 23:30", "2026-12-24 16:55", "2026-11-19 09:00")
)
"""Before the clocks change, before Christmas, and on an ordinary morning."""

BEGINNINGS = st.sampled_from(("low_level", "immediate", "decided", "referred", "referred"))
"""How far the case has come when chance takes over."""

_DECISIONS = (
    "accepted_s42", "accepted_other", "not_progressed", "redirected", "more_info_requested",
    "closed_by_agency", "not_progressed", "more_info_requested", "partly_accepted", "returned",
)  # fmt: skip
_RESULTS = ("spoke", "no_answer", "voicemail", "written", "no_answer", "replied")


def story(start: str, beginning: str, moves: list[Move]) -> Iterator[Told]:
    """The same case after its beginning, and after each entry that the gates let by."""
    levels = ("low_level", "immediate")
    level = beginning if beginning in levels else "safeguarding"
    category = "physical" if beginning == "low_level" else "neglect"
    told = a_concern(start, level=level, category=category, alleged="A visitor", person=ADA)
    if beginning != "immediate":
        told.tell("statement_taken").tell("safety_checked").tell("sharing_decided")
        told.tell("wishes_recorded")
    if beginning == "low_level":
        told.tell("body_mapped", marks=_MARKS[1:3])
    if beginning in ("decided", "referred"):
        told.tell("threshold_decided", route="external" if beginning == "referred" else "internal")
    if beginning == "referred":
        told.tell("referral_sent")
    yield told
    for move in moves:
        told.later(minutes=move.after).by(move.author)
        if _made(told, move):
            yield told


def _made(told: Told, move: Move) -> bool:
    at = told.now - timedelta(minutes=move.back)
    answers = _answers(told, move)
    if answers is None:
        return False
    try:
        payload = told.payload(move.kind, at, **answers)
    except (StopIteration, ValueError):
        return False
    if told.blocks(payload, at):
        return False
    told.add(payload, at)
    return True


def _answers(told: Told, move: Move) -> dict[str, Any] | None:
    """Answers chosen by `pick`; None where there is nothing to speak of."""
    pick = move.pick
    match move.kind:
        case "body_mapped":
            return {"marks": [_MARKS[at % len(_MARKS)] for at in (pick, pick // 3)[: pick % 3]]}
        case "body_map_prompt_answered":
            return _prompt(told, pick)
        case "agency_contacted":
            return _contact(told, pick)
        case "referral_decided":
            return _about(told, pick) | {"decision": _DECISIONS[pick % len(_DECISIONS)]}
        case "referral_received" | "referral_acknowledged" | "agency_decision_accepted":
            return _about(told, pick)
        case "outcome_received":
            return _about(told, pick)
        case "referral_sent":
            return {"contact": (DESK, EDT, DESK)[pick % 3]}
        case "threshold_decided":
            return {
                "route": ("external", "internal", "external", "emergency")[pick % 4],
                "risk": ("low", "medium", "high", "immediate")[pick // 4 % 4],
                "second_person": None if pick % 3 == 0 else MANAGER,
                "provisional": "yes" if pick % 3 == 0 else "no",
            }
        case "internally_escalated":
            return {"risk": (None, "medium", "high", "immediate")[pick % 4]}
        case "safety_checked":
            return {"safety": ("safe", "unsafe_controlled", "unsafe_uncontrolled")[pick % 3]}
        case "countersigned":
            return {"agrees": "no" if pick % 3 == 0 else "yes"}
        case "review_held":
            return {"outcome": ("continue", "escalate", "close")[pick % 3]}
        case "entered_in_error":
            which = pick % len(told.entries) or (len(told.entries) - 1) * (pick % 5 != 0)
            return {"entry": told.entries[which].id, "second_person": ON_CALL}
        case "amended":
            return _correction(told, pick)
    if move.kind in any_challenge.KINDS:
        return any_challenge.answers(told, move.kind, pick)
    if move.kind in any_protection.KINDS:
        return any_protection.answers(told, move.kind, pick)
    return any_plan.answers(told, move.kind, pick)


def _about(told: Told, pick: int) -> dict[str, Any]:
    return _of(told, "referral_sent", "referral", pick // 8)


_MARKS = (
    "bruise, left forearm, 3x2cm, purple", "bruise, left forearm, 2x1cm, yellow",
    "bruise, left underarm, 3 cm", "finger-tip pattern, throat, skin not broken",
    "cut, nose, 5mm, skin broken and bleeding", "redness, sacrum, pain: cannot say",
)  # fmt: skip


def _prompt(told: Told, pick: int) -> dict[str, Any]:
    heeded = pick % 2 == 0
    return {
        "prompt": ("unusual_site", "repeated")[pick // 2 % 2],
        "answer": "heeded" if heeded else "dismissed",
        "told": LEAD if heeded else None,
        **_of(told, "body_mapped", "body_map", pick // 4),
    }


def _of(told: Told, kind: str, name: str, pick: int) -> dict[str, Any]:
    made = [entry.id for entry in told.entries if entry.kind == kind]
    return {name: made[pick % len(made)]} if made else {}


def _contact(told: Told, pick: int) -> dict[str, Any]:
    result = _RESULTS[pick % len(_RESULTS)]
    promised = pick % 4 == 0
    return {
        "contact": (DESK, DESK, DESK, WORKER, TEAM)[pick // 6 % 5],
        "stage": (None, "L7a", "L9", "L10", "L13")[pick // 3 % 5],
        "result": result,
        "direction": "in" if result == "replied" else "out",
        "promised": "They ring back" if promised else None,
        "promised_in": 1 + pick % 30 if promised and pick % 8 else None,
        **(_about(told, pick) if pick % 2 else {}),
    }


def _restated(mapped: BodyMapped) -> list[str]:
    """The same marks with another size and colour, as a correction says them."""
    seen = {"length_mm": 12, "width_mm": None, "colours": (Colour.BROWN,)}
    return [mark_words(mark.model_copy(update=seen)) for mark in mapped.marks]


_CORRECTABLE = {
    "body_mapped": "examined_at",
    "referral_sent": "sent_at",
    "referral_received": "received_at",
    "referral_acknowledged": "acknowledged_at",
    "referral_decided": "decided_at",
    "challenge_raised": "raised_at",
    "challenge_taken_up": "raised_at",
    "challenge_answered": "answered_at",
    "outcome_received": "told_at",
    "concern_recorded": "noticed_at",
}


def _correction(told: Told, pick: int) -> dict[str, Any] | None:
    """An earlier entry with its time moved, or its risk or its route put right."""
    entry = told.entries[pick % len(told.entries)]
    if isinstance(entry.payload, BodyMapped) and pick // 7 % 2:
        return {"entry": entry.id, "changes": {"marks": _restated(entry.payload)}}
    name = _CORRECTABLE.get(entry.kind)
    if name is not None:
        moved = getattr(entry.payload, name) + timedelta(minutes=pick % 700 - 350)
        return {"entry": entry.id, "changes": {name: moved.isoformat()}}
    if entry.kind == "threshold_decided":
        change = {"risk": "high"} if pick % 2 else {"route": "internal"}
        return {"entry": entry.id, "changes": change}
    if entry.kind == "observation_made":
        return {"entry": entry.id, "changes": {"worse": "yes" if pick % 2 else "no"}}
    return any_plan.correction(entry, pick)
