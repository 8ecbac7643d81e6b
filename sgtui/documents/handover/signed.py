"""The end of a handover sheet: both signatures, and what anchors the paper in the record."""

from sgtui.documents.model import Block, Facts, Paragraph, Section, Signatures
from sgtui.domain.entries import REGISTER_ID
from sgtui.domain.handovers import Handover
from sgtui.domain.spoken_words import words_of_hash
from sgtui.services.desk import Desk
from sgtui.services.handover import HandoverView


def this_handover(view: HandoverView) -> Handover | None:
    """The handover that the sheet is of; None while the coming change of shift is not signed."""
    last = view.last
    if last is None:
        return None
    shift = view.register.calendar.shift_at(view.as_at)
    return last if last.is_open or last.shift_ends_at >= shift.starts_at else None


def signed_section(desk: Desk, view: HandoverView) -> Section:
    """Both signatures, or lines to sign by hand; and the anchor."""
    handover = this_handover(view)
    with desk.store.reading() as unit:
        number, head = unit.head(REGISTER_ID)
    blocks: list[Block] = list(_signatures(view, handover))
    blocks.append(Paragraph("This sheet anchors the record", "strong"))
    if handover is not None:
        blocks.append(
            Facts(_anchor("when signed", handover.register_number, handover.register_head))
        )
    blocks.append(Facts(_anchor("when printed", number, head)))
    blocks.append(
        Paragraph(
            "Keep one signed sheet apart from the computer. If anything recorded before it is "
            "altered or taken away later, this link is no longer found in the record.",
            "note",
        )
    )
    return Section("Signatures", tuple(blocks))


def _signatures(view: HandoverView, handover: Handover | None) -> tuple[Block, ...]:
    if handover is None:
        return (Signatures(("Hands over: name, date, time", "Takes over: name, date, time")),)
    name = view.register.staff_name
    handed: tuple[Block, ...] = (
        Facts((("Handed over by", name(handover.signed_by)), ("Signed", handover.signed_at))),
    )
    if handover.accepted_by is None:
        return (*handed, Signatures(("Takes over: name, date, time",)))
    taken = [
        ("Taken over by", name(handover.accepted_by)),
        ("Signed", handover.accepted_at),
        ("Late duties taken over by name", len(handover.accepted)),
    ]
    asked = [("Asked or added", handover.asked)] if handover.asked else []
    return (*handed, Facts((*taken, *asked)))


def _anchor(when: str, number: int, head: str) -> tuple[tuple[str, str | int], ...]:
    return (
        (f"Register entry {when}", number),
        ("Its link", head),
        ("In words", words_of_hash(head)),
    )
