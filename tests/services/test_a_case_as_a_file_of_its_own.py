"""A case file on its own proves by itself that nobody altered it, and holds nobody else."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from sgtui.domain.entries import REGISTER_ID, ObservationMade
from sgtui.domain.people import Role
from sgtui.services.case_copy import CaseCopy, NoCopy, copy_of, read_copy
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.links import link_cases
from sgtui.services.ports import Fault
from sgtui.services.record import NotForYou, new_entry, record
from sgtui.storage.signing import PersonalSigner
from sgtui.storage.words import words_of
from sgtui.wiring import verify_copy
from tests.services.conftest import Home


def case_copy(home: Home, desk: Desk | None = None) -> CaseCopy:
    """The copy of a case with three further entries, beside another case that is not copied."""
    other = home.notice(person=home.person("Ben Idle", "4"), text="Ben Idle fell.")
    record_concern(home.desk, other, case_id=uuid4())
    case_id = record_concern(home.desk, home.notice(), case_id=uuid4()).case_id
    for hour in range(3):
        home.clock.forward(hours=1)
        said = ObservationMade.model_validate({"text": f"Calm at hour {hour}.", "worse": "no"})
        record(home.desk, case_id, [new_entry(said, home.clock())])
    return copy_of(desk or home.desk, case_id, "ab" * 16, words_of)


def sentences(found: list[Fault]) -> list[str]:
    return [fault.sentence for fault in found]


def altered(copied: CaseCopy, change: Callable[[dict[str, Any]], object]) -> CaseCopy:
    """The copy as somebody might write it who alters the file."""
    plain = json.loads(copied.text)
    change(plain)
    return read_copy(json.dumps(plain))


def test_it_is_read_and_found_whole(home: Home) -> None:
    copied = read_copy(case_copy(home).text)
    assert verify_copy(copied) == []
    assert copied.number == len(copied.entries)
    assert len(copied.words) == 6


def test_one_altered_letter_anywhere_is_found(home: Home) -> None:
    text = case_copy(home).text
    for at in range(0, len(text), 41):
        letter = text[at]
        if letter.isspace():
            continue
        changed = text[:at] + ("1" if letter != "1" else "2") + text[at + 1 :]
        try:
            found = verify_copy(read_copy(changed))
        except NoCopy:
            continue
        assert found, text[at - 30 : at + 30]


def test_an_entry_left_out_is_found_wherever_it_stood(home: Home) -> None:
    copied = case_copy(home)
    for place in range(copied.number):
        plain = json.loads(copied.text)
        del plain["entries"][place]
        assert verify_copy(read_copy(json.dumps(plain)))


def test_a_shortened_case_is_found_though_all_it_says_fits(home: Home) -> None:
    def shorten(plain: dict[str, Any]) -> None:
        plain["entries"].pop()
        plain["number"] -= 1
        plain["head"] = plain["entries"][-1]["hash"]

    found = sentences(verify_copy(altered(case_copy(home), shorten)))
    assert "The register's seal over the newest entry is not here." in found
    assert any("changed after it was written" in sentence for sentence in found)


def test_whoever_signs_anew_is_not_whom_it_names(home: Home) -> None:
    copied = case_copy(home)
    stranger = PersonalSigner.new(copied.made_by)
    signed = copied.model_copy(update={"signature": stranger.sign(copied.digest).hex()})
    assert sentences(verify_copy(signed)) == [
        "This file was changed after it was written, or not by whom it names."
    ]


def test_it_holds_nobody_whom_the_case_does_not_name(home: Home) -> None:
    home.staff("Zara Quill", Role.CARE_WORKER)
    text = case_copy(home).text
    assert "Ada Vale" in text
    assert "Ben Idle" not in text
    assert "Zara Quill" not in text


def test_everybody_who_signed_has_a_key_in_it(home: Home) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    copied = case_copy(home, lead)
    assert verify_copy(copied) == []
    assert {row.case_id for row in copied.register_entries} == {REGISTER_ID.hex}


def test_what_speaks_of_a_case_that_names_the_reader_is_left_out_and_still_proved(
    home: Home,
) -> None:
    lead = home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    first = record_concern(home.desk, home.notice(), case_id=uuid4())
    named = home.notice(person=home.person("Ben Idle", "4"), alleged_staff=lead.author.staff_id)
    second = record_concern(home.desk, named, case_id=uuid4())
    link_cases(home.desk, first.case_id, second.reference, "The same lounge")
    copied = copy_of(lead, first.case_id, "ab" * 16, words_of)
    assert second.reference not in copied.text
    assert (copied.withheld, verify_copy(copied)) == (1, [])
    with pytest.raises(NotForYou):
        copy_of(lead, second.case_id, "ab" * 16, words_of)


def test_a_text_left_out_afterwards_is_found(home: Home) -> None:
    def silence(plain: dict[str, Any]) -> None:
        plain["entries"][1] |= {"payload": None, "salt": None}

    assert verify_copy(altered(case_copy(home), silence))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"layout": 1}', "not json", "\x00"])
def test_another_file_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(NoCopy, match="This is no case file"):
        read_copy(text)
