"""Every file the program reads at run time goes with it when it is installed."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

from tests.packaging.imports import PACKAGE

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_every_data_file_matches_what_is_packaged() -> None:
    settings = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["setuptools"]
    patterns = settings["package-data"]["*"]
    data = [
        path
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    ]
    assert data, "the shipped ladders at least are data"
    assert [path for path in data if not any(fnmatch(path.name, p) for p in patterns)] == []
