"""What somebody with a notebook would know of a case: lines in order, nothing derived but by hand.

It shares no code with the product: it is what the product is held against.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

REFUSED = ("not_progressed", "partly_accepted")
ACCEPTED = ("accepted_s42", "accepted_other", "partly_accepted")
MORE = "more_info_requested"
ALONE_SETTLE = ("reason_accepted", "withdrawn", "partly")


@dataclass
class Note:
    """One line of the notebook: what was recorded, by whom, and when it happened."""

    number: int
    id: UUID
    kind: str
    at: datetime
    recorded: datetime
    author: UUID
    first: dict[str, Any]
    """What it said when it was written."""
    amended: list["Note"] = field(default_factory=list)
    struck: bool = False

    @property
    def says(self) -> dict[str, Any]:
        """What it says with what was put right since."""
        said = dict(self.first)
        for note in self.amended:
            if not note.struck:
                said |= note.first["changes"]
        return said

    def __getitem__(self, name: str) -> Any:
        return self.says[name]


@dataclass
class Notebook:
    """Every line so far."""

    notes: list[Note] = field(default_factory=list)

    def write(self, note: Note) -> None:
        """Add a line; a correction changes what the line that it names says."""
        self.notes.append(note)
        if note.kind == "amended":
            self.by_id(note.first["entry"]).amended.append(note)
        elif note.kind == "entered_in_error":
            self.by_id(note.first["entry"]).struck = True

    def by_id(self, note_id: UUID) -> Note:
        """The line of that id, struck or not."""
        return next(note for note in self.notes if note.id == note_id)

    @property
    def there(self) -> list[Note]:
        """The lines that stand."""
        return [note for note in self.notes if not note.struck]

    def of(self, *kinds: str) -> list[Note]:
        """The lines of these kinds that stand, in order."""
        return [note for note in self.there if note.kind in kinds]

    def last(self, *kinds: str) -> Note | None:
        """The newest of them."""
        found = self.of(*kinds)
        return found[-1] if found else None

    def about(self, kind: str, name: str, what: UUID) -> list[Note]:
        """The lines of a kind that name something in a field."""
        return [note for note in self.of(kind) if note[name] == what]

    @property
    def opening(self) -> Note:
        """The line that the case began with, struck or not."""
        return self.notes[0]

    @property
    def is_closed(self) -> bool:
        """Whether the last that was said of it is that it is closed."""
        newest = self.last("closure_approved", "reopened")
        return newest is not None and newest.kind == "closure_approved"

    @property
    def is_open(self) -> bool:
        """Whether anything may be done in it."""
        return not (self.is_closed or self.opening.struck)

    @property
    def asked_to_close(self) -> Note | None:
        """The request to close that nobody has answered."""
        newest = self.last("closure_requested", "closure_refused", "reopened")
        return newest if newest is not None and newest.kind == "closure_requested" else None

    @property
    def barred(self) -> set[UUID]:
        """Whoever works here and is alleged or in conflict."""
        named = {
            note["staff"]
            for note in self.of("person_involved")
            if note["involvement"] in ("alleged", "conflicted")
        }
        return {one for one in (*named, self.opening["alleged_staff"]) if one is not None}

    @property
    def risk(self) -> str:
        """As last judged."""
        judged = [n["risk"] for n in self.of("internally_escalated", "threshold_decided")]
        known = [risk for risk in judged if risk is not None]
        first = "immediate" if self.opening["level"] == "immediate" else "medium"
        return str(known[-1]) if known else first

    @property
    def ladder(self) -> str:
        """The version that it follows."""
        pinned = self.last("ladder_pinned")
        return str(pinned["version"] if pinned else self.opening["ladder"])

    def decisions(self, sent: Note) -> list[Note]:
        """What the agency decided about a referral; asking for more is no decision."""
        every = self.about("referral_decided", "referral", sent.id)
        return [note for note in every if note["decision"] != MORE]

    def refusal(self, sent: Note) -> Note | None:
        """Where the refusal that stands was first told."""
        found: Note | None = None
        for note in self.decisions(sent):
            if found is None or note["decision"] != found["decision"]:
                found = note
        return found if found is not None and found["decision"] in REFUSED else None

    def open_refusal(self, sent: Note) -> Note | None:
        """The same while neither two people accepted it nor a challenge of it was ended."""
        refusal = self.refusal(sent)
        if refusal is None:
            return None
        accepted = self.about("agency_decision_accepted", "referral", sent.id)
        ended = [
            end
            for raised in self.of("challenge_raised")
            if raised["ground"] == "threshold" and raised["referral"] == sent.id
            for end in self.ends(raised)[:1]
            if end["outcome"] in ALONE_SETTLE
        ]
        over = any(note.number > refusal.number for note in (*accepted, *ended))
        return None if over else refusal

    def waits_for_outcome(self, sent: Note) -> bool:
        """Whether they took it on and have not said what came of it."""
        decided = self.decisions(sent)
        if not decided or decided[-1]["decision"] not in ACCEPTED:
            return False
        told = self.about("outcome_received", "referral", sent.id)
        return not any(note.number > decided[-1].number for note in told)

    def ends(self, raised: Note) -> list[Note]:
        """What ended a challenge."""
        return self.about("challenge_concluded", "challenge", raised.id)

    def open_challenges(self) -> list[Note]:
        """The challenges that nobody has ended."""
        return [raised for raised in self.of("challenge_raised") if not self.ends(raised)]

    def rung(self, raised: Note) -> Note:
        """Where a challenge was last put."""
        return [raised, *self.about("challenge_taken_up", "challenge", raised.id)][-1]

    def running_safeguards(self) -> list[Note]:
        """Those that neither an end nor a closing of the case has ended."""
        closed = self.last("closure_approved")
        since = closed.number if closed else 0
        over = {note["safeguard"] for note in self.of("safeguard_ended")}
        started = self.of("safeguard_started")
        return [note for note in started if note.number > since and note.id not in over]

    def outstanding_meetings(self) -> list[Note]:
        """Those that were neither held nor called off."""
        over = {note["arranged"] for note in self.of("meeting_held", "meeting_called_off")}
        return [note for note in self.of("meeting_arranged") if note.id not in over]

    def done(self, action: Note) -> Note | None:
        """Where an action was said to be done."""
        found = self.about("action_done", "action", action.id)
        return found[0] if found else None

    def dropped(self, action: Note) -> bool:
        """Whether it is not wanted any more."""
        return bool(self.about("action_dropped", "action", action.id))

    def verified(self, action: Note) -> bool:
        """Whether somebody has seen that it was done, since it was."""
        done = self.done(action)
        seen = self.about("action_verified", "action", action.id)
        return done is not None and any(note.number > done.number for note in seen)

    def disagreeing(self) -> Iterator[Note]:
        """The agencies that last said no, where no challenge was ended since."""
        ended = max((note.number for note in self.of("challenge_concluded")), default=0)
        for party in self.of("agency_involved"):
            said = self.about("agency_agreed", "agency", party.id)
            if said and said[-1]["agrees"] == "no" and said[-1].number > ended:
                yield party
