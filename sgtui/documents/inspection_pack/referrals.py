"""Each referral as one set of evidence: its facts, its contacts, its times, the watching (R32)."""

from collections.abc import Iterator
from datetime import datetime

from sgtui.documents.inspection_pack.entry_words import (
    dated,
    entry_no,
    entry_numbers,
    people,
    signed,
)
from sgtui.documents.inspection_pack.times import times_table
from sgtui.documents.model import Block, Cell, Column, Heading, Paragraph, Table
from sgtui.domain.entries import AgencyContacted, Entry, ObservationMade
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.kept_times import kept_times
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral
from sgtui.services.case import CaseView

Row = tuple[Cell, ...]


def referrals(view: CaseView) -> Iterator[Block]:
    """Every referral of the case, in the order sent."""
    yield Heading("Referrals")
    if not view.case.referrals:
        yield Paragraph("No referral was sent.")
    for sent in view.case.referrals:
        yield from _referral(view, sent)


def _referral(view: CaseView, sent: Referral) -> Iterator[Block]:
    to = view.register.contact_name(sent.sent.contact)
    yield Heading(f"To {to}, sent {moment_words(sent.sent.sent_at)}", 3)
    facts = (Column("Fact", 2), Column("When", 0), Column("After", 0), Column("What, who", 10))
    yield Table(facts, tuple(_facts(view, sent)))
    rows = tuple((e.occurred_at, _contact(view, e, said)) for e, said in sent.contacts)
    words = "Contact, result, what was said and promised"
    title, empty = "Contacts about it since, tries in vain too", "No further contact about it."
    yield dated(words, rows, title, empty)
    own = [kept for kept in kept_times(view.clocks, view.as_at) if kept.clock.subject == sent.id]
    yield times_table(view, own, "Its times")
    yield from _watched(view, sent)


def _facts(view: CaseView, sent: Referral) -> Iterator[Row]:
    """Sent, received, acknowledged, decided, outcome: never one, and what is missing is said."""
    yield "Sent", sent.sent.sent_at, None, _sent_words(view, sent)
    yield from _received(sent)
    yield from _acknowledged(sent)
    for entry, what in sent.decisions:
        told = f"{what.decision.label}. Told by {what.decided_by}. Their reasons: {what.reasons}"
        yield _fact("Decided", what.decided_at, sent, told, entry)
    if not sent.decisions:
        yield "Decided", "Not yet", None, ""
    yield from _accepted(view, sent)
    if sent.awaits_answer_to_refusal:
        yield "Refusal answered", "Not yet", None, "Two people accept it, or it is challenged."
    for entry, outcome in sent.outcomes:
        told = f"{outcome.outcome.label}. Told by {outcome.told_by}. {outcome.what}"
        yield _fact("Outcome", outcome.told_at, sent, told, entry)
    if sent.outcome is None:
        yield "Outcome", "Not known", None, ""


def _received(sent: Referral) -> Iterator[Row]:
    for entry, what in sent.received:
        told = f"Confirmed by {what.confirmed_by}.{_reference(what.agency_reference)}"
        yield _fact("Received", what.received_at, sent, told, entry)
    if not sent.received:
        yield "Received", _implied(sent.received_at), None, "Nobody confirmed receipt by itself."


def _acknowledged(sent: Referral) -> Iterator[Row]:
    for entry, what in sent.acknowledged:
        told = f"In hand with {what.acknowledged_by}.{_reference(what.agency_reference)}"
        yield _fact("Acknowledged", what.acknowledged_at, sent, told, entry)
    if not sent.acknowledged:
        yield "Acknowledged", _implied(sent.acknowledged_at), None, "Nobody said who has it."


def _accepted(view: CaseView, sent: Referral) -> Iterator[Row]:
    for entry, what in sent.accepted:
        both = people(view, what.first_person, what.second_person)
        told = f"{both} accept what was refused. Because: {what.reason}"
        yield _fact("Refusal accepted", entry.occurred_at, sent, told, entry)


def _fact(name: str, at: datetime, sent: Referral, told: str, entry: Entry) -> Row:
    return name, at, at - sent.sent.sent_at, f"{told} ({entry_no(entry)})"


def _implied(at: datetime | None) -> Cell:
    return "By their answer" if at else "Not yet"


def _reference(number: str | None) -> str:
    return f" Their reference: {number}." if number else ""


def _sent_words(view: CaseView, sent: Referral) -> str:
    taken = f", taken by {sent.sent.taken_by}" if sent.sent.taken_by else ""
    by = people(view, sent.entry.recorded_by)
    how = f"{sent.sent.method.label}{taken}, by {by} ({entry_no(sent.entry)})."
    return f"{how}\nWhat was said: {sent.sent.content}"


def _contact(view: CaseView, entry: Entry, said: AgencyContacted) -> str:
    who = f" Spoke to {said.spoke_to}." if said.spoke_to else ""
    told = f" Said: {said.said}" if said.said else ""
    until = said.promised_until(entry.occurred_at)
    by = f" by {moment_words(until)}" if until else ""
    promised = f" Promised{by}: {said.promised}" if said.promised else ""
    way = f"{said.direction.label}. {said.method.label}: {said.result.label.lower()}."
    return f"{way}{who}{told}{promised} {signed(view, entry)}"


def _watched(view: CaseView, sent: Referral) -> Iterator[Block]:
    """What was seen of the person while the agency had not decided (R31)."""
    since = sent.sent.sent_at
    until = sent.final[0][1].decided_at if sent.final else view.as_at
    seen = [said for said in view.case.of(ObservationMade) if since <= said.at < until]
    worse = [said.entry for said in seen if said.what.worse is YesNo.YES]
    times = "once" if len(seen) == 1 else f"{len(seen)} times"
    told = f"While waiting for the decision the person was observed {times}"
    told += f" ({entry_numbers(said.entry for said in seen)})." if seen else "."
    if worse:
        told += f" The risk had grown in {entry_numbers(worse)}."
    yield Paragraph(told)
