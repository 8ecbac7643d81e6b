"""Bank holidays of the four nations, worked out offline, under their GOV.UK names."""

from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict

Jurisdiction = Literal["ENG", "WLS", "SCT", "NIR"]
"""The nation whose bank holidays and safeguarding law apply."""

LAST_COMPUTED_YEAR = 2100
"""The last year whose bank holidays the `holidays` package can work out."""

FEWEST_A_YEAR = 8
"""No nation has fewer bank holidays a year; a hand-kept year with fewer is not complete."""

_GOV_UK_NAMES = MappingProxyType(
    {
        "May Day": "Early May bank holiday",
        "Spring Bank Holiday": "Spring bank holiday",
        "Late Summer Bank Holiday": "Summer bank holiday",
        "Summer Bank Holiday": "Summer bank holiday",
        "New Year Holiday": "2nd January",
        "Saint Andrew's Day": "St Andrew's Day",
        "Saint Patrick's Day": "St Patrick's Day",
    }
)


class Holiday(BaseModel):
    """A day that is not a working day, and who says so."""

    model_config = ConfigDict(frozen=True)

    on: date
    """The day itself, in London."""
    name: str
    """What people call it: "Christmas Day"."""
    source: str = ""
    """Where it was announced, for a day that somebody added."""


@lru_cache(maxsize=1024)
def bank_holidays(jurisdiction: Jurisdiction, year: int) -> MappingProxyType[date, Holiday]:
    """The bank holidays of one nation and year (Banking and Financial Dealings Act 1971)."""
    from holidays import country_holidays  # 70 ms to import, so not before it is wanted

    # Without a language the package follows the LANGUAGE variable of the machine.
    found = country_holidays("GB", subdiv=jurisdiction, years=year, language="en_GB")
    return MappingProxyType(
        {on: Holiday(on=on, name=_gov_uk_name(name), source="rule") for on, name in found.items()}
    )


def _gov_uk_name(name: str) -> str:
    """ "Boxing Day (observed)" is "Boxing Day, substitute day" on GOV.UK."""
    plain = name.split(";")[0].strip()
    base = plain.removesuffix(" (observed)")
    words = _GOV_UK_NAMES.get(base, base)
    return words if base == plain else f"{words}, substitute day"
