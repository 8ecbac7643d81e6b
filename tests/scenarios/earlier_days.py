"""What was recorded at Rosewood House on earlier days, by the path that every entry takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sgtui import wiring
from sgtui.domain.entries import make_payload
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.demo.home import id_of
from sgtui.services.desk import Desk
from sgtui.services.record import Recorded, new_entry, record


@dataclass
class EarlierDays:
    """The desks of a home on a day that is over: `at` is what their clock says."""

    database: str
    at: datetime
    _desks: dict[str, Desk] = field(default_factory=dict)

    def desk(self, name: str) -> Desk:
        """Somebody's desk on that day."""
        if name not in self._desks:
            self._desks[name] = wiring.open_desk(self.database, name, now=lambda: self.at)
        return self._desks[name]

    def concern(self, by: str, **told: Any) -> Recorded:
        """A concern is recorded."""
        notice = ConcernNotice.model_validate({"happened_at": self.at, **told})
        return record_concern(self.desk(by), notice, case_id=uuid4())

    def later(self, minutes: int) -> None:
        """Time passes."""
        self.at += timedelta(minutes=minutes)

    def add(self, case_id: UUID, by: str, kind: str, **fields: Any) -> UUID:
        """Something is recorded on a case, a minute later; the id of the entry."""
        self.later(1)
        new = new_entry(make_payload({"kind": kind, **fields}), self.at)
        return record(self.desk(by), case_id, [new]).entries[-1].id


@contextmanager
def earlier_days(database: str, at: datetime) -> Iterator[EarlierDays]:
    """The desks of that day, closed at its end."""
    days = EarlierDays(database, at.astimezone(UTC))
    try:
        yield days
    finally:
        for desk in days._desks.values():
            desk.store.close()


@dataclass(frozen=True)
class Referred:
    """A case that is with the duty desk."""

    case_id: UUID
    reference: str
    referral: UUID


def referred_for_money(days: EarlierDays, sent_at: datetime) -> Referred:
    """Hyacinth Joseph's money goes without her leave; referred to the duty desk at `sent_at`."""
    days.at = sent_at - timedelta(hours=2)
    told = days.concern(
        "Joy Okafor", person=id_of("person", "29"), category="financial", place="bedroom",
        text="Statement shows 400 pounds drawn. She says she never asked for it.",
        safety="unsafe_controlled", steps=("evidence_kept",),
    )  # fmt: skip
    case, sam, ruth = told.case_id, id_of("staff", "sam"), id_of("staff", "ruth")
    days.add(case, "Joy Okafor", "internally_escalated", told=sam, decision_owner=sam,
             decision="Card into the safe; Sam decides today", reason="Money is going",
             risk="medium")  # fmt: skip
    days.add(case, "Sam Lister", "threshold_decided", decided_by=sam, second_person=ruth,
             needs="yes", needs_because="Cannot go to the bank", at_risk="yes",
             at_risk_because="400 pounds drawn", cannot_protect="yes",
             cannot_protect_because="Afraid of her nephew", route="external", risk="medium",
             rationale="Money goes without her leave")  # fmt: skip
    days.add(case, "Sam Lister", "sharing_decided", ground="consent", consent_asked="yes",
             shared_with="LA duty desk", what="Her words, the statement",
             reason="She agrees")  # fmt: skip
    days.add(case, "Sam Lister", "wishes_recorded", asked="yes", wishes="Her money back")
    days.add(case, "Joy Okafor", "safeguard_started",
             measure="Card leaves the safe only with two signatures",
             proportionate="She sees it when she likes", owner=id_of("staff", "joy"))  # fmt: skip
    days.at = sent_at - timedelta(minutes=1)
    referral = days.add(case, "Sam Lister", "referral_sent", contact=id_of("contact", "duty_desk"),
                        method="email", sent_at=sent_at, content="Suspected theft")  # fmt: skip
    return Referred(case, told.reference, referral)


def rang_in_vain(days: EarlierDays, case: Referred) -> None:
    """Joy rings the duty desk, and nobody answers."""
    days.add(case.case_id, "Joy Okafor", "agency_contacted", contact=id_of("contact", "duty_desk"),
             method="phone", result="no_answer", referral=case.referral, stage="L7a")  # fmt: skip
