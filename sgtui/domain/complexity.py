"""What within one case calls for bringing the agencies together, by the ladder's rules (L14, R52).

Counted in the order written down, so that an entry about an earlier time undoes no call already
made. Every further sign that keeps the count up calls again: having been answered once is no end.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.coordination import Round, rounds
from sgtui.domain.entries import (
    AgencyInvolved,
    CasesLinked,
    Entry,
    ObservationMade,
    ReferralSent,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.coordination import AgencyKind
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_parts import PatternRule
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.register import Register

_AGENCIES = {
    ContactKind.DUTY_DESK: AgencyKind.LOCAL_AUTHORITY_ADULTS,
    ContactKind.EDT: AgencyKind.LOCAL_AUTHORITY_ADULTS,
    ContactKind.ESCALATION_PATHWAY: AgencyKind.LOCAL_AUTHORITY_ADULTS,
    ContactKind.TEAM_MANAGER: AgencyKind.LOCAL_AUTHORITY_ADULTS,
    ContactKind.HEAD_OF_SERVICE: AgencyKind.LOCAL_AUTHORITY_ADULTS,
    ContactKind.DASS: AgencyKind.LOCAL_AUTHORITY_ADULTS,
    ContactKind.MASH: AgencyKind.LOCAL_AUTHORITY_CHILDREN,
    ContactKind.LADO: AgencyKind.LADO,
    ContactKind.POLICE_101: AgencyKind.POLICE,
    ContactKind.EMERGENCY_999: AgencyKind.POLICE,
    ContactKind.CRISIS_TEAM: AgencyKind.CRISIS_TEAM,
    ContactKind.SOCIAL_WORKER: AgencyKind.SOCIAL_WORKER,
    ContactKind.SAB_CHAIR: AgencyKind.PARTNERSHIP,
    ContactKind.PARTNERSHIP: AgencyKind.PARTNERSHIP,
    ContactKind.COMMISSIONER: AgencyKind.COMMISSIONER,
    ContactKind.REGULATOR: AgencyKind.REGULATOR,
    ContactKind.GP: AgencyKind.GP,
}
"""Whose desk it is; several desks of one council are one agency."""

Event = tuple[Entry, datetime]


def triggers(case: CaseFile, ladder: Ladder, register: Register) -> dict[UUID, str]:
    """The entries that call for coordination, each with why as the end of a sentence."""
    found: dict[UUID, str] = {}
    for rule in coordinating(ladder):
        for entry, count in _reached(rule, tuple(_EVENTS[rule.counts](case, register))):
            found.setdefault(entry.id, _because(rule, count))
    return found


def unanswered(case: CaseFile, ladder: Ladder | None, register: Register) -> Round | None:
    """The round whose question nobody has answered yet (gate G7); by hand alone without ladder."""
    called = triggers(case, ladder, register) if ladder else {}
    return next((one for one in rounds(case.standing, called) if one.unanswered), None)


def coordinating(ladder: Ladder) -> Iterator[PatternRule]:
    """The ladder's rules that look within one case and lead to coordination."""
    for rule in ladder.patterns:
        if rule.leads_to == "coordinate" and rule.counts in _EVENTS:
            yield rule


def agencies(case: CaseFile, register: Register) -> Iterator[Event]:
    """The entry that first brought each agency in: named as involved, or referred to."""
    seen: set[AgencyKind | UUID] = set()
    for entry in case.standing:
        agency = _agency(entry, register)
        if agency is not None and agency not in seen:
            seen.add(agency)
            yield entry, entry.occurred_at


def _agency(entry: Entry, register: Register) -> AgencyKind | UUID | None:
    match entry.payload:
        case AgencyInvolved(agency=AgencyKind.EMERGENCY_DUTY_TEAM):
            return AgencyKind.LOCAL_AUTHORITY_ADULTS
        case AgencyInvolved() as said:
            return said.agency
        case ReferralSent() as said:
            desk = register.contacts.get(said.contact)
            kind = next((kind for kind in _AGENCIES if desk and desk.point == kind), None)
            return _AGENCIES[kind] if kind else said.contact
        case _:
            return None


def _deteriorations(case: CaseFile, _register: Register) -> Iterator[Event]:
    for said in case.of(ObservationMade):
        if said.what.worse is YesNo.YES:
            yield said.entry, said.at


def _incidents(case: CaseFile, _register: Register) -> Iterator[Event]:
    """This case's own concern, then each case linked to it."""
    yield case.opening.entry, case.opening.entry.occurred_at
    seen: set[str] = set()
    for said in case.of(CasesLinked):
        if said.what.reference not in seen:
            seen.add(said.what.reference)
            yield said.entry, said.at


_EVENTS: dict[str, Callable[[CaseFile, Register], Iterator[Event]]] = {
    "deterioration": _deteriorations,
    "linked": _incidents,
    "agency": agencies,
}


def _reached(rule: PatternRule, events: tuple[Event, ...]) -> Iterator[tuple[Entry, int]]:
    """Each event with which there were enough, all within the rule's days of one another."""
    within = timedelta(days=rule.days) if rule.days is not None else None
    seen: list[datetime] = []
    for entry, at in events:
        place = bisect_left(seen, at)
        seen.insert(place, at)
        if within is None:
            enough = len(seen) >= rule.amount
        else:
            enough = _close_together(seen, place, rule.amount, within)
        if enough:
            yield entry, len(seen) if within is None else rule.amount


def _close_together(seen: list[datetime], place: int, amount: int, within: timedelta) -> bool:
    """Whether so many times in a row, the one at `place` among them, lie within that span."""
    first, last = max(0, place - amount + 1), min(place, len(seen) - amount)
    return any(seen[at + amount - 1] - seen[at] <= within for at in range(first, last + 1))


def _because(rule: PatternRule, count: int) -> str:
    if rule.counts == "deterioration":
        within = f" within {rule.days} days" if rule.days is not None else ""
        return f"after {count} observations{within} said that it is worse"
    if rule.counts == "linked":
        return f"after {count} incidents were linked"
    return f"after {count} agencies were in it"
