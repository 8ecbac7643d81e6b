"""Steps that bring the agencies together (ladder L14)."""

from collections.abc import Iterator

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.coordination import POINTS
from sgtui.domain.entries.payload import LINE_LIMIT
from sgtui.domain.ladder import Duty
from sgtui.domain.steps.step import Offers, Step, step


def _coordination(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    parties = case.coordination.parties
    there = [f"{party.what.agency.label}: {party.what.their_contact}" for party in parties]
    known = {"professionals_involved": "; ".join(there)[:LINE_LIMIT]} if there else {}
    yield step("coordination_recorded", "Several agencies or not, and why", **known)


def _lead(_case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield step("lead_professional_named", "Name one person who leads")
    yield step("agency_involved", "An agency, its contact, its part")


def _review(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield step("coordination_reviewed", "Do they talk, and does it help?")
    for party in case.coordination.parties:
        if party.said is None or party.disagrees:
            label = f"{party.what.agency.label}: do they agree?"
            yield step("agency_agreed", label, agency=party.entry.id)
    shown = {
        point.shown_by: tuple(entry.id for entry in case.standing if point.shows(entry))
        for point in POINTS
    }
    yield step("coordination_validated", "Validate it: three points", **shown)


STEPS: dict[Duty, Offers] = {
    Duty.COORDINATION: _coordination,
    Duty.LEAD_PROFESSIONAL: _lead,
    Duty.COORDINATION_REVIEW: _review,
}
