"""The letter for each rung of the disagreement ladder (R80, R123, ladder L9 to L13).

The program sends nothing: somebody signs it and sends it. For one case there is a letter for each
rung that the ladder would climb to; for many cases only the one that is due now.
"""

from collections.abc import Iterator
from functools import partial

from sgtui.documents.challenge_letter.contacts import contacts
from sgtui.documents.challenge_letter.words import (
    asks,
    below,
    dear,
    evidence_words,
    last_put,
    opening,
    reason_given,
    subject_words,
)
from sgtui.documents.making import begun, chosen
from sgtui.documents.model import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Points,
    Record,
    Section,
    Signatures,
    Table,
)
from sgtui.documents.naming import born_words, desk_words, known, not_shown, staff_words, yes_no
from sgtui.documents.referral_form.reasons import safeguard_table, three_parts
from sgtui.domain.challenge_letters import Letter, letters, planned
from sgtui.domain.chronology import CaseDirectory
from sgtui.domain.entries import ThresholdDecided
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.ladder import Duty, first_named
from sgtui.domain.london_time import day_words, moment_words
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, each_file
from sgtui.services.ports import CaseRow
from sgtui.services.reports import Asked
from sgtui.services.work import Work

COLUMNS = (
    "case", "rung", "to", "formal", "state", "ground", "decision", "decided_at", "decided_by",
    "put_at", "answer_by", "next_rung", "next_rung_at", "new_evidence",
)  # fmt: skip
"""One row a letter."""

