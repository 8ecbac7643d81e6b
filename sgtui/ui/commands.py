"""What a person can do, declared once.

From one `Command` come its binding (with an id the keymap can override), its hint on the key bar,
its line in the menu and its line in the help. Availability is asked in one place, the screen's
`check_action`, and all four obey it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Scope = Literal["everywhere", "fields", "lists"]
"""Where the key acts: `everywhere` even while typing and before the field sees it, `fields` unless
the focused field uses the key itself, `lists` only where no text is typed (single letters)."""

_KEY_NAMES = {
    "escape": "Esc",
    "question_mark": "?",
    "slash": "/",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "delete": "Del",
}


@dataclass(frozen=True)
class Command:
    """One thing a person can do, with every word shown about it."""

    id: str
    """Stable name, used by the keymap: `desk.help`, `queue.mine`."""
    key: str
    """Textual key names, comma between alternatives; the first is shown. Empty: menu only."""
    hint: str
    """One to three words for the key bar. Empty: not on the key bar."""
    title: str
    """The line in the menu."""
    help: str
    """One plain sentence for the help screen."""
    action: str
    """Textual action run on the screen, such as `open('queue')`."""
    scope: Scope = "everywhere"
    words: tuple[str, ...] = ()
    """Words of the trade that find the command in the menu."""
    screen: str = ""
    """Name of the registered screen it needs; offered only when there is one."""

    def finds(self, typed: str) -> bool:
        """Whether every typed word begins, or is inside, a word of this command."""
        searched = " ".join((self.title, self.hint, *self.words)).casefold()
        return all(word in searched for word in typed.casefold().split())


def key_name(keys: str) -> str:
    """How a key is written for people: `ctrl+s` is Ctrl+S, `f1` is F1, `m` is M."""
    first = keys.split(",")[0].strip()
    parts = first.split("+")
    return "+".join(_KEY_NAMES.get(part, part.capitalize()) for part in parts if part)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The Textual bindings of the commands that have a key."""
    return [
        Binding(
            _either_case(command.key),
            command.action,
            command.title,
            show=False,
            priority=command.scope == "everywhere",
            id=command.id,
        )
        for command in commands
        if command.key
    ]


def _either_case(keys: str) -> str:
    """A letter acts with Caps Lock on as well."""
    each = [key.strip() for key in keys.split(",")]
    return ",".join([*each, *(key.upper() for key in each if len(key) == 1 and key.islower())])


def keys_of(command: Command, keymap: Mapping[str, str]) -> str:
    """The keys in force for a command: the person's own, else the declared ones."""
    return keymap.get(command.id, command.key)


def clashes(commands: Iterable[Command], keymap: Mapping[str, str]) -> list[str]:
    """Plain sentences for each key that two commands want, and each id nobody declared."""
    taken: dict[str, Command] = {}
    complaints: list[str] = []
    ids = set()
    for command in commands:
        ids.add(command.id)
        for key in filter(None, (k.strip() for k in keys_of(command, keymap).split(","))):
            other = taken.setdefault(key, command)
            if other.id != command.id:
                complaints.append(f"{key_name(key)} is for both {other.title} and {command.title}.")
    complaints += [f"No command is called {unknown}." for unknown in keymap if unknown not in ids]
    return complaints


HELP = Command(
    "desk.help", "f1", "Help", "Help: the keys of this screen",
    "Shows what this screen is for, its keys, and help for the field you are in.",
    "help", words=("keys", "how"),
)  # fmt: skip
HELP_MARK = Command(
    "desk.help-mark", "question_mark", "", "Help (?)",
    "The same help, where no text is typed.", "help", "lists",
)  # fmt: skip
MENU = Command(
    "desk.menu", "ctrl+p", "Menu", "Menu: everything you can do here",
    "Lists everything you can do here, with its key. Type to search.",
    "menu", words=("palette", "commands", "search"),
)  # fmt: skip
BACK = Command(
    "desk.back", "escape", "", "Back",
    "Goes back one screen. What you typed is kept.", "back", "fields",
    words=("return", "close"),
)  # fmt: skip

