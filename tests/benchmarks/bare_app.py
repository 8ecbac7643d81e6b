"""The least a Textual program can be: the reference of the benchmarks, not a part of sgtui."""

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Input, Static


class BareForm(Screen[None]):
    """One stock input, and a line that says when it hears keys."""

    def compose(self) -> ComposeResult:
        """Lay out the line and the input."""
        yield Static()
        yield Input()

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """Say that keys are heard."""
        self.query_one(Static).update("Form")


class BareApp(App[None]):
    """A line, a table of 50 rows and a footer; F2 opens a form of one input."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("f2", "form", "Form"), Binding("f10", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Lay out the line, the table and the footer."""
        yield Static("Bare")
        yield DataTable[str]()
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns("Late", "Case", "Who", "What", "Owner")
        for number in range(50):
            table.add_row(f"{number} h", f"SG-26-{number:04}", "AV Rm 12", "Confirm receipt", "you")

    def action_form(self) -> None:
        """Open the form."""
        self.push_screen(BareForm())


if __name__ == "__main__":
    BareApp().run(mouse=False)
