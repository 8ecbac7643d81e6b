"""Sentences the whole desk shares, so that one thing is always said in one way."""

PRODUCT = "sgtui"
TAGLINE = "A safeguarding desk for care homes"
OPENING = "Opening the record ..."
EMERGENCY = "Someone in danger now? Ring 999 first."

SAVING = "Saving ..."
SAVE_UNDER_WAY = "Still saving. Wait for the word Saved before you save again."
NOTHING_TO_SAVE = "Nothing to save on this screen."
NOTHING_NEXT = "No next step on this screen."
NO_BODY_MAP = "No body map on this screen."
NOTHING_FOUND = "Nothing matches. Try fewer letters."
CANNOT_LOCK = "There is nobody to lock out yet: no one is signed in."
NOBODY_FOUND = "Not in the register. F9 adds them: name and room."
NOT_IN_REGISTER = (
    "Not in the register. Press F9 to add them: name and room are enough. Or choose from the list."
)
CHOOSE_FROM_LIST = "Choose one from the list."
LEAVE_BY = "Press Ctrl+Q to leave."

LEAVE_QUESTION = "Leave sgtui?"
LEAVE_CONSEQUENCE = "What you typed is kept as a draft. Everything recorded stays recorded."
LEAVE_WHILE_SAVING = "A save is under way. It is finished before sgtui ends."
CONFIRM_KEYS = "F9 Confirm   Esc Back, nothing changes"
LEAVE_KEYS = "F9 Leave   Esc Stay"
REASON_LABEL = "Reason"
REASON_WANTED = "Type the reason first. It goes into the record."

MENU_SEARCH = "What do you want to do?"
MENU_KEYS = "Enter Do it   Up and Down Choose   Esc Back"
HELP_FIELD = "This field"
HELP_HERE = "What you can do here"
HELP_MOVING = (
    "Tab and Enter go to the next field, Shift+Tab to the one before.\n"
    "? opens this help too, where no text is typed."
)
HELP_KEYS = "Up and Down Scroll   Esc Back"

DEMO_BANNER = "DEMO: everyone here is invented. Nothing you do is a real record."
LIVE = "live"

READING = "Reading the record ..."
QUEUE_EMPTY = "Nothing is owed. F2 starts a new concern."
QUEUE_FILTERED = "Nothing under this filter. 1 shows all."
LIVE_AGAIN = "Live again."

SIGN_IN_FIRST = "Choose your name and type your passphrase."
SIGN_IN_DEMO = "Nobody is real here: choose a name and press Enter."
NAME_WANTED = "Type the first letters of your name, then choose it."
CHECKING = "Checking ..."
LOCKED = "This desk is locked. What was typed is kept."
UNLOCK_KEYS = "Type your passphrase and press Enter."
UNLOCK_DEMO = "In the demo Enter alone unlocks."
UNLOCK_OTHER = "Not you? Go up to the name and choose your own."
EMERGENCY_NUMBERS = "999 emergency   101 police   111 health   no sign-in needed"

SET_UP_FIRST = (
    "Nothing is recorded here yet. This makes a new, encrypted record.\n"
    "Enter goes on, Ctrl+S makes the record. Desks can be changed later."
)
SETTING_UP = "Making the record ..."
SET_UP_GAPS = "Then see the other lines marked with !"
PASSPHRASES_DIFFER = "Not the same as above. Type both again."
PASSPHRASE_HINT = "12 letters or more; four words are easy to keep"
RECOVERY_FIRST = (
    "These words open the record when every passphrase is lost.\n"
    "They are shown only now. Write them on paper, in this order, and keep it\n"
    "in the safe; never on a computer."
)
RECOVERY_KEYS = "Press Ctrl+S when they are on paper."
RECOVERY_ASKED = "Now type these words from your paper. Esc shows all of them once more."
RECOVERY_WRONG = "Not the word on that line. Esc shows all of them once more."

FIND_EMPTY = "No case fits. Try the last four of the reference, a room or part of a name."

STATUS_WORDS = {"saved": "Saved", "problem": "Problem", "info": ""}
"""The word before a status message: colour only repeats it."""


def too_small(width: int, height: int) -> str:
    """What the size notice says for a window of `width` columns and `height` lines."""
    return (
        f"This window is too small: {width} x {height}. Make it at least 60 x 18, "
        "best 80 x 24. What you typed is kept."
    )


def stopped(reference: str) -> str:
    """The one sentence shown after a crash."""
    return f"sgtui stopped. What you typed is kept as a draft. Reference {reference}."


def room_left(count: int) -> str:
    """How much more may be typed into a story."""
    return "Full: no more letters fit." if count <= 0 else f"{count} letters left"
