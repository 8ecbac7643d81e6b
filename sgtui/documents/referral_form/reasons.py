"""The parts of a referral form about why: wishes, sharing, threshold, who knows, what we ask."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.documents.model import Block, Cell, Column, Facts, Heading, Paragraph, Points, Table
from sgtui.documents.naming import NOT_RECORDED, known, staff_words
from sgtui.domain.asking import whom
from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.clock import Clock
from sgtui.domain.entries import (
    AgencyInvolved,
    Countersigned,
    NotificationDecided,
    SafeguardReviewed,
    SharingDecided,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.flowchart import deadline_words
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import day_words, moment_words
from sgtui.domain.referral_forms import Form
from sgtui.domain.register import Register
from sgtui.services.files import FileFacts


def wishes(facts: FileFacts) -> Iterator[Block]:
    """What the person wants, and on what ground this is shared (domain 2.3, 2.4)."""
    case = facts.case
    yield Heading("7. Wishes and sharing")
    asked = case.last(WishesRecorded)
    if asked is None or asked.what.wishes is None:
        why = asked.what.not_asked_because if asked else None
        yield Facts((("What they want", f"Not asked: {why}" if why else NOT_RECORDED),))
    else:
        yield Paragraph(asked.what.wishes, "quote")
        yield Paragraph(f"What the person wants to happen, {moment_words(asked.at)}.", "note")
    shared = case.last(SharingDecided)
    if shared is None:
        yield Facts((("Sharing of this", NOT_RECORDED),))
        return
    yield Facts(tuple(_shared(shared, facts.register)))


def _shared(said: Said[SharingDecided], register: Register) -> Iterator[tuple[str, Cell]]:
    what = said.what
    agreed = what.consent_given.label if what.consent_given else NOT_RECORDED
    asked = what.consent_asked is YesNo.YES
    yield "Asked for consent", f"Yes; they agreed: {agreed.lower()}" if asked else "No"
    yield "Ground for sharing", what.ground.label
    yield "Legal basis", known(what.legal_basis)
    yield "Shared with", what.shared_with
    yield "What is shared", what.what
    yield "Why", what.reason
    yield "Decided", f"{moment_words(said.at)}, {staff_words(register, said.entry.recorded_by)}"


def threshold(facts: FileFacts) -> Iterator[Block]:
    """The home's view, part by part with its evidence. The decision is the authority's."""
    case = facts.case
    yield Heading("8. Our view on the threshold")
    said = case.last(ThresholdDecided)
    if said is None:
        yield Paragraph("Not decided yet. Doubt or danger is enough to refer.")
        return
    yield three_parts(case, said.what)
    yield Facts(tuple(_decided(case, said, facts.register)))
    yield Paragraph("This is the home's view. The decision is yours.", "note")


def three_parts(case: CaseFile, what: ThresholdDecided) -> Table:
    """Each part of the test with our view and what shows it; for a child, significant harm."""
    rows = _harm_rows(what) if whom(case) == "child" else _parts(what)
    columns = (Column("Question", 3), Column("Our view"), Column("Shown by", 4))
    return Table(columns, tuple(rows))


def _parts(what: ThresholdDecided) -> Iterator[tuple[Cell, ...]]:
    """The three parts of the Care Act 2014 s42(1)."""
    yield "Has needs for care and support", known(what.needs), known(what.needs_because)
    yield "Abused or neglected, or at risk of it", known(what.at_risk), known(what.at_risk_because)
    cannot = "Because of those needs cannot protect themselves"
    yield cannot, known(what.cannot_protect), known(what.cannot_protect_because)


def _harm_rows(what: ThresholdDecided) -> Iterator[tuple[Cell, ...]]:
    """Significant harm, actual or likely (Children Act 1989 s31, s47)."""
    harm = "Significant harm, suffered or likely"
    yield harm, known(what.significant_harm), known(what.significant_harm_because)
    yield "Parents or carers told", known(what.parents_told), known(what.parents_because)


def _decided(
    case: CaseFile, said: Said[ThresholdDecided], register: Register
) -> Iterator[tuple[str, Cell]]:
    yield "Why", said.what.rationale
    yield "Decided by", staff_words(register, said.what.decided_by)
    second = said.what.second_person
    for signed in case.of(Countersigned):
        if signed.what.entry == said.entry.id and signed.what.agrees is YesNo.YES:
            second = second or signed.entry.recorded_by
    yield "Second person", staff_words(register, second)
    yield "Decided at", said.at
    yield "Risk", said.what.risk.label


def others_told(facts: FileFacts, form: Form) -> Iterator[Block]:
    """Who else knows, when they were told and under which reference (domain 2.8)."""
    yield Heading("9. Who else has been told")
    rows = tuple(_told(facts, form))
    columns = (Column("Who", 2), Column("When"), Column("Reference"), Column("What", 2))
    yield Table(columns, rows, empty="Nobody else, as far as is recorded.")
    agencies = tuple(
        f"{said.what.agency.label}, {said.what.their_contact}: {said.what.part}"
        for said in facts.case.of(AgencyInvolved)
    )
    if agencies:
        yield Heading("Agencies already involved", 3)
        yield Points(agencies)


def _told(facts: FileFacts, form: Form) -> Iterator[tuple[Cell, ...]]:
    mine = form.sent.id if form.sent else None
    for sent in facts.case.referrals:
        if sent.id != mine:
            name = facts.register.contact_name(sent.sent.contact)
            yield name, sent.sent.sent_at, known(sent.their_reference), "A referral was sent"
    for said in facts.case.of(NotificationDecided):
        if said.what.sent_at is not None:
            who = f"{said.what.notification.label}{f', {said.what.told}' if said.what.told else ''}"
            theirs, what = said.what.agency_reference, said.what.what
            yield who, said.what.sent_at, known(theirs), known(what)


def safeguards(facts: FileFacts) -> Iterator[Block]:
    """What keeps the person safe until the authority acts."""
    yield Heading("10. What keeps the person safe meanwhile")
    yield safeguard_table(facts)


def safeguard_table(facts: FileFacts) -> Table:
    """Each interim safeguard that runs, since when, whose it is and when it was last reviewed."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            said.what.measure,
            said.at,
            staff_words(facts.register, said.what.owner),
            _reviewed(facts.case, said.entry.id),
        )
        for said in facts.case.active_safeguards
    )
    columns = (Column("Measure", 3), Column("Since"), Column("Owner", 2), Column("Last review", 2))
    return Table(columns, rows, empty="No interim safeguard is running.")


