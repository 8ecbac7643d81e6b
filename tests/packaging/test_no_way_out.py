"""The program keeps to one file or one database: it opens no network and runs no other program."""

import ast

import pytest

from tests.packaging.imports import PACKAGE, imported_names, modules

REFUSED = {
    "ftplib": "opens the network",
    "http": "opens the network",
    "marshal": "runs what it reads",
    "pickle": "runs what it reads",
    "shelve": "runs what it reads",
    "smtplib": "opens the network",
    "socket": "opens the network",
    "socketserver": "opens the network",
    "ssl": "opens the network",
    "subprocess": "runs other programs",
    "urllib.request": "opens the network",
    "webbrowser": "runs other programs",
    "xmlrpc": "opens the network",
}
REFUSED_CALLS = {"eval", "exec", "os.system", "os.popen", "asyncio.open_connection"}


def refused_imports(source: str) -> list[str]:
    """The refused modules `source` imports, in order."""
    return sorted(
        {
            refused
            for name in imported_names(source)
            for refused in REFUSED
            if name == refused or name.startswith(f"{refused}.")
        }
    )


def refused_calls(source: str) -> list[str]:
    """The refused calls `source` makes, in order."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return sorted({ast.unparse(call.func) for call in calls} & REFUSED_CALLS)


def test_no_module_imports_a_way_out() -> None:
    found = {
        str(path.relative_to(PACKAGE)): refused
        for path in modules()
        if (refused := refused_imports(path.read_text("utf-8")))
    }
    assert found == {}


def test_no_module_runs_text_or_opens_a_connection() -> None:
    found = {
        str(path.relative_to(PACKAGE)): refused
        for path in modules()
        if (refused := refused_calls(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        ("import socket", ["socket"]),
        ("def late():\n    from urllib import request", ["urllib.request"]),
        ("import http.client as quiet", ["http"]),
        ("importlib.import_module('pickle')", ["pickle"]),
        ("from urllib.parse import quote", []),
        ("import sockets_of_the_house", []),
    ],
)
def test_every_form_of_a_refused_import_is_seen(source: str, refused: list[str]) -> None:
    assert refused_imports(source) == refused


def test_a_refused_call_is_seen() -> None:
    assert refused_calls("import os\nos.system('ls')") == ["os.system"]
