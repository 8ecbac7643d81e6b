"""What audits found wanting in a case, from raised to verified by another person (R18, R39)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sgtui.domain.entries import (
    AuditFindingMended,
    AuditFindingRaised,
    AuditFindingVerified,
    Entry,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.labelled import Labelled


class FindingState(Labelled):
    """How far a finding has come."""

    OPEN = "open", "To be mended"
    MENDED = "mended", "Mended, not verified"
    VERIFIED = "verified", "Mended and verified"


@dataclass(frozen=True)
class Finding:
    """Something an audit found wanting, and what became of it."""

    entry: Entry
    raised: AuditFindingRaised
    mended: tuple[Entry, AuditFindingMended] | None = None
    verified: tuple[Entry, AuditFindingVerified] | None = None

    @property
    def id(self) -> UUID:
        """The id of the entry that raised it."""
        return self.entry.id

    @property
    def at_risk(self) -> bool:
        """Whether it may put somebody at risk (R40)."""
        return self.raised.at_risk is YesNo.YES

    @property
    def state(self) -> FindingState:
        """How far it has come."""
        if self.mended is None:
            return FindingState.OPEN
        return FindingState.VERIFIED if self.verified is not None else FindingState.MENDED


def findings(standing: Sequence[Entry]) -> tuple[Finding, ...]:
    """Every finding of a case, in the order raised; what comes too early or twice adds nothing."""
    found: dict[UUID, Finding] = {}
    for entry in standing:
        match entry.payload:
            case AuditFindingRaised() as said:
                found[entry.id] = Finding(entry, said)
            case AuditFindingMended() as said:
                finding = found.get(said.finding)
                if finding is not None and finding.mended is None:
                    found[finding.id] = replace(finding, mended=(entry, said))
            case AuditFindingVerified() as said:
                finding = found.get(said.finding)
                if finding is not None and finding.mended is not None and not finding.verified:
                    found[finding.id] = replace(finding, verified=(entry, said))
    return tuple(found.values())
