"""What of the register goes with the copy of one case, so that the copy can be read and checked."""

import json
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sgtui.domain.entries import REGISTER_ID
from sgtui.services.ports import ChainRow, ReadUnit

_Said = dict[str, Any]

_NAMES = {
    "staff_registered": "staff",
    "person_registered": "person",
    "contact_point_registered": "contact",
    "case_sealed": "case",
}
"""Kinds that are about one thing, and the field that names it."""

_VERSIONS = ("ladder_adopted", "checklist_adopted")
_ALWAYS = ("service_set_up", "holiday_added")

_NEWEST = frozenset({"service_set_up", *_NAMES} - {"staff_registered"})
"""Of these the newest alone is needed; of staff it is every key that they ever had."""


def register_rows(
    unit: ReadUnit, case_rows: Iterable[ChainRow], versions: set[str], maker: UUID
) -> tuple[ChainRow, ...]:
    """The register's entries that a reader of these rows needs, in the register's order.

    `versions`: the ladders and checklists that the case was worked by; `maker` signs the copy.
    """
    rows = tuple(case_rows)
    wanted = {str(maker), str(UUID(rows[0].case_id)), *_ids(rows)}
    register = [(row, _said(row)) for row in unit.chain_rows(REGISTER_ID)]
    versions = _with_bases(register, versions)
    chosen = _newest((row, said) for row, said in register if _is_needed(said, wanted, versions))
    while True:
        authors = {str(UUID(row.recorded_by)) for row, _ in chosen}
        more = [
            (row, said)
            for row, said in register
            if said.get("kind") == "staff_registered"
            and said["staff"] in authors
            and (row, said) not in chosen
        ]
        if not more:
            return tuple(row for row, _ in sorted(chosen, key=lambda one: one[0].number))
        chosen += more


def _said(row: ChainRow) -> _Said:
    said: _Said = json.loads(row.payload or "{}")
    return said


def _is_needed(said: _Said, wanted: set[str], versions: set[str]) -> bool:
    kind = said.get("kind", "")
    if kind in _VERSIONS:
        return said["version"] in versions
    return kind in _ALWAYS or (kind in _NAMES and said[_NAMES[kind]] in wanted)


def _newest(rows: Iterable[tuple[ChainRow, _Said]]) -> list[tuple[ChainRow, _Said]]:
    kept: dict[tuple[str, str], tuple[ChainRow, _Said]] = {}
    for row, said in rows:
        kind = str(said["kind"])
        one = str(said.get(_NAMES.get(kind, ""), "")) if kind in _NEWEST else str(row.number)
        kept[kind, one] = (row, said)
    return list(kept.values())


def _with_bases(register: Iterable[tuple[ChainRow, _Said]], versions: set[str]) -> set[str]:
    """The versions, and those that they extend."""
    extends = {
        said["version"]: _extends(said["toml"])
        for _, said in register
        if said.get("kind") == "ladder_adopted"
    }
    found = set(versions)
    while more := {extends.get(version, "") for version in found} - found - {""}:
        found |= more
    return found


def _extends(toml: str) -> str:
    """The ladder that one extends; empty where it extends none."""
    try:
        return str(tomllib.loads(toml).get("ladder", {}).get("extends", ""))
    except tomllib.TOMLDecodeError:
        return ""


def _ids(rows: Iterable[ChainRow]) -> Iterator[str]:
    """Every id that entries name, and those who wrote them."""
    for row in rows:
        yield str(UUID(row.recorded_by))
        yield from _ids_in(_said(row))


def _ids_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _ids_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids_in(item)
    elif isinstance(value, str) and len(value) == len(str(REGISTER_ID)):
        yield value
