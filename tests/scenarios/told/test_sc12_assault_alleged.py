"""SC12: an assault is alleged against a carer: police, referral, CQC, commissioner, support."""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_an_alleged_assault_runs_on_every_track_at_once(home: Home) -> None:
    story = home.concern(
        "joy", at="Thu 19 Nov 14:00", category="physical", text='She said "she slapped me".',
        safety="unsafe_controlled", steps=("separated", "evidence_kept"),
        alleged="Blessing Mutasa, carer", alleged_staff="blessing",
    )  # fmt: skip
    _kept_away(story)
    _supported(story)
    _not_in_house(story)
    _referred(story)
    _police_in_parallel(story)
    _told(story)
    _accused_is_out(story)
    _decided(story)
    ways.ended(story, "Mon 7 Dec 10:00", "Tue 8 Dec 10:00", referral="council")
    ways.closed(story)


def _kept_away(story: Story) -> None:
    assert story.barred
    story.tells("body_mapped", marks=["redness, left cheek, 30 x 30 mm, red"])
    story.tells("safeguard_started", measure="The carer is sent home on full pay", owner="ruth")


def _supported(story: Story) -> None:
    """Whoever is accused is supported; it is owed and recorded."""
    assert story.due("staff_support") == "Fri 20 Nov 17:00"
    assert "staff_supported" in story.f4("staff_support").kinds
    story.at("Thu 19 Nov 14:20").tells("staff_supported", supported="blessing")
    assert "staff_support" not in story.running()


def _not_in_house(story: Story) -> None:
    """A serious incident is kept inside only by two people."""
    story.tells("internally_escalated", told="sam", decision_owner="sam", risk="high")
    story.at("Thu 19 Nov 14:40").by("sam")
    inside = {"route": "internal", "risk": "high", "second_person": None, "provisional": "yes"}
    assert "by one person" in story.refused("threshold_decided", **inside).words
    story.tells("threshold_decided", risk="high")


def _referred(story: Story) -> None:
    ways.may_share(story)
    story.at("Thu 19 Nov 15:00").tells("referral_sent", "council", taken_by="P Ames")
    assert story.due("receipt") == "Fri 20 Nov 15:00"


def _police_in_parallel(story: Story) -> None:
    assert "police" in story.running()
    story.tells("referral_sent", "police", contact="police_101", taken_by="PC Lodge, log 611")
    assert "police" not in story.running()
    assert len(story.clocks("receipt")) == 2
    story.at("Thu 19 Nov 16:00").tells("referral_received", referral="police")
    story.tells("referral_acknowledged", referral="police", acknowledged_by="DC Hale",
                agency_reference="Crime 4471")  # fmt: skip
    assert story.waits("receipt", "council")


def _told(story: Story) -> None:
    """CQC, the commissioner, the family and DBS are each decided; none replaces another."""
    assert story.due("cqc_18") == "Fri 20 Nov 14:40"
    story.by("ruth").tells("notification_decided", notification="cqc_18", required="yes",
                           sent_at=None, reason="An allegation of abuse")  # fmt: skip
    assert "cqc_18" in story.running()
    assert "G13" in story.refused("closure_requested").gates
    ways.notified(
        story,
        cqc_18="",
        commissioner="",
        family="",
        dbs="Nobody has been moved or has left yet",
        professional_body="A carer is in no register",
    )
    told = [line for line in story.view.lines if line.title == "Notification"]
    assert any("Commissioner" in line.text and "Duty officer" in line.text for line in told)


def _accused_is_out(story: Story) -> None:
    assert "G21" in story.refused("owner_assigned", owner="blessing").gates
    assert "G21" in story.refused("action_agreed", owner="blessing").gates
    assert "G21" in story.by("blessing").refused("observation_made").gates
    story.by("sam")


def _decided(story: Story) -> None:
    ways.reviewed(story, "joy", "Fri 20 Nov 09:00")
    story.by("sam")
    ways.in_hand(story, "council", "Fri 20 Nov 10:00", "Fri 20 Nov 10:30")
    assert story.due("decision") == "Mon 23 Nov 17:00"
    story.at("Mon 23 Nov 08:45").tells("referral_decided", referral="council",
                                       decision="accepted_s42")  # fmt: skip
    story.tells("referral_decided", referral="police", decision="closed_by_agency",
                reasons="No further action; crime number 4471.")  # fmt: skip
    ways.planned(story, "Mon 14 Dec 10:00")
    assert story.gaps() == ()
