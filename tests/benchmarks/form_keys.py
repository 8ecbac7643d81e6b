"""How long from a key in the concern form to its letter on the screen, and what it sends.

Run from the top of the checkout, on a quiet machine:

    .venv/bin/python -m tests.benchmarks.form_keys [LETTERS]

Types the same letters, one by one, into the concern form's first field and into one stock
Textual input. Prints p50, p95 and bytes a key of both, and the ratio of the medians.
"""

import sys
import time
from dataclasses import dataclass
from itertools import cycle, islice

from tests.benchmarks.measured import QUEUE_SHOWN, bare_app, demo_database, demo_desk, percentile
from tests.terminal.desk_terminal import DeskTerminal

FORM_SHOWN = "Still needed"
"""The last line of the concern form, whose first field has the focus."""
WORD = 8
"""Letters typed before they are taken back, so that no field fills up."""


@dataclass(frozen=True)
class Typing:
    """What a run of keys took: milliseconds key by key, and bytes a key (clearing included)."""

    milliseconds: list[float]
    bytes_a_key: float

    def line(self, name: str) -> str:
        """One line for the table."""
        p50, p95 = (percentile(self.milliseconds, share) for share in (0.5, 0.95))
        return f"{name:<20} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   {self.bytes_a_key:6.0f} B a key"


def type_letters(desk: DeskTerminal, letters: int) -> Typing:
    """Type `letters` keys one by one, each when the last is painted."""
    took: list[float] = []
    keys, received = desk.keys_pressed, desk.bytes_received
    word = ""
    for letter in islice(cycle("qzxjwvkq"), letters):
        word += letter
        began = time.perf_counter()
        desk.type(letter)
        desk.wait_for(word)
        took.append((desk.held_at - began) * 1000)
        if len(word) == WORD:
            desk.press(*["backspace"] * WORD)
            desk.wait_gone(word[:2])
            word = ""
    return Typing(took, (desk.bytes_received - received) / (desk.keys_pressed - keys))


def main(letters: int) -> int:
    """Measure both programs and print what a key costs in each."""
    with bare_app() as desk:
        desk.wait_for("Quit")
        desk.press("f2")
        desk.wait_gone("Quit")
        desk.wait_for("Form")
        bare = type_letters(desk, letters)
    with demo_database() as database, demo_desk(database) as desk:
        desk.wait_for(QUEUE_SHOWN)
        desk.press("f2")
        desk.wait_for(FORM_SHOWN)
        form = type_letters(desk, letters)
    print(bare.line("one stock input"))
    print(form.line("concern form"))
    ratio = percentile(form.milliseconds, 0.5) / percentile(bare.milliseconds, 0.5)
    print(f"ratio of the medians {ratio:.2f}   ({letters} letters)")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 64))
