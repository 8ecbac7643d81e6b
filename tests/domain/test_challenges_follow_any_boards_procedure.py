"""A board's own procedure is data alone: sides, weeks, letters and meetings between stages."""

from sgtui.domain.flowchart import draw
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import read_ladder
from sgtui.domain.london_time import in_london
from tests.domain.a_home import CHAIR, TEAM
from tests.domain.case_builder import Told, a_referral

TOWN = """
[ladder]
id = "Town"
version = "Town-1"
extends = "ENG-default-1"
jurisdiction = "ENG"
authority = "Town Safeguarding Board"
source_title = "An invented procedure"
source_checked_on = 2026-11-01
review_by = 2027-05-01

[[stage]]
code = "L9"
counterpart = "Their team manager"
[[stage.side]]
title = "District nurse's manager"
[[stage.side]]
title = "Police, public protection"
contact_point = "police_101"
[[stage.clock]]
duty = "challenge_letter"
title = "Write to their manager"
amount = 2
unit = "working_days"
[[stage.clock]]
duty = "challenge"
title = "Their manager's answer"
amount = 14
unit = "calendar_days"
after = true
risk_override = { immediate = { amount = 1, unit = "calendar_days" } }
[[stage.clock]]
duty = "challenge_meeting"
title = "Meeting of all parties"
amount = 7
unit = "calendar_days"
after = true

[[stage]]
code = "L10"
[[stage.clock]]
duty = "challenge"
title = "Panel's answer"
amount = 28
unit = "calendar_days"
[[stage.clock]]
duty = "challenge_tell"
title = "Tell the board's chair"
contact_point = "sab_chair"
amount = 1
unit = "working_days"
[[stage.clock]]
duty = "challenge_tell"
title = "Tell the commissioner"
contact_point = "commissioner"
amount = 3
unit = "calendar_days"
"""


def the_towns() -> Ladder:
    return read_ladder(TOWN, "town.toml")


def refused() -> Told:
    told = a_referral("2026-11-16 09:00").at("2026-11-16 10:00")
    told.ladder = the_towns()
    return told.tell("referral_decided", decision="not_progressed")


def plan(told: Told) -> dict[str, tuple[str, str]]:
    """When each duty of the first two rungs begins and is due, by its title."""
    return {
        c.title if c.duty != "challenge" else c.stage: (
            f"{in_london(c.started_at):%d %b %H:%M}",
            f"{in_london(c.due_at):%d %b %H:%M}",
        )
        for c in told.clocks.values()
        if c.duty.startswith("challenge") and c.stage in ("L9", "L10") and c.is_open
    }


def test_each_step_waits_for_the_one_above_it_to_be_done_or_late() -> None:
    assert plan(refused()) == {
        "Write to their manager": ("16 Nov 10:00", "18 Nov 17:00"),
        "L9": ("18 Nov 17:00", "02 Dec 17:00"),
        "Meeting of all parties": ("02 Dec 17:00", "09 Dec 17:00"),
        "L10": ("09 Dec 17:00", "06 Jan 17:00"),
        "Tell the board's chair": ("09 Dec 17:00", "10 Dec 17:00"),
        "Tell the commissioner": ("09 Dec 17:00", "12 Dec 17:00"),
    }


def test_a_letter_sent_in_time_starts_their_two_weeks() -> None:
    told = refused().at("2026-11-17 12:00").tell("challenge_raised", method="letter", contact=TEAM)
    assert told.of("challenge_letter")[-1].met_at == told.now
    assert plan(told)["L9"] == ("17 Nov 12:00", "01 Dec 12:00")
    assert plan(told)["Meeting of all parties"] == ("01 Dec 12:00", "08 Dec 12:00")


def test_raised_by_phone_the_letter_is_still_owed() -> None:
    told = refused().at("2026-11-17 12:00").tell("challenge_raised", method="phone")
    assert "challenge_letter" in told.running()
    told.later(hours=2).tell("agency_contacted", contact=TEAM, stage="L9", method="email")
    assert "challenge_letter" not in told.running()


def test_refused_at_once_the_meeting_comes_before_the_next_rung() -> None:
    told = refused().at("2026-11-17 12:00").tell("challenge_raised", method="letter")
    told.at("2026-11-18 12:00").tell("challenge_answered")
    assert plan(told)["Meeting of all parties"] == ("18 Nov 12:00", "25 Nov 12:00")
    assert plan(told)["L10"][0] == "25 Nov 12:00"
    told.at("2026-11-20 15:00").tell("meeting_held")
    assert told.of("challenge_meeting")[-1].met_at == told.now
    assert plan(told)["L10"][0] == "20 Nov 15:00"


def test_taken_up_early_nobody_waits_for_the_meeting() -> None:
    told = refused().tell("challenge_raised", method="letter").at("2026-11-18 12:00")
    told.tell("challenge_taken_up")
    assert plan(told)["L10"] == ("18 Nov 12:00", "16 Dec 12:00")
    assert "challenge_meeting" not in told.running()


def test_each_one_outside_is_told_by_a_clock_of_its_own() -> None:
    told = refused().tell("challenge_raised", method="letter").at("2026-11-18 12:00")
    told.tell("challenge_taken_up").tell("agency_contacted", contact=CHAIR, stage="L10")
    tell = {c.title: c for c in told.of("challenge_tell") if c.started_at <= told.now}
    assert tell["Tell the board's chair"].met_at == told.now
    assert tell["Tell the commissioner"].is_open
    assert tell["Tell the commissioner"].counterpart == "Commissioner"


def test_shorter_if_safety_needs_it() -> None:
    told = refused().tell("challenge_raised", method="letter")
    told.later(hours=1).tell("internally_escalated", risk="immediate")
    assert plan(told)["L9"] == ("16 Nov 10:00", "17 Nov 10:00")


def test_everybody_at_the_table_stands_in_the_picture_of_the_ladder() -> None:
    drawn = "\n".join(draw(the_towns(), 78))
    assert "with   District nurse's manager; Police, public protection (Police 101)" in drawn
    assert "14 calendar days, after the one above" in drawn
