"""What the agent raises on purpose.

* AgentError
  * BriefNotUnderstood   the brief cannot be read; the message says what to write instead
  * InvalidPlan          a plan does not fit the toolbox
  * RunFailed            a design could not be made
  * Cancelled            the person stopped the run; what is finished is kept
  * ChatModelFailed      the language model gave nothing usable
"""

from compositor.errors import DesignError

__all__ = [
    "AgentError",
    "BriefNotUnderstood",
    "Cancelled",
    "ChatModelFailed",
    "InvalidPlan",
    "RunFailed",
]


class AgentError(DesignError):
    """The root of what the agent raises."""


class BriefNotUnderstood(AgentError):
    """Raised when a brief holds nothing to design from; the message says what to write."""


class InvalidPlan(AgentError):
    """Raised when a plan does not fit the toolbox."""


class RunFailed(AgentError):
    """Raised when a design could not be made; the message names the step and the cause."""


class Cancelled(AgentError):
    """Raised when the person stopped the run; finished steps are kept."""


class ChatModelFailed(AgentError):
    """Raised when the language model gave nothing usable within its budget."""
