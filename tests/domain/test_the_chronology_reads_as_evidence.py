"""The chronology: every entry in words, corrections beside originals, each missed deadline once."""

import re
from datetime import timedelta
from typing import Any

import pytest

from sgtui.domain.entries import CASE_KINDS
from tests.domain.a_home import CARER, LEAD, MANAGER, london
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral
from tests.domain.usual_answers import ABOUT

AN_ID = re.compile(r"[0-9a-f]{8}")


def text_of_last(told: Told) -> str:
    return next(line for line in told.lines() if line.number == len(told.entries)).text


def test_a_concern_reads_with_its_times_and_its_person() -> None:
    told = a_concern(
        "2026-11-19 02:44",
        noticed="2026-11-19 02:20",
        happened_at=london("2026-11-19 01:00"),
        happened_about=True,
    )
    assert text_of_last(told) == (
        "Who: Ada Vale; What: Neglect; Level: Safeguarding concern;"
        " When, about: Thu 19 Nov 2026 01:00; Where: Bedroom; Noticed: Thu 19 Nov 2026 02:20"
    )


def every_kind() -> Told:
    """A case with an entry of every kind, each after what it is about."""
    told = a_referral().tell("safeguard_started").tell("evidence_secured").tell("challenge_raised")
    own: dict[str, dict[str, Any]] = {
        "entered_in_error": {"entry": told.newest("evidence_secured")},
        "notification_decided": {"notification": "cqc_18"},
        "safeguard_ended": {"formal_plan": "The council's plan"},
        "coordination_validated": {
            "occurred_shown_by": [told.entries[0].id],
            "roles_shown_by": [entry.id for entry in told.entries[1:3]],
            "actions_shown_by": [told.newest("safeguard_started")],
        },
        "deadline_moved": {
            "clock": "decision.L9", "duty": "Decision", "was_due_at": told.now,
            "now_due_at": told.now, "reason": "Bank holiday added",
        },
    }  # fmt: skip
    first = {about for wanted in ABOUT.values() for about in wanted.values()}
    rest = set(CASE_KINDS) - first - {"concern_recorded", "amended"}
    for kind in (*sorted(first), *sorted(rest)):
        told.tell(kind, **own.get(kind, {}))
    return told.tell("amended", entry=told.entries[0].id, changes={"place": "lounge"})


def test_every_kind_reads_in_words_without_ids_or_stored_words() -> None:
    told = every_kind()
    assert {entry.kind for entry in told.entries} == set(CASE_KINDS)
    for line in told.lines():
        assert line.text
        assert not AN_ID.search(line.text), line.text
        assert "_" not in line.text, line.text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("referral_received", "Referral: to LA duty desk (entry 8)"),
        ("safeguard_reviewed", "Safeguard: Two staff (entry 9)"),
        ("countersigned", "Decision: entry 5, Threshold decided"),
        ("action_done", "Action: Change the lock (entry 10)"),
        ("agency_agreed", "Agency: GP, primary care, Dr Halloran (entry 10)"),
        ("challenge_answered", "Challenge: Threshold disputed, L9 (entry 10)"),
        (
            "meeting_called_off",
            "Meeting: Strategy or planning, Thu 19 Nov 2026 09:00 (entry 10)",
        ),
        ("evidence_moved", "Evidence: Note (entry 10)"),
        ("monitoring_ended", "Monitoring: Mood after visits (entry 10)"),
        (
            "pattern_answered",
            "Pattern: 3 low-level concerns in 28 days about the same person (entry 10)",
        ),
    ],
)
def test_what_an_entry_is_about_is_named(kind: str, words: str) -> None:
    told = a_referral().tell("safeguard_started")
    (about,) = ABOUT[kind].values()
    if about not in {entry.kind for entry in told.entries}:
        told.tell(about)
    assert words in text_of_last(told.tell(kind))


def test_several_entries_are_named_one_after_another() -> None:
    told = a_referral()
    told.tell("challenge_raised", evidence=[entry.id for entry in told.entries[1:3]])
    assert "New since: entry 2, Statement; entry 3, Safety checked" in text_of_last(told)


