"""Words that fill a field and say nothing: "n/a", "tbc", a dash."""

from collections.abc import Iterable, Iterator

from sgtui.domain.attempt import Missing
from sgtui.domain.entries import Payload

NO_ANSWER = frozenset(
    {"", "n/a", "na", "n.a", "not applicable", "tbc", "tba", "to be confirmed", "x", "xx", "?"}
)
"""Said of anything, these leave it open."""

BARE = NO_ANSWER | {"none", "nothing", "nil", "no", "not known", "unknown", "not needed"}
"""These too leave it open where a reason must be read later."""


def unanswered(
    payload: Payload, names: Iterable[str], gate: str, words: frozenset[str] = NO_ANSWER
) -> Iterator[Missing]:
    """The fields of a payload whose text says nothing, each with what to do instead."""
    asks = type(payload).asks()
    for name in names:
        said = getattr(payload, name)
        if isinstance(said, str) and said.casefold().strip(" .!-–") in words:
            sentence = f"{asks[name].label}: that is no answer. Say what it is, or none and why."
            yield Missing(gate, sentence)
