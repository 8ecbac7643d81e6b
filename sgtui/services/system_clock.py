"""The one place in the program that reads the clock."""

from datetime import UTC, datetime


class SystemClock:
    """The computer's own clock, in UTC."""

    def now(self) -> datetime:
        """This moment, aware, in UTC, to the microsecond."""
        return datetime.now(UTC)
