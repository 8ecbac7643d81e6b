"""The agencies of a case: who of them, who of us, their part, and whether they agree."""

from collections.abc import Iterator

from sgtui.domain.coordination import Party, Round
from sgtui.domain.entries import CoordinationValidated
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.ladder import Duty
from sgtui.domain.routing import given_words
from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.overview.item import (
    Item,
    act,
    for_duties,
    offered,
    once,
    owed,
    quiet,
    said_at,
    stands,
)

_OWN = (Duty.COORDINATION, Duty.COORDINATION_REVIEW)


def agency_items(view: CaseView) -> Iterator[Item]:
    """Whether several agencies act together, who leads, then each of them."""
    yield from _together(view)
    yield from _lead(view)
    for party in view.case.coordination.parties:
        yield _party(view, party)


def _together(view: CaseView) -> Iterator[Item]:
    clocks = [clock for clock in view.running if clock.duty in _OWN]
    record, now = view.case.coordination.record, view.case.coordination.running
    if record is None and not clocks:
        return
    title, notes = "Several agencies, or not: nobody has said yet", list[Piece]()
    if record is not None:
        entry, said = record
        answer = said.multi_agency_required.label.lower()
        title = f"Several agencies: {answer}. {said.multi_agency_because}"
        owner = given_words(view.register, view.case, said.review_owner)
        notes.append(quiet(f"Review owner {owner}"))
        notes += _validated(view, now)
    yield Item(
        key="together",
        title=title,
        state=stands(view, clocks, Piece("   running") if now else quiet("   settled")),
        notes=(*notes, *(owed(view, clock) for clock in clocks)),
        entry=record[0].id if record else None,
        steps=once((*for_duties(view, *_OWN), *act(view, "agency_involved", "One more agency"))),
    )


def _validated(view: CaseView, now: Round | None) -> Iterator[Piece]:
    """Whether it was shown that the agencies worked together (gate G8)."""
    if now is not None:
        looked = f"looked at {len(now.reviews)} times" if now.reviews else "not looked at yet"
        yield Piece(f"Validated: not yet, {looked}".replace("1 times", "once"))
        return
    done = view.case.last(CoordinationValidated)
    if done is not None:
        yield quiet(f"Validated {said_at(view, done.at)}: {done.what.comment}")


def _lead(view: CaseView) -> Iterator[Item]:
    lead, now = view.case.coordination.lead, view.case.coordination.running
    clocks = [clock for clock in view.running if clock.duty is Duty.LEAD_PROFESSIONAL]
    steps = (*for_duties(view, Duty.LEAD_PROFESSIONAL), *_named(view))
    if lead is not None:
        entry, said = lead
        note = quiet(f"Agreed with {said.agreed_with}, {said_at(view, entry.occurred_at)}")
        title = f"Leads: {said.name}"
        yield Item("lead", title, Piece("   lead"), (note,), entry.id, once(steps))
    elif clocks or now is not None:
        state = stands(view, clocks, Piece("!  nobody", "due"))
        yield Item("lead", "Nobody leads yet: name one person", state, steps=once(steps))


def _named(view: CaseView) -> tuple[Step, ...]:
    return act(view, "lead_professional_named", "Somebody else leads")


def _party(view: CaseView, party: Party) -> Item:
    said = party.what
    ours = view.register.staff_name(said.our_contact)
    notes = [
        Piece(f"{said.their_contact}. Our contact {ours}"),
        Piece(f"Their part: {said.part}"),
    ]
    if party.said is not None:
        entry, answer = party.said
        when = said_at(view, answer.agreed_at)
        notes.append(quiet(f"{answer.said_by}, {when}: {answer.to_what}"))
    contact = act(view, "agency_contacted", "Rang them", contact=said.desk) if said.desk else ()
    return Item(
        key=f"party.{party.entry.id}",
        title=said.agency.label,
        state=_answer(party),
        notes=tuple(notes),
        entry=party.entry.id,
        steps=offered(
            view,
            party.entry.id,
            *act(view, "agency_agreed", "Do they agree to the plan?", agency=party.entry.id),
            *contact,
            *act(view, "lead_professional_named", "They lead", agency=party.entry.id),
        ),
    )


def _answer(party: Party) -> Piece:
    """Agreed, refused, or not asked."""
    if party.said is None:
        return Piece("   not asked", "due")
    if party.said[1].agrees is YesNo.YES:
        return Piece("   agreed", "calm")
    return Piece("!! REFUSED", "late") if party.disagrees else Piece("   refused, settled", "quiet")
