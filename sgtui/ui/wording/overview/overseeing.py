"""The looks of those who oversee a case, and what was, or is still to be, looked back on."""

from collections.abc import Iterator

from sgtui.domain.case_file import Said
from sgtui.domain.duties.oversight import LOOKED_BACK_ON
from sgtui.domain.entries import AfterActionReviewed, OversightHeld
from sgtui.domain.ladder import Duty
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.overview.item import (
    Item,
    for_duties,
    offered,
    owed,
    quiet,
    running,
    said_at,
    stands,
)


def oversight_items(view: CaseView) -> Iterator[Item]:
    """The weekly look, the last one and the next; then each thing that is over."""
    yield from _weekly(view)
    reviews = {said.what.about: said for said in view.case.of(AfterActionReviewed)}
    for entry in view.case.standing:
        if type(entry.payload) in LOOKED_BACK_ON:
            review, clocks = reviews.get(entry.id), running(view, entry.id)
            yield Item(
                key=f"after.{entry.id}",
                title=f"After-action review: {entry.payload.title.lower()}",
                state=stands(view, clocks, quiet("   done" if review else "   to come")),
                notes=tuple(_review(view, review)) if review else (),
                entry=review.entry.id if review else entry.id,
                steps=offered(view, entry.id) if review is None else (),
            )


def _weekly(view: CaseView) -> Iterator[Item]:
    clocks = [clock for clock in view.running if clock.duty is Duty.OVERSIGHT]
    last = view.case.last(OversightHeld)
    if not clocks and last is None:
        return
    notes = list(_look(view, last)) if last else [Piece("Nobody has looked at it yet", "due")]
    yield Item(
        key="oversight",
        title="Manager's weekly look",
        state=stands(view, clocks, quiet("   not owed")),
        notes=(*notes, *(owed(view, clock) for clock in clocks)),
        entry=last.entry.id if last else None,
        steps=for_duties(view, Duty.OVERSIGHT),
    )


def _look(view: CaseView, last: Said[OversightHeld]) -> Iterator[Piece]:
    who = view.register.staff_name(last.entry.recorded_by)
    yield quiet(f"Last {said_at(view, last.at)} by {who}: {last.what.found}")
    if last.what.wanted:
        yield Piece(f"To be done: {last.what.wanted}", "" if last.what.is_well else "due")


def _review(view: CaseView, said: Said[AfterActionReviewed]) -> Iterator[Piece]:
    who = view.register.staff_name(said.entry.recorded_by)
    yield quiet(f"{said_at(view, said.at)}, {who}. Learnt: {said.what.learnt}")
