"""Who is a child: by the day they were born, and the law of the nation they are in."""

from datetime import date, datetime
from types import MappingProxyType

from sgtui.domain.calendar import Jurisdiction
from sgtui.domain.entries.choices import CaseKind
from sgtui.domain.london_time import in_london
from sgtui.domain.people import Person

ADULT_FROM: MappingProxyType[Jurisdiction, int] = MappingProxyType(
    {"ENG": 18, "WLS": 18, "SCT": 16, "NIR": 18}
)
"""Age in years from which the adults' law applies.

Care Act 2014 s42, Social Services and Well-being (Wales) Act 2014 s3, Adult Support and
Protection (Scotland) Act 2007 s53, Age of Majority Act (Northern Ireland) 1969.
"""


def age_on(born_on: date, on: date) -> int:
    """Whole years on a day; born on 29 February, a year older on 1 March."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def case_kind_of(person: Person | None, jurisdiction: Jurisdiction, now: datetime) -> CaseKind:
    """The children's route for whoever is a child now; the adults' where no birth is known."""
    if person is None or person.born_on is None:
        return CaseKind.ADULT
    years = age_on(person.born_on, in_london(now).date())
    return CaseKind.CHILD if years < ADULT_FROM[jurisdiction] else CaseKind.ADULT
