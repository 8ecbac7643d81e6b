"""What was recorded at Rosewood House on earlier days, by the path that every entry takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sgtui import wiring
from sgtui.domain.entries import make_payload
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import in_london
from sgtui.services.case import read_case
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.demo.home import id_of
from sgtui.services.demo.story_time import StoryTime
from sgtui.services.desk import Desk
from sgtui.services.record import Recorded, new_entry, record

_A_SHIFT = timedelta(hours=12)
"""Less than a safeguard may go without a look."""


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

    def add(
        self, case_id: UUID, by: str, kind: str, since: datetime | None = None, **fields: Any
    ) -> UUID:
        """Something is recorded on a case, a minute later; the id of the entry.

        `since`: when it happened, where that was before.
        """
        self.later(1)
        new = new_entry(make_payload({"kind": kind, **fields}), since or self.at)
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
    challenge: UUID | None = None
    """What raised it with them, where somebody did."""


def referred(days: EarlierDays, sent_at: datetime, measure: str, **told: Any) -> Referred:
    """A concern of `told`, two hours before it is referred to the duty desk at `sent_at`."""
    days.at = noticed_at = sent_at - timedelta(hours=2)
    begun = days.concern("Joy Okafor", safety="unsafe_controlled", **told)
    case, sam, ruth = begun.case_id, id_of("staff", "sam"), id_of("staff", "ruth")
    days.add(case, "Joy Okafor", "internally_escalated", told=sam, decision_owner=sam,
             decision=measure, reason="It may come again", risk="medium")  # fmt: skip
    days.add(case, "Sam Lister", "threshold_decided", decided_by=sam, second_person=ruth,
             needs="yes", needs_because="Needs help every day", at_risk="yes",
             at_risk_because="It may come again", cannot_protect="yes",
             cannot_protect_because="Afraid to speak", route="external", risk="medium",
             rationale="All three parts are met.")  # fmt: skip
    days.add(case, "Sam Lister", "sharing_decided", ground="consent", consent_asked="yes",
             shared_with="LA duty desk", what="Her words, what was seen",
             reason="She agrees")  # fmt: skip
    days.add(case, "Sam Lister", "wishes_recorded", asked="yes", wishes="That it stops.")
    days.add(case, "Joy Okafor", "safeguard_started", since=noticed_at, measure=measure,
             proportionate="The least that is needed", owner=id_of("staff", "joy"))  # fmt: skip
    days.at = sent_at - timedelta(minutes=1)
    referral = days.add(case, "Sam Lister", "referral_sent", contact=id_of("contact", "duty_desk"),
                        method="email", sent_at=sent_at, content="What was seen.")  # fmt: skip
    return Referred(case, begun.reference, referral)


def referred_for_money(days: EarlierDays, sent_at: datetime) -> Referred:
    """Hyacinth Joseph's money goes without her leave; referred to the duty desk at `sent_at`."""
    return referred(
        days, sent_at, "Card leaves the safe only with two signatures",
        person=id_of("person", "29"), category="financial", place="bedroom",
        text="Statement shows 400 pounds drawn. She says she never asked for it.",
        steps=("evidence_kept",), alleged="Dale Joseph, her nephew",
    )  # fmt: skip


def told_others(days: EarlierDays, case: Referred) -> None:
    """Ruth decides every duty to tell somebody that runs beside the referral."""
    for clock in read_case(days.desk("Ruth Adeyemi"), case.case_id).running:
        if clock.duty is Duty.NOTIFICATION:
            days.add(case.case_id, "Ruth Adeyemi", "notification_decided", required="yes",
                     notification=clock.key.split(".")[2], sent_at=days.at,
                     reason="It is that sort of incident", told="Duty officer")  # fmt: skip


def kept_safe(days: EarlierDays, case: Referred, until: datetime) -> None:
    """Joy looks at her and at the safeguard again each shift, and time passes until then."""
    while days.at + _A_SHIFT < until:
        days.at += _A_SHIFT
        days.add(case.case_id, "Joy Okafor", "observation_made", text="Quiet, ate well.")
        for said in read_case(days.desk("Joy Okafor"), case.case_id).case.active_safeguards:
            days.add(case.case_id, "Joy Okafor", "safeguard_reviewed", effective="yes",
                     safeguard=said.entry.id, comment="Nothing new")  # fmt: skip
    days.at = until


def rang_in_vain(days: EarlierDays, case: Referred) -> None:
    """Joy rings the duty desk, and nobody answers."""
    days.add(case.case_id, "Joy Okafor", "agency_contacted", contact=id_of("contact", "duty_desk"),
             method="phone", result="no_answer", referral=case.referral, stage="L7a")  # fmt: skip


def challenged_a_working_day_ago(days: EarlierDays) -> Referred:
    """Sam's challenge, put to the social worker so long ago that their answer is late now."""
    late_since = _late_since(days, days.at)
    case = referred_for_money(days, late_since - timedelta(hours=24))
    kept_safe(days, case, late_since + timedelta(minutes=10))
    rang_in_vain(days, case)
    rang_in_vain(days, case)
    days.later(20)
    raised = days.add(
        case.case_id, "Sam Lister", "challenge_raised", ground="no_response",
        referral=case.referral, stage="L9", ours=id_of("staff", "sam"),
        contact=id_of("contact", "social_worker"), theirs="Owen Tarrant", method="phone",
        raised_at=days.at, wanted="A named worker, and a decision tomorrow.",
    )  # fmt: skip
    return replace(case, challenge=raised)


def _late_since(days: EarlierDays, now: datetime) -> datetime:
    """The last morning whose next working day is over."""
    register = days.desk("Joy Okafor").known.register
    calendar, today = register.calendar, in_london(now)
    hours = register.contacts[id_of("contact", "social_worker")].hours
    went_home = today.hour >= 12 and not calendar.is_open(hours, now)
    today_is_over = went_home and calendar.is_working_day(today.date())
    return StoryTime(now, calendar).read("-1w 09:00" if today_is_over else "-2w 09:00", now)
