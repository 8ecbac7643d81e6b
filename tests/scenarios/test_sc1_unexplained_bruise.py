"""SC1: a bruise that nobody can explain, from the form to the person at the agency who has it."""

from sgtui.domain.calendar import Calendar
from sgtui.domain.opening_hours import OFFICE_WEEK
from sgtui.services.system_clock import SystemClock
from tests.scenarios.rosewood import Desk, Rosewood

STORY = "Bruise on her left forearm, seen while dressing. She cannot say how it came about."

MARK = "Bruise, person's left forearm (F17L), 30 x 20 mm, purple and yellow, skin not broken"

KINDS = [
    "concern_recorded", "statement_taken", "safety_checked", "body_mapped",
    "internally_escalated", "threshold_decided", "sharing_decided", "wishes_recorded",
    "referral_sent", "referral_received", "referral_acknowledged", "observation_made",
]  # fmt: skip
MET = ("make_safe", "internal_escalation", "threshold", "referral", "receipt", "acknowledgement")


def test_a_bruise_goes_from_the_form_to_a_named_person_at_the_agency(rosewood: Rosewood) -> None:
    with rosewood.desk("Joy Okafor") as joy, rosewood.desk("Sam Lister") as sam:
        sam.press("2")
        sam.sees("[2 Mine]")
        reference = _logged(joy, sam)
        _told_and_decided(joy, sam, reference)
        _threshold(sam, reference)
        _shared_and_wished(sam)
        _referred(sam)
        joy.sees_live("REFERRED")
        _heard_back(sam)
        _observed(joy, reference)
    _holds(rosewood, reference)


def _logged(joy: Desk, sam: Desk) -> str:
    before = sam.open_cases
    joy.press("f2")
    joy.sees("Still needed: who, what, safe now?")
    joy.type("edith")
    joy.sees("> Edith Harcombe")
    joy.answer("", "1", "2", "-1h", "1")
    joy.sees("needs: dementia")
    joy.tell(STORY)
    joy.press("tab")
    joy.type("27")
    _mapped(joy)
    joy.sees("Ready. Ctrl+S saves.")
    reference = joy.save()
    sam.sees_live(f"{before + 1} open cases")
    joy.sees("RECORDED", "Safe now? Yes, steps taken", "Next: tell the lead by")
    return reference


def _mapped(joy: Desk) -> None:
    """The bruise on the map: where, how large, what colour, and what she said of it."""
    joy.press("f5")
    joy.sees("FRONT", "Edith Harcombe", "No mark yet.")
    joy.type("f17l1")
    joy.sees("Mark 1: Bruise, person's left forearm (F17L)")
    joy.answer("3x2", "27")
    joy.sees("= 30 x 20 mm", "[2 Purple]", "[7 Yellow]")
    joy.type("1188")
    joy.sees("not broken", "no pain")
    joy.press("escape")
    joy.sees("MARKS  1", "30 x 20 mm, purple and")
    joy.press("escape")
    joy.sees("1 mark: bruise, person's left forearm, 30 x 20 mm")


def _told_and_decided(joy: Desk, sam: Desk, reference: str) -> None:
    joy.next_step("Tell the lead")
    joy.sees(_to_tell_now())
    joy.records("Told, and decided")
    joy.answer("sam", "sam", "Sam decides today", "Nobody can explain it", "2")
    joy.save()
    sam.sees_live(reference)
    sam.sees("Decide threshold")


def _to_tell_now() -> str:
    """The lead in office hours, whoever is on call at any other."""
    if Calendar().is_open(OFFICE_WEEK, SystemClock().now()):
        return "Sam Lister, safeguarding lead, 07700 900127"
    return "Martin Cole, on-call manager, 07700 900142"


def _threshold(sam: Desk, reference: str) -> None:
    sam.find(reference)
    sam.next_step("Decide threshold")
    sam.sees("Has needs for care and support?")
    sam.records("Threshold decided")
    sam.answer("sam", "ruth", "1", "Dementia", "3", "Grip marks, no fall on record", "1")
    sam.answer("Could not say what happened", "1", "2")
    sam.tell("No explanation fits. Unsure counts towards referring.")
    sam.save()


def _shared_and_wished(sam: Desk) -> None:
    sam.next_step("Send the referral")
    sam.records("First: what may be shared")
    sam.answer("2", "1", "LA duty desk", "What was seen and said", "Best interests today")
    sam.save()
    sam.next_step("Send the referral")
    sam.records("First: what the person wants")
    sam.answer("1")
    sam.tell("Wants no fuss, and to be washed by Blessing.")
    sam.save()


def _referred(sam: Desk) -> None:
    sam.next_step("Send the referral")
    sam.sees("01632 960114")
    sam.records("Referral rung through or submitted")
    sam.answer("1", "now", "Petra Ames")
    sam.tell("Unexplained bruise, left forearm; her needs; what keeps her safe.")
    sam.save()
    sam.sees("REFERRED, receipt not confirmed")


def _heard_back(sam: Desk) -> None:
    sam.next_step("Confirm receipt")
    sam.records("They confirm they have it")
    sam.answer("now", "Petra Ames")
    sam.save()
    sam.next_step("Learn who has it")
    sam.records("A named person has it in hand")
    sam.answer("now", "Lena Marsh, duty social worker", "HBC 20555")
    sam.save()


def _observed(joy: Desk, reference: str) -> None:
    joy.press("n")
    joy.sees("Observation", "Ctrl+S Save")
    joy.tell("Calm, ate well, no new marks.")
    assert joy.save() == reference
    joy.sees("CHRONOLOGY  12 entries")


def _holds(rosewood: Rosewood, reference: str) -> None:
    shown = rosewood.show(reference)
    assert [entry["kind"] for entry in shown["entries"]] == KINDS
    assert shown["person"]["name"] == "Edith Harcombe"
    assert shown["safety"] == "unsafe_controlled"
    (referral,) = shown["referrals"]
    assert referral["sent_at"] <= referral["received_at"] <= referral["acknowledged_at"]
    acknowledged = shown["entries"][-2]["payload"]
    assert acknowledged["acknowledged_by"] == "Lena Marsh, duty social worker"
    (body_map,) = shown["body_maps"]
    (mark,) = body_map["marks"]
    assert mark["text"].startswith(MARK)
    assert f"1. {MARK}" in rosewood.run("show", reference, "--text").stdout
    assert "<svg" in rosewood.run("bodymap", reference, "--svg").stdout
    states = {clock["duty"]: clock["state"] for clock in shown["clocks"]}
    assert {states[duty] for duty in MET} == {"met"}
    assert states["decision"] == "running"
    assert rosewood.run("verify").returncode == 0
