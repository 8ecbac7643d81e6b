"""One process at a time changes the small files beside the database."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sgtui.services.ports import StoreUnreachable


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`, waiting for whoever has it. Raises StoreUnreachable."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError:
        raise StoreUnreachable(f"{path.name} may not be written by this account.") from None
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
