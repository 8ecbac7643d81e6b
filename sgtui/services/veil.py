"""What a reader sees of the other cases that a case speaks of (R85, G21)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sgtui.domain.case_file import CaseFile
from sgtui.domain.chronology import Line
from sgtui.domain.entries import CasesLinked, Entry, PatternFound
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.ports import ReadUnit
from sgtui.services.refusals import is_shown

ANOTHER = "another case"
"""All that is said of a case to somebody whom it names."""


@dataclass(frozen=True)
class LinkedCase:
    """A case that belongs with another, as its reader may see it."""

    reference: str
    """Or "another case"."""
    initials: str
    stage: str


@dataclass(frozen=True)
class Veil:
    """The references that are not shown to one reader."""

    references: frozenset[str]

    def words(self, text: str) -> str:
        """The text with each such reference said as "another case"."""
        for reference in self.references:
            text = text.replace(reference, ANOTHER)
        return text

    def over(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """A chronology as this reader may read it."""
        if not self.references:
            return tuple(lines)
        return tuple(self._line(line) for line in lines)

    def _line(self, line: Line) -> Line:
        """A link says nothing else of a case that is not shown, not even why it was linked."""
        words = self.words(line.text)
        if line.title == CasesLinked.title and words != line.text:
            return replace(line, text=ANOTHER, corrected=())
        return replace(line, text=words, corrected=tuple(map(self.words, line.corrected)))

    def payload(self, entry: Entry) -> dict[str, Any]:
        """What an entry says as plain values, as this reader may read it."""
        said = entry.payload
        if isinstance(said, CasesLinked) and said.reference in self.references:
            return {"kind": said.kind, "reference": ANOTHER}
        plain: dict[str, Any] = said.model_dump(mode="json")
        if isinstance(said, PatternFound) and self.references:
            plain = json.loads(self.words(json.dumps(plain)))
        return plain


def veil_over(desk: Desk, unit: ReadUnit, case: CaseFile) -> Veil:
    """What of the cases that this one speaks of is not shown to the person signed in."""
    spoken_of = {
        reference
        for entry in case.entries
        for reference in _spoken_of(entry)
        if reference != case.reference
    }
    rows = (unit.case_by_reference(reference) for reference in spoken_of)
    return Veil(frozenset(row.reference for row in rows if row and not is_shown(desk, row.barred)))


def _spoken_of(entry: Entry) -> tuple[str, ...]:
    match entry.payload:
        case CasesLinked(reference=reference):
            return (reference,)
        case PatternFound(references=references):
            return references
    return ()


def linked_cases(
    unit: ReadUnit, register: Register, case: CaseFile, veil: Veil
) -> tuple[LinkedCase, ...]:
    """The cases linked with this one, by reference; those not shown come last."""
    found = []
    for reference in sorted(case.linked - veil.references):
        row = unit.case_by_reference(reference)
        if row is not None:
            person = register.people.get(row.person_id)
            initials = person.initials if person else "?"
            found.append(LinkedCase(reference, initials, CaseStage.of(row.stage).label))
    return (*found, *(LinkedCase(ANOTHER, "", "") for _ in case.linked & veil.references))
