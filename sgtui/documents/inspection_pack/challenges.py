"""Each professional challenge rung by rung: whom, what was asked for, what they answered (R80)."""

from collections.abc import Iterator

from sgtui.documents.inspection_pack.entry_words import entry_no, named, people
from sgtui.documents.model import Block, Cell, Column, Heading, Paragraph, Table
from sgtui.documents.naming import staff_words
from sgtui.domain.challenges import Challenge, Raising
from sgtui.domain.london_time import moment_words
from sgtui.services.case import CaseView


def challenges(view: CaseView) -> Iterator[Block]:
    """Every challenge of the case, in the order raised."""
    yield Heading("Challenges")
    if not view.case.challenges:
        yield Paragraph("Nothing was challenged.")
    for one in view.case.challenges:
        yield from _challenge(view, one)


def _challenge(view: CaseView, one: Challenge) -> Iterator[Block]:
    yield Heading(f"{one.ground.label}, raised {moment_words(one.raised.raised_at)}", 3)
    if one.referral is not None:
        yield Paragraph(f"About the referral {named(view, one.referral)}.")
    first = one.raised.first_raised_by
    if first is not None:
        yield Paragraph(f"First raised by {staff_words(view.register, first)}.")
    columns = (Column("Rung", 0), Column("Put to them", 0), Column("What passed", 11))
    yield Table(columns, tuple(_rungs(view, one)))
    yield Paragraph(_end(view, one), "strong")


def _rungs(view: CaseView, one: Challenge) -> Iterator[tuple[Cell, ...]]:
    ends = [raising.entry.number for raising in one.raisings[1:]] + [view.number + 1]
    for raising, next_number in zip(one.raisings, ends, strict=True):
        yield raising.stage, raising.at, "\n".join(_passed(view, one, raising, next_number))


def _passed(view: CaseView, one: Challenge, raising: Raising, end: int) -> Iterator[str]:
    """What was put to them, and what they answered before it was put to the next rung."""
    said, entry = raising.said, raising.entry
    ours, desk = staff_words(view.register, said.ours), view.register.contact_name(said.contact)
    yield f"{ours} to {said.theirs} ({desk}), {said.method.label.lower()}, {entry_no(entry)}."
    yield f"We ask for: {said.wanted}"
    if said.higher_because:
        yield f"Higher because: {said.higher_because}"
    if said.evidence:
        yield f"New since: {'; '.join(named(view, each) for each in said.evidence)}."
    answers = [(e, what) for e, what in one.answers if entry.number < e.number < end]
    for answered, what in answers:
        when, by = moment_words(what.answered_at), what.answered_by
        yield f"{what.answer.label}: {what.said} ({by}, {when}, {entry_no(answered)})"
    if not answers:
        yield "No answer at this rung."


def _end(view: CaseView, one: Challenge) -> str:
    if one.conclusion is None:
        return "Still open."
    entry, what = one.conclusion
    both = people(view, what.first_person, what.second_person)
    learnt = f" Learnt: {what.learnt}" if what.learnt else ""
    when = moment_words(entry.occurred_at)
    return (
        f"Ended {when} by {both} ({entry_no(entry)}): {what.outcome.label}. {what.result}{learnt}"
    )
