"""Watching the record: whether anyone, here or in another process, has recorded anything since.

A thread of its own asks for the change number, which costs no query, and sleeps in between.
Nothing is said while nothing changes.
"""

from collections.abc import Callable
from threading import Event, Lock, Thread

from textual.message import Message
from textual.message_pump import MessagePump

from sgtui.ui.background import Explanations, explain

IN_FRONT = 0.25
"""Seconds between looks while somebody watches."""

BEHIND = 1.0
"""Seconds between looks while another screen is in front."""

_AT_THE_END = 5.0
"""Seconds to wait for a look under way, so that none outlives the record."""


_LOST = -1
"""Seen instead of a number while the record does not answer."""


class Moved(Message):
    """Somebody has recorded something, or the record answers again after it did not."""


class Lost(Message):
    """The record does not answer any more; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class Watch:
    """Posts `Moved` and `Lost` to one asker, each once for each change."""

    def __init__(
        self, number: Callable[[], int], explanations: Explanations, asker: MessagePump
    ) -> None:
        """`number` differs whenever the record has; its errors are those of `explanations`."""
        self._number = number
        self._explanations = explanations
        self._asker = asker
        self._seen: int | None = None
        self._pace = IN_FRONT
        self._wake = Event()
        self._ended = False
        self._one_look = Lock()
        self._thread = Thread(target=self._keep_looking, name="watch the record", daemon=True)

    def start(self) -> None:
        """Begin to look; the first look counts as a change, so that everything is read once."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more, not even once."""
        self._ended = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(_AT_THE_END)

    def in_front(self, watched: bool) -> None:
        """Look often while somebody watches, seldom otherwise."""
        self._pace = IN_FRONT if watched else BEHIND
        self._wake.set()

    def look(self) -> None:
        """Look now, and tell what has changed since the last look."""
        with self._one_look:
            try:
                number = self._number()
            except tuple(self._explanations) as error:
                self._lose(explain(error, self._explanations))
                return
            if number != self._seen:
                self._seen = number
                self._asker.post_message(Moved())

    def _lose(self, sentence: str) -> None:
        if self._seen != _LOST:
            self._seen = _LOST
            self._asker.post_message(Lost(sentence))

    def _keep_looking(self) -> None:
        while not self._ended:
            self.look()
            self._wake.wait(self._pace)
            self._wake.clear()