def _reviewed(case: CaseFile, safeguard: UUID) -> str:
    found = [s for s in case.of(SafeguardReviewed) if s.what.safeguard == safeguard]
    if not found:
        return "Not yet reviewed"
    last = found[-1]
    return f"{moment_words(last.at)}; works: {last.what.effective.label.lower()}"


_ASKED = {
    Duty.RECEIPT: "Confirm that this has reached you",
    Duty.ACKNOWLEDGEMENT: "Tell us who has it in hand, with your reference",
    Duty.DECISION: "Tell us what you decide, who decided it, and why",
}


def asked(facts: FileFacts, form: Form) -> Iterator[Block]:
    """What the authority is asked for, and by when the ladder expects it."""
    yield Heading("11. What we ask of you")
    yield Table(
        (Column("We ask you to", 3), Column("By", 2), Column("So far", 2)),
        tuple((words, *_by(facts, form, duty)) for duty, words in _ASKED.items()),
    )
    ladder = facts.ladder
    checked = day_words(ladder.source_checked_on)
    yield Paragraph(
        f"Times by ladder {ladder.version}, {ladder.authority}. Source: "
        f"{ladder.source_title}, checked {checked}.",
        "note",
    )
    yield Paragraph("Ring us at any hour if the person is in more danger than this says.")


def _by(facts: FileFacts, form: Form, duty: Duty) -> tuple[Cell, Cell]:
    """By when, and whether it came; the ladder's own words where its time has not begun."""
    found: list[Clock] = [clock for clock in form.answers if clock.duty is duty]
    if found:
        clock = found[-1]
        return clock.due_at, clock.met_at or "Not yet"
    rules = facts.ladder.rules(duty)
    words = f"{_FROM[duty]}: {deadline_words(rules[0][1])}" if rules else NOT_RECORDED
    return words, "Not yet"


_FROM = {
    Duty.RECEIPT: "From sending",
    Duty.ACKNOWLEDGEMENT: "From receipt",
    Duty.DECISION: "Once you have it in hand",
}
