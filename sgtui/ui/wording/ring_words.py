"""Whom to ring for a duty, with the number and whether anybody is there."""

from sgtui.domain.entries.choices import NotificationKind
from sgtui.domain.ladder import Duty
from sgtui.domain.next_step import NextStep
from sgtui.domain.people import Role, StaffMember
from sgtui.domain.routing import route_in
from sgtui.services.case import CaseView
from sgtui.services.queue import desk_words

_WHO_IS_TOLD = (
    Role.SAFEGUARDING_LEAD,
    Role.DEPUTY_SAFEGUARDING_LEAD,
    Role.ON_CALL_MANAGER,
    Role.REGISTERED_MANAGER,
    Role.NOMINATED_INDIVIDUAL,
)
"""Whom a shift leader turns to, in order (ladder L4)."""


def ring_words(step: NextStep, view: CaseView) -> str:
    """Whom to ring for a duty, the number, and whether the desk is open; empty for nobody."""
    if step.clock.duty is Duty.NOTIFICATION and step.contact is None:
        return view.person.representative if view.person and _is_family(step) else ""
    words = desk_words(view.register.calendar, step.contact, view.as_at)
    if words:
        return words
    if step.clock.duty is Duty.INTERNAL_ESCALATION:
        return member_words(route_in(view.register, view.case, _WHO_IS_TOLD).member)
    if step.stage.contact_point and step.clock.counterpart:
        return f"{step.clock.counterpart} (no number in the register)"
    return ""


def _is_family(step: NextStep) -> bool:
    """Whether the family or representative is to be told, whom the register names."""
    return step.clock.key.split(".")[2] == NotificationKind.FAMILY


def member_words(member: StaffMember | None) -> str:
    """ "Sam Lead, safeguarding lead, 07700 900102"."""
    if member is None:
        return "nobody in the register"
    known = (member.name, member.role_words.lower(), member.phone)
    return ", ".join(part for part in known if part)
