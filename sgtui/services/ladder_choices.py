"""The adopted versions of ladders, to choose one from."""

import tomllib
from dataclasses import dataclass

from sgtui.domain.register import Register


@dataclass(frozen=True)
class LadderChoice:
    """One adopted version."""

    version: str
    authority: str
    is_current: bool

    @property
    def words(self) -> str:
        """Whose it is, and whether new cases follow it."""
        return f"{self.authority}, for new cases" if self.is_current else self.authority


def ladder_choices(register: Register) -> tuple[LadderChoice, ...]:
    """Every version that has been adopted, the newest first."""
    return tuple(
        LadderChoice(version, _authority(toml), version == register.current_ladder)
        for version, toml in reversed(register.ladders.items())
    )


def _authority(toml: str) -> str:
    """The authority that its head names; a version once adopted is always a readable file."""
    return str(tomllib.loads(toml).get("ladder", {}).get("authority", ""))
