"""A referral with its facts: sent, received, acknowledged, decided, outcome are never one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sgtui.domain.challenges import GIVEN_UP, Challenge, challenges
from sgtui.domain.entries import (
    AgencyContacted,
    AgencyDecisionAccepted,
    Entry,
    OutcomeReceived,
    ReferralAcknowledged,
    ReferralDecided,
    ReferralReceived,
    ReferralSent,
)
from sgtui.domain.entries.challenge import ChallengeGround, ChallengeOutcome
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
    outcomes: tuple[tuple[Entry, OutcomeReceived], ...]
    accepted: tuple[tuple[Entry, AgencyDecisionAccepted], ...]
    contacts: tuple[tuple[Entry, AgencyContacted], ...]
    """Contacts about it since it was sent, by number."""
    challenges: tuple[Challenge, ...] = ()
    """Challenges of what the agency said or did not say about it."""

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
    def their_reference(self) -> str:
        """The newest reference that the agency gave; empty where it gave none."""
        said = [what.agency_reference for _, what in self.received]
        said += [what.agency_reference for _, what in self.acknowledged]
        return next((one for one in reversed(said) if one), "")

    @cached_property
    def final(self) -> tuple[tuple[Entry, ReferralDecided], ...]:
        """The decisions that are some; asking for more information is none."""
        asked = AgencyDecision.MORE_INFO_REQUESTED
        return tuple((entry, what) for entry, what in self.decisions if what.decision is not asked)

    @property
    def decision(self) -> tuple[Entry, ReferralDecided] | None:
        """The newest decision."""
        return self.final[-1] if self.final else None

    @property
    def refusal(self) -> tuple[Entry, ReferralDecided] | None:
        """The refusal that stands, as first told: the same answer given again is no new one."""
        found = None
        for entry, what in self.final:
            if found is None or what.decision is not found[1].decision:
                found = (entry, what)
        return found if found and found[1].decision.refused else None

    @cached_property
    def outcome(self) -> Fact | None:
        """What came of it, as a fact: told as such, or closed with its outcome."""
        return earliest(*self.outcomes_after(0))

    def outcomes_after(self, number: int) -> Iterator[tuple[Entry, datetime]]:
        """The entries after that number which state an outcome, each with its time."""
        yield from ((entry, what.told_at) for entry, what in self.outcomes if entry.number > number)
        for entry, what in self.decisions:
            if what.decision is AgencyDecision.CLOSED_BY_AGENCY and entry.number > number:
                yield entry, what.decided_at

    @property
    def awaits_outcome(self) -> bool:
        """Whether the agency took it on, at least in part, and has not told what came of it."""
        decision = self.decision
        if decision is None or not decision[1].decision.accepted:
            return False
        return not any(self.outcomes_after(decision[0].number))

    @property
    def awaits_answer_to_refusal(self) -> bool:
        """Whether something was refused that nobody has accepted or settled yet (gate G11)."""
        if self.refusal is None:
            return False
        number = self.refusal[0].number
        return not (
            any(entry.number > number for entry, _ in self.accepted)
            or any(_settles(challenge, number) for challenge in self.challenges)
        )

    @property
    def settled(self) -> bool:
        """Whether nothing more is to come of it: outcome known, or a refusal answered (G11)."""
        return self.decision is not None and not (
            self.awaits_outcome or self.awaits_answer_to_refusal
        )

    def answers_after(self, number: int) -> tuple[Entry, ...]:
        """Our contacts that reached the agency after the entry of that number."""
        return tuple(
            entry
            for entry, what in self.contacts
            if entry.number > number
            and what.direction is Direction.OUT
            and what.result in (AttemptResult.SPOKE, AttemptResult.WRITTEN)
        )


def _settles(challenge: Challenge, number: int) -> bool:
    """Whether two people ended a challenge of the decision of that number."""
    if challenge.ground is not ChallengeGround.THRESHOLD or challenge.conclusion is None:
        return False
    entry, what = challenge.conclusion
    return entry.number > number and what.outcome in (*GIVEN_UP, ChallengeOutcome.PARTLY)


def referrals(standing: Sequence[Entry]) -> tuple[Referral, ...]:
    """Every referral of a case with what belongs to it."""
    challenged = challenges(standing)
    return tuple(
        _referral(entry, entry.payload, standing, challenged)
        for entry in standing
        if isinstance(entry.payload, ReferralSent)
    )


def _referral(
    entry: Entry, sent: ReferralSent, standing: Sequence[Entry], challenged: Sequence[Challenge]
) -> Referral:
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
        outcomes=tuple((e, p) for e, p in about if isinstance(p, OutcomeReceived)),
        accepted=tuple((e, p) for e, p in about if isinstance(p, AgencyDecisionAccepted)),
        contacts=tuple((e, said) for e, said in contacts if _concerns(said, entry, sent)),
        challenges=tuple(one for one in challenged if one.referral == entry.id),
    )


def without(sent: Referral, outsiders: Collection[UUID]) -> Referral:
    """The referral without contacts with those who are only told about the dispute over it."""
    if not outsiders:
        return sent
    kept = tuple((entry, said) for entry, said in sent.contacts if said.contact not in outsiders)
    return replace(sent, contacts=kept)


def _concerns(said: AgencyContacted, entry: Entry, sent: ReferralSent) -> bool:
    """Whether a contact is about a referral: it says so, or it names none and is with its desk."""
    if said.referral is not None:
        return said.referral == entry.id
    return said.contact == sent.contact
