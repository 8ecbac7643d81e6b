"""Keys act in the order they were pressed, each where the one before it led.

Textual hands a key to the focused widget and takes the next before that widget has acted. Over a
slow line keys come in bursts, and `Tab` `1` would choose in the field being left. So each key is
followed by a mark that travels the same way, from the field up to the app, and the next key is
given out when the mark has arrived. Nothing waits meanwhile but the keys.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.screen import Screen

_LONGEST = 0.5
"""Seconds a key may hold back the next, should its field have gone with the mark."""

_TRIPS = 2
"""The first follows the key itself, the second what the key's action has posted."""


_MOVES = ("tab", "shift+tab", "enter", "up", "down")
"""Keys that lead from field to field by where the fields stand on the screen."""


class KeyOrder:
    """The keys and pastes that came, and which of them is being acted on."""

    def __init__(self, app: App[Any], give: Callable[[Event], Awaitable[None]]) -> None:
        """`give`: what Textual does with a key."""
        self._app = app
        self._give = give
        self._waiting: deque[Event] = deque()
        self._turn = 0
        self._acting = False
        self._late: asyncio.TimerHandle | None = None

    async def take(self, event: Event) -> None:
        """Give `event` out now, or after those before it."""
        self._waiting.append(event)
        if not self._acting:
            await self._give_next()

    async def _give_next(self) -> None:
        self._acting = bool(self._waiting)
        if not self._acting:
            return
        self._turn += 1
        turn, screen = self._turn, self._app.screen
        field = self._app.focused or screen
        loop = asyncio.get_running_loop()
        self._late = loop.call_later(_LONGEST, self._app.call_later, self._end, turn)
        await self._give(self._waiting.popleft())
        self._travel(field, turn, [field] * (_TRIPS - 1), screen)

    def _travel(
        self, node: DOMNode | None, turn: int, trips: list[DOMNode], screen: Screen[Any]
    ) -> None:
        """Pass the mark on from `node`, behind every message it has now."""
        if node is None or not node.is_running or node._closing:
            node = self._app  # a closing dialog takes no more messages: the mark would be lost
        if isinstance(node, App):
            node.call_later(self._arrived, turn, trips, screen)
        else:
            node.call_later(self._travel, node.parent, turn, trips, screen)

    async def _arrived(self, turn: int, trips: list[DOMNode], screen: Screen[Any]) -> None:
        if trips:
            self._travel(trips[0], turn, trips[1:], screen)
        elif self._app.screen_stack and (self._app.screen is not screen or self._moves_next()):
            self._app.screen.call_after_refresh(self._end, turn)
        else:
            await self._end(turn)

    def _moves_next(self) -> bool:
        """Whether the next key goes to another field: one just shown has its place only then."""
        following = self._waiting[0] if self._waiting else None
        return isinstance(following, Key) and following.key in _MOVES

    async def _end(self, turn: int) -> None:
        """The key of this turn has acted: on to the next."""
        if turn != self._turn or not self._acting:
            return
        if self._late is not None:
            self._late.cancel()
        if self._app.screen_stack:
            await self._give_next()
