"""gradient_fluid: soft forms that pass through one another; gradients mixed in OKLCH.

The flat treatment draws the same forms in solid paints, parted by gaps, for one color.
"""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.document import LinearGradient, Shape
from compositor.document.paint import Stop
from compositor.geometry import Affine, Path, Point
from compositor.geometry.boolean import difference, intersection, offset
from compositor.geometry.fit import cleaned
from compositor.geometry.shapes import smooth_curve, superellipse
from generators.vector.marks.dials import shaped
from generators.vector.marks.mark import Mark, MarkRequest, filled, finished

__all__ = ["FORMS", "draw"]

_CENTER = Point(48, 48)
_GAP = 3.2
_IDEAS = {
    "bloom": "soft forms that share light where they meet / 柔形相叠，交处生光",
    "blob": "a shape that has not decided to stop / 流动之形，未曾停下",
    "ribbon": "one band that bends and comes back brighter / 一带回转，愈转愈明",
    "swirl": "three currents chasing one calm / 三流逐一静",
}
FORMS = tuple(_IDEAS)


def draw(request: MarkRequest) -> Mark:
    """Return a fluid form; the variant picks it, the seed its proportions."""
    form = FORMS[request.variant % len(FORMS)]
    rng = np.random.default_rng((request.seed % 2**32, 53))
    span = float(rng.uniform(55, 95)) * float(rng.choice([-1.0, 1.0]))
    bodies = _DRAWN[form](request, rng)
    is_flat = request.treatment == "flat"
    shapes: list[Shape] = []
    if is_flat:
        for i, (own, _) in enumerate(bodies):
            body = own
            for above, _ in bodies[i + 1 :]:
                body = difference(body, offset(above, _GAP))
            paint = request.inks.spark if i == len(bodies) - 1 else request.inks.main
            if not body.is_empty:
                shapes.append(filled(cleaned(body, least_area=8.0), paint))
    else:
        for i, (body, angle) in enumerate(bodies):
            shift = span * (0.5 * i / max(len(bodies) - 1, 1))
            shapes.append(Shape(path=body, fill=_glow(request, body, angle, span, shift)))
        for i, (below, angle) in enumerate(bodies):
            for above, _ in bodies[i + 1 :]:
                lens = intersection(below, above)
                if lens.segments and lens.bounds.area > 30:
                    lens = cleaned(lens, least_area=8.0)
                    glow = _glow(request, lens, angle + 180, span, span * 0.35, -0.15)
                    shapes.append(Shape(path=lens, fill=glow))
    mark = Mark(
        shapes=tuple(shapes),
        construction="gradient_fluid",
        concept=_IDEAS[form],
        subject=form,
        stroke_u=12.0,
        facts={"form": form, "hue_span_deg": round(abs(span), 1), "is_flat": is_flat},
    )
    return finished(shaped(mark, request, radius_u=_RADII_U[form]))


def _glow(
    request: MarkRequest,
    body: Path,
    angle_deg: float,
    span: float,
    start: float,
    lighter: float = 0.0,
) -> LinearGradient:
    """A gradient across a body: three stops on the way from one hue to another in OKLCH."""
    box = body.bounds
    angle = math.radians(angle_deg)
    reach = (abs(box.width * math.cos(angle)) + abs(box.height * math.sin(angle))) / 2
    dx, dy = reach * math.cos(angle), reach * math.sin(angle)
    own = request.inks.main.color.oklch
    # Gradients of near-black turn to mud: a fluid form is at least mid-light and vivid.
    base = Color.from_oklch(
        min(0.72, max(0.54, own.lightness)), max(0.15, own.chroma), own.hue_deg
    )
    stops = []
    for share in (0.0, 0.5, 1.0):
        color = base.shifted(
            lightness=lighter + 0.2 * share, hue_deg=start + (span - start) * share
        )
        stops.append(Stop(offset=share, color=color))
    cx, cy = box.center
    return LinearGradient(x1=cx - dx, y1=cy - dy, x2=cx + dx, y2=cy + dy, stops=tuple(stops))


def _turned(path: Path, angle_deg: float) -> Path:
    return path.transformed(Affine.rotation(angle_deg, _CENTER))


