"""Whom and what a form about a case can pick from: staff, people, desks, and the case's own."""

from datetime import datetime

from rich.cells import cell_len, set_cell_size

from sgtui.domain.asking import may_be_named
from sgtui.domain.chronology import CaseDirectory
from sgtui.domain.entries import Ask, Entry, Payload, SafeguardStarted
from sgtui.domain.entry_names import own_words
from sgtui.domain.register import Register
from sgtui.domain.when import say
from sgtui.services.case import CaseView
from sgtui.services.ladder_choices import ladder_choices
from sgtui.services.queue import desk_words
from sgtui.ui.widgets.candidates import Candidate

_WIDEST = 44
"""Cells of an entry's own words beside its day and its number."""


def staff(register: Register) -> list[Candidate]:
    """Active staff, with role and phone."""
    return [
        Candidate(str(member.id), member.name, f"{member.role_words} {member.phone}".strip())
        for member in register.staff.values()
        if member.active
    ]


def people(register: Register) -> list[Candidate]:
    """Residents and others, with their room."""
    return [
        Candidate(str(person.id), person.name, person.room) for person in register.people.values()
    ]


def ladders(register: Register) -> list[Candidate]:
    """The adopted versions of ladders, with whose they are."""
    return [
        Candidate(one.version, f"{one.version}, {one.words}") for one in ladder_choices(register)
    ]


def contacts(view: CaseView) -> list[Candidate]:
    """Desks to ring, with number and whether they are open; the sort finds them too."""
    found = []
    for contact in view.register.contacts.values():
        words = desk_words(view.register.calendar, contact, view.as_at)
        detail = words.removeprefix(contact.name).strip(" ,")
        found.append(Candidate(str(contact.id), contact.name, detail, (contact.point,)))
    return found


def referrals(view: CaseView) -> list[Candidate]:
    """The case's referrals, newest first."""
    found = []
    for sent in reversed(view.case.referrals):
        name = view.register.contact_name(sent.sent.contact)
        found.append(Candidate(str(sent.id), f"{name}, {say(sent.sent.sent_at, view.as_at)}"))
    return found


def safeguards(view: CaseView, about: object = None) -> list[Candidate]:
    """The safeguards that protect the person now, and that `about`; newest first."""
    active = {said.entry.id for said in view.case.active_safeguards}
    return [
        Candidate(str(said.entry.id), _cut(said.what.measure))
        for said in reversed(view.case.of(SafeguardStarted))
        if said.entry.id in active or str(said.entry.id) == str(about)
    ]


def entries(view: CaseView, kind: type[Payload], ask: Ask, about: object = None) -> list[Candidate]:
    """The entries that one of this kind can be about, newest first, with that `about`.

    Where it can be any entry of the case, the one that it is about is the only one.
    """
    found = may_be_named(view.case, kind, ask)
    known = [entry for entry in view.case.standing if str(entry.id) == str(about)]
    if known and not ask.of:
        found = tuple(known)
    elif known and known[0] not in found:
        found = (*known, *found)
    directory = CaseDirectory(view.case, view.register)
    return [_entry(entry, directory, view.as_at) for entry in found]


def _entry(entry: Entry, directory: CaseDirectory, now: datetime) -> Candidate:
    words = own_words(entry.payload, directory)
    at = say(entry.occurred_at, now)
    label = f"{_cut(words) or entry.payload.title}, {at} (entry {entry.number})"
    return Candidate(str(entry.id), label, words=(str(entry.number), *words.split()))


def _cut(words: str) -> str:
    return (
        words if cell_len(words) <= _WIDEST else f"{set_cell_size(words, _WIDEST - 3).rstrip()}..."
    )
