"""A ladder adopted under an earlier program: what that did not know yet has the shipped clock.

A case is read by the ladder it is pinned to for as long as it is kept, so a text once adopted
must stay readable when the program learns of further duties.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sgtui.domain.ladder import ClockRule, Duty, HandoverTerms, Ladder, Stage
from sgtui.domain.ladder_file import LadderRefused, ladder_from, parsed, read_ladder, shipped

DEFAULT = "ENG-default-1"
"""The shipped ladder that speaks where an earlier text could not."""


def read_kept(text: str, version: str, known: Callable[[str], Ladder | None] = shipped) -> Ladder:
    """The ladder that an adopted text means. Raises LadderRefused where it never was one."""
    try:
        return read_ladder(text, version, known)
    except LadderRefused:
        default = shipped(DEFAULT)
        if default is None:
            raise
        given = parsed(text, version)
        base = known(str(given.get("ladder", {}).get("extends", "")))
        return ladder_from(_filled(given, base, default), text, version, known)


def handover_terms(ladder: Ladder) -> HandoverTerms:
    """How shifts hand over by this ladder, or by the shipped one where it is silent."""
    default = shipped(DEFAULT)
    terms = ladder.handover or (default.handover if default else None)
    assert terms is not None, "the shipped ladder says how shifts hand over"
    return terms


def _filled(given: Mapping[str, Any], base: Ladder | None, default: Ladder) -> dict[str, Any]:
    """The parsed text with a clock for every duty that it and its base are silent on."""
    own = [dict(stage) for stage in given.get("stage", ())]
    held = {clock.get("duty") for stage in own for clock in stage.get("clock", ())}
    held |= {rule.duty for rule in _taken_over(own, base)}
    for stage, rule in _clocks(default):
        if own and rule.duty not in held:
            target = next((one for one in own if one.get("code") == stage.code), own[-1])
            target["clock"] = [*target.get("clock", ()), rule.model_dump()]
    tables = {} if base else _tables(default)
    return {**tables, **given, "stage": own}


def _taken_over(own: list[dict[str, Any]], base: Ladder | None) -> Iterator[ClockRule]:
    """The clocks of those stages of the base whose clocks the text does not replace."""
    replaced = {stage.get("code") for stage in own if "clock" in stage}
    for stage in base.stages if base else ():
        if stage.code not in replaced:
            yield from stage.clocks


def _clocks(default: Ladder) -> Iterator[tuple[Stage, ClockRule]]:
    """Each duty once; whom else to tell and who is challenged is each ladder's own affair."""
    own_affair = (
        Duty.NOTIFICATION, Duty.CHALLENGE, Duty.CHALLENGE_TELL, Duty.CHALLENGE_MEETING,
        Duty.CHALLENGE_LETTER,
    )  # fmt: skip
    for duty in Duty:
        if duty not in own_affair:
            yield from default.rules(duty)


def _tables(default: Ladder) -> dict[str, Any]:
    """What stands beside the stages, as a file would give it."""
    plain = default.model_dump(include={"routes", "patterns", "outside"}, exclude_none=True)
    found = {"route": list(plain["routes"]), "pattern": list(plain["patterns"])}
    return {**found, "outside": plain["outside"]} if "outside" in plain else found
