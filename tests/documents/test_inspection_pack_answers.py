"""What the inspection pack answers before its chronology: owned, tracked, reviewed, and proved."""

from pathlib import Path

from sgtui.documents.model import Section, Table
from tests.documents.a_told_record import desk_with, section, text
from tests.domain.a_home import LEAD, MANAGER
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral

NAME = "inspection-pack"


def pack(folder: Path, told: Told) -> str:
    """The pack of a case as text."""
    return text(desk_with(folder, told), NAME)


def tables(found: Section, title: str) -> list[Table]:
    """Its tables of that title."""
    blocks = (block for block in found.blocks if isinstance(block, Table))
    return [table for table in blocks if table.title == title]


def test_who_answered_at_each_stage_is_named_in_full_with_their_role(tmp_path: Path) -> None:
    said = pack(tmp_path, a_referral("2026-11-19 09:00").later(hours=1))
    assert "Yes: Joy Okafor, shift leader, then Sam Lead, safeguarding lead." in said
    assert "Sam Lead, safeguarding lead, until now (from entry 8)" in said


def test_the_three_parts_stand_with_what_shows_each_and_two_people(tmp_path: Path) -> None:
    said = pack(tmp_path, a_referral())
    assert "Needs care and support Yes Dementia" in said
    assert "By Sam Lead, safeguarding lead and Rae Moss, registered manager (entry 5)." in said
    assert "Taken by two people." in said


def test_a_decision_taken_alone_says_whether_anybody_stands_by_it(tmp_path: Path) -> None:
    told = a_full_record().tell("threshold_decided", second_person=None, provisional="yes")
    assert "Taken on call and not countersigned yet." in pack(tmp_path, told)
    told.later(hours=2).by(MANAGER).tell("countersigned")
    (tmp_path / "b").mkdir(mode=0o700)
    said = pack(tmp_path / "b", told)
    assert "Countersigned: Rae Moss, registered manager stands by it (entry 5)." in said


def test_what_an_agency_has_not_said_is_said_to_be_missing(tmp_path: Path) -> None:
    said = pack(tmp_path, a_referral().later(hours=30))
    assert "Received Not yet Nobody confirmed receipt by itself." in said
    assert "Acknowledged Not yet Nobody said who has it." in said
    assert "Outcome Not known" in said


def test_receipt_that_only_their_answer_shows_is_not_made_a_confirmation(tmp_path: Path) -> None:
    said = pack(tmp_path, a_referral().later(hours=30).tell("referral_decided"))
    assert "Received By their answer Nobody confirmed receipt by itself." in said


def test_each_fact_has_its_time_its_name_and_how_long_it_took(tmp_path: Path) -> None:
    told = a_referral("2026-11-19 09:00").later(hours=3)
    told.tell("referral_received", agency_reference="A 117")
    said = pack(tmp_path, told)
    assert "Received Thu 19 Nov 2026 12:00 3 h Confirmed by P Ames." in said
    assert "Their reference: A 117. (entry 9)" in said


def test_late_is_said_in_words_with_how_late_and_in_time_too(tmp_path: Path) -> None:
    told = a_referral("2026-11-19 09:00").later(hours=26).tell("referral_received")
    said = pack(tmp_path, told.later(hours=1))
    assert "MET LATE by 2 h, Fri 20 Nov 2026 11:00." in said
    assert "Finish the record (L3, we owe: shift leader). Met in time" in said


def test_every_gap_in_protection_stands_in_hours(tmp_path: Path) -> None:
    told = a_referral("2026-11-19 09:00").later(hours=5).tell("safeguard_started")
    desk = desk_with(tmp_path, told.later(hours=1))
    (table,) = tables(section(desk, NAME), "Gaps in protection")
    assert [row[2] for row in table.rows] == ["5.0"]
    assert "Protection was broken off: 1 gap, 5.0 hours in all." in text(desk, NAME)


def test_what_was_put_right_stands_beside_what_it_was(tmp_path: Path) -> None:
    told = a_full_record("2026-11-19 09:00").later(hours=1)
    told.tell("amended", entry=told.newest("statement_taken"), changes={"text": "A graze."})
    desk = desk_with(tmp_path, told)
    found = next(t for t in section(desk, NAME).blocks
                 if isinstance(t, Table) and t.columns[1].name == "As it was")  # fmt: skip
    assert found.rows == (("Seen, said", "A bruise on her left forearm.", "A graze."),)
    said = text(desk, NAME)
    assert "because: Misheard" in said
    assert said.count("A bruise on her left forearm.") >= 2


def test_what_was_struck_stays_readable_with_who_struck_it_and_why(tmp_path: Path) -> None:
    told = a_full_record().tell("observation_made", text="Mr Idle fell.").later(hours=1)
    told.tell("entered_in_error", entry=told.newest("observation_made"))
    said = pack(tmp_path, told)
    assert "Mr Idle fell." in said
    assert "by Joy Okafor, shift leader and Rae Moss, registered manager" in said
    assert "Entered in error, by Joy Okafor and Rae Moss: Wrong person" in said


def test_a_challenge_stands_rung_by_rung_and_silence_is_said(tmp_path: Path) -> None:
    told = a_referral().later(hours=2).tell("referral_decided", decision="not_progressed")
    told.later(hours=1).tell("challenge_raised").later(hours=3).tell("challenge_answered")
    told.later(hours=1).tell("challenge_taken_up")
    said = pack(tmp_path, told)
    assert "Sam Lead, safeguarding lead to Owen Tarrant, social worker (Social worker)" in said
    assert "They do not, with a reason: The threshold is not met." in said
    assert "No answer at this rung." in said
    assert "Still open." in said
    assert "Refusal answered Not yet" in said


def test_an_action_done_is_not_called_verified(tmp_path: Path) -> None:
    told = a_referral().tell("action_agreed").later(hours=1).tell("action_done")
    desk = desk_with(tmp_path, told)
    (table,) = tables(section(desk, NAME), "Actions: done is not verified")
    assert table.rows[0][0] == "Done, not verified"
    told.later(hours=1).by(LEAD).tell("action_verified")
    (tmp_path / "b").mkdir(mode=0o700)
    (table,) = tables(section(desk_with(tmp_path / "b", told), NAME), table.title)
    assert table.rows[0][0] == "Verified"


def test_every_part_is_there_for_a_case_that_has_only_begun(tmp_path: Path) -> None:
    said = pack(tmp_path, a_concern())
    for words in (
        "No body map was made.", "No referral was sent.", "Nothing was challenged.",
        "No interim safeguard was needed or started.", "Nobody else is recorded as involved.",
        "Nothing was put right and nothing was struck.",
        "No statement was recorded before the threshold decision.",
    ):  # fmt: skip
        assert words in said


def test_the_numbers_behind_it_are_there_for_programs(tmp_path: Path) -> None:
    told = a_referral("2026-11-19 09:00").later(hours=26).tell("referral_received")
    whole = section(desk_with(tmp_path, told), NAME)
    figures = dict(whole.figures)
    assert (figures["entries"], figures["referrals_sent"], figures["owners"]) == (9, 1, 2)
    late = [record for record in whole.records if record.cells[5] == "became_late"]
    assert figures["duties_missed"] == len(late) > 0


def test_it_says_how_anybody_can_check_it_and_gives_the_newest_hash(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_referral())
    head = section(desk, NAME).head
    assert head is not None
    said = text(desk, NAME)
    assert "entries 1 to 8 are all there" in said
    assert "sgtui verify FILE" in said and "sgtui export SG-26-K4T7 -o FILE" in said
    assert f"Entry 8: {head[1]}" in said
