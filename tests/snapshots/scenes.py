"""What each picture shows: the screens of the desk, each in a state worth looking at."""

from typing import Any

from textual.pilot import Pilot

from sgtui.services.demo.home import id_of
from tests.snapshots.frozen_desk import (
    BRUISE,
    DESPAIR,
    Act,
    concern,
    keys,
    linked,
    on_case,
    opened,
    report,
)

RECEIPT_LATE = "SG-26-K4T7"
"""Ada Vale's unexplained bruise: referred, and nobody has confirmed that they have it."""

THRESHOLD_DUE = "SG-26-3HDV"
"""Mei-Ling Everard's insulin: the lead decides the threshold within the hour."""

CHALLENGED = "SG-26-B9PC"
"""A refusal that is challenged with practitioners."""

THRESHOLD: dict[str, Any] = {
    "decided_by": id_of("staff", "sam"),
    "second_person": id_of("staff", "ruth"),
    "needs": "yes",
    "needs_because": "Diabetes, sight loss; needs help with insulin.",
    "at_risk": "yes",
    "at_risk_because": "Two doses missed in five days, blood sugar 19.4.",
    "cannot_protect": "unsure",
    "cannot_protect_because": "Asked for it and nobody came.",
    "route": "external",
}


def _then(first: Act, second: Act) -> Act:
    async def act(pilot: Pilot[Any]) -> None:
        await first(pilot)
        await second(pilot)

    return act


SCENES: dict[str, Act] = {
    "queue": keys(),
    "concern-empty": keys("f2"),
    "concern-filled": concern(BRUISE),
    "concern-emergency": concern(DESPAIR),
    "body-map-empty": keys("f2", "f5"),
    "body-map": _then(concern(BRUISE), keys("f5")),
    "body-map-find": _then(concern(BRUISE), keys("f5", *"back", "space", "r", "space", *"hand")),
    "body-map-mark": _then(concern(BRUISE), keys("f5", "tab", "home", "enter")),
    "body-map-look": _then(concern(BRUISE), keys("f5", "tab", "tab", "enter")),
    "body-map-closer": _then(concern(BRUISE), keys("f5", "f5")),
    "body-maps": on_case(RECEIPT_LATE, "body_maps"),
    "body-compare": _then(on_case(RECEIPT_LATE, "body_maps"), keys("c")),
    "body-compare-figures": _then(on_case(RECEIPT_LATE, "body_maps"), keys("c", "f5")),
    "case": on_case(RECEIPT_LATE, "case"),
    "overview": on_case(CHALLENGED, "overview"),
    "together": linked(RECEIPT_LATE, CHALLENGED, on_case(RECEIPT_LATE, "together")),
    "next-step-challenge": _then(on_case(CHALLENGED, "next_step"), keys("right")),
    "next-step": on_case(RECEIPT_LATE, "next_step"),
    "entry-empty": on_case(THRESHOLD_DUE, "entry", "threshold_decided", {}),
    "entry-filled": on_case(THRESHOLD_DUE, "entry", "threshold_decided", THRESHOLD),
    "ladder": on_case(RECEIPT_LATE, "ladder"),
    "ladder-drawn": _then(on_case(RECEIPT_LATE, "ladder"), keys("h")),
    "handover": keys("f7"),
    "reports": keys("p"),
    "report": _then(report("response-times"), keys("pagedown")),
    "audits": opened("audit"),
    "round": keys("m"),
    "learning": opened("learning"),
    "lock": keys("ctrl+l"),
    "find": keys("f6"),
    "help": keys("f1"),
    "menu": keys("ctrl+p"),
}
"""Each begins on the queue."""
