"""Fields whose typed answer is read back: a time, a day, opening hours."""

from collections.abc import Callable
from datetime import date, datetime

from textual.widget import Widget

from sgtui.domain.due_time import read_due
from sgtui.domain.entries.payload import Ask
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.opening_hours import read_hours
from sgtui.domain.typed_day import DayReading, read_birth, read_day
from sgtui.domain.when import Reading, read_time, say
from sgtui.ui.forms.answers import Answer, LineAnswer, Raw
from sgtui.ui.widgets.time_field import TimeField


class ReadBack(Answer):
    """One line that is read back beside it as it is typed."""

    def __init__(self, name: str, ask: Ask, field: TimeField, *, hint: str = "") -> None:
        self._field = field
        super().__init__(name, ask, field, hint=hint)

    @property
    def raw(self) -> str:
        """As typed."""
        return self._field.value

    def put(self, raw: Raw) -> None:
        """Fill it in."""
        self._field.value = str(raw)

    @property
    def input(self) -> Widget:
        """The line of the field."""
        return self._field.input

    def read_again(self) -> None:
        """What "-2h" or "+3h" means has moved on, or when it was said."""
        self._field.read_again()


class WhenAnswer(ReadBack):
    """A time in the past, as people type it; with `default_now`, empty means now."""

    def __init__(
        self, name: str, ask: Ask, now: Callable[[], datetime], *, default_now: bool
    ) -> None:
        self._now = now
        self._default_now = default_now
        placeholder = "now" if default_now else "-2h or yest 14:30"
        super().__init__(name, ask, TimeField(self._read, placeholder=placeholder))

    def reading(self) -> Reading:
        """What was typed, read against this moment."""
        typed = _without_about(self._field.value)
        return read_time(typed or ("now" if self._default_now else ""), self._now())

    @property
    def about(self) -> bool:
        """Whether it was typed as only about right: "~1430", "about 1430"."""
        return _without_about(self._field.value) != self._field.value

    @property
    def value(self) -> datetime | None:
        """The moment; None while there is none."""
        return self.reading().at

    @property
    def complaint(self) -> str:
        """What to type instead."""
        return self.reading().problem if self.raw or self._default_now else ""

    def _read(self, typed: str) -> tuple[bool, str]:
        plain = _without_about(typed)
        if not plain:
            now = self._now()
            return True, f"now, {say(now, now)}" if self._default_now else ""
        reading = read_time(plain, self._now())
        about = "about " if plain != typed else ""
        return reading.at is not None, about + reading.echo if reading.at else reading.problem


class DayAnswer(ReadBack):
    """A day as people type it, or a date of birth."""

    def __init__(self, name: str, ask: Ask, now: Callable[[], datetime]) -> None:
        self._now = now
        self._read_typed = read_birth if ask.how == "birth" else read_day
        example = "24 Dec 1940" if ask.how == "birth" else "26 Dec 2026"
        super().__init__(name, ask, TimeField(self._read, placeholder=example))

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

    def _reading(self, typed: str) -> DayReading:
        return self._read_typed(typed, in_london(self._now()).date())

    def _read(self, typed: str) -> tuple[bool, str]:
        reading = self._reading(typed)
        return not reading.problem, reading.echo or reading.problem


class DueAnswer(ReadBack):
    """A time to come, read back in words and in how long."""

    def __init__(self, name: str, ask: Ask, now: Callable[[], datetime]) -> None:
        self._now = now
        self.said = now
        """When it was said, which the time is not before: whoever makes the form knows."""
        field = TimeField(self._read, placeholder="+3h or mon 10:00")
        super().__init__(name, ask, field, hint=ask.help)

    @property
    def value(self) -> datetime | None:
        """The moment; None while there is none."""
        return self._reading(self.raw).at

    @property
    def complaint(self) -> str:
        """What to type instead."""
        return self._reading(self.raw).problem if self.raw else ""

    def _reading(self, typed: str) -> Reading:
        return read_due(typed, self._now(), self.said())

    def _read(self, typed: str) -> tuple[bool, str]:
        if not typed:
            return True, ""
        reading = self._reading(typed)
        return reading.at is not None, reading.echo or reading.problem


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


def _without_about(typed: str) -> str:
    """What was typed, without a leading "~" or "about"."""
    text = typed.strip()
    if text.startswith("~"):
        return text[1:].strip()
    return text[5:].strip() if text.casefold().startswith("about") else text
