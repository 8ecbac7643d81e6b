"""A case in the services' home that has been referred, and what its entries say."""

from datetime import datetime
from uuid import UUID, uuid4

from sgtui.domain.entries import SharingDecided, WishesRecorded
from sgtui.domain.entries.choices import Method, Risk, Route, SharingGround, YesNo, YesNoUnsure
from sgtui.domain.entries.concern import ThresholdDecided
from sgtui.domain.entries.referral import ReferralAcknowledged, ReferralSent
from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.record import new_entry, record
from tests.services.conftest import Home


def payloads(home: Home, case_id: UUID) -> list[object]:
    """What the entries of a case say."""
    with home.desk.store.reading() as unit:
        return [entry.payload for entry in unit.entries(case_id)]


def london(at: datetime) -> str:
    """Day and time; in November London keeps UTC."""
    return f"{at:%Y-%m-%d %H:%M}"


def referred(home: Home) -> UUID:
    """A case with a referral that the duty desk has in hand, and has not decided."""
    lead = home.staff("Sam Lister", Role.SAFEGUARDING_LEAD)
    case_id = record_concern(home.desk, home.notice(), case_id=uuid4()).case_id
    with home.desk.store.reading() as unit:
        desk = home.desk.register(unit).contact_at("duty_desk")
    assert desk is not None
    now = home.clock.at
    sent = new_entry(
        ReferralSent(contact=desk.id, method=Method.PHONE, sent_at=now, content="As told."), now
    )
    in_hand = ReferralAcknowledged(
        referral=sent.id, acknowledged_at=now, acknowledged_by="R Shah, duty social worker"
    )
    decided = threshold(home.manager, lead)
    record(home.desk, case_id, [new_entry(one, now) for one in (decided, SHARING, WISHES)])
    record(home.desk, case_id, [sent, new_entry(in_hand, now)])
    return case_id


def threshold(decided_by: UUID, second: UUID) -> ThresholdDecided:
    """A threshold that is met, decided by two people."""
    yes = {"needs": YesNoUnsure.YES, "at_risk": YesNoUnsure.YES, "cannot_protect": YesNoUnsure.YES}
    because = {f"{part}_because": "her care plan" for part in yes}
    return ThresholdDecided.model_validate(
        {
            "decided_by": decided_by,
            "second_person": second,
            **yes,
            **because,
            "route": Route.EXTERNAL,
            "risk": Risk.MEDIUM,
            "rationale": "All three parts.",
        }
    )


SHARING = SharingDecided(
    ground=SharingGround.CONSENT,
    consent_asked=YesNo.YES,
    shared_with="Duty desk",
    what="The concern",
    reason="She agrees",
)
WISHES = WishesRecorded(asked=YesNo.YES, wishes="To be helped sooner.")
