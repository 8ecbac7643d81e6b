"""How long a person waits after wrong passphrases: five free, then 30 s doubling to 15 min.

It slows someone at the keyboard, survives a restart and never locks anyone out for good.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sgtui.storage.places import write_private
from sgtui.storage.tables import instant_text

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True)
class Tries:
    """Wrong tries since the last right one, and when the latest was."""

    wrong: int
    latest: datetime


def seconds_to_wait(tries: Tries | None, now: datetime) -> int:
    """Whole seconds until the next try is taken; 0 for at once.

    A latest try that lies in the future means that the clock was put back: then nobody waits.
    """
    if tries is None or tries.wrong < FREE_TRIES or tries.latest > now:
        return 0
    doublings = min(tries.wrong - FREE_TRIES, 5)
    wait = min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
    return max(0, math.ceil((tries.latest + wait - now).total_seconds()))


def read_tries(path: Path) -> dict[str, Tries]:
    """The tries kept beside the slots; none when the file is missing or spoilt."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {slot: _tries(item) for slot, item in kept.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_tries(path: Path, tries: Mapping[str, Tries]) -> None:
    """Keep the tries. Raises StoreUnreachable."""
    kept = {
        slot: {"wrong": item.wrong, "latest": instant_text(item.latest)}
        for slot, item in tries.items()
    }
    write_private(path, json.dumps(kept, sort_keys=True).encode())


def _tries(item: Any) -> Tries:
    latest = datetime.fromisoformat(item["latest"])
    if latest.tzinfo is None:
        raise ValueError("A time without a zone.")
    return Tries(int(item["wrong"]), latest)
