"""The clock of what waits for others; tests hand in one that does not wait."""

from __future__ import annotations

import time
from datetime import UTC, datetime

__all__ = ["Clock"]


class Clock:
    """Time, in seconds."""

    def monotonic(self) -> float:
        """Return seconds that only grow."""
        return time.monotonic()

    def unix(self) -> float:
        """Return seconds since 1970, for tokens that expire."""
        return datetime.now(UTC).timestamp()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)
