"""Watching the record tells of each change once, and of a record that does not answer."""

from textual.message import Message
from textual.message_pump import MessagePump

from sgtui.services.failures import StoreFailure, StoreUnreachable
from sgtui.ui.live import Lost, Moved, Watch


class Asker(MessagePump):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Message] = []

    def post_message(self, message: Message) -> bool:
        """Keep it."""
        self.told.append(message)
        return True


class Record:
    """A record whose number is set by hand, or that does not answer."""

    number: int | None = 7

    def change_number(self) -> int:
        """The number."""
        if self.number is None:
            raise StoreUnreachable("home.sgtui is not there.")
        return self.number


def watched() -> tuple[Record, Asker, Watch]:
    """A record, whom it tells, and the watch between them."""
    record, asker = Record(), Asker()
    return record, asker, Watch(record.change_number, {StoreFailure: str}, asker)


def test_the_first_look_counts_and_the_next_is_silent() -> None:
    _, asker, watch = watched()
    watch.look()
    watch.look()
    assert [type(message) for message in asker.told] == [Moved]


def test_a_change_is_told_once() -> None:
    record, asker, watch = watched()
    watch.look()
    record.number = 8
    watch.look()
    watch.look()
    assert [type(message) for message in asker.told] == [Moved, Moved]


def test_a_record_that_does_not_answer_is_told_once_and_again_when_it_does() -> None:
    record, asker, watch = watched()
    watch.look()
    record.number = None
    watch.look()
    watch.look()
    record.number = 7
    watch.look()
    assert [type(message) for message in asker.told] == [Moved, Lost, Moved]
    lost = asker.told[1]
    assert isinstance(lost, Lost)
    assert lost.sentence == "home.sgtui is not there."


def test_after_the_end_nothing_is_asked_any_more() -> None:
    record, _, watch = watched()
    watch.start()
    watch.stop()
    record.number = None
    assert not watch._thread.is_alive()
