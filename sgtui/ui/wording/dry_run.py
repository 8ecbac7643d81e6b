"""What comes if nobody answers: the planned clocks of a case, referral by referral, in words."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sgtui.domain.clocks import Clock
from sgtui.domain.when import say
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Line, Piece


def dry_run(view: CaseView) -> list[Line]:
    """Lines saying who is turned to, and by when, while the silence lasts; empty when none does."""
    planned = [c for c in view.clocks if c.is_open and c.started_at > view.as_at]
    if not planned:
        return []
    lines: list[Line] = [(Piece("IF NOBODY ANSWERS", "heading"),)]
    for referral, clocks in _by_referral(view, planned).items():
        lines.append((Piece(_about(view, referral), "strong"),))
        lines += [_line(clock, view.as_at) for clock in _in_order(clocks)]
    return [*lines, (Piece(""),)]


def _by_referral(view: CaseView, planned: Iterable[Clock]) -> dict[UUID | None, list[Clock]]:
    """The clocks of each referral together; None for those about the case itself."""
    found: dict[UUID | None, list[Clock]] = {}
    owners = {
        entry_id: sent.id
        for sent in view.case.referrals
        for entry_id in (sent.id, *(e.id for e, _ in (*sent.contacts, *sent.decisions)))
    }
    for clock in planned:
        found.setdefault(owners.get(clock.subject), []).append(clock)
    return found


def _in_order(clocks: Iterable[Clock]) -> list[Clock]:
    return sorted(clocks, key=lambda clock: (clock.started_at, clock.due_at))


def _about(view: CaseView, referral: UUID | None) -> str:
    for sent in view.case.referrals:
        if sent.id == referral:
            name = view.register.contact_name(sent.sent.contact)
            return f"Referral to {name}, sent {say(sent.sent.sent_at, view.as_at)}"
    return "This case"


def _line(clock: Clock, now: datetime) -> Line:
    return (
        Piece(f"  from {say(clock.started_at, now):<22}", "due"),
        Piece(f"{clock.stage:<4}", "strong"),
        Piece((clock.counterpart or clock.title).split(";")[0]),
    )
