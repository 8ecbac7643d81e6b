"""Bringing the agencies together: who is in it, who leads, and each round from call to validation.

A round begins with what called for it, or with the record itself, and ends when that says that
several agencies are not needed, when the three points are validated, or with the case (ladder L14).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from sgtui.domain.entries import (
    AgencyAgreed,
    AgencyContacted,
    AgencyInvolved,
    ChallengeConcluded,
    ClosureApproved,
    CoordinationCalled,
    CoordinationRecorded,
    CoordinationReviewed,
    CoordinationValidated,
    Entry,
    LeadProfessionalNamed,
)
from sgtui.domain.entries.choices import YesNo

_BY_HAND = "after somebody called for it"


@dataclass(frozen=True)
class Round:
    """One time that the agencies had to be brought together, or were."""

    called: Entry | None
    """What called for it; None where the record itself came first."""
    because: str
    """Why, as the end of a sentence: "after 3 agencies were in it"."""
    records: tuple[tuple[Entry, CoordinationRecorded], ...] = ()
    reviews: tuple[Entry, ...] = ()
    ended: Entry | None = None
    """The record that it is not needed, the validation, or the closing of the case."""

    @property
    def unanswered(self) -> bool:
        """Whether nobody has said yet if several agencies are needed (gate G7)."""
        return not self.records and self.ended is None

    @property
    def running(self) -> bool:
        """Whether several agencies act together and that is not validated yet (gate G8)."""
        return bool(self.records) and self.ended is None

    @property
    def needed(self) -> Entry | None:
        """The first record that said that several agencies are needed."""
        return next((e for e, what in self.records if _several(what)), None)


@dataclass(frozen=True)
class Point:
    """One of the three points of the validation, and what can show it (R58, gate G8)."""

    name: str
    """Its own field."""
    shown_by: str
    """The field of the entries that show it."""
    kinds: tuple[str, ...]
    words: str
    """What can show it, as the end of a sentence."""
    mends: str
    """The kind to record where nothing shows it yet."""

    def shows(self, entry: Entry) -> bool:
        """Whether an entry can show it; a call in vain shows nothing."""
        if isinstance(entry.payload, AgencyContacted) and entry.payload.result.failed:
            return False
        return entry.kind in self.kinds


POINTS = (
    Point(
        "occurred",
        "occurred_shown_by",
        ("agency_contacted", "meeting_held", "agency_involved", "agency_agreed"),
        "a contact that reached them, a meeting or an agency",
        "agency_contacted",
    ),
    Point(
        "roles_defined",
        "roles_shown_by",
        ("agency_involved", "lead_professional_named"),
        "an agency with its part, or the lead professional",
        "agency_involved",
    ),
    Point(
        "actions_aligned",
        "actions_shown_by",
        ("action_agreed", "action_done", "action_verified", "safeguarding_plan_agreed",
         "agency_agreed"),
        "an action, the plan, or an agency's agreement",
        "action_agreed",
    ),
)  # fmt: skip
"""That it happened, that roles were clear, that actions fitted together."""


@dataclass(frozen=True)
class Party:
    """An agency in the case, and the last it said about the plan (R16, R60)."""

    entry: Entry
    what: AgencyInvolved
    said: tuple[Entry, AgencyAgreed] | None
    settled: bool
    """Whether a challenge was concluded since it last spoke."""

    @property
    def disagrees(self) -> bool:
        """Whether its refusal stands open: neither changed nor challenged to an end."""
        return self.said is not None and self.said[1].agrees is YesNo.NO and not self.settled


@dataclass(frozen=True)
class Coordination:
    """What the entries of one case say about working together."""

    standing: tuple[Entry, ...]

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """Every round that entries called for by hand or recorded; `rounds` adds the ladder's."""
        return tuple(rounds(self.standing, {}))

    @property
    def running(self) -> Round | None:
        """The round in which several agencies act together now."""
        return next((one for one in self.rounds if one.running), None)

    @property
    def record(self) -> tuple[Entry, CoordinationRecorded] | None:
        """The newest record of coordination."""
        found = [record for one in self.rounds for record in one.records]
        return found[-1] if found else None

    @property
    def lead(self) -> tuple[Entry, LeadProfessionalNamed] | None:
        """The lead professional as last named (R64)."""
        named = [(e, e.payload) for e in self.standing]
        found = [(e, what) for e, what in named if isinstance(what, LeadProfessionalNamed)]
        return found[-1] if found else None

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Each agency in it, in the order they came in."""
        return tuple(self._parties())

    @property
    def disagreements(self) -> tuple[Party, ...]:
        """The agencies that do not agree to the plan; shown until settled."""
        return tuple(party for party in self.parties if party.disagrees)

    def _parties(self) -> Iterator[Party]:
        concluded = [e.number for e in self.standing if isinstance(e.payload, ChallengeConcluded)]
        said: dict[UUID, tuple[Entry, AgencyAgreed]] = {
            e.payload.agency: (e, e.payload)
            for e in self.standing
            if isinstance(e.payload, AgencyAgreed)
        }
        for entry in self.standing:
            if isinstance(entry.payload, AgencyInvolved):
                last = said.get(entry.id)
                settled = last is not None and max(concluded, default=0) > last[0].number
                yield Party(entry, entry.payload, last, settled)


def rounds(standing: Sequence[Entry], triggers: Mapping[UUID, str]) -> Iterator[Round]:
    """The rounds, oldest first; `triggers` are the entries that call for one by the ladder's rule.

    What calls again while a round is open changes nothing; after its end it starts another.
    """
    now: Round | None = None
    for entry in standing:
        because = triggers.get(entry.id, "")
        if isinstance(entry.payload, CoordinationCalled):
            because = _BY_HAND
        if now is None and because:
            now = Round(entry, because)
        elif now is None and isinstance(entry.payload, CoordinationRecorded):
            now = Round(None, "after it was recorded")
        if now is not None:
            now = _after(now, entry)
            if now.ended is not None:
                yield now
                now = None
    if now is not None:
        yield now


def _after(now: Round, entry: Entry) -> Round:
    match entry.payload:
        case CoordinationRecorded() as said:
            ended = None if _several(said) else entry
            return replace(now, records=(*now.records, (entry, said)), ended=ended)
        case CoordinationReviewed() if now.records:
            return replace(now, reviews=(*now.reviews, entry))
        case CoordinationValidated() if now.records:
            return replace(now, ended=entry)
        case ClosureApproved():
            return replace(now, ended=entry)
        case _:
            return now


def _several(said: CoordinationRecorded) -> bool:
    return said.multi_agency_required is YesNo.YES
