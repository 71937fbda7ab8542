"""emblem: a round badge; the name runs along the ring, the subject stands in the middle."""

from __future__ import annotations

import math

from compositor.document import Shape
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, union
from compositor.geometry.shapes import circle, smooth_curve
from generators.vector.marks.constructions.line_art import (
    find_subjects,
    plainer,
    subject_shapes,
)
from generators.vector.marks.dials import grown, softened
from generators.vector.marks.glyphs import arc_text, fitted_to, glyph
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished

__all__ = ["draw"]

_R = 44.0
_BAND = 13.0


def draw(request: MarkRequest) -> Mark:
    """Return a badge; the variant picks an outlined, a solid or a scalloped one.

    Raises:
        CannotDraw: There is neither a subject nor a name to put in the middle.
    """
    style = ("ring", "solid", "scallop")[request.variant % 3]
    inks = request.inks
    # Ring text is the first thing a small size loses.
    words = _words(request) if request.detail >= 0.15 else ()
    shapes: list[Shape] = []
    disc = _scalloped() if style == "scallop" else circle(48, 48, _R)
    inner_r = _R - _BAND - (2.5 if words else -1.0)
    text = _ring_text(words, request)
    if style == "ring":
        rim = difference(disc, circle(48, 48, _R - 2.6))
        body = union(rim, text) if text.segments else rim
        body = union(body, difference(circle(48, 48, inner_r), circle(48, 48, inner_r - 1.6)))
        shapes.append(filled(body, inks.main))
    else:
        body = difference(disc, text) if text.segments else disc
        body = difference(body, circle(48, 48, inner_r))
        shapes.append(filled(body, inks.main))
    middle, subject = _middle(request, inner_r)
    shapes += middle
    mark = Mark(
        shapes=tuple(shapes),
        construction="emblem",
        concept="a stamp of trade: the thing inside, the name around it / 物居其中，名绕其外",
        subject=subject,
        stroke_u=request.weight_u * 0.8,
        facts={"style": style, "ring_text": " · ".join(words)},
    )
    return finished(mark)


def _words(request: MarkRequest) -> tuple[str, ...]:
    """What runs along the top and the bottom of the ring."""
    latin, chinese = request.name_latin.upper().strip(), request.name_zh.strip()
    return tuple(w for w in (latin, chinese) if w)[:2]


def _ring_text(words: tuple[str, ...], request: MarkRequest) -> Path:
    if not words:
        step = 15 if request.detail >= 0.3 else 30
        ticks = [
            circle(
                48 + (_R - 7) * math.cos(math.radians(a)),
                48 + (_R - 7) * math.sin(math.radians(a)),
                1.7 if a % 30 else 2.6,
            )
            for a in range(0, 360, step)
        ]
        return Path.join(ticks)
    size = 9.4
    top = words[0]
    is_chinese = not top.isascii()
    font = request.font_zh if is_chinese else request.font_latin
    radius = _R - _BAND + 3.0
    tracking = 0.14 if not is_chinese else 0.5
    path, degrees = arc_text(
        top, font, radius=radius, size=size, middle_deg=-90, tracking=tracking
    )
    if degrees > 210:
        size *= 210 / degrees
        path, degrees = arc_text(
            top, font, radius=radius, size=size, middle_deg=-90, tracking=tracking
        )
    parts = [path]
    if len(words) > 1:
        bottom, under = arc_text(
            words[1], request.font_zh, radius=radius + size * 0.72, size=size * 0.98,
            middle_deg=90, tracking=0.7, is_bottom=True,
        )  # fmt: skip
        parts.append(bottom)
    else:
        parts += [_dot(a, 1.6) for a in (70, 90, 110)]
        under = 46.0
    side = (degrees / 2 + (180 - under / 2)) / 2
    parts += [_dot(-90 + side, 2.0), _dot(-90 - side, 2.0)]
    return Path.join(parts).moved(48, 48)


def _dot(angle_deg: float, radius: float) -> Path:
    reach = _R - 7.2
    return circle(
        reach * math.cos(math.radians(angle_deg)),
        reach * math.sin(math.radians(angle_deg)),
        radius,
    )


def _middle(request: MarkRequest, inner_r: float) -> tuple[list[Shape], str]:
    found = find_subjects(request.subjects)
    room = inner_r * 1.28
    box = Box(48 - room / 2, 48 - room / 2, room, room)
    if found:
        weight = max(3.2, request.weight_u * 0.82)
        is_round = request.roundness >= 0.35
        bounds = Path.join(s.path for s in found[0].strokes).bounds
        fit = Affine.fitting(bounds, box.inset(weight / 2))
        shapes = [
            s.model_copy(update={"path": s.path.transformed(fit)})
            for s in subject_shapes(
                plainer(found[0], request.detail), request.inks, weight, is_round=is_round
            )
        ]
        return shapes, found[0].id
    letter = request.name_zh[:1] or request.initials[:1]
    if not letter:
        raise CannotDraw("an emblem needs a subject or a name")
    font = request.font_zh if request.name_zh else request.font_latin
    area = fitted_to(glyph(letter, font), box)
    area = softened(grown(area, request.weight_u), request.roundness, 2.0)
    return [filled(area, request.inks.main)], letter


def _scalloped() -> Path:
    lobes = 22
    points = []
    for i in range(lobes * 2):
        r = _R + (1.8 if i % 2 == 0 else -0.2)
        t = math.pi * i / lobes
        points.append((48 + r * math.cos(t), 48 + r * math.sin(t)))
    return smooth_curve(points, closed=True)
