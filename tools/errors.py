"""What tools raise on purpose.

* ToolError
  * WrongArguments       the planner may try again with other arguments
  * ToolFailed           it may not: the cause is not in the arguments
"""

from compositor.errors import DesignError

__all__ = ["ToolError", "ToolFailed", "WrongArguments"]


class ToolError(DesignError):
    """The root of what tools raise."""


class WrongArguments(ToolError):
    """Raised when other arguments could succeed; the message says which."""


class ToolFailed(ToolError):
    """Raised when no arguments could succeed."""
