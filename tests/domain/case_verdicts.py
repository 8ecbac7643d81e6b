"""What may be recorded by the practice's own rules, gate by gate: what holds for every kind."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from tests.domain import (
    case_gates_closing,
    case_gates_looking_back,
    case_gates_outside,
    case_gates_together,
)
from tests.domain.case_gates_looking_back import AFTER_CLOSING
from tests.domain.case_moves import AHEAD, CORRECTIONS, Gate, Move, Verdict
from tests.domain.case_notebook import Notebook
from tests.domain.case_people import KNOWN_STAFF, READERS, under

_TASKS = (
    "owner", "told", "decision_owner", "decided_by", "second_person", "first_person", "ours",
    "review_owner", "our_contact",
)  # fmt: skip
"""Fields that give somebody of ours a part in the case."""
_FACTS = ("staff", "supported", "done_by")
_DECIDE = ("decided_by", "decision_owner", "first_person", "second_person")
_ANSWERS = ("countersigned", "closure_approved", "closure_refused", "oversight_held")
"""What is decided, or looked into, by whoever records it."""
_HAPPENED = (
    "sent_at", "received_at", "acknowledged_at", "decided_at", "raised_at", "answered_at",
    "told_at", "agreed_at", "held_at", "happened_at",
)  # fmt: skip
_TO_COME = ("promised_by", "meets_at", "review_at", "due_at", "until")
_FIRST_TELLING = (
    "concern_completed", "statement_taken", "safety_checked", "body_map_declined",
    "person_involved",
)  # fmt: skip

_GATES: dict[str, Gate] = {
    **case_gates_outside.GATES,
    **case_gates_together.GATES,
    **case_gates_closing.GATES,
    **case_gates_looking_back.GATES,
}


def verdict(book: Notebook, move: Move) -> Verdict:
    """What must stand in the way of a move, and what may."""
    found = {*_anybody(book, move), *_open(book, move), *_times(move)}
    found |= {*_people(book, move), *_conflict(book, move), *_asked_of_them(book, move)}
    found |= set(case_gates_closing.still_asked(book, move))
    if move.kind in _GATES:
        found |= set(_GATES[move.kind](book, move))
    return Verdict(
        must={gate for gate in found if not gate.endswith("?")},
        may={gate[:-1] for gate in found if gate.endswith("?")},
    )


def unsayable(kind: str, said: Mapping[str, Any]) -> bool:
    """Whether what is answered contradicts itself or leaves out what nobody may leave out."""
    match kind:
        case "referral_acknowledged":
            return not str(said["acknowledged_by"]).strip()
        case "agency_decision_accepted" | "challenge_concluded":
            return bool(said["first_person"] == said["second_person"])
        case "threshold_decided":
            return bool(said["second_person"] == said["decided_by"])
        case "action_agreed":
            return (said.get("owner") is None) == (said.get("theirs") is None)
        case "oversight_held":
            well = said["enough"] == "yes" and said["together"] != "wanting"
            return not well and said.get("wanted") is None
        case "notification_decided":
            return said["required"] == "no" and said.get("sent_at") is not None
    return False


def _anybody(book: Notebook, move: Move) -> Iterator[str]:
    """Who only reads records nothing, nor anybody alleged but for the first telling."""
    if move.author in READERS:
        yield "G21"
    if move.author in book.barred:
        alleged = move.author == book.opening["alleged_staff"]
        alone = all(note.author == move.author for note in book.notes)
        if not (alleged and alone and move.kind in _FIRST_TELLING):
            yield "G21"


def _open(book: Notebook, move: Move) -> Iterator[str]:
    if move.kind == "reopened":
        if not book.is_closed or book.opening.struck:
            yield "G14"
    elif move.kind in AFTER_CLOSING:
        if book.opening.struck:
            yield "G14"
    elif move.kind not in CORRECTIONS and not book.is_open:
        yield "G14"


def _times(move: Move) -> Iterator[str]:
    """Nothing is recorded before it happened, and nothing falls due before it was said."""
    stated = [move.says.get(name) for name in _HAPPENED]
    if any(at is not None and at > move.now + AHEAD for at in (*stated, move.at)):
        yield "G1"
    named = [move.says.get(name) for name in _TO_COME]
    if any(at is not None and at < move.at - AHEAD for at in named):
        yield "G1"


def _people(book: Notebook, move: Move) -> Iterator[str]:
    """Whoever is named works here, and nobody barred is given a part."""
    for name in (*_TASKS, *_FACTS):
        person = move.says.get(name)
        if isinstance(person, UUID):
            if person not in KNOWN_STAFF:
                yield "G1"
            elif name in _TASKS and person in book.barred:
                yield "G21"


def _conflict(book: Notebook, move: Move) -> Iterator[str]:
    """Nobody decides about whoever they work under."""
    below = under(book.barred)
    named = {move.says.get(name) for name in _DECIDE}
    answers = move.kind in _ANSWERS
    if named & below or (answers and move.author in below):
        yield "G21"


def _asked_of_them(book: Notebook, move: Move) -> Iterator[str]:
    """An adult's questions are not a child's."""
    child = book.opening["case_kind"] == "child"
    if move.kind == "capacity_noted" and child:
        yield "G1"
    if move.kind == "threshold_decided" and (move.says["needs"] is not None) is child:
        yield "G4"
