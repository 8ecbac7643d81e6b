"""The services' home, to make documents of."""

from tests.services.conftest import clock, home, set_up

__all__ = ["clock", "home", "set_up"]
