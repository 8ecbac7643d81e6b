"""Gates about what a body map asks: answered once, and before the case is closed (G3)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.body_map.prompts import answered, prompts, unanswered
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import Payload
from sgtui.domain.entries.body import BodyMapped, BodyMapPromptAnswered, PromptKind
from sgtui.domain.london_time import moment_words


def prompt_answered(attempt: Attempt) -> Iterator[Missing]:
    """A prompt of a body map that stands, one its marks can raise, and not answered before."""
    payload, case = attempt.payload, attempt.case
    if not isinstance(payload, BodyMapPromptAnswered):
        return
    mapped = next((s.what for s in case.of(BodyMapped) if s.entry.id == payload.body_map), None)
    if mapped is None:
        yield Missing("G3", "Choose a body map of this case that still stands, in Body map.")
    elif payload.prompt not in _can_raise(mapped):
        yield Missing("G3", "That body map has no such mark. Choose another, in Prompt.")
    if (payload.body_map, payload.prompt) in answered(case):
        yield Missing("G3", "That prompt was answered before. Amend that answer instead.")


def _can_raise(mapped: BodyMapped) -> set[PromptKind]:
    """What a map may ask; the marks before may be of another case, so any mark may be again."""
    kinds = {prompt.kind for prompt in prompts(mapped, ())}
    return {*kinds, PromptKind.REPEATED} if mapped.marks else kinds


def prompts_answered(case: CaseFile) -> Iterator[Missing]:
    """Each prompt of this case's own body maps heeded, or dismissed with a reason."""
    for said, prompt in unanswered(case):
        when, what = moment_words(said.what.examined_at), prompt.kind.label.lower()
        sentence = f"The body map of {when} asks about a mark ({what}). Answer it first."
        yield Missing("G3", sentence, "body_map_prompt_answered")


GATES: dict[type[Payload], Gate] = {BodyMapPromptAnswered: prompt_answered}
