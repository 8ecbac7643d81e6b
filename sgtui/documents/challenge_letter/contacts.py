"""What passed between the home and an agency about one dispute, line by line in time."""

from collections.abc import Iterator
from datetime import datetime

from sgtui.documents.naming import sentence, uncapped
from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenge_letters import Letter
from sgtui.domain.entries import AgencyContacted, Entry
from sgtui.domain.entries.choices import Direction
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register

Dated = tuple[datetime, str]
"""A moment and what happened then."""


def contacts(case: CaseFile, letter: Letter, register: Register) -> tuple[Dated, ...]:
    """Sending, each try and call, and what the agency said, in the order of time."""
    found = [*_with(case, letter, register)]
    if letter.referral is not None:
        found += _facts(letter.referral, register)
    return tuple(sorted(found, key=lambda one: one[0]))


def _with(case: CaseFile, letter: Letter, register: Register) -> Iterator[Dated]:
    """Calls about the referral; without one, those made at a rung of the ladder."""
    if letter.referral is not None:
        about = letter.referral.contacts
    else:
        calls = case.of(AgencyContacted)
        about = tuple((said.entry, said.what) for said in calls if said.what.stage is not None)
    for entry, what in about:
        yield entry.occurred_at, _call(entry, what, register)


def _call(entry: Entry, what: AgencyContacted, register: Register) -> str:
    out = what.direction is Direction.OUT
    desk = register.contact_name(what.contact)
    who = f"We contacted {desk}" if out else f"{desk} contacted us"
    told = [f"{who}, {uncapped(what.method.label)}: {uncapped(what.result.label)}"]
    if what.spoke_to:
        told[0] += f", {what.spoke_to}"
    told[0] += "."
    if what.said:
        told.append(sentence(what.said))
    if what.promised:
        until = what.promised_until(entry.occurred_at)
        by = f" by {moment_words(until)}" if until else ""
        told.append(f"Promised{by}: {sentence(what.promised)}")
    return " ".join(told)


def _facts(sent: Referral, register: Register) -> Iterator[Dated]:
    """Sent, received, in hand, decided, outcome: four facts of theirs, each by itself."""
    desk = register.contact_name(sent.sent.contact)
    taken = f", taken by {sent.sent.taken_by}" if sent.sent.taken_by else ""
    yield sent.sent.sent_at, f"Referral sent to {desk}, {uncapped(sent.sent.method.label)}{taken}."
    for _, got in sent.received:
        yield got.received_at, f"Receipt confirmed by {got.confirmed_by}."
    for _, held in sent.acknowledged:
        yield held.acknowledged_at, f"{held.acknowledged_by} has it in hand."
    for _, said in sent.decisions:
        yield said.decided_at, f"{said.decided_by} told us: {uncapped(said.decision.label)}."
    for _, came in sent.outcomes:
        yield came.told_at, f"{came.told_by} told us the outcome: {uncapped(came.outcome.label)}."
