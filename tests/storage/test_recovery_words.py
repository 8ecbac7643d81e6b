"""Words printed once open the record when every passphrase is forgotten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.services.ports import WrongPassphrase
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.words import WORDS, NotAWord, bytes_of, words_of
from tests.storage.invented import CHEAP, NOW, Home


def slots_of(home: Home) -> KeySlots:
    return KeySlots(home.path, CHEAP, CHEAP)


def test_there_is_a_word_for_every_byte_told_by_four_letters() -> None:
    assert len(WORDS) == len(set(WORDS)) == 256
    assert len({word[:4] for word in WORDS}) == 256
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 9 for word in WORDS)


@given(st.binary(max_size=40))
def test_words_stand_for_their_bytes(content: bytes) -> None:
    words = words_of(content)
    assert bytes_of(" ".join(words)) == content
    assert bytes_of("-".join(word[:4].upper() for word in words)) == content


def test_a_word_not_on_the_list_is_named_by_its_place_alone() -> None:
    with pytest.raises(NotAWord, match="Word 2") as told:
        bytes_of("acorn secretword")
    assert "secretword" not in str(told.value)


def test_sixteen_words_open_the_record(home: Home) -> None:
    assert len(home.recovery) == 16
    assert slots_of(home).unlock_recovery(" ".join(home.recovery), NOW) == home.key


def test_other_words_do_not(home: Home) -> None:
    words = [*home.recovery[:-1], "window" if home.recovery[-1] != "window" else "acorn"]
    with pytest.raises(WrongPassphrase, match="^Those words do not open"):
        slots_of(home).unlock_recovery(" ".join(words), NOW)
    with pytest.raises(WrongPassphrase, match="^Word 1"):
        slots_of(home).unlock_recovery("zzzz", NOW)


def test_new_words_take_the_place_of_the_old(home: Home) -> None:
    slots = slots_of(home)
    new = slots.new_recovery(home.key)
    with pytest.raises(WrongPassphrase):
        slots.unlock_recovery(" ".join(home.recovery), NOW)
    assert slots.unlock_recovery(" ".join(new), NOW) == home.key
    assert len(slots.people()) == 1
