"""What somebody must know who looks at what others did: the facts of one item of the round."""

from collections.abc import Callable, Iterator, Mapping

from sgtui.domain.clock import Clock
from sgtui.domain.entries import (
    AfterActionReviewed,
    ObservationMade,
    OversightHeld,
    StatementTaken,
)
from sgtui.domain.ladder import Duty, OwedBy
from sgtui.domain.text import display_line
from sgtui.domain.when import say
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording.about_words import sent_words, subject_words
from sgtui.ui.wording.case_words import due_words, level_of, stage_words

Fact = tuple[str, str, str]
"""What it is about, in one short word; the words; their tone."""

_LABEL = 9


def fact_lines(view: CaseView, clock: Clock, width: int) -> list[Line]:
    """The facts for one look, most needed first, in lines of `width` columns."""
    room = max(width - _LABEL, 20)
    lines: list[Line] = []
    for label, text, tone in (*_standing(view), *_OF_DUTY[clock.duty](view, clock)):
        named = Piece(f"{label:<{_LABEL}}", "quiet")
        for part in wrapped(display_line(text), room):
            lines.append((named, Piece(part, tone)))
            named = Piece(" " * _LABEL)
    return lines


def _standing(view: CaseView) -> Iterator[Fact]:
    """Where the case stands, how great the risk is, and what happened."""
    case = view.case
    safety = case.safety.label if case.safety else "not checked yet"
    owed = {step.clock.duty for step in view.next_steps}
    yield "STANDS", f"{stage_words(case, owed)}. Risk {case.risk.label}. Safe now? {safety}", ""
    first = next(iter(case.of(StatementTaken)), None)
    if first is not None:
        yield "SEEN", first.what.text, ""


def _decision(view: CaseView, clock: Clock) -> Iterator[Fact]:
    yield from _entry(view, clock, "DECIDED")


def _entry(view: CaseView, clock: Clock, label: str) -> Iterator[Fact]:
    """The entry that it is about, as it reads now."""
    for line in view.lines:
        if line.entry_id == clock.subject:
            said = line.corrected[-1] if line.corrected else line.text
            yield label, f"{say(line.at, view.as_at)}, {line.by}: {said}", "strong"


def _weekly(view: CaseView, _clock: Clock) -> Iterator[Fact]:
    """What is late, how the agencies stand, what protects the person, the look before."""
    yield from _late(view)
    for sent in view.case.referrals:
        decided = sent.decisions[-1][1].decision.label.lower() if sent.decisions else ""
        had = "received" if sent.received_at else "receipt not confirmed"
        state = decided or ("in hand" if sent.acknowledged_at else had)
        yield "AGENCY", f"{sent_words(sent, view)}: {state}", ""
    parties = view.case.coordination.parties
    if parties:
        names = "; ".join(f"{p.what.agency.label}, {p.what.their_contact}" for p in parties)
        yield "WITH", names, ""
    protects = [said.what.measure for said in view.case.active_safeguards]
    yield "PROTECTS", "; ".join(protects) or "No safeguard is in force", "" if protects else "late"
    seen = view.case.last(ObservationMade)
    if seen is not None:
        yield "LATEST", f"{say(seen.at, view.as_at)}: {seen.what.text}", ""
    before = view.case.last(OversightHeld)
    if before is not None:
        who = view.register.staff_name(before.entry.recorded_by)
        wanted = f". To be done: {before.what.wanted}" if before.what.wanted else ""
        yield "LOOK", f"{say(before.at, view.as_at)}, {who}: {before.what.found}{wanted}", ""


def _late(view: CaseView) -> Iterator[Fact]:
    late = [clock for clock in view.running if level_of(clock, view.as_at).is_late]
    for clock in late[:3]:
        yield "LATE", f"{clock.title}: {due_words(clock, view.as_at)}", "late"
    if len(late) > 3:
        yield "", f"and {len(late) - 3} more late", "late"


def _looking_back(view: CaseView, clock: Clock) -> Iterator[Fact]:
    """What was over, each rung with its times, and how often an agency was late."""
    yield from _entry(view, clock, "ABOUT")
    for one in view.case.challenges:
        if any(entry.id == clock.subject for entry, _ in one.conclusions):
            for raising in one.raisings:
                yield "PUT TO", f"{raising.stage}, {say(raising.at, view.as_at)}", ""
            for _entry_made, said in one.answers:
                answered = f"{say(said.answered_at, view.as_at)}, {said.answered_by}"
                yield "ANSWERED", f"{answered}: {said.answer.label.lower()}", ""
    yield "LATE", _how_late(view), ""
    for review in view.case.of(AfterActionReviewed):
        yield "EARLIER", f"{say(review.at, view.as_at)}: {review.what.learnt}", "quiet"


def _how_late(view: CaseView) -> str:
    """ "They: Receipt, Decision due. We: Review safeguard", of the whole case."""
    missed = [clock for clock in view.clocks if _was_late(clock, view)]
    sides = {"They": OwedBy.THEY_OWE, "We": OwedBy.WE_OWE}
    words = []
    for who, side in sides.items():
        titles = dict.fromkeys(one.title for one in missed if one.direction is side)
        words.append(f"{who}: {', '.join(titles) or 'nothing'}")
    return f"In this case {'. '.join(words)}"


def _was_late(clock: Clock, view: CaseView) -> bool:
    over = min(at for at in (clock.met_at, clock.ended_at, view.as_at) if at is not None)
    return clock.started_at <= over and clock.due_at < over


def _subject(view: CaseView, clock: Clock) -> Iterator[Fact]:
    yield "TO SEE", subject_words(clock, view), "strong"


def _mended(view: CaseView, clock: Clock) -> Iterator[Fact]:
    yield "FOUND", subject_words(clock, view), "strong"
    yield from _entry(view, clock, "MENDED")


def _request(view: CaseView, clock: Clock) -> Iterator[Fact]:
    yield from _entry(view, clock, "ASKED")
    yield from _late(view)


_OF_DUTY: Mapping[Duty, Callable[[CaseView, Clock], Iterator[Fact]]] = {
    Duty.COUNTERSIGN: _decision,
    Duty.OVERSIGHT: _weekly,
    Duty.AFTER_ACTION: _looking_back,
    Duty.VERIFICATION: _subject,
    Duty.FINDING_CHECK: _mended,
    Duty.CLOSURE: _request,
}
"""The facts that each look needs."""
