"""The terminal emulator, taught the few sequences of modern programs it does not know."""

from typing import Any

from pyte import ByteStream, Screen

_ALTERNATE_SCREEN = 1049


class EmulatedScreen(Screen):
    """A screen that empties when a program enters or leaves the alternate screen.

    So what stands on it after the program ended is what the program left for all to read.
    """

    _swallowing = False

    def set_mode(self, *modes: int, **settings: Any) -> None:
        """Set terminal modes (DECSET when `private`)."""
        self._empty_for(modes, settings)
        super().set_mode(*modes, **settings)

    def reset_mode(self, *modes: int, **settings: Any) -> None:
        """Reset terminal modes (DECRST when `private`)."""
        self._empty_for(modes, settings)
        super().reset_mode(*modes, **settings)

    def begin_keyboard_pop(self, *_parameters: int) -> None:
        """`CSI < u` gives back the keyboard's mode; its last letter is no text."""
        self._swallowing = True

    def draw(self, data: str) -> None:
        """Draw text at the cursor."""
        shown = data[1:] if self._swallowing else data
        self._swallowing = False
        super().draw(shown)

    def _empty_for(self, modes: tuple[int, ...], settings: dict[str, Any]) -> None:
        if settings.get("private") and _ALTERNATE_SCREEN in modes:
            self.erase_in_display(2)
            self.cursor_position()


class EmulatedStream(ByteStream):
    """A stream of bytes that knows the keyboard protocol's way out."""

    csi = {**ByteStream.csi, "<": "begin_keyboard_pop"}
