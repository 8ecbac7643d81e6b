"""Who sits at the desk: signing in, locking, and handing over to somebody else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sgtui.domain.ladder_faults import LadderRefused
from sgtui.services.audit_entries import NoSuchAudit
from sgtui.services.desk import Desk, NobodySignedIn
from sgtui.services.failures import EntryClash, StoreFailure
from sgtui.services.ladders import NoSuchLadder
from sgtui.services.record import NoSuchCase, NotYet
from sgtui.services.reports import Press
from sgtui.services.sign_in import Door, UnknownName
from sgtui.ui.background import Explanations
from sgtui.ui.loaded import Loaded, MakeScreen
from sgtui.ui.paperwork import News, Paperwork
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.title_line import TitleFacts

if TYPE_CHECKING:
    from sgtui.ui.app import SgtuiApp


class Session:
    """One run of the desk over one record. Lives on the loop; its screens do the waiting."""

    def __init__(
        self,
        app: "SgtuiApp",
        door: Door | None,
        *,
        demo: bool = False,
        idle_seconds: float = 0.0,
        bell: bool = False,
        press: Press | None = None,
        reports_folder: Path | None = None,
    ) -> None:
        """`door` is the way into the record; None until a home has been set up.

        `idle_seconds` without a key lock the desk, 0 never; `bell` rings when a duty becomes late.
        `press` makes documents, into `reports_folder`; without both none are offered.
        """
        self._app = app
        self.door = door
        self.desk: Desk | None = None
        """The desk of whoever is signed in."""
        self.demo = demo
        self.locked = False
        """Whether the lock covers everything."""
        self.waiting: dict[str, dict[str, str | list[str]]] = {}
        """What was typed into the register and not saved, while the same person is signed in."""
        self._idle_seconds = idle_seconds
        self._bell = bell
        self.paperwork: Paperwork | None = None
        """What reads and prints documents, where they can be made."""
        if press is not None and reports_folder is not None:
            self.paperwork = Paperwork(app, press, reports_folder, EXPLANATIONS, demo=demo)
            self.paperwork.tell = self._tell
        self._news: News | None = None

    @property
    def signed_in(self) -> Desk:
        """The desk of whoever is signed in. Raises NobodySignedIn."""
        if self.desk is None:
            raise NobodySignedIn("Nobody is signed in.")
        return self.desk

    def enter(self, desk: Desk) -> None:
        """Somebody has signed in: back to where they were, or to the queue for somebody else."""
        same = self.desk is not None and self.desk.author.staff_id == desk.author.staff_id
        self.desk, self.locked = desk, False
        if not same:
            self.waiting.clear()
            self._news = None
            if self.paperwork is not None:
                self.paperwork.stop(silently=True)
        self._app.show_title(self.facts())
        if same and self._uncover():
            if self._news is not None:
                self._tell(self._news)
            return
        while len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        self._app.open_screen("queue")

    def lock(self) -> None:
        """Cover everything until a passphrase is given; nothing of a case can be read."""
        from sgtui.ui.screens.lock import LockScreen

        if self.desk is None or self.locked:
            return
        self.locked = True
        self._app.push_screen(LockScreen(self))

    def _uncover(self) -> bool:
        """Take the lock away with whatever was opened over it; False where there is none."""
        from sgtui.ui.screens.lock import LockScreen

        stack = self._app.screen_stack
        places = [place for place, screen in enumerate(stack) if isinstance(screen, LockScreen)]
        for _ in stack[places[0] :] if places else ():
            self._app.pop_screen()
        return bool(places)

    def _tell(self, news: News) -> None:
        """Say how a print has ended on the screen in front; behind a lock, once it is open."""
        self._news = news if self.locked else None
        screens = [one for one in self._app.screen_stack if isinstance(one, DeskScreen)]
        if screens and not self.locked:
            screens[-1].say(news.sentence, news.kind)
            screens[-1].show_keys()

    def close(self) -> None:
        """Let go of the record, after the last write and the last document."""
        if self.paperwork is not None:
            self.paperwork.finish()
        if self.door is not None:
            self.door.close()
        elif self.desk is not None:
            self.desk.store.close()

    def facts(self) -> TitleFacts:
        """Home and person for the title line; nothing of a case."""
        if self.desk is None:
            return TitleFacts(demo=self.demo)
        register = self.desk.known.register
        member = register.staff.get(self.desk.author.staff_id)
        person = f"{_short(member.name)}, {member.role_words.lower()}" if member else ""
        return replace(self._app.facts, service=register.service, person=person, demo=self.demo)

    def loaded(self, first: MakeScreen) -> Loaded:
        """What the app needs to know of an opened record."""
        return Loaded(
            first=first,
            screens=_WhileSignedIn(self, self._screens()),
            explanations=EXPLANATIONS,
            facts=self.facts(),
            lock=self.lock,
            idle_seconds=self._idle_seconds,
            close=self.close,
        )

    def _screens(self) -> Mapping[str, MakeScreen]:
        from sgtui.ui.screens.adopt_ladder import AdoptLadderScreen
        from sgtui.ui.screens.body_map.compare import BodyCompareScreen
        from sgtui.ui.screens.body_map.maps import BodyMapsScreen
        from sgtui.ui.screens.body_map.record import BodyMapScreen
        from sgtui.ui.screens.case import CaseScreen
        from sgtui.ui.screens.concern import ConcernScreen
        from sgtui.ui.screens.entry import EntryScreen
        from sgtui.ui.screens.find import FindScreen
        from sgtui.ui.screens.handover import HandoverScreen
        from sgtui.ui.screens.ladder import LadderScreen
        from sgtui.ui.screens.learning import LearningScreen
        from sgtui.ui.screens.next_step import NextStepScreen
        from sgtui.ui.screens.overview import OverviewScreen
        from sgtui.ui.screens.passphrase import ChangePassphraseScreen
        from sgtui.ui.screens.queue import QueueScreen
        from sgtui.ui.screens.register import RegisterScreen
        from sgtui.ui.screens.round import RoundScreen
        from sgtui.ui.screens.together import TogetherScreen

        made: Mapping[str, Callable[..., object]] = {
            "queue": partial(QueueScreen, bell=self._bell),
            "concern": ConcernScreen,
            "case": CaseScreen,
            "body_map": BodyMapScreen,
            "body_maps": BodyMapsScreen,
            "body_compare": BodyCompareScreen,
            "ladder": LadderScreen,
            "adopt_ladder": AdoptLadderScreen,
            "next_step": NextStepScreen,
            "overview": OverviewScreen,
            "together": TogetherScreen,
            "entry": EntryScreen,
            "find": FindScreen,
            "handover": partial(HandoverScreen, paperwork=self.paperwork),
            "round": RoundScreen,
            "learning": partial(LearningScreen, session=self),
            "register": partial(RegisterScreen, session=self),
        }
        made = {**made, **_audit_screens()}
        if self.paperwork is not None:
            made = {**made, **self._paper_screens(self.paperwork)}
        if not self.demo:
            made = {**made, "passphrase": partial(ChangePassphraseScreen, session=self)}
        return {name: self._on_this_desk(screen) for name, screen in made.items()}

    def _paper_screens(self, paperwork: Paperwork) -> Mapping[str, Callable[..., object]]:
        from sgtui.ui.screens.report import ReportScreen
        from sgtui.ui.screens.reports import ReportsScreen

        return {
            "reports": partial(ReportsScreen, paperwork=paperwork),
            "report": partial(ReportScreen, paperwork=paperwork),
        }

    def _on_this_desk(self, screen: Callable[..., object]) -> MakeScreen:
        def make(*given: object) -> object:
            return screen(self.signed_in, *given)

        return make  # type: ignore[return-value]


def _audit_screens() -> Mapping[str, Callable[..., object]]:
    from sgtui.ui.screens.audit.audits import AuditsScreen
    from sgtui.ui.screens.audit.checklist import ChecklistScreen
    from sgtui.ui.screens.audit.file import AuditFileScreen
    from sgtui.ui.screens.audit.files import AuditFilesScreen
    from sgtui.ui.screens.audit.new_audit import NewAuditScreen

    return {
        "audit": AuditsScreen,
        "audit_new": NewAuditScreen,
        "audit_files": AuditFilesScreen,
        "audit_file": AuditFileScreen,
        "checklist": ChecklistScreen,
    }


class _WhileSignedIn(Mapping[str, MakeScreen]):
    """The screens that can be opened: none while nobody is signed in or the desk is locked."""

    def __init__(self, session: Session, screens: Mapping[str, MakeScreen]) -> None:
        self._session = session
        self._screens = screens

    def _now(self) -> Mapping[str, MakeScreen]:
        may = self._session.desk is not None and not self._session.locked
        return self._screens if may else {}

    def __getitem__(self, name: str) -> MakeScreen:
        return self._now()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._now())

    def __len__(self) -> int:
        return len(self._now())


def _short(name: str) -> str:
    """ "J Okafor": enough to know who sits there."""
    first, _, rest = name.partition(" ")
    return f"{first[:1]} {rest}" if rest else name


_THEIR_OWN = (
    NotYet, NobodySignedIn, NoSuchAudit, NoSuchCase, NoSuchLadder, StoreFailure, LadderRefused,
    UnknownName,
)  # fmt: skip

EXPLANATIONS: Explanations = dict.fromkeys(_THEIR_OWN, str) | {
    EntryClash: lambda clash: f"{clash} Read what is new, then save again."
}
"""Every error that a job may meet, and the sentence for it: their own."""
