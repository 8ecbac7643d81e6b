"""SC2: the authority is silent about a referral for money, and each rung has a named person."""

from datetime import datetime, timedelta

from sgtui.domain.london_time import in_london
from sgtui.services.demo.home import id_of
from sgtui.services.demo.story_time import StoryTime
from sgtui.services.system_clock import SystemClock
from tests.scenarios.earlier_days import (
    EarlierDays,
    Referred,
    earlier_days,
    rang_in_vain,
    referred_for_money,
)
from tests.scenarios.rosewood import Desk, Rosewood

MEASURE = "Card leaves the safe only with two signatures"


def test_a_second_call_in_vain_is_taken_to_a_named_social_worker(rosewood: Rosewood) -> None:
    now = SystemClock().now()
    with earlier_days(rosewood.database, now) as days:
        case = referred_for_money(days, now - timedelta(hours=24, minutes=50))
        days.at = now - timedelta(minutes=40)
        rang_in_vain(days, case)
    with rosewood.desk("Joy Okafor") as joy, rosewood.desk("Sam Lister") as sam:
        sam.press("2")
        sam.sees("[2 Mine]")
        sam.press("end")
        _rings_in_vain_again(joy, case)
        sam.sees_live("Challenge: p")
        _raises(sam, case, "Challenge: practitioners", "Allocated social worker 01632 960131")
        sam.press("l")
        sam.sees("IF NOBODY ANSWERS", "L10 Team manager")
    shown = rosewood.show(case.reference)
    (raised,) = [clock for clock in shown["clocks"] if clock["stage"] == "L9"]
    assert raised["state"] == "running"
    assert raised["explanation"].startswith("1 working day after")
    assert shown["entries"][-1]["payload"]["stage"] == "L9"
    assert shown["entries"][-1]["payload"]["spoke_to"] == "Owen Tarrant"
    _nothing_lapsed(rosewood, case)


def test_a_social_worker_who_does_not_answer_brings_in_the_managers(rosewood: Rosewood) -> None:
    with earlier_days(rosewood.database, SystemClock().now()) as days:
        case = _raised_a_working_day_ago(days)
    with rosewood.desk("Ruth Adeyemi") as ruth:
        ruth.press("2")
        ruth.sees("[2 Mine]", "Challenge: m")
        _raises(ruth, case, "Challenge: managers", "Team manager, adults 01632 960136")
        ruth.press("l")
        ruth.sees("IF NOBODY ANSWERS", "L11 Head of Service")
    shown = rosewood.show(case.reference)
    assert {clock["state"] for clock in shown["clocks"] if clock["stage"] == "L10"} == {"running"}
    assert shown["entries"][-1]["payload"]["stage"] == "L10"
    _nothing_lapsed(rosewood, case)


def _rings_in_vain_again(joy: Desk, case: Referred) -> None:
    joy.find(case.reference)
    joy.sees("REFERRED, receipt not confirmed", "LATE  L7  Confirm receipt")
    joy.next_step("Confirm receipt")
    joy.sees("minutes late", "LA duty desk 01632 960114")
    joy.press("esc")
    joy.sees("CHRONOLOGY")
    joy.next_step("Ring the duty desk")
    joy.records("Rang the desk: what came of it")
    joy.answer("1", "2")
    joy.save()


def _raises(desk: Desk, case: Referred, duty: str, whom: str) -> None:
    """The duty names whom to ring; what came of it is recorded from there."""
    desk.find(case.reference)
    desk.next_step(duty)
    desk.sees(whom)
    desk.records("Raised with")
    desk.answer("1", "1", "Owen Tarrant")
    desk.tell("No word for days; her money is still at risk. Asked for a decision.")
    desk.answer("A decision", "20")
    desk.save()
    desk.sees("CHRONOLOGY")


def _raised_a_working_day_ago(days: EarlierDays) -> Referred:
    """Raised on the last day whose next working day is over, so that the answer is late."""
    register, now = days.desk("Joy Okafor").known.register, days.at
    calendar, today = register.calendar, in_london(now)
    hours = register.contacts[id_of("contact", "social_worker")].hours
    went_home = today.hour >= 12 and not calendar.is_open(hours, now)
    today_is_over = went_home and calendar.is_working_day(today.date())
    told = StoryTime(now, calendar)
    late = told.read("-1w 09:00" if today_is_over else "-2w 09:00", now)
    case = referred_for_money(days, late - timedelta(hours=24))
    days.at = late + timedelta(minutes=10)
    rang_in_vain(days, case)
    rang_in_vain(days, case)
    _asked_the_social_worker(days, case, days.at + timedelta(minutes=20))
    return case


def _asked_the_social_worker(days: EarlierDays, case: Referred, at: datetime) -> None:
    days.at = at
    days.add(case.case_id, "Sam Lister", "agency_contacted", method="phone", result="spoke",
             contact=id_of("contact", "social_worker"), spoke_to="Owen Tarrant",
             said="Will ask", referral=case.referral, stage="L9")  # fmt: skip


def _nothing_lapsed(rosewood: Rosewood, case: Referred) -> None:
    """What protects her is in force with a review of its own, and no silence met a duty."""
    shown = rosewood.show(case.reference)
    (safeguard,) = shown["safeguards"]
    assert (safeguard["measure"], safeguard["active"]) == (MEASURE, True)
    states = {(clock["duty"], clock["state"]) for clock in shown["clocks"]}
    assert ("safeguard_first_review", "running") in states
    assert ("receipt", "running") in states
    owed = {row["duty"]: row for row in rosewood.queue(case.reference)}
    assert owed["Confirm receipt"]["late"]
    assert "Review new safeguard" in owed
    assert rosewood.run("verify").returncode == 0
