"""Reading a long document beside the keys: a little ahead of its reader, never all at once."""

from collections.abc import Callable, Iterator
from threading import Condition, Thread

from textual.message import Message
from textual.message_pump import MessagePump

from sgtui.services.work import Stopped, Work
from sgtui.ui.background import Explanations, explain

AHEAD = 2_000
"""Lines that are made before somebody comes near them."""

MOST = 200_000
"""Lines that are kept to be read here; more are for paper or a file."""

_FIRST_BATCH, _BATCH = 60, 1_000
"""Lines told at once: the first screen at once, the others in fewer messages."""

Lines = Callable[[Work], Iterator[str]]
"""Makes the document, line by line."""


class Came(Message):
    """More lines."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.lines = lines


class Moved(Message):
    """So many pieces of the work are done, of so many."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total

    def can_replace(self, message: Message) -> bool:
        """Only the newest matters."""
        return isinstance(message, Moved)


class Ended(Message):
    """No more lines will come: `sentence` says why where the document is not whole."""

    def __init__(self, sentence: str = "", *, cut: bool = False) -> None:
        """`cut`: whether there would have been more than are kept."""
        super().__init__()
        self.sentence = sentence
        self.cut = cut


class Broke(Message):
    """A fault of the program, for the loop to raise."""

    def __init__(self, fault: BaseException) -> None:
        super().__init__()
        self.fault = fault


class ReadAhead:
    """One document, made on a thread of its own."""

    def __init__(self, lines: Lines, asker: MessagePump, explanations: Explanations) -> None:
        self._lines = lines
        self._asker = asker
        self._explanations = explanations
        self._changed = Condition()
        self._wanted = AHEAD
        self._stopped = False
        self._batch: list[str] = []
        self._told = 0
        self._thread = Thread(target=self._run, name="read a document", daemon=True)

    def start(self) -> None:
        """Begin; Came, Moved and at the end Ended are posted to the asker."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether it is not over yet."""
        return self._thread.is_alive()

    def want(self, lines: int) -> None:
        """Somebody has come so far that so many lines should be there."""
        with self._changed:
            self._wanted = max(self._wanted, min(lines, MOST))
            self._changed.notify()

    def stop(self) -> None:
        """Make no more; what has come stays."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def join(self, seconds: float) -> None:
        """Wait at most so long for the piece under way."""
        if self.is_alive:
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            ended = self._read()
        except Stopped:
            ended = Ended("Stopped. What has come so far can be read.")
        except tuple(self._explanations) as error:
            ended = Ended(explain(error, self._explanations))
        except BaseException as fault:
            self._asker.post_message(Broke(fault))
            return
        self._flush()
        self._asker.post_message(ended)

    def _read(self) -> Ended:
        work = Work(self._watch, lambda: self._stopped)
        for line in self._lines(work):
            if self._told + len(self._batch) >= MOST:
                return Ended(cut=True)
            self._batch.append(line)
            if len(self._batch) >= (_BATCH if self._told else _FIRST_BATCH):
                self._flush()
            if self._told >= self._wanted:
                self._wait()
        return Ended()

    def _watch(self, done: int, total: int) -> None:
        self._flush()
        self._asker.post_message(Moved(done, total))

    def _flush(self) -> None:
        if self._batch:
            self._told += len(self._batch)
            self._asker.post_message(Came(tuple(self._batch)))
            self._batch = []

    def _wait(self) -> None:
        """Until somebody comes near the end of what is there. Raises Stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._told < self._wanted)
            if self._stopped:
                raise Stopped
