"""Work beside the keys: reads on threads, writes one after the other on one thread.

A read ends in `Answered` or `Failed` posted to whoever asked; when the same thing was asked again
meanwhile, the older answer is dropped. A write is never dropped, never doubled and never
cancelled, and the desk waits for it before it ends. Only the errors named in `Explanations` become
sentences; any other is a fault of the program and goes to the crash handler.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from threading import Lock

from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

Explanations = Mapping[type[Exception], Callable[[Exception], str]]
"""For each kind of error a job may meet, the plain sentence a person is told."""


@dataclass(frozen=True)
class Request:
    """What was asked, and the how manyth time: answers carry it back."""

    name: str
    number: int


class Answered(Message):
    """A job ended well; `value` is plain frozen data."""

    def __init__(self, request: Request, value: object) -> None:
        super().__init__()
        self.request = request
        self.value = value


class Failed(Message):
    """A job could not be done; `sentence` says why, and what to do."""

    def __init__(self, request: Request, sentence: str) -> None:
        super().__init__()
        self.request = request
        self.sentence = sentence


def explain(error: Exception, explanations: Explanations) -> str:
    """The sentence for an error that `explanations` names, the nearest kind first."""
    for kind in type(error).__mro__:
        if kind in explanations:
            return explanations[kind](error)
    raise error


class Reads:
    """The reads of one screen or widget; they end with it."""

    def __init__(self, asker: Widget, explanations: Explanations) -> None:
        self._asker = asker
        self._explanations = explanations
        self._newest: dict[str, int] = {}
        self._lock = Lock()

    def ask(self, name: str, job: Callable[[], object]) -> Request:
        """Run `job` on a thread and post its answer; an older answer to `name` is dropped."""
        with self._lock:
            request = Request(name, self._newest.get(name, 0) + 1)
            self._newest[name] = request.number
        self._asker.run_worker(lambda: self._run(request, job), name=name, group=name, thread=True)
        return request

    def is_newest(self, request: Request) -> bool:
        """Whether nothing newer was asked under the same name."""
        with self._lock:
            return self._newest.get(request.name) == request.number

    def _run(self, request: Request, job: Callable[[], object]) -> None:
        message: Message
        try:
            message = Answered(request, job())
        except tuple(self._explanations) as error:
            message = Failed(request, explain(error, self._explanations))
        if self.is_newest(request):
            self._asker.post_message(message)


class Writes:
    """The writes of the desk, in the order they were asked for."""

    def __init__(self, app: App[None], changed: Callable[[], None]) -> None:
        self._app = app
        self._changed = changed
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="write")
        self._number = 0
        self._newest: Future[object] | None = None
        self.explanations: Explanations = {}
        self.under_way = 0
        """How many writes have not ended, drafts among them."""
        self.saving = 0
        """How many saves have not ended; Save is offered only at 0."""

    def save(self, name: str, job: Callable[[], object], asker: MessagePump) -> Request | None:
        """Queue a save for `asker`, or give None while another is under way."""
        if self.saving:
            return None
        return self.queue(name, job, asker)

    def queue(self, name: str, job: Callable[[], object], asker: MessagePump) -> Request:
        """Queue a save behind the writes under way."""
        self.saving += 1
        self._changed()
        return self._submit(name, job, asker, self._saved)

    def keep(self, name: str, job: Callable[[], object], asker: MessagePump) -> Request:
        """Queue the write of a draft behind those under way; Save never waits to be offered."""
        return self._submit(name, job, asker, lambda: None)

    def behind(self, read: Callable[[], object]) -> Callable[[], object]:
        """A read for another thread that begins once the writes asked for so far have ended."""
        newest = self._newest

        def job() -> object:
            if newest is not None:
                wait([newest])
            return read()

        return job

    def _submit(
        self, name: str, job: Callable[[], object], asker: MessagePump, ended: Callable[[], None]
    ) -> Request:
        self._number += 1
        request = Request(name, self._number)
        self.under_way += 1
        end = partial(self._app.call_later, self._end, request, asker, ended)
        self._newest = self._thread.submit(job)
        self._newest.add_done_callback(end)
        return request

    def _saved(self) -> None:
        self.saving -= 1
        self._changed()

    def finish(self) -> None:
        """Wait until every write has ended; nothing more is taken."""
        self._thread.shutdown(wait=True)

    def _end(
        self,
        request: Request,
        asker: MessagePump,
        ended: Callable[[], None],
        done: Future[object],
    ) -> None:
        """On the loop: tell the asker how its write ended."""
        self.under_way -= 1
        ended()
        message: Message
        try:
            message = Answered(request, done.result())
        except tuple(self.explanations) as error:
            message = Failed(request, explain(error, self.explanations))
        asker.post_message(message)
