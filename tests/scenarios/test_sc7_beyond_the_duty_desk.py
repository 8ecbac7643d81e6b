"""SC7: the delay goes beyond the duty desk to the managers, and ends in a meeting that protects."""

from datetime import datetime, timedelta

from sgtui.services.demo.home import id_of
from sgtui.services.system_clock import SystemClock
from tests.scenarios.earlier_days import (
    EarlierDays,
    Referred,
    challenged_a_working_day_ago,
    earlier_days,
    kept_safe,
    told_others,
)
from tests.scenarios.rosewood import Desk, Rosewood

MINA = "Mina Rowe, team manager"


def test_the_managers_are_asked_and_answer_with_a_review_meeting(rosewood: Rosewood) -> None:
    with earlier_days(rosewood.database, SystemClock().now()) as days:
        case = challenged_a_working_day_ago(days)
    with rosewood.desk("Ruth Adeyemi") as ruth, rosewood.desk("Sam Lister") as sam:
        sam.find(case.reference)
        before = sam.entries
        _taken_to_the_managers(ruth, case)
        sam.sees_live(f"{before + 1} entries")
        _answered(ruth)
        sam.sees_live(f"{before + 2} entries")
        _meeting_set(ruth)
        sam.sees_live(f"{before + 3} entries")
    shown = rosewood.show(case.reference)
    states = {(clock["title"], clock["state"]) for clock in shown["clocks"]}
    assert {("Conclude the challenge", "running"), ("Hold the meeting", "running")} <= states
    assert ("Formal: Head of Service", "running") not in states
    assert ("Confirm receipt", "running") in states


def _taken_to_the_managers(ruth: Desk, case: Referred) -> None:
    ruth.find(case.reference)
    ruth.next_step("Challenge: m")
    ruth.sees("Team manager, adults 01632 960136")
    ruth.records("Challenged with Team manager")
    ruth.answer("", MINA, "1", "")
    ruth.tell("A decision today, and a meeting of all who are in it.")
    ruth.save()


def _answered(ruth: Desk) -> None:
    ruth.next_step("Team manager's answer: they owe us")
    ruth.records("Team manager, adult social care answered")
    ruth.answer("1", "", MINA)
    ruth.tell("Allocated now. A review meeting the day after tomorrow.")
    ruth.save()


def _meeting_set(ruth: Desk) -> None:
    ruth.adds("Meeting arranged")
    ruth.answer("3", "+26h", MINA, "Police, advocate, home")
    ruth.tell("Who protects her money from now on.")
    ruth.save()


def test_the_meeting_is_held_and_its_measures_end_the_challenge(rosewood: Rosewood) -> None:
    now = SystemClock().now()
    with earlier_days(rosewood.database, now) as days:
        case = challenged_a_working_day_ago(days)
        _meeting_was_set(days, case, now)
    with rosewood.desk("Sam Lister") as sam, rosewood.desk("Ruth Adeyemi") as ruth:
        ruth.find(case.reference)
        before = ruth.entries
        sam.find(case.reference)
        _held(sam)
        ruth.sees_live(f"{before + 1} entries")
        _taken_on(sam)
        _planned(sam)
        _concluded(ruth)
        sam.sees_live(f"{before + 6} entries")
        sam.sees("SAFEGUARDING PLAN")
        assert "GAP" not in sam.terminal.text()
    _holds(rosewood, case)


def _held(sam: Desk) -> None:
    sam.next_step("Hold the meeting")
    sam.records("It took place: decisions")
    sam.answer("-20m", "Police, advocate, home, social worker", "")
    sam.tell("Court of Protection asked; her nephew without access to her money.")
    sam.save()


def _taken_on(sam: Desk) -> None:
    sam.next_step("Conclude the challenge")
    sam.records("A named person has it in hand")
    sam.answer("", MINA, "HBC 20777")
    sam.save()
    sam.next_step("Conclude the challenge")
    sam.records("They have decided")
    sam.answer("1", "", MINA)
    sam.tell("All three parts are met.")
    sam.save()


def _planned(sam: Desk) -> None:
    sam.adds("Safeguarding plan")
    sam.tell("Bank letters to the home; the card stays in the safe.")
    sam.answer("Hyacinth, social worker, police", "sam", "+40d")
    sam.save()
    sam.next_step("Review safeguard")
    sam.records("Safeguard ended")
    sam.answer("", "Safeguarding plan", "The plan covers it")
    sam.save()


def _concluded(ruth: Desk) -> None:
    ruth.next_step("Conclude the challenge")
    ruth.records("Two people conclude it")
    ruth.answer("1", "sam", "ruth")
    ruth.tell("Review meeting held; protective measures agreed.")
    ruth.answer("The duty desk had nobody to give it to")
    ruth.save()


def _holds(rosewood: Rosewood, case: Referred) -> None:
    shown = rosewood.show(case.reference)
    running = {clock["title"] for clock in shown["clocks"] if clock["state"] == "running"}
    assert {"Outcome due", "Review the plan"} <= running
    assert not {"Conclude the challenge", "Hold the meeting", "Confirm receipt"} & running
    assert not any(title.startswith(("Challenge:", "Formal:")) for title in running)
    told = shown["entries"][-1]["payload"]
    assert (told["kind"], told["outcome"]) == ("challenge_concluded", "upheld")
    assert (told["first_person"], told["second_person"]) == (
        str(id_of("staff", "sam")), str(id_of("staff", "ruth")),
    )  # fmt: skip
    assert rosewood.run("verify").returncode == 0


def _meeting_was_set(days: EarlierDays, case: Referred, now: datetime) -> None:
    told_others(days, case)
    kept_safe(days, case, now - timedelta(hours=5))
    challenge = case.challenge
    days.add(case.case_id, "Ruth Adeyemi", "challenge_taken_up", challenge=challenge, stage="L10",
             ours=id_of("staff", "ruth"), contact=id_of("contact", "team_manager"), theirs=MINA,
             method="phone", raised_at=days.at, wanted="A decision today.")  # fmt: skip
    days.later(60)
    days.add(case.case_id, "Ruth Adeyemi", "challenge_answered", challenge=challenge,
             answer="upheld", answered_at=days.at, answered_by=MINA,
             said="Allocated. We meet today.")  # fmt: skip
    days.add(case.case_id, "Ruth Adeyemi", "meeting_arranged", meeting_kind="review",
             meets_at=now - timedelta(hours=1), chair=MINA, invited="Police, advocate, home",
             agenda="Who protects her money from now on.")  # fmt: skip
