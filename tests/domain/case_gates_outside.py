"""Rules of deciding, referring and challenging, as the practice has them (G4 to G12, G18)."""

from collections.abc import Iterator

from tests.domain.case_moves import Gate, Move, one
from tests.domain.case_notebook import ACCEPTED, REFUSED, Note, Notebook
from tests.domain.case_people import DECIDERS, MAY_NOT_DECIDE, free_to_decide

_OF_A_REFERRAL = ("no_response", "threshold")


def record_gaps(book: Notebook) -> Iterator[str]:
    """The gates of what a full record lacks."""
    opening = book.opening
    told = opening["happened_at"] is not None and opening["place"] is not None
    if not told and not book.of("concern_completed"):
        yield "G1"
    if not any(n["statement_type"] in ("fact", "verbatim") for n in book.of("statement_taken")):
        yield "G1"
    safety = book.last("safety_checked")
    if safety is None or safety["safety"] == "unsafe_uncontrolled":
        yield "G2"
    if opening["category"] == "physical" and not book.of("body_map_declined", "body_mapped"):
        yield "G3"


def shared_and_asked(book: Notebook) -> Iterator[str]:
    """Whether it is decided what is shared, and the person was asked."""
    if not book.of("sharing_decided"):
        yield "G5"
    if not book.of("wishes_recorded"):
        yield "G6"


def _told_and_decided(_book: Notebook, move: Move) -> Iterator[str]:
    if move.says["decision"].lower() in ("manager informed", "tbc"):
        yield "G12"


def _threshold(book: Notebook, move: Move) -> Iterator[str]:
    said = move.says
    alone = said["second_person"] is None
    if said["decided_by"] in MAY_NOT_DECIDE or (alone and said["provisional"] == "no"):
        yield "G4"
    if "immediate" not in (book.risk, said["risk"]):
        yield from record_gaps(book)
    hurt = any(n["harm"] in ("hospital", "serious", "died") for n in book.of("harm_judged"))
    serious = hurt or bool({book.risk, said["risk"]} & {"high", "immediate"})
    if said["route"] == "internal" and serious and (alone or said["provisional"] == "yes"):
        yield "G4"


def _countersigned(book: Notebook, move: Move) -> Iterator[str]:
    target = one(book, "threshold_decided", move.says["entry"])
    if target is None:
        yield from ("G1", "G18?")
    elif move.author in (target.author, target["decided_by"]):
        yield "G18"
    if move.author not in DECIDERS:
        yield "G18"


def _sent(book: Notebook, _move: Move) -> Iterator[str]:
    if book.risk == "immediate":
        return
    decided = book.last("threshold_decided")
    if free_to_decide(book.barred) and (decided is None or decided["route"] == "internal"):
        yield "G4"
    yield from shared_and_asked(book)


def _agencys_word(book: Notebook, move: Move) -> Iterator[str]:
    sent = one(book, "referral_sent", move.says["referral"])
    stated = ("received_at", "acknowledged_at", "decided_at")
    at = next(move.says[name] for name in stated if name in move.says)
    if sent is None:
        yield "G1"
    elif at < sent["sent_at"]:
        yield "G9"


def _rung_up(book: Notebook, move: Move) -> Iterator[str]:
    about = move.says["referral"]
    if about is not None and one(book, "referral_sent", about) is None:
        yield "G1"


def _outcome(book: Notebook, move: Move) -> Iterator[str]:
    sent = one(book, "referral_sent", move.says["referral"])
    if sent is None:
        yield from ("G1", "G9?")
        return
    took = [n for n in book.decisions(sent) if n["decision"] in ACCEPTED]
    if not took or move.says["told_at"] < took[0]["decided_at"]:
        yield "G9"


def _accepted(book: Notebook, move: Move) -> Iterator[str]:
    sent = one(book, "referral_sent", move.says["referral"])
    decided = book.decisions(sent) if sent else []
    if sent is None:
        yield "G1"
    if not decided or decided[-1]["decision"] not in REFUSED:
        yield "G11"
    yield from _two_who_decide(move)


def _two_who_decide(move: Move) -> Iterator[str]:
    people = {move.says["first_person"], move.says["second_person"]}
    if people & MAY_NOT_DECIDE:
        yield "G11"


def _raised(book: Notebook, move: Move) -> Iterator[str]:
    said = move.says
    ground, referral = said["ground"], said["referral"]
    sent = one(book, "referral_sent", referral)
    if ground in _OF_A_REFERRAL and referral is None:
        yield "G11"
    if referral is not None and sent is None:
        yield from ("G1", "G11?")
    if any((n["ground"], n["referral"]) == (ground, referral) for n in book.open_challenges()):
        yield "G11"
    if sent is not None and ground in _OF_A_REFERRAL and not _may_dispute(book, move, sent):
        yield "G11"
    yield from _rung(move, 0, others=bool(move.begun))


