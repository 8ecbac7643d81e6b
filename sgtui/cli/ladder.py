"""`sgtui ladder`: draw, check or adopt a ladder."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sgtui.cli.exits import BAD, OK, Refused, complain, plainly
from sgtui.cli.output import say
from sgtui.cli.place import named_url, signed_in

HELP = "draw, check or adopt an escalation ladder"

FIRST = "ENG-default-1"


def add_arguments(parser: ArgumentParser) -> None:
    """What to do, with which ladder."""
    parser.add_argument("act", choices=("show", "check", "adopt"))
    parser.add_argument(
        "file", nargs="?", metavar="FILE",
        help="a TOML file, or the name of a version that comes with the program",
    )  # fmt: skip


def run(given: Namespace) -> int:
    """Do what was asked with one ladder."""
    if given.act == "show":
        return _show(given)
    if not given.file:
        raise Refused(f"Name the file: sgtui ladder {given.act} FILE.")
    return _check(given.file) if given.act == "check" else _adopt(given)


def _show(given: Namespace) -> int:
    from sgtui.domain.flowchart import draw
    from sgtui.domain.ladder_file import read_ladder

    name, text = _chosen(given)
    with plainly():
        ladder = read_ladder(text, name)
    plain = not (sys.stdout.encoding or "ascii").lower().startswith("utf")
    for line in draw(ladder, ascii=plain):
        say(line)
    if not given.file:
        complain(f"With the program come {_shipped()}: sgtui ladder show NAME draws one.")
    return OK


def _shipped() -> str:
    """The names of the shipped versions, in a row."""
    from sgtui.domain.ladder_file import shipped_versions

    return ", ".join(shipped_versions())


def _chosen(given: Namespace) -> tuple[str, str]:
    """Name and text of the ladder: the one named, or the record's, or the one homes start with."""
    if given.file or not named_url(given):
        return _text(given.file or FIRST)
    with signed_in(given) as desk, desk.store.reading() as unit:
        register = desk.register(unit)
        return register.current_ladder, register.ladders[register.current_ladder]


def _text(named: str) -> tuple[str, str]:
    from sgtui.domain.entries.register import LADDER_LIMIT
    from sgtui.domain.ladder_file import shipped_text, shipped_versions

    if named in shipped_versions():
        return f"{named}.toml", shipped_text(named)
    path = Path(named)
    try:
        with path.open(encoding="utf-8-sig") as file:
            return path.name, file.read(LADDER_LIMIT + 1)
    except FileNotFoundError:
        raise Refused(f"There is no such file. With the program come: {_shipped()}.") from None
    except UnicodeDecodeError:
        raise Refused(f"{path.name} is not a text in UTF-8.") from None
    except OSError:
        raise Refused("That file cannot be read. Is it a folder, or another person's?") from None


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


def _adopt(given: Namespace) -> int:
    name, text = _text(given.file)
    with signed_in(given) as desk:
        from sgtui.services.register import adopt_ladder

        adopted = adopt_ladder(desk, text, name)
    say(f"Adopted {adopted.version}. New cases follow it; a case keeps the one it began with.")
    for warning in adopted.warnings:
        complain(warning)
    return OK
