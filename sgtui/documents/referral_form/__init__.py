"""The referral form: what an authority asks for, filled in from the record (R125, domain 2.6).

One section for each referral, so that each agency is given its own pages and no other's.
"""

from collections.abc import Iterator

from sgtui.documents.making import begun, chosen
from sgtui.documents.model import (
    Block,
    Cell,
    Document,
    Facts,
    Heading,
    Paragraph,
    Record,
    Section,
    Signatures,
)
from sgtui.documents.naming import NOT_RECORDED, desk_words, known, not_shown, staff_words
from sgtui.documents.referral_form.concern import body_map, concern, safety
from sgtui.documents.referral_form.person import alleged, person, referrer
from sgtui.documents.referral_form.reasons import asked as asked_of_them
from sgtui.documents.referral_form.reasons import others_told, safeguards, threshold, wishes
from sgtui.domain.asking import whom
from sgtui.domain.london_time import moment_words
from sgtui.domain.referral_forms import Form, forms
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, each_file
from sgtui.services.ports import CaseRow
from sgtui.services.reports import Asked
from sgtui.services.veil import linked_cases, veil_over
from sgtui.services.work import Work

COLUMNS = (
    "case", "to", "state", "sent_at", "sent_by", "method", "due_at", "person", "born_on", "room",
    "categories", "happened_at", "noticed_at", "risk", "received_at", "acknowledged_at",
    "decided_at", "decision", "agency_reference",
)  # fmt: skip
"""One row a referral."""

_NOTES = (
    "Filled in from the record as it stands. What it does not hold says so; nothing was guessed.",
    "Only those who have to do with the concern are named. Send it by a secure way, to the agency "
    "that it is made out to and to nobody else.",
)


def make(desk: Desk, asked: Asked, work: Work) -> Document:
    """The referral form. Raises NoSuchCase, NotForYou; its sections raise Stopped."""
    picked = chosen(desk, asked)
    notes = (*_NOTES, *not_shown(picked.not_shown))
    sections = _sections(desk, asked, picked.cases, work)
    return begun(desk, asked, "referral-form", sections, COLUMNS, notes=notes)


def _sections(
    desk: Desk, asked: Asked, cases: tuple[CaseRow, ...], work: Work
) -> Iterator[Section]:
    """A section for each referral; of many cases only those that are sent or owed."""
    found = False
    for facts in each_file(desk, cases, work):
        for form in forms(facts.case, facts.clocks, facts.ladder, facts.register, facts.as_at):
            if asked.reference or form.sent or form.owed:
                found = True
                yield _section(desk, facts, form)
    if not found:
        yield Section("No referral", (Paragraph("None was sent or is owed in this period."),))


def _section(desk: Desk, facts: FileFacts, form: Form) -> Section:
    newest = facts.case.entries[-1]
    to = facts.register.contact_name(form.contact) if form.contact else "the authority"
    return Section(
        title=f"Referral to {to}",
        blocks=tuple(_blocks(desk, facts, form)),
        reference=facts.case.reference,
        head=(newest.number, newest.hash),
        records=(Record(_record(facts, form, to)),),
    )


def _blocks(desk: Desk, facts: FileFacts, form: Form) -> Iterator[Block]:
    me = staff_words(facts.register, desk.author.staff_id)
    if facts.case.stage is CaseStage.ENTERED_IN_ERROR:
        yield Paragraph("This case was entered in error. Nothing is to be sent of it.", "strong")
        return
    yield Paragraph(_state(facts, form), "strong")
    yield Facts(tuple(_head(facts, form)))
    yield from referrer(facts, form, me)
    yield from person(facts)
    yield from concern(facts, form, _linked(desk, facts))
    yield from body_map(facts, form)
    yield from safety(facts, form)
    yield from alleged(facts)
    yield from wishes(facts)
    yield from threshold(facts)
    yield from others_told(facts, form)
    yield from safeguards(facts)
    yield from asked_of_them(facts, form)
    yield from _as_sent(form)
    signs = staff_words(facts.register, form.sent.entry.recorded_by) if form.sent else me
    yield Signatures((signs,))


def _linked(desk: Desk, facts: FileFacts) -> str:
    """The cases linked with this one, by reference; those not shown to whoever reads, unnamed."""
    with desk.store.reading() as unit:
        veil = veil_over(desk, unit, facts.case)
        found = linked_cases(unit, facts.register, facts.case, veil)
    return ", ".join(one.reference for one in found)


def _state(facts: FileFacts, form: Form) -> str:
    """Whether it was sent, or until when it is owed: a person sends it, never the program."""
    if form.sent is not None:
        return f"Sent {moment_words(form.sent.sent.sent_at)}."
    if form.owed is None:
        return "NOT SENT. It has not been decided to refer this."
    late = ", and late" if form.owed.due_at < facts.as_at else ""
    return f"NOT SENT YET. To be sent by {moment_words(form.owed.due_at)}{late}."


def _head(facts: FileFacts, form: Form) -> Iterator[tuple[str, Cell]]:
    child = whom(facts.case) == "child"
    yield "To", desk_words(facts.register, form.contact) or "No such desk is in the register"
    yield "About", "A child at risk of harm" if child else "An adult at risk"
    yield "Our reference", facts.case.reference
    if form.sent is None:
        return
    sent = form.sent
    yield "Your reference", known(sent.their_reference)
    yield "How it was sent", sent.sent.method.label
    yield "Taken by", known(sent.sent.taken_by)
    yield "Received", sent.received_at or NOT_RECORDED
    yield "In hand", sent.acknowledged_at or NOT_RECORDED
    yield "Decided", sent.decision[1].decided_at if sent.decision else NOT_RECORDED


def _as_sent(form: Form) -> Iterator[Block]:
    """What was said when it was sent, word for word as it was written down then."""
    if form.sent is not None:
        yield Heading("12. What was said when it was sent")
        yield Paragraph(form.sent.sent.content, "quote")


def _record(facts: FileFacts, form: Form, to: str) -> tuple[Cell, ...]:
    case, sent, register = facts.case, form.sent, facts.register
    who = register.people.get(case.opening.what.person)
    decided = sent.decision[1] if sent and sent.decision else None
    return (
        case.reference,
        to,
        "sent" if sent else "owed" if form.owed else "not decided",
        sent.sent.sent_at if sent else None,
        register.staff_name(sent.entry.recorded_by) if sent else None,
        sent.sent.method.label if sent else None,
        form.owed.due_at if form.owed else None,
        register.person_name(case.opening.what.person),
        who.born_on if who else None,
        who.room if who else None,
        ", ".join(one.label for one in case.categories),
        case.happened_at,
        case.opening.what.noticed_at,
        case.risk.label,
        sent.received_at if sent else None,
        sent.acknowledged_at if sent else None,
        decided.decided_at if decided else None,
        decided.decision.label if decided else None,
        (sent.their_reference or None) if sent else None,
    )
