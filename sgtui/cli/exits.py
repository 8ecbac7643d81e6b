"""Exit statuses, and the one way a command refuses: plain sentences on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final

from sgtui.domain.text import display

OK: Final = 0
BAD: Final = 1
"""The answer is bad: something is late, a chain is broken, there is no such case."""
USAGE: Final = 2
"""The command, its input or the settings are wrong. Nothing was done."""
UNREACHABLE: Final = 3
"""The database cannot be reached or opened."""
TOO_NEW: Final = 4
"""The database is newer than the program."""
INTERRUPTED: Final = 130
"""Ctrl+C."""


class Refused(Exception):
    """The command ends here: what to say, and the exit status that says so to a script."""

    def __init__(self, sentence: str, status: int = USAGE) -> None:
        """`sentence` may have several lines, one for each thing that is wrong."""
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status

    def say(self) -> None:
        """Tell the person, on standard error."""
        complain(self.sentence)


def complain(text: str) -> None:
    """Say something on standard error, safe for a terminal."""
    print(display(text), file=sys.stderr)


class LastWords:
    """A fault of the program leaves one sentence and a reference, never what people wrote."""

    status = 70
    """As for the desk itself (sysexits EX_SOFTWARE)."""

    def __enter__(self) -> "LastWords":
        """Nothing to prepare."""
        return self

    def __exit__(
        self, _kind: object, fault: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Log where the fault came from, and tell the person what to quote."""
        if not isinstance(fault, Exception):
            return False
        from sgtui import wiring

        reference = wiring.crash_log().record(fault)
        complain(f"sgtui stopped: a fault of the program. It is in faults.log under {reference}.")
        return True


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what the services raise inside the block into `Refused` with its exit status."""
    from sgtui.domain.ladder_faults import LadderRefused
    from sgtui.services import failures
    from sgtui.services.desk import NobodySignedIn
    from sgtui.services.record import NoSuchCase, NotYet
    from sgtui.services.sign_in import UnknownName

    try:
        yield
    except failures.EntryClash as clash:
        raise Refused(
            f"{clash} Nothing was written. Look at the case, then record again."
        ) from None
    except failures.StoreTooNew as fault:
        raise Refused(str(fault), TOO_NEW) from None
    except (failures.WrongPassphrase, failures.SlotRefused) as fault:
        raise Refused(str(fault), USAGE) from None
    except failures.StoreFailure as fault:
        raise Refused(str(fault), UNREACHABLE) from None
    except NoSuchCase as fault:
        raise Refused(str(fault), BAD) from None
    except (NotYet, NobodySignedIn, UnknownName, LadderRefused) as fault:
        raise Refused(str(fault), USAGE) from None
