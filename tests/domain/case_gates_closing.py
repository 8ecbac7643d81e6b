"""Rules of ending a case, as the practice has them: nothing left open, and two people (G14)."""

from collections.abc import Iterator

from tests.domain.case_gates_outside import record_gaps, shared_and_asked
from tests.domain.case_gates_together import question
from tests.domain.case_moves import Gate, Move
from tests.domain.case_notebook import Note, Notebook
from tests.domain.case_people import DECIDERS

_WAITS = (
    "review_held", "closure_requested", "closure_approved", "safeguarding_plan_agreed",
    "agency_decision_accepted", "lead_professional_named",
)  # fmt: skip


def still_asked(book: Notebook, move: Move) -> Iterator[str]:
    """Nothing comes to its end while it is open whether several agencies are needed (G7)."""
    inside = move.kind == "threshold_decided" and move.says["route"] == "internal"
    if inside or move.kind in _WAITS:
        yield from {"asked": ["G7"], "perhaps": ["G7?"]}.get(question(book), [])


def _requested(book: Notebook, move: Move) -> Iterator[str]:
    yield from left_open(book)
    if move.says["sar_considered"] == "no" or move.says["lessons"].lower() in ("n/a", "tbc"):
        yield "G14"


def left_open(book: Notebook) -> Iterator[str]:
    """The gates of what is still owed before anybody may ask to close."""
    yield from record_gaps(book)
    yield from shared_and_asked(book)
    yield from _decided(book)
    for sent in book.of("referral_sent"):
        if not book.decisions(sent) or book.waits_for_outcome(sent):
            yield "G14"
        if book.open_refusal(sent):
            yield "G11"
    if book.open_challenges():
        yield "G11"
    yield from _told(book)
    yield from _together(book)


def _decided(book: Notebook) -> Iterator[str]:
    """The threshold decided, anew where something called for it, and by two in the end."""
    decided = book.last("threshold_decided")
    if book.opening["level"] == "low_level":
        yield from ("G4?", "G14?")
    elif decided is None or _to_be_decided_anew(book):
        yield "G4"
    elif _new_evidence(book):
        yield "G4?"
    signed = {note["entry"] for note in book.of("countersigned")}
    for note in book.of("threshold_decided"):
        alone = note["provisional"] == "yes" or note["second_person"] is None
        if alone and note.id not in signed:
            yield "G18?" if book.opening["level"] == "low_level" else "G18"
    if decided is not None and decided["route"] != "internal" and not book.of("referral_sent"):
        yield "G14"
    if _goes_out(book):
        yield "G14?"


def _new_evidence(book: Notebook) -> bool:
    """Whether something may have taken what was kept inside back to deciding."""
    inside = [n.number for n in book.of("threshold_decided") if n["route"] == "internal"]
    later = ("statement_taken", "safety_checked", "harm_judged", "internally_escalated")
    return any(note.number > min(inside, default=note.number) for note in book.of(*later))


def _goes_out(book: Notebook) -> bool:
    """Whether a referral was ever called for; to whom it counts only the ladder knows."""
    decided = any(note["route"] != "internal" for note in book.of("threshold_decided"))
    judged = any(note["risk"] == "immediate" for note in book.of("internally_escalated"))
    return decided or judged or bool(book.opening["level"] == "immediate")


def _to_be_decided_anew(book: Notebook) -> bool:
    """Whether a sign that it must be came after the last decision, by number and by time."""
    since: Note | None = None
    for note in book.there:
        if note.kind == "threshold_decided" and (since is None or note.at >= since.at):
            since = None
        elif since is None and _calls_for_it(book, note):
            since = note
    return since is not None


def _calls_for_it(book: Notebook, note: Note) -> bool:
    first = book.of("threshold_decided")[0].number
    match note.kind:
        case "observation_made":
            return note.number > first and bool(note["worse"] == "yes")
        case "countersigned":
            return bool(note["agrees"] == "no")
        case "review_held":
            return bool(note["outcome"] == "escalate")
        case "internally_escalated" | "referral_sent":
            return note.number < first
    return note.kind == "reopened"


def _told(book: Notebook) -> Iterator[str]:
    """Whoever must be told is told; whoever else the ladder names it alone knows."""
    newest = {note["notification"]: note for note in book.of("notification_decided")}
    if any(n["required"] == "yes" and n["sent_at"] is None for n in newest.values()):
        yield "G13"
    yield "G13?"


def _together(book: Notebook) -> Iterator[str]:
    if book.outstanding_meetings():
        yield "G14"
    for action in book.of("action_agreed"):
        if not (book.dropped(action) or book.verified(action)):
            yield "G15"
    if question(book) == "running":
        yield "G8"
    if not book.of("lead_professional_named"):
        yield "G8?"


def _answered(book: Notebook, move: Move) -> Iterator[str]:
    asked = book.asked_to_close if book.is_open else None
    if asked is None:
        yield "G14"
        return
    if move.says["request"] != asked.id or move.author == asked.author:
        yield "G14"
    if move.author not in DECIDERS:
        yield "G14"
    if move.kind == "closure_approved":
        yield from left_open(book)


GATES: dict[str, Gate] = {
    "closure_requested": _requested,
    "closure_approved": _answered,
    "closure_refused": _answered,
}
