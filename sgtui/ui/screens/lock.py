"""The locked desk: nothing of a case can be read, and everything is where it was behind it."""

from collections.abc import Sequence

from sgtui.services.ports import SlotPerson
from sgtui.ui import words
from sgtui.ui.screens.sign_in import SignInScreen
from sgtui.ui.session import Session


class LockScreen(SignInScreen):
    """Lies over the whole desk. The person signed in unlocks it; another signs in instead."""

    AUTO_FOCUS = "#passphrase"
    heading = "Locked"
    purpose = "This desk is locked. Type your passphrase and press Enter to carry on."

    def __init__(self, session: Session) -> None:
        super().__init__(session, name="lock")

    def invitation(self) -> str:
        """How to unlock, and how somebody else signs in."""
        how = words.UNLOCK_DEMO if self.session.demo else words.UNLOCK_KEYS
        return f"{words.LOCKED}\n{how}\n{words.UNLOCK_OTHER}"

    def offer(self, people: Sequence[SlotPerson]) -> None:
        """Show who can sign in, with the person signed in chosen."""
        super().offer(people)
        self._who.value = str(self.session.signed_in.author.staff_id)
        self.set_focus(self._passphrase)
