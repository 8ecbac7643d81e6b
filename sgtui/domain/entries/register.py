"""Entries of the register's own stream: who and what exists, and the seals over the case files."""

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from sgtui.domain.calendar import OpeningHours, ShiftPattern
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.payload import Ask, Line, Moment, Payload
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.people import Role

LADDER_LIMIT = 200_000
"""Characters a ladder file may have; the shipped one has some 20,000."""


def _shifts(words: str) -> str:
    ShiftPattern.parse(words)
    return words


def _hours(words: str) -> str:
    OpeningHours.parse(words)
    return words


Jurisdiction = Literal["ENG", "WLS", "SCT", "NIR"]
"""Nation whose law and bank holidays apply."""


class ServiceSetUp(Payload):
    """The home, its authority and its shift pattern (first run; a later one replaces it)."""

    title = "Service set up"

    kind: Literal["service_set_up"] = "service_set_up"
    service: Annotated[Line, Ask("Home", "line", "The home's name as registered.")]
    authority: Annotated[Line, Ask("Local authority", "line")]
    jurisdiction: Annotated[Jurisdiction, Ask("Nation", "choice")] = "ENG"
    shifts: Annotated[
        Line, AfterValidator(_shifts), Ask("Shifts start", "line", "For example: 08:00 20:00")
    ] = "08:00 20:00"


class StaffRegistered(Payload):
    """A member of staff joins or changes; the newest entry for an id is what holds."""

    title = "Staff registered"

    kind: Literal["staff_registered"] = "staff_registered"
    staff: UUID
    name: Annotated[Line, Ask("Name")]
    roles: Annotated[tuple[Role, ...], Field(min_length=1), Ask("Roles", "choices")]
    phone: Annotated[Line | None, Ask("Phone")] = None
    public_key: Annotated[str | None, Field(pattern=r"^[0-9a-f]{64}$")] = None
    works_with_children: Annotated[
        YesNo | None, Ask("Works with children", "choice", "Here or elsewhere.")
    ] = None
    line_manager: Annotated[UUID | None, Ask("Line manager", "staff")] = None
    active: bool = True
    left_because: Line | None = None
    """Why somebody left, or came back."""

    @model_validator(mode="after")
    def _managed_by_another(self) -> Self:
        if self.line_manager == self.staff:
            raise ValueError("Nobody manages themselves: name another, in Line manager.")
        return self


class OnCallSet(Payload):
    """Who is on call from when until when; the newest for an id is what holds."""

    title = "On call"

    kind: Literal["on_call_set"] = "on_call_set"
    slot: UUID
    staff: Annotated[UUID, Ask("Who", "staff")]
    since: Annotated[Moment, Ask("From", "due")]
    until: Annotated[Moment, Ask("Until", "due")]
    active: bool = True

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until <= self.since:
            raise ValueError("The end comes after the beginning. Put it right, in Until.")
        return self


class PersonRegistered(Payload):
    """A resident or other person joins or changes; the newest entry for an id is what holds."""

    title = "Person registered"

    kind: Literal["person_registered"] = "person_registered"
    person: UUID
    name: Annotated[Line, Ask("Name")]
    born_on: Annotated[date | None, Ask("Born on", "birth")] = None
    room: Annotated[Line | None, Ask("Room")] = None
    care_needs: Annotated[Line | None, Ask("Care needs")] = None
    communication_needs: Annotated[Line | None, Ask("Communication")] = None
    placing_authority: Annotated[Line | None, Ask("Placed by")] = None
    gp: Annotated[Line | None, Ask("GP")] = None
    representative: Annotated[Line | None, Ask("Representative")] = None


class ContactPointRegistered(Payload):
    """A place to ring: which desk, its number and when it is open; the newest for an id holds."""

    title = "Contact point registered"

    kind: Literal["contact_point_registered"] = "contact_point_registered"
    contact: UUID
    point: Annotated[ContactKind | Line, Ask("Sort", "choice", "Which desk of the ladder it is.")]
    name: Annotated[Line, Ask("Name")]
    phone: Annotated[Line | None, Ask("Phone")] = None
    email: Annotated[Line | None, Ask("E-mail")] = None
    hours: Annotated[
        Line, AfterValidator(_hours), Ask("Open", "hours", "Mon-Thu 08:30-17:00, Fri 08:30-16:30")
    ] = "always"
    closed_on_bank_holidays: bool = True


class LadderAdopted(Payload):
    """A version of a ladder, whole, kept so that a case pinned to it can always be read by it."""

    title = "Ladder adopted"

    kind: Literal["ladder_adopted"] = "ladder_adopted"
    version: Annotated[Line, Ask("Version")]
    toml: Annotated[str, Field(min_length=1, max_length=LADDER_LIMIT)]


class HolidayAdded(Payload):
    """A bank holiday announced late; open working-day deadlines are worked out anew."""

    title = "Bank holiday added"

    kind: Literal["holiday_added"] = "holiday_added"
    on: Annotated[date, Ask("Day", "day")]
    name: Annotated[Line, Ask("Name")]
    source: Annotated[Line, Ask("Source", "line", "Who announced it and where.")]


class CaseSealed(Payload):
    """The newest link of a case's chain, sealed in the register so that no tail vanishes unseen."""

    title = "Case sealed"

    kind: Literal["case_sealed"] = "case_sealed"
    case: UUID
    number: Annotated[int, Field(ge=1)]
    head: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
