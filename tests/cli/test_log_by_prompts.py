"""`sgtui log` asks one plain numbered question after another."""

import io
import json
from pathlib import Path

import pytest

from sgtui import wiring
from tests.cli.conftest import Answer, Sgtui


@pytest.fixture
def typed(sgtui: Sgtui, own_demo: Path, monkeypatch: pytest.MonkeyPatch) -> "Typed":
    """Runs `sgtui log` with typed lines."""

    def run(lines: str, *argv: str) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return sgtui("--database", wiring.url_of(own_demo), "log", *argv)

    return run


Typed = Sgtui

CONCERN = """\
ada v
2
1

2

-2h
1
She had waited
for two hours.

1





1
"""


def test_a_concern_is_saved_after_the_last_question(typed: Typed) -> None:
    answer = typed(CONCERN)
    assert answer.status == 0, answer.out + answer.err
    assert answer.out.startswith("Someone in danger now? Ring 999 first")
    assert "1 of 19. Who" in answer.out
    assert "Saved SG-" in answer.out.splitlines()[-1]


def test_an_answer_that_cannot_be_read_is_asked_again(typed: Typed) -> None:
    answer = typed(CONCERN.replace("-2h", "25:70\n-2h"))
    assert answer.status == 0
    assert "25:70 is not a time of day" in answer.out


def test_in_danger_the_first_thing_said_is_to_ring(typed: Typed) -> None:
    answer = typed("ada v\n1\n3\n" + "\n" * 11 + "1\n")
    assert "Ring 999 now." in answer.out
    assert "Saved SG-" in answer.out


def test_answers_that_end_too_soon_save_nothing(typed: Typed) -> None:
    answer = typed("ada v\n2\n")
    assert answer.status == 2
    assert "Nothing was saved." in answer.err


def test_another_kind_is_asked_for_by_number(typed: Typed, sgtui: Sgtui, own_demo: Path) -> None:
    url = wiring.url_of(own_demo)
    ref = json.loads(sgtui("--database", url, "queue", "--json").out)[0]["ref"]
    lines = "\nCalm, and slept through.\n\n2\n1\n"
    answer = typed(lines, "--case", ref, "--kind", "observation_made")
    assert answer.status == 0, answer.out + answer.err
    assert f"Saved {ref}" in answer.out
