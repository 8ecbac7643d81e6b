"""Reads drop stale answers; writes go one after the other and are never lost."""

from functools import partial
from threading import Event

import pytest
from textual.app import ComposeResult

from sgtui.ui.background import Answered, Explanations, Failed, Reads, explain
from sgtui.ui.widgets.key_bar import KeyBar
from tests.ui.gallery import FormScreen, gallery, opened

EXPLAINED: Explanations = {TimeoutError: lambda _error: "The record is busy. Try again."}


class Asking(FormScreen):
    """A form that asks and notes what it is answered."""

    def body(self) -> ComposeResult:
        """Nothing to see."""
        self.heard: list[object] = []
        self.reads = Reads(self, EXPLAINED)
        yield from ()

    def on_answered(self, event: Answered) -> None:
        """Note the value."""
        self.heard.append(event.value)

    def on_failed(self, event: Failed) -> None:
        """Note the sentence."""
        self.heard.append(event.sentence)


def refuse() -> object:
    """A job that meets an error people are told of."""
    raise TimeoutError("Ada Vale, Rm 12")


async def test_an_older_answer_to_the_same_question_is_dropped() -> None:
    app = gallery(find=Asking)
    async with opened(app) as pilot:
        await pilot.press("f6")
        screen = app.screen
        assert isinstance(screen, Asking)
        hold = Event()
        first = screen.reads.ask("queue", lambda: (hold.wait(5), "old")[1])
        second = screen.reads.ask("queue", lambda: "new")
        hold.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.heard == ["new"]
        assert screen.reads.is_newest(second)
        assert not screen.reads.is_newest(first)


async def test_an_error_that_is_explained_becomes_a_sentence_without_its_message() -> None:
    app = gallery(find=Asking)
    async with opened(app) as pilot:
        await pilot.press("f6")
        screen = app.screen
        assert isinstance(screen, Asking)
        screen.reads.ask("queue", refuse)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.heard == ["The record is busy. Try again."]


def test_an_error_nobody_explains_stays_an_error() -> None:
    with pytest.raises(KeyError):
        explain(KeyError("x"), EXPLAINED)


async def test_save_is_refused_and_not_offered_while_one_is_under_way() -> None:
    app = gallery(find=Asking)
    async with opened(app) as pilot:
        await pilot.press("f6")
        screen = app.screen
        assert isinstance(screen, Asking)
        hold = Event()
        assert app.writes.save("concern", lambda: (hold.wait(5), 1)[1], screen) is not None
        assert app.writes.save("concern", lambda: 2, screen) is None
        assert "Save" not in {hint.words for hint in screen.query_one(KeyBar).hints}
        await pilot.press("ctrl+s")
        assert screen.saved == 0
        hold.set()
        while app.writes.under_way:
            await pilot.pause()
        assert screen.heard == [1]
        assert "Save" in {hint.words for hint in screen.query_one(KeyBar).hints}


async def test_queued_writes_end_in_their_order_before_the_desk_does() -> None:
    app = gallery(find=Asking)
    written: list[int] = []
    async with opened(app) as pilot:
        await pilot.press("f6")
        screen = app.screen
        for number in range(20):
            app.writes.keep("draft", partial(written.append, number), screen)
    assert written == list(range(20))


async def test_save_is_offered_while_a_draft_is_being_kept() -> None:
    app = gallery(find=Asking)
    async with opened(app) as pilot:
        await pilot.press("f6")
        screen = app.screen
        assert isinstance(screen, Asking)
        hold = Event()
        app.writes.keep("draft", partial(hold.wait, 5), screen)
        await pilot.press("ctrl+s")
        assert screen.saved == 1
        assert app.writes.save("concern", lambda: 1, screen) is not None
        hold.set()
        while app.writes.under_way:
            await pilot.pause()
        assert screen.heard == [True, 1]
