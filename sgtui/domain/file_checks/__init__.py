"""What a case file answers of a checklist by itself, true to the words of each item (R39, G16)."""

from collections.abc import Callable, Mapping

from sgtui.domain.checklist import Checklist, Item, When
from sgtui.domain.complexity import agencies, triggers
from sgtui.domain.coordination import rounds
from sgtui.domain.entries import (
    Amended,
    BodyMapped,
    EnteredInError,
    ReferralDecided,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import AuditAnswer, CaseKind, Category, Route
from sgtui.domain.file_checks import decisions, ending, follow_up, record, together
from sgtui.domain.file_checks.file import AuditedFile, Check, Checked, beside
from sgtui.domain.low_level import stays_low

__all__ = [
    "LEAVES_OPEN",
    "TESTS",
    "AuditedFile",
    "Checked",
    "applies",
    "by_the_record",
    "checked",
    "completeness",
]

TESTS: Mapping[str, Check] = {
    **record.TESTS,
    **decisions.TESTS,
    **follow_up.TESTS,
    **together.TESTS,
    **ending.TESTS,
}
"""Each test by the name that a checklist calls it by."""

LEAVES_OPEN = frozenset({"verbatim", "evidence", "capacity"})
"""The tests that leave it to the auditor where the entries alone cannot tell."""

_THREE = 3


def checked(item: Item, file: AuditedFile) -> Checked | None:
    """What the file itself answers to an item; None where the auditor is asked."""
    if not applies(item.when, file):
        return beside(item.when.label)
    test = None if item.is_asked else TESTS[item.by]
    return test(file) if test else None


def by_the_record(checklist: Checklist, file: AuditedFile) -> dict[str, Checked | None]:
    """Every item of a checklist by its code, with what the file itself answers."""
    return {item.code: checked(item, file) for item in checklist.items}


def completeness(answers: Mapping[AuditAnswer, int]) -> float | None:
    """The share of what applies that is there, from 0 to 1; None where nothing applies."""
    yes, no = answers.get(AuditAnswer.YES, 0), answers.get(AuditAnswer.NO, 0)
    return yes / (yes + no) if yes + no else None


def applies(when: When, file: AuditedFile) -> bool:
    """Whether an item is asked of such a file at all."""
    return _WHEN[when](file)


def _to_refer(file: AuditedFile) -> bool:
    decided = file.case.last(ThresholdDecided)
    outside = decided is not None and decided.what.route is not Route.INTERNAL
    return outside or bool(file.case.referrals)


def _coordinated(file: AuditedFile) -> bool:
    called = triggers(file.case, file.ladder, file.register)
    return any(True for _ in rounds(file.case.standing, called))


def _physical(file: AuditedFile) -> bool:
    return Category.PHYSICAL in file.case.categories or bool(file.case.of(BodyMapped))


def _refused(file: AuditedFile) -> bool:
    return any(said.what.decision.refused for said in file.case.of(ReferralDecided))


def _amended(file: AuditedFile) -> bool:
    return any(isinstance(e.payload, Amended | EnteredInError) for e in file.case.entries)


_WHEN: Mapping[When, Callable[[AuditedFile], bool]] = {
    When.ALWAYS: lambda _file: True,
    When.ADULT: lambda file: file.case.opening.what.case_kind is not CaseKind.CHILD,
    When.PHYSICAL: _physical,
    When.SAFEGUARDING: lambda file: not stays_low(file.case),
    When.TO_REFER: _to_refer,
    When.REFERRED: lambda file: bool(file.case.referrals),
    When.REFUSED: _refused,
    When.THREE_AGENCIES: lambda f: sum(1 for _ in agencies(f.case, f.register)) >= _THREE,
    When.COORDINATED: _coordinated,
    When.ACTIONS: lambda file: bool(file.case.actions),
    When.CLOSED: lambda file: ending.closing_of(file.case) is not None,
    When.AMENDED: _amended,
}
