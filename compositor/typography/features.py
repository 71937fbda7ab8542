"""OpenType features, asked for only where the face really has them.

A feature a face lacks is left out, never imitated: small capitals made from shrunk capitals
and slanted or squeezed figures look like what they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from compositor.document.text import TextRun
from compositor.typography.face import Face
from compositor.typography.fonts import FontSet

__all__ = [
    "FigureStyle",
    "figure_features",
    "has_feature",
    "substitutions_of",
    "with_fractions",
    "with_small_capitals",
]

FigureStyle = Literal["tabular", "proportional", "old-style", "lining"]
"""tabular for prices and tables, old-style for running text in serifs, lining for all else."""

_TAGS: Final[dict[FigureStyle, tuple[str, ...]]] = {
    "tabular": ("tnum", "lnum"),
    "proportional": ("pnum", "lnum"),
    "old-style": ("onum", "pnum"),
    "lining": ("lnum",),
}
_FRACTION: Final = re.compile(r"(?<![\d./])\d{1,3}/\d{1,3}(?![\d./])")


@lru_cache(maxsize=1024)
def substitutions_of(face: Face) -> frozenset[str]:
    """Return the tags of all substitution features a face has, for any script."""
    found: set[str] = set()
    hb_face = face.hb_font.face
    for number, _ in enumerate(hb_face.get_table_script_tags("GSUB")):
        found.update(hb_face.get_language_feature_tags("GSUB", number))
    return frozenset(found)


def has_feature(face: Face, tag: str) -> bool:
    """Whether a face has a substitution feature."""
    return tag in substitutions_of(face)


def figure_features(face: Face, style: FigureStyle) -> tuple[str, ...]:
    """Return the features that give figures of a style, those the face lacks left out."""
    return tuple(tag for tag in _TAGS[style] if has_feature(face, tag))


def with_small_capitals(run: TextRun, fonts: FontSet, *, all_capitals: bool = False) -> TextRun:
    """Return a run in real small capitals if its first face has them, else the run itself.

    Args:
        run: What to change.
        fonts: Where its faces come from.
        all_capitals: Make capitals small too, where the face can.
    """
    face = fonts.faces_for(run.font, run.size)[0]
    if not has_feature(face, "smcp"):
        return run
    wanted = ["smcp"]
    if all_capitals and has_feature(face, "c2sc"):
        wanted.append("c2sc")
    return run.model_copy(update={"features": _joined(run.features, wanted)})


def with_fractions(run: TextRun, fonts: FontSet) -> tuple[TextRun, ...]:
    """Return a run split so that figures such as 1/2 are set as fractions; text unchanged.

    Dates and paths with more than one solidus are no fractions. A face without fractions
    gives the run back whole.
    """
    face = fonts.faces_for(run.font, run.size)[0]
    if not has_feature(face, "frac"):
        return (run,)
    parts: list[TextRun] = []
    at = 0
    for match in _FRACTION.finditer(run.text):
        if match.start() > at:
            parts.append(run.model_copy(update={"text": run.text[at : match.start()]}))
        features = _joined(run.features, ["frac"])
        parts.append(run.model_copy(update={"text": match[0], "features": features}))
        at = match.end()
    if at < len(run.text) or not parts:
        parts.append(run.model_copy(update={"text": run.text[at:]}))
    return tuple(parts)


def _joined(features: tuple[str, ...], more: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*features, *more)))
