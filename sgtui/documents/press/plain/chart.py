"""A chart as lines of text: a bar beside each label, and always the same in words."""

from collections.abc import Iterator

from sgtui.documents.model import Bar, Chart
from sgtui.documents.press.cells import cell_words
from sgtui.documents.press.plain.lines import cells_of, fitted, wrapped
from sgtui.domain.text import display, display_line

_LONGEST = 32
"""Cells of the longest bar."""
_MOST_LABEL = 28
_DRAWN = {"solid": "█", "hatched": "▒", "outline": "░"}
_PLAIN = {"solid": "#", "hatched": "/", "outline": "."}


def chart_lines(chart: Chart, width: int, *, ascii: bool = False) -> Iterator[str]:
    """The chart under its title; with a limit, a line that says what its mark stands for."""
    yield from wrapped(f"{display(chart.title)} ({display(chart.unit)})", width)
    scale = scale_of(chart)
    labels = [cells_of(display_line(bar.label)) for bar in chart.bars]
    room = min(max(labels, default=0), _MOST_LABEL)
    drawn = _PLAIN if ascii else _DRAWN
    for bar in chart.bars:
        track = _track(bar, chart.limit, scale, drawn[bar.pattern])
        yield from _bar(bar, track, room, width)
    if chart.limit is not None:
        yield from wrapped(f"| is the limit: {limit_words(chart)}", width, "  ")


def limit_words(chart: Chart) -> str:
    """What the line across the bars stands for; where nobody said it, its own value."""
    return display(chart.limit_words) or f"{cell_words(chart.limit)} {display(chart.unit)}"


def scale_of(chart: Chart) -> float:
    """What the longest bar stands for; never nothing."""
    values = [bar.value for bar in chart.bars] + [chart.limit or 0.0]
    return max(values) or 1.0


def _track(bar: Bar, limit: float | None, scale: float, letter: str) -> str:
    """The bar with the limit's line across it."""
    length = round(max(bar.value, 0.0) / scale * _LONGEST)
    if bar.value > 0:
        length = max(length, 1)
    track = (letter * length).ljust(_LONGEST)
    if limit is None:
        return track
    place = min(round(limit / scale * _LONGEST), _LONGEST)
    return f"{track[:place]}|{track[place:]}"


def _bar(bar: Bar, track: str, room: int, width: int) -> Iterator[str]:
    label, words = display_line(bar.label), display(bar.words)
    if cells_of(label) > room:
        yield from wrapped(label, width, "  ")
        label = ""
    before = f"  {fitted(label, room)}  {track}  "
    if cells_of(before) + cells_of(words) <= width:
        yield (before + words).rstrip()
    else:
        yield before.rstrip()
        yield from wrapped(words, width, " " * (room + 4))
