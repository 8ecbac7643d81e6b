"""The overview lists who and what is in a case, and says in words how each of it stands."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sgtui.ui.wording.overview import Item, overview
from tests.ui.case_fixture import DUTY_DESK, CaseHome, case_home
from tests.ui.desk_fixture import JOY, RUTH, SAM

AN_AGENCY: dict[str, Any] = {
    "agency": "gp_primary_care", "their_contact": "Dr Halloran", "our_contact": JOY,
    "part": "Medicines and weight",
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


def part(home: CaseHome, title: str) -> list[Item]:
    """The lines under one heading; none where the heading is not there."""
    return dict(overview(home.view())).get(title, [])


def words(item: Item) -> str:
    """Everything that a line says."""
    return "\n".join((item.state.text, item.title, *(note.text for note in item.notes)))


def test_a_heading_is_there_only_where_something_is(home: CaseHome) -> None:
    assert [title for title, _ in overview(home.view())] == []
    home.add("evidence_secured", what="Bedding", where_kept="Safe", sealed="yes")
    assert [title for title, _ in overview(home.view())] == ["EVIDENCE"]


def test_a_referral_is_four_facts_each_with_its_time_or_not_yet(home: CaseHome) -> None:
    home.referred()
    referral = home.entry_id("referral_sent")
    home.add("referral_received", referral=referral, received_at=home.home.now,
             confirmed_by="P Ames")  # fmt: skip
    home.home.now += timedelta(days=4)
    (item,) = part(home, "REFERRALS")
    assert "Received: Sun 22 Nov 14:32, P Ames" in words(item)
    assert "Acknowledged: not yet, by Mon 23 Nov 17:00, 2 days 21 hours late" in words(item)
    assert "Outcome: not yet" in words(item)
    assert item.state.tone == "late"


def test_an_agency_agreed_refused_or_was_not_asked(home: CaseHome) -> None:
    home.add("agency_involved", **AN_AGENCY)
    assert part(home, "AGENCIES")[-1].state.text.strip() == "not asked"
    home.add("agency_agreed", agency=home.entry_id("agency_involved"), agrees="no",
             agreed_at=home.home.now, said_by="Dr Halloran", to_what="No joint visit")  # fmt: skip
    item = part(home, "AGENCIES")[-1]
    assert item.state.text == "!! REFUSED"
    assert "Our contact Joy Okafor" in words(item)


def test_a_done_action_waits_for_another_to_see_it(home: CaseHome) -> None:
    home.add("action_agreed", what="Change the lock", owner=JOY)
    home.add("action_done", action=home.entry_id("action_agreed"), done_by=JOY, how="New lock")
    (item,) = part(home, "ACTIONS")
    assert "Another person has yet to see that it was done" in words(item)
    home.add("action_verified", by=SAM, action=home.entry_id("action_agreed"), shown_by="Tried it")
    (item,) = part(home, "ACTIONS")
    assert item.state.text.strip() == "verified"
    assert item.steps == ()


def test_a_gap_in_protection_is_red_with_its_hours_and_why(home: CaseHome) -> None:
    home.referred()
    home.home.now += timedelta(hours=12)
    (gap,) = part(home, "SAFEGUARDS")
    assert (gap.state.text, gap.state.tone) == ("!! GAP 12.0 h", "late")
    assert gap.title == "NOT PROTECTED NOW, since yesterday 14:32"
    assert "while an agency had not decided" in words(gap)
    assert [step.kind for step in gap.steps] == ["safeguard_started"]


def test_protection_without_a_gap_says_so(home: CaseHome) -> None:
    home.add("safeguard_started", measure="Two staff", proportionate="Least", owner=SAM)
    home.home.now += timedelta(hours=2)
    first, safeguard = part(home, "SAFEGUARDS")
    assert first.state.text.strip() == "no gap"
    assert "Review Mon 23 Nov 14:32" in words(safeguard)


def test_whoever_is_barred_is_said_to_see_nothing(home: CaseHome) -> None:
    home.add("person_involved", name="Ruth Amis", involvement="conflicted", staff=RUTH)
    (item,) = part(home, "WHO ELSE")
    assert "Owns, decides and sees nothing of this case" in words(item)


def test_each_who_must_be_told_is_told_owed_or_not_needed(home: CaseHome) -> None:
    home.referred()
    home.add("notification_decided", by=RUTH, notification="commissioner", required="no",
             reason="The council has told them")  # fmt: skip
    home.home.now += timedelta(hours=25)
    states = {item.title: item.state.text for item in part(home, "TOLD")}
    assert states["Commissioner"].strip() == "not needed"
    assert states["CQC, other incidents"] == "!! LATE 1h"


def test_missed_looks_and_shifts_are_named(home: CaseHome) -> None:
    home.add("monitoring_started", what="Fluids", every_hours=4, reason="She drinks too little")
    home.home.now += timedelta(hours=20)
    watch, shifts = part(home, "MONITORING")
    assert "MISSED 4: due" in words(watch)
    assert "Sun 22 Nov night: not seen" in words(shifts)


def test_evidence_says_who_has_it_and_who_had_it_before(home: CaseHome) -> None:
    home.add("evidence_secured", what="Bedding", where_kept="Office safe", sealed="yes")
    home.add("evidence_moved", evidence=home.entry_id("evidence_secured"), handed_to="PC Lodge",
             where_kept="Police store", sealed="yes", reason="For the enquiry")  # fmt: skip
    (item,) = part(home, "EVIDENCE")
    assert item.title == "Bedding: Police store"
    assert "With PC Lodge since today 14:32" in words(item)
    assert "Before: Joy Okafor, Office safe" in words(item)


def test_a_challenge_says_with_whom_until_when_and_what_comes_next(home: CaseHome) -> None:
    home.referred()
    home.add("referral_decided", referral=home.entry_id("referral_sent"),
             decision="not_progressed", decided_at=home.home.now, decided_by="P Ames",
             reasons="Not met")  # fmt: skip
    home.add("challenge_raised", by=SAM, ground="threshold", stage="L9",
             referral=home.entry_id("referral_sent"), ours=SAM, contact=DUTY_DESK,
             theirs="Owen Tarrant", method="phone",
             raised_at=home.home.now, wanted="An enquiry tomorrow")  # fmt: skip
    (item,) = part(home, "CHALLENGES")
    assert item.title == "Threshold disputed: Owen Tarrant (L9)"
    assert "We ask: An enquiry tomorrow" in words(item)
    assert "If nobody answers: from Mon 23 Nov" in words(item)
    up = next(step for step in item.steps if step.kind == "challenge_taken_up")
    assert up.label.startswith("Take it up to L10")
    assert {"stage", "ours", "challenge"} <= set(up.known)
