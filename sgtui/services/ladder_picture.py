"""A ladder and what it would change, in words: for the command line and the screen alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sgtui.domain.ladder import Ladder
from sgtui.domain.london_time import day_words, in_london
from sgtui.services.ladders import CaseChange, Preview


@dataclass(frozen=True)
class Part:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[str, ...]


def head_words(ladder: Ladder, now: datetime) -> tuple[str, ...]:
    """Whose ladder it is, where it was read, and whether that is due to be read again."""
    checked, review = day_words(ladder.source_checked_on), day_words(ladder.review_by)
    over = ladder.review_by < in_london(now).date()
    again = f"READ THE SOURCE AGAIN, due {review}" if over else f"to be read again by {review}"
    return (
        f"{ladder.version}: {ladder.authority}",
        f"Source: {ladder.source_title}.",
        f"Checked {checked}, {again}.",
    )


def picture(found: Preview) -> tuple[Part, ...]:
    """What it asks for otherwise, each open case as it would be, and what the home lacks."""
    return tuple(_parts(found))


def _parts(found: Preview) -> Iterator[Part]:
    if found.refusal:
        yield Part("IT CANNOT BE ADOPTED AS IT IS", (found.refusal,))
    otherwise = f"WHAT IT ASKS FOR OTHERWISE THAN {found.against.version}"
    yield Part(otherwise, found.differences or ("Nothing: they ask for the same.",))
    changed = sorted((c for c in found.cases if c.changes), key=_only_ahead)
    alike = [case.reference for case in found.cases if not case.changes]
    yield Part("OPEN CASES", tuple(_counted(found, len(changed))))
    for case in changed:
        heading = f"{case.reference} follows {case.follows}; under {found.ladder.version}"
        yield Part(heading, tuple(_in_short(case, found.as_at)))
    if alike:
        yield Part("Nothing would change for", (", ".join(alike),))
    if found.warnings:
        yield Part("STILL TO PUT RIGHT", found.warnings)


def _counted(found: Preview, changed: int) -> Iterator[str]:
    if not found.cases:
        yield "None follows another ladder."
        return
    many = len(found.cases)
    keep = "1 open case keeps its ladder" if many == 1 else f"{many} open cases keep their ladder"
    yield f"{keep} when this one is adopted; each can be moved, with a reason."
    below = f"{changed} of them would change, as below" if changed else "none would change"
    yield f"If all were moved now, {below}."


def _only_ahead(case: CaseChange) -> bool:
    """Whether nothing that runs now would change; such cases stand behind the others."""
    return all(change.later for change in case.changes)


def _in_short(case: CaseChange, now: datetime) -> Iterator[str]:
    """What runs now in full; of what lies ahead the first, and how many more."""
    ahead = [change for change in case.changes if change.later]
    yield from (change.words(now) for change in case.changes if not change.later)
    if ahead:
        more = f"; {len(ahead) - 1} more ahead" if len(ahead) > 1 else ""
        yield f"later: {ahead[0].words(now)}{more}"


def case_lines(case: CaseChange, now: datetime) -> Iterator[str]:
    """All that would change in a case: what runs now, then what comes if nobody answers."""
    yield from (change.words(now) for change in case.changes if not change.later)
    yield from (f"later: {change.words(now)}" for change in case.changes if change.later)
