"""In an emergency nothing stops the save, and nothing typed is lost for it."""

from uuid import uuid4

from sgtui.domain.entries.choices import StatementType
from sgtui.services.concern import ConcernNotice
from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.screens.concern_answers import ConcernAnswers
from tests.ui.desk_fixture import SAM, SUNDAY, SmallHome

DANGER = ConcernAnswers(who=str(uuid4()), what=("physical",), safe="unsafe_uncontrolled")


def _notice(home: SmallHome, **typed: str | MapAnswers) -> ConcernNotice:
    with home.desk.store.reading() as unit:
        register = home.desk.register(unit)
    return DANGER.model_copy(update=typed).notice(register, SUNDAY, SAM)


def _text_of(home: SmallHome, **typed: str) -> tuple[str | None, StatementType]:
    notice = _notice(home, **typed)
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


def test_a_mark_goes_in_without_a_size_that_cannot_be_read_and_the_size_as_typed(
    home: SmallHome,
) -> None:
    half_typed = MarkAnswers(region="F17L", kind="bruise", size="3x", colours=("purple",))
    drawn = MapAnswers(marks=(half_typed,), looked="tuesdayish")
    notice = _notice(home, body_map=drawn)
    assert notice.text is not None
    assert "Mark 1, size, as typed: 3x" in notice.text
    assert "Body map, looked at, as typed: tuesdayish" in notice.text
    assert notice.body_map is not None
    assert notice.body_map.examined_at == SUNDAY
    (mark,) = notice.body_map.marks
    assert (mark.region, mark.length_mm, mark.colours) == ("F17L", None, ("purple",))


def test_without_danger_a_map_that_cannot_be_read_keeps_the_concern_from_being_saved(
    home: SmallHome,
) -> None:
    half_typed = MapAnswers(marks=(MarkAnswers(region="F17L", kind="bruise", size="3x"),))
    safe = DANGER.model_copy(update={"safe": "safe", "body_map": half_typed})
    with home.desk.store.reading() as unit:
        notice = safe.notice(home.desk.register(unit), SUNDAY, SAM)
    assert notice.body_map is None
    assert "body_map" in safe.gaps(notice)
