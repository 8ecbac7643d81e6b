"""How much longer a case of 200 entries takes to become a printed pack than its words to be set.

Run from the top of the checkout, on a quiet machine:

    .venv/bin/python -m tests.benchmarks.pack [TIMES] [ENTRIES]

Makes the inspection pack of one case, from the record to the file, and turn by turn has typst set
the words of that pack as bare paragraphs. Prints the median of each and the ratio, which may
be 8: reading, folding and laying out may cost a few times what the letters alone do.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from sgtui.documents.catalogue import make
from sgtui.documents.press.house import HousePress
from sgtui.documents.press.text import lines
from sgtui.documents.press.typeset.letters import Letters
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.reports import Asked, Format
from sgtui.services.work import Work
from tests.benchmarks.fold import a_long_case
from tests.benchmarks.measured import percentile
from tests.documents.a_told_record import REFERENCE, desk_with
from tests.domain.case_builder import Told

LIMIT = 8.0
NAME = "inspection-pack"
BARE = b"""
#set document(title: "Bare")
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), lang: "en", region: "GB")
#for words in json(bytes(sys.inputs.lines)) { par(words) }
"""


def a_desk(folder: Path, entries: int) -> Desk:
    """A record that holds one long case."""
    told = a_long_case(entries)
    return desk_with(folder, Told(told[-1].recorded_at + timedelta(hours=1), entries=[*told]))


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main(times: int, entries: int) -> int:
    """Measure, print, and say by the status whether the ratio holds."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        desk = a_desk(home, entries)
        asked = Asked(Period(desk.now() - timedelta(days=400), desk.now()), REFERENCE)
        letters = Letters()
        said = [letters.printable(line) for line in lines(make(desk, NAME, asked)) if line]
        given = {"lines": json.dumps(said)}

        def bare() -> None:
            typst.compile(
                BARE, sys_inputs=given, ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"]
            )

        def whole() -> None:
            HousePress().print_to(desk, NAME, asked, Format.PDF, home / "prints", Work())

        whole()
        pairs = [(milliseconds(bare), milliseconds(whole)) for _ in range(times)]
    first, second = (percentile([pair[n] for pair in pairs], 0.5) for n in (0, 1))
    ratio = second / first
    print(f"{len(said)} lines: bare {first:.0f} ms, the pack {second:.0f} ms, {ratio:.1f} times")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    given_numbers = [int(number) for number in sys.argv[1:]]
    sys.exit(main(*[*given_numbers, *(9, 200)[len(given_numbers) :]]))
