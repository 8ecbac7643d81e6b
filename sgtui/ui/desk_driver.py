"""Textual's POSIX driver, made to survive a wrong byte and to notice the end of its input.

It also keeps to the newest window size: Textual reads it inside the signal, where a second change
interrupts the first and the older size is told last.
"""

import asyncio
import codecs
import signal

from textual import events
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from sgtui.ui.terminal import let_go_of_a_lost_line

LINE_LOST = 129
"""Exit status when the terminal is gone, as after SIGHUP."""


class _ForgivingDecoder(codecs.getincrementaldecoder("utf-8")):  # type: ignore[misc]
    """UTF-8 where a byte that is not UTF-8 becomes U+FFFD, and end of input is an error."""

    def __init__(self) -> None:
        super().__init__(errors="replace")

    def decode(self, data: bytes, final: bool = False) -> str:
        """Decode what was read; no bytes before the end means that the terminal is gone."""
        if not data and not final:
            raise EOFError
        text: str = super().decode(data, final)
        return text


def _forgiving_decoder(_encoding: str) -> type[_ForgivingDecoder]:
    return _ForgivingDecoder


class DeskDriver(LinuxDriver):
    """The driver of the desk."""

    def start_application_mode(self) -> None:
        """Take the terminal over; changes of its size are answered on the loop, one by one."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._resized)

    def close(self) -> None:
        """End the output; what a terminal that is gone did not take is dropped."""
        super().close()
        let_go_of_a_lost_line()

    def _resized(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def _run_input_thread(self) -> None:
        """Read keys until the end; when the terminal is gone, say so instead of spinning."""
        vars(linux_driver)["getincrementaldecoder"] = _forgiving_decoder
        try:
            self.run_input_thread()
        except (EOFError, OSError):
            lost = getattr(self._app, "line_lost", None)
            if lost is not None:
                self._app.call_later(lost, LINE_LOST)
