"""Printed words typed in again: which bytes they stand for."""

from typing import Final

from sgtui.domain.spoken_words import WORDS, words_of

__all__ = ["WORDS", "NotAWord", "bytes_of", "words_of"]

_NUMBERS: Final = {word[:4]: number for number, word in enumerate(WORDS)}


class NotAWord(ValueError):
    """A typed word is not on the list."""


def bytes_of(text: str) -> bytes:
    """The bytes that typed words stand for; blanks, hyphens and capitals do not matter.

    The first four letters of a word are enough. Raises NotAWord, which says which word it was by
    its place and never repeats it.
    """
    found = bytearray()
    for place, word in enumerate(text.lower().replace("-", " ").split(), start=1):
        number = _NUMBERS.get(word[:4])
        if number is None or not WORDS[number].startswith(word):
            raise NotAWord(f"Word {place} is not one of the printed words. Look at its spelling.")
        found.append(number)
    return bytes(found)
