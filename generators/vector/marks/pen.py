"""A short notation for logo drawings: strokes of lines, arcs and circles on the 96 u grid.

One text is one stroke. Flags come first, in any order::

    ~   draw a mirrored copy too, about the line x = 48
    *   in the spark paint
    #   filled, not stroked
    !   filled in the ground paint: covers what lies below

then a verb with its numbers::

    circle cx cy r              arc cx cy r from to      (degrees, 0 is 3 o'clock, clockwise)
    ellipse cx cy rx ry         rect x y w h r
    line x y x y … [r radius]   poly x y x y … [r radius]  (corners rounded with the radius)
    curve x y x y …             blob x y x y …             (smooth, open or closed)
    path SVG path data of M L Q C Z
    turn n verb …               n copies turned about the middle
    turn n@x,y@from..to verb …  n copies about (x, y), spread over those degrees
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from compositor.errors import InvalidValue
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.path import Segment
from compositor.geometry.shapes import arc, ellipse, rounded_rectangle, smooth_curve

__all__ = ["PenStroke", "read_strokes", "rounded_line"]

_FLAGS = "~*#!"
_MIRROR = Affine(-1, 0, 0, 1, 96, 0)


@dataclass(frozen=True)
class PenStroke:
    """One stroke of a drawing.

    Attributes:
        path: In u.
        is_spark: Drawn in the spark paint.
        is_filled: Filled instead of stroked.
        is_cover: Filled in the ground paint.
    """

    path: Path
    is_spark: bool = False
    is_filled: bool = False
    is_cover: bool = False


def read_strokes(texts: Sequence[str]) -> tuple[PenStroke, ...]:
    """Return the strokes a notation stands for, mirrored copies right after their originals.

    Raises:
        InvalidValue: A verb is unknown or has the wrong count of numbers.
    """
    strokes: list[PenStroke] = []
    for text in texts:
        body = text.lstrip(_FLAGS)
        flags = text[: len(text) - len(body)]
        path = _turned(body) if body.startswith("turn ") else _path(body)
        stroke = PenStroke(path, "*" in flags, "#" in flags, "!" in flags)
        strokes.append(stroke)
        if "~" in flags:
            strokes.append(
                PenStroke(
                    path.transformed(_MIRROR),
                    stroke.is_spark,
                    stroke.is_filled,
                    stroke.is_cover,
                )
            )
    return tuple(strokes)


def rounded_line(
    points: Sequence[tuple[float, float]], radius: float, *, closed: bool = False
) -> Path:
    """Return straight lines whose corners are circular arcs of at most that radius."""
    if radius <= 0 or len(points) < 3:
        return Path.polygon(points, closed=closed)
    count = len(points)
    segments: list[Segment] = []
    for i in range(count):
        here = points[i]
        if not closed and i in (0, count - 1):
            segments.append(("L" if segments else "M", (here[0], here[1])))
            continue
        segments.extend(_corner(points[i - 1], here, points[(i + 1) % count], radius, segments))
    if closed:
        segments.append(("Z", ()))
    return Path(tuple(segments))


def _corner(
    before: tuple[float, float],
    here: tuple[float, float],
    after: tuple[float, float],
    radius: float,
    drawn: list[Segment],
) -> list[Segment]:
    ax, ay = before[0] - here[0], before[1] - here[1]
    bx, by = after[0] - here[0], after[1] - here[1]
    la, lb = math.hypot(ax, ay), math.hypot(bx, by)
    inner = math.acos(max(-1.0, min(1.0, (ax * bx + ay * by) / (la * lb))))
    if inner > math.pi - 1e-3:
        return [("L" if drawn else "M", (here[0], here[1]))]
    cut = min(radius / math.tan(inner / 2), 0.49 * la, 0.49 * lb)
    r = cut * math.tan(inner / 2)
    handle = 4 / 3 * math.tan((math.pi - inner) / 4) * r
    start = (here[0] + ax / la * cut, here[1] + ay / la * cut)
    end = (here[0] + bx / lb * cut, here[1] + by / lb * cut)
    return [
        ("L" if drawn else "M", start),
        (
            "C",
            (
                start[0] - ax / la * handle,
                start[1] - ay / la * handle,
                end[0] - bx / lb * handle,
                end[1] - by / lb * handle,
                end[0],
                end[1],
            ),
        ),
    ]


def _turned(body: str) -> Path:
    """Copies of a stroke about a point."""
    _, spec, inner = body.split(" ", 2)
    path = _path(inner)
    count_text, _, rest = spec.partition("@")
    center_text, _, spread = rest.partition("@")
    x, y = (float(v) for v in center_text.split(",")) if center_text else (48.0, 48.0)
    count = int(count_text)
    if spread:
        start, stop = (float(v) for v in spread.split(".."))
        angles = [start + (stop - start) * i / (count - 1) for i in range(count)]
    else:
        angles = [360 * i / count for i in range(count)]
    return Path.join(path.transformed(Affine.rotation(a, Point(x, y))) for a in angles)


def _path(body: str) -> Path:
    verb, _, rest = body.partition(" ")
    if verb == "path":
        return Path.from_svg(rest)
    before, _, after = rest.partition(" r ")
    try:
        n = [float(word) for word in before.split()]
        radius = float(after) if after else 0.0
    except ValueError as error:
        raise InvalidValue(f"stroke {body!r} has a word where a number belongs") from error
    points = list(zip(n[0::2], n[1::2], strict=False))
    if verb in ("line", "poly") and len(n) >= 4 and len(n) % 2 == 0:
        return rounded_line(points, radius, closed=verb == "poly")
    if verb in ("curve", "blob") and len(n) >= 6 and len(n) % 2 == 0:
        return smooth_curve(points, closed=verb == "blob")
    match (verb, len(n)):
        case ("circle", 3):
            return ellipse(n[0], n[1], n[2], n[2])
        case ("ellipse", 4):
            return ellipse(n[0], n[1], n[2], n[3])
        case ("arc", 5):
            return arc(n[0], n[1], n[2], n[3], n[4])
        case ("rect", 5):
            return rounded_rectangle(Box(n[0], n[1], n[2], n[3]), n[4])
        case _:
            raise InvalidValue(
                f"stroke {body!r} is not one of circle arc rect line poly path …"
            )
