"""SC10: bruising, with health professionals and the preservation of evidence in parallel."""

from sgtui.domain.evidence import evidence
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_safeguarding_health_and_evidence_go_side_by_side(home: Home) -> None:
    story = home.concern(
        "tomasz", at="Fri 20 Nov 06:30", person="zsofia", category="physical",
        text="Bruises on both upper arms, seen at washing.", safety="unsafe_controlled",
        steps=("evidence_kept", "gp_or_111", "checked_others"), alleged="A night visitor, unknown",
    )  # fmt: skip
    _examined(story)
    _kept(story)
    story.at("Fri 20 Nov 08:45").by("joy")
    ways.referred(story)
    _police_beside_it(story)
    _handed_on(story)
    _care_goes_on(story)
    ways.ended(story, "Mon 7 Dec 10:00", "Tue 8 Dec 10:00", referral="council")
    ways.closed(story)


def _examined(story: Story) -> None:
    story.tells("body_mapped", examined_by="tomasz", marks=[
        "bruise, left upper arm, 20 x 15 mm, blue", "bruise, right upper arm, 20 x 10 mm, blue",
    ])  # fmt: skip
    story.at("Fri 20 Nov 07:00")
    story.tells("agency_contacted", "doctor", contact="gp", result="no_answer", spoke_to=None)
    story.at("Fri 20 Nov 08:05").tells(
        "agency_contacted", contact="gp", spoke_to="Dr Halloran", said="Comes at 10:00.",
        promised="Examines her", promised_by="Fri 20 Nov 10:00",
    )  # fmt: skip
    assert story.due("promise") == "Fri 20 Nov 10:00"
    story.tells("agency_involved", "gp", agency="gp_primary_care", part="Examines and treats")


def _kept(story: Story) -> None:
    for label, what in (("gown", "Night gown"), ("rota", "Visitors' book, page of 19 Nov")):
        story.tells("evidence_secured", label, what=what, where_kept="Locked room 3")
    assert [held.what for held in evidence(story.case)] == [
        "Night gown", "Visitors' book, page of 19 Nov",
    ]  # fmt: skip
    assert story.refused("evidence_moved", evidence="concern_recorded").gates == {"G1"}


def _police_beside_it(story: Story) -> None:
    assert story.stage == "Referred"
    story.tells("referral_sent", "police", contact="police_101", taken_by="PC Lodge")
    assert len(story.clocks("receipt")) == 2
    story.at("Fri 20 Nov 10:30").by("joy").tells(
        "harm_judged", harm="treated", judged_by="Dr Halloran", found="Grip marks; pain relief."
    )
    story.tells("agency_contacted", contact="gp", spoke_to="Dr Halloran", said="Examined at 10:00.")
    assert "promise" not in story.running()


def _handed_on(story: Story) -> None:
    story.at("Fri 20 Nov 14:00").by("ruth").tells("evidence_moved", evidence="gown",
                                                  agency_reference="EX-1")  # fmt: skip
    gown, book = evidence(story.case)
    assert gown.now.where_kept == "Police store"
    assert book.now.where_kept == "Locked room 3"
    assert len(gown.custody) == 2
    story.by("sam")
    ways.in_hand(story, "council", "Fri 20 Nov 15:00", "Fri 20 Nov 16:00")
    story.tells("referral_received", referral="police")
    story.tells("referral_acknowledged", referral="police", acknowledged_by="DC Hale")
    story.at("Wed 25 Nov 10:00").tells("referral_decided", referral="council",
                                       decision="accepted_s42")  # fmt: skip
    assert story.waits("decision", "police")
    story.tells("referral_decided", referral="police", decision="closed_by_agency",
                reasons="Nobody could be named.")  # fmt: skip
    assert "decision" not in story.running()


def _care_goes_on(story: Story) -> None:
    story.by("joy").tells("safeguard_started", measure="Two staff at washing", owner="joy")
    story.tells("observation_made", text="Washed, no pain.")
    assert "observation" in story.running()
    _each_with_its_part(story)
    ways.planned(story, "Wed 9 Dec 10:00")


def _each_with_its_part(story: Story) -> None:
    """Council, police and surgery are three agencies: whether they act as one is decided."""
    assert "coordination" in story.late()
    story.by("ruth").tells(
        "coordination_recorded", multi_agency_required="no",
        multi_agency_because="The council leads the enquiry; each of the others has done its part.",
    )  # fmt: skip
    assert not {"coordination", "lead_professional", "coordination_review"} & story.running()
    assert "lead_professional_named" in story.by("sam").refused("closure_requested").mends
    story.tells(
        "lead_professional_named", name="Lena Marsh, social worker", agreed_with="All three"
    )
    story.by("joy")
