"""Ladders as TOML files: read, checked whole, and built upon one another."""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from sgtui.domain.entries.register import LADDER_LIMIT
from sgtui.domain.ladder import Ladder, LadderHead, Stage
from sgtui.domain.ladder_faults import (
    Fault,
    LadderRefused,
    Misfit,
    located,
    misfits,
    unknown_word,
)
from sgtui.domain.ladder_lines import LadderLines, Place
from sgtui.domain.ladder_paths import Draft, path_misfits
from sgtui.domain.ladder_tables import TABLES, Tables
from sgtui.domain.ladder_terms import head_misfits, stage_misfits

__all__ = [
    "Fault", "LadderRefused", "ladder_from", "parsed", "read_ladder", "shipped", "shipped_text",
    "shipped_versions",
]  # fmt: skip

_SHIPPED = resources.files("sgtui.domain") / "ladders"


def shipped_versions() -> tuple[str, ...]:
    """The versions that come with the program."""
    names = (file.name for file in _SHIPPED.iterdir())
    return tuple(sorted(name[: -len(".toml")] for name in names if name.endswith(".toml")))


def shipped_text(version: str) -> str:
    """The file of a shipped version, whole. KeyError if none is called so."""
    if version not in shipped_versions():
        raise KeyError(version)
    return (_SHIPPED / f"{version}.toml").read_text(encoding="utf-8")


@cache
def shipped(version: str) -> Ladder | None:
    """The shipped ladder of that version, or None."""
    if version not in shipped_versions():
        return None
    return read_ladder(shipped_text(version), f"{version}.toml")


def read_ladder(text: str, name: str, known: Callable[[str], Ladder | None] = shipped) -> Ladder:
    """The ladder a TOML text means; `known` finds the one it extends.

    Raises LadderRefused with everything that is wrong, each fault with its line; `name` is what
    the file is called in them.
    """
    return ladder_from(parsed(text, name), text, name, known)


def ladder_from(
    given: Mapping[str, Any],
    text: str,
    name: str,
    known: Callable[[str], Ladder | None] = shipped,
) -> Ladder:
    """The ladder that a parsed text means; faults are told at their lines in the text.

    Raises LadderRefused with everything that is wrong.
    """
    reading = _Reading(given, known)
    if reading.misfits:
        lines = LadderLines(text)
        codes = {n: draft.code for n, draft in enumerate(reading.own) if draft.code}
        raise LadderRefused(
            name, tuple(located(misfit, lines, codes) for misfit in reading.misfits)
        )
    stages = tuple(Stage.model_validate(draft.given) for draft in reading.drafts)
    return Ladder.model_validate({**reading.head, "stages": stages, **reading.tables})


def parsed(text: str, name: str) -> dict[str, Any]:
    """The tables of a ladder file. Raises LadderRefused for what is no TOML, or too much of it."""
    if len(text) > LADDER_LIMIT:
        sentence = f"it is too large; a ladder has at most {LADDER_LIMIT:,} characters."
        raise LadderRefused(name, (Fault(1, "file", sentence),))
    try:
        return tomllib.loads(text)
    except RecursionError:
        fault = Fault(1, "file", "the lists stand too deep in one another.")
    except ValueError as refused:
        said = str(refused)
        found = re.search(r"\(at line (\d+)", said)
        line = int(found[1]) if found else 1 + text.rstrip().count("\n")
        what = said.partition(" (at ")[0]
        fault = Fault(line, "file", f"this is not TOML: {what}. Texts stand in quotes.")
    raise LadderRefused(name, (fault,))


