"""The smaller parts of a ladder: words, conditions, routes, patterns and the way outside."""

import re
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from sgtui.domain.entries.choices import CaseKind, Category, Risk
from sgtui.domain.ladder_words import Circumstance, ContactKind
from sgtui.domain.text import stored

PLACES = ("person", "reference", "home")
"""What a script may leave open in braces, to be filled in for the case."""


def _clean(value: object) -> object:
    return stored(value).strip() if isinstance(value, str) else value


def fillable(script: str) -> str:
    """The script itself; ValueError where braces hold anything but what can be filled in."""
    rest = re.sub("{(" + "|".join(PLACES) + ")}", "", script)
    if "{" in rest or "}" in rest:
        raise ValueError("only {person}, {reference} and {home} may stand in braces")
    return script


Text = Annotated[str, BeforeValidator(_clean)]
"""Words from a ladder file, cleaned of anything a terminal would obey."""

Words = Annotated[Text, StringConstraints(min_length=1, max_length=100)]
"""A few words that must be there."""

Amount = Annotated[int, Field(strict=True, ge=0, le=100_000)]


class LadderPart(BaseModel):
    """The base of everything a ladder is made of: never changed, nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(LadderPart):
    """When something applies: every list that is given must have one that fits the case."""

    case_kinds: tuple[CaseKind, ...] = ()
    categories: tuple[Category, ...] = ()
    risks: tuple[Risk, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()


class Route(LadderPart):
    """Whom a case is referred to, where one of the conditions fits (domain 4.4)."""

    name: Words
    when: tuple[Condition, ...] = ()
    """Any of these; empty fits every case."""
    refer_to: ContactKind
    urgent: ContactKind | None = None
    """Whom to ring when that desk is shut and it cannot wait."""
    source: Annotated[Text, StringConstraints(min_length=1, max_length=300)]


Counts = Literal["concern", "low_level", "deterioration", "linked", "agency"]

Same = Literal["person", "alleged", "place", "hour", "region"]

LeadsTo = Literal["coordinate", "propose"]

COUNTS, SAME, LEADS_TO = get_args(Counts), get_args(Same), get_args(LeadsTo)
"""The words that a pattern is written in."""

WITHIN_A_CASE = ("deterioration", "linked", "agency")
"""What is counted within one case; the others are counted across cases."""


class PatternRule(LadderPart):
    """How many of what, within how many days, are a pattern, and what is then proposed."""

    name: Words
    counts: Counts
    """Concerns or low-level concerns across cases; within one case signs that the person gets
    worse, linked cases, or agencies involved."""
    same: Same | None = None
    """What the concerns of a pattern across cases have in common."""
    amount: Annotated[int, Field(strict=True, ge=2, le=100)]
    days: Annotated[int, Field(strict=True, ge=1, le=3650)] | None = None
    """Within how many days; None however long ago."""
    leads_to: LeadsTo = "propose"
    """Start bringing the agencies together, or propose linking and a higher level."""
    proposes: Words
    source: Annotated[Text, StringConstraints(min_length=1, max_length=300)]


class Outside(LadderPart):
    """Where to turn when everybody inside is alleged, conflicted or missing (domain 4.4 a)."""

    contact_points: Annotated[tuple[ContactKind, ...], Field(min_length=1)]
    script: Annotated[
        Text, StringConstraints(min_length=1, max_length=1500), AfterValidator(fillable)
    ]
    source: Annotated[Text, StringConstraints(min_length=1, max_length=300)]
