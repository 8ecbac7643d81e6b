"""What the modules of sgtui import, read from their source without running them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import sgtui

PACKAGE = Path(sgtui.__file__).parent


def modules() -> list[Path]:
    """Every source file of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def imported_names(source: str) -> Iterator[str]:
    """Dotted names that `source` imports anywhere; `from a import b` gives both `a` and `a.b`.

    A name handed to `import_module` or `__import__` as plain text counts too.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call):
            yield from _imported_by_call(node)


def _imported_by_call(call: ast.Call) -> Iterator[str]:
    called = ast.unparse(call.func).rpartition(".")[2]
    if called in ("import_module", "__import__") and call.args:
        name = call.args[0]
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            yield name.value
