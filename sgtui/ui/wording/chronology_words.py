"""The lines of a chronology in words: newest first in the list, and one whole for reading."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sgtui.domain.chronology import Line as Kept
from sgtui.domain.london_time import clock_words, day_words, in_london
from sgtui.ui.widgets.chronology_view import Told


def told(lines: tuple[Kept, ...], now: datetime) -> list[Told]:
    """The chronology newest first, each day above its lines."""
    return under_days(((line.at, told_line(line)) for line in reversed(lines)), now)


def under_days(lines: Iterable[tuple[datetime, Told]], now: datetime) -> list[Told]:
    """Lines with their times, in that order, each day above its own."""
    found: list[Told] = []
    day = None
    for at, line in lines:
        on = in_london(at).date()
        if on != day:
            day = on
            words = day_words(on, year=on.year != in_london(now).year)
            found.append(Told(f"day.{on.isoformat()}", words.upper()))
        found.append(line)
    return found


def told_line(line: Kept) -> Told:
    """One line, with its clock time, and a mark where it is a deadline that passed."""
    late = line.entry_id is None
    return Told(
        key=key_of(line),
        when=("~" if line.about else "") + clock_words(line.at).split(" ")[0],
        title=("!! " if late else "") + ("STRUCK " if line.struck else "") + line.title,
        text=line.text.split(" was due", 1)[0] if late else line.text,
        by="" if late else line.by,
        notes=tuple(_notes(line)),
        tone="late" if late else "quiet" if line.struck else "strong",
    )


def _notes(line: Kept) -> Iterator[str]:
    for corrected in line.corrected:
        yield f"NOW: {corrected}"
    if line.struck:
        yield f"STRUCK: {line.struck}"
    if line.entered_late:
        yield f"Entered late, {day_words(in_london(line.recorded_at).date(), year=False)}"


def key_of(line: Kept) -> str:
    """What the cursor holds on to."""
    return str(line.entry_id) if line.entry_id else f"late.{line.at.isoformat()}.{line.text[:40]}"


def whole_text(line: Kept) -> str:
    """Everything about one line of the chronology, for reading."""
    about = "about " if line.about else ""
    parts = [
        f"Happened {about}{day_words(in_london(line.at).date())} {clock_words(line.at)}",
        line.text,
        *_notes(line),
    ]
    if line.entry_id is not None:
        on = in_london(line.recorded_at).date()
        recorded = f"{day_words(on)} {clock_words(line.recorded_at)}"
        parts.append(f"Entry {line.number}, recorded {recorded} by {line.by}")
    return "\n\n".join(parts)
