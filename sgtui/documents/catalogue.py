"""Finds the module that makes each sort of document; it is loaded when one is asked for."""

from importlib import import_module
from typing import Protocol

from sgtui.documents.model import Document
from sgtui.services.desk import Desk
from sgtui.services.reports import CATALOGUE, Asked
from sgtui.services.work import Work


class Maker(Protocol):
    """Makes one sort of document. Nothing of a case is read before its sections are."""

    def __call__(self, desk: Desk, asked: Asked, work: Work) -> Document:
        """The document. Raises NoSuchCase, NotForYou; its sections raise Stopped."""
        ...


def make(desk: Desk, name: str, asked: Asked, work: Work | None = None) -> Document:
    """A document by its name. Raises KeyError for another name, NoSuchCase, NotForYou."""
    module = import_module(f"sgtui.documents.{CATALOGUE[name].name.replace('-', '_')}")
    maker: Maker = module.make
    return maker(desk, asked, work or Work())
