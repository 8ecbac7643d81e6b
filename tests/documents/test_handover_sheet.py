"""The handover sheet: each live case as SBAR, late duties to tick, both signatures, the anchor."""

import json
from typing import Any
from uuid import uuid4

import pytest

from sgtui.documents.catalogue import make
from sgtui.documents.press import json_text
from sgtui.documents.press.text import lines
from sgtui.domain.entries import REGISTER_ID
from sgtui.domain.people import Role
from sgtui.domain.spoken_words import words_of_hash
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.handover import accept, read_handover, sign
from sgtui.services.queue import arrange, read_facts
from sgtui.services.reports import Asked
from sgtui.services.work import Stopped, Work
from tests.documents.the_demo import as_json, the_demo
from tests.services.conftest import Home


def asked(desk: Desk) -> Asked:
    return Asked(Period(desk.now(), desk.now()))


def sheet(desk: Desk) -> str:
    """The sheet as text, on one line."""
    return " ".join(" ".join(lines(make(desk, "handover", asked(desk)))).split())


@pytest.fixture
def late(home: Home) -> str:
    """A late concern about Ada Vale; its reference."""
    recorded = record_concern(home.desk, home.notice(), case_id=uuid4())
    home.clock.forward(hours=5)
    return recorded.reference


def test_before_it_is_signed_it_has_lines_to_sign_by_hand(home: Home, late: str) -> None:
    text = sheet(home.desk)
    assert "Hands over: name, date, time" in text
    assert "Takes over: name, date, time" in text
    assert f"{late} Ada Vale" in text
    assert "[ ]" in text


def test_once_it_is_signed_and_taken_over_both_names_and_ticks_stand_on_it(
    home: Home, late: str
) -> None:
    night = home.desk_of("Tom Wells", Role.SHIFT_LEADER)
    sign(home.desk, "Ada slept badly.")
    waiting = sheet(night)
    assert "Handed over by: Mo Grant" in waiting
    assert "Takes over: name, date, time" in waiting
    assert "Ada slept badly." in waiting
    view = read_handover(night)
    assert view.taking is not None
    accept(night, view.taking.entry, [one.key for one in view.late], "Who rings?")
    done = sheet(night)
    assert "Taken over by: Tom Wells" in done
    assert "Asked or added: Who rings?" in done
    assert "[x]" in done and "[ ]" not in done
    assert late in done


def test_it_anchors_the_record_by_the_link_at_signing_and_at_printing(home: Home) -> None:
    with home.desk.store.reading() as unit:
        signed_at = unit.head(REGISTER_ID)
    sign(home.desk, "none")
    with home.desk.store.reading() as unit:
        printed_at = unit.head(REGISTER_ID)
    text = sheet(home.desk)
    for number, head in (signed_at, printed_at):
        assert f"{number}" in text
        assert head in text
        assert words_of_hash(head) in text
    assert len(words_of_hash(printed_at[1]).split()) == 6


def test_a_case_that_names_its_reader_is_not_on_it_and_no_number_gives_it_away(
    home: Home, late: str
) -> None:
    kit = home.desk_of("Kit Dunn", Role.SHIFT_LEADER)
    before = sheet(kit)
    named = record_concern(
        home.desk, home.notice(alleged_staff=kit.author.staff_id), case_id=uuid4()
    )
    after = sheet(kit)
    assert named.reference in sheet(home.desk)
    assert named.reference not in after
    assert late in after
    until = "State of the record"
    assert after.partition(until)[0] == before.partition(until)[0]


def test_it_stops_between_two_cases(home: Home, late: str) -> None:
    document = make(home.desk, "handover", asked(home.desk), Work(stop=lambda: True))
    with pytest.raises(Stopped):
        list(document.sections)
    assert late


def records(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [record for section in document["sections"] for record in section["records"]]


def test_its_rows_are_what_the_queue_shows_of_the_open_cases() -> None:
    desk = the_demo().desk()
    rows = records(as_json(desk, "handover"))
    queue = arrange(read_facts(desk), desk.now())
    live = {row["reference"] for row in rows}
    of_live = [row for row in queue.rows if row.reference in live]
    owed = sorted((row.reference, row.duty) for row in of_live)
    assert sorted((row["reference"], row["duty"]) for row in rows) == owed
    assert "you" not in {row["owes"] for row in rows} | {row["owed_to"] for row in rows}
    assert sum(row["late"] == "yes" for row in rows) == sum(row.urgency.is_late for row in of_live)
    closed = {row.duty for row in queue.rows if row.reference not in live and not row.screen}
    assert closed <= {"After-action review", "Mend audit finding", "Verify finding mended"}


def test_every_live_case_has_its_four_parts_and_its_own_link() -> None:
    desk = the_demo().desk()
    read = json.loads("".join(json_text.pieces(make(desk, "handover", asked(desk)))))
    cases = [section for section in read["sections"] if section["reference"]]
    assert len(cases) == arrange(read_facts(desk), desk.now()).open_cases
    for case in cases:
        text = "\n".join(case["text"])
        parts = ("Situation", "Background", "Assessment")
        assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
        assert case["head"]