Bodies = list[tuple[Path, float]]


def _bloom(request: MarkRequest, rng: np.random.Generator) -> Bodies:
    """Superellipses turned about a point near one end."""
    count = int(rng.choice([3, 4])) if request.detail >= 0.3 else 3
    exponent = 3.4 - 1.3 * min(1.0, max(0.0, request.roundness))
    wide = {3: 23.0, 4: 19.0}[count]
    start = 0.0 if rng.random() < 0.6 else 180.0 / count
    near = {3: 17.0, 4: 19.0}[count]
    petal = cleaned(superellipse(48, 48 - near, wide, 25, exponent))
    return [
        (_turned(petal, start + 360 * i / count), start + 360 * i / count - 90)
        for i in range(count)
    ]


def _blob(request: MarkRequest, rng: np.random.Generator) -> Bodies:
    """Two closed curves through seven polar samples, leaning on one another."""
    count = 7
    radii = rng.uniform(32, 43, count)
    even = 0.5 + 0.5 * min(1.0, max(0.0, request.roundness))
    radii = radii * (1 - even * 0.5) + radii.mean() * even * 0.5
    turn = float(rng.uniform(0, 360))

    def ring(scale: float, dx: float, dy: float) -> Path:
        points = [
            (
                48 + dx + scale * r * math.cos(2 * math.pi * i / count),
                48 + dy + scale * r * math.sin(2 * math.pi * i / count),
            )
            for i, r in enumerate(radii)
        ]
        return smooth_curve(points, closed=True)

    tilt = 15.0 * float(rng.integers(-2, 3))
    first = _turned(ring(0.86, 0, 0), turn).moved(-15, 9)
    second = _turned(ring(0.66, 0, 0), turn + 60).moved(19, -13)
    return [(_turned(first, tilt), 300.0), (_turned(second, tilt), 120.0)]


def _ribbon(request: MarkRequest, rng: np.random.Generator) -> Bodies:
    """Bands swept along one sine, each a phase later."""
    count = 3 if request.detail >= 0.3 else 2
    flip = 1.0 if rng.random() < 0.5 else -1.0
    thick = 13.0 + 1.4 * request.weight_u / 5
    bodies: Bodies = []
    for i in range(count):
        # Equal curves one above the other: the gap stays what it is along the whole band.
        y = 48 + (i - (count - 1) / 2) * (1.22 * thick + 6.5)

        def at(x: float, y: float = y) -> float:
            return y - flip * 9.0 * math.sin(math.radians(x * 360 / 80))

        top = [(8 + x, at(x) - thick * (0.36 + 0.5 * x / 80)) for x in range(0, 81, 10)]
        low = [
            (8 + x, at(x) + thick * (0.36 + 0.5 * (80 - x) / 80)) for x in range(80, -1, -10)
        ]
        edge_top = smooth_curve(top)
        edge_low = smooth_curve(low)
        joined = Path((*edge_top.segments, ("L", low[0]), *edge_low.segments[1:], ("Z", ())))
        bodies.append((cleaned(joined), 0.0))
    return bodies


def _swirl(request: MarkRequest, rng: np.random.Generator) -> Bodies:
    """Three commas that chase one another."""
    del rng
    count = 3
    r = 0.82 + 0.18 * min(1.0, max(0.0, request.roundness))
    # The widest point is an extreme: its handles are level, so both sides join smoothly.
    comma = Path.from_svg(
        f"M48 46 C38 44 32 32 35 21 C{38 * r + 35 * (1 - r)} 8 48 5 58 5 "
        f"C{58 + 18 * r} 5 87 20 87 42 C80 32 70 28 62 30 C54 32 50 38 48 46 Z"
    )
    return [(_turned(comma, 360 * i / count), 360 * i / count) for i in range(count)]


_RADII_U = {"bloom": 3.0, "blob": 0.0, "ribbon": 6.0, "swirl": 2.0}
"""Of a corner at roundness 1."""

_DRAWN = {"bloom": _bloom, "blob": _blob, "ribbon": _ribbon, "swirl": _swirl}