def test_a_body_map_reads_mark_by_mark_and_then_how_it_was_made() -> None:
    marks = ("bruise, left forearm, 3x2cm, purple, 'I banged it' (resident)", "graze, right knee")
    told = a_concern().tell("body_mapped", marks=marks, care="washing", consent="agreed")
    assert text_of_last(told) == (
        "2 marks. 1. Bruise, person's left forearm (F17L), 30 x 20 mm, purple. 'I banged it'"
        " (resident) 2. Graze, person's right knee (F23R). Looked at: Thu 19 Nov 2026 02:20;"
        " By: Joy Okafor; During: Washing or bathing; Consent: The person agreed"
    )


def test_a_restated_mark_stands_beside_the_first_saying() -> None:
    told = a_concern().tell("body_mapped", marks=["bruise, left forearm, 3 cm"]).by(LEAD)
    told.tell("amended", entry=told.last, changes={"marks": ["bruise, left forearm, 2 cm"]})
    line = next(line for line in told.lines() if line.number == 2)
    assert "30 mm" in line.text
    assert "20 mm" in line.corrected[0]


def test_lines_stand_in_the_order_things_happened() -> None:
    told = a_concern("2026-11-19 09:00").later(minutes=30)
    told.tell("statement_taken", at=london("2026-11-19 09:10"))
    told.tell("observation_made", at=london("2026-11-19 09:05"))
    assert [line.title for line in told.lines()][:3] == [
        "Concern recorded", "Observation", "Statement",
    ]  # fmt: skip


def test_an_amendment_is_shown_beside_the_original() -> None:
    told = a_concern("2026-11-19 09:00").by(LEAD)
    told.tell("amended", entry=told.last, changes={"place": "lounge"}, reason="Wrong room")
    first, second = (line for line in told.lines() if line.number)
    assert "Where: Bedroom" in first.text
    (corrected,) = first.corrected
    assert "Where: Lounge" in corrected
    assert corrected.endswith("(amended by Sam Lead, entry 2: Wrong room)")
    assert second.text == "entry 1, Concern recorded; Put right: Where; Because: Wrong room"


def test_what_was_entered_in_error_stays_with_who_said_so_and_why() -> None:
    told = a_full_record()
    struck = told.last
    told.by(LEAD).tell("entered_in_error", entry=struck, second_person=MANAGER)
    line = next(line for line in told.lines() if line.entry_id == struck)
    assert line.text == "Safe now? Yes"
    assert line.struck == "entered in error, by Sam Lead and Rae Moss: Wrong person"


def test_a_missed_deadline_stands_at_the_moment_it_was_due() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 10:01")
    late = [
        line for line in told.lines()
        if line.title == "Became late" and line.text.startswith("Confirm receipt")
    ]  # fmt: skip
    assert [line.at for line in late] == [london("2026-11-17 10:00")]


def test_it_stays_there_after_the_duty_was_done_and_only_once() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-18 09:00").tell("referral_received")
    told.later(days=3)
    late = [line.at for line in told.lines() if line.text.startswith("Confirm receipt")]
    assert late == [london("2026-11-17 10:00")]


def test_what_was_done_in_time_is_never_called_late_even_when_written_up_later() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 12:00")
    told.tell("referral_received", at=london("2026-11-16 15:00"))
    assert not [line for line in told.lines() if line.text.startswith("Confirm receipt")]


def test_what_is_written_up_a_day_later_says_so() -> None:
    told = a_concern("2026-11-19 09:00").later(hours=30)
    told.tell("observation_made", at=told.now - timedelta(hours=25)).tell("observation_made")
    assert [line.entered_late for line in told.lines() if line.title == "Observation"] == [
        True,
        False,
    ]


def test_people_who_left_the_register_are_still_named() -> None:
    told = a_concern().by(CARER).tell("observation_made")
    assert next(line for line in told.lines() if line.number == 2).by == "Kit Dunn"
