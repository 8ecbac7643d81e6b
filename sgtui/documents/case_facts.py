"""Who and what a case is about: labels with what the record says of each, and who is alleged."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sgtui.documents.model import Cell
from sgtui.documents.naming import born_words, known, staff_words
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import PersonInvolved
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.london_time import in_london, moment_words
from sgtui.domain.register import Register
from sgtui.domain.routing import owner_of
from sgtui.services.case import CaseView

Labels = Iterator[tuple[str, Cell]]


def person_facts(view: CaseView) -> Labels:
    """The person: full name, birth and age, needs and who speaks for them."""
    person = view.person
    yield "The person", view.register.person_name(view.case.opening.what.person)
    yield "Born", born_words(person, in_london(view.as_at).date())
    yield "Room", known(person.room if person else "")
    yield "Care and support needs", known(person.care_needs if person else "")
    yield "Communication", known(person.communication_needs if person else "")
    yield "Placed by", known(person.placing_authority if person else "")
    yield "GP", known(person.gp if person else "")
    yield "Representative", known(person.representative if person else "")


def concern_facts(view: CaseView) -> Labels:
    """The concern: its sort, its times and place, who is alleged, risk and safety now."""
    case, said = view.case, view.case.opening.what
    yield "Concern about", said.case_kind.label
    yield "Category", ", ".join(category.label for category in case.categories)
    yield "Level at first", said.level.label
    yield "Happened", _happened(case)
    yield "Noticed", said.noticed_at
    yield "Recorded", case.entries[0].recorded_at
    yield "Where", known(case.place)
    yield "Alleged to have caused harm", alleged_names(case, view.register)
    yield "Risk as last judged", case.risk.label
    yield "Safe now?", case.safety.label if case.safety else "Not checked yet"


def standing_facts(view: CaseView) -> Labels:
    """Where the case stands and who answers for it."""
    case = view.case
    routed = owner_of(view.register, case, view.ladder, view.as_at)
    yield "Stage", case.stage.label
    yield (
        "Answers for it now",
        (staff_words(view.register, routed.member.id) if routed.member else routed.name),
    )
    if case.closed_at is not None:
        yield "Closed", case.closed_at
    yield "Procedure", f"{view.ladder.authority}, ladder {case.ladder_version}"
    linked = ", ".join(one.reference for one in view.linked)
    yield "Linked with", linked or "No other case"


def _happened(case: CaseFile) -> Cell:
    if case.happened_at is None:
        return "Not known yet"
    about = case.opening.what.happened_about
    return f"about {moment_words(case.happened_at)}" if about else case.happened_at


@dataclass(frozen=True)
class Alleged:
    """Somebody alleged to have caused harm, as far as the record knows who that is."""

    name: str
    staff: UUID | None = None
    resident: UUID | None = None
    involved: PersonInvolved | None = None
    """What was said of them where they were named as involved; else the concern itself did."""

    @property
    def words(self) -> str:
        """The name, and whether they work or live here."""
        where = " (works here)" if self.staff else " (lives here)" if self.resident else ""
        return f"{self.name}{where}"


def alleged(case: CaseFile, register: Register) -> Iterator[Alleged]:
    """Everybody alleged to have caused harm, each once, those named as involved first."""
    told = [s.what for s in case.of(PersonInvolved) if s.what.involvement is Involvement.ALLEGED]
    found = [Alleged(said.name, said.staff, said.person, said) for said in told]
    there = {one for said in told for one in (said.staff, said.person)}
    opening = case.opening.what
    staff, resident = opening.alleged_staff, opening.alleged_person
    if staff is not None and staff not in there:
        found.append(Alleged(register.staff_name(staff), staff))
    if resident is not None and resident not in there:
        found.append(Alleged(register.person_name(resident), resident=resident))
    yield from found
    if opening.alleged and not any(_alike(opening.alleged, one.name) for one in found):
        yield Alleged(opening.alleged)


def alleged_names(case: CaseFile, register: Register) -> str:
    """The same in words, "Nobody" where nobody is named."""
    return "; ".join(dict.fromkeys(one.words for one in alleged(case, register))) or "Nobody"


def _alike(typed: str, name: str) -> bool:
    """Whether what was typed at first names somebody named since."""
    first, since = typed.casefold(), name.casefold()
    return first in since or since in first
