"""The stretches of a story that many have in common, each with what it must show."""

from sgtui.domain.entries.choices import NotificationKind
from tests.scenarios.told.story import Story

_KINDS = frozenset(kind.value for kind in NotificationKind)


def notifications(story: Story) -> set[str]:
    """Whom the home still has to tell, or to decide that it need not."""
    return story.running() & _KINDS


def notified(story: Story, by: str = "ruth", **told: str) -> None:
    """Each duty to tell is decided: "" is told now, else the reason why it is not required.

    They are those that are owed: not one more, not one fewer.
    """
    owed = notifications(story)
    assert owed == set(told), owed
    story.by(by)
    for kind, reason in told.items():
        if reason:
            story.tells("notification_decided", notification=kind, required="no", reason=reason)
        else:
            story.tells(
                "notification_decided",
                notification=kind,
                required="yes",
                sent_at=story.home.clock.at,
                reason="It is that sort of incident.",
                told="Duty officer",
                what="What happened and what was done.",
            )
    assert notifications(story) == set()


def may_share(story: Story, by: str = "sam") -> None:
    """Nothing goes out before it is decided what is shared, and asked what the person wants."""
    assert story.by(by).refused("referral_sent").gates == {"G5", "G6"}
    story.tells("sharing_decided").tells("wishes_recorded")
    assert story.refused("referral_sent").gates == set()


def in_hand(story: Story, referral: str, received: str, acknowledged: str) -> None:
    """The agency has it; then a named person has it in hand. These are two facts."""
    story.at(received).tells("referral_received", referral=referral)
    assert story.waits("acknowledgement", referral)
    assert not story.waits("receipt", referral)
    story.at(acknowledged).tells(
        "referral_acknowledged",
        referral=referral,
        acknowledged_by="Lena Marsh, duty social worker",
        agency_reference="HBC 20555",
    )
    assert not story.waits("acknowledgement", referral)
    assert story.waits("decision", referral)


def reviewed(story: Story, by: str, *times: str, safeguard: str = "safeguard_started") -> None:
    """Somebody looks at an interim safeguard again, each time before it is late."""
    for words in times:
        story.at(words)
        assert not {"safeguard_review", "safeguard_first_review"} & story.late()
        story.by(by).tells("safeguard_reviewed", safeguard=safeguard)


def planned(story: Story, review_at: str, by: str = "sam") -> None:
    """A formal plan is agreed, and what held until then may end (G10)."""
    before = story.stage
    assert story.by(by).refused("safeguard_ended").gates == {"G10"}
    story.tells("safeguarding_plan_agreed", review_at=review_at)
    story.tells("safeguard_ended", formal_plan="Safeguarding plan", reason="The plan covers it")
    assert story.stage == ("Safeguarding plan" if before == "Enquiry" else before)
    assert story.due("plan_review") == review_at


def ended(story: Story, outcome: str, review: str, referral: str = "referral_sent") -> None:
    """The agency tells the outcome, and the case is looked at again in the light of it."""
    story.at(outcome).by("sam").tells("outcome_received", referral=referral)
    assert story.stage == "Review"
    assert "first_review" in story.running()
    assert not story.waits("outcome", referral)
    story.at(review).tells("review_held", outcome="close", found="The risk is over.")
    assert "first_review" not in story.running()


def closed(story: Story, asks: str = "sam", approves: str = "ruth") -> None:
    """Closing takes two people, and leaves nothing owed once it is looked back on (R107)."""
    shut = story.by(asks).refused("closure_requested").words
    assert not shut, shut
    story.tells("closure_requested")
    assert story.stage == "Closure asked for"
    assert "closure" in story.running()
    assert story.refused("closure_approved").gates == {"G14"}
    story.by(approves).tells("closure_approved")
    assert story.stage == "Closed"
    assert story.running() <= {"after_action"}
    for clock in story.clocks("after_action"):
        if clock.is_open:
            story.tells("after_action_reviewed", about=clock.subject)
    assert story.rows() == ()
    assert "Closure approved" in story.lines()


def referred(story: Story, by: str = "sam") -> None:
    """Told, decided, referred to the duty desk, and every other duty to tell decided."""
    story.tells("internally_escalated").by(by).tells("threshold_decided")
    may_share(story, by)
    story.tells("referral_sent", "council")
    assert story.stage == "Referred"
    for kind in sorted(notifications(story)):
        story.by("ruth").tells("notification_decided", notification=kind)
    story.by(by)
