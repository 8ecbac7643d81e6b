"""What is told of the home up to now: the open stories, and many that have run their course."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from heapq import merge
from random import Random
from typing import Literal

from sgtui.domain.calendar import Calendar
from sgtui.domain.entries import ClosureApproved, Payload, PersonRegistered
from sgtui.domain.london_time import from_london, in_london
from sgtui.services.demo.home import demo_id, read_data, rooms
from sgtui.services.demo.observations import observations
from sgtui.services.demo.story import Story, stories
from sgtui.services.demo.story_time import StoryTime
from sgtui.services.demo.teller import Line, Plan, Teller
from sgtui.services.record import REFERENCE_LETTERS

Size = Literal["small", "large"]
"""A home of one house, or one large enough to measure by."""

_CALENDAR = Calendar()
_CLOSED_DAYS = 540
"""How far back the closed cases go: eighteen months."""
_LONGEST_DAYS = 40
"""No story takes longer from notice to closing, whatever holidays lie between."""
_MANY_PEOPLE = 300
_OPEN_DAYS = 5
"""How far back those go that are still running their course."""
_LEAN = 20
"""Of a closed case in a large home, one shift in so many has its observation kept."""

_BY_HAND = ("earlier_cases.toml", "open_cases.toml", "casework.toml", "looking_back.toml")

_COUNTS: dict[Size, tuple[int, int]] = {"small": (0, 39), "large": (320, 2_999)}
"""Stories not yet told to their end, and those that are, beside those told by hand."""


def plans(now: datetime, size: Size) -> list[Plan]:
    """Every case of the home, those whose last entry is oldest first. The same for the same now."""
    unfinished, finished = _COUNTS[size]
    by_hand = tuple(story for name in _BY_HAND for story in stories(name))
    references = {story.reference: _reference(story, now) for story in by_hand}
    used = set(references)
    told = [_by_hand(story, now, references) for story in by_hand]
    told += [_by_course(f"open {number}", now, size, used) for number in range(unfinished)]
    told += [_by_course(f"closed {number}", now, size, used) for number in range(finished)]
    return sorted(told, key=lambda plan: (plan.ends_at, plan.reference))


def more_people(size: Size) -> Iterator[Payload]:
    """Those who live in the home's other houses, when it is a large one."""
    names = read_data("closed_cases.toml")["names"]
    for room in _rooms(size)[len(rooms()) :]:
        number = int(room)
        first = names["first"][number % len(names["first"])]
        last = names["last"][number // len(names["first"]) % len(names["last"])]
        yield PersonRegistered(
            person=demo_id("person", room), name=f"{first} {last}", room=f"Rm {room}"
        )


def _rooms(size: Size) -> tuple[str, ...]:
    if size == "small":
        return rooms()
    return (*rooms(), *(str(number) for number in range(len(rooms()) + 1, _MANY_PEOPLE + 1)))


def _reference(story: Story, now: datetime) -> str:
    """The whole reference of a story told by hand."""
    return f"SG-{StoryTime(now, _CALENDAR).read(story.concern.at, now):%y}-{story.reference}"


def _by_hand(story: Story, now: datetime, references: Mapping[str, str]) -> Plan:
    """A story told from now backwards. ValueError where it goes on after now."""
    when, reference = StoryTime(now, _CALENDAR), references[story.reference]
    teller = Teller(story, demo_id("case", story.key), reference, when)
    lines = list(teller.lines())
    if lines[-1].at > now:
        raise ValueError(f"Story {story.key} goes on after now.")
    plan = _watched(teller, lines, _over_at(lines) or now, Random(story.reference))
    return replace(plan, meets=references[story.meets]) if story.meets else plan


def _by_course(key: str, now: datetime, size: Size, used: set[str]) -> Plan:
    """A story told from its beginning on: to its end, or so far as it has come by now."""
    chance = Random(f"{size} {key}")
    shapes = stories("closed_cases.toml")
    many = size == "large" and key.startswith("closed")
    shares = [shape.share if many else 1 for shape in shapes]
    shape = chance.choices(shapes, shares)[0]
    story = shape.model_copy(update={"key": key, "person": chance.choice(_rooms(size))})
    drawn = _drawn(chance, used)
    begun = _lately(now, chance) if key.startswith("open") else _long_ago(now, chance)
    reference = f"SG-{begun:%y}-{drawn}"
    teller = Teller(story, demo_id("case", key), reference, StoryTime(begun, _CALENDAR))
    lines = [line for line in teller.lines() if line.at <= now]
    over_at = _over_at(lines)
    every = _LEAN if size == "large" and over_at else 1
    plan = _watched(teller, lines, over_at or now, chance, every)
    return replace(plan, at_once=size == "large")


def _over_at(lines: Sequence[Line]) -> datetime | None:
    """When it was closed; None while it is open. What comes after looks back on it."""
    closed = [line.at for line in lines if isinstance(line.new.payload, ClosureApproved)]
    return closed[-1] if closed else None


def _watched(
    teller: Teller, lines: list[Line], until: datetime, chance: Random, every: int = 1
) -> Plan:
    """The story with the observations that were made between its events."""
    story = teller.story
    seen = observations(
        story.seen, story.observed, lines[0].at, until, _CALENDAR, chance, every=every
    )
    watched = [teller.observation(*one, number) for number, one in enumerate(seen)]
    told = merge(lines, watched, key=lambda line: line.at)
    return Plan(teller.case_id, teller.reference, tuple(told))


def _lately(now: datetime, chance: Random) -> datetime:
    return now - timedelta(minutes=chance.randint(30, _OPEN_DAYS * 1440))


def _long_ago(now: datetime, chance: Random) -> datetime:
    day = in_london(now).date() - timedelta(days=chance.randint(_LONGEST_DAYS, _CLOSED_DAYS))
    return from_london(day, time(chance.randint(7, 21), chance.randint(0, 59)))


def _drawn(chance: Random, used: set[str]) -> str:
    while True:
        drawn = "".join(chance.choices(REFERENCE_LETTERS, k=4))
        if drawn not in used:
            used.add(drawn)
            return drawn
