"""Fields whose typed answer is read back: a day, opening hours."""

from collections.abc import Callable
from datetime import date, datetime

from textual.widget import Widget

from sgtui.domain.entries.payload import Ask
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.opening_hours import read_hours
from sgtui.domain.typed_day import DayReading, read_birth, read_day
from sgtui.ui.forms.answers import Answer, LineAnswer, Raw
from sgtui.ui.widgets.time_field import TimeField


class DayAnswer(Answer):
    """A day as people type it, or a date of birth."""

    def __init__(self, name: str, ask: Ask, now: Callable[[], datetime]) -> None:
        self._now = now
        self._read_typed = read_birth if ask.how == "birth" else read_day
        example = "24 Dec 1940" if ask.how == "birth" else "26 Dec 2026"
        self._field = TimeField(self._read, placeholder=example)
        super().__init__(name, ask, self._field)

    @property
    def raw(self) -> str:
        """As typed."""
        return self._field.value

    def put(self, raw: Raw) -> None:
        """Fill it in; a day that the record holds is put in words."""
        try:
            held = date.fromisoformat(str(raw))
        except ValueError:
            self._field.value = str(raw)
        else:
            self._field.value = day_words(held)[4:]

    @property
    def value(self) -> date | None:
        """The day; None while there is none."""
        return self._reading(self.raw).on

    @property
    def complaint(self) -> str:
        """What to type instead."""
        return self._reading(self.raw).problem

    @property
    def input(self) -> Widget:
        """The line of the field."""
        return self._field.input

    def _reading(self, typed: str) -> DayReading:
        return self._read_typed(typed, in_london(self._now()).date())

    def _read(self, typed: str) -> tuple[bool, str]:
        reading = self._reading(typed)
        return not reading.problem, reading.echo or reading.problem


class HoursAnswer(LineAnswer):
    """Opening hours as people write them, read back under the line."""

    @property
    def value(self) -> str | None:
        """The hours as they are read back; None while they cannot be read."""
        hours, _ = read_hours(self.raw)
        return hours.words() if hours else None

    @property
    def complaint(self) -> str:
        """What to write instead; hours are never taken for granted."""
        return read_hours(self.raw)[1]

    def read_again(self) -> None:
        """Read back what is understood so far."""
        hours, problem = read_hours(self.raw)
        if hours:
            self.row.complain("")
            self.row.hint(f"= {hours.words()}")
        else:
            self.row.hint(problem)
