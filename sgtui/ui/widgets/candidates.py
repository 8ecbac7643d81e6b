"""Finding one candidate among many by a few letters of any of its words."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property


def folded(text: str) -> str:
    """Lower case and without accents, so that `zoe` finds Zoë."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


@dataclass(frozen=True)
class Candidate:
    """Someone or something to pick: `detail` is shown beside it (room, role)."""

    id: str
    label: str
    detail: str = ""
    words: tuple[str, ...] = ()
    """More words that find it: former name, room, nickname."""

    @cached_property
    def searched(self) -> tuple[str, ...]:
        """Every word that finds it, folded; a hyphenated or quoted name also by its parts."""
        text = folded(" ".join((self.label, self.detail, *self.words)))
        parts = "".join(letter if letter.isalnum() else " " for letter in text)
        return (*dict.fromkeys((*text.split(), *parts.split())),)


def matching(candidates: Iterable[Candidate], typed: str, limit: int) -> Sequence[Candidate]:
    """The candidates in which each typed word is inside some word, the best first.

    Best: more typed words begin a word of the label's own; then the given order.
    """
    wanted = folded(typed).split()
    ranked = [
        (score, order, candidate)
        for order, candidate in enumerate(candidates)
        if (score := _score(candidate, wanted)) is not None
    ]
    ranked.sort(key=lambda found: found[:2])
    return [candidate for _, _, candidate in ranked[:limit]]


def _score(candidate: Candidate, wanted: Sequence[str]) -> int | None:
    """Typed words that begin no word of the candidate; None when one is in no word at all."""
    inside = 0
    for part in wanted:
        if any(word.startswith(part) for word in candidate.searched):
            continue
        if not any(part in word for word in candidate.searched):
            return None
        inside += 1
    return inside
