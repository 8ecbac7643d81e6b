"""`sgtui log` takes a body map: by prompts one mark a line, or from a file."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sgtui import wiring
from tests.cli.conftest import Answer, Sgtui

BRUISE = "bruise, left forearm, 3x2cm, purple"
CONCERN: dict[str, Any] = {
    "person": "ada v", "category": "physical", "happened_at": "-2h", "place": "Bedroom",
    "text": "Seen while dressing.", "safety": "Yes",
}  # fmt: skip

Typed = Sgtui
FromFile = Any


@pytest.fixture
def typed(sgtui: Sgtui, own_demo: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Runs `sgtui log` with typed lines."""

    def run(lines: str, *argv: str) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return sgtui("--database", wiring.url_of(own_demo), "log", *argv)

    return run


@pytest.fixture
def from_file(sgtui: Sgtui, own_demo: Path) -> FromFile:
    """Runs `sgtui log --from` with these fields."""

    def run(fields: dict[str, Any], *argv: str) -> Answer:
        file = own_demo.with_name("given.json")
        file.write_text(json.dumps(fields))
        return sgtui("--database", wiring.url_of(own_demo), "log", "--from", str(file), *argv)

    return run


@pytest.fixture
def maps(sgtui: Sgtui, own_demo: Path) -> Any:
    """The body maps of a case, as JSON."""

    def run(ref: str) -> list[dict[str, Any]]:
        shown = json.loads(sgtui("--database", wiring.url_of(own_demo), "show", ref, "--json").out)
        found: list[dict[str, Any]] = shown["body_maps"]
        return found

    return run


def saved(answer: Answer) -> str:
    """The reference of what was saved, by its last line."""
    assert answer.status == 0, answer.out + answer.err
    return answer.out.rpartition("Saved ")[2].partition(". ")[0]


def told(*map_lines: str) -> str:
    """A physical concern typed up to its body map, then these lines, then to the end."""
    before = ["ada v", "1", "1", "", "2", "", "-2h", "1", "Seen while dressing.", "", "1", ""]
    return "\n".join([*before, *map_lines, "", "", "", "", "1", ""])


def test_a_physical_concern_is_asked_for_marks_and_then_how_they_were_seen(
    typed: Typed, maps: Any
) -> None:
    answer = typed(told(BRUISE, "cut, right shin, 12mm", "", "-10m", "", "2", "1", "1", ""))
    (made,) = maps(saved(answer))
    assert [mark["region"] for mark in made["marks"]] == ["F17L", "F24R"]
    assert (made["examined_by"], made["care"], made["consent"]) == (
        "Joy Okafor", "dressing", "agreed",
    )  # fmt: skip
    assert "= 1. Bruise, person's left forearm (F17L), 30 x 20 mm, purple." in answer.out
    assert "why there is none" not in answer.out.lower()


def test_a_mark_that_cannot_be_read_is_asked_again_alone(typed: Typed, maps: Any) -> None:
    answer = typed(told(BRUISE, "bruise, somewhere", "", "", "", "", "", "", ""))
    (made,) = maps(saved(answer))
    assert len(made["marks"]) == 1


def test_without_a_mark_it_is_asked_why_there_is_no_map(typed: Typed, maps: Any) -> None:
    answer = typed(told("", "She declined"))
    assert maps(saved(answer)) == []


def some_case(from_file: FromFile) -> str:
    """The reference of a new physical case without a map."""
    fields = {**CONCERN, "no_map_because": "Not willing yet"}
    ref: str = json.loads(from_file(fields, "--json").out)["ref"]
    return ref


def test_a_later_look_is_an_entry_with_now_and_oneself_by_enter(
    typed: Typed, from_file: FromFile, maps: Any
) -> None:
    ref = some_case(from_file)
    lines = "\n".join(["", "", "1", "1", "1", "", BRUISE, "", "1", ""])
    answer = typed(lines, "--case", ref, "--kind", "body_mapped")
    assert "Looked at (Enter for now)" in answer.out
    assert "By (Enter for Joy Okafor)" in answer.out
    assert saved(answer) == ref
    (made,) = maps(ref)
    assert made["examined_by"] == "Joy Okafor"


def test_that_no_mark_was_seen_is_said_and_not_taken_so(
    typed: Typed, from_file: FromFile, maps: Any
) -> None:
    ref = some_case(from_file)
    how = ["", "", "1", "1", "1", ""]
    answer = typed(
        "\n".join([*how, "", "2", "", "1", "1", ""]), "--case", ref, "--kind", "body map"
    )
    assert answer.out.count("That records: No mark was seen.") == 2
    assert saved(answer) == ref
    assert [made["marks"] for made in maps(ref)] == [[]]


