"""Gates of overseeing and looking back: by somebody else, in words, and once (G19, R107)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.entries import AfterActionReviewed, OversightHeld, Payload
from sgtui.domain.gates.no_answer import BARE, unanswered
from sgtui.domain.oversight import not_overseen_by
from sgtui.domain.people import Right


def _held(attempt: Attempt) -> Iterator[Missing]:
    """A lead or manager looks, and not whoever leads the case where another could (G19)."""
    payload = attempt.payload
    if not isinstance(payload, OversightHeld):
        return
    if not attempt.author.may(Right.DECIDE):
        yield Missing("G19", "A lead or manager looks at it. Ask one to sign in.")
    elif attempt.author.id in not_overseen_by(attempt.case, attempt.register):
        yield Missing("G19", "You lead this case yourself. Another lead or a manager looks at it.")
    yield from unanswered(payload, ("found",), "G19", BARE)
    if not payload.is_well:
        yield from unanswered(payload, ("wanted",), "G19", BARE)


def _reviewed(attempt: Attempt) -> Iterator[Missing]:
    """Looked back on by a lead or manager, every part in words, and only once."""
    payload = attempt.payload
    if not isinstance(payload, AfterActionReviewed):
        return
    if not attempt.author.may(Right.DECIDE):
        yield Missing("G19", "A lead or manager looks back on it. Ask one to sign in.")
    reviews = attempt.case.of(AfterActionReviewed)
    if any(said.what.about == payload.about for said in reviews):
        sentence = "That was looked back on already. Amend the review, or choose another."
        yield Missing("G19", sentence)
    yield from unanswered(payload, ("delays", "gaps", "thresholds"), "G19")
    yield from unanswered(payload, ("learnt", "attended"), "G19", BARE)


GATES: dict[type[Payload], Gate] = {
    OversightHeld: _held,
    AfterActionReviewed: _reviewed,
}
