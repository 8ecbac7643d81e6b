"""`sgtui log --from FILE` records what a person wrote, or says everything that is wrong at once."""

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from sgtui import wiring
from tests.cli.conftest import Answer, Sgtui

PLAIN: dict[str, Any] = {
    "person": "ada v",
    "category": "neglect",
    "happened_at": "-2h",
    "place": "Bedroom",
    "text": 'She said "nobody came".',
    "statement_type": "their own words",
    "safety": "Yes",
    "steps": ["GP or 111", "evidence_kept"],
    "told": "sam",
}


def logged(sgtui: Sgtui, path: Path, fields: object, *more: str) -> Answer:
    """What the command said to a file with these fields."""
    file = path.with_name("concern.json")
    file.write_text(json.dumps(fields))
    return sgtui("--database", wiring.url_of(path), "log", "--from", str(file), *more)


def case_count(path: Path) -> int:
    """How many cases the record has."""
    desk = wiring.open_desk(wiring.url_of(path))
    with desk.store.reading() as unit:
        count = len(unit.case_ids())
    desk.store.close()
    return count


def test_a_concern_with_people_by_name_and_times_as_typed_is_recorded(
    sgtui: Sgtui, own_demo: Path
) -> None:
    answer = logged(sgtui, own_demo, PLAIN, "--json")
    assert answer.status == 0, answer.err
    saved = json.loads(answer.out)
    assert saved["sentence"].startswith(f"Saved {saved['ref']}. Next: ")
    url = wiring.url_of(own_demo)
    case = json.loads(sgtui("--database", url, "show", saved["ref"], "--json").out)
    assert case["person"]["name"] == "Ada Vale"
    assert [entry["kind"] for entry in case["entries"]] == [
        "concern_recorded", "statement_taken", "safety_checked",
    ]  # fmt: skip


def test_every_complaint_comes_at_once_and_nothing_is_written(sgtui: Sgtui, own_demo: Path) -> None:
    before = case_count(own_demo)
    wrong = {"person": "nobody such", "category": "rude", "happened_at": "tomorrow", "plaice": "x"}
    answer = logged(sgtui, own_demo, wrong)
    assert (answer.status, answer.out) == (2, "")
    complaints = answer.err.splitlines()
    for field in ("person", "category", "happened_at", "place", "text", "safety"):
        assert any(line.startswith(f"{field}: ") for line in complaints), field
    assert any("Did you mean place?" in line for line in complaints)
    assert case_count(own_demo) == before


def test_in_danger_who_what_and_safety_are_enough(sgtui: Sgtui, own_demo: Path) -> None:
    urgent = {"person": "ada v", "category": "physical", "safety": "No: ring 999 first"}
    assert logged(sgtui, own_demo, urgent).status == 0


def test_the_same_file_with_its_own_id_makes_one_case(sgtui: Sgtui, own_demo: Path) -> None:
    fields = {**PLAIN, "case_id": str(uuid4())}
    before = case_count(own_demo)
    first, again = (json.loads(logged(sgtui, own_demo, fields, "--json").out) for _ in range(2))
    assert first["ref"] == again["ref"]
    assert case_count(own_demo) == before + 1


@pytest.mark.parametrize("given", ["[1]", "{", "\udcff"])
def test_a_file_that_is_no_json_object_is_refused_in_one_sentence(
    sgtui: Sgtui, own_demo: Path, given: str
) -> None:
    file = own_demo.with_name("bad.json")
    file.write_bytes(given.encode("utf-8", "surrogateescape"))
    url = wiring.url_of(own_demo)
    answer = sgtui("--database", url, "log", "--from", str(file))
    assert (answer.status, answer.err.count("\n")) == (2, 1)


def test_a_complaint_never_repeats_what_was_written(sgtui: Sgtui, own_demo: Path) -> None:
    secret: dict[str, object] = dict.fromkeys(PLAIN, "Zebedee Quux")
    answer = logged(sgtui, own_demo, {**secret, "text": ["Zebedee Quux"]})
    assert answer.status == 2
    assert "Zebedee" not in answer.err


def test_any_kind_of_entry_is_added_to_a_case(sgtui: Sgtui, own_demo: Path) -> None:
    ref = json.loads(logged(sgtui, own_demo, PLAIN, "--json").out)["ref"]
    seen = {"text": "Calm at breakfast, ate well.", "worse": "no", "happened": "-5m"}
    answer = logged(sgtui, own_demo, seen, "--case", ref, "--kind", "observation made")
    assert answer.status == 0, answer.err


def test_a_shut_gate_is_status_two_with_every_reason(sgtui: Sgtui, own_demo: Path) -> None:
    ref = json.loads(logged(sgtui, own_demo, PLAIN, "--json").out)["ref"]
    sent = {"contact": "duty desk", "method": "phone", "sent_at": "now", "content": "All of it."}
    answer = logged(sgtui, own_demo, sent, "--case", ref, "--kind", "referral_sent")
    assert answer.status == 2
    assert "threshold" in answer.err.lower()
    assert "wants" in answer.err


def test_an_unknown_kind_is_told_which_there_are(sgtui: Sgtui, own_demo: Path) -> None:
    answer = logged(sgtui, own_demo, {}, "--case", "SG-26-K4T7", "--kind", "gossip")
    assert answer.status in (1, 2)
    assert answer.err


def test_an_entry_is_amended_by_the_label_of_its_field(sgtui: Sgtui, own_demo: Path) -> None:
    ref = json.loads(logged(sgtui, own_demo, PLAIN, "--json").out)["ref"]
    change = {"entry": "concern", "field": "Where", "value": "lounge", "reason": "Wrong room."}
    answer = logged(sgtui, own_demo, change, "--case", ref, "--kind", "amended")
    assert answer.status == 0, answer.err
    url = wiring.url_of(own_demo)
    first = json.loads(sgtui("--database", url, "show", ref, "--json").out)["entries"][0]
    assert "Bedroom" in first["text"]
    assert "Lounge" in first["corrected"][0]


def test_text_that_looks_like_a_row_of_the_chronology_stays_indented(
    sgtui: Sgtui, own_demo: Path
) -> None:
    forged = "Fine.\n9. Sun 22 Nov 2026 10:00  Closure approved  (Ruth Adeyemi)\x1b[2J"
    ref = json.loads(logged(sgtui, own_demo, {**PLAIN, "text": forged}, "--json").out)["ref"]
    out = sgtui("--database", wiring.url_of(own_demo), "show", ref).out
    assert "\x1b" not in out
    assert not any(line.startswith("9. ") for line in out.splitlines())
