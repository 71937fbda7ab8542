"""Staging: which of some compositions suits the picture that was really made.

The picture is drawn small, once. Every composition is set without it and judged on its
pixels; the planned one stays unless another is clearly better.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from pydantic import Field

from compositor.color import Color
from compositor.document import AssetStore, Document, GroupLayer, Layer, Page, SolidPaint
from compositor.document.frozen import Frozen
from compositor.drawing import render
from compositor.layout.archetypes import archetypes
from compositor.layout.candidates import CandidateRequest, propose, stand_ins
from compositor.layout.composition import WHOLE, Composition, filled
from compositor.layout.fitting import Fitted, compose_fitting
from compositor.layout.lay_out import lay_out
from compositor.layout.picture_score import (
    PictureScore,
    SeenPicture,
    aimed,
    score_on_picture,
)
from compositor.layout.variation import PLAIN, Variation
from compositor.typography.fonts import FontSet
from tools.base import Drawing

__all__ = ["UNSCORED", "Alternative", "Staged", "see", "stage"]

_SEEN_PX = 320.0
"""Longest side of the picture that is judged."""
_BETTER = 0.04
"""What another composition must gain to take the place of the planned one."""
_ON_PICTURE = 0.6
"""What the picture counts against the layout's own score."""
UNSCORED = 0.75
"""The score of a layout that nobody scored."""
_LEAST_THING, _MOST_THING = 0.004, 0.75
"""Parts of the picture between which a layer is its subject, not a speck or its ground."""
_FOR_PHOTOS = 12
"""Compositions tried on a picture that was made for none."""
_OPEN = ("centred_hero", "podium", "corner_anchor")
"""Whose picture fills the page."""


class Alternative(Frozen):
    """Another composition of the same words that could take the same picture."""

    archetype: str
    headline_scale: float = Field(ge=0.5, le=1, default=1.0)
    is_mirrored: bool = False
    variation: Variation = PLAIN
    score: float = Field(default=UNSCORED, description="of its layout, 0–1")


@dataclass(frozen=True)
class Staged:
    """The composition that was chosen.

    Attributes:
        fitted: Composed with the picture.
        facts: What was measured, for the document's labels.
        says: The same in a few words; empty when there was no picture to judge by.
    """

    fitted: Fitted
    facts: dict[str, str]
    says: str


def stage(
    planned: tuple[Composition, float],
    others: Sequence[Alternative],
    drawing: tuple[Drawing, AssetStore] | None,
    inks: Sequence[Color],
    fonts: FontSet,
    required: Collection[str],
) -> Staged:
    """Return the composition that suits the picture best, the planned one among equals.

    Args:
        planned: The composition, its picture included, and the score of its layout.
        others: What else may be tried; for a photograph they are found here when empty.
        drawing: The picture and where its assets are; None when there is none.
        inks: Colors that text may take.
        fonts: Faces.
        required: Slots that are never left out.
    """
    own, own_score = planned
    if drawing is None:
        return Staged(_first_fitting(own, others, fonts, required), {}, "")
    seen, is_drawn = see(*drawing, own.theme.palette.ground, fonts)
    if not others and not is_drawn:
        own_score, others = _found(own, own_score, fonts)
    aspect = drawing[0].width / drawing[0].height
    judged: list[tuple[float, Fitted, PictureScore]] = []
    for what, score in [(own, own_score), *((_as(own, o), o.score) for o in others)]:
        bare = replace(what, picture=None)
        fitted = compose_fitting(bare, fonts, required)
        if fitted.overset:
            continue
        crops = [what.crop]
        if not is_drawn:
            crops.append(aimed(bare, seen, aspect))
        for crop in dict.fromkeys(crops):
            cropped = replace(fitted.what, crop=crop)
            on_picture = score_on_picture(cropped, fitted.page, seen, inks, fonts)
            total = (1 - _ON_PICTURE) * score + _ON_PICTURE * on_picture.total
            if what is own and crop == own.crop:
                total += _BETTER
            judged.append((total, replace(fitted, what=cropped), on_picture))
    if not judged:
        return Staged(compose_fitting(own, fonts, required), {}, "")
    _, best, found = max(judged, key=lambda one: one[0])
    fitted = compose_fitting(replace(best.what, picture=own.picture), fonts, required)
    return Staged(fitted, _facts(own, best.what, found, len(judged)), _says(own, best, found))


