"""How much longer a case of 500 entries takes to fold, with its clocks, than one of 25.

Run from the top of the checkout, on a quiet machine:

    .venv/bin/python -m tests.benchmarks.fold [TIMES]

Folds both cases turn by turn and prints the median of each and the ratio, which may be 22: the
work may grow with the entries, never with their square.
"""

import sys
import time

from sgtui.domain.case_file import fold
from sgtui.domain.clocks import clocks
from sgtui.domain.entries import Entry
from tests.benchmarks.measured import percentile
from tests.domain.a_home import DESK, HOME, LADDER
from tests.domain.case_builder import Told, a_referral

LIMIT = 22.0
SMALL, LARGE = 25, 500
STRUCK = 249
"""Where one entry is struck: what had begun before is then worked out once more."""


def a_long_case(entries: int) -> tuple[Entry, ...]:
    """A referral that is waited for, shift by shift: watched, chased, protected, put right."""
    told = a_referral("2026-03-02 09:00").tell("referral_received").tell("referral_acknowledged")
    told.tell("safeguard_started").tell("challenge_raised", ground="roles", referral=None)
    safeguard = told.newest("safeguard_started")
    while len(told.entries) < entries:
        _one_more(told.later(hours=11), safeguard)
    return tuple(told.entries[:entries])


def _one_more(told: Told, safeguard: object) -> None:
    match len(told.entries) % 10:
        case 0:
            told.tell("safeguard_reviewed", safeguard=safeguard)
        case 3 | 7:
            told.tell("agency_contacted", contact=DESK, promised="A call", promised_in=20)
        case 5:
            told.tell("statement_taken")
        case 9 if len(told.entries) == STRUCK:
            told.tell("entered_in_error", entry=told.last)
        case 9 if len(told.entries) % 50 == 9:
            told.tell("amended", entry=told.last, changes={"text": "Calm, ate little."})
        case _:
            told.tell("observation_made")


def took(entries: tuple[Entry, ...]) -> float:
    """Milliseconds to fold these entries and reckon every clock."""
    began = time.perf_counter()
    clocks(fold(entries), LADDER, HOME)
    return (time.perf_counter() - began) * 1000


def main(times: int) -> int:
    """Measure both, print what they took, and end with 1 where the limit is passed."""
    small, large = a_long_case(SMALL), a_long_case(LARGE)
    took(small), took(large)
    pairs = [(took(small), took(large)) for _ in range(times)]
    few = percentile([pair[0] for pair in pairs], 0.5)
    many = percentile([pair[1] for pair in pairs], 0.5)
    ratio = many / few
    print(f"{SMALL} entries {few:8.2f} ms   {LARGE} entries {many:8.2f} ms")
    print(f"ratio of the medians {ratio:.1f}   (at most {LIMIT:.0f})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
