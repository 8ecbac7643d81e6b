"""`sgtui doctor`: whether this terminal, this computer and the record are fit for use."""

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sgtui import __version__
from sgtui.cli.exits import BAD, OK, Refused
from sgtui.cli.output import say, say_json
from sgtui.cli.place import named_url, settings_of, signed_in, url_of
from sgtui.cli.verify import read_notes

if TYPE_CHECKING:
    from sgtui.domain.ladder import Ladder

HELP = "check terminal, clock, disk and record; exit status 1 when something is wrong"

State = Literal["ok", "warn", "bad"]

_LEAST_FREE = 500_000_000
_CLOCK_MAY_DIFFER = timedelta(minutes=2)
_VERIFY_EVERY = timedelta(days=7)


@dataclass(frozen=True)
class Finding:
    """One thing looked at. Nothing in it names a person."""

    name: str
    state: State
    sentence: str


def add_arguments(parser: ArgumentParser) -> None:
    """In which form."""
    parser.add_argument("--json", action="store_true", help="the findings as JSON")


def run(given: Namespace) -> int:
    """Look at everything, also after something was found wrong."""
    found = [*_program(), *_terminal(), *_settings(given), *_record(given)]
    if given.json:
        say_json({"ok": _is_well(found), "checks": [asdict(one) for one in found]})
    else:
        for one in found:
            say(f"{one.state.upper():<5}{one.name:<10}{one.sentence}")
    return OK if _is_well(found) else BAD


def _is_well(found: list[Finding]) -> bool:
    return all(one.state != "bad" for one in found)


def _program() -> Iterator[Finding]:
    python = ".".join(str(part) for part in sys.version_info[:3])
    yield Finding("program", "ok", f"sgtui {__version__}, Python {python} on {sys.platform}.")


def _terminal() -> Iterator[Finding]:
    if not sys.stdout.isatty():
        yield Finding("terminal", "warn", "Standard output is no terminal; the desk needs one.")
    else:
        yield Finding("terminal", "ok", f"{os.environ.get('TERM') or 'unnamed'}.")
        size = shutil.get_terminal_size()
        fits = size.columns >= 80 and size.lines >= 24
        words = f"{size.columns} x {size.lines}" + ("." if fits else "; best is 80 x 24 or more.")
        yield Finding("size", "ok" if fits else "warn", words)
    yield Finding("colours", "ok", _colours())
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    if encoding == "utf8":
        yield Finding("letters", "ok", "UTF-8.")
    else:
        yield Finding("letters", "warn", "Not UTF-8: lines are drawn with + - and |.")


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "None, as NO_COLOR asks; every state also has a word and a mark."
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "All."
    return "256." if "256" in os.environ.get("TERM", "") else "The terminal's own few."


def _settings(given: Namespace) -> Iterator[Finding]:
    try:
        kept = settings_of(given)
    except Refused as refused:
        yield Finding("settings", "bad", refused.sentence)
    else:
        words = "As they come." if kept is None else "Read; nothing wrong in them."
        yield Finding("settings", "ok", words)


def _record(given: Namespace) -> Iterator[Finding]:
    from sgtui import wiring
    from sgtui.cli.exits import plainly

    try:
        with plainly():
            there, demo = wiring.is_there(url_of(given)), False
            if there:
                demo = wiring.is_demo(url_of(given))
    except Refused as refused:
        yield Finding("record", "bad", refused.sentence)
        return
    yield from _disk(given)
    if not there:
        lost = bool(named_url(given))
        words = "The database is not there." if lost else "None yet: sgtui alone sets a home up."
        yield Finding("record", "bad" if lost else "warn", words)
    elif not demo and not given.as_name:
        yield Finding("record", "warn", "Locked. To look inside, say who you are: --as NAME.")
    else:
        yield from _inside(given)


def _disk(given: Namespace) -> Iterator[Finding]:
    from sgtui import wiring

    folder = wiring.folder_of(url_of(given))
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = _free(folder)
    words = f"{free // 1_000_000} MB free."
    if free < _LEAST_FREE:
        yield Finding("disk", "bad", f"{words} Make room before the record cannot be saved.")
    else:
        yield Finding("disk", "ok", words)


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _inside(given: Namespace) -> Iterator[Finding]:
    from sgtui import wiring
    from sgtui.services.ladders import followed

    try:
        with signed_in(given) as desk, desk.store.reading() as unit:
            newest, now = unit.newest_recorded_at(), desk.now()
            cases = len(unit.case_ids())
            holidays = desk.register(unit).calendar.missing_holidays(now)
            ladders = followed(desk, unit)
            checked = read_notes().get(wiring.database_id(desk.store))
    except Refused as refused:
        yield Finding("record", "bad", refused.sentence)
        return
    yield Finding("record", "ok", f"Opens; {cases} cases.")
    yield _clock(newest, now)
    yield _last_verify(checked, now)
    if holidays:
        yield Finding("calendar", "warn", holidays)
    for ladder in ladders:
        yield _review(ladder, now)


def _review(ladder: "Ladder", now: datetime) -> Finding:
    """Whether the source of a ladder that cases follow is due to be read again."""
    if ladder.review_by < now.date():
        words = f"{ladder.version} was to be looked at again by {ladder.review_by:%Y-%m-%d}."
        return Finding("ladder", "warn", f"{words} Read its source, then adopt a new version.")
    return Finding("ladder", "ok", f"{ladder.version}, to be read again by {ladder.review_by}.")


def _clock(newest: datetime | None, now: datetime) -> Finding:
    if newest is not None and now < newest - _CLOCK_MAY_DIFFER:
        behind = int((newest - now).total_seconds() // 60)
        words = f"{behind} minutes behind the newest entry. Put this computer's clock right."
        return Finding("clock", "bad", words)
    return Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M} UTC, not behind the record.")


def _last_verify(checked: object, now: datetime) -> Finding:
    if not isinstance(checked, dict):
        return Finding("verify", "warn", "Never checked on this computer. Run sgtui verify.")
    try:
        at, whole = datetime.fromisoformat(checked["at"]), checked["whole"] is True
        age = now - at
    except (KeyError, TypeError, ValueError):
        return Finding("verify", "warn", "Not known when it was last checked. Run sgtui verify.")
    if not whole:
        return Finding("verify", "bad", f"Faults were found on {at:%Y-%m-%d}. Run sgtui verify.")
    state: State = "warn" if age > _VERIFY_EVERY else "ok"
    return Finding("verify", state, f"Whole when last checked, on {at:%Y-%m-%d %H:%M} UTC.")