@pytest.mark.parametrize(
    "given",
    [
        {"marks": [BRUISE]},
        {"marks": BRUISE},
        {"body_map": {"marks": [BRUISE], "examined_at": "-10m", "examined_by": "joy"}},
        {"body_map": {"marks": [{"kind": "bruise", "region": "F17L"}], "care": "Washing"}},
    ],
)
def test_a_file_gives_the_marks_alone_or_the_whole_map(
    from_file: FromFile, maps: Any, given: dict[str, Any]
) -> None:
    answer = from_file({**CONCERN, **given}, "--json")
    assert answer.status == 0, answer.err
    (made,) = maps(json.loads(answer.out)["ref"])
    assert [mark["region"] for mark in made["marks"]] == ["F17L"]
    assert made["examined_by"] == "Joy Okafor"


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"marks": [BRUISE, "Zebedee Quux"]}, "marks: Line 2: "),
        ({"marks": [BRUISE], "body_map": {}}, "marks: put them into body_map"),
        ({"body_map": {"care": "washing"}}, "body_map, marks: still needed"),
        ({"body_map": {"marks": None}}, "body_map, marks: still needed"),
        ({"body_map": {"marks": " "}}, "body_map, marks: still needed"),
        ({"marks": [BRUISE], "no_map_because": "Zebedee"}, "no_map_because: there is a body map."),
        ({"marks": [], "no_map_because": "Zebedee"}, "no_map_because: there is a body map."),
        ({"body_map": {"marks": [], "consent": "Zebedee"}}, "body_map, consent: "),
        ({"body_map": "Zebedee"}, "body_map: an object is wanted"),
        ({"body_map": {"marks": [], "examined_at": "tomorrow"}}, "body_map, examined_at: "),
    ],
)
def test_what_is_wrong_with_a_map_is_said_and_nothing_is_repeated(
    from_file: FromFile, given: dict[str, Any], complaint: str
) -> None:
    answer = from_file({**CONCERN, **given})
    assert answer.status == 2
    assert any(line.startswith(complaint) for line in answer.err.splitlines()), answer.err
    assert "Zebedee" not in answer.err


@pytest.mark.parametrize("blank", [None, "", " \n "])
def test_marks_left_blank_in_a_file_are_no_map(
    from_file: FromFile, maps: Any, blank: str | None
) -> None:
    answer = from_file({**CONCERN, "marks": blank}, "--json")
    assert maps(json.loads(answer.out)["ref"]) == []


def test_a_file_must_say_that_no_mark_was_seen(from_file: FromFile, maps: Any) -> None:
    ref = some_case(from_file)
    more = ("--case", ref, "--kind", "body_mapped")
    for blank in ({}, {"marks": None}, {"marks": ""}):
        assert "marks: still needed" in from_file({"care": "washing", **blank}, *more).err
    assert from_file({"care": "washing", "marks": []}, *more).status == 0
    assert len(maps(ref)) == 1


def test_marks_are_restated_by_an_amendment(from_file: FromFile, typed: Typed, maps: Any) -> None:
    ref = json.loads(from_file({**CONCERN, "marks": [BRUISE, "cut, F24R"]}, "--json").out)["ref"]
    change = {"entry": "body map", "field": "Marks", "reason": "Measured again"}
    more = ("--case", ref, "--kind", "amended")
    larger = ["bruise, F17L, 4x2cm, purple", "cut, F24R"]
    answer = from_file({**change, "value": larger}, *more)
    assert answer.status == 0, answer.err
    assert maps(ref)[0]["marks"][0]["length_mm"] == 40
    lines = [
        "",
        "body map",
        "marks",
        "bruise, F17L, 5x2cm, purple",
        "cut, F24R",
        "",
        "Again",
        "1",
        "",
    ]
    assert saved(typed("\n".join(lines), *more)) == ref
    assert maps(ref)[0]["marks"][0]["length_mm"] == 50


def test_a_prompt_is_answered_for_a_body_map_alone(
    from_file: FromFile, sgtui: Sgtui, own_demo: Path
) -> None:
    given = {**CONCERN, "marks": ["bruise, left underarm, 2cm"]}
    ref = json.loads(from_file(given, "--json").out)["ref"]
    more = ("--case", ref, "--kind", "body_map_prompt_answered")
    fields = {"body_map": "body map", "prompt": "unusual", "answer": "heeded", "told": "sam"}
    assert from_file({**fields, "body_map": "concern"}, *more).status == 2
    answer = from_file(fields, *more)
    assert answer.status == 0, answer.err
    url = wiring.url_of(own_demo)
    shown = json.loads(sgtui("--database", url, "show", ref, "--json").out)
    assert shown["body_map_prompts"] == []
