"""A duty under F4 names the very thing that it is about, and its own words to say."""

from datetime import timedelta
from pathlib import Path

import pytest

from sgtui.domain.next_step import NextStep
from sgtui.services.case import read_case
from sgtui.ui.wording.ring_words import ring_words
from sgtui.ui.wording.step_words import evidence_words, script, step_lines
from tests.ui.case_fixture import CaseHome, case_home
from tests.ui.desk_fixture import JOY, SAM


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


def owed(home: CaseHome, title: str) -> NextStep:
    """What F4 says about the duty of that title."""
    return next(step for step in home.view().next_steps if step.clock.title == title)


def shown(home: CaseHome, step: NextStep) -> str:
    """The duty as it is drawn at 80 columns, without its line ends."""
    lines = step_lines(step, home.view(), 78)
    return " ".join(" ".join("".join(piece.text for piece in line).split()) for line in lines)


def test_of_two_actions_each_is_named(home: CaseHome) -> None:
    home.add("action_agreed", what="Change the lock", owner=JOY)
    home.add("action_agreed", what="Weigh her weekly", owner=SAM)
    about = [shown(home, s) for s in home.view().next_steps if s.clock.title == "Action due"]
    assert "ABOUT Change the lock" in about[0] + about[1]
    assert "ABOUT Weigh her weekly" in about[0] + about[1]


def test_whoever_verifies_reads_what_was_done_and_by_whom(home: CaseHome) -> None:
    home.add("action_agreed", what="Change the lock", owner=JOY)
    home.add("action_done", action=home.entry_id("action_agreed"), done_by=JOY, how="New lock")
    words = shown(home, owed(home, "Verify an action"))
    assert "ABOUT Change the lock. Done today 14:32 by Joy Okafor: New lock" in words


def test_supporting_a_member_of_staff_rings_them_and_no_desk(home: CaseHome) -> None:
    home.add("person_involved", by=SAM, name="Joy Okafor", involvement="alleged", staff=JOY)
    view = read_case(home.of(SAM), home.case_id)
    step = next(one for one in view.next_steps if one.clock.title == "Support the staff member")
    assert ring_words(step, view) == "Joy Okafor, shift leader, 07700 900101"
    assert step.contact is None


def test_a_challenge_says_how_much_new_evidence_its_form_brings(home: CaseHome) -> None:
    home.referred()
    home.add("referral_decided", referral=home.entry_id("referral_sent"),
             decision="not_progressed", decided_at=home.home.now, decided_by="P Ames",
             reasons="Not met")  # fmt: skip
    home.home.now += timedelta(hours=1)
    home.add("observation_made", text="She cried again")
    home.add("observation_made", text="She will not eat")
    raising = next(
        one for step in home.view().next_steps for one in step.steps
        if one.kind == "challenge_raised"
    )  # fmt: skip
    assert evidence_words(raising) == "2 new entries"


def test_every_duty_is_spoken_of_without_an_unfilled_place(home: CaseHome) -> None:
    home.referred()
    home.add("safeguard_started", measure="Two staff", proportionate="Least", owner=SAM)
    home.add("action_agreed", what="Change the lock", owner=JOY)
    view = home.view()
    assert not [s.clock.title for s in view.next_steps if "{" in script(s, view)]


def test_a_duty_that_began_anew_says_why(home: CaseHome) -> None:
    home.decided()
    home.add("observation_made", text="She will not eat", worse="yes")
    words = shown(home, owed(home, "Make safe"))
    assert "Began after an observation said that it is worse." in words
