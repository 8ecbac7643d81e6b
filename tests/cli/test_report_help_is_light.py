"""The help names every report, and loads nothing that makes one."""

import subprocess
import sys

from sgtui.cli.report_names import NAMES
from sgtui.services.reports import CATALOGUE
from tests.cli.conftest import Sgtui

HELP = """
import sys
from sgtui.cli import main
main(["report", "--help"])
print(*sys.modules, file=sys.stderr)
"""
HEAVY = {"pydantic", "sqlmodel", "sqlalchemy", "typst", "textual", "sgtui.services.reports"}


def test_the_names_in_the_help_are_those_there_are_and_in_their_order() -> None:
    listed = [name for names in NAMES.values() for name in names]
    assert sorted(listed) == sorted(CATALOGUE)
    about = dict(zip(("case", "period", "now"), NAMES.values(), strict=True))
    assert all(name in about[sort.needs] for name, sort in CATALOGUE.items())


def test_the_help_loads_nothing_heavy() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HELP], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0
    assert all(f"\n  {name} " in ended.stdout for name in CATALOGUE)
    assert set(ended.stderr.split()) & HEAVY == set()


def test_the_list_says_what_each_is_for(sgtui: Sgtui) -> None:
    answer = sgtui("report", "--list")
    assert answer.status == 0
    for sort in CATALOGUE.values():
        assert sort.about in answer.out
        assert sort.audience.label in answer.out
