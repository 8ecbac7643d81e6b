"""Closed lists of answers: each member has the word that is stored and the words a person reads."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A closed list whose members carry a plain label, in the order their digits have on screen."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from its stored word and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, word: str) -> Self:
        """The member stored as that word. Raises ValueError for any other word."""
        for member in cls:
            if member.value == word:
                return member
        raise ValueError(f"{word} is not one of {', '.join(cls)}.")
