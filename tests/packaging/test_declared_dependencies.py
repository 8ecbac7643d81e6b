"""What the program imports, pyproject.toml declares; what it declares, the program imports."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from tests.packaging.imports import imported_names, modules

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
DISTRIBUTION_OF = {"argon2": "argon2-cffi", "rich": "textual", "sqlalchemy": "sqlmodel"}
"""Import names that come in a distribution of another name."""
NEVER_IMPORTED = {"tzdata"}
"""Data that the standard library finds for itself."""


def project() -> dict[str, Any]:
    """The project table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    return table


def names(requirements: list[str]) -> set[str]:
    """The distribution names at the head of requirement lines."""
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in requirements)
    return {match[0].lower() for match in found if match}


def imported_distributions() -> set[str]:
    """The distributions that the program's own imports come from."""
    roots = {
        name.partition(".")[0]
        for path in modules()
        for name in imported_names(path.read_text("utf-8"))
    }
    return {DISTRIBUTION_OF.get(root, root) for root in roots - sys.stdlib_module_names - {"sgtui"}}


def test_every_import_is_a_declared_dependency() -> None:
    optional = project().get("optional-dependencies", {})
    extras = [line for extra, lines in optional.items() if extra != "dev" for line in lines]
    assert imported_distributions() <= names(project()["dependencies"] + extras)


def test_every_declared_dependency_is_imported() -> None:
    assert names(project()["dependencies"]) - NEVER_IMPORTED <= imported_distributions()
