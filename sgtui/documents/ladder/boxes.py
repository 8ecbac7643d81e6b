"""The boxes of the drawn ladder: what each says, how high it is and on which page it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sgtui.documents.naming import uncapped
from sgtui.documents.paper import wrapped
from sgtui.domain.flowchart import deadline_words
from sgtui.domain.ladder import ClockRule, Ladder, OwedBy, Stage
from sgtui.domain.people import Role
from sgtui.domain.text import display_line

PAGE_WIDTH, PAGE_HEIGHT = 700.0, 930.0
"""Units of one picture: the width of an A4 page between its margins, and less than its height."""

LEFT, RIGHT = 128.0, 572.0
"""Where the boxes begin and end; beside them run the ways to stages that are not the next."""

GAP = 40.0
"""Between two boxes, for the way down and its words."""

TITLE, TEXT = 16.0, 13.0
"""Sizes of letters."""

LEADING = 1.3
PADDING = 9.0
_TOP = 18.0


@dataclass(frozen=True)
class Box:
    """One stage as it is drawn."""

    stage: Stage
    title: str
    lines: tuple[str, ...]
    top: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + _height(self.lines)

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    """What stands on one picture."""

    boxes: tuple[Box, ...]
    beside: bool
    """Whether these stages run beside the others, so that nothing leads from one to the next."""
    follows: str = ""
    """Code of the stage that the next page begins with; empty on the last one."""

    def below(self, box: Box) -> str:
        """Code of the stage right under a box, be it on the next page; empty where there is none.

        A way there goes straight down.
        """
        if self.beside:
            return ""
        place = self.boxes.index(box) + 1
        return self.boxes[place].stage.code if place < len(self.boxes) else self.follows

    @property
    def height(self) -> float:
        """As high as its boxes need, with room below for the ways out."""
        return self.boxes[-1].bottom + GAP + 12


Holders = Mapping[Role, str]
"""Each role to who holds it now, in words."""


def pages(ladder: Ladder, holders: Holders) -> tuple[Page, ...]:
    """Every stage on its page: those that follow one another first, then those beside them."""
    main = [stage for stage in ladder.stages if not stage.parallel]
    beside = [stage for stage in ladder.stages if stage.parallel]
    return (*_paged(main, holders, beside=False), *_paged(beside, holders, beside=True))


def _paged(stages: Sequence[Stage], holders: Holders, *, beside: bool) -> Iterator[Page]:
    held: list[Box] = []
    for stage in stages:
        title = f"{stage.code}  {display_line(stage.title)}"
        lines = tuple(_lines(stage, holders, beside=beside))
        top = held[-1].bottom + GAP if held else _TOP
        if held and top + _height(lines) + GAP > PAGE_HEIGHT:
            yield Page(tuple(held), beside, stage.code)
            held, top = [], _TOP
        held.append(Box(stage, title, lines, top))
    if held:
        yield Page(tuple(held), beside)


def _height(lines: Sequence[str]) -> float:
    return 2 * PADDING + TITLE * LEADING + len(lines) * TEXT * LEADING


def _lines(stage: Stage, holders: Holders, *, beside: bool) -> Iterator[str]:
    """Who, whom they face and how long each duty has, wrapped to the box's width."""
    room = RIGHT - LEFT - 2 * PADDING
    for words in _told(stage, holders, beside=beside):
        first, *more = wrapped(display_line(words), TEXT, room)
        yield first
        yield from (f"    {line}" for line in more)


def _told(stage: Stage, holders: Holders, *, beside: bool) -> Iterator[str]:
    if beside:
        yield f"When: {trigger_words(stage)}"
    yield f"Who: {stage.owner_role.label} ({holders[stage.owner_role]})"
    if stage.fallback_roles:
        yield f"Else: {', '.join(role.label for role in stage.fallback_roles)}"
    if stage.counterpart:
        yield f"To: {stage.counterpart}"
    yield from (time_words(rule) for rule in stage.clocks)


def trigger_words(stage: Stage) -> str:
    """What opens a stage: "The safety check is done; something happens"."""
    first, *more = [trigger.label for trigger in stage.trigger]
    return "; ".join([first, *map(uncapped, more)])


def time_words(rule: ClockRule) -> str:
    """ "They: confirm receipt, 24 hours"."""
    whose = "They" if rule.direction is OwedBy.THEY_OWE else "We"
    return f"{whose}: {rule.title}, {deadline_words(rule)}"
