"""The case file: one concern's entries, folded into what is known now."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Generic, TypeVar
from uuid import UUID

from pydantic import ValidationError

from sgtui.domain.entries import (
    Amended,
    ClosureApproved,
    ConcernCompleted,
    ConcernRecorded,
    EnteredInError,
    Entry,
    InternallyEscalated,
    ObservationMade,
    OwnerAssigned,
    Payload,
    SafeguardEnded,
    SafeguardStarted,
    SafetyChecked,
    ThresholdDecided,
    make_payload,
)
from sgtui.domain.entries.choices import Category, Level, Risk, Safety, YesNo
from sgtui.domain.referrals import Referral, referrals
from sgtui.domain.stage import CaseStage, stage_of, steps

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

    @cached_property
    def went_back_to_threshold(self) -> frozenset[UUID]:
        """The entries that took a settled case back to deciding the threshold (domain 4.2)."""
        settled = (CaseStage.INTERNAL_MANAGEMENT, CaseStage.REVIEW)
        found, before = set(), CaseStage.RECORDED
        for step in steps(self.standing):
            back = before in settled and step.under is CaseStage.THRESHOLD_PENDING
            if back and not isinstance(step.entry.payload, ThresholdDecided):
                found.add(step.entry.id)
            before = step.under
        return frozenset(found)

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
    def owner(self) -> UUID:
        """Who answers for the case: named, else who decides, else who recorded it (R1).

        Never the person alleged to have caused harm while there is anybody else (gate G21).
        """
        named = [said.what.owner for said in reversed(self.of(OwnerAssigned))]
        deciding = [said.what.decision_owner for said in reversed(self.of(InternallyEscalated))]
        recorder = self.entries[0].recorded_by
        others = [self.opening.what.told, *(entry.recorded_by for entry in self.entries)]
        for person in (*named, *deciding, recorder, *others):
            if person is not None and person != self.opening.what.alleged_staff:
                return person
        return recorder

    @cached_property
    def referrals(self) -> tuple[Referral, ...]:
        """Every referral with its four facts: sent, received, acknowledged, decided."""
        return referrals(self.standing)

    @cached_property
    def active_safeguards(self) -> tuple[Said[SafeguardStarted], ...]:
        """The interim safeguards that protect the person now."""
        ended = {said.what.safeguard for said in self.of(SafeguardEnded)}
        return tuple(said for said in self.of(SafeguardStarted) if said.entry.id not in ended)

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


def amended(entry: Entry, amendments: Sequence[Entry]) -> Entry:
    """The entry as put right by its amendments, in order.

    One that no longer fits, because another that it rests on was struck, is passed over.
    """
    payload = entry.payload
    for amendment in amendments:
        if isinstance(amendment.payload, Amended):
            with suppress(ValidationError):
                payload = put_right(payload, amendment.payload)
    return entry if payload is entry.payload else entry.model_copy(update={"payload": payload})


def put_right(payload: Payload, amendment: Amended) -> Payload:
    """What an entry says after one amendment. Raises pydantic.ValidationError if it cannot."""
    return make_payload({**payload.model_dump(mode="json"), **amendment.changes})
