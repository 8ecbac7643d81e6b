"""Long work: how far it has come, and whether somebody wants it to stop."""

from collections.abc import Callable
from dataclasses import dataclass


class Stopped(Exception):
    """Somebody asked the work to stop; nothing of it was kept."""


def _nobody(done: int, total: int) -> None:
    """Nobody watches."""


def _goes_on() -> bool:
    return False


@dataclass
class Work:
    """Work that tells how far it has come after each piece, and stops between two pieces."""

    watch: Callable[[int, int], None] = _nobody
    """Told how many pieces are done, of how many in all."""
    stop: Callable[[], bool] = _goes_on
    """Whether to stop."""
    done: int = 0
    total: int = 0

    def begin(self, total: int) -> None:
        """How many pieces there are. Raises Stopped."""
        self.total += total
        self._tell()

    def step(self) -> None:
        """One more piece is done. Raises Stopped."""
        self.done += 1
        self._tell()

    def _tell(self) -> None:
        if self.stop():
            raise Stopped("Stopped. Nothing was written.")
        self.watch(self.done, self.total)
