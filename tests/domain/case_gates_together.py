"""Rules of protecting, working together and putting right, as the practice has them (G7 to G20)."""

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from tests.domain.case_moves import CORRECTIONS, Gate, Move, one
from tests.domain.case_notebook import Note, Notebook
from tests.domain.case_people import DECIDERS, LADDERS, MANAGERS

_NO_REASON = ("none", "tbc", "n/a", "-")


def _safeguard_reviewed(book: Notebook, move: Move) -> Iterator[str]:
    if one(book, "safeguard_started", move.says["safeguard"]) is None:
        yield "G1"
    running = {note.id: note for note in book.running_safeguards()}
    target = running.get(move.says["safeguard"])
    if target is None or move.at < target.at:
        yield "G10"


def _safeguard_ended(book: Notebook, move: Move) -> Iterator[str]:
    """Ended only where something else covers the person: another, or a plan."""
    yield from _safeguard_reviewed(book, move)
    said, closed = move.says, book.last("closure_approved")
    since = closed.number if closed else 0
    planned = any(note.number > since for note in book.of("safeguarding_plan_agreed")[-1:])
    others = {note.id for note in book.running_safeguards()} - {said["safeguard"]}
    if not (said["formal_plan"] or planned or said["replaced_by"] in others):
        yield "G10"
    replaced = said["replaced_by"]
    if replaced is not None and one(book, "safeguard_started", replaced) is None:
        yield "G1"


def _watched(book: Notebook, move: Move) -> Iterator[str]:
    """What is said of a monitoring lies between its beginning and its end."""
    which = move.says["monitoring"]
    if which is None:
        return
    started = one(book, "monitoring_started", which)
    if started is None:
        yield from ("G1", "G10?")
    elif book.about("monitoring_ended", "monitoring", which) or move.at < started.at:
        yield "G10"


def _recorded(_book: Notebook, move: Move) -> Iterator[str]:
    if move.says["multi_agency_because"].lower() in _NO_REASON:
        yield "G7"


def _reviewed(book: Notebook, _move: Move) -> Iterator[str]:
    if question(book) != "running":
        yield "G8"


def _validated(book: Notebook, move: Move) -> Iterator[str]:
    """Three points, each Yes with an entry that stands and shows it, signed, with one who leads."""
    if question(book) != "running" or not all(_proved(book, move, *each) for each in _POINTS):
        yield "G8"
        return
    owner = book.of("coordination_recorded")[-1]["review_owner"]
    if move.author != owner and move.author not in DECIDERS:
        yield "G8"
    if not book.of("lead_professional_named") or any(book.disagreeing()):
        yield "G8"


def _proved(book: Notebook, move: Move, point: str, shown_by: str, kinds: tuple[str, ...]) -> bool:
    named = [book.by_id(note_id) for note_id in move.says[shown_by]]
    if move.says[point] != "yes" or any(note.struck for note in named):
        return False
    in_vain = ("no_answer", "voicemail")
    return any(n.kind in kinds and n.says.get("result") not in in_vain for n in named)


def shown(book: Notebook) -> dict[str, tuple[UUID, ...]]:
    """Every line that can show each point."""
    return {shown_by: tuple(note.id for note in book.of(*kinds)) for _, shown_by, kinds in _POINTS}


_POINTS = (
    (
        "occurred", "occurred_shown_by",
        ("agency_contacted", "meeting_held", "agency_involved", "agency_agreed"),
    ),
    ("roles_defined", "roles_shown_by", ("agency_involved", "lead_professional_named")),
    (
        "actions_aligned", "actions_shown_by",
        ("action_agreed", "action_done", "action_verified", "safeguarding_plan_agreed",
         "agency_agreed"),
    ),
)  # fmt: skip


def question(book: Notebook) -> str:
    """Whether several agencies are needed: "" not asked, "asked", "perhaps", "running"."""
    state, signs = "", Counter[str]()
    for note in book.there:
        match note.kind:
            case "coordination_called" if state != "running":
                state = "asked"
            case "coordination_recorded":
                state = "running" if note["multi_agency_required"] == "yes" else ""
            case "coordination_validated" if state == "running":
                state = ""
            case "closure_approved":
                state = ""
        called = _may_call(note, signs)
        state = "perhaps" if called and state == "" else state
    return state


