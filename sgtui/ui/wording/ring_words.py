"""Whom to ring for a duty, with the number and whether anybody is there."""

from dataclasses import replace
from uuid import UUID

from sgtui.domain.entries.choices import NotificationKind
from sgtui.domain.ladder import Duty
from sgtui.domain.next_step import NextStep
from sgtui.domain.routing import Routed, to_tell
from sgtui.services.case import CaseView
from sgtui.services.queue import desk_words


def ring_words(step: NextStep, view: CaseView) -> str:
    """Whom to ring for a duty, the number, and whether the desk is open; empty for nobody."""
    if step.owner.outside is not None:
        return routed_words(replace(step.owner, member=None))
    if step.clock.duty is Duty.NOTIFICATION and step.contact is None:
        return view.person.representative if view.person and _is_family(step) else ""
    words = desk_words(view.register.calendar, step.contact, view.as_at)
    if words:
        return words
    if step.clock.duty is Duty.STAFF_SUPPORT:
        return routed_words(Routed(view.register.staff.get(UUID(hex=step.clock.matter))))
    if step.clock.duty is Duty.INTERNAL_ESCALATION:
        return routed_words(to_tell(view.register, view.case, view.ladder, view.as_at))
    if step.stage.contact_point and step.clock.counterpart:
        return f"{step.clock.counterpart} (no number in the register)"
    return ""


def _is_family(step: NextStep) -> bool:
    """Whether the family or representative is to be told, whom the register names."""
    return step.clock.matter == NotificationKind.FAMILY


def routed_words(routed: Routed) -> str:
    """ "Sam Lead, safeguarding lead, 07700 900102", or which desks outside to ring."""
    member = routed.member
    if member is not None:
        known = (member.name, member.role_words.lower(), member.phone)
        return ", ".join(part for part in known if part)
    if not routed.desks:
        return routed.name
    desks = " or ".join(f"{desk.name} {desk.phone}".strip() for desk in routed.desks)
    return f"somebody outside: {desks}"
