"""How long from starting the program to its first frame, to a queue
that takes keys, and to its duties.

Run from the top of the checkout, on a quiet machine:

    .venv/bin/python -m tests.benchmarks.first_frame [ROUNDS]

Each round starts the bare Textual app and the desk in turn. Prints the medians and their
ratio; exit 1 when the first frame takes more than 1.25 times the bare app's.
"""

import sys
from statistics import median

from tests.benchmarks.measured import QUEUE_READ, QUEUE_SHOWN, bare_app, demo_database, demo_desk
from tests.terminal.desk_terminal import DeskTerminal

AIM = 1.25
FIRST_TEXTS = ("Opening the record", QUEUE_SHOWN)
"""Either stands on the first frame: a quick database may leave no time for the first."""


def seconds_to(desk: DeskTerminal, *texts: str) -> float:
    """Seconds from the start of the program until one of `texts` is on its screen."""
    desk.wait_until(
        lambda rows: any(text in row for row in rows for text in texts),
        f"one of {texts} to show",
    )
    return desk.held_at - desk.started_at


def main(rounds: int) -> int:
    """Measure `rounds` interleaved starts and print what they took."""
    bare: list[float] = []
    first: list[float] = []
    keys: list[float] = []
    queue: list[float] = []
    sent: list[int] = []
    with demo_database() as database:
        for _ in range(rounds):
            with bare_app() as desk:
                bare.append(seconds_to(desk, "Quit"))
            with demo_desk(database) as desk:
                first.append(seconds_to(desk, *FIRST_TEXTS))
                keys.append(seconds_to(desk, QUEUE_SHOWN))
                queue.append(seconds_to(desk, QUEUE_READ))
                sent.append(desk.bytes_received)
    ratio = median(first) / median(bare)
    print(f"bare Textual app   {median(bare) * 1000:6.0f} ms   1.00")
    print(f"first frame        {median(first) * 1000:6.0f} ms   {ratio:.2f}   aim {AIM}")
    print(f"queue takes keys   {median(keys) * 1000:6.0f} ms   {median(keys) / median(bare):.2f}")
    print(f"queue is read      {median(queue) * 1000:6.0f} ms   {median(queue) / median(bare):.2f}")
    print(f"bytes to the queue {median(sent):6.0f}      ({rounds} rounds)")
    return int(ratio > AIM)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
