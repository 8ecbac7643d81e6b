"""A duty that faces a desk says what came of the last contact, and who answers while it is shut."""

from uuid import UUID, uuid4

from sgtui.domain.entries import ContactPointRegistered
from sgtui.services.concern import record_concern
from sgtui.services.queue import QueueRow, arrange, read_facts
from sgtui.services.register import register_contact
from tests.services.a_body import add
from tests.services.conftest import Home

WEEK = "Mon-Fri 08:30-17:00"


def contact(home: Home, point: str, name: str, hours: str = "always") -> UUID:
    """A desk in the register."""
    said = ContactPointRegistered.model_validate(
        {"contact": uuid4(), "point": point, "name": name, "phone": "01632 960001", "hours": hours}
    )
    return register_contact(home.desk, said)


def referred(home: Home) -> tuple[UUID, UUID]:
    """A case referred in an emergency, and the desk that has it."""
    desk = contact(home, "duty_desk", "LA duty desk", WEEK)
    contact(home, "edt", "Emergency duty team")
    notice = home.notice(safety="unsafe_uncontrolled")
    case_id = record_concern(home.desk, notice, case_id=uuid4()).case_id
    fields = {"contact": desk, "method": "phone", "taken_by": "Pat Ames", "content": "Unsafe now"}
    add(home, case_id, "referral_sent", sent_at=home.clock.at, **fields)
    return case_id, desk


def row(home: Home) -> QueueRow:
    """The duty to confirm receipt."""
    rows = arrange(read_facts(home.desk), home.clock.at).rows
    return next(row for row in rows if row.duty == "Confirm receipt")


def test_before_any_contact_there_is_nothing_to_say(home: Home) -> None:
    referred(home)
    assert (row(home).last_contact, row(home).urgent) == ("", "")


def test_the_last_contact_is_said_with_its_time(home: Home) -> None:
    case_id, desk = referred(home)
    for minutes, result in ((20, "voicemail"), (40, "no_answer")):
        home.clock.forward(minutes=minutes)
        fields = {"contact": desk, "direction": "out", "method": "phone", "result": result}
        add(home, case_id, "agency_contacted", **fields)
    assert row(home).last_contact == "No answer, 11:00"
    home.clock.forward(days=1)
    assert row(home).last_contact == "No answer, yesterday 11:00"


def test_while_the_desk_is_shut_it_says_when_it_opens_and_who_answers_till_then(
    home: Home,
) -> None:
    referred(home)
    home.clock.forward(hours=9)
    shut = row(home)
    assert shut.desk == "LA duty desk 01632 960001, shut, opens Thu 19 Nov 08:30"
    assert shut.urgent == "Emergency duty team, Testshire, open"


def test_where_the_ladder_names_nobody_for_the_night_nobody_is_named(home: Home) -> None:
    referred(home)
    home.clock.forward(hours=9)
    rows = arrange(read_facts(home.desk), home.clock.at).rows
    (cqc,) = [one for one in rows if one.duty == "Tell CQC"]
    assert cqc.desk.startswith("Regulator, shut")
    assert cqc.urgent == ""
