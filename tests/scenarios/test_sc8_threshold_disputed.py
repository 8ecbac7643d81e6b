"""SC8: "threshold not met" closes nothing: it is challenged with what is new, and upheld."""

from datetime import timedelta

from sgtui.services.demo.home import id_of
from sgtui.services.system_clock import SystemClock
from tests.scenarios.earlier_days import (
    EarlierDays,
    Referred,
    earlier_days,
    kept_safe,
    referred,
    told_others,
)
from tests.scenarios.rosewood import Desk, Rosewood

OWEN, MINA = "Owen Tarrant, social worker", "Mina Rowe, team manager"
LENA = "Lena Marsh, duty social worker"


def test_threshold_not_met_is_challenged_until_an_enquiry_is_opened(rosewood: Rosewood) -> None:
    with earlier_days(rosewood.database, SystemClock().now()) as days:
        case = _not_met(days)
    with rosewood.desk("Sam Lister") as sam, rosewood.desk("Ruth Adeyemi") as ruth:
        ruth.find(case.reference)
        before = ruth.entries
        sam.find(case.reference)
        _closing_is_refused(sam)
        _new_since_then(sam)
        ruth.sees_live(f"{before + 2} entries")
        _challenged(sam)
        _taken_up(ruth)
        sam.sees_live(f"{before + 5} entries")
        _enquiry_opened(sam)
        _concluded(ruth)
        sam.sees_live(f"{before + 8} entries")
        sam.sees("ENQUIRY")
    _holds(rosewood, case)


def _not_met(days: EarlierDays) -> Referred:
    """Dilys Penhallow's daughter shouts at her; a quarrel, the council said five hours ago."""
    now = days.at
    case = referred(
        days, now - timedelta(hours=30), "Visits in the lounge only",
        person=id_of("person", "24"), category="emotional", place="bedroom",
        text="Her daughter shouted at her.", steps=("stayed_with",),
        alleged="Nia Penhallow, her daughter",
    )  # fmt: skip
    told_others(days, case)
    kept_safe(days, case, now - timedelta(hours=6))
    days.add(case.case_id, "Sam Lister", "referral_acknowledged", referral=case.referral,
             acknowledged_at=days.at, acknowledged_by=LENA)  # fmt: skip
    days.add(case.case_id, "Sam Lister", "referral_decided", referral=case.referral,
             decision="not_progressed", decided_at=days.at, decided_by=LENA,
             reasons="A family quarrel.")  # fmt: skip
    return case


def _closing_is_refused(sam: Desk) -> None:
    sam.adds("Closure asked for")
    sam.tell("They say that it is a quarrel.")
    sam.answer("Nothing done", "She is afraid", "3", "Joy told", "LA duty desk", "Nobody", "1")
    sam.answer("Nothing yet", "None", "Joy and her family", "Ring sooner")
    sam.press("ctrl+s")
    sam.sees("Not yet: Closure asked for", '"Threshold not met" by LA duty desk closes nothing')
    sam.press("esc")
    sam.sees("Not saved.")
    sam.press("esc")
    sam.sees("Draft kept")


def _new_since_then(sam: Desk) -> None:
    sam.press("n")
    sam.sees("Observation", "Ctrl+S Save")
    sam.tell("Shakes and cries after the visit.")
    sam.save()
    sam.adds("Statement")
    sam.answer("2", "")
    sam.tell("Do not let her in.")
    sam.save()


def _challenged(sam: Desk) -> None:
    sam.next_step("Challenge: practitioners")
    sam.sees("Allocated social worker 01632 960131")
    sam.records("Challenged with")
    sam.answer(OWEN, "1", "")
    sam.tell("A section 42 enquiry, decided tomorrow.")
    sam.save()
    sam.next_step("Practitioner's answer")
    sam.records("Duty or allocated social worker answered")
    sam.answer("3", "", OWEN)
    sam.tell("Not without an injury.")
    sam.save()


def _taken_up(ruth: Desk) -> None:
    ruth.next_step("Challenge: managers")
    ruth.records("Challenged with Team manager")
    ruth.answer("", MINA, "1", "")
    ruth.tell("The test asks for no injury. An enquiry, decided tomorrow.")
    ruth.save()


def _enquiry_opened(sam: Desk) -> None:
    sam.next_step("Team manager's answer")
    sam.records("Team manager, adult social care answered")
    sam.answer("1", "", MINA)
    sam.tell("We open an enquiry.")
    sam.save()
    sam.next_step("Conclude the challenge")
    sam.records("They have decided")
    sam.answer("1", "", MINA)
    sam.tell("The daughter's visits harm her.")
    sam.save()


def _concluded(ruth: Desk) -> None:
    ruth.next_step("Conclude the challenge")
    ruth.records("Two people conclude it")
    ruth.answer("1", "sam", "ruth")
    ruth.tell("An enquiry, and an advocate for her.")
    ruth.answer("")
    ruth.save()


def _holds(rosewood: Rosewood, case: Referred) -> None:
    shown = rosewood.show(case.reference)
    assert shown["stage_words"] == "Enquiry"
    entries = {entry["kind"]: entry for entry in shown["entries"]}
    raised, taken_up = entries["challenge_raised"], entries["challenge_taken_up"]
    assert raised["payload"]["ground"] == "threshold"
    new = [entries[kind]["id"] for kind in ("observation_made", "statement_taken")]
    assert raised["payload"]["evidence"] == new
    assert (taken_up["payload"]["stage"], taken_up["by"]) == ("L10", "Ruth Adeyemi")
    ended = entries["challenge_concluded"]["payload"]
    assert (ended["outcome"], ended["first_person"], ended["second_person"]) == (
        "upheld", str(id_of("staff", "sam")), str(id_of("staff", "ruth")),
    )  # fmt: skip
    running = {clock["title"] for clock in shown["clocks"] if clock["state"] == "running"}
    assert "Outcome due" in running
    assert not any(title.startswith(("Challenge:", "Conclude")) for title in running)
    assert "closure_requested" not in entries
    assert rosewood.run("verify").returncode == 0