class _Reading:
    """One pass over a parsed file: the stages as merged, and everything that is wrong."""

    def __init__(self, given: Mapping[str, Any], known: Callable[[str], Ladder | None]) -> None:
        self.misfits: list[Misfit] = []
        self._top_level(given)
        head = given.get("ladder")
        self.head: dict[str, Any] = dict(head) if isinstance(head, dict) else {}
        extends = self.head.pop("extends", None)
        base = self._without(self._base(extends, known), self.head.pop("without", []))
        self.own = self._own(given.get("stage", []), base)
        self.drafts = _merged(self.own, base)
        self._check(base)
        unknown = extends is not None and base is None
        tables = Tables(given, base, extends_unknown=unknown)
        self.misfits += tables.misfits
        self.tables = tables.read
        if not unknown:
            whole: Place = ("ladder",) if extends is None else ("ladder", "extends")
            self.misfits += path_misfits(self.drafts, whole)

    def _top_level(self, given: Mapping[str, Any]) -> None:
        for key in given:
            if key not in ("ladder", "stage", *TABLES):
                allowed = ("ladder", "stage", *TABLES)
                sentence = unknown_word(key, "part of a ladder file", allowed)
                self.misfits.append(Misfit((key,), sentence))

    def _base(self, extends: object, known: Callable[[str], Ladder | None]) -> Ladder | None:
        """The ladder this one builds upon, if it names one that is known."""
        if extends is None:
            return None
        base = known(extends) if isinstance(extends, str) else None
        if base is None:
            sentence = unknown_word(extends, "ladder known here", shipped_versions())
            self.misfits.append(Misfit(("ladder", "extends"), sentence))
        return base

    def _without(self, base: Ladder | None, codes: object) -> Ladder | None:
        """The ladder to build upon, but for the stages that this one does without."""
        there = tuple(stage.code for stage in base.stages) if base else ()
        if not isinstance(codes, list):
            sentence = 'without is a list of stages, such as without = ["L11", "L12"].'
            self.misfits.append(Misfit(("ladder", "without"), sentence))
            return base
        for code in codes:
            if code not in there:
                sentence = unknown_word(code, "stage of the ladder it extends", there)
                self.misfits.append(Misfit(("ladder", "without"), sentence))
        kept = tuple(stage for stage in base.stages if stage.code not in codes) if base else ()
        return base.model_copy(update={"stages": kept}) if base else None

    def _own(self, given: object, base: Ladder | None) -> list[Draft]:
        """The stages of this file, each filled up from the stage it replaces."""
        if not isinstance(given, list) or not all(isinstance(item, dict) for item in given):
            sentence = "stages are written as tables: a line [[stage]], then its keys."
            self.misfits.append(Misfit(("stage",), sentence))
            return []
        replaced = {s.code: s.model_dump() for s in base.stages} if base else {}
        drafts = []
        for number, item in enumerate(given):
            fields = {"clocks" if key == "clock" else key: item[key] for key in item}
            if "clocks" in item:
                sentence = '"clocks" is not a key of a stage; write each under [[stage.clock]].'
                self.misfits.append(Misfit(("stage", number, "clocks"), sentence))
            whole = replaced.get(str(item.get("code")), {}) | fields
            drafts.append(Draft(whole, ("stage", number)))
        return drafts

    def _check(self, base: Ladder | None) -> None:
        wrong = list(misfits(LadderHead, self.head, ("ladder",)))
        if not wrong:
            wrong += head_misfits(LadderHead.model_validate(self.head), base)
        for draft in self.own:
            faulty = list(misfits(Stage, draft.given, draft.place))
            if not faulty:
                faulty += stage_misfits(Stage.model_validate(draft.given), draft.place)
            wrong += faulty
        self.misfits += wrong


def _merged(own: list[Draft], base: Ladder | None) -> list[Draft]:
    """The stages of both in order: replaced ones where they stood, new ones at the end."""
    if base is None:
        return own
    taken = {stage.code for stage in base.stages}
    drafts: list[Draft] = []
    for stage in base.stages:
        mine = [draft for draft in own if draft.code == stage.code]
        drafts += mine or [Draft(stage.model_dump(), ("ladder", "extends"))]
    return drafts + [draft for draft in own if draft.code not in taken]
