"""Tests of how a case came to its end: the person told, feedback given, lessons written down."""

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.entries import AfterActionReviewed, ClosureRequested, Reopened
from sgtui.domain.file_checks.file import AuditedFile, Check, Checked, beside, lacking, met


def closing_of(case: CaseFile) -> Said[ClosureRequested] | None:
    """The newest request to close, unless the case was opened again since."""
    asked, reopened = case.last(ClosureRequested), case.last(Reopened)
    if asked is None or (reopened is not None and reopened.entry.number > asked.entry.number):
        return None
    return asked


def adult_told(file: AuditedFile) -> Checked:
    """What the person says about it."""
    return _said(file, "person_view", "What the person thinks of it is not on record.")


def referrer_feedback(file: AuditedFile) -> Checked:
    """That whoever raised it has been told."""
    return _said(file, "feedback_given", "Nothing says that whoever raised it was told.")


def lessons(file: AuditedFile) -> Checked:
    """What was learnt, at the closing or by looking back."""
    looked_back = file.case.last(AfterActionReviewed)
    if looked_back is not None:
        return met(f"Entry {looked_back.entry.number}.")
    return _said(file, "lessons", "What was learnt is not written down.")


def _said(file: AuditedFile, name: str, missing: str) -> Checked:
    """One answer of the request to close."""
    asked = closing_of(file.case)
    if asked is None:
        return beside("Nobody has asked to close it yet.")
    answered = bool(getattr(asked.what, name))
    return met(f"Entry {asked.entry.number}.") if answered else lacking(missing)


TESTS: dict[str, Check] = {
    "adult_told": adult_told,
    "referrer_feedback": referrer_feedback,
    "lessons": lessons,
}
