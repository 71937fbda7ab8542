"""How lively a page should speak, and whether a line repeats what is already said."""

from collections.abc import Iterable
from typing import Final

from knowledge.copywriting.limits import is_chinese
from knowledge.entries import styles

__all__ = ["echoes", "liveliness_of"]

_LIVELINESS: Final = {
    "elegant": 0.0,
    "calm": 0.0,
    "mysterious": 0.1,
    "romantic": 0.15,
    "natural": 0.25,
    "trust": 0.3,
    "techy": 0.4,
    "warm": 0.4,
    "retro": 0.5,
    "festive": 0.75,
    "playful": 0.85,
    "bold": 0.9,
    "sporty": 0.9,
}
"""Where a mood stands between quiet, 0, and lively, 1."""

_MIDDLE: Final = 0.45


def liveliness_of(moods: Iterable[str], style_ids: Iterable[str]) -> float:
    """Return how lively the moods are, 0–1; without a mood, how full the leading style is."""
    felt = [_LIVELINESS[mood] for mood in moods if mood in _LIVELINESS]
    if felt:
        return sum(felt) / len(felt)
    for style_id in style_ids:
        style = styles().get(style_id)
        if style is not None and {"saturation", "density"} <= set(style.params):
            return (style.params["saturation"] + style.params["density"]) / 2
    return _MIDDLE


def echoes(text: str, said: str) -> bool:
    """Whether the line repeats three characters, or three words, of what is already said.

    >>> echoes("慢慢来，会很快", "慢慢来")
    True
    """
    if is_chinese(text):
        runs = (text[start : start + 3] for start in range(len(text) - 2))
        return any(run in said and not set(run) & set("，。、 ") for run in runs)
    words, known = text.lower().split(), said.lower()
    return any(" ".join(words[start : start + 3]) in known for start in range(len(words) - 2))
