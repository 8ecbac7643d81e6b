"""The overview of a case in words: everything that is neither its ladder nor its chronology."""

from sgtui.services.case import CaseView
from sgtui.ui.wording.overview.agencies import agency_items
from sgtui.ui.wording.overview.challenging import challenge_items
from sgtui.ui.wording.overview.finding import finding_items
from sgtui.ui.wording.overview.item import Item, rows
from sgtui.ui.wording.overview.keeping import evidence_items, linked_items
from sgtui.ui.wording.overview.overseeing import oversight_items
from sgtui.ui.wording.overview.planning import action_items, meeting_items
from sgtui.ui.wording.overview.protecting import monitoring_items, safeguard_items
from sgtui.ui.wording.overview.referring import referral_items
from sgtui.ui.wording.overview.telling import told_items, who_else_items

_SECTIONS = (
    ("WHO ELSE", who_else_items),
    ("REFERRALS", referral_items),
    ("CHALLENGES", challenge_items),
    ("AGENCIES", agency_items),
    ("PLAN AND MEETINGS", meeting_items),
    ("ACTIONS", action_items),
    ("SAFEGUARDS", safeguard_items),
    ("MONITORING", monitoring_items),
    ("LOOKING BACK", oversight_items),
    ("AUDIT FINDINGS", finding_items),
    ("TOLD", told_items),
    ("EVIDENCE", evidence_items),
    ("LINKED", linked_items),
)


def overview(view: CaseView) -> list[tuple[str, list[Item]]]:
    """The sections that have something in them, in the order in which they are asked about."""
    found = ((title, list(items(view))) for title, items in _SECTIONS)
    return [(title, items) for title, items in found if items]


__all__ = ["Item", "overview", "rows"]
