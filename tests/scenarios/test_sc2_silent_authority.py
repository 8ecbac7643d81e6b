"""SC2: the authority is silent about a referral for money, and each rung has a named person."""

from datetime import timedelta

from sgtui.services.system_clock import SystemClock
from tests.scenarios.earlier_days import (
    Referred,
    challenged_a_working_day_ago,
    earlier_days,
    rang_in_vain,
    referred_for_money,
)
from tests.scenarios.rosewood import Desk, Rosewood

MEASURE = "Card leaves the safe only with two signatures"
OWEN, MINA = "Owen Tarrant, social worker", "Mina Rowe, team manager"


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
        _raises(sam, case, "Challenge: p", "Allocated social worker 01632 960131", OWEN)
        sam.press("l")
        sam.sees("IF NOBODY ANSWERS", "L10 Team manager")
    shown = rosewood.show(case.reference)
    (raised,) = [
        clock for clock in shown["clocks"] if (clock["stage"], clock["state"]) == ("L9", "running")
    ]
    assert raised["explanation"].startswith("1 working day after")
    raising = shown["entries"][-1]["payload"]
    assert (raising["kind"], raising["stage"]) == ("challenge_raised", "L9")
    assert raising["theirs"] == OWEN
    assert (raising["ground"], raising["referral"]) == ("no_response", str(case.referral))
    in_vain = [e["id"] for e in shown["entries"] if e["kind"] == "agency_contacted"]
    assert raising["evidence"] == in_vain
    _nothing_lapsed(rosewood, case)


def test_a_social_worker_who_does_not_answer_brings_in_the_managers(rosewood: Rosewood) -> None:
    with earlier_days(rosewood.database, SystemClock().now()) as days:
        case = challenged_a_working_day_ago(days)
    with rosewood.desk("Ruth Adeyemi") as ruth:
        ruth.press("2")
        ruth.sees("[2 Mine]", "Challenge: m")
        _raises(ruth, case, "Challenge: m", "Team manager, adults 01632 960136", "", MINA)
        ruth.press("l")
        ruth.sees("IF NOBODY ANSWERS", "L11 Head of Service")
    shown = rosewood.show(case.reference)
    assert "running" in {clock["state"] for clock in shown["clocks"] if clock["stage"] == "L10"}
    raising = shown["entries"][-1]["payload"]
    assert (raising["kind"], raising["stage"]) == ("challenge_taken_up", "L10")
    assert raising["theirs"] == MINA
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


def _raises(desk: Desk, case: Referred, duty: str, whom: str, *theirs: str) -> None:
    """The duty names whom to ring; what came of it is recorded from there."""
    desk.find(case.reference)
    desk.next_step(duty)
    desk.sees(whom)
    desk.records("Challenged with")
    desk.answer(*theirs)
    desk.answer("1", "")
    desk.tell("A named worker and a decision today; her money is still at risk.")
    desk.save()
    desk.sees("CHRONOLOGY")


def _nothing_lapsed(rosewood: Rosewood, case: Referred) -> None:
    """What protects her is in force with a review of its own, and no silence met a duty."""
    shown = rosewood.show(case.reference)
    (safeguard,) = shown["safeguards"]
    assert (safeguard["measure"], safeguard["active"]) == (MEASURE, True)
    states = {(clock["duty"], clock["state"]) for clock in shown["clocks"]}
    assert ("receipt", "running") in states
    owed = {row["duty"]: row for row in rosewood.queue(case.reference)}
    assert owed["Confirm receipt"]["late"]
    assert {"Review new safeguard", "Review safeguard"} & set(owed)
    assert rosewood.run("verify").returncode == 0
