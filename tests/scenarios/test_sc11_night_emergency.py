"""SC11: danger to life in the night. 999 first, the record after, the rest as debts."""

from sgtui.services.demo.home import id_of
from tests.scenarios.rosewood import Desk, Rosewood

KINDS = [
    "concern_recorded", "safety_checked", "agency_contacted", "agency_contacted",
    "internally_escalated", "owner_assigned", "threshold_decided", "safety_checked",
]  # fmt: skip
CALLS = (
    ("emergency serv", "Ambulance control", "Crew on the way."),
    ("crisis", "Nurse Imogen Sale", "Asked what she said. Stay within reach."),
)


def test_999_comes_first_and_the_rest_stays_owed(rosewood: Rosewood) -> None:
    with rosewood.desk("Tomasz Wielgosz") as tomasz, rosewood.desk("Martin Cole") as cole:
        reference = _ring_first(tomasz)
        cole.sees_live(reference)
        cole.sees("DANGER")
        _contact_log(tomasz)
        _told_on_call(tomasz)
        _owns_and_decides(cole, reference)
        tomasz.sees_live("Owner Martin Cole")
        _made_safe(tomasz)
        cole.sees_live("Safe now? Yes, steps taken")
    _holds(rosewood, reference)


def _ring_first(tomasz: Desk) -> str:
    tomasz.press("f2")
    tomasz.sees("Still needed: who, what, safe now?")
    tomasz.type("zs")
    tomasz.sees("> Zsófia Bártfai")
    tomasz.answer("", "0")
    tomasz.press("3")
    tomasz.sees("Ring 999 now. Then press Ctrl+S: the rest can follow.")
    return tomasz.save()


def _contact_log(tomasz: Desk) -> None:
    for agency, who, said in CALLS:
        tomasz.adds("Agency contact")
        tomasz.answer(agency, "1", "1", who)
        tomasz.tell(said)
        tomasz.save()


def _told_on_call(tomasz: Desk) -> None:
    tomasz.next_step("Tell the lead")
    tomasz.records("Told, and decided")
    tomasz.answer("cole", "cole", "One to one; room cleared", "Danger to life now", "4")
    tomasz.save()


def _owns_and_decides(cole: Desk, reference: str) -> None:
    cole.find(reference)
    cole.adds("Owner")
    cole.answer("cole", "On call tonight")
    cole.save()
    cole.sees("Owner Martin Cole")
    cole.next_step("Decide threshold")
    cole.records("Threshold decided")
    cole.answer("cole", "", "1", "Depression", "1", "Said she will end her life", "1")
    cole.answer("Could not agree to stay safe", "3", "4")
    cole.tell("999 already rung. Decided by phone in the night.")
    cole.press("ctrl+s")
    cole.sees("Not saved. Name a second person, or answer Yes in On-call decision.")
    cole.press("1")
    cole.save()
    cole.next_step("Countersign")
    cole.sees("1 working day after", "OWNER  Sam Lister")
    cole.press("esc")
    cole.sees("CHRONOLOGY")


def _made_safe(tomasz: Desk) -> None:
    tomasz.next_step("Make safe")
    tomasz.records("Record that they are safe, and why")
    tomasz.answer("2", "17", "Crew with her; a carer within reach", "Log 0417")
    tomasz.save()


def _holds(rosewood: Rosewood, reference: str) -> None:
    shown = rosewood.show(reference)
    assert [entry["kind"] for entry in shown["entries"]] == KINDS
    assert (shown["owner"], shown["level"], shown["risk"]) == (
        "Martin Cole", "immediate", "immediate",
    )  # fmt: skip
    calls = [entry for entry in shown["entries"] if entry["kind"] == "agency_contacted"]
    assert [call["payload"]["spoke_to"] for call in calls] == [who for _, who, _ in CALLS]
    rung = [str(id_of("contact", point)) for point in ("emergency_999", "crisis_team")]
    assert [call["payload"]["contact"] for call in calls] == rung
    decided = next(e for e in shown["entries"] if e["kind"] == "threshold_decided")
    assert (decided["payload"]["provisional"], decided["payload"]["second_person"]) == ("yes", None)
    assert shown["entries"][-1]["payload"]["emergency_reference"] == "Log 0417"
    clocks = {clock["duty"]: clock for clock in shown["clocks"]}
    assert clocks["countersign"]["state"] == "running"
    assert "1 working day after" in clocks["countersign"]["explanation"]
    assert {clocks[debt]["state"] for debt in ("full_record", "referral")} == {"running"}
    assert {row["immediate"] for row in rosewood.queue(reference)} == {True}
    assert rosewood.run("verify").returncode == 0
