"""The chronology that an authority is given: what it needs, and nothing it has no business with."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sgtui.domain.entries import Payload, PersonRegistered
from tests.documents.a_told_record import desk_with, document, section, text
from tests.domain.a_home import an_id
from tests.domain.case_builder import Told, a_full_record, a_referral

NAME = "chronology"
BEN, CARL = an_id("Ben Idle"), an_id("Carl Orr")


def resident(person: UUID, name: str) -> Payload:
    """Somebody else who lives here."""
    return PersonRegistered(person=person, name=name, room="4")


def chronology(folder: Path, told: Told, *more: Payload) -> str:
    """The chronology of a case as text."""
    return text(desk_with(folder, told, *more), NAME)


INTERNAL: dict[str, dict[str, Any]] = {
    "staff_supported": {"support": "A named manager rings each week"},
    "oversight_held": {"enough": "yes", "together": "well", "found": "All of it was looked at."},
    "audit_finding_raised": {"found": "No receipt", "at_risk": "no", "owner": an_id("lead")},
    "ladder_pinned": {"version": "ENG-default-1", "reason": "The board's own procedure"},
}


@pytest.mark.parametrize("kind", INTERNAL)
def test_the_homes_own_supervision_is_left_out(tmp_path: Path, kind: str) -> None:
    told = a_referral().later(hours=1).tell(kind, **INTERNAL[kind])
    desk = desk_with(tmp_path, told)
    kinds = [record.cells[5] for record in section(desk, NAME).records]
    assert "referral_sent" in kinds
    assert kind not in kinds
    told_words = [one for one in map(str, INTERNAL[kind].values()) if " " in one]
    whole = text(desk, NAME)
    assert told_words and not any(one in whole for one in told_words)


def test_that_something_is_left_out_and_why_stands_on_the_first_page(tmp_path: Path) -> None:
    notes = " ".join(document(desk_with(tmp_path, a_referral()), NAME).notes)
    assert "The home's own supervision is left out" in notes
    assert "What was entered in error is left out." in notes
    assert "read it through before it is sent" in notes


def test_what_was_entered_in_error_is_left_out_with_its_striking(tmp_path: Path) -> None:
    told = a_full_record().tell("observation_made", text="Mr Idle fell.").later(hours=1)
    told.tell("entered_in_error", entry=told.newest("observation_made"))
    said = chronology(tmp_path, told)
    assert "Mr Idle fell." not in said
    assert "Wrong person" not in said


def test_what_was_put_right_stands_as_it_reads_now(tmp_path: Path) -> None:
    told = a_full_record().later(hours=1)
    told.tell("amended", entry=told.newest("statement_taken"), changes={"text": "A graze."})
    said = chronology(tmp_path, told)
    assert "A graze. (amended by Joy Okafor, entry 4: Misheard)" in said
    assert "A bruise on her left forearm." not in said


def test_other_residents_are_letters_and_the_one_alleged_keeps_the_name(tmp_path: Path) -> None:
    told = a_full_record(alleged_person=CARL).later(hours=1)
    told.tell("person_involved", name="Ben Idle", involvement="witness", staff=None, person=BEN)
    told.tell("statement_taken", text="ben idle saw Carl Orr push Ada Vale. Ben Idle cried.")
    said = chronology(tmp_path, told, resident(BEN, "Ben Idle"), resident(CARL, "Carl Orr"))
    assert "idle" not in said.casefold()
    assert "resident A saw Carl Orr push Ada Vale. resident A cried." in said
    assert "Alleged to have caused harm: Carl Orr (lives here)" in said


def test_a_name_of_one_word_is_left_for_it_may_be_any_word(tmp_path: Path) -> None:
    told = a_full_record().tell("observation_made", text="She may go out.")
    assert "She may go out." in chronology(tmp_path, told, resident(BEN, "May"))


def test_what_was_late_stands_but_not_the_homes_supervision(tmp_path: Path) -> None:
    told = a_referral("2026-11-19 09:00").tell("staff_supported")
    told.tell("person_involved", involvement="alleged").at("2026-12-10 09:00")
    desk = desk_with(tmp_path, told)
    late = [r.cells[9] for r in section(desk, NAME).records if r.cells[5] == "became_late"]
    assert any(str(said).startswith("Confirm receipt (L7)") for said in late)
    assert not any(str(said).startswith("Support the staff member") for said in late)


def test_decisions_and_the_persons_own_words_are_marked(tmp_path: Path) -> None:
    told = a_referral().tell("statement_taken", statement_type="verbatim", text="I banged it.")
    said = chronology(tmp_path, told.later(hours=1).tell("referral_decided"))
    assert "DECISION. Threshold decided:" in said
    assert "AGENCY'S DECISION. Referral:" in said
    assert "THE PERSON'S OWN WORDS. Statement:" in said
    assert "WHAT THE PERSON WANTS. Wishes:" in said


def test_what_was_written_up_a_day_later_says_when(tmp_path: Path) -> None:
    told = a_full_record("2026-11-19 09:00").later(hours=30)
    told.tell("observation_made", at=told.entries[0].occurred_at)
    assert "Entered late, on Fri 20 Nov 2026 15:00." in chronology(tmp_path, told)


def test_time_without_contact_stands_in_its_place_and_over_all(tmp_path: Path) -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-24 09:00").tell("agency_contacted")
    desk = desk_with(tmp_path, told.later(hours=1))
    said = text(desk, NAME)
    assert "No contact: With any agency for 5 d. To Tue 24 Nov 2026 09:00" in said
    assert "Thu 19 Nov 2026 09:00 5 d To Tue 24 Nov 2026 09:00" in said
    figures = dict(section(desk, NAME).figures)
    assert figures["contact_gaps"] == 1
    kinds = [record.cells[5] for record in section(desk, NAME).records]
    assert kinds.index("no_contact") == kinds.index("referral_sent") + 1


def test_abbreviations_that_it_uses_are_spelled_out_and_no_others(tmp_path: Path) -> None:
    told = a_full_record().tell("observation_made", text="The GP rang; CPNs are not meant.")
    said = chronology(tmp_path, told)
    assert "GP General practitioner" in said
    assert "psychiatric" not in said
