"""Rules of overseeing a case and of looking back on it, as the practice has them (G19, R107)."""

from collections.abc import Iterator
from uuid import UUID

from tests.domain.case_moves import Gate, Move, one
from tests.domain.case_notebook import Note, Notebook
from tests.domain.case_people import DECIDERS, MANAGERS, free_to_decide

OVER = ("challenge_concluded", "coordination_validated")
"""What is looked back on once it is over."""

AFTER_CLOSING = ("after_action_reviewed",)
"""What may still be said of a closed case."""


def to_look_back_on(book: Notebook) -> list[Note]:
    """What is over and was not looked back on yet."""
    reviewed = {note["about"] for note in book.of("after_action_reviewed")}
    return [note for note in book.of(*OVER) if note.id not in reviewed]


def leads(book: Notebook) -> UUID | None:
    """Who answers for the case: named, told to decide, else who wrote first."""
    named = [note["owner"] for note in reversed(book.of("owner_assigned"))]
    told = book.of("internally_escalated")
    named += [note["decision_owner"] for note in reversed(told)]
    heard = [book.opening["told"], *(note["told"] for note in reversed(told))]
    wrote = [note.author for note in book.notes]
    people = (*named, wrote[0], *heard, *wrote)
    return next((who for who in people if who is not None and who not in book.barred), None)


def _held(book: Notebook, move: Move) -> Iterator[str]:
    owner = leads(book)
    others = [who for who in free_to_decide(book.barred) if who != owner]
    their_own = move.author == owner and move.author not in MANAGERS and bool(others)
    if move.author not in DECIDERS or their_own or move.says["found"].lower() in ("n/a", "tbc"):
        yield "G19"


def _reviewed(book: Notebook, move: Move) -> Iterator[str]:
    about = [one(book, kind, move.says["about"]) for kind in OVER]
    if not any(about):
        yield "G1"
    reviewed = book.about("after_action_reviewed", "about", move.says["about"])
    if move.author not in DECIDERS or reviewed or move.says["delays"].lower() == "tbc":
        yield "G19"


GATES: dict[str, Gate] = {"oversight_held": _held, "after_action_reviewed": _reviewed}
