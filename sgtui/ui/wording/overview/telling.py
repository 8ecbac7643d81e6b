"""Who else is in a case, and who has been told, must still be told, or need not be."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.case_file import Said
from sgtui.domain.clock import Clock
from sgtui.domain.entries import NotificationDecided, PersonInvolved, StaffSupported
from sgtui.domain.entries.choices import NotificationKind, YesNo
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.ladder import Duty
from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.wording.overview.item import (
    Item,
    act,
    of_clocks,
    offered,
    once,
    owed,
    quiet,
    said_at,
    stands,
)

_AS = {
    Involvement.ALLEGED: Piece("!  ALLEGED", "due"),
    Involvement.CONFLICTED: Piece("!  CONFLICT", "due"),
    Involvement.WITNESS: Piece("   witness"),
    Involvement.REPORTER: Piece("   raised it"),
    Involvement.REPRESENTATIVE: Piece("   family"),
}
_BARRED = "Owns, decides and sees nothing of this case"


def who_else_items(view: CaseView) -> Iterator[Item]:
    """Whom the concern names, then everybody involved since."""
    opening = view.case.opening
    said, register = opening.what, view.register
    names = [
        said.alleged or "",
        register.staff_name(said.alleged_staff) if said.alleged_staff else "",
        register.person_name(said.alleged_person) if said.alleged_person else "",
    ]
    if any(names):
        named = ", ".join(dict.fromkeys(name for name in names if name))
        yield _person(view, "alleged", named, Involvement.ALLEGED, said.alleged_staff,
                      opening.entry.id, "")  # fmt: skip
    told = {said.alleged_staff} - {None}
    for one in view.case.of(PersonInvolved):
        what = one.what
        if what.involvement is Involvement.ALLEGED and what.staff in told:
            continue
        lives = "lives here" if what.person else ""
        words = ", ".join(part for part in (what.relation or "", lives) if part)
        yield _person(view, str(one.entry.id), what.name, what.involvement, what.staff,
                      one.entry.id, words)  # fmt: skip


def _person(
    view: CaseView, key: str, name: str, involved: Involvement, staff: UUID | None,
    entry: UUID, words: str,
) -> Item:  # fmt: skip
    notes = [quiet(words)] if words else []
    title = f"{name}, works here" if staff else name
    steps: tuple[Step, ...] = ()
    if staff is not None and involved.barred:
        notes.append(Piece(_BARRED))
    if staff is not None:
        notes += _support(view, staff)
        steps = offered(view, staff, *act(view, "staff_supported", supported=staff))
    return Item(f"who.{key}", title, _AS[involved], tuple(notes), entry, steps)


def _support(view: CaseView, staff: UUID) -> Iterator[Piece]:
    for clock in view.running:
        if clock.duty is Duty.STAFF_SUPPORT and clock.matter == staff.hex:
            yield owed(view, clock)
    for said in view.case.of(StaffSupported):
        if said.what.supported == staff:
            yield quiet(f"Supported since {said_at(view, said.at)}: {said.what.support}")


def told_items(view: CaseView) -> Iterator[Item]:
    """Everybody whom this case brought a duty to tell, the most urgent first."""
    decided = {said.what.notification: said for said in view.case.of(NotificationDecided)}
    clocks = (clock for clock in view.clocks if clock.duty is Duty.NOTIFICATION)
    found = {NotificationKind.of(clock.matter): clock for clock in clocks}
    kinds = [kind for kind in NotificationKind if kind in found or kind in decided]
    order = {clock.key: n for n, clock in enumerate(view.running)}
    last = len(order)
    kinds.sort(key=lambda kind: order.get(found[kind].key, last) if kind in found else last)
    for kind in kinds:
        yield _told(view, kind, decided.get(kind), found.get(kind))


def _told(
    view: CaseView, kind: NotificationKind, said: Said[NotificationDecided] | None,
    clock: Clock | None,
) -> Item:  # fmt: skip
    open_now = [clock] if clock is not None and clock in view.running else []
    notes = [owed(view, one) for one in open_now]
    state = Piece("   told", "calm")
    if said is not None:
        state, note = _decided(view, said)
        notes.append(note)
    elif clock is not None and clock.met_at is not None:
        notes.append(quiet(f"Told by a referral, {said_at(view, clock.met_at)}"))
    label = "Told, or not required"
    more = act(view, "notification_decided", label, notification=kind)
    steps = once((*of_clocks(view, open_now), *more))
    return Item(
        key=f"told.{kind}",
        title=kind.label,
        state=stands(view, open_now, state),
        notes=tuple(notes),
        entry=said.entry.id if said else None,
        steps=steps,
    )


def _decided(view: CaseView, said: Said[NotificationDecided]) -> tuple[Piece, Piece]:
    """How it stands by the newest decision, and the decision itself."""
    what = said.what
    if what.required is YesNo.NO:
        words = f"Not required, {said_at(view, said.at)}: {what.reason}"
        return Piece("   not needed", "quiet"), quiet(words)
    if what.sent_at is None:
        return Piece("!  owed", "due"), quiet(f"Must be told: {what.reason}")
    named = "".join(f", {part}" for part in (what.told, what.agency_reference) if part)
    words = f"Told {said_at(view, what.sent_at)}{named}. {what.what or what.reason}"
    return Piece("   told", "calm"), quiet(words)
