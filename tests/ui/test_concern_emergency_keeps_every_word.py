"""In an emergency nothing stops the save, and nothing typed is lost for it."""

from uuid import uuid4

from sgtui.domain.entries.choices import StatementType
from sgtui.ui.screens.concern_answers import ConcernAnswers
from tests.ui.desk_fixture import SUNDAY, SmallHome

DANGER = ConcernAnswers(who=str(uuid4()), what=("physical",), safe="unsafe_uncontrolled")


def _text_of(home: SmallHome, **typed: str) -> tuple[str | None, StatementType]:
    with home.desk.store.reading() as unit:
        register = home.desk.register(unit)
    notice = DANGER.model_copy(update=typed).notice(register, SUNDAY)
    return notice.text, notice.statement_type


def test_an_unreadable_time_is_kept_as_typed(home: SmallHome) -> None:
    text, kind = _text_of(home, when="tuesdayish")
    assert text == "When, as typed: tuesdayish"
    assert kind is StatementType.OPINION


def test_a_name_that_is_nobodys_is_kept_after_the_story(home: SmallHome) -> None:
    text, kind = _text_of(home, story="On the floor.", told_typed="the tall one")
    assert text == "On the floor.\nTold, as typed: the tall one"
    assert kind is StatementType.FACT


def test_a_readable_time_is_not_repeated(home: SmallHome) -> None:
    assert _text_of(home, when="-2h")[0] is None
