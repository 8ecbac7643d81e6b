"""The learning log in figures: reviews held and owed, actions open, done, verified and late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.documents.model import Bar, Cell, Chart, Facts, Section
from sgtui.domain.entries.choices import LearningSort
from sgtui.domain.learning import Learning, LearningState
from sgtui.domain.register import Register
from sgtui.domain.spread import Spread, percent, spread
from sgtui.services.learning_log import LookedBack, Owed, Said


@dataclass(frozen=True)
class Log:
    """Everything that the learning log tells."""

    reviews: tuple[LookedBack, ...]
    owed: tuple[Owed, ...]
    said: tuple[Said, ...]
    actions: tuple[Learning, ...]
    """Those of the period."""
    every_action: tuple[Learning, ...]
    register: Register
    since: datetime
    until: datetime
    """To the end of the period, and never beyond now."""


def took(one: Learning) -> timedelta | None:
    """From when it was set until it was done; None while it is not."""
    if one.done is None:
        return None
    return max(one.done[1].done_at - one.entry.recorded_at, timedelta())


def state_words(one: Learning, at: datetime) -> str:
    """Its state, and that it is late where it is."""
    return "Open, late" if one.is_late(at) else one.state.label


def short_section(log: Log) -> Section:
    """The log in short: figures for each side, and what sort the actions are of."""
    actions = log.actions
    figures = (*_reviews(log), *_actions(actions, log.until))
    facts = tuple((label, value) for _, label, value in figures)
    bars = tuple(
        Bar(sort.label, float(number), str(number))
        for sort in LearningSort
        if (number := sum(one.said.sort is sort for one in actions))
    )
    chart = (Chart("Learning actions by sort", bars, "actions"),) if bars else ()
    named = tuple((name, value) for name, _, value in figures)
    return Section("In short", (Facts(facts), *chart), figures=named)


Figure = tuple[str, str, Cell]
"""Its name for a program, its label for a reader, its value."""


def _reviews(log: Log) -> tuple[Figure, ...]:
    waits = [one.at - one.took for one in log.reviews]
    times = spread(waits)
    late = sum(one.due_at < log.until for one in log.owed)
    return (
        ("reviews", "After-action reviews held", len(log.reviews)),
        ("review_median_hours", "From the end until looked back on, median", _median(times)),
        ("reviews_owed", "Still to be looked back on", len(log.owed)),
        ("reviews_late", "Of them late", late),
    )


def _actions(actions: Sequence[Learning], until: datetime) -> tuple[Figure, ...]:
    done = [one for one in actions if one.done is not None]
    open_ones = [one for one in actions if one.was_open(until)]
    in_time = sum(not one.was_late(until) for one in done)
    verified = sum(one.state is LearningState.VERIFIED for one in actions)
    times = spread(time for one in done if (time := took(one)) is not None)
    return (
        ("actions", "Learning actions of the period", len(actions)),
        ("actions_open", "Open at its end", len(open_ones)),
        ("actions_late", "Of them late", sum(one.said.due_at < until for one in open_ones)),
        ("actions_done", "Done", len(done)),
        ("actions_done_in_time", "Done in time", in_time),
        ("actions_done_in_time_percent", "Done in time, %", percent(in_time, len(done))),
        ("actions_verified", "Verified by another person", verified),
        ("action_median_hours", "From set until done, median", _median(times)),
    )


def _median(times: Spread | None) -> timedelta | None:
    return times.median if times else None
