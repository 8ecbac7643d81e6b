"""The base of every screen: title line, body, status line, key bar, and commands declared once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Region
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from sgtui.ui import words
from sgtui.ui.commands import BACK, GLOBAL, HELP, MENU, Command, bindings, key_name, keys_of
from sgtui.ui.compositor import NarrowCompositor
from sgtui.ui.widgets.key_bar import Hint, KeyBar
from sgtui.ui.widgets.notice import SizeNotice
from sgtui.ui.widgets.status_line import StatusKind, StatusLine
from sgtui.ui.widgets.title_line import DemoBanner, TitleFacts, TitleLine

if TYPE_CHECKING:
    from sgtui.ui.app import SgtuiApp


class DeskScreen(Screen[None]):
    """A screen of the desk.

    A subclass names itself in `heading` and `purpose`, lists its own `commands`, yields its
    widgets in `body`, and answers `available` for commands that only sometimes make sense.
    """

    DEFAULT_CSS = """
    DeskScreen { layers: base notice; background: $background; color: $foreground; }
    DeskScreen > #body { width: 1fr; height: 1fr; padding: 0 1; }
    """

    AUTO_FOCUS = ""

    focused: var[Widget | None] = var(None)
    """The focused field. Textual's own repaints the whole screen each time it changes."""

    heading: ClassVar[str] = ""
    """The name of the screen, as in the title line."""

    purpose: ClassVar[str] = ""
    """One or two plain sentences for the help."""

    commands: ClassVar[tuple[Command, ...]] = ()
    """The screen's own commands, the most used first."""

    is_home: ClassVar[bool] = False
    """Whether Esc has nowhere to go back to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(GLOBAL)]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name)
        self._compositor = NarrowCompositor()

    @property
    def is_current(self) -> bool:
        """Whether it is in front. A covered screen draws nothing: ours let nothing shine through.

        Textual's own draws the screen below too, and with it the whole one in front.
        """
        return self.is_attached and self.app.screen_stack[-1:] == [self]

    def __init_subclass__(cls, inherit_bindings: bool = True) -> None:
        """Make bindings of the commands the subclass declares."""
        if "commands" in cls.__dict__:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings(cls.commands)]
        super().__init_subclass__(inherit_bindings=inherit_bindings)

    @property
    def shell(self) -> "SgtuiApp":
        """The app, by its own type."""
        from sgtui.ui.app import SgtuiApp

        app = self.app
        assert isinstance(app, SgtuiApp)
        return app

    def compose(self) -> ComposeResult:
        """The frame around `body`."""
        yield DemoBanner()
        yield TitleLine()
        with Vertical(id="body"):
            yield from self.body()
        yield StatusLine()
        yield KeyBar()
        yield SizeNotice()

    def body(self) -> ComposeResult:
        """What the screen itself shows, from top to bottom."""
        yield from ()

    def on_mount(self) -> None:
        """Fill the frame."""
        self.query_one(TitleLine).heading = self.heading
        self.show_title(self.shell.facts)
        self.show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the window is too small."""
        self.query_one(SizeNotice).window = event.size

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Another screen may have changed what is available, or a minute has passed.

        A screen that opens is painted as it is laid out; Textual would then paint it once more.
        """
        opens = self._size != self.app.size
        if self.is_mounted and self.query(TitleLine):
            self.show_title(self.shell.facts)
            self.show_keys()
        event.prevent_default()
        super()._on_screen_resume(event)
        if opens and self.is_current:
            for widget in self.walk_children(Widget, with_self=True):
                widget._repaint_required = False
                widget._repaint_regions.clear()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Laying out paints what it moves, so that it need not paint all that stays as well."""
        repaint = repaint and (not layout or bool(regions))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def show_title(self, facts: TitleFacts) -> None:
        """Show service, time, person and age of the data."""
        self.query_one(TitleLine).facts = facts
        self.query_one(DemoBanner).set_class(facts.demo, "shown")

    def say(self, text: str, kind: StatusKind = "info") -> None:
        """Answer the person in the status line, until the next answer."""
        self.query_one(StatusLine).say(text, kind)

    def available(self, command: Command) -> bool:
        """Whether the command makes sense now; a subclass narrows it and asks `super()`."""
        if command.action == "save":
            return self.can_save() and not self.shell.writes.saving
        if command.action in ("next_step", "body_map"):
            return False
        if command.action == "back":
            return not self.is_home
        if command.action == "lock":
            return self.shell.can_lock
        return not command.screen or command.screen in self.shell.screens

    def can_save(self) -> bool:
        """Whether there is something to save on this screen."""
        return False

    def all_commands(self) -> tuple[Command, ...]:
        """The screen's own commands, then the global ones; an own id replaces a global one."""
        own = {command.id for command in self.commands}
        return (*self.commands, *(command for command in GLOBAL if command.id not in own))

    def offered(self) -> Iterator[Command]:
        """The commands that can be used now."""
        return (command for command in self.all_commands() if self.available(command))

    def offered_once(self) -> list[Command]:
        """The commands that can be used now, each act once, for the menu and the help."""
        once: dict[str, Command] = {}
        for command in self.offered():
            once.setdefault(command.action, command)
        return list(once.values())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key act only when its command is available."""
        written = f"{action}({', '.join(repr(p) for p in parameters)})" if parameters else action
        named = [command for command in self.all_commands() if command.action == written]
        if not named:
            return super().check_action(action, parameters)
        return any(self.available(command) for command in named)

    def show_keys(self) -> None:
        """Draw the key bar again: availability has changed."""
        shown = [command for command in self.offered() if command.hint and self._acts(command)]
        pinned = [command for command in shown if command.id in (HELP.id, MENU.id)]
        others = [command for command in shown if command.id not in (HELP.id, MENU.id)]
        own = [command for command in others if command in self.commands]
        rest = [command for command in others if command not in self.commands]
        back = [BACK] if self.available(BACK) else []
        order = [*pinned, *back, *own, *_before_back(rest)]
        bar = self.query_one(KeyBar)
        bar.pinned = len(pinned) + len(back)
        bar.hints = tuple(self._hint(command) for command in order)

    def _acts(self, command: Command) -> bool:
        """Whether its key does it here and now: where text is typed a letter is a letter."""
        typing = self.focused is not None and self.focused.check_consume_key("a", "a")
        return command.scope != "lists" or not typing

    def watch_focused(self) -> None:
        """Letters come and go with the list, on the screens that have some."""
        if self.query(KeyBar) and any(c.scope == "lists" and c.hint for c in self.commands):
            self.show_keys()

    def _hint(self, command: Command) -> Hint:
        return Hint(self.key_of(command), command.hint or command.title)

    def key_of(self, command: Command) -> str:
        """How the command's key is written, as the person's keymap has it."""
        return key_name(keys_of(command, self.shell.keymap))

    def action_help(self) -> None:
        """F1."""
        from sgtui.ui.dialogs.help import HelpDialog, field_help

        self.app.push_screen(HelpDialog(self, field_help(self.focused)))

    def action_menu(self) -> None:
        """Ctrl+P."""
        from sgtui.ui.dialogs.palette import Menu

        self.app.push_screen(Menu(self), self._run_chosen)

    def action_open(self, name: str) -> None:
        """F2, F3, F6, F7 ..: open a registered screen."""
        self.shell.open_screen(name)

    def action_back(self) -> None:
        """Esc: never ends the program, never discards."""
        self.shell.go_back()

    def action_save(self) -> None:
        """Ctrl+S: for screens that can save."""
        self.say(words.NOTHING_TO_SAVE)

    def action_next_step(self) -> None:
        """F4: for screens that stand on a case."""
        self.say(words.NOTHING_NEXT)

    def action_body_map(self) -> None:
        """F5: for screens that have a body map."""
        self.say(words.NO_BODY_MAP)

    def action_lock(self) -> None:
        """Ctrl+L."""
        self.shell.lock_now()

    async def action_leave(self) -> None:
        """Ctrl+Q: asks first."""
        await self.shell.action_quit()

    async def _run_chosen(self, command: Command | None) -> None:
        if command is not None:
            await self.run_action(command.action)


def _before_back(commands: list[Command]) -> list[Command]:
    """The global hints in the order of worth: Save first when there is something to save."""
    return sorted(commands, key=lambda command: command.action != "save")
