"""Which desk a case is referred to, by the routes of its ladder, and who else may take it."""

from dataclasses import dataclass
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.circumstances import came_true, circumstances
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.ladder_parts import Route
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.register import ContactPoint, Register

_SOCIAL_CARE = (
    ContactKind.DUTY_DESK,
    ContactKind.MASH,
    ContactKind.EDT,
    ContactKind.ESCALATION_PATHWAY,
    ContactKind.SOCIAL_WORKER,
    ContactKind.TEAM_MANAGER,
    ContactKind.HEAD_OF_SERVICE,
    ContactKind.DASS,
)
"""The desks of adult and children's social care: told there, the local authority has it."""


@dataclass(frozen=True)
class Destination:
    """Where a case is referred to."""

    desk: ContactPoint | None
    """The usual desk; None where the register has none of that sort."""
    urgent: ContactPoint | None
    """Whom to ring when it cannot wait or that desk is shut."""
    counterpart: str
    """What to call it where it is not the desk that the stage itself names; else empty."""
    points: frozenset[str]
    """The sorts of desk that have the case once one of them has been told."""

    def takes(self, contact: UUID, register: Register) -> bool:
        """Whether a referral to that desk is one to the local authority (R29, G13)."""
        found = register.contacts.get(contact)
        return found is not None and found.point in self.points


def destination(case: CaseFile, ladder: Ladder, register: Register) -> Destination:
    """Where the first route that fits sends the case; without any, where the stage says.

    Police, LADO, regulator, commissioner or a GP told is something else and replaces nothing,
    unless the route itself leads there.
    """
    stage, _rule = ladder.rules(Duty.REFERRAL)[0]
    route = route_of(case, ladder, register)
    usual = route.refer_to if route else stage.contact_point
    urgent = route.urgent if route else stage.urgent_contact_point
    desk = register.contact_at(usual)
    named = ""
    if usual is not None and usual != stage.contact_point:
        named = desk.name if desk else usual.label
    return Destination(
        desk=desk,
        urgent=register.contact_at(urgent),
        counterpart=named,
        points=frozenset(point for point in (*_SOCIAL_CARE, usual, urgent) if point),
    )


def route_of(case: CaseFile, ladder: Ladder, register: Register) -> Route | None:
    """The first route of the ladder that fits the case (domain 4.4)."""
    there = circumstances(case, register)
    for route in ladder.routes:
        if not route.when or any(came_true(one, case, there) for one in route.when):
            return route
    return None
