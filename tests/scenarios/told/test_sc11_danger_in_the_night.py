"""SC11: danger to life in the night. 999 and the crisis team first, the record after."""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_999_comes_first_and_what_was_left_out_stays_owed(home: Home) -> None:
    story = home.concern(
        "tomasz", person="zsofia", category="self_neglect", safety="unsafe_uncontrolled"
    )
    _in_danger(story)
    _contact_log(story)
    _on_call(story)
    _safe(story)
    _debts(story)
    _next_day(story)
    ways.ended(story, "Mon 30 Nov 10:00", "Tue 1 Dec 10:00", referral="edt")
    ways.closed(story)


def _in_danger(story: Story) -> None:
    owed = {"make_safe", "full_record", "internal_escalation", "referral", "observation"}
    assert story.running() >= owed
    assert story.due("make_safe") == "Thu 19 Nov 02:20"
    assert story.due("internal_escalation") == "Thu 19 Nov 02:20"
    assert story.due("referral") == "Thu 19 Nov 02:20"
    assert story.f4("make_safe").kinds[0] == "safety_checked"
    assert story.f4("referral").urgent == "edt"
    assert "Emergency duty team" in story.queue()["referral"].urgent
    assert all(row.immediate for row in story.rows())


def _contact_log(story: Story) -> None:
    story.at("Thu 19 Nov 02:21").tells("agency_contacted", contact="emergency_999",
                                       spoke_to="Ambulance control", said="Crew sent")  # fmt: skip
    story.at("Thu 19 Nov 02:23").tells("agency_contacted", contact="crisis_team",
                                       spoke_to="Nurse Sale", said="Stay in reach")  # fmt: skip
    story.at("Thu 19 Nov 02:25").tells("agency_contacted", contact="crisis_team",
                                       result="no_answer", spoke_to=None)  # fmt: skip
    assert story.lines().count("Agency contact") == 3


def _on_call(story: Story) -> None:
    story.at("Thu 19 Nov 02:26")
    story.tells("internally_escalated", told="cole", decision_owner="cole", risk="immediate",
                decision="One to one; room cleared")  # fmt: skip
    story.by("cole").tells("owner_assigned", owner="cole", reason="On call tonight")
    assert story.owner == "cole"
    story.at("Thu 19 Nov 02:30").tells(
        "referral_sent", "edt", contact="edt", taken_by="Duty worker"
    )
    assert "referral" not in story.running()
    assert story.due("receipt") == "Fri 20 Nov 02:30"
    story.at("Thu 19 Nov 02:40").tells(
        "threshold_decided", decided_by="cole", second_person=None, provisional="yes",
        route="emergency", risk="immediate",
    )  # fmt: skip
    assert story.due("countersign") == "Fri 20 Nov 17:00"
    assert story.refused("countersigned").gates == {"G18"}


def _safe(story: Story) -> None:
    story.at("Thu 19 Nov 02:50").by("tomasz").tells(
        "safety_checked", safety="unsafe_controlled", because="Crew with her",
        emergency_reference="0417", steps=("rang_999", "stayed_with"),
    )  # fmt: skip
    assert story.met("make_safe") == "Thu 19 Nov 02:50"
    story.tells("safeguard_started", measure="A carer within reach", owner="tomasz")
    assert [float(gap.hours) for gap in story.gaps()] == [0.5]


def _debts(story: Story) -> None:
    assert story.due("full_record") == "Thu 19 Nov 04:20"
    assert set(story.f4("full_record").kinds) == {"concern_completed", "statement_taken"}
    story.at("Thu 19 Nov 03:30").tells("concern_completed", happened_at="Thu 19 Nov 02:15")
    story.tells("statement_taken", statement_type="verbatim", text="I cannot go on.")
    assert story.met("full_record") == "Thu 19 Nov 03:30"
    assert {"G5", "G6"} <= story.by("sam").refused("closure_requested").gates


def _next_day(story: Story) -> None:
    story.at("Thu 19 Nov 09:00")
    assert "G18" in story.refused("closure_requested").gates
    story.tells("countersigned")
    story.tells("sharing_decided", ground="vital_interests", consent_asked="no",
                legal_basis="Threat to life")  # fmt: skip
    assert "countersign" not in story.running()
    story.tells("wishes_recorded", asked="no", wishes=None, not_asked_because="In hospital")
    for kind in sorted(ways.notifications(story)):
        story.by("ruth").tells("notification_decided", notification=kind)
    ways.reviewed(story, "joy", "Thu 19 Nov 19:30")
    story.by("sam")
    ways.in_hand(story, "edt", "Thu 19 Nov 19:40", "Thu 19 Nov 20:00")
    story.at("Fri 20 Nov 10:00").tells("referral_decided", decision="accepted_other")
    ways.planned(story, "Tue 1 Dec 12:00")