def see(
    drawing: Drawing, store: AssetStore, ground: Color, fonts: FontSet
) -> tuple[SeenPicture, bool]:
    """Return a picture as it is measured, and whether its subject is a layer of its own."""
    page = Page(
        id="seen",
        width=drawing.width,
        height=drawing.height,
        background=SolidPaint(color=ground),
        layers=(drawing.layer,),
    )
    document = Document(pages=(page,), assets=dict(drawing.assets))
    frame = lay_out(document, fonts, store)[0]
    scale = min(1.0, _SEEN_PX / max(drawing.width, drawing.height))
    pixels = render(frame, store.read, scale, hide_text=True)
    things = frozenset(_things(drawing.layer))
    if things:
        alone = render(frame, store.read, scale, hide_text=True, only=things)
        if _LEAST_THING < float(np.mean(alone[..., 3] >= 128)) < _MOST_THING:
            return SeenPicture.from_pixels(pixels, alone), True
    return SeenPicture.from_pixels(pixels), False


def _things(layer: Layer) -> list[str]:
    """The innermost groups with role `visual`: each is a subject on its own."""
    if not isinstance(layer, GroupLayer):
        return []
    inner = [name for child in layer.children for name in _things(child)]
    return inner or ([layer.id] if layer.role == "visual" else [])


def _as(own: Composition, other: Alternative) -> Composition:
    return replace(
        own,
        archetype=archetypes()[other.archetype],
        headline_scale=other.headline_scale,
        is_mirrored=other.is_mirrored,
        variation=other.variation,
    )


def _found(own: Composition, score: float, fonts: FontSet) -> tuple[float, list[Alternative]]:
    """The planned layout's score, and compositions with words on every side of a picture."""
    request = CandidateRequest(
        theme=own.theme,
        copy=own.copy,
        language=own.language,
        size=own.size,
        medium=own.medium,
        fidelity={},
        subject_aspect=1.0,
    )
    candidates = propose(request, fonts)
    start = next((c for c in candidates if c.archetype == own.archetype.id), None)
    if start is not None:
        score = start.total
    start = start or next((c for c in candidates if c.archetype in _OPEN), None)
    if start is None:
        return score, []
    # A frame would cross a picture that was not made for it.
    free = [c for c in candidates if "frame" not in archetypes()[c.archetype].decor]
    stand = stand_ins(start, free, own.size, filled(own.copy), most=_FOR_PHOTOS)
    return score, [
        Alternative(
            archetype=c.archetype,
            headline_scale=c.scale,
            is_mirrored=c.is_mirrored,
            variation=c.variation,
            score=round(c.total, 3),
        )
        for c in stand
    ]


def _facts(
    own: Composition, chosen: Composition, found: PictureScore, count: int
) -> dict[str, str]:
    return {
        "composition": _name(chosen),
        "planned_composition": _name(own),
        "compositions_judged": str(count),
        "picture_score": f"{found.total:.3f}",
        "words_over_salient": f"{found.over_salient:.3f}",
        "subject_covered": f"{found.covered:.3f}",
        "contrast_short": f"{found.short:.3f}",
        **{f"picture_{name}": f"{value:.3f}" for name, value in found.parts.items()},
    }


def _says(own: Composition, best: Fitted, found: PictureScore) -> str:
    moved = _name(best.what) != _name(own)
    start = f"moved to {_name(best.what)}: " if moved else ""
    return (
        f"{start}on the finished picture words cover {found.covered:.0%} of the subject, "
        f"{found.short:.0%} of their area lacks contrast before repair"
    )


def _name(what: Composition) -> str:
    """Return a composition in a few words, such as: Horizon, mirrored, aligned center."""
    variation = what.variation
    parts = [what.archetype.name_en]
    parts += [f"headline {what.headline_scale:g}"] if what.headline_scale != 1 else []
    parts += ["mirrored"] if what.is_mirrored else []
    parts += [f"room for {variation.grid}"] if variation.grid != "own" else []
    parts += [f"aligned {variation.align}"] if variation.align != "own" else []
    parts += ["subject close"] if variation.crop != "own" else []
    parts += ["picture moved"] if what.crop != WHOLE else []
    return ", ".join(parts)


def _first_fitting(
    own: Composition,
    others: Sequence[Alternative],
    fonts: FontSet,
    required: Collection[str],
) -> Fitted:
    planned = compose_fitting(own, fonts, required)
    if not planned.overset:
        return planned
    for other in others:
        fitted = compose_fitting(_as(own, other), fonts, required)
        if not fitted.overset:
            return fitted
    return planned
