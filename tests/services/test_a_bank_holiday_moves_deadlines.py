"""A bank holiday announced late: open deadlines move, and each case says from when to when."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sgtui.domain.entries import DeadlineMoved, HolidayAdded, SharingDecided, WishesRecorded
from sgtui.domain.entries.choices import Method, Risk, Route, SharingGround, YesNo, YesNoUnsure
from sgtui.domain.entries.concern import ThresholdDecided
from sgtui.domain.entries.referral import ReferralAcknowledged, ReferralSent
from sgtui.domain.people import Role
from sgtui.services.audit import verify
from sgtui.services.concern import record_concern
from sgtui.services.holidays import add_holiday
from sgtui.services.record import new_entry, record
from sgtui.storage import check
from tests.services.conftest import Home

CORONATION = HolidayAdded(
    on=date(2026, 11, 19), name="One-off holiday", source="Royal Proclamation"
)


def test_a_working_day_less_moves_the_deadline_by_a_day(home: Home) -> None:
    case_id = referred(home)
    assert add_holiday(home.desk, CORONATION) == (case_id,)
    moved = [said for said in payloads(home, case_id) if isinstance(said, DeadlineMoved)]
    decision = next(said for said in moved if "decision" in said.clock)
    # Five working days after Wednesday 18 November: Wednesday 25, and Thursday 26 without the 19th.
    assert london(decision.was_due_at) == "2026-11-25 17:00"
    assert london(decision.now_due_at) == "2026-11-26 17:00"
    assert "Royal Proclamation" in decision.reason


def test_lists_show_the_new_deadline_and_the_record_is_whole(home: Home) -> None:
    case_id = referred(home)
    add_holiday(home.desk, CORONATION)
    with home.desk.store.reading() as unit:
        kept = unit.projection(case_id)
    assert kept is not None
    due = next(london(one.due_at) for one in kept.clocks if one.duty == "decision")
    assert due == "2026-11-26 17:00"
    assert verify(home.desk, check.verify).faults == ()


def test_a_holiday_beyond_every_deadline_changes_no_case(home: Home) -> None:
    case_id = referred(home)
    before = payloads(home, case_id)
    later = CORONATION.model_copy(update={"on": date(2028, 6, 6)})
    assert add_holiday(home.desk, later) == ()
    assert payloads(home, case_id) == before


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
