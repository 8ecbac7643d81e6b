"""Whom and what a form about a case can pick from: staff, people, desks, and the case's own."""

from sgtui.domain.entries import Entry
from sgtui.domain.when import say
from sgtui.services.case import CaseView
from sgtui.services.queue import desk_words
from sgtui.ui.widgets.candidates import Candidate

_ABOUT: dict[str, tuple[str, ...]] = {
    "countersigned": ("threshold_decided",),
    "closure_approved": ("closure_requested",),
    "closure_refused": ("closure_requested",),
    "body_map_prompt_answered": ("body_mapped",),
}
"""Kinds that are about one kind of earlier entry."""


def staff(view: CaseView) -> list[Candidate]:
    """Active staff, with role and phone."""
    return [
        Candidate(str(member.id), member.name, f"{member.role_words} {member.phone}".strip())
        for member in view.register.staff.values()
        if member.active
    ]


def people(view: CaseView) -> list[Candidate]:
    """Residents and others, with their room."""
    return [
        Candidate(str(person.id), person.name, person.room)
        for person in view.register.people.values()
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


def safeguards(view: CaseView) -> list[Candidate]:
    """The safeguards that protect the person now, newest first."""
    return [
        Candidate(str(said.entry.id), said.what.measure[:40])
        for said in reversed(view.case.active_safeguards)
    ]


def entries(view: CaseView, kind: str) -> list[Candidate]:
    """The entries that one of this kind can be about, newest first."""
    wanted = _ABOUT.get(kind)
    return [
        _entry(entry, view)
        for entry in reversed(view.case.entries)
        if entry.id not in view.case.struck and (wanted is None or entry.kind in wanted)
    ]


def _entry(entry: Entry, view: CaseView) -> Candidate:
    label = f"{entry.payload.title}, {say(entry.occurred_at, view.as_at)} (entry {entry.number})"
    return Candidate(str(entry.id), label)
