"""`sgtui bodymap REF` gives a case's body maps as text, as JSON, or as a picture."""

import json
import stat
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from sgtui import wiring
from sgtui.domain.entries.mark_reading import read_mark
from tests.cli.conftest import Sgtui

TWO_CASES, SAME_CASE, OPEN_PROMPT, NO_MAP = "K4T7", "R7GF", "M5RA", "3HDV"


@pytest.fixture
def ref(sgtui: Sgtui, demo_url: str) -> "Ref":
    """The whole reference of a demo case by its last four."""
    rows = json.loads(sgtui("--database", demo_url, "queue", "--json").out)
    known = {row["ref"][-4:]: row["ref"] for row in rows}
    return known.__getitem__


Ref = Any


def test_text_reads_every_map_aloud_and_then_what_changed(
    sgtui: Sgtui, demo_url: str, ref: Ref
) -> None:
    answer = sgtui("--database", demo_url, "bodymap", ref(SAME_CASE))
    assert answer.status == 0, answer.err
    lines = [line.strip() for line in answer.out.splitlines()]
    assert [line for line in lines if line.startswith("Body map ")][1].startswith("Body map 2 of 2")
    assert sum(line.startswith("Looked at ") for line in lines) == 2
    assert (
        sum(line.startswith("1. Pressure damage, person's right heel (B19R)") for line in lines)
        == 2
    )
    changed = next(line for line in lines if line.startswith("~ Changed: mark 1"))
    assert "35 x 25 mm -> 20 x 12 mm" in changed
    assert answer.out == sgtui("--database", demo_url, "bodymap", ref(SAME_CASE), "--text").out


def test_what_changed_since_a_map_of_another_case_names_that_case(
    sgtui: Sgtui, demo_url: str, ref: Ref
) -> None:
    document = json.loads(sgtui("--database", demo_url, "bodymap", ref(TWO_CASES), "--json").out)
    (only,) = document["maps"]
    assert only["changes_since"]["since"]["ref"] != document["ref"]
    changes = {one["change"] for one in only["changes_since"]["changes"]}
    assert changes == {"new", "gone", "changed"}


def test_json_has_each_mark_whole_and_its_text_reads_back(
    sgtui: Sgtui, demo_url: str, ref: Ref
) -> None:
    document = json.loads(sgtui("--database", demo_url, "bodymap", ref(TWO_CASES), "--json").out)
    mark = document["maps"][0]["marks"][0]
    assert (mark["number"], mark["region"], mark["side"], mark["view"]) == (
        1, "F17L", "left", "front",
    )  # fmt: skip
    assert mark["region_name"] == "person's left forearm"
    assert (mark["length_mm"], mark["colours"], mark["swelling"]) == (30, ["purple"], "no")
    assert read_mark(mark["text"]).model_dump(mode="json").items() <= mark.items()


def test_open_prompts_are_told_in_both_forms(sgtui: Sgtui, demo_url: str, ref: Ref) -> None:
    text = sgtui("--database", demo_url, "bodymap", ref(OPEN_PROMPT)).out
    document = json.loads(sgtui("--database", demo_url, "bodymap", ref(OPEN_PROMPT), "--json").out)
    (prompt,) = document["prompts"]
    assert prompt["prompt"] == "unusual_site"
    assert prompt["sentence"] in text


def test_the_picture_is_of_the_newest_map_and_says_so_on_standard_error(
    sgtui: Sgtui, demo_url: str, ref: Ref
) -> None:
    answer = sgtui("--database", demo_url, "bodymap", ref(SAME_CASE), "--svg")
    assert "20 x 12 mm" in "".join(fromstring(answer.out).itertext())
    assert "newest map" in answer.err
    assert "--entry" in answer.err
    answer.out.encode("ascii")


