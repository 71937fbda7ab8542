"""Sound made visible: how a name is said, as beats, repeats and mirrors of one form."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Rhythm", "rhythm_of", "rhythm_sketch"]

_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
_MOST_BEATS = 5


class Rhythm(NamedTuple):
    """How a name sounds.

    Attributes:
        pattern: twin (said twice), palindrome, or beats.
        beats: Syllables, by their weight: letters, or 1 for a Chinese character.
        said: The name parted as it is said.
    """

    pattern: str
    beats: tuple[int, ...]
    said: str


def rhythm_of(name: str) -> Rhythm | None:
    """Return how a name is said, or None when it has nothing to show: one beat, or many."""
    word = re.sub(r"[\W_]+", "", name).lower()
    if not word:
        return None
    parts = _syllables(word)
    half, odd = divmod(len(word), 2)
    said = "-".join(parts)
    weights = tuple(len(p) for p in parts)
    if not odd and half and word[:half] == word[half:]:
        return Rhythm("twin", weights, f"{word[:half]}-{word[half:]}")
    if len(word) > 2 and word == word[::-1]:
        return Rhythm("palindrome", weights, said)
    if 2 <= len(parts) <= _MOST_BEATS:
        return Rhythm("beats", weights, said)
    return None


def rhythm_sketch(rhythm: Rhythm, turn: int) -> tuple[str, ...]:
    """Return a sketch of it; `turn` picks among its answers."""
    if rhythm.pattern == "twin":
        return _TWINS[turn % len(_TWINS)]
    if rhythm.pattern == "palindrome":
        return _MIRRORS[turn % len(_MIRRORS)]
    has_row = len(rhythm.beats) > 2 and turn % 2 == 0
    return _arches(rhythm.beats) if has_row else _wave(rhythm.beats)


_TWINS = (
    (
        "c = # circle 48 48 40", "r = # rect 48 0 60 96 0", "h = intersect c r",
        "a = move -39 -8 h", "b = move 3 8 h", "ink main a", "ink spark b",
    ),
    (
        "a = # circle 20 48 44", "b = # circle 76 48 44", "l = intersect a b", "s = spin 45 l",
        "p = move -17 0 s", "q = move 17 0 s", "g = grow 3.4 q", "k = subtract p g",
        "ink main k", "ink spark q",
    ),
    (
        "a = stroke! 16 arc 30 48 22 90 300", "b = stroke! 16 arc 66 48 22 -90 120",
        "ink main a", "ink spark b",
    ),
)  # fmt: skip
_MIRRORS = (
    (
        "a = # path M10 88 L10 8 C32 8 44 26 44 48 C44 70 32 88 10 88 Z", "m = mirror a",
        "ink main m",
    ),
    (
        "a = stroke! 13 arc 8 48 33 -70 70", "m = mirror a", "d = # circle 48 48 9",
        "g = grow 3 d", "s = subtract m g", "ink main s", "ink spark d",
    ),
)  # fmt: skip


def _arches(beats: tuple[int, ...]) -> tuple[str, ...]:
    """One arch to a beat, as wide as the beat is long; the last one lit."""
    gap = 4.0
    widths = [1.0 + 0.28 * (beat - 1) for beat in beats]
    unit = (92 - gap * (len(beats) - 1)) / sum(widths)
    lines, x = [], 2.0
    for i, share in enumerate(widths):
        w = unit * share
        r = w / 2
        top = 70 - 46 * (i + 1) / len(beats)
        k = r * 0.5523
        lines.append(
            f"a{i} = # path M{x:.2f} 86 L{x:.2f} {top + r:.2f} C{x:.2f} {top + r - k:.2f} "
            f"{x + r - k:.2f} {top:.2f} {x + r:.2f} {top:.2f} C{x + r + k:.2f} {top:.2f} "
            f"{x + w:.2f} {top + r - k:.2f} {x + w:.2f} {top + r:.2f} L{x + w:.2f} 86 Z"
        )
        x += w + gap
    names = [f"a{i}" for i in range(len(beats))]
    return (*lines, "ink main " + " ".join(names[:-1]), f"ink spark {names[-1]}")


def _wave(beats: tuple[int, ...]) -> tuple[str, ...]:
    """One swing to a beat, up and down in turn, as wide as the beat is long; the last lit."""
    count = len(beats)
    wide = 19.0 if count < 3 else 15.0
    widths = [1.0 + 0.22 * (beat - 1) for beat in beats]
    unit = (96 - wide) / sum(widths)
    lines, x = [], wide / 2
    for i, share in enumerate(widths):
        r = unit * share / 2
        start, stop = (180, 360) if i % 2 == 0 else (0, 180)
        lines.append(f"a{i} = stroke! {wide:g} arc {x + r:.2f} 48 {r:.2f} {start} {stop}")
        x += 2 * r
    names = [f"a{i}" for i in range(count)]
    return (*lines, "ink main " + " ".join(names[:-1]), f"ink spark {names[-1]}")


def _syllables(word: str) -> list[str]:
    """Parts of a word, each with one run of vowels; every Chinese character is one."""
    if not word.isascii():
        return list(word)
    cuts = [0]
    runs = list(_VOWELS.finditer(word))
    for before, after in pairwise(runs):
        if after.end() == len(word) and after.group() == "e":
            continue
        between = after.start() - before.end()
        cuts.append(after.start() - (1 if between else 0))
    return [word[a:b] for a, b in zip(cuts, [*cuts[1:], len(word)], strict=True)]
