"""A serious case is never kept inside by one person alone (R105)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import HarmJudged, ThresholdDecided
from sgtui.domain.entries.choices import Risk, Route
from sgtui.domain.entries.involved import HarmLevel

_HARMED = (HarmLevel.HOSPITAL, HarmLevel.SERIOUS, HarmLevel.DIED)
_AT_RISK = (Risk.HIGH, Risk.IMMEDIATE)


def is_serious(case: CaseFile, judged: Risk | None = None) -> bool:
    """Whether the person was badly hurt, or the risk is high as last judged or as `judged` now."""
    hurt = any(said.what.harm in _HARMED for said in case.of(HarmJudged))
    return hurt or case.risk in _AT_RISK or judged in _AT_RISK


def kept_inside(attempt: Attempt) -> Iterator[Missing]:
    """Keeping a serious case inside takes a second person at the time, not the day after."""
    said = attempt.payload
    if not isinstance(said, ThresholdDecided) or said.route is not Route.INTERNAL:
        return
    if said.alone and is_serious(attempt.case, said.risk):
        yield Missing(
            "G4",
            "A serious case is not kept inside by one person: name a Second person, or refer it.",
        )
