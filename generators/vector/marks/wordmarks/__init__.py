"""Wordmarks: names drawn as outlines with one idea, Latin, Chinese or both."""

from generators.vector.marks.wordmarks.draw import draw_wordmark, edits_for
from generators.vector.marks.wordmarks.wordmark import (
    EM_U,
    Character,
    Wordmark,
    WordmarkRequest,
)

__all__ = ["EM_U", "Character", "Wordmark", "WordmarkRequest", "draw_wordmark", "edits_for"]
