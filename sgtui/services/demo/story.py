"""An invented story: what its file may say of one case, from the first notice on."""

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from sgtui.services.demo.home import read_data


class Told(BaseModel):
    """One thing that happened: who recorded it, when, and what the entry says."""

    model_config = ConfigDict(frozen=True, extra="allow")

    at: str
    """When it happened and was recorded, as `story_time` reads it."""
    by: str
    """The key of who recorded it."""
    kind: str
    """The kind of entry; all other keys are its fields."""
    label: str = ""
    """What later parts of the story call it."""

    @property
    def fields(self) -> dict[str, Any]:
        """What the entry says, with keys where ids will stand."""
        return self.model_extra or {}


class Notice(BaseModel):
    """How the concern came in; all other keys are those of the concern form."""

    model_config = ConfigDict(frozen=True, extra="allow")

    at: str
    by: str
    happened: str | None = None
    """How long before; left out when nobody has said yet."""

    @property
    def fields(self) -> dict[str, Any]:
        """The answers on the form, with keys where ids will stand."""
        return self.model_extra or {}


Watch = Literal["this shift", "last shift", "late", "never"]


class Story(BaseModel):
    """One case as it will be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    reference: str = ""
    """The last four of the reference; drawn when left out."""
    person: str = ""
    """The room of the person it is about."""
    observed: Watch = "this shift"
    """When somebody last wrote how the person is."""
    seen: tuple[str, ...] = ()
    """Observations, used in turn until it is told to now or closed."""
    meets: str = ""
    """The last four of the case with which recording it shows a pattern."""
    share: int = 1
    """How often the closed cases of a large home are of this sort, beside the others."""
    concern: Notice
    event: tuple[Told, ...] = ()


@cache
def stories(name: str) -> tuple[Story, ...]:
    """The stories of one data file."""
    return tuple(Story.model_validate(given) for given in read_data(name)["story"])
