"""Who may oversee a case: not whoever leads it, where another is left to look (gate G19)."""

from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.people import Right
from sgtui.domain.register import Register
from sgtui.domain.whose import managed_by


def not_overseen_by(case: CaseFile, register: Register) -> frozenset[UUID]:
    """Whoever leads the case and so does not oversee it; nobody where nobody else could.

    A registered manager or nominated individual answers for every case of the home and may look
    at one they lead too.
    """
    owner = register.staff.get(case.owner) if case.owner else None
    if owner is None or owner.may(Right.MANAGE):
        return frozenset()
    out = case.barred | managed_by(register, case.barred) | {owner.id}
    others = (m for m in register.staff.values() if m.may(Right.DECIDE) and m.id not in out)
    return frozenset({owner.id}) if next(others, None) else frozenset()
