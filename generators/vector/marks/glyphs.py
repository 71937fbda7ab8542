"""Glyph outlines for marks: one character, fitted to a box, or a text along an arc."""

from __future__ import annotations

import math

from compositor.document import FontChoice
from compositor.errors import MissingGlyph
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import simplify, union
from compositor.typography.face import Face
from compositor.typography.fonts import default_fonts

__all__ = ["arc_text", "fitted_to", "glyph", "outer_and_counters"]


def glyph(character: str, font: FontChoice) -> Path:
    """Return one character's outline at 100 u to the em, free of overlaps, on its baseline.

    Raises:
        MissingGlyph: No face of the choice, and no safe family, has the character.
    """
    face, glyph_id = _found(character, font)
    return simplify(face.glyph_path(glyph_id).transformed(Affine.scaling(100)))


def fitted_to(path: Path, box: Box, *, stretch: float = 1.0) -> Path:
    """Return the path filling a box, its proportions changed by at most `stretch` times."""
    ink = path.bounds
    sx, sy = box.width / ink.width, box.height / ink.height
    low = min(sx, sy)
    sx, sy = min(sx, low * stretch), min(sy, low * stretch)
    place = Affine(
        sx, 0, 0, sy, box.center.x - sx * ink.center.x, box.center.y - sy * ink.center.y
    )
    return path.transformed(place)


def outer_and_counters(path: Path) -> tuple[Path, list[Path]]:
    """Return the area with its holes filled, and the holes."""
    contours = path.contours()
    holes = [c for c in contours if any(o is not c and _holds(o, c) for o in contours)]
    outer = [c for c in contours if not any(c is h for h in holes)]
    area = outer[0]
    for other in outer[1:]:
        area = union(area, other)
    return simplify(area), holes


def arc_text(
    text: str,
    font: FontChoice,
    *,
    radius: float,
    size: float,
    middle_deg: float,
    tracking: float = 0.1,
    is_bottom: bool = False,
) -> tuple[Path, float]:
    """Return text along a circle about the origin, and how many degrees it covers.

    Args:
        text: One line.
        font: Its face.
        radius: Of the baseline.
        size: Em size.
        middle_deg: Where its middle stands, clockwise from 3 o'clock.
        tracking: Between letters, in em.
        is_bottom: Whether feet point outwards, for the lower half of a ring.
    """
    found = [(_found(c, font), c) for c in text if not c.isspace() or c == " "]
    advances = [
        (face.hb_font.get_glyph_h_advance(gid) / face.units_per_em + tracking) * size
        for (face, gid), _ in found
    ]
    total = sum(advances) - tracking * size
    sign = -1 if is_bottom else 1
    at = -total / 2
    parts: list[Path] = []
    for ((face, gid), _), advance in zip(found, advances, strict=True):
        center = at + (advance - tracking * size) / 2
        angle = middle_deg + sign * math.degrees(center / radius)
        outline = face.glyph_path(gid).transformed(Affine.scaling(size))
        outline = outline.moved(-(advance - tracking * size) / 2, 0)
        turn = angle + 90 if not is_bottom else angle - 90
        place = Affine.rotation(turn).then(
            Affine.translation(
                radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))
            )
        )
        if outline.segments:
            parts.append(simplify(outline).transformed(place))
        at += advance
    return Path.join(parts), math.degrees(total / radius)


def _found(character: str, font: FontChoice) -> tuple[Face, int]:
    for face in default_fonts().faces_for(font, 96.0):
        glyph_id = face.hb_font.get_nominal_glyph(ord(character))
        if glyph_id is not None:
            return face, int(glyph_id)
    raise MissingGlyph(
        f"no font of the set has {character!r}; choose another name or character"
    )


def _holds(outer: Path, inner: Path) -> bool:
    """Whether the first point of a contour lies inside another one."""
    x, y = inner.points()[0]
    inside = False
    for line in outer.flattened(6):
        for a, b in zip(line, [*line[1:], line[0]], strict=True):
            if (a.y > y) != (b.y > y) and x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x:
                inside = not inside
    return inside
