"""What those try who oversee a case: the weekly look, and looking back on what is over."""

from uuid import UUID

from tests.domain.case_gates_looking_back import OVER
from tests.domain.case_tries import BACK, BY, PICK, YES_NO, chance, once
from tests.domain.case_tries_inside import TriesInside


class TriesLookingBack(TriesInside):
    """A manager looks; so do some who may not."""

    @chance(by=BY, back=BACK, enough=YES_NO, pick=PICK)
    def oversee(self, by: UUID, back: int, enough: str, pick: int) -> None:
        together = ("well", "wanting", "not_needed")[pick % 3]
        found = "tbc" if pick % 9 == 0 else "Read the file with Sam"
        wanted = "One name at the council" if pick % 4 else None
        self.tries(
            "oversight_held", by, back, enough=enough, together=together, found=found,
            wanted=wanted,
        )  # fmt: skip

    @once("challenge_concluded")
    @chance(by=BY, pick=PICK)
    def look_back(self, by: UUID, pick: int) -> None:
        delays = "tbc" if pick % 9 == 0 else "Two days at the desk"
        about = self.story.some(pick, *OVER)
        self.tries("after_action_reviewed", by, about=about, delays=delays)
