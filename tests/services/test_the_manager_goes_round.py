"""The round lists what waits for one person to look at it, and nothing that is not theirs (R89)."""

from uuid import UUID, uuid4

from sgtui.domain.entries import InternallyEscalated
from sgtui.domain.entries.choices import Risk, YesNo
from sgtui.domain.ladder import Duty
from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.record import new_entry, record
from sgtui.services.round import RoundItem, Turn, read_round
from tests.services.a_referral import threshold
from tests.services.conftest import Home


def at_high_risk(home: Home, desk: Desk, **notice: object) -> UUID:
    """A case that whoever sits at the desk has judged to be of high risk."""
    case_id = record_concern(home.desk, home.notice(**notice), case_id=uuid4()).case_id
    me = desk.author.staff_id
    told = InternallyEscalated(
        told=me, decision_owner=me, decision="Two staff for care.",
        reason="She is afraid.", risk=Risk.HIGH,
    )  # fmt: skip
    record(desk, case_id, [new_entry(told, home.clock.at)])
    return case_id


def decided_alone(home: Home, desk: Desk) -> UUID:
    """A case whose threshold one person decided without a second."""
    case_id = record_concern(home.desk, home.notice(), case_id=uuid4()).case_id
    me = desk.author.staff_id
    alone = threshold(me, uuid4()).model_copy(
        update={"second_person": None, "provisional": YesNo.YES}
    )
    record(desk, case_id, [new_entry(alone, home.clock.at)])
    return case_id


def items(desk: Desk, duty: Duty) -> list[RoundItem]:
    """What the round has of one duty."""
    return [item for item in read_round(desk).items if item.duty is duty]


def test_a_weekly_look_is_the_managers_once_it_is_due(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    at_high_risk(home, lead)
    assert [item.turn for item in items(home.desk, Duty.OVERSIGHT)] == [Turn.NOT_YET]
    home.clock.forward(days=8)
    (item,) = items(home.desk, Duty.OVERSIGHT)
    assert (item.turn, item.row.urgency.is_late) == (Turn.YOURS, True)


def test_it_is_not_listed_for_whoever_leads_the_case(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    at_high_risk(home, lead)
    home.clock.forward(days=8)
    assert items(lead, Duty.OVERSIGHT) == []


def test_another_lead_may_look_where_it_is_the_managers(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    deputy = home.desk_of("Priya Nair", Role.DEPUTY_SAFEGUARDING_LEAD)
    at_high_risk(home, lead)
    home.clock.forward(days=8)
    assert [item.turn for item in items(deputy, Duty.OVERSIGHT)] == [Turn.ANYBODYS]


def test_a_decision_taken_alone_waits_for_anybody_who_decides_but_who_took_it(
    home: Home,
) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    decided_alone(home, lead)
    assert items(lead, Duty.COUNTERSIGN) == []
    assert len(items(home.desk, Duty.COUNTERSIGN)) == 1
    leader = home.desk_of("Joy Okafor", Role.SHIFT_LEADER)
    assert items(leader, Duty.COUNTERSIGN) == []


def test_of_a_case_that_names_them_nobody_is_shown_anything(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    alleged = home.desk_of("Una Park", Role.NOMINATED_INDIVIDUAL)
    at_high_risk(home, lead, alleged_staff=alleged.author.staff_id)
    home.clock.forward(days=8)
    assert read_round(alleged).items == ()
    assert read_round(alleged).due == 0