def _may_dispute(book: Notebook, move: Move, sent: Note) -> bool:
    """Whether there is a silence or a refusal to dispute, and it came first."""
    at = move.says["raised_at"]
    if move.says["ground"] == "no_response":
        waiting = not book.decisions(sent) or book.waits_for_outcome(sent)
        return waiting and at >= sent["sent_at"]
    refusal = book.open_refusal(sent)
    return refusal is not None and at >= refusal["decided_at"]


def _rung(move: Move, due: int, *, others: bool) -> Iterator[str]:
    """Never down, one after another, higher with a reason; where others climb too, perhaps."""
    code, codes = move.says["stage"], move.codes
    if code not in codes or due >= len(codes) or codes.index(code) < due:
        yield "G11"
    elif codes.index(code) > due and not move.says["higher_because"]:
        yield "G11?" if others else "G11"
    elif others:
        yield "G11?"


def _taken_up(book: Notebook, move: Move) -> Iterator[str]:
    raised = one(book, "challenge_raised", move.says["challenge"])
    if raised is None:
        yield "G1"
        return
    rung = book.rung(raised)
    if book.ends(raised) or move.says["raised_at"] < rung["raised_at"] or _came(book, raised):
        yield "G11"
    if raised["ground"] == "no_response" and _any_word(book, raised):
        yield "G11?"
    stood = move.codes.index(rung["stage"]) if rung["stage"] in move.codes else -1
    reached = [move.codes.index(code) for code, what in move.begun if what == raised.id]
    others = any(what != raised.id for _, what in move.begun)
    yield from _rung(move, max(stood + 1, *reached, 0), others=others)


def _came(book: Notebook, raised: Note) -> bool:
    """Whether a refusal that is challenged was accepted by two or decided otherwise since."""
    if raised["ground"] != "threshold":
        return False
    accepted = book.about("agency_decision_accepted", "referral", raised["referral"])
    if any(note.number > raised.number for note in accepted):
        return True
    decided = book.about("referral_decided", "referral", raised["referral"])
    refused = [n for n in decided if n.number < raised.number and n["decision"] in REFUSED]
    same = refused[-1]["decision"] if refused else "not_progressed"
    later = [n["decision"] for n in decided if n.number > raised.number]
    return any(decision not in (same, "more_info_requested") for decision in later)


def _any_word(book: Notebook, raised: Note) -> bool:
    words = ("referral_acknowledged", "referral_decided", "outcome_received")
    found = [n for kind in words for n in book.about(kind, "referral", raised["referral"])]
    return any(note.number > raised.number for note in found)


def _answered(book: Notebook, move: Move) -> Iterator[str]:
    raised = one(book, "challenge_raised", move.says["challenge"])
    if raised is None:
        yield "G1"
    elif book.ends(raised) or move.says["answered_at"] < raised["raised_at"]:
        yield "G11"


def _concluded(book: Notebook, move: Move) -> Iterator[str]:
    raised = one(book, "challenge_raised", move.says["challenge"])
    if raised is None:
        yield "G1"
    elif book.ends(raised) or _agrees_without_deciding(book, move, raised):
        yield "G11"
    yield from _two_who_decide(move)


def _agrees_without_deciding(book: Notebook, move: Move, raised: Note) -> bool:
    """Whether a disputed threshold is to be upheld without their new decision (gate G11)."""
    against = {"upheld": REFUSED, "partly": ("not_progressed",)}.get(move.says["outcome"])
    sent = one(book, "referral_sent", raised["referral"])
    if against is None or sent is None or raised["ground"] != "threshold":
        return False
    decided = book.decisions(sent)[-1:]
    return not any(n.number > raised.number and n["decision"] not in against for n in decided)


GATES: dict[str, Gate] = {
    "internally_escalated": _told_and_decided,
    "threshold_decided": _threshold,
    "countersigned": _countersigned,
    "referral_sent": _sent,
    "referral_received": _agencys_word,
    "referral_acknowledged": _agencys_word,
    "referral_decided": _agencys_word,
    "outcome_received": _outcome,
    "agency_contacted": _rung_up,
    "agency_decision_accepted": _accepted,
    "challenge_raised": _raised,
    "challenge_taken_up": _taken_up,
    "challenge_answered": _answered,
    "challenge_concluded": _concluded,
}
