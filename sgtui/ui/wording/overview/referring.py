"""The referrals of a case: sent, received, acknowledged, decided, outcome, never one fact."""

from collections.abc import Iterator

from sgtui.domain.climbing import challenge_of, referral_of
from sgtui.domain.clock import Clock
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.facts import Fact
from sgtui.domain.ladder import Duty
from sgtui.domain.referrals import Referral
from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.case_words import due_words, level_of
from sgtui.ui.wording.overview.item import Item, act, offered, owed, quiet, said_at, stands

_FACTS = (Duty.RECEIPT, Duty.ACKNOWLEDGEMENT, Duty.DECISION, Duty.OUTCOME)


def referral_items(view: CaseView) -> Iterator[Item]:
    """Each referral with its five facts, and what is owed about it."""
    for sent in view.case.referrals:
        clocks = _clocks(view, sent)
        desk = view.register.contact_name(sent.sent.contact)
        yield Item(
            key=f"referral.{sent.id}",
            title=f"{desk}: sent {said_at(view, sent.sent.sent_at)}",
            state=stands(view, clocks, _settled(sent)),
            notes=(*_facts(view, sent, clocks), *_open(view, clocks)),
            entry=sent.id,
            steps=offered(view, sent.id, *_steps(view, sent)),
        )


def _clocks(view: CaseView, sent: Referral) -> tuple[Clock, ...]:
    """What is owed about it now; a challenge of it is listed with the challenges."""
    case = view.case
    mine = (clock for clock in view.running if challenge_of(case, clock) is None)
    return tuple(clock for clock in mine if referral_of(case, clock) is sent)


def _settled(sent: Referral) -> Piece:
    if sent.settled:
        return Piece("   settled", "quiet")
    return Piece("!  refused", "due") if sent.awaits_answer_to_refusal else Piece("   waiting")


def _facts(view: CaseView, sent: Referral, clocks: tuple[Clock, ...]) -> Iterator[Piece]:
    by = {clock.duty: clock for clock in clocks if clock.duty in _FACTS}
    yield _fact(view, "Received", sent.receipt, by.get(Duty.RECEIPT), _confirmed(sent))
    yield _fact(
        view, "Acknowledged", sent.acknowledgement, by.get(Duty.ACKNOWLEDGEMENT), _in_hand(sent)
    )
    yield _decided(view, sent, by.get(Duty.DECISION))
    for entry, said in sent.accepted:
        names = " and ".join(map(view.register.staff_name, (said.first_person, said.second_person)))
        yield quiet(f"Accepted by {names}, {said_at(view, entry.occurred_at)}: {said.reason}")
    yield _fact(view, "Outcome", sent.outcome, by.get(Duty.OUTCOME), _told(sent))


def _fact(view: CaseView, name: str, fact: Fact | None, clock: Clock | None, more: str) -> Piece:
    if fact is not None:
        return quiet(f"{name}: {said_at(view, fact.at)}{more}")
    if clock is None:
        return Piece(f"{name}: not yet")
    late = level_of(clock, view.as_at).is_late
    return Piece(f"{name}: not yet, by {due_words(clock, view.as_at)}", "late" if late else "")


def _confirmed(sent: Referral) -> str:
    return f", {sent.received[0][1].confirmed_by}" if sent.received else ""


def _in_hand(sent: Referral) -> str:
    return f", {sent.acknowledged[0][1].acknowledged_by}" if sent.acknowledged else ""


def _told(sent: Referral) -> str:
    if not sent.outcomes:
        return ""
    said = sent.outcomes[-1][1]
    return f": {said.outcome.label}, {said.told_by}"


def _decided(view: CaseView, sent: Referral, clock: Clock | None) -> Piece:
    """The newest answer; a question of theirs is none."""
    if not sent.decisions:
        return _fact(view, "Decided", None, clock, "")
    _, said = sent.decisions[-1]
    words = f"{said.decision.label}, {said_at(view, said.decided_at)}, {said.decided_by}"
    if said.decision is AgencyDecision.MORE_INFO_REQUESTED:
        return Piece(f"Decided: not yet. {words}")
    unanswered = sent.awaits_answer_to_refusal or said.decision.elsewhere
    return Piece(f"Decided: {words}", "due" if unanswered else "quiet")


def _open(view: CaseView, clocks: tuple[Clock, ...]) -> Iterator[Piece]:
    """What else is owed about it: ringing, a promise, an answer, the rung that it has reached."""
    for clock in clocks:
        if clock.duty not in _FACTS:
            yield owed(view, clock)


def _steps(view: CaseView, sent: Referral) -> Iterator[Step]:
    if sent.receipt is None:
        yield from act(view, "referral_received", "They confirm they have it", referral=sent.id)
    if sent.acknowledgement is None:
        yield from act(
            view, "referral_acknowledged", "A named person has it in hand", referral=sent.id
        )
    if sent.decision is None:
        yield from act(view, "referral_decided", "They have decided", referral=sent.id)
    if sent.awaits_outcome:
        yield from act(view, "outcome_received", "They told the outcome", referral=sent.id)
    if sent.awaits_answer_to_refusal:
        label = "Two people accept their answer"
        yield from act(view, "agency_decision_accepted", label, referral=sent.id)
    yield from act(
        view, "agency_contacted", "Rang them: what came of it",
        contact=sent.sent.contact, referral=sent.id,
    )  # fmt: skip
    if not sent.settled:
        yield from act(view, "challenge_raised", "Challenge it", referral=sent.id)
    if sent.decision is not None:
        yield from act(view, "referral_decided", "They decided anew", referral=sent.id)
