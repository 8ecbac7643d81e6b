"""What a cat, a toddler or an attacker types: any key, hostile pastes and window sizes."""

import random
import string
from collections.abc import Callable

from tests.terminal.desk_terminal import DeskTerminal
from tests.terminal.keys import sequence

ANSWER_WITHIN = 10.0
"""Seconds for the question before leaving to show: a desk takes a tenth, a busy machine more."""

HOSTILE = (
    "[red]markup[/] [/nope] [@click=app.quit]x[/]",
    "\x1b]52;c;aGFjaw==\x07\x1b[2J\x1b[31mred\x1b]0;title\x07",
    "left\u202eright\u2066\u200b\u200d\ufeff\u00ad",
    "\u05e2\u05d3\u05d4 \u0645\u0631\u062d\u0628\u0627",
    "A" + "\u0301" * 60,
    "line one\nline two\r\n\tline three\x00\x7f",
    "x" * 20_000,
)
_NAMED = (
    *(f"f{number}" for number in range(1, 13)),
    "up", "down", "left", "right", "home", "end", "pgup", "pgdn", "tab", "shift+tab",
    "enter", "esc", "backspace", "delete", "insert", "space",
)  # fmt: skip
_CONTROL = tuple(f"ctrl+{letter}" for letter in string.ascii_lowercase if letter != "q")
_BROKEN = (b"\xe9", b"\xff\xfe", b"\x1b[", b"\x1b[999;999R", b"\x1b[<0;5;5M", b"\x1b[200~")
_SIZES = ((20, 5), (80, 24), (200, 60), (79, 23), (40, 60), (120, 36))


def press_one(desk: DeskTerminal, chance: random.Random) -> str:
    """Press something and say what, so that a failure can be typed again."""
    acts: tuple[Callable[[DeskTerminal, random.Random], str], ...] = (_key, _paste, _size, _broken)
    (act,) = chance.choices(acts, weights=(90, 4, 4, 2))
    return act(desk, chance)


def _key(desk: DeskTerminal, chance: random.Random) -> str:
    typed = string.ascii_letters + string.digits + string.punctuation
    (group,) = chance.choices((typed, _NAMED, _CONTROL), weights=(45, 40, 15))
    key = chance.choice(group)
    # Raw, because nobody waits after Esc here.
    desk.send_bytes(sequence(key))
    return key


def _paste(desk: DeskTerminal, chance: random.Random) -> str:
    number = chance.randrange(len(HOSTILE))
    desk.paste(HOSTILE[number])
    return f"<paste {number}>"


def _size(desk: DeskTerminal, chance: random.Random) -> str:
    columns, rows = chance.choice(_SIZES)
    desk.resize(columns, rows)
    return f"<size {columns}x{rows}>"


def _broken(desk: DeskTerminal, chance: random.Random) -> str:
    data = chance.choice(_BROKEN)
    desk.send_bytes(data)
    return f"<bytes {data.hex()}>"


def see_it_answer(desk: DeskTerminal) -> None:
    """Ask to leave, which every screen answers, and stay."""
    desk.resize(80, 24)
    desk.send_bytes(b"\x1b[201~")
    desk.press("ctrl+q")
    desk.wait_for("Leave sgtui?", ANSWER_WITHIN)
    desk.press("esc")
    desk.wait_gone("Leave sgtui?", ANSWER_WITHIN)
