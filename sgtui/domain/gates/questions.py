"""Gates on what is asked about whom: an adult's questions and a child's are not the same."""

from collections.abc import Iterator

from sgtui.domain.asking import whom
from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.entries import ThresholdDecided


def asked_of_them(attempt: Attempt) -> Iterator[Missing]:
    """Everything needed about an adult, or about a child, answered, and nothing of the other.

    The three parts of the Care Act 2014 s42 are about adults; significant harm (Children Act 1989
    s31, s47) is about children.
    """
    gate = "G4" if isinstance(attempt.payload, ThresholdDecided) else "G1"
    about = whom(attempt.case)
    for name, ask in type(attempt.payload).asks().items():
        answered = getattr(attempt.payload, name) not in (None, ())
        if ask.only in ("", about):
            if ask.needed and not answered:
                yield Missing(gate, f"{ask.label}: this must be answered.")
        elif answered:
            other = "a child" if about == "child" else "an adult"
            yield Missing(gate, f"{ask.label}: not asked about {other}. Leave it empty.")
