"""Locking by itself: a desk that nobody types at is not left open."""

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump


class IdleLock:
    """Counts the time since the last key."""

    def __init__(self, app: MessagePump, lock: Callable[[], None]) -> None:
        """`lock` is called once each time the time is over, and must not mind doing it again."""
        self._app = app
        self._lock = lock
        self._seconds = 0.0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def locks_at(self) -> float | None:
        """When it locks, on the loop's clock; None for never."""
        return self._timer.when() if self._timer else None

    def begin(self, seconds: float) -> None:
        """Lock after so many seconds without a key from now on; 0 for never."""
        self._seconds = seconds
        self.touch()

    def touch(self) -> None:
        """A key was pressed: count from now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._seconds:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(self._seconds, self._app.call_later, self._lock)
