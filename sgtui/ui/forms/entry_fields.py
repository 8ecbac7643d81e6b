"""The fields of an entry form on the screen: one label column, and no stop on what is known."""

from collections.abc import Mapping

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, TextArea

from sgtui.ui.forms.answers import Raw
from sgtui.ui.forms.form import EntryForm
from sgtui.ui.forms.read_answers import DueAnswer
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.time_field import TimeField

WIDEST_LABEL = 24

ASKED = "ask"
"""Class of the inputs that Tab stops at; the others are filled in already."""


class EntryFields(VerticalScroll, can_focus=False):
    """All fields of one form, scrolled to the one in hand."""

    DEFAULT_CSS = """
    EntryFields { height: 1fr; scrollbar-size-vertical: 1; }
    """

    form: EntryForm | None = None
    """The form; None until there is one."""

    _complained: Mapping[str, Raw] = {}
    """What the fields held that were complained about."""

    async def fill(self, form: EntryForm) -> None:
        """Show the fields of a form."""
        self.form = form
        await self.mount(*(answer.row for answer in form.answers))
        longest = max(len(answer.ask.label) for answer in form.answers)
        width = min(longest + 2, WIDEST_LABEL)
        for answer in form.answers:
            answer.row.query_one(".label").styles.width = width
            answer.row.query_one(".note").styles.margin = (0, 0, 0, width)
            answer.input.set_class(answer.name not in form.given, ASKED)

    def stand(self, *, carried_on: bool = False) -> None:
        """Focus the first field asked; in a draft `carried_on`, the first still needed."""
        answers = self.form.answers if self.form else ()
        asked = [answer for answer in answers if answer.input.has_class(ASKED)] or answers
        empty = [answer for answer in asked if answer.needed and not answer.raw]
        if carried_on and asked:
            self.screen.set_focus((empty or asked[-1:])[0].input)
        elif asked:
            self.screen.set_focus(asked[0].input)

    def asked(self) -> list[Widget]:
        """The inputs that Tab stops at, from top to bottom."""
        answers = self.form.answers if self.form else ()
        return [answer.input for answer in answers if answer.input.has_class(ASKED)]

    def complain(self, found: Mapping[str, str]) -> str:
        """Each complaint beside its field, the focus on the first; the sentence that says so."""
        answers = self.form.answers if self.form else ()
        wrong = [answer for answer in answers if found.get(answer.name)]
        for answer in answers:
            sentence = found.get(answer.name, "").removeprefix(f"{answer.ask.label}: ")
            answer.row.complain(sentence[:1].upper() + sentence[1:])
        self.call_after_refresh(self.show_whole)
        self._complained = {answer.name: answer.raw for answer in wrong}
        if not found:
            return ""
        if wrong:
            self.screen.set_focus(wrong[0].input)
        first = found[wrong[0].name] if wrong else next(iter(found.values()))
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        return f"Not saved. {found.get('') or first}{more}"

    @property
    def complaining(self) -> bool:
        """Whether something is still to be put right beside a field."""
        return any(answer.row.complaint for answer in (self.form.answers if self.form else ()))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceRow.Changed)
    @on(TimeField.Changed)
    @on(Picker.Changed)
    def _answered_otherwise(self) -> None:
        """A complaint goes as soon as its field says something else."""
        for answer in self.form.answers if self.form else ():
            before = self._complained.get(answer.name, answer.raw)
            if answer.row.complaint and answer.raw != before:
                answer.row.complain("")

    def on_descendant_focus(self) -> None:
        """The whole of the field in hand comes into sight: its label, and what is said under it."""
        self.call_after_refresh(self.show_whole)

    def show_whole(self) -> None:
        """Scroll until the field in hand is seen with all that is said under it."""
        focused = self.screen.focused
        rows = [one for one in focused.ancestors if isinstance(one, FieldRow)] if focused else []
        if rows:
            self.scroll_to_widget(rows[0], animate=False)

    def read_due(self) -> None:
        """Another time was typed: what it means for a time to come is read again."""
        for answer in self.form.answers if self.form else ():
            if isinstance(answer, DueAnswer):
                answer.read_again()

    def read_times(self) -> None:
        """A minute has passed: what "now" and "-2h" mean is read again."""
        for answer in self.form.answers if self.form else ():
            answer.read_again()