_NOTES = (
    "Drafts, filled in from the record. Somebody reads, signs and sends each; the program sends "
    "nothing.",
    "Left out: who first raised it and who wrote each entry. They are protected.",
)
_MANY = "Only the letter that is due now stands here; those of higher rungs come with one case."


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The challenge letters. Raises NoSuchCase, NotForYou; its sections raise Stopped."""
    picked = chosen(desk, asked)
    many = () if asked.reference else (_MANY,)
    notes = (*_NOTES, *many, *not_shown(picked.not_shown))
    sections = _sections(desk, asked, picked.cases, work)
    return begun(desk, asked, "challenge-letter", sections, COLUMNS, notes=notes)


def _sections(
    desk: Desk, asked: Asked, cases: tuple[CaseRow, ...], work: Work
) -> Iterator[Section]:
    found = False
    for facts in each_file(desk, cases, work):
        reckon = partial(desk.clocks, facts.register)
        told = letters(facts.case, facts.ladder, facts.register, reckon, facts.as_at)
        for letter in told:
            if asked.reference or not letter.planned:
                found = True
                yield _section(facts, letter)
        if asked.reference and not told:
            found = True
            yield Section("No letter", tuple(_nothing(facts)), facts.case.reference)
    if not found:
        yield Section("No letter", (Paragraph("Nothing is in dispute in these cases."),))


def _nothing(facts: FileFacts) -> Iterator[Block]:
    """Why there is no letter, and when the ladder would ask for one."""
    open_ones = [one for one in facts.case.challenges if one.is_open]
    if open_ones:
        yield Paragraph("No answer is owed at any rung. Two people conclude the challenge.")
    else:
        yield Paragraph("Nothing is in dispute now, so there is no letter to write.")
    for clock in planned(facts.clocks, facts.as_at):
        stage = facts.ladder.stage(clock.stage)
        at = moment_words(clock.started_at)
        yield Paragraph(f"If nobody answers, {stage.code} {stage.title} begins {at}.")


def _section(facts: FileFacts, letter: Letter) -> Section:
    newest = facts.case.entries[-1]
    return Section(
        title=f"{letter.stage.code} {letter.stage.title}",
        blocks=tuple(_blocks(facts, letter)),
        reference=facts.case.reference,
        head=(newest.number, newest.hash),
        records=(Record(_record(facts, letter)),),
    )


def _blocks(facts: FileFacts, letter: Letter) -> Iterator[Block]:
    yield Paragraph(_state(letter), "note")
    if letter.formal:
        words = "FORMAL ESCALATION under the procedure for resolving professional disagreement"
        yield Paragraph(words, "strong")
    yield Facts(tuple(_head(facts, letter)))
    yield Paragraph(f"{dear(letter)},")
    name = facts.register.person_name(facts.case.opening.what.person)
    yield Paragraph(" ".join(opening(letter, name, facts.register)))
    yield from _decision(facts, letter)
    yield from _new(facts, letter)
    yield from _so_far(facts, letter)
    yield from _request(facts, letter)
    yield from _meanwhile(facts, letter)
    yield from _next(letter)
    yield Paragraph(_procedure(facts, letter), "note")
    yield Paragraph("Yours sincerely,")
    yield Signatures((f"{staff_words(facts.register, letter.ours)}, {facts.register.service}",))


def _state(letter: Letter) -> str:
    """What is to be done with this letter, for whoever signs it."""
    put = last_put(letter)
    if letter.planned:
        at = moment_words(letter.clock.started_at)
        return f"Not now: only if the rung below has brought no answer by {at}."
    if letter.is_put and put is not None and put.stage == letter.stage.code:
        return f"Put to them {moment_words(put.at)}. This is the same in writing."
    if letter.is_put:
        return "They have been rung about it. This is the same in writing."
    return f"To be sent now. It is owed by {moment_words(letter.clock.due_at)}."


def _head(facts: FileFacts, letter: Letter) -> Iterator[tuple[str, Cell]]:
    case, register, stage = facts.case, facts.register, letter.stage
    person = register.people.get(case.opening.what.person)
    yield "To", first_named(stage.counterpart) or stage.title
    yield "At", desk_words(register, letter.clock.contact) or "No such desk is in the register"
    copies = [rule.contact_point for rule in stage.rules(Duty.CHALLENGE_TELL)]
    told = [register.contact_at(point) for point in copies if point]
    names = [desk.name for desk in told if desk] or [point.label for point in copies if point]
    names += [side.title for side in stage.side]
    if names:
        yield "Copy to", ", ".join(names)
    yield "From", f"{staff_words(register, letter.ours)}, {register.service}"
    yield "Date", facts.as_at
    who = register.person_name(case.opening.what.person)
    yield "About", f"{who}, born {born_words(person)}"
    yield "Our reference", case.reference
    yield "Your reference", known(letter.referral.their_reference if letter.referral else "")


def _decision(facts: FileFacts, letter: Letter) -> Iterator[Block]:
    """Their reason in their words, and why we see it otherwise."""
    if letter.disputed is not None:
        yield Heading("The reason you gave")
        yield Paragraph(reason_given(letter), "quote")
    view = facts.case.last(ThresholdDecided)
    if view is not None and letter.ground is ChallengeGround.THRESHOLD:
        yield Heading("Why we see it otherwise")
        yield three_parts(facts.case, view.what)
        yield Paragraph(view.what.rationale)


def _new(facts: FileFacts, letter: Letter) -> Iterator[Block]:
    """What has come to light since."""
    since = "your decision" if letter.disputed else "our referral"
    yield Heading(f"New since {since}")
    directory = CaseDirectory(facts.case, facts.register)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (entry.occurred_at, evidence_words(entry, directory)) for entry in letter.evidence
    )
    yield Table((Column("When"), Column("What", 4)), rows, empty="Nothing new is recorded.")


def _so_far(facts: FileFacts, letter: Letter) -> Iterator[Block]:
    """The contacts in the order of time, then what each rung answered."""
    rows = tuple(contacts(facts.case, letter, facts.register))
    if rows:
        yield Heading("What has passed between us")
        yield Table((Column("When"), Column("What", 4)), rows)
    answered = tuple(f"{stage}: {words}" for stage, words in below(letter))
    if answered:
        yield Heading("How it has been taken up so far")
        yield Points(answered)


def _request(facts: FileFacts, letter: Letter) -> Iterator[Block]:
    yield Heading("What we ask of you")
    yield Paragraph(asks(letter), "strong")
    late = letter.answer_by < facts.as_at
    was = "Your answer was due" if late else "Please answer"
    yield Paragraph(f"{was} by {moment_words(letter.answer_by)}.", "strong")
    if letter.formal:
        yield Paragraph("Please give your decision and the reason for it in writing.")


def _meanwhile(facts: FileFacts, letter: Letter) -> Iterator[Block]:
    """That protection goes on, and by what; nothing is claimed where none runs."""
    who = subject_words(facts.case)
    yield Heading(f"How {who} is protected meanwhile")
    yield safeguard_table(facts)
    if facts.case.active_safeguards:
        yield Paragraph(
            "These go on while we disagree. They are for the time being and do not take the place "
            "of what we ask for."
        )
    else:
        yield Paragraph(f"Until you act, nothing of ours can be relied on to keep {who} safe.")
    if letter.formal:
        yield Paragraph(f"{who[0].upper()}{who[1:]}'s safety comes before the disagreement.")


def _next(letter: Letter) -> Iterator[Block]:
    """Where it goes without an answer, rung by rung, with the day."""
    yield Heading("What happens if there is no answer")
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.begins_at, f"{one.stage.code} {one.stage.title}", one.stage.counterpart)
        for one in letter.ahead
    )
    columns = (Column("From"), Column("Rung", 2), Column("Put to", 2))
    none = "This is the highest rung. It is looked at again until the person is protected."
    yield Table(columns, rows, empty=none)


def _procedure(facts: FileFacts, letter: Letter) -> str:
    """The procedure that this follows, when it was read, and how the day was reckoned by it."""
    ladder = facts.ladder
    return (
        f"Procedure: {ladder.authority}. {ladder.source_title}, checked "
        f"{day_words(ladder.source_checked_on)}. The day: {letter.reckoning}"
    )


def _record(facts: FileFacts, letter: Letter) -> tuple[Cell, ...]:
    put, disputed = last_put(letter), letter.disputed
    here = put is not None and put.stage == letter.stage.code
    above = letter.ahead[0] if letter.ahead else None
    return (
        facts.case.reference,
        letter.stage.code,
        first_named(letter.stage.counterpart),
        yes_no(letter.formal),
        "ahead" if letter.planned else "put" if letter.is_put else "to be sent",
        letter.ground.label,
        disputed[1].decision.label if disputed else None,
        disputed[1].decided_at if disputed else None,
        disputed[1].decided_by if disputed else None,
        put.at if put and here else None,
        letter.answer_by,
        above.stage.code if above else None,
        above.begins_at if above else None,
        len(letter.evidence),
    )
