"""Pointing at a region by letters and digits: what is typed, where it leads, and what is marked."""

from dataclasses import dataclass, replace

from sgtui.domain.body_map.regions import Region
from sgtui.domain.body_map.search import find, is_code, may_become_code
from sgtui.domain.entries.marks import MarkKind

FIRST_KINDS = tuple(MarkKind)[:9]
"""The kinds that a digit from 1 to 9 marks at once."""

LATER_KINDS = tuple(MarkKind)[9:]
"""The kinds that 0 shows."""

NO_SUCH_PLACE = "No such place. Try arm, or F17L."
WHICH_SIDE = "Left or right? Add L or R."
PRESS_A_DIGIT = "Press a digit: what is it?"

LONGEST = 40
"""Letters that a search may have."""


@dataclass(frozen=True)
class Pointing:
    """Where the cursor stands and what was typed to bring it there."""

    code: str
    typed: str = ""
    later: bool = False
    """Whether the second list of kinds is shown."""

    @property
    def found(self) -> tuple[Region, ...]:
        """What the typed words or code may mean, the best first."""
        return find(self.typed) if self.typed.strip() else ()

    @property
    def problem(self) -> str:
        """Why what was typed names no one place; empty when it does, or nothing is typed."""
        if not self.typed.strip():
            return ""
        found = self.found
        if not found:
            return NO_SUCH_PLACE
        return WHICH_SIDE if _is_pair(found) else ""

    def moved(self, code: str) -> "Pointing":
        """The cursor was moved by an arrow: what was typed is done with."""
        return Pointing(code)

    def cleared(self) -> "Pointing":
        """Nothing typed, the first list of kinds, the cursor where it is."""
        return Pointing(self.code)

    def taken_back(self) -> "Pointing":
        """One letter less."""
        return self._searched(self.typed[:-1])

    def typed_more(self, character: str) -> tuple["Pointing", MarkKind | None]:
        """A letter, blank or digit more, and the kind of mark that a digit then means.

        A digit belongs to a code while it can; otherwise it says what is under the cursor, unless
        what was typed names no one place.
        """
        if not character.isdecimal():
            return self._lettered(character), None
        if self.later:
            return self._later_kind(int(character))
        if not is_code(self.typed) and may_become_code(self.typed + character):
            return self._searched(self.typed + character), None
        if self.problem:
            return self, None
        if character == "0":
            return replace(self, later=True), None
        return self.cleared(), FIRST_KINDS[int(character) - 1]

    def _later_kind(self, digit: int) -> tuple["Pointing", MarkKind | None]:
        if digit == 0:
            return replace(self, later=False), None
        if self.problem or digit > len(LATER_KINDS):
            return self, None
        return self.cleared(), LATER_KINDS[digit - 1]

    def _lettered(self, character: str) -> "Pointing":
        typed = self.typed + character
        apart = f"{self.typed} {character}"
        if character.casefold() in "lr" and not find(typed) and find(apart):
            typed = apart
        return self._searched(typed.lstrip()[:LONGEST])

    def _searched(self, typed: str) -> "Pointing":
        found = find(typed) if typed.strip() else ()
        return Pointing(found[0].code if found else self.code, typed)


def _is_pair(found: tuple[Region, ...]) -> bool:
    """Whether the best place has a left and a right and neither was named."""
    best = found[0]
    return any(one.name == best.name and one.view is best.view for one in found[1:])
