"""What the knowledge package raises on purpose.

* KnowledgeError
  * UnknownEntry         a style, industry, asset or rule that is not in the tables
"""

from compositor.errors import DesignError

__all__ = ["KnowledgeError", "UnknownEntry"]


class KnowledgeError(DesignError):
    """The root of what the knowledge package raises."""


class UnknownEntry(KnowledgeError):
    """Raised when no table has the entry; the message names the nearest ones."""
