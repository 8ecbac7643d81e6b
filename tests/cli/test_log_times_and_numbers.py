"""Times to come, entries by number and kinds that make sense are asked for and read alike."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sgtui import wiring
from tests.cli.conftest import Answer, Sgtui


@pytest.fixture
def url(own_demo: Path) -> str:
    """The demo's record."""
    return wiring.url_of(own_demo)


@pytest.fixture
def ref(sgtui: Sgtui, url: str) -> str:
    """A case that has been referred."""
    rows = json.loads(sgtui("--database", url, "queue", "--json").out)
    return next(str(row["ref"]) for row in rows if row["ref"].endswith("K4T7"))


@pytest.fixture
def typed(sgtui: Sgtui, url: str, ref: str, monkeypatch: pytest.MonkeyPatch) -> Sgtui:
    """Runs `sgtui log` on that case with typed lines."""

    def run(lines: str, *argv: str) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return sgtui("--database", url, "log", "--case", ref, *argv)

    return run


@pytest.fixture
def given(sgtui: Sgtui, url: str, ref: str, tmp_path: Path) -> Any:
    """Runs `sgtui log --from` on that case with these fields."""

    def run(kind: str, **fields: Any) -> Answer:
        file = tmp_path / "given.json"
        file.write_text(json.dumps(fields))
        return sgtui("--database", url, "log", "--case", ref, "--kind", kind, "--from", str(file))

    return run


def entries(sgtui: Sgtui, url: str, ref: str) -> list[dict[str, Any]]:
    """The entries of a case as shown."""
    shown = json.loads(sgtui("--database", url, "show", ref, "--json").out)
    found: list[dict[str, Any]] = shown["entries"]
    return found


def test_a_time_to_come_is_read_back_and_asked_again_when_it_is_past(typed: Sgtui) -> None:
    answer = typed("\nChange the lock\njoy\n\n-2h\n+3h\n1\n", "--kind", "action_agreed")
    assert answer.status == 0, answer.out + answer.err
    assert "That is past. Type a time to come" in answer.out
    assert ", in 3 hours" in answer.out


def test_an_action_is_chosen_by_the_number_of_its_entry(
    typed: Sgtui, given: Any, sgtui: Sgtui, url: str, ref: str
) -> None:
    made = given("action_agreed", what="Change the lock", owner="joy", due_at="+2d")
    assert made.status == 0, made.err
    number = len(entries(sgtui, url, ref))
    answer = typed(f"\n{number}\njoy\nNew lock fitted\n1\n", "--kind", "action_done")
    assert answer.status == 0, answer.out + answer.err
    assert f"{number}  Change the lock, entry {number}" in answer.out
    done = entries(sgtui, url, ref)[-1]
    assert done["text"].startswith(f"Action: Change the lock (entry {number})")


@pytest.mark.parametrize("as_list", [False, True])
def test_several_entries_are_given_by_number(
    given: Any, sgtui: Sgtui, url: str, ref: str, as_list: bool
) -> None:
    newest = len(entries(sgtui, url, ref))
    first, second, third = range(newest - 2, newest + 1)
    numbers = [first, str(second), third] if as_list else f"{first}, {second}-{third}"
    answer = given(
        "challenge_raised", ground="no_response", stage="L9", ours="sam", contact="social worker",
        theirs="Owen Tarrant", method="phone", raised_at="now", wanted="A decision by tomorrow",
        evidence=numbers, referral="LA duty desk",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    assert f"New since: entry {first}, " in entries(sgtui, url, ref)[-1]["text"]


def test_a_number_that_is_no_entry_is_told_before_anything_is_written(
    given: Any, sgtui: Sgtui, url: str, ref: str
) -> None:
    before = len(entries(sgtui, url, ref))
    answer = given("challenge_raised", evidence="999")
    assert answer.status == 2
    assert "evidence: There is no entry 999; there are 1 to" in answer.err
    assert len(entries(sgtui, url, ref)) == before


def test_only_kinds_that_make_sense_now_are_listed(typed: Sgtui) -> None:
    answer = typed("")
    assert "Agency contact" in answer.out
    for title in ("Action verified", "Reopened", "Closure approved", "Pattern\n"):
        assert title not in answer.out


def test_what_was_promised_is_read_from_when_it_was_said(given: Any) -> None:
    answer = given(
        "agency_contacted", happened="-5h", contact="LA duty desk", method="phone", result="spoke",
        spoke_to="Lena Marsh", promised="Ring back", promised_by="-2h",
    )  # fmt: skip
    assert answer.status == 2
    assert "promised_by: That is past." in answer.err
