"""`sgtui ladder`: draw, check, compare or adopt a ladder, or let a case follow another."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from sgtui.cli.exits import BAD, OK, Refused, complain, plainly
from sgtui.cli.output import say, say_row
from sgtui.cli.place import named_url, signed_in

if TYPE_CHECKING:
    from sgtui.domain.ladder import Ladder
    from sgtui.services.ladders import Preview

HELP = "draw, check or adopt an escalation ladder, or let a case follow another"


def add_arguments(parser: ArgumentParser) -> None:
    """What to do, with which ladder."""
    parser.add_argument("act", choices=("show", "check", "adopt", "pin"))
    parser.add_argument(
        "file", nargs="?", metavar="FILE",
        help="a TOML file, or the name of a version that comes with the program; "
        "for pin the case's reference",
    )  # fmt: skip
    parser.add_argument(
        "version", nargs="?", metavar="VERSION", help="for pin: the adopted version to follow"
    )
    parser.add_argument(
        "--against", metavar="FILE", help="for show: only what differs from this other ladder"
    )
    parser.add_argument(
        "--preview", action="store_true",
        help="for adopt: what it would change for open cases; nothing is adopted",
    )  # fmt: skip
    parser.add_argument("--because", metavar="TEXT", help="for pin: the reason, kept in the case")


def run(given: Namespace) -> int:
    """Do what was asked with one ladder."""
    _refuse_stray(given)
    if given.act == "show":
        return _compare(given) if given.against else _show(given)
    if given.act == "pin":
        return _pin(given)
    if not given.file:
        raise Refused(f"Name the file: sgtui ladder {given.act} FILE.")
    if given.act == "check":
        return _check(given.file)
    return _preview(given) if given.preview else _adopt(given)


def _refuse_stray(given: Namespace) -> None:
    """An option that would be passed over in silence is refused instead."""
    belongs = {"version": "pin", "because": "pin", "against": "show", "preview": "adopt"}
    for option, act in belongs.items():
        if getattr(given, option) and given.act != act:
            name = "A second name" if option == "version" else f"--{option}"
            raise Refused(f"{name} belongs to sgtui ladder {act}.")


def _show(given: Namespace) -> int:
    from sgtui.domain.flowchart import draw

    plain = not (sys.stdout.encoding or "ascii").lower().startswith("utf")
    for line in draw(_chosen(given), ascii=plain):
        say(line)
    if not given.file:
        from sgtui.domain.ladder_file import shipped_versions

        there = ", ".join(shipped_versions())
        complain(f"With the program come {there}: sgtui ladder show NAME draws one.")
    return OK


def _compare(given: Namespace) -> int:
    from sgtui.domain.ladder_compare import compare

    was, now = _read(given.against), _chosen(given)
    say(f"{was.version} -> {now.version}")
    differences = compare(was, now)
    for line in differences:
        say_row(line, "  ")
    if not differences:
        say("  They ask for the same.")
    return OK


def _chosen(given: Namespace) -> "Ladder":
    """The ladder named, or the record's, or the one homes start with."""
    from sgtui.domain.ladder_kept import DEFAULT

    if given.file or not named_url(given):
        return _read(given.file or DEFAULT)
    with signed_in(given) as desk, desk.store.reading() as unit:
        register = desk.register(unit)
        return desk.known.ladder(register, register.current_ladder)


def _read(named: str) -> "Ladder":
    from sgtui.domain.ladder_file import read_ladder

    name, text = _text(named)
    with plainly():
        return read_ladder(text, name)


def _text(named: str) -> tuple[str, str]:
    """Name and text of a shipped version or a file."""
    from sgtui.services.ladders import NoSuchLadder, ladder_text

    try:
        return ladder_text(named)
    except NoSuchLadder as refused:
        raise Refused(str(refused)) from None


def _check(named: str) -> int:
    from sgtui.domain.ladder_faults import LadderRefused
    from sgtui.domain.ladder_file import read_ladder

    name, text = _text(named)
    try:
        ladder = read_ladder(text, name)
    except LadderRefused as refused:
        complain(str(refused))
        return BAD
    say(f"{name} is a ladder: {ladder.version}, {len(ladder.stages)} stages, {ladder.authority}.")
    return OK


def _preview(given: Namespace) -> int:
    from sgtui.services.ladders import preview

    name, text = _text(given.file)
    with signed_in(given) as desk:
        found = preview(desk, text, name)
    _picture(found)
    say("\nNothing was changed.")
    return OK


def _picture(found: "Preview") -> None:
    """What a ladder asks for otherwise, and what each open case would be."""
    from sgtui.services.ladder_picture import head_words, picture

    for line in head_words(found.ladder, found.as_at):
        say_row(line)
    for part in picture(found):
        say()
        say_row(part.heading)
        for line in part.lines:
            say_row(line, "  ")


def _adopt(given: Namespace) -> int:
    name, text = _text(given.file)
    with signed_in(given) as desk:
        from sgtui.services.ladders import adopt_ladder

        adopted = adopt_ladder(desk, text, name)
    say(f"Adopted {adopted.version}. New cases follow it.")
    for version, count in adopted.others:
        keep = "1 open case keeps" if count == 1 else f"{count} open cases keep"
        say(f"{keep} ladder {version}; sgtui ladder pin REF {adopted.version} moves one.")
    for warning in adopted.warnings:
        complain(warning)
    return OK


_PIN = "sgtui ladder pin REF VERSION --because TEXT."


def _pin(given: Namespace) -> int:
    if not given.file or not given.version or not given.because:
        raise Refused("Say which case, which ladder and why: " + _PIN)
    with signed_in(given) as desk:
        from sgtui.services.case import case_id_of
        from sgtui.services.ladders import pin_ladder

        recorded = pin_ladder(desk, case_id_of(desk, given.file), given.version, given.because)
    say(f"{recorded.reference} follows {given.version} from now on. {recorded.sentence}")
    return OK
