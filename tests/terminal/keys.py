"""The bytes a terminal of the xterm family sends for each key."""

_FUNCTION_KEYS = {
    **{f"f{number}": f"\x1bO{letter}" for number, letter in enumerate("PQRS", start=1)},
    **{
        f"f{number}": f"\x1b[{code}~"
        for number, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24), start=5)
    },
}
_MOVES = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pgup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "pgdn": "\x1b[6~",
    "shift+tab": "\x1b[Z",
}
_PLAIN = {
    "tab": "\t",
    "enter": "\r",
    "esc": "\x1b",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
}
_NAMED = {**_FUNCTION_KEYS, **_MOVES, **_PLAIN}


def sequence(key: str) -> bytes:
    """What `key` sends: a name above, `ctrl+` a letter, or one character. ValueError otherwise."""
    if key in _NAMED:
        return _NAMED[key].encode()
    modifier, _, letter = key.rpartition("+")
    if modifier == "ctrl" and len(letter) == 1 and letter.isascii() and letter.isalpha():
        return bytes([ord(letter.upper()) - ord("@")])
    if len(key) == 1:
        return key.encode()
    raise ValueError(f"no key is called {key!r}")