GLOBAL: tuple[Command, ...] = (
    HELP,
    HELP_MARK,
    Command(
        "desk.concern", "f2", "New concern", "New concern",
        "Starts a new concern about a person.", "open('concern')",
        words=("log", "report", "fall", "bruise", "abuse", "disclosure"), screen="concern",
    ),
    Command(
        "desk.queue", "f3", "Queue", "Queue: what is owed, most urgent first",
        "Shows every open duty, who owes it and how late it is.", "open('queue')",
        words=("home", "late", "overdue", "list"), screen="queue",
    ),
    Command(
        "desk.next", "f4", "Next step", "Next step: what the ladder says to do now",
        "Opens what the ladder says to do now for this case.", "next_step",
        words=("escalate", "ring", "council", "refer", "chase"),
    ),
    Command(
        "desk.body_map", "f5", "Body map", "Body map: mark what is seen on the body",
        "Opens the body map: where, what, how large, what colour.", "body_map",
        words=("injury", "mark", "bruise", "draw", "skin"),
    ),
    Command(
        "desk.find", "f6", "Find", "Find a case, a person or a word",
        "Searches cases, people and everything written.", "open('find')",
        words=("search", "look"), screen="find",
    ),
    Command(
        "desk.register", "", "", "Register: people, staff, desks, ladders, on call",
        "Adds or changes residents, staff, desks to ring, bank holidays, ladders and the rota.",
        "open('register')",
        words=("resident", "add", "phone", "holiday", "respite", "ladder", "adopt", "rota"),
        screen="register",
    ),
    Command(
        "desk.round", "", "", "Manager's round: what waits for you to look at it",
        "Decisions to countersign, weekly looks, closures, what to look back on and to verify.",
        "open('round')",
        words=("countersign", "oversight", "weekly", "verify", "approve", "closure", "review"),
        screen="round",
    ),
    Command(
        "desk.learning", "", "", "Learning: training and changes that follow from reviews",
        "Lists what the home does so that it goes better: who, by when, done, verified.",
        "open('learning')",
        words=("training", "supervision", "policy", "lessons", "learnt", "audit"),
        screen="learning",
    ),
    Command(
        "desk.reports", "", "", "Reports: print, audit, hand on",
        "Makes inspection packs, chronologies, letters and audits; read here or printed.",
        "open('reports')",
        words=("print", "pdf", "pack", "chronology", "csv", "export", "inspection", "cqc"),
        screen="reports",
    ),
    Command(
        "desk.audit", "", "", "Audits: look through files by the checklist",
        "Lists every audit of files with its trend; begins a new one.", "open('audit')",
        words=("checklist", "complete", "finding", "quality"), screen="audit",
    ),
    Command(
        "desk.passphrase", "", "", "Change my passphrase",
        "Gives you another passphrase, after the one you have.", "open('passphrase')",
        words=("password", "forgotten"), screen="passphrase",
    ),
    Command(
        "desk.handover", "f7", "Handover", "Handover to the next shift",
        "Shows what the next shift must know and do.", "open('handover')",
        words=("shift", "sheet"), screen="handover",
    ),
    Command(
        "desk.save", "ctrl+s", "Save", "Save", "Saves what is on this screen.", "save",
        words=("record", "keep"),
    ),
    Command(
        "desk.lock", "ctrl+l", "Lock", "Lock the screen",
        "Hides everything until you sign in again. What you typed is kept.", "lock",
        words=("privacy", "away"),
    ),
    BACK,
    MENU,
    Command(
        "desk.leave", "ctrl+q", "", "Leave sgtui",
        "Ends the program after asking. What you typed is kept as a draft.", "leave",
        words=("quit", "exit", "stop"),
    ),
)  # fmt: skip
"""The commands every screen offers when it can."""
