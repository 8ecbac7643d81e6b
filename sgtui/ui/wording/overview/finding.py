"""What audits found in a case, and how far mending it has come."""

from collections.abc import Iterator

from sgtui.domain.findings import Finding, FindingState, findings
from sgtui.domain.routing import given_words
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.overview.item import Item, offered, quiet, running, said_at, stands

_WORDS = {
    FindingState.OPEN: Piece("   to mend", "due"),
    FindingState.MENDED: Piece("   to verify", "due"),
    FindingState.VERIFIED: Piece("   verified", "calm"),
}


def finding_items(view: CaseView) -> Iterator[Item]:
    """What is still to be mended or verified first, then what is settled."""
    every = findings(view.case.standing)
    for one in sorted(every, key=lambda finding: finding.state is FindingState.VERIFIED):
        mended = one.mended[0].id if one.mended else one.id
        yield Item(
            key=f"finding.{one.id}",
            title=one.raised.found,
            state=stands(view, running(view, one.id, mended), _WORDS[one.state]),
            notes=tuple(_notes(view, one)),
            entry=one.id,
            steps=() if one.state is FindingState.VERIFIED else offered(view, one.id),
        )


def _notes(view: CaseView, one: Finding) -> Iterator[Piece]:
    risk = "Somebody could be at risk. " if one.at_risk else ""
    if one.mended is None:
        who = given_words(view.register, view.case, one.raised.owner)
        clocks = running(view, one.id)
        due = f", by {said_at(view, clocks[0].due_at)}" if clocks else ""
        yield Piece(f"{risk}{who} mends it{due}", "due" if risk else "quiet")
        return
    entry, said = one.mended
    confirmed = f" Confirmed with {said.confirmed_with}." if said.confirmed_with else ""
    by = view.register.staff_name(entry.recorded_by)
    yield quiet(f"Mended by {by}, {said_at(view, entry.occurred_at)}: {said.how}{confirmed}")
    if one.verified is not None:
        seen = one.verified[0]
        who = view.register.staff_name(seen.recorded_by)
        yield quiet(f"Verified by {who}, {said_at(view, seen.occurred_at)}")
