"""The table of requirements: each is shown by a test that exists, or says where it belongs."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.terminal.desk_terminal import REPOSITORY

_TABLE = tomllib.loads((Path(__file__).parent / "requirements.toml").read_text(encoding="utf-8"))
_ELSEWHERE = frozenset({"reports", "access"})
_NAMED = sorted({test for said in _TABLE.values() for test in said.get("shown_by", ())})


@cache
def _tests_in(path: str) -> frozenset[str]:
    tree = ast.parse((Path(REPOSITORY) / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, functions))


def test_every_requirement_has_its_line() -> None:
    assert list(_TABLE) == [f"R{number}" for number in range(1, 133)]


@pytest.mark.parametrize("number", list(_TABLE))
def test_it_is_shown_by_a_test_or_says_where_it_belongs(number: str) -> None:
    said = _TABLE[number]
    assert said["asks"].strip()
    assert set(said) - {"asks"} <= {"shown_by", *_ELSEWHERE}
    if not said.get("shown_by"):
        (elsewhere,) = _ELSEWHERE & set(said)
        assert said[elsewhere].strip()


@pytest.mark.parametrize("test", _NAMED)
def test_the_test_it_names_is_there(test: str) -> None:
    path, name = test.split("::")
    assert name.startswith("test_")
    assert name in _tests_in(path)
