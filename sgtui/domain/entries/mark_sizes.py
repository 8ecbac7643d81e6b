"""The size of a mark as it is typed: length and width, in millimetres or centimetres."""

import re
from decimal import Decimal
from typing import NamedTuple

from sgtui.domain.entries.marks import LONGEST_MM

CM_WITHOUT_UNIT = 15
"""Up to this a number without a unit is centimetres; a larger one is asked about."""

_NOT_A_SIZE = "Write length x width, such as 3x2 cm or 30x20 mm."
_WHICH_UNIT = "Add mm or cm: 30x20 could be either."
_UNIT_LAST = "Write the unit at the end, such as 3x2 cm."
_NOT_WHOLE = "Write whole millimetres, such as 3.5 cm or 35 mm."
_TOO_SMALL = "A size is at least 1 mm."
_TOO_LARGE = f"A mark is at most {LONGEST_MM:,} mm long: check mm or cm."

_SIDE = r"(\d{1,5}(?:\.\d{1,4})?|\.\d{1,4}) ?(mm|cm)?"
_SIZE = re.compile(rf"{_SIDE}(?: ?(?:x|\*|×|by) ?{_SIDE})?", re.ASCII)


class Size(NamedTuple):
    """What a typed size means; without a problem and without a length, nothing was typed."""

    length_mm: int | None = None
    """Millimetres."""
    width_mm: int | None = None
    """Millimetres; None where only a length is known."""
    problem: str = ""
    """What is wrong with what was typed and what would be right; empty when it can be kept."""

    @property
    def echo(self) -> str:
        """How it is kept: "30 x 20 mm", "30 mm", or nothing."""
        if self.length_mm is None:
            return ""
        wide = "" if self.width_mm is None else f" x {self.width_mm}"
        return f"{self.length_mm}{wide} mm"


def read_size(typed: str) -> Size:
    """Read "3x2", "3x2cm", "30mm", "3.5 x 2 cm", "3 by 2"; a unit is never guessed.

    Numbers without a unit are centimetres up to 15. Anything else comes back with its problem.
    """
    plain = " ".join(typed.casefold().split())
    if not plain:
        return Size()
    match = _SIZE.fullmatch(plain)
    if match is None:
        return Size(problem=_NOT_A_SIZE)
    first, first_unit, second, second_unit = match.groups()
    if second is not None and first_unit and not second_unit:
        return Size(problem=_UNIT_LAST)
    sides = [(first, first_unit or second_unit)]
    if second is not None:
        sides.append((second, second_unit))
    return _checked([(Decimal(number), unit) for number, unit in sides])


def _checked(sides: list[tuple[Decimal, str | None]]) -> Size:
    """The size of one or two sides that each have a number and perhaps a unit."""
    if any(unit is None and number > CM_WITHOUT_UNIT for number, unit in sides):
        return Size(problem=_WHICH_UNIT)
    millimetres = [number if unit == "mm" else number * 10 for number, unit in sides]
    if any(side > LONGEST_MM for side in millimetres):
        return Size(problem=_TOO_LARGE)
    if any(side == 0 for side in millimetres):
        return Size(problem=_TOO_SMALL)
    if any(side != int(side) for side in millimetres):
        return Size(problem=_NOT_WHOLE)
    whole = [int(side) for side in millimetres]
    return Size(whole[0], whole[1] if len(whole) > 1 else None)
