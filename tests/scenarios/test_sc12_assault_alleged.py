"""SC12: an assault is alleged against a carer: police and referral in parallel, all others told."""

from typing import Any

from tests.scenarios.rosewood import Desk, Rosewood

BLESSING = "Blessing Mutasa"
STORY = "She slapped me. I want her kept away."


def test_police_and_referral_run_in_parallel_and_everybody_is_told(rosewood: Rosewood) -> None:
    with rosewood.desk("Joy Okafor") as joy, rosewood.desk("Sam Lister") as sam:
        before = sam.open_cases
        reference = _alleged(joy)
        sam.sees_live(f"{before + 1} open cases")
        _kept_away(joy)
        _decided(sam, reference)
        _referred(sam)
        joy.sees_live("REFERRED")
        _police(sam)
    with rosewood.desk("Ruth Adeyemi") as ruth:
        ruth.find(reference)
        _supported(ruth)
        _told(ruth, "Tell CQC", "NOT 118")
        _told(ruth, "Tell the commissioner", "")
    _holds(rosewood, reference)
    _accused_sees_nothing(rosewood, reference)


def _alleged(joy: Desk) -> str:
    joy.press("f2")
    joy.sees("Still needed: who, what, safe now?")
    joy.type("beryl")
    joy.sees("> Beryl Attenbrook")
    joy.answer("", "1", "2", "-20m", "1")
    joy.tell(STORY)
    joy.type("2")
    joy.sees("Said by")
    joy.answer("", "", "34", "No mark seen")
    joy.type(BLESSING)
    joy.sees("staff: will not own or decide")
    joy.press("enter")
    joy.answer("2")
    return joy.save()


def _kept_away(joy: Desk) -> None:
    joy.press("s")
    joy.sees("Interim safeguard", "Ctrl+S Save")
    joy.answer("The carer is sent home on full pay", "No judgement on her", "ruth")
    joy.save()
    joy.next_step("Tell the lead")
    joy.records("Told, and decided")
    joy.answer("sam", "sam", "Police today, no questions of ours", "A crime may have happened", "3")
    joy.save()


def _decided(sam: Desk, reference: str) -> None:
    sam.find(reference)
    sam.next_step("Decide threshold")
    sam.records("Threshold decided")
    sam.answer("sam", "ruth", "1", "Frail, falls", "1", "Says she was slapped", "1")
    sam.answer("Cannot get away", "1", "3")
    sam.tell("An allegation against staff is not kept inside.")
    sam.save()


def _referred(sam: Desk) -> None:
    for first in ("First: what may be shared", "First: what the person wants"):
        sam.next_step("Send the referral")
        sam.records(first)
        if "shared" in first:
            sam.answer("3", "1", "LA duty desk, police", "Her words", "A crime", "1")
        else:
            sam.answer("1")
            sam.tell("To be washed by somebody else.")
        sam.save()
    sam.next_step("Send the referral")
    sam.records("Referral rung through or submitted")
    sam.answer("1", "", "Petra Ames")
    sam.tell("She says that a carer slapped her; the carer is sent home.")
    sam.save()


def _police(sam: Desk) -> None:
    """The police are a referral of their own, with their own number; the council's waits on."""
    sam.next_step("Tell the police")
    sam.records("Referred to them")
    sam.answer("1", "", "PC Lodge")
    sam.tell("Assault alleged. Nobody has asked her anything since.")
    sam.save()
    sam.next_step("Confirm receipt", "Police 101")
    sam.records("A named person has it in hand")
    sam.answer("", "DC Hale", "Crime 4471")
    sam.save()
    sam.next_step("Confirm receipt", "LA duty desk")
    sam.press("esc")
    sam.sees("CHRONOLOGY")


def _supported(ruth: Desk) -> None:
    ruth.next_step("Support the staff member")
    ruth.records("Staff supported")
    ruth.answer("Denise Hartley rings her each week; union told")
    ruth.save()


def _told(ruth: Desk, duty: str, reference: str) -> None:
    ruth.next_step(duty)
    ruth.records(f"{duty}: told, or not required")
    ruth.answer("1", "now", reference, "An allegation of abuse", "Duty officer", "Her words")
    ruth.save()


def _holds(rosewood: Rosewood, reference: str) -> None:
    shown = rosewood.show(reference)
    council, police = shown["referrals"]
    assert (council["to"], council["received_at"]) == ("LA duty desk", None)
    assert (police["to"], police["acknowledged_at"] is not None) == ("Police", True)
    told = _said(shown, "notification_decided")
    assert [(one["notification"], one["agency_reference"], one["told"]) for one in told] == [
        ("cqc_18", "NOT 118", "Duty officer"), ("commissioner", None, "Duty officer"),
    ]  # fmt: skip
    (in_hand,) = _said(shown, "referral_acknowledged")
    assert in_hand["agency_reference"] == "Crime 4471"
    states = {clock["title"]: clock["state"] for clock in shown["clocks"]}
    met = ("Tell the police", "Tell CQC", "Tell the commissioner", "Support the staff member")
    assert {states[title] for title in met} == {"met"}
    assert {states[title] for title in ("Tell the family", "DBS referral")} == {"running"}
    assert rosewood.run("verify").returncode == 0


def _said(shown: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry["payload"] for entry in shown["entries"] if entry["kind"] == kind]


def _accused_sees_nothing(rosewood: Rosewood, reference: str) -> None:
    answer = rosewood.run("--as", BLESSING, "show", reference)
    assert answer.returncode != 0
    assert "Beryl" not in answer.stdout + answer.stderr
    assert reference not in rosewood.run("--as", BLESSING, "queue").stdout
