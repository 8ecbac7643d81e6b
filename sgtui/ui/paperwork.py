"""Documents for the screens: read a little ahead, or printed on one thread whatever is in front.

A print goes on while its screen is left, and while the desk is locked: it was asked for before.
Whoever signs in instead of another stops what that other person was printing.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from textual.app import App
from textual.message_pump import MessagePump

from sgtui.services.desk import Desk
from sgtui.services.report_asked import NothingToReport, refuse_empty
from sgtui.services.reports import Asked, Format, NotWritten, Press, Sort
from sgtui.services.work import Stopped, Work
from sgtui.ui.background import Explanations, explain
from sgtui.ui.read_ahead import ReadAhead
from sgtui.ui.widgets.status_line import StatusKind

_AT_THE_END = 5.0
"""Seconds to wait for a reading under way, so that none outlives the record."""


@dataclass
class Printing:
    """One document on its way to a file."""

    title: str
    form: Format
    work: Work
    stopping: Event
    silent: bool = False
    """Whether nobody is told any more how it ends."""


@dataclass(frozen=True)
class News:
    """How a print has ended."""

    sentence: str
    kind: StatusKind


class Paperwork:
    """Reads and prints documents. Lives on the loop; its threads do the work."""

    def __init__(
        self,
        app: App[None],
        press: Press,
        folder: Path,
        explanations: Explanations,
        *,
        demo: bool = False,
    ) -> None:
        """`folder`: where printed files go; `demo`: whether every page says that it is invented."""
        self._app = app
        self._press = press
        self.folder = folder
        self.demo = demo
        own = dict.fromkeys((NotWritten, NothingToReport, Stopped), str)
        self._explanations: Explanations = {**explanations, **own}
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="print")
        self._readings: list[ReadAhead] = []
        self.under_way: Printing | None = None
        """What is being printed now."""
        self.tell: Callable[[News], None] = lambda _news: None
        """Told, on the loop, how each print has ended."""

    def read(self, desk: Desk, sort: Sort, asked: Asked, asker: MessagePump) -> ReadAhead:
        """Begin to read a document; its lines come to the asker as messages."""

        def lines(work: Work) -> Iterator[str]:
            refuse_empty(desk, sort, asked)
            yield from self._press.read(desk, sort.name, asked, work)

        reading = ReadAhead(lines, asker, self._explanations)
        self._readings = [*(one for one in self._readings if one.is_alive), reading]
        reading.start()
        return reading

    def print(self, desk: Desk, sort: Sort, asked: Asked, form: Format) -> bool:
        """Begin to print into the folder; False while something else is being printed."""
        if self.under_way is not None:
            return False
        stopping = Event()
        work = Work(stop=stopping.is_set)
        self.under_way = Printing(sort.title, form, work, stopping)

        def job() -> tuple[Path, ...]:
            refuse_empty(desk, sort, asked)
            make_folder(self.folder)
            return self._press.print_to(desk, sort.name, asked, form, self.folder, work)

        done = self._thread.submit(job)
        done.add_done_callback(lambda ended: self._app.call_later(self._ended, ended))
        return True

    def stop(self, *, silently: bool = False) -> None:
        """Stop what is being printed between two pieces; nothing of it stays.

        `silently`: somebody else sits here now, who is not told of it.
        """
        if self.under_way is not None:
            self.under_way.silent |= silently
            self.under_way.stopping.set()

    def finish(self) -> None:
        """Stop everything and wait until it has stopped: the record may close then."""
        self.stop()
        for reading in self._readings:
            reading.stop()
        for reading in self._readings:
            reading.join(_AT_THE_END)
        self._thread.shutdown(wait=True)

    def _ended(self, done: Future[tuple[Path, ...]]) -> None:
        """On the loop: tell how it ended. A fault of the program is raised here."""
        printing, self.under_way = self.under_way, None
        news = self._news(done)
        if printing is not None and not printing.silent:
            self.tell(news)

    def _news(self, done: Future[tuple[Path, ...]]) -> News:
        try:
            return News(written(done.result(), self.folder), "saved")
        except tuple(self._explanations) as error:
            return News(explain(error, self._explanations), _kind(error))


def _kind(error: Exception) -> StatusKind:
    """Stopping is what was wanted, everything else a problem."""
    return "info" if isinstance(error, Stopped) else "problem"


def make_folder(folder: Path) -> None:
    """Make it, for this person alone, where it is not there. Raises NotWritten."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise NotWritten(
            f"The folder {at_home(folder)} cannot be made. Name another as reports_folder in the "
            "settings."
        ) from None


def written(files: tuple[Path, ...], folder: Path) -> str:
    """Which file, or how many, and where."""
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    return f"{files[0].name}{more} in {at_home(folder)}."


def at_home(folder: Path) -> str:
    """A folder as people write it: ~/Documents/sgtui."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
