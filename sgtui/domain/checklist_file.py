"""Checklists as TOML: read and checked whole, and written so that they can be read again."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from pydantic import ValidationError

from sgtui.domain.checklist import ASKED, Checklist, Item, When
from sgtui.domain.entries.governance import CHECKLIST_LIMIT
from sgtui.domain.file_checks import TESTS

DEFAULT = "file-completeness-1"
"""The checklist that comes with the program."""

_SHIPPED = resources.files("sgtui.domain") / "checklists"


class ChecklistRefused(Exception):
    """A text is no checklist; one plain sentence for each fault, a line each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """`faults`: everything that is wrong."""
        super().__init__("\n".join(faults))
        self.faults = faults


def shipped_checklist_text() -> str:
    """The text of the checklist that comes with the program."""
    return (_SHIPPED / f"{DEFAULT}.toml").read_text(encoding="utf-8")


@cache
def shipped_checklist() -> Checklist:
    """The checklist that comes with the program."""
    return read_checklist(shipped_checklist_text())


def checklist_in(adopted: Mapping[str, str], version: str) -> Checklist:
    """A version once adopted, or the shipped one. KeyError for another."""
    if version in adopted:
        return _kept(adopted[version])
    if version == DEFAULT:
        return shipped_checklist()
    raise KeyError(version)


@cache
def _kept(text: str) -> Checklist:
    return read_checklist(text)


def read_checklist(text: str) -> Checklist:
    """The checklist that a TOML text means. Raises ChecklistRefused with all that is wrong."""
    if len(text) > CHECKLIST_LIMIT:
        raise ChecklistRefused((f"It is longer than {CHECKLIST_LIMIT:,} characters.",))
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ChecklistRefused((f"This is not TOML: {error}.",)) from None
    fields = {"items" if name == "item" else name: value for name, value in given.items()}
    try:
        checklist = Checklist.model_validate(fields)
    except ValidationError as error:
        raise ChecklistRefused(tuple(_faults(error))) from None
    unknown = [i for i in checklist.items if not i.is_asked and i.by not in TESTS]
    if unknown:
        raise ChecklistRefused(tuple(_no_such_test(item) for item in unknown))
    return checklist


def _no_such_test(item: Item) -> str:
    return f'{item.code}: no test is called "{item.by}". Write by = "{ASKED}" for the auditor.'


def _faults(error: ValidationError) -> Iterator[str]:
    """One sentence for each thing that does not fit, with where it stands."""
    for item in error.errors(include_url=False, include_input=False):
        place = item["loc"]
        number = next((part + 1 for part in place if isinstance(part, int)), None)
        where = f"Item {number}" if number else "The checklist"
        name = str(place[-1]) if place and isinstance(place[-1], str) else ""
        yield f"{where}{f', {name}' if name and name != 'items' else ''}: {_why(item)}"


def _why(item: Mapping[str, object]) -> str:
    given = item.get("ctx")
    reason = given.get("error") if isinstance(given, Mapping) else None
    if isinstance(reason, ValueError):
        return str(reason)
    plain = {
        "missing": "this is missing.",
        "extra_forbidden": "no such word is known here.",
        "enum": f"write one of {', '.join(When)}.",
        "too_short": "there must be at least one item.",
    }
    return plain.get(str(item["type"]), "this does not fit. Look at the shipped checklist.")


def checklist_text(checklist: Checklist) -> str:
    """A checklist as a TOML text that means the same."""
    head = [
        f"version = {_quoted(checklist.version)}",
        f"title = {_quoted(checklist.title)}",
        f"source = {_quoted(checklist.source)}",
        f"checked_on = {checklist.checked_on.isoformat()}",
    ]
    return "\n".join([*head, *(line for item in checklist.items for line in _item(item))]) + "\n"


def _item(item: Item) -> Iterator[str]:
    yield "\n[[item]]"
    for name in ("code", "name", "question", "about", "by"):
        yield f"{name} = {_quoted(getattr(item, name))}"
    if item.when is not When.ALWAYS:
        yield f"when = {_quoted(item.when.value)}"
    if item.risk:
        yield "risk = true"


def _quoted(text: str) -> str:
    """A text as TOML quotes it; it escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
