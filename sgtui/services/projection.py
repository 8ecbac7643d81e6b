"""What is derived from a case and kept beside its entries, for lists to read quickly."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from sgtui.domain.case_file import CaseFile, Said, fold
from sgtui.domain.clock import Clock
from sgtui.domain.entries import AgencyContacted
from sgtui.domain.patterns import incident_of
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.ports import (
    CaseRow,
    ClockRow,
    Fault,
    Projection,
    ReadUnit,
    ReferralRow,
    WriteUnit,
)


def project(case: CaseFile, clocks: tuple[Clock, ...]) -> Projection:
    """Everything that lists need to know of a case. Pure: the same entries give the same rows."""
    return Projection(
        case=_case_row(case),
        clocks=tuple(_clock_rows(case, clocks)),
        referrals=_referral_rows(case),
    )


def _case_row(case: CaseFile) -> CaseRow:
    opening, newest, incident = case.opening, case.entries[-1], incident_of(case)
    return CaseRow(
        case_id=case.id,
        reference=opening.what.reference,
        person_id=opening.what.person,
        case_kind=opening.what.case_kind.value,
        stage=case.stage.value,
        level=opening.what.level.value,
        risk=case.risk.value,
        safety=case.safety.value if case.safety else "unchecked",
        owner_id=case.owner,
        barred=case.barred,
        category=opening.what.category.value,
        ladder=case.ladder_version,
        opened_at=case.entries[0].recorded_at,
        closed_at=case.closed_at,
        noticed_at=incident.noticed_at,
        happened_at=incident.happened_at,
        place=incident.place,
        alleged=incident.alleged,
        regions=incident.regions,
        last_number=newest.number,
        head=newest.hash,
    )


def _clock_rows(case: CaseFile, clocks: Iterable[Clock]) -> Iterator[ClockRow]:
    contacts = _last_contacts(case)
    for clock in clocks:
        yield _clock_row(case.id, clock, contacts.get(clock.contact) if clock.contact else None)


def _clock_row(case_id: UUID, clock: Clock, tried: Said[AgencyContacted] | None) -> ClockRow:
    return ClockRow(
        case_id=case_id,
        key=clock.key,
        duty=clock.duty.value,
        stage=clock.stage,
        title=clock.title,
        direction=clock.direction.value,
        owner_role=clock.owner_role.value,
        given_to=clock.given_to,
        not_by=clock.not_by,
        contact_id=clock.contact,
        counterpart=clock.counterpart,
        started_at=clock.started_at,
        due_at=clock.due_at,
        late_at=clock.late_at,
        met_at=clock.met_at,
        ended_at=clock.ended_at,
        explanation=clock.explanation,
        subject=clock.subject,
        tried_at=tried.at if tried else None,
        tried=tried.what.result.value if tried else "",
    )


def _last_contacts(case: CaseFile) -> dict[UUID, Said[AgencyContacted]]:
    """The newest contact with each desk, by the time it happened."""
    contacts = sorted(case.of(AgencyContacted), key=lambda said: (said.at, said.entry.number))
    return {said.what.contact: said for said in contacts}


def _referral_rows(case: CaseFile) -> tuple[ReferralRow, ...]:
    rows = []
    for sent in case.referrals:
        decision = sent.decision
        rows.append(
            ReferralRow(
                case_id=case.id,
                referral_id=sent.id,
                contact_id=sent.sent.contact,
                method=sent.sent.method.value,
                sent_at=sent.sent.sent_at,
                received_at=sent.received_at,
                acknowledged_at=sent.acknowledged_at,
                decided_at=decision[1].decided_at if decision else None,
                decision=decision[1].decision.value if decision else None,
            )
        )
    return tuple(rows)


def derive(desk: Desk, unit: ReadUnit, register: Register, case_id: UUID) -> Projection:
    """A case's projection worked out anew from its entries."""
    case = fold(unit.entries(case_id))
    return project(case, desk.clocks(register, case))


def rebuild(desk: Desk, unit: WriteUnit) -> int:
    """Drop every projection and build it anew; how many cases there are."""
    register = desk.register(unit)
    unit.clear_projections()
    case_ids = unit.case_ids()
    for case_id in case_ids:
        unit.put_projection(derive(desk, unit, register, case_id))
    return len(case_ids)


def build_lists(desk: Desk) -> None:
    """Build what lists read, where a new layout of the file left it empty; whoever is first."""
    with desk.store.writing() as unit:
        if unit.lacks_lists():
            rebuild(desk, unit)


def differences(desk: Desk, unit: ReadUnit) -> tuple[Fault, ...]:
    """The cases whose kept projection is not what their entries give."""
    register = desk.register(unit)
    found = []
    for case_id in unit.case_ids():
        fresh = derive(desk, unit, register, case_id)
        if unit.projection(case_id) != fresh:
            found.append(
                Fault(
                    case_id=case_id,
                    reference=fresh.case.reference,
                    number=fresh.case.last_number,
                    sentence="What lists show of this case is not what its entries say.",
                )
            )
    return tuple(found)