def _may_call(note: Note, signs: Counter[str]) -> bool:
    """Whether a line may be one sign too many: the ladder's figures are not known here."""
    if note.kind == "observation_made" and note["worse"] == "yes":
        signs["worse"] += 1
        return signs["worse"] > 1
    if note.kind in ("agency_involved", "referral_sent"):
        signs["agencies"] += 1
        return signs["agencies"] > 1
    return note.kind == "cases_linked"


def _agreed(book: Notebook, move: Move) -> Iterator[str]:
    if one(book, "agency_involved", move.says["agency"]) is None:
        yield "G1"


def _meeting_over(book: Notebook, move: Move) -> Iterator[str]:
    which = move.says["arranged"]
    if which is not None and which not in {note.id for note in book.outstanding_meetings()}:
        yield "G1"


def _action_open(book: Notebook, move: Move) -> Iterator[str]:
    """Done once, dropped only while it is still to do, and done by somebody."""
    action = one(book, "action_agreed", move.says["action"])
    if action is None:
        yield "G1"
        return
    nobody = move.kind == "action_done" and action["owner"] and move.says["done_by"] is None
    if book.done(action) or book.dropped(action) or nobody:
        yield "G15"


def _action_verified(book: Notebook, move: Move) -> Iterator[str]:
    """Done first, verified once, and by neither who did it nor who wrote it down."""
    action = one(book, "action_agreed", move.says["action"])
    done = book.done(action) if action else None
    if action is None:
        yield "G1"
        return
    early = done is None or move.at < done.at
    own = done is not None and move.author in (done.author, done["done_by"])
    if early or own or book.verified(action):
        yield "G15"


def _pinned(book: Notebook, move: Move) -> Iterator[str]:
    if move.author not in MANAGERS:
        yield "G21"
    if move.says["version"] not in LADDERS or move.says["version"] == book.ladder:
        yield "G1"


def _linked(book: Notebook, move: Move) -> Iterator[str]:
    linked = {note["reference"] for note in book.of("cases_linked")}
    if move.says["reference"] in (book.opening["reference"], *linked):
        yield "G1"


def _struck(book: Notebook, move: Move) -> Iterator[str]:
    """Two people strike a line, and never one that others were built upon."""
    target = next((n for n in book.notes if n.id == move.says["entry"]), None)
    if move.says["second_person"] == move.author:
        yield "G20"
    if target is None or target.struck or target.kind in ("entered_in_error", "ladder_pinned"):
        yield "G20"
        return
    match target.kind:
        case "closure_approved":
            if not book.is_closed or book.opening.struck or book.last(target.kind) is not target:
                yield "G20"
        case "closure_requested":
            if any(note.number > target.number for note in book.of("closure_approved")):
                yield "G20"
        case "reopened":
            if any(note.kind not in CORRECTIONS for note in book.notes[target.number :]):
                yield "G20"
        case "amended":
            yield "G20?"


def _amended(book: Notebook, move: Move) -> Iterator[str]:
    """What stands is put right; whether the gates of its own time let it by is theirs to say."""
    target = next((n for n in book.notes if n.id == move.says["entry"]), None)
    if target is None or target.struck or target.kind in CORRECTIONS:
        yield "G20"
    yield from (f"G{number}?" for number in range(1, 22))


GATES: dict[str, Gate] = {
    "safeguard_reviewed": _safeguard_reviewed,
    "safeguard_ended": _safeguard_ended,
    "observation_made": _watched,
    "monitoring_ended": _watched,
    "coordination_recorded": _recorded,
    "coordination_reviewed": _reviewed,
    "coordination_validated": _validated,
    "agency_agreed": _agreed,
    "meeting_held": _meeting_over,
    "meeting_called_off": _meeting_over,
    "action_done": _action_open,
    "action_dropped": _action_open,
    "action_verified": _action_verified,
    "ladder_pinned": _pinned,
    "cases_linked": _linked,
    "entered_in_error": _struck,
    "amended": _amended,
}