def test_an_entry_number_chooses_the_map(sgtui: Sgtui, demo_url: str, ref: Ref) -> None:
    whole = json.loads(sgtui("--database", demo_url, "bodymap", ref(SAME_CASE), "--json").out)
    number = str(whole["maps"][0]["entry"])
    for form in ("--svg", "--text", "--json"):
        answer = sgtui("--database", demo_url, "bodymap", ref(SAME_CASE), form, "--entry", number)
        assert "35 x 25 mm" in answer.out
        assert "20 x 12 mm" not in answer.out
        assert answer.err == ""


def test_an_entry_that_is_no_map_is_told_which_are(sgtui: Sgtui, demo_url: str, ref: Ref) -> None:
    answer = sgtui("--database", demo_url, "bodymap", ref(SAME_CASE), "--entry", "1")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Entry 1 is no body map. The body maps are entries ")


def test_a_case_without_a_map_is_status_one_and_one_sentence(
    sgtui: Sgtui, demo_url: str, ref: Ref
) -> None:
    for form in ("--text", "--json", "--svg"):
        answer = sgtui("--database", demo_url, "bodymap", ref(NO_MAP), form)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err == f"No body map stands in {ref(NO_MAP)}.\n"


def test_a_file_is_written_whole_for_this_person_alone(
    sgtui: Sgtui, demo_url: str, ref: Ref, tmp_path: Path
) -> None:
    for form in ("--text", "--json", "--svg"):
        file = tmp_path / f"map{form}"
        answer = sgtui("--database", demo_url, "bodymap", ref(TWO_CASES), form, "-o", str(file))
        assert (answer.status, answer.out) == (0, "")
        printed = sgtui("--database", demo_url, "bodymap", ref(TWO_CASES), form).out
        assert file.read_text(encoding="utf-8") == printed
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.glob("*map*")) == [
        "map--json", "map--svg", "map--text",
    ]  # fmt: skip


def test_a_file_that_is_there_is_not_written_over(
    sgtui: Sgtui, demo_url: str, ref: Ref, tmp_path: Path
) -> None:
    file = tmp_path / "map.svg"
    file.write_text("kept")
    answer = sgtui("--database", demo_url, "bodymap", ref(TWO_CASES), "--svg", "-o", str(file))
    assert answer.status == 2
    assert answer.err == "map.svg is there already; it is not written over.\n"
    assert file.read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["map.svg"]


@pytest.mark.parametrize("where", ["none/map.svg", ".", "", "x" * 300])
def test_a_place_where_no_file_can_be_is_one_sentence(
    sgtui: Sgtui, demo_url: str, ref: Ref, tmp_path: Path, where: str
) -> None:
    target = str(tmp_path / where)
    answer = sgtui("--database", demo_url, "bodymap", ref(TWO_CASES), "--svg", "-o", target)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_a_file_without_a_name_is_told_which_folder_is_there(
    sgtui: Sgtui, demo_url: str, ref: Ref, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "maps").mkdir()
    monkeypatch.chdir(tmp_path / "maps")
    answer = sgtui("--database", demo_url, "bodymap", ref(TWO_CASES), "-o", "")
    assert answer.err == "maps is there already; it is not written over.\n"


def test_two_forms_at_once_are_refused(sgtui: Sgtui, demo_url: str) -> None:
    assert sgtui("--database", demo_url, "bodymap", "X", "--svg", "--json").status == 2


def test_text_from_people_cannot_act_on_the_terminal(sgtui: Sgtui, own_demo: Path) -> None:
    url = wiring.url_of(own_demo)
    given = {
        "person": "ada v", "category": "physical", "happened_at": "now", "place": "bedroom",
        "text": "Seen.", "safety": "Yes",
        "marks": ["bruise, left forearm. 'say \x1b]0;x\x07\u202eno' (resident)"],
    }  # fmt: skip
    file = own_demo.with_name("concern.json")
    file.write_text(json.dumps(given))
    saved = json.loads(sgtui("--database", url, "log", "--from", str(file), "--json").out)
    for form in ("--text", "--json", "--svg"):
        out = sgtui("--database", url, "bodymap", saved["ref"], form).out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)
