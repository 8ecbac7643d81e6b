"""The case file: one concern's entries, folded into what is known now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Generic, TypeVar
from uuid import UUID

from sgtui.domain.actions import Action, actions
from sgtui.domain.challenges import Challenge, challenges
from sgtui.domain.coordination import Coordination
from sgtui.domain.corrections import amended
from sgtui.domain.entries import (
    Amended,
    CasesLinked,
    ClosureApproved,
    ConcernCompleted,
    ConcernRecorded,
    EnteredInError,
    Entry,
    InternallyEscalated,
    LadderPinned,
    ObservationMade,
    OwnerAssigned,
    Payload,
    PersonInvolved,
    SafeguardEnded,
    SafeguardStarted,
    SafetyChecked,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import Category, Level, Risk, Safety, YesNo
from sgtui.domain.meetings import Meeting, meetings
from sgtui.domain.referrals import Referral, referrals
from sgtui.domain.stage import CaseStage, stage_of

P = TypeVar("P", bound=Payload)


@dataclass(frozen=True)
class Said(Generic[P]):
    """One entry with what it says, typed."""

    entry: Entry
    what: P

    @property
    def at(self) -> datetime:
        """When it happened, as stated."""
        return self.entry.occurred_at


class NotACase(Exception):
    """The entries are not a case file: the first one must record a concern."""


@dataclass(frozen=True)
class CaseFile:
    """What is known of one case. Built by `fold`; everything here derives from `entries`."""

    entries: tuple[Entry, ...]
    """Every entry as it was made, in order."""
    standing: tuple[Entry, ...]
    """The entries that count: amendments applied, those entered in error left out."""
    struck: dict[UUID, Entry]
    """Entry id to the entry that struck it."""
    amendments: dict[UUID, tuple[Entry, ...]]
    """Entry id to the amendments of it, oldest first."""

    def of(self, kind: type[P]) -> tuple[Said[P], ...]:
        """The standing entries of one kind, oldest first."""
        there = self._by_kind.get(kind, ())
        return tuple(Said(e, e.payload) for e in there if isinstance(e.payload, kind))

    @cached_property
    def _by_kind(self) -> dict[type[Payload], list[Entry]]:
        found: dict[type[Payload], list[Entry]] = {}
        for entry in self.standing:
            found.setdefault(type(entry.payload), []).append(entry)
        return found

    def last(self, kind: type[P]) -> Said[P] | None:
        """The newest standing entry of one kind."""
        found = self.of(kind)
        return found[-1] if found else None

    @property
    def id(self) -> UUID:
        """The case's own id."""
        return self.entries[0].case_id

    @cached_property
    def opening(self) -> Said[ConcernRecorded]:
        """The concern as first recorded, with amendments, even where it was struck."""
        first = next((e for e in self.standing if e.number == 1), self.entries[0])
        payload = first.payload
        if not isinstance(payload, ConcernRecorded):
            raise NotACase("The first entry of a case must record a concern.")
        return Said(first, payload)

    @property
    def reference(self) -> str:
        """The case's reference, SG-YY-XXXX."""
        return self.opening.what.reference

    @cached_property
    def ladder_version(self) -> str:
        """The version of the ladder that it follows: as it began, or as pinned since."""
        return self.pinned.what.version if self.pinned else self.opening.what.ladder

    @property
    def pinned(self) -> Said[LadderPinned] | None:
        """The entry since which it follows its ladder; None while that is the one it began with."""
        return self.last(LadderPinned)

    @property
    def happened_at(self) -> datetime | None:
        """When it happened, from the concern or from what completed it."""
        completed = self.last(ConcernCompleted)
        return self.opening.what.happened_at or (completed.what.happened_at if completed else None)

    @property
    def place(self) -> str | None:
        """Where it happened, in words."""
        completed = self.last(ConcernCompleted)
        place = self.opening.what.place or (completed.what.place if completed else None)
        return place.label if place else None

    @property
    def categories(self) -> tuple[Category, ...]:
        """The main category first, then the others."""
        return (self.opening.what.category, *self.opening.what.other_categories)

    @cached_property
    def stage(self) -> CaseStage:
        """Where the case stands (domain 4.2)."""
        return stage_of(self.standing, struck=self.entries[0].id in self.struck)

    @property
    def is_open(self) -> bool:
        """Whether anything may still be owed."""
        return self.stage not in (CaseStage.CLOSED, CaseStage.ENTERED_IN_ERROR)

    @property
    def closed_at(self) -> datetime | None:
        """When it was closed, if it is closed now."""
        approved = self.last(ClosureApproved)
        return approved.entry.recorded_at if approved and not self.is_open else None

    @property
    def closed_by(self) -> UUID | None:
        """The entry that closed it, if it is closed now."""
        approved = self.last(ClosureApproved)
        return approved.entry.id if approved and self.stage is CaseStage.CLOSED else None

    @cached_property
    def safety(self) -> Safety | None:
        """The newest answer to "safe now?"; None before the first check."""
        checked = self.last(SafetyChecked)
        return checked.what.safety if checked else None

    @cached_property
    def risk(self) -> Risk:
        """The risk as last judged; immediate from the start where the concern came in so."""
        return self.judgements[-1][1] if self.judgements else self.first_risk

    @property
    def first_risk(self) -> Risk:
        """The risk before anybody judged it."""
        return Risk.IMMEDIATE if self.opening.what.level is Level.IMMEDIATE else Risk.MEDIUM

    @cached_property
    def judgements(self) -> tuple[tuple[Entry, Risk], ...]:
        """Every judgement of the risk, oldest first."""
        return tuple(
            (entry, entry.payload.risk)
            for entry in self.standing
            if isinstance(entry.payload, InternallyEscalated | ThresholdDecided)
            and entry.payload.risk is not None
        )

    @cached_property
    def barred(self) -> frozenset[UUID]:
        """The staff alleged to have caused harm or in conflict: they own and see nothing (G21)."""
        named = {
            said.what.staff
            for said in self.of(PersonInvolved)
            if said.what.involvement.barred and said.what.staff is not None
        }
        alleged = self.opening.what.alleged_staff
        return frozenset(named | {alleged} if alleged else named)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The references of the cases that belong with this one (R85)."""
        return frozenset(said.what.reference for said in self.of(CasesLinked))

    @cached_property
    def owner(self) -> UUID | None:
        """Who answers for the case: named, else who decides, else who recorded it (R1).

        Never anybody who is barred from it (gate G21): None while nobody else was named, told or
        has written; `routing.owner_of` then finds somebody.
        """
        told = list(reversed(self.of(InternallyEscalated)))
        named = [said.what.owner for said in reversed(self.of(OwnerAssigned))]
        named += [said.what.decision_owner for said in told]
        heard = (self.opening.what.told, *(said.what.told for said in told))
        wrote = [entry.recorded_by for entry in self.entries]
        people = (*named, wrote[0], *heard, *wrote)
        return next((one for one in people if one is not None and one not in self.barred), None)

    @cached_property
    def referrals(self) -> tuple[Referral, ...]:
        """Every referral with its four facts: sent, received, acknowledged, decided."""
        return referrals(self.standing)

    @cached_property
    def challenges(self) -> tuple[Challenge, ...]:
        """Every professional challenge, and how far it has come (L9 to L13)."""
        return challenges(self.standing)

    def referral(self, entry_id: UUID | None) -> Referral | None:
        """The referral that this entry sent."""
        return next((one for one in self.referrals if one.id == entry_id), None)

    def challenge(self, entry_id: UUID) -> Challenge | None:
        """The challenge that this entry raised."""
        return next((one for one in self.challenges if one.id == entry_id), None)

    @cached_property
    def active_safeguards(self) -> tuple[Said[SafeguardStarted], ...]:
        """The interim safeguards that protect the person now; closing the case ends them."""
        over = {said.what.safeguard for said in self.of(SafeguardEnded)}
        closed = self.last(ClosureApproved)
        since = closed.entry.number if closed else 0
        started = (said for said in self.of(SafeguardStarted) if said.entry.number > since)
        return tuple(said for said in started if said.entry.id not in over)

    @cached_property
    def coordination(self) -> Coordination:
        """Who of which agency is in it, who leads, and how the working together went (L14)."""
        return Coordination(self.standing)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action agreed, and how far it has come (R106)."""
        return actions(self.standing)

    def action(self, entry_id: UUID) -> Action | None:
        """The action that this entry agreed."""
        return next((one for one in self.actions if one.id == entry_id), None)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting arranged, and what became of it (R120)."""
        return meetings(self.standing)

    @property
    def worsened(self) -> bool:
        """Whether the newest observation says that the risk has grown."""
        seen = self.last(ObservationMade)
        return seen is not None and seen.what.worse is YesNo.YES

    def entry(self, entry_id: UUID) -> Entry | None:
        """The entry with that id, as it was made."""
        return self._by_id.get(entry_id)

    @cached_property
    def _by_id(self) -> dict[UUID, Entry]:
        return {entry.id: entry for entry in self.entries}


def fold(entries: Sequence[Entry]) -> CaseFile:
    """The case file that these entries make. Raises NotACase where the first is no concern."""
    if not entries or not isinstance(entries[0].payload, ConcernRecorded):
        raise NotACase("The first entry of a case must record a concern.")
    struck = {
        entry.payload.entry: entry for entry in entries if isinstance(entry.payload, EnteredInError)
    }
    amendments: dict[UUID, tuple[Entry, ...]] = {}
    for entry in entries:
        if isinstance(entry.payload, Amended) and entry.id not in struck:
            earlier = amendments.get(entry.payload.entry, ())
            amendments[entry.payload.entry] = (*earlier, entry)
    return CaseFile(
        entries=tuple(entries),
        standing=tuple(_standing(entries, struck, amendments)),
        struck=struck,
        amendments=amendments,
    )


def _standing(
    entries: Iterable[Entry], struck: dict[UUID, Entry], amendments: dict[UUID, tuple[Entry, ...]]
) -> Iterable[Entry]:
    for entry in entries:
        if entry.id not in struck:
            yield amended(entry, amendments.get(entry.id, ()))
