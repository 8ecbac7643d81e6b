"""The checklist of a file audit, as versioned data: what is asked of every file (R42).

Some items are answered by the entries themselves, the others by the auditor.
"""

import re
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from sgtui.domain.entries.audit import MOST_ITEMS, ItemCode
from sgtui.domain.entries.payload import Line
from sgtui.domain.labelled import Labelled

ASKED = "asked"
"""What stands in place of a test where the auditor answers."""

FOLLOW_UP = "follow_up_verified"
"""The item without which nothing is an audit of follow-up (gate G16)."""


class When(Labelled):
    """To which files an item applies; each with why it does not apply to another."""

    ALWAYS = "always", ""
    ADULT = "adult", "The concern is about a child."
    PHYSICAL = "physical", "The concern is not physical, and no mark was seen."
    SAFEGUARDING = "safeguarding", "It was managed as a low-level concern."
    TO_REFER = "to_refer", "It was decided to manage it inside, or not decided yet."
    REFERRED = "referred", "Nothing was referred."
    REFUSED = "refused", "No agency refused anything."
    THREE_AGENCIES = "three_agencies", "Fewer than three agencies are in it."
    COORDINATED = "coordinated", "Nothing called for several agencies."
    ACTIONS = "actions", "No action was agreed."
    CLOSED = "closed", "Nobody has asked to close it yet."
    AMENDED = "amended", "Nothing was amended."


class Item(BaseModel):
    """One thing that is asked of a file."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    code: ItemCode
    name: Annotated[Line, Field(max_length=40)]
    """In a few words, for lists."""
    question: Annotated[Line, Field(max_length=200)]
    """As the auditor reads it."""
    about: Line
    """What it is for, and where it comes from."""
    by: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")] = ASKED
    """The test that answers it from the entries, or that it is asked."""
    when: When = When.ALWAYS
    risk: StrictBool = False
    """Whether it is about follow-up, so that a gap may put somebody at risk (R40)."""

    @property
    def is_asked(self) -> bool:
        """Whether the auditor answers it."""
        return self.by == ASKED


class Checklist(BaseModel):
    """A version of the checklist, whole."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    version: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$")]
    title: Line
    source: Line
    checked_on: date
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=MOST_ITEMS)]

    @model_validator(mode="after")
    def _asks_each_thing_once(self) -> Self:
        codes = [item.code for item in self.items]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)} stands there twice. Give each its own code.")
        if FOLLOW_UP not in codes:
            raise ValueError(f"{FOLLOW_UP} is missing: every audit verifies follow-up (G16).")
        return self

    def item(self, code: str) -> Item | None:
        """The item of that code."""
        return next((item for item in self.items if item.code == code), None)

    def with_item(self, item: Item, version: str, on: date) -> "Checklist":
        """A further version that asks one thing more, at the end."""
        return self._changed((*self.items, item), version, on)

    def without(self, code: str, version: str, on: date) -> "Checklist":
        """A further version that leaves one item out. Raises pydantic.ValidationError."""
        return self._changed(tuple(i for i in self.items if i.code != code), version, on)

    def _changed(self, items: tuple[Item, ...], version: str, on: date) -> "Checklist":
        fields = {**dict(self), "items": items, "version": version, "checked_on": on}
        return Checklist.model_validate(fields)

    def free_code(self, name: str) -> str:
        """A code for a new item, made from its name and not taken yet."""
        slug = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")[:32].strip("_")
        slug = slug if re.match(r"[a-z][a-z0-9_]", slug) else f"item_{slug}".strip("_")
        taken = {item.code for item in self.items}
        numbered = (f"{slug}_{number}" for number in range(2, MOST_ITEMS + 2))
        return next(code for code in (slug, *numbered) if code not in taken)


def next_version(adopted: tuple[str, ...], today: date) -> str:
    """What the home's next version is called: its day, and which of that day it is."""
    of_today = [v for v in adopted if v.startswith(f"{today.isoformat()}.")]
    return f"{today.isoformat()}.{len(of_today) + 1}"
