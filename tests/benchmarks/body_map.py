"""How long the body map takes to be painted beside an empty modal, and what an arrow key sends.

Run from the top of the checkout, on a quiet machine:

    .venv/bin/python -m tests.benchmarks.body_map [TIMES]

Opens the map and an empty modal over the same concern form, turn by turn, from the key to the
last byte of the painting. Then walks the map by each arrow in turn. Prints p50 and
p95 of both openings and the ratio of the medians, which may be 1.3, and the bytes that one arrow
sends at most, which must stay below 800.
"""

import operator
import sys
import time
from functools import partial
from itertools import cycle, islice

from tests.benchmarks.measured import QUEUE_SHOWN, demo_database, demo_desk, percentile
from tests.terminal.desk_terminal import DeskTerminal

WALK = ("down", "right", "down", "left", "up", "right", "right", "down", "right", "end", "home")
"""Keys that lead over both figures and every size of region."""


WITH_MODAL = "tests.benchmarks.desk_and_modal"
FORM = "Still needed"


def opening(desk: DeskTerminal, key: str, shown: str) -> float:
    """Milliseconds from the key to the whole painting; then back again."""
    began = time.perf_counter()
    desk.press(key)
    desk.wait_for(shown)
    took = (desk.output_at - began) * 1000
    desk.press("escape")
    desk.wait_gone(shown)
    desk.wait_for(FORM)
    return took


def walking(desk: DeskTerminal, steps: int) -> list[int]:
    """Bytes that each of so many arrow keys sent."""
    sent = []
    for key in islice(cycle(WALK), steps):
        before, screen = desk.bytes_received, desk.screen()
        desk.press(key)
        desk.wait_until(partial(operator.ne, screen), "the cursor to move")
        sent.append(desk.bytes_received - before)
    return sent


def _line(name: str, took: list[float]) -> str:
    p50, p95 = percentile(took, 0.5), percentile(took, 0.95)
    return f"{name:<14} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   first {took[0]:6.1f} ms"


def main(times: int) -> int:
    """Measure both, print what they took, and end with 1 where a limit is passed."""
    maps: list[float] = []
    modals: list[float] = []
    with demo_database() as database, demo_desk(database, WITH_MODAL) as desk:
        desk.wait_for(QUEUE_SHOWN)
        desk.press("f2")
        desk.wait_for(FORM)
        for _ in range(times):
            modals.append(opening(desk, "f12", "Modal"))
            maps.append(opening(desk, "f5", "FRONT"))
        desk.press("f5")
        desk.wait_for("FRONT")
        sent = walking(desk, 4 * len(WALK))
    ratio = percentile(maps, 0.5) / percentile(modals, 0.5)
    print(_line("empty modal", modals))
    print(_line("body map", maps))
    print(f"ratio of the medians {ratio:.2f}   (at most 1.3)")
    print(
        f"an arrow key sends p50 {percentile(sent, 0.5):.0f} B, at most {max(sent)} B (below 800)"
    )
    return 0 if ratio <= 1.3 and max(sent) < 800 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
