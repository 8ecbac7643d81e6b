"""SC5: behaviour that the home handled alone is seen as a pattern, and a specialist comes in."""

from datetime import timedelta
from uuid import UUID

from sgtui.services.demo.home import id_of
from sgtui.services.system_clock import SystemClock
from tests.scenarios.earlier_days import EarlierDays, earlier_days
from tests.scenarios.rosewood import Desk, Rosewood

IRIS, HALLORAN = "Iris Holt, behaviour specialist", "Dr Halloran, Fernbank Surgery"
CONTROL = "One carer beside him from three until supper"
BOTH = (("Behaviour specialist", IRIS, "Reads his day; writes the plan"),
        ("GP, primary care", HALLORAN, "Looks at pain and medicines"))  # fmt: skip


def test_a_pattern_of_incidents_brings_in_outside_expertise(rosewood: Rosewood) -> None:
    with earlier_days(rosewood.database, SystemClock().now()) as days:
        first, second = _incidents(days)
    with rosewood.desk("Joy Okafor") as joy, rosewood.desk("Sam Lister") as sam:
        joy.find(second)
        sam.find(second)
        _seen_as_a_pattern(joy, first)
        _controlled_for_now(joy)
        before = joy.entries
        _called_together(sam)
        joy.sees_live(f"{before + 2} entries")
        _specialist_leads(sam)
        _each_agrees(sam)
        _decided_anew(sam)
        _validated(sam)
    _holds(rosewood, first, second)


def _incidents(days: EarlierDays) -> tuple[str, str]:
    """Kenneth Ashdown shouts at one and, four days later, at another; references of both."""
    now, found = days.at, []
    for ago, whom in ((timedelta(days=4), "23"), (timedelta(minutes=50), "31")):
        days.at = now - ago
        told = days.concern(
            "Joy Okafor", person=id_of("person", whom), category="emotional", place="bedroom",
            text="Kenneth Ashdown shouted and raised his hand against her.",
            safety="unsafe_controlled", steps=("separated",), alleged="Kenneth Ashdown",
            alleged_person=id_of("person", "22"),
        )  # fmt: skip
        _told(days, told.case_id)
        found.append(told.reference)
    return found[0], found[1]


def _told(days: EarlierDays, case: UUID) -> None:
    sam = id_of("staff", "sam")
    days.add(case, "Joy Okafor", "internally_escalated", told=sam, decision_owner=sam,
             decision="He is walked to his room", reason="Nobody is hurt", risk="low")  # fmt: skip


def _seen_as_a_pattern(joy: Desk, first: str) -> None:
    joy.next_step("Look at a pattern")
    joy.records("Is it a pattern, and why")
    joy.answer("1", "The same man, and we have handled it alone")
    joy.save()
    joy.sees(first)


def _controlled_for_now(joy: Desk) -> None:
    joy.press("s")
    joy.sees("Interim safeguard", "Ctrl+S Save")
    joy.answer(CONTROL, "He goes where he likes", "joy")
    joy.save()
    joy.next_step("Review new safeguard")
    joy.sees("24 hours after", "OWNER  Joy Okafor")
    joy.press("esc")
    joy.sees("CHRONOLOGY")


def _called_together(sam: Desk) -> None:
    sam.adds("Coordination called for")
    sam.answer("We have handled it alone for too long")
    sam.save()
    sam.next_step("Record coordination")
    sam.records("Several agencies or not, and why")
    sam.tell("He strikes out when it gets loud.")
    sam.answer("None so far")
    sam.tell("Walked to his room; written down.")
    sam.answer("A behaviour specialist", "1", "Nobody here can read why he does it", "sam")
    sam.save()


def _specialist_leads(sam: Desk) -> None:
    for agency, contact, part in BOTH:
        sam.adds("Agency involved")
        sam.type(agency.split()[0].lower().strip(","))
        sam.sees(f"> {agency}")
        sam.answer("", contact, "sam", part, "")
        sam.save()
    sam.next_step("Name lead professional")
    sam.records("Name one person who leads")
    sam.answer(IRIS, "2", "Dr Halloran and the home")
    sam.save()


def _each_agrees(sam: Desk) -> None:
    for agency, contact, part in BOTH:
        sam.next_step("Review coordination")
        sam.sees("OWNER  Sam Lister")
        sam.records(f"{agency}: do they agree?")
        sam.answer("1", "", contact, part)
        sam.save()


def _decided_anew(sam: Desk) -> None:
    sam.next_step("Decide threshold")
    sam.records("Threshold decided")
    sam.answer("sam", "ruth", "1", "Dementia", "1", "Second time", "1", "Cannot get away", "2", "2")
    sam.tell("Nobody is hurt; a specialist comes this week.")
    sam.save()


def _validated(sam: Desk) -> None:
    sam.next_step("Review coordination")
    sam.records("Validate it: three points")
    sam.answer("1", "1", "1", "Both came in, and both agree")
    sam.save()


def _holds(rosewood: Rosewood, first: str, second: str) -> None:
    shown = rosewood.show(second)
    assert [case["ref"] for case in shown["linked"]] == [first]
    assert [case["ref"] for case in rosewood.show(first)["linked"]] == [second]
    assert shown["stage_words"] == "Managed inside"
    (control,) = shown["safeguards"]
    assert (control["measure"], control["owner"], control["active"]) == (
        CONTROL, "Joy Okafor", True,
    )  # fmt: skip
    said = {entry["kind"]: entry["payload"] for entry in shown["entries"]}
    agreed = [e["payload"] for e in shown["entries"] if e["kind"] == "agency_agreed"]
    assert [(one["said_by"], one["agrees"]) for one in agreed] == [(IRIS, "yes"), (HALLORAN, "yes")]
    assert said["coordination_recorded"]["review_owner"] == str(id_of("staff", "sam"))
    assert len(said["coordination_validated"]["actions_shown_by"]) == 2
    states = {clock["duty"]: clock["state"] for clock in shown["clocks"]}
    assert {states[duty] for duty in ("pattern", "coordination", "lead_professional")} == {"met"}
    assert states["safeguard_first_review"] == "running"
    assert rosewood.run("verify").returncode == 0
