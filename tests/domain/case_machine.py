"""One case driven by chance through legal and illegal moves: what passes with the agencies."""

from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st

from tests.domain.a_full_home import LADO, POLICE
from tests.domain.a_home import DESK, EDT, TEAM, WORKER
from tests.domain.case_people import NOBODY, free_to_decide
from tests.domain.case_tries import BACK, BY, PICK, SOMEBODY, chance, once
from tests.domain.case_tries_looking_back import TriesLookingBack

RUNG = st.sampled_from(("L9", "L9", "L10", "L10", "L11", "L12", "L13", "L3"))
DECISION = st.sampled_from(
    ("accepted_s42", "not_progressed", "not_progressed", "partly_accepted", "redirected",
     "more_info_requested", "closed_by_agency", "returned", "accepted_other")
)  # fmt: skip
_GROUNDS = ("threshold", "no_response", "risk_rising", "closure", "threshold", "no_response")


class CaseMachine(TriesLookingBack):
    """Everything that people may try in one case, over weeks."""

    @chance(by=BY, back=BACK, contact=st.sampled_from((DESK, DESK, EDT, POLICE, LADO, NOBODY)))
    def refer(self, by: UUID, back: int, contact: UUID) -> None:
        if contact == NOBODY:
            contact = DESK
        self.tries("referral_sent", by, back, contact=contact)

    @once("referral_sent")
    @chance(by=BY, back=BACK, pick=PICK)
    def hear_that_it_arrived(self, by: UUID, back: int, pick: int) -> None:
        sent = self.story.some(pick, "referral_sent")
        if pick % 2:
            self.tries("referral_received", by, back, referral=sent)
        else:
            who = " " if pick % 6 == 0 else "P Ames"
            self.tries("referral_acknowledged", by, back, referral=sent, acknowledged_by=who)

    @once("referral_sent")
    @chance(by=BY, back=BACK, decision=DECISION, pick=PICK)
    def hear_their_decision(self, by: UUID, back: int, decision: str, pick: int) -> None:
        sent = self.story.some(pick, "referral_sent")
        self.tries("referral_decided", by, back, referral=sent, decision=decision)

    @once("referral_sent")
    @chance(by=BY, back=BACK, pick=PICK)
    def hear_the_outcome(self, by: UUID, back: int, pick: int) -> None:
        self.tries("outcome_received", by, back, referral=self.story.some(pick, "referral_sent"))

    @once("referral_sent")
    @chance(by=BY, first=SOMEBODY, second=SOMEBODY, pick=PICK)
    def accept_their_word(self, by: UUID, first: UUID, second: UUID, pick: int) -> None:
        sent = self.story.some(pick, "referral_sent")
        self.tries(
            "agency_decision_accepted", by, referral=sent, first_person=first, second_person=second
        )

    @chance(by=BY, back=BACK, pick=PICK)
    def ring(self, by: UUID, back: int, pick: int) -> None:
        promised_by = self.story.told.now + timedelta(hours=pick % 40 - 2)
        sent = self.story.some(pick, "referral_sent") if pick % 3 else NOBODY
        self.tries(
            "agency_contacted",
            by,
            back,
            contact=(DESK, DESK, WORKER, TEAM, POLICE)[pick // 3 % 5],
            result=("spoke", "no_answer", "voicemail", "written", "no_answer")[pick % 5],
            promised="They ring back" if pick % 4 == 0 else None,
            promised_by=promised_by if pick % 8 == 0 else None,
            referral=None if sent == NOBODY else sent,
        )

    @chance(by=BY, ours=SOMEBODY, rung=RUNG, pick=PICK)
    def challenge(self, by: UUID, ours: UUID, rung: str, pick: int) -> None:
        sent = self.story.some(pick, "referral_sent")
        self.tries(
            "challenge_raised",
            by,
            ground=_GROUNDS[pick % 6],
            referral=None if sent == NOBODY or pick % 13 == 0 else sent,
            stage=rung,
            ours=ours,
            higher_because="They will not listen" if pick % 4 == 0 else None,
        )

    @once("challenge_raised")
    @chance(by=BY, back=BACK, first=SOMEBODY, second=SOMEBODY, rung=RUNG, pick=PICK)
    def go_on_with_it(
        self, by: UUID, back: int, first: UUID, second: UUID, rung: str, pick: int
    ) -> None:
        match pick % 6:
            case 0 | 1 | 2:
                self._take_it_up(by, back, first, rung, pick // 6)
            case 3:
                self._hear_their_answer(by, back, pick // 6)
            case _:
                self._conclude_it(by, first, second, pick // 6)

    def _take_it_up(self, by: UUID, back: int, ours: UUID, rung: str, pick: int) -> None:
        free = free_to_decide(self.story.book.barred)
        if pick % 3 and free:
            by, back, ours = free[0], 0, free[0]
        self.tries(
            "challenge_taken_up",
            by,
            back,
            challenge=self.story.some(pick, "challenge_raised"),
            stage=rung,
            ours=ours,
            higher_because="They will not listen" if pick % 4 == 0 else None,
        )

    def _hear_their_answer(self, by: UUID, back: int, pick: int) -> None:
        which = self.story.some(pick, "challenge_raised")
        answer = ("refused", "upheld", "refused", "partly")[pick % 4]
        self.tries("challenge_answered", by, back, challenge=which, answer=answer)

    def _conclude_it(self, by: UUID, first: UUID, second: UUID, pick: int) -> None:
        free = free_to_decide(self.story.book.barred)
        if pick // 4 % 4 and len(free) > 1:
            by, first, second = free[0], free[0], free[1]
        self.tries(
            "challenge_concluded",
            by,
            challenge=self.story.some(pick, "challenge_raised"),
            outcome=("upheld", "partly", "reason_accepted", "withdrawn")[pick % 4],
            first_person=first,
            second_person=second,
        )

    @chance(by=BY, back=BACK, pick=PICK)
    def tell_who_must_know(self, by: UUID, back: int, pick: int) -> None:
        required = "no" if pick % 3 == 0 else "yes"
        told = self.story.told.now - timedelta(minutes=pick % 400) if pick % 4 == 1 else None
        whom = ("cqc_18", "commissioner", "family", "police", "lado", "dbs")[pick // 12 % 6]
        self.tries(
            "notification_decided", by, back, notification=whom, required=required, sent_at=told
        )
