"""What generators raise on purpose.

* GenerationError
  * UnknownGenerator     no generator, setting or pattern has that name
  * NotReady             weights, an extra or a device is missing; says the command that helps
  * GenerationFailed     the request could not be turned into a picture
  * GenerationCancelled  the caller asked to stop
"""

from compositor.errors import DesignError

__all__ = [
    "GenerationCancelled",
    "GenerationError",
    "GenerationFailed",
    "NotReady",
    "UnknownGenerator",
]


class GenerationError(DesignError):
    """The root of what generators raise."""


class UnknownGenerator(GenerationError):
    """Raised when no generator, setting or pattern has that name."""


class NotReady(GenerationError):
    """Raised when weights, an extra or a device is missing; says the command that helps."""


class GenerationFailed(GenerationError):
    """Raised when the request could not be turned into a picture."""


class GenerationCancelled(GenerationError):
    """Raised when the caller asked to stop."""
