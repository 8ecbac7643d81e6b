"""What a challenge letter says in words: courteous, factual, nothing that the record does not hold.

Whoever first raised it is not named, nor who wrote an entry: they are protected (R76).
"""

from collections.abc import Iterator

from sgtui.documents.naming import NOT_RECORDED, sentence, uncapped
from sgtui.domain.asking import whom
from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenge_letters import Letter
from sgtui.domain.challenges import Raising
from sgtui.domain.entries import (
    BodyMapped,
    Directory,
    Entry,
    ObservationMade,
    StatementTaken,
)
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.entries.choices import StatementType, YesNo
from sgtui.domain.entries.mark_words import mark_words
from sgtui.domain.ladder import first_named
from sgtui.domain.london_time import moment_words
from sgtui.domain.referrals import Referral
from sgtui.domain.register import Register

_WHY = {
    ChallengeGround.NO_RESPONSE: "We have had no answer in the time that the procedure gives.",
    ChallengeGround.THRESHOLD: "We do not agree that the threshold is not met.",
    ChallengeGround.RISK_RISING: "The risk grows, and nothing from outside protects the person.",
    ChallengeGround.PLAN_NOT_CARRIED_OUT: "What was agreed is not being carried out.",
    ChallengeGround.CLOSURE: "We believe that it was closed too soon.",
    ChallengeGround.INFORMATION_SHARING: "What we need to know to keep the person safe is not "
    "shared with us.",
    ChallengeGround.ROLES: "It is not agreed who does what, and the person goes without.",
}

_ASK = {
    ChallengeGround.NO_RESPONSE: "Tell us who has this in hand, what you decide, and why.",
    ChallengeGround.THRESHOLD: "Look at your decision again in the light of what is new, and tell "
    "us in writing what you decide and why.",
    ChallengeGround.RISK_RISING: "Tell us what you will do to protect the person, who does it, and "
    "by when.",
    ChallengeGround.PLAN_NOT_CARRIED_OUT: "Carry out what was agreed, and tell us for each part "
    "who does it and by when.",
    ChallengeGround.CLOSURE: "Open it again, or tell us in writing why the person is safe without.",
    ChallengeGround.INFORMATION_SHARING: "Share with us what we need to keep the person safe, or "
    "tell us in writing why not.",
    ChallengeGround.ROLES: "Agree with us who leads and who does what, each with a name.",
}


def subject_words(case: CaseFile) -> str:
    """What to call whom it is about."""
    return "the child" if whom(case) == "child" else "the person"


def dear(letter: Letter) -> str:
    """Whom it is written to, by the name that was written down, else by what they are."""
    put = last_put(letter)
    if put is not None and put.stage == letter.stage.code:
        return f"Dear {put.said.theirs.split(',')[0]}"
    whom_to = first_named(letter.stage.counterpart) or letter.stage.title
    return f"Dear {whom_to.split(',')[0]}"


def last_put(letter: Letter) -> Raising | None:
    """The last time that it was put to them."""
    return letter.challenge.rung if letter.challenge else None


def opening(letter: Letter, name: str, register: Register) -> Iterator[str]:
    """Why we write: what was referred, what was decided or not said, and that we disagree."""
    sent = letter.referral
    if sent is not None:
        desk = register.contact_name(sent.sent.contact)
        yield f"We referred {name} to {desk} on {moment_words(sent.sent.sent_at)}."
    if letter.disputed is not None:
        said = letter.disputed[1]
        told = f"On {moment_words(said.decided_at)} {said.decided_by} told us"
        yield f'{told}: "{said.decision.label}".'
    elif sent is not None:
        yield _silence(sent)
    yield _WHY[letter.ground]
    yield "We ask you to look at this with us, at your level, under the procedure named below."


def _silence(sent: Referral) -> str:
    """How far it has come, in the four facts that are never one."""
    if sent.decision is not None:
        said = sent.decision[1]
        at = moment_words(said.decided_at)
        return f'You decided on {at}: "{said.decision.label}". No outcome has reached us since.'
    if sent.acknowledged_at is not None:
        at = moment_words(sent.acknowledged_at)
        return f"It was acknowledged on {at}. No decision has reached us since."
    if sent.received_at is not None:
        return (
            f"It was received on {moment_words(sent.received_at)}. Nobody has told us who has it."
        )
    return "Nobody has confirmed to us that it was received."


def asks(letter: Letter) -> str:
    """What we ask for: as last put to them, else what such a dispute asks for."""
    put = last_put(letter)
    return put.said.wanted if put is not None else _ASK[letter.ground]


def below(letter: Letter) -> Iterator[tuple[str, str]]:
    """Each time it was put to somebody and what came of it, with the rung."""
    challenge = letter.challenge
    if challenge is None:
        return
    for put in challenge.raisings:
        yield (
            put.stage,
            f"Put to {put.said.theirs}, {moment_words(put.at)}, {uncapped(put.said.method.label)}.",
        )
        following = [one.entry.number for one in challenge.raisings]
        until = min((n for n in following if n > put.entry.number), default=None)
        for entry, said in challenge.answers:
            if entry.number > put.entry.number and (until is None or entry.number < until):
                answer = f"{said.answered_by}, {moment_words(said.answered_at)}"
                yield put.stage, f"{answer}: {said.answer.label}. {sentence(said.said)}"


_SAID = {
    StatementType.FACT: "Seen by staff",
    StatementType.OPINION: "View of staff",
    StatementType.VERBATIM: "Exact words",
    StatementType.THIRD_PARTY: "Told by somebody else",
}
_OF_STAFF = (StatementType.FACT, StatementType.OPINION)


def evidence_words(entry: Entry, directory: Directory) -> str:
    """One thing that is new, in its own words; who of staff wrote or said it is left out."""
    said = entry.payload
    match said:
        case StatementTaken(statement_type=sort):
            who = f", {said.speaker}" if said.speaker and sort not in _OF_STAFF else ""
            return f"{_SAID[sort]}{who}: {said.text}"
        case ObservationMade():
            worse = " The risk has grown." if said.worse is YesNo.YES else ""
            return f"Seen by staff: {sentence(said.text)}{worse}"
        case BodyMapped():
            marks = " ".join(f"{n}. {mark_words(mark)}" for n, mark in enumerate(said.marks, 1))
            return f"Body map: {marks or said.NONE_SEEN}"
    return f"{said.title}: {said.line(directory)}"


def reason_given(letter: Letter) -> str:
    """Their reason as they gave it; nothing where it is about silence."""
    return (letter.disputed[1].reasons or NOT_RECORDED) if letter.disputed else ""
