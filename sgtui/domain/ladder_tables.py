"""The tables of a ladder file beside its stages: routes, patterns, the way outside, handovers."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from sgtui.domain.ladder import HandoverTerms, Ladder
from sgtui.domain.ladder_faults import Misfit, misfits
from sgtui.domain.ladder_lines import Place
from sgtui.domain.ladder_parts import WITHIN_A_CASE, LadderPart, Outside, PatternRule, Route

TABLES = ("route", "pattern", "outside", "handover")
"""What they are called in the file."""

P = TypeVar("P", bound=LadderPart)


class Tables:
    """One pass over these tables; what a file leaves out it has from the ladder it extends."""

    def __init__(
        self, given: Mapping[str, Any], base: Ladder | None, *, extends_unknown: bool
    ) -> None:
        """Read them from a parsed file.

        `extends_unknown`: it builds upon a ladder that was not found, and that is told already.
        """
        self.misfits: list[Misfit] = []
        """Everything that is wrong in them."""
        self.read: dict[str, Any] = {
            "routes": base.routes if base else (),
            "patterns": base.patterns if base else (),
            "outside": base.outside if base else None,
            "handover": base.handover if base else None,
        }
        """What they mean, by the names that a ladder has for them."""
        if "route" in given:
            routes = self._list("route", given["route"], Route)
            self.read["routes"] = tuple(routes.values())
            self.misfits += _never_reached(routes)
        if "pattern" in given:
            rules = self._list("pattern", given["pattern"], PatternRule)
            self.read["patterns"] = tuple(rules.values())
            self.misfits += _senseless(rules)
        if "outside" in given:
            self.read["outside"] = self._one(("outside",), given["outside"], Outside)
        elif base is None and not extends_unknown:
            sentence = "there is no [outside]; say where to turn when nobody inside is left."
            self.misfits.append(Misfit(("ladder",), sentence))
        if "handover" in given:
            self.read["handover"] = self._one(("handover",), given["handover"], HandoverTerms)

    def _list(self, name: str, given: object, model: type[P]) -> dict[int, P]:
        """Those that can be read, by their number in the file from 0."""
        if not isinstance(given, list):
            sentence = f"each is a table of its own: a line [[{name}]], then its keys."
            self.misfits.append(Misfit((name,), sentence))
            return {}
        found = {number: self._one((name, number), one, model) for number, one in enumerate(given)}
        return {number: part for number, part in found.items() if part is not None}

    def _one(self, place: Place, given: object, model: type[P]) -> P | None:
        if not isinstance(given, dict):
            sentence = f"this is a table: a line with {place[0]} in brackets, then its keys."
            self.misfits.append(Misfit(place, sentence))
            return None
        wrong = list(misfits(model, given, place))
        self.misfits += wrong
        return None if wrong else model.model_validate(given)


def _never_reached(routes: Mapping[int, Route]) -> Iterator[Misfit]:
    """The first route that fits is taken, so one for every case is the last."""
    catching = next((number for number, route in routes.items() if not route.when), None)
    for number in routes:
        if catching is not None and number > catching:
            sentence = (
                f"route {catching + 1} fits every case, so this one is never taken; "
                "put it before that one."
            )
            yield Misfit(("route", number), sentence)


def _senseless(rules: Mapping[int, PatternRule]) -> Iterator[Misfit]:
    for number, rule in rules.items():
        if rule.counts in WITHIN_A_CASE and rule.same is not None:
            sentence = f'"{rule.counts}" is counted within one case; leave same out.'
            yield Misfit(("pattern", number, "same"), sentence)
        if rule.counts not in WITHIN_A_CASE and rule.leads_to == "coordinate":
            sentence = (
                f'"{rule.counts}" is counted across cases and can only propose; '
                f"what leads to coordinate is one of {', '.join(WITHIN_A_CASE)}."
            )
            yield Misfit(("pattern", number, "leads_to"), sentence)
