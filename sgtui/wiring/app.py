"""The desk on the screen: opened after its first frame, on a record or on a first run."""

from pathlib import Path
from typing import TYPE_CHECKING

from sgtui.wiring.addresses import own_url
from sgtui.wiring.proofs import press
from sgtui.wiring.records import NewHome, is_demo, open_door, set_up_home, system_now

if TYPE_CHECKING:
    from sgtui.services.first_run import FirstRun
    from sgtui.settings import Settings
    from sgtui.ui.app import SgtuiApp
    from sgtui.ui.crash import CrashLog
    from sgtui.ui.loaded import Loaded, NotLoaded
    from sgtui.ui.session import Session


def open_app(url: str, settings: "Settings | None" = None, as_name: str = "") -> "SgtuiApp":
    """The desk on the screen. The record is opened after the first frame, on a thread.

    Without an address it is this person's own record.
    """
    from sgtui.ui.app import SgtuiApp
    from sgtui.ui.loaded import Loaded, NotLoaded
    from sgtui.ui.theme import DARK

    def load() -> Loaded | NotLoaded:
        return _load(app, url or own_url(), as_name, settings)

    app = SgtuiApp(
        load,
        theme=settings.theme if settings else DARK,
        keymap=settings.keymap if settings else None,
        log=crash_log(),
        ascii_only=settings is not None and settings.ascii,
    )
    return app


def crash_log() -> "CrashLog":
    """Where a fault of the program leaves its reference; no personal data goes in."""
    from platformdirs import user_log_dir

    from sgtui.ui.crash import CrashLog

    return CrashLog(Path(user_log_dir("sgtui", appauthor=False)) / "faults.log", system_now())


def _load(
    app: "SgtuiApp", url: str, as_name: str, settings: "Settings | None"
) -> "Loaded | NotLoaded":
    from sgtui.services.desk import NobodySignedIn
    from sgtui.services.failures import StoreFailure, StoreTooNew
    from sgtui.services.sign_in import UnknownName
    from sgtui.ui.loaded import NotLoaded

    try:
        return _opened(app, url, as_name, settings)
    except StoreTooNew as fault:
        return NotLoaded(str(fault), 4)
    except StoreFailure as fault:
        return NotLoaded(str(fault), 3)
    except (NobodySignedIn, UnknownName) as fault:
        return NotLoaded(str(fault), 2)


def _opened(app: "SgtuiApp", url: str, as_name: str, settings: "Settings | None") -> "Loaded":
    from sgtui.settings import Settings, reports_folder
    from sgtui.ui.session import Session

    wanted = settings or Settings()
    new = _is_first_run(url)
    session = Session(
        app,
        None if new else open_door(url),
        demo=not new and is_demo(url),
        idle_seconds=wanted.idle_lock_minutes * 60.0,
        bell=wanted.bell,
        press=press(),
        reports_folder=reports_folder(wanted),
    )
    door = session.door
    if door is None:
        return _first_run(session, url)
    person = door.named(as_name).staff_id if as_name else None
    if session.demo:
        session.desk = door.sign_in_to_demo(person)
        return session.loaded(lambda: app.screens["queue"]())
    from sgtui.ui.screens.sign_in import SignInScreen

    return session.loaded(lambda: SignInScreen(session, person=person))


def _is_first_run(url: str) -> bool:
    """Never made, also when a making was cut short; a database that is lost is not new."""
    from sgtui.storage.store import was_never_made
    from sgtui.storage.url import database_path

    return was_never_made(database_path(url))


def _first_run(session: "Session", url: str) -> "Loaded":
    from sgtui.ui.screens.set_up import SetUpScreen

    def make(said: "FirstRun", passphrase: str) -> NewHome:
        home = set_up_home(url, said, passphrase)
        session.door = home.door
        return home

    return session.loaded(lambda: SetUpScreen(session, make))
