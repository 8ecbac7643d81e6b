"""The app: opens with a light first frame, then holds what every screen shares.

Nothing heavy is imported here: the record is opened by `load`, on a thread, after the first frame.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from rich.segment import Segments
from rich.text import Text
from textual import events, work
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import WorkerFailed

from sgtui.ui import crash, terminal, words
from sgtui.ui.background import Explanations, Writes
from sgtui.ui.idle import IdleLock
from sgtui.ui.key_order import KeyOrder
from sgtui.ui.loaded import Loaded, MakeScreen, NotLoaded
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.opening import Opening
from sgtui.ui.theme import DARK, THEMES, usable_theme
from sgtui.ui.widgets.title_line import TitleFacts, TitleLine

__all__ = ["Loaded", "NotLoaded", "SgtuiApp"]


class SgtuiApp(App[None], inherit_bindings=False):
    """The desk."""

    TITLE = words.PRODUCT
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[Any]] = [
        Binding("ctrl+q", "quit", "Leave", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        load: Callable[[], Loaded | NotLoaded],
        *,
        theme: str = DARK,
        keymap: Mapping[str, str] | None = None,
        log: crash.CrashLog | None = None,
        ascii_only: bool = False,
    ) -> None:
        super().__init__(driver_class=terminal.driver_class())
        self._load = load
        self._crash_log = log
        self._ascii_only = ascii_only
        self._loaded = Loaded(Opening)
        self.animation_level = "none"
        self.keymap: Mapping[str, str] = keymap or {}
        """The person's own keys, by command id."""
        self.facts = TitleFacts()
        self._idle = IdleLock(self, self.lock_now)
        self._key_order = KeyOrder(self, super().on_event)
        self.writes = Writes(self, self._availability_changed)
        self.lifeline = terminal.Lifeline(self.end)
        """Where a screen with a draft says how it is kept."""
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = usable_theme(theme, no_colour=self.no_color)
        self.set_keymap(self.keymap)

    @property
    def screens(self) -> Mapping[str, MakeScreen]:
        """The registered screens, by name."""
        return self._loaded.screens

    @property
    def explanations(self) -> Explanations:
        """The sentence for each error a job may meet."""
        return self._loaded.explanations

    @property
    def can_lock(self) -> bool:
        """Whether there is somebody to lock out."""
        return self._loaded.lock is not None

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for the moment before a theme of ours is in force."""
        return dict(THEMES[0].variables)

    def get_default_screen(self) -> Screen[Any]:
        """The first frame."""
        return Opening()

    async def on_event(self, event: events.Event) -> None:
        """Give out keys and pastes one after the other."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and self.screen_stack:
            self._idle.touch()
            await self._key_order.take(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Take over faults and signals, then open the record."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_error)
        if not self.is_headless:
            self.lifeline.watch(loop)
        self.set_class(self._ascii_only or terminal.is_ascii_only(), "-ascii")
        self.call_after_refresh(self._open_record)

    @work(thread=True, name="open the record")
    def _open_record(self) -> None:
        loaded = self._load()
        self.call_later(self._opened, loaded)

    async def _opened(self, loaded: Loaded | NotLoaded) -> None:
        if isinstance(loaded, NotLoaded):
            self._return_code = loaded.status
            if isinstance(self.screen, Opening):
                self.screen.show_failure(loaded.sentence)
            return
        self._loaded = loaded
        self._idle.begin(loaded.idle_seconds)
        self.writes.explanations = loaded.explanations
        self.facts = loaded.facts
        await self.push_screen(loaded.first())

    def show_title(self, facts: TitleFacts) -> None:
        """Show new facts in the title line of the screen in front."""
        self.facts = facts
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen) and screen.is_current and screen.query(TitleLine):
                screen.show_title(facts)

    def open_screen(self, name: str, *given: object) -> None:
        """Open a registered screen: back to it if it is open below, else a new one on top."""
        for depth, screen in enumerate(reversed(self.screen_stack)):
            if screen.name == name and not given:
                for _ in range(depth):
                    self.pop_screen()
                return
        made = self.screens[name](*given)
        made._name = name
        self.push_screen(made)

    def go_back(self) -> None:
        """Close the screen in front; the first one, above `Opening`, stays."""
        if len(self.screen_stack) > 2:
            self.pop_screen()

    def lock_now(self) -> None:
        """Lock the desk, if somebody is signed in; the clipboard is emptied first."""
        self._clipboard = ""
        if self._loaded.lock is not None:
            self._loaded.lock()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy within the desk alone: what people wrote never reaches the system clipboard."""
        self._clipboard = text

    async def action_quit(self) -> None:
        """Ctrl+Q: ask, unless there is nothing to lose yet."""
        from sgtui.ui.dialogs.leave import LeaveDialog

        if isinstance(self.screen, Opening):
            self.end(self.return_code or 0)
        elif not isinstance(self.screen, LeaveDialog):
            self.push_screen(LeaveDialog(saving=bool(self.writes.saving)), self._left)

    def action_help_quit(self) -> None:
        """Ctrl+C: say how to leave."""
        if isinstance(self.screen, DeskScreen):
            self.screen.say(words.LEAVE_BY)

    def end(self, status: int) -> None:
        """End the app with an exit status."""
        self.exit(return_code=status)

    def line_lost(self, status: int) -> None:
        """The terminal is gone: keep drafts and end."""
        self.lifeline.lost(status)

    async def on_unmount(self) -> None:
        """Wait for the last write, then close the record."""
        await asyncio.to_thread(self.writes.finish)
        if self._loaded.close is not None:
            await asyncio.to_thread(self._loaded.close)

    def _left(self, leaves: bool | None) -> None:
        if leaves:
            try:
                self.lifeline.keep_all()
            finally:
                self.end(0)

    def _availability_changed(self) -> None:
        if self.is_running and isinstance(self.screen, DeskScreen) and self.screen.is_mounted:
            self.screen.show_keys()

    def _handle_exception(self, error: Exception) -> None:
        """A fault nobody answers: keep drafts, log where it was, leave one plain sentence."""
        first = self._exception is None
        if first:
            self._exception = error
            self._exception_event.set()
        self._return_code = crash.STATUS
        if not first:
            return
        try:
            self.lifeline.keep_all()
        finally:
            self._last_words(error)

    def _last_words(self, error: BaseException) -> None:
        if isinstance(error, WorkerFailed):
            error = error.error
        reference = self._crash_log.record(error) if self._crash_log else "none"
        sentence = Text(words.stopped(reference), end="\n")
        rendered = self.console.render(sentence, self.console.options)
        self._exit_renderables[:] = [Segments(rendered)]
        self._close_messages_no_wait()

    def panic(self, *_renderables: Any) -> None:
        """Textual's own way out, which would print a traceback."""
        self._handle_exception(RuntimeError())

    def _loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception) and self.is_running:
            self._handle_exception(error)
