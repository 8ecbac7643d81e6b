"""The desk with one screen more, that no user meets: F12 opens an empty modal, for measuring."""

import sys
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Static

from sgtui.cli import main
from sgtui.ui.app import SgtuiApp


class EmptyModal(ModalScreen[None]):
    """As empty as a modal can be and still be seen: one word."""

    BINDINGS = [Binding("escape", "dismiss", "Back")]

    def compose(self) -> ComposeResult:
        """Lay out the word."""
        yield Static("Modal")


def _push(app: SgtuiApp) -> None:
    app.push_screen(EmptyModal())


def _with_modal(made: Any) -> Any:
    def make(app: SgtuiApp, *given: Any, **named: Any) -> None:
        made(app, *given, **named)
        app.bind("f12", "empty_modal")

    return make


if __name__ == "__main__":
    setattr(SgtuiApp, "action_empty_modal", _push)  # noqa: B010 - it is no part of the class
    setattr(SgtuiApp, "__init__", _with_modal(SgtuiApp.__init__))  # noqa: B010
    sys.exit(main(sys.argv[1:]))
