"""Patterns across cases: what several concerns have in common, by the rules of the ladder (R85).

A pattern is a question and never a finding: it proposes, and somebody looks (domain 2.16).
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.body_map.regions import region
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import BodyMapped, ConcernCompleted, PersonInvolved
from sgtui.domain.entries.choices import Level, Place
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.ladder_parts import PatternRule
from sgtui.domain.london_time import in_london

NEAR = timedelta(hours=1)
"""Two times of day this close count as the same hour, whatever the hands of the clock say."""

_DAY = timedelta(days=1)

_MOST_NAMED = 5
"""Regions that the words name: more would not fit their line."""

_NO_ONE_PLACE = ("", Place.OUTSIDE, Place.ELSEWHERE, Place.NOT_KNOWN)
"""Answers that two concerns may share without having been at one place."""

_NOBODY = frozenset(
    {
        "unknown", "notknown", "notknownyet", "unsure", "none", "nobody", "noone", "na", "tbc",
        "visitor", "avisitor", "staff", "amemberofstaff", "carer", "acarer", "agency",
        "agencystaff", "resident", "aresident", "anotherresident", "family",
    }
)  # fmt: skip
"""Words that stand where a name would, and name nobody in particular."""


@dataclass(frozen=True)
class Incident:
    """What one concern may have in common with another."""

    case_id: UUID
    reference: str
    level: str
    person: UUID
    noticed_at: datetime
    happened_at: datetime | None
    place: str
    """A word of the list of places; empty while it is not known."""
    alleged: frozenset[str]
    """Who is alleged, each as one word that is the same in every case."""
    regions: frozenset[str]
    """Codes of the body regions that its maps have marks in."""


@dataclass(frozen=True)
class Pattern:
    """What a rule found."""

    rule: str
    words: str
    """ "3 concerns in 28 days about the same person"."""
    references: tuple[str, ...]
    """The other cases, earliest noticed first."""
    proposes: str


def incident_of(case: CaseFile) -> Incident:
    """A case as patterns look at it."""
    what = case.opening.what
    completed = case.last(ConcernCompleted)
    place = what.place or (completed.what.place if completed else None)
    return Incident(
        case_id=case.id,
        reference=case.reference,
        level=what.level.value,
        person=what.person,
        noticed_at=what.noticed_at,
        happened_at=case.happened_at,
        place=place.value if place else "",
        alleged=frozenset(_alleged(case)),
        regions=frozenset(mark.region for said in case.of(BodyMapped) for mark in said.what.marks),
    )


def _alleged(case: CaseFile) -> Iterator[str]:
    what = case.opening.what
    yield from _one_word(what.alleged_staff, what.alleged_person, what.alleged or "")
    for said in case.of(PersonInvolved):
        if said.what.involvement is Involvement.ALLEGED:
            yield from _one_word(said.what.staff, said.what.person, said.what.name)


def _one_word(staff: UUID | None, person: UUID | None, name: str) -> Iterator[str]:
    """One word for whoever is meant; a bare name becomes a digest, so that no list tells it."""
    squeezed = "".join(letter for letter in name.casefold() if letter.isalnum())
    if staff is not None:
        yield f"staff:{staff.hex}"
    elif person is not None:
        yield f"person:{person.hex}"
    elif squeezed and squeezed not in _NOBODY:
        yield f"name:{hashlib.sha256(squeezed.encode()).hexdigest()[:32]}"


def found(rule: PatternRule, this: Incident, others: Sequence[Incident]) -> Pattern | None:
    """What the rule finds in this concern and others, the most that fit within its days.

    The days are any that hold this one, so that a concern written down late counts as well.
    """
    if not _counted(rule, this):
        return None
    counted = [other for other in others if _counted(rule, other)]
    groups = [_within(rule, this, alike) for alike in _alike(rule, this, counted)]
    most = max(groups, key=len, default=[])
    if len(most) < rule.amount:
        return None
    references = tuple(one.reference for one in most if one.reference != this.reference)
    return Pattern(rule.name, _words(rule, this, most), references, rule.proposes)


def _counted(rule: PatternRule, one: Incident) -> bool:
    if rule.counts == "low_level":
        return one.level == Level.LOW_LEVEL
    return rule.counts == "concern"


def _alike(
    rule: PatternRule, this: Incident, others: Sequence[Incident]
) -> Iterator[list[Incident]]:
    """The others that have one thing in common with this one, a list for each such thing."""
    if rule.same == "hour":
        yield _same_hour(this, others)
        return
    for key in _keys(rule, this):
        yield [other for other in others if key in _keys(rule, other)]


def _keys(rule: PatternRule, one: Incident) -> frozenset[str]:
    """What may be the same. A bedroom is each person's own; a region is of one body."""
    match rule.same:
        case "person":
            return frozenset({one.person.hex})
        case "alleged":
            return one.alleged
        case "region":
            return frozenset(f"{one.person.hex} {code}" for code in one.regions)
        case "place":
            if one.place in _NO_ONE_PLACE:
                return frozenset()
            own = one.person.hex if one.place == Place.BEDROOM else ""
            return frozenset({f"{one.place} {own}"})
    return frozenset({"any"})


def _same_hour(this: Incident, others: Sequence[Incident]) -> list[Incident]:
    """Those that happened at about the same time of day, over midnight too."""
    if this.happened_at is None:
        return []
    own, found_ones = _time_of_day(this.happened_at), []
    for other in others:
        if other.happened_at is not None:
            apart = abs(own - _time_of_day(other.happened_at))
            if min(apart, _DAY - apart) <= NEAR:
                found_ones.append(other)
    return found_ones


def _time_of_day(at: datetime) -> timedelta:
    """Since midnight, as the clock on the wall shows it."""
    local = in_london(at)
    return timedelta(hours=local.hour, minutes=local.minute)


def _within(rule: PatternRule, this: Incident, alike: Sequence[Incident]) -> list[Incident]:
    """The most that lie within the rule's days together with this one, earliest first."""
    everyone = sorted([this, *alike], key=lambda one: (one.noticed_at, one.reference))
    if rule.days is None:
        return everyone
    span, times = timedelta(days=rule.days), [one.noticed_at for one in everyone]
    firsts = range(bisect_left(times, this.noticed_at - span), times.index(this.noticed_at) + 1)
    windows = ((first, bisect_right(times, times[first] + span)) for first in firsts)
    start, end = max(windows, key=lambda window: window[1] - window[0])
    return everyone[start:end]


def _words(rule: PatternRule, this: Incident, most: Sequence[Incident]) -> str:
    what = "low-level concerns" if rule.counts == "low_level" else "concerns"
    span = f" in {rule.days} days" if rule.days is not None else ""
    return f"{len(most)} {what}{span}{_in_common(rule, this, most)}"


def _in_common(rule: PatternRule, this: Incident, most: Sequence[Incident]) -> str:
    match rule.same:
        case "person":
            return " about the same person"
        case "alleged":
            return " with the same person alleged"
        case "hour":
            return " at about the same hour of the day"
        case "place":
            return f" in the same place: {Place.of(this.place).label}"
        case "region":
            codes = frozenset.intersection(*(one.regions for one in most))
            names = ", ".join(region(code).spoken for code in sorted(codes)[:_MOST_NAMED])
            return f" with marks in the same place on the same person: {names}"
    return ""
