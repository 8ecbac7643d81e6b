"""What a duty says is filled in for the case: no place stays open in braces."""

import pytest

from sgtui.domain.entries.choices import CaseKind
from sgtui.domain.ladder import Duty
from sgtui.domain.ladder_parts import fillable
from sgtui.ui.wording.duty_words import own_words
from tests.domain.case_builder import a_concern


@pytest.mark.parametrize("kind", CaseKind)
@pytest.mark.parametrize("duty", Duty)
def test_only_places_that_are_filled_in_are_left_open(duty: Duty, kind: CaseKind) -> None:
    words = own_words(a_concern(case_kind=kind).case, duty)
    if words is not None:
        assert fillable(words.say) == words.say
