"""A full-screen terminal desk for safeguarding in UK care homes."""

__version__ = "0.1.0"
