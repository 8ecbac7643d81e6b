"""The forms beside the figure: the details of a mark, and how the person was looked at."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TypeVar

from textual import events, on
from textual.widget import Widget

from sgtui.domain.body_map.regions import region
from sgtui.ui.screens.body_map.answers import MapAnswers, NotMapped
from sgtui.ui.screens.body_map.fields import DetailForm
from sgtui.ui.screens.body_map.frame import BodyMapFrame
from sgtui.ui.screens.body_map.look import LookForm
from sgtui.ui.screens.body_map.mark import MarkForm
from sgtui.ui.widgets.body_figure import BOTH

ROOM_FOR_BOTH = 112
"""Columns from which both figures stay beside a form."""

Form = TypeVar("Form", bound=DetailForm)


class BodyMapForms(BodyMapFrame):
    """A map whose marks and look can be filled in; each form is made when it is first needed."""

    form_in_hand: DetailForm | None = None
    """The form in hand; None while pointing."""

    _number = 0
    """Which mark the form in hand is about."""

    @abstractmethod
    def changed(self) -> None:
        """The map is another now: keep it."""

    def put(self, answers: MapAnswers) -> None:
        """The map is another now."""
        if answers != self.answers:
            self.answers = answers
            self.settle()
            self.changed()

    async def open_mark(self, number: int, field: str = "size") -> None:
        """Open the details of a mark, with the focus on one field."""
        form = await self._mounted(MarkForm, MarkForm)
        mark = self.answers.marks[number - 1]
        self._number = number
        form.write(number, mark, self.asked())
        form.complain(mark.complaints())
        self.point(self.pointing.moved(mark.region))
        self._open(form, field)

    async def open_look(self, field: str = "looked") -> None:
        """Open how the person was looked at."""
        register, now, author = self.register, self.desk.now, self.desk.author.staff_id
        form = await self._mounted(LookForm, lambda: LookForm(register, now, author))
        form.write(self.answers)
        self._open(form, field)

    async def _mounted(self, kind: type[Form], make: Callable[[], Form]) -> Form:
        """The form of that kind: the one there is, else one made now."""
        for there in self.query(kind):
            return there
        made = make()
        made.display = False
        await self.query_one("#body").mount(made)
        return made

    def _open(self, form: DetailForm, field: str) -> None:
        if self.form_in_hand is not None:
            self.form_in_hand.display = False
        self.form_in_hand = form
        self.panel.display = False
        form.display = True
        self._fit()
        form.go_to(field)
        self.show_keys()

    def close_form(self) -> None:
        """Back to pointing: what is filled in stays, half of a size too."""
        if self.form_in_hand is not None:
            self.form_in_hand.display = False
            self.form_in_hand = None
        self.panel.display = True
        self._fit()
        self.draw()
        self.set_focus(self.figure)
        self.call_after_refresh(self.panel.show_newest)

    def _fit(self) -> None:
        """One figure beside a form where there is no room for both."""
        narrow = self.form_in_hand is not None and self.size.width < ROOM_FOR_BOTH
        self.figure.views = (region(self.figure.cursor).view,) if narrow else BOTH

    def on_resize(self, _event: events.Resize) -> None:
        """One figure or two."""
        self._fit()

    @on(DetailForm.Changed)
    def _filled_in(self, event: DetailForm.Changed) -> None:
        event.stop()
        form = event.form
        if form is not self.form_in_hand:
            return
        if isinstance(form, MarkForm):
            self._read_mark(form)
        elif isinstance(form, LookForm):
            self.put(form.read(self.answers))

    def _read_mark(self, form: MarkForm) -> None:
        marks = list(self.answers.marks)
        mark = marks[self._number - 1] = form.read(marks[self._number - 1])
        self.put(self.answers.model_copy(update={"marks": tuple(marks)}))
        form.follow(self._number, mark, self.asked())
        if not mark.complaints():
            form.complain({})

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field was left: say beside it what is wrong there."""
        form = self.form_in_hand
        if isinstance(form, MarkForm):
            left = form.field_at(event.widget)
            found = self.answers.marks[self._number - 1].complaints()
            said = {name for name, row in form.rows.items() if row.complaint}
            form.complain({name: found[name] for name in found if name in {left, *said}})

    def focus_next(self, selector: str | type[Widget] = "*") -> Widget | None:
        """Tab and Enter go through the form in hand; after its last field, to the figure."""
        if self.form_in_hand is None or selector != "*":
            return super().focus_next(selector)
        return self._step(self.form_in_hand, 1)

    def focus_previous(self, selector: str | type[Widget] = "*") -> Widget | None:
        """Shift+Tab stays within the form in hand."""
        if self.form_in_hand is None or selector != "*":
            return super().focus_previous(selector)
        return self._step(self.form_in_hand, -1)

    def _step(self, form: DetailForm, by: int) -> Widget | None:
        inputs = form.inputs()
        here = inputs.index(self.focused) if self.focused in inputs else -1
        if by > 0 and here == len(inputs) - 1:
            self.close_form()
        else:
            self.set_focus(inputs[max(here + by, 0)])
        return self.focused

    async def show_wrong(self, wrong: NotMapped) -> None:
        """Open the first form with something wrong in it, and say what."""
        if wrong.marks:
            number, found = next(iter(wrong.marks.items()))
            await self.open_mark(number, next(iter(found)))
        else:
            found = wrong.examination
            await self.open_look(next(iter(found)))
        if self.form_in_hand is not None:
            self.form_in_hand.complain(found)
        self.say(f"Not saved. {wrong}", "problem")
