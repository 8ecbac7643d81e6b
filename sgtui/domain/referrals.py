"""A referral with its four facts: sent, received, acknowledged and decided are never one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sgtui.domain.entries import (
    AgencyContacted,
    AgencyDecisionAccepted,
    Entry,
    ReferralAcknowledged,
    ReferralDecided,
    ReferralReceived,
    ReferralSent,
)
from sgtui.domain.entries.choices import AgencyDecision, AttemptResult, Direction
from sgtui.domain.facts import Fact, earliest


@dataclass(frozen=True)
class Referral:
    """One referral and everything that the agency has said about it."""

    entry: Entry
    sent: ReferralSent
    received: tuple[tuple[Entry, ReferralReceived], ...]
    acknowledged: tuple[tuple[Entry, ReferralAcknowledged], ...]
    decisions: tuple[tuple[Entry, ReferralDecided], ...]
    accepted: tuple[tuple[Entry, AgencyDecisionAccepted], ...]
    contacts: tuple[tuple[Entry, AgencyContacted], ...]
    """Contacts about it since it was sent, by number."""

    @property
    def id(self) -> UUID:
        """The id of the entry that sent it."""
        return self.entry.id

    @cached_property
    def receipt(self) -> Fact | None:
        """Receipt as a fact: confirmed, or implied by acknowledging or deciding."""
        confirmed = ((entry, what.received_at) for entry, what in self.received)
        return earliest(*confirmed, *self._held())

    @cached_property
    def acknowledgement(self) -> Fact | None:
        """Somebody there has it in hand: acknowledged, or implied by deciding."""
        return earliest(*self._held())

    def _held(self) -> Iterator[tuple[Entry, datetime]]:
        yield from ((entry, what.acknowledged_at) for entry, what in self.acknowledged)
        yield from ((entry, what.decided_at) for entry, what in self.decisions)

    @property
    def received_at(self) -> datetime | None:
        """When receipt was first a fact."""
        return self.receipt.at if self.receipt else None

    @property
    def acknowledged_at(self) -> datetime | None:
        """When somebody there first had it in hand."""
        return self.acknowledgement.at if self.acknowledgement else None

    @property
    def decision(self) -> tuple[Entry, ReferralDecided] | None:
        """The newest decision that is one; asking for more information is none."""
        final = [
            (entry, what)
            for entry, what in self.decisions
            if what.decision is not AgencyDecision.MORE_INFO_REQUESTED
        ]
        return final[-1] if final else None

    @property
    def settled(self) -> bool:
        """Whether the agency took it on or closed it, or two accepted that it did not (G11)."""
        decision = self.decision
        if decision is None:
            return False
        refused = decision[1].decision is AgencyDecision.NOT_PROGRESSED
        return not refused or any(entry.number > decision[0].number for entry, _ in self.accepted)

    def answers_after(self, number: int) -> tuple[Entry, ...]:
        """Our contacts that reached the agency after the entry of that number."""
        return tuple(
            entry
            for entry, what in self.contacts
            if entry.number > number
            and what.direction is Direction.OUT
            and what.result in (AttemptResult.SPOKE, AttemptResult.WRITTEN)
        )


def referrals(standing: Sequence[Entry]) -> tuple[Referral, ...]:
    """Every referral of a case with what belongs to it."""
    return tuple(
        _referral(entry, entry.payload, standing)
        for entry in standing
        if isinstance(entry.payload, ReferralSent)
    )


def _referral(entry: Entry, sent: ReferralSent, standing: Sequence[Entry]) -> Referral:
    about = [(e, e.payload) for e in standing if getattr(e.payload, "referral", None) == entry.id]
    contacts = [
        (e, e.payload)
        for e in standing
        if isinstance(e.payload, AgencyContacted) and e.number > entry.number
    ]
    return Referral(
        entry=entry,
        sent=sent,
        received=tuple((e, p) for e, p in about if isinstance(p, ReferralReceived)),
        acknowledged=tuple((e, p) for e, p in about if isinstance(p, ReferralAcknowledged)),
        decisions=tuple((e, p) for e, p in about if isinstance(p, ReferralDecided)),
        accepted=tuple((e, p) for e, p in about if isinstance(p, AgencyDecisionAccepted)),
        contacts=tuple((e, said) for e, said in contacts if _concerns(said, entry, sent)),
    )


def _concerns(said: AgencyContacted, entry: Entry, sent: ReferralSent) -> bool:
    """Whether a contact is about a referral: it says so, or it names none and is with its desk."""
    if said.referral is not None:
        return said.referral == entry.id
    return said.contact == sent.contact
