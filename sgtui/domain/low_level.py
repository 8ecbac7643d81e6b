"""Low-level concerns: managed inside and reviewed, until something takes them up (domain 2.16)."""

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import Entry
from sgtui.domain.entries.choices import Level
from sgtui.domain.stage import CaseStage, steps


def is_low_level(case: CaseFile) -> bool:
    """Whether it came in as a low-level concern, taken up since or not."""
    return case.opening.what.level is Level.LOW_LEVEL


def taken_up(case: CaseFile) -> Entry | None:
    """What took a low-level concern up: new evidence, harm, danger, a pattern, a review.

    None while it is managed inside, and for any other concern.
    """
    if not is_low_level(case):
        return None
    inside = CaseStage.INTERNAL_MANAGEMENT
    return next((step.entry for step in steps(case.standing) if step.under is not inside), None)


def stays_low(case: CaseFile) -> bool:
    """Whether it is a low-level concern that nothing has taken up."""
    return is_low_level(case) and taken_up(case) is None


def answered_from(case: CaseFile) -> Entry | None:
    """Since which entry the duties of a safeguarding concern apply; None while none does."""
    return taken_up(case) if is_low_level(case) else case.opening.entry
