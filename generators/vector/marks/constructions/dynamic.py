"""dynamic: one container and one rule; what fills it changes, the sign stays the same."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from compositor.document import Shape, SolidPaint
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection, outline_stroke
from compositor.geometry.corners import rounded_corners
from compositor.geometry.shapes import circle, line, rectangle, superellipse
from generators.vector.marks.constructions.letter_outline import without_crumbs
from generators.vector.marks.dials import shaped
from generators.vector.marks.mark import Mark, MarkRequest, filled, finished
from generators.vector.marks.solid import carriers

__all__ = ["AXES", "State", "draw", "draw_state", "specimens"]

AXES: dict[str, tuple[str, ...]] = {
    "pattern": ("bands", "rings", "fan", "steps"),
    "turn_deg": ("0", "45", "90", "135", "180", "270"),
    "count": ("3", "4", "5", "6"),
    "rhythm": ("even", "growing", "pulse", "fading"),
    "lit": ("first", "middle", "last", "none"),
}
"""What may change, and to what; every combination is a legal state of the sign."""

_CONTAINERS = ("circle", "tile", "arch", "drop", "leaf", "hexagon")
_GAP = 4.2


@dataclass(frozen=True)
class State:
    """One value of every axis."""

    pattern: str
    turn_deg: int
    count: int
    rhythm: str
    lit: str


def draw(request: MarkRequest) -> Mark:
    """Return the default state; the variant moves through the container's states."""
    return draw_state(request, _state(request, request.variant))


def specimens(request: MarkRequest, count: int = 6) -> tuple[Mark, ...]:
    """Return states of the same sign that differ in every axis, for its sheet."""
    return tuple(draw_state(request, _state(request, i + 1)) for i in range(count))


def draw_state(request: MarkRequest, state: State) -> Mark:
    """Return the sign in a given state."""
    rng = np.random.default_rng((request.seed % 2**32, 43))
    name = _CONTAINERS[int(rng.integers(len(_CONTAINERS)))]
    outline = _container(name, request.roundness)
    count = max(3, state.count - (1 if request.detail < 0.25 else 0))
    pieces = _PATTERNS[state.pattern](outline, replace(state, count=count))
    lit = {"first": 0, "middle": count // 2, "last": count - 1, "none": -1}[state.lit]
    shapes: list[Shape] = []
    for i, piece in enumerate(pieces):
        area = without_crumbs(intersection(outline, piece), 40.0)
        if not area.is_empty:
            shapes.append(filled(area, _paint(request, i, lit)))
    mark = Mark(
        shapes=tuple(shapes),
        construction="dynamic",
        concept=f"one {name}, endlessly re-cut: the outline stays, the day changes"
        " / 外形不变，内容日新",
        subject=name,
        stroke_u=80 / count - _GAP,
        has_round_ends=request.roundness >= 0.5,
        facts={
            "container": name,
            "pattern": state.pattern,
            "turn_deg": state.turn_deg,
            "count": count,
            "rhythm": state.rhythm,
            "lit": state.lit,
            "axes": "; ".join(f"{k}: {' | '.join(v)}" for k, v in AXES.items()),
            "states": math.prod(len(v) for v in AXES.values()),
        },
    )
    return finished(shaped(mark, request, radius_u=2.6))


def _state(request: MarkRequest, index: int) -> State:
    """A state for each index; neighbors differ in every axis."""
    rng = np.random.default_rng((request.seed % 2**32, 47))
    start = [int(rng.integers(len(values))) for values in AXES.values()]
    picked = {
        key: values[(start[i] + index * (1 if i != 1 else 5)) % len(values)]
        for i, (key, values) in enumerate(AXES.items())
    }
    return State(
        picked["pattern"],
        int(picked["turn_deg"]),
        int(picked["count"]),
        picked["rhythm"],
        picked["lit"],
    )


def _paint(request: MarkRequest, index: int, lit: int) -> SolidPaint:
    return request.inks.spark if index == lit else request.inks.main


def _container(name: str, roundness: float) -> Path:
    r = min(1.0, max(0.0, roundness))
    if name == "circle":
        return circle(48, 48, 42)
    if name == "tile":
        return superellipse(48, 48, 42, 42, 7.0 - 3.0 * r)
    return rounded_corners(carriers()[name], 1.0 + 6.0 * r)


def _shares(state: State) -> list[float]:
    """How the container's width is divided, as fractions that add up to 1."""
    n = state.count
    weights = {
        "even": [1.0] * n,
        "growing": [1 + 0.45 * i for i in range(n)],
        "fading": [1 + 0.45 * (n - 1 - i) for i in range(n)],
        "pulse": [1.0 if i % 2 else 1.7 for i in range(n)],
    }[state.rhythm]
    return [w / sum(weights) for w in weights]


def _edges(state: State, length: float) -> list[tuple[float, float]]:
    """Start and end of every piece along a length, gaps taken out."""
    edges, at = [], 0.0
    shares = _shares(state)
    for i, share in enumerate(shares):
        end = at + share * length
        low = at + (_GAP / 2 if i else -8)
        high = end - (_GAP / 2 if i < len(shares) - 1 else -8)
        edges.append((low, high))
        at = end
    return edges


def _bands(outline: Path, state: State) -> list[Path]:
    turn = Affine.rotation(state.turn_deg, Point(48, 48))
    box = outline.transformed(Affine.rotation(-state.turn_deg, Point(48, 48))).bounds
    return [
        rectangle(Box(box.x + low, -60, high - low, 216)).transformed(turn)
        for low, high in _edges(state, box.width)
    ]


def _rings(outline: Path, state: State) -> list[Path]:
    """Rings about a point of the rim, in the direction of the turn."""
    angle = math.radians(state.turn_deg)
    x, y = 48 + 30 * math.cos(angle), 48 + 30 * math.sin(angle)
    far = max(math.dist((x, y), p) for line in outline.flattened(6) for p in line)
    found = []
    for low, high in _edges(state, far):
        disc = circle(x, y, high + (8 if high > far else 0))
        found.append(difference(disc, circle(x, y, low)) if low > 0 else disc)
    return found


def _fan(outline: Path, state: State) -> list[Path]:
    """Sectors that open from a point below the container, parted by cuts of one width."""
    del outline
    apex = (48.0, 112.0)
    spread = 90.0
    at = -90 - spread / 2
    rays = []
    for share in (0.0, *_shares(state)):
        at += spread * share
        angle = math.radians(at)
        rays.append((apex[0] + 240 * math.cos(angle), apex[1] + 240 * math.sin(angle)))
    cuts = [outline_stroke(line(*apex, *ray), _GAP, cap="butt") for ray in rays[1:-1]]
    found = []
    for i in range(len(rays) - 1):
        sector = Path.polygon([apex, rays[i], rays[i + 1]])
        for cut in cuts[max(0, i - 1) : i + 1]:
            sector = difference(sector, cut)
        found.append(sector)
    if state.turn_deg in (180, 270):
        found = [p.transformed(Affine(1, 0, 0, -1, 0, 96)) for p in found]
    return found


def _steps(outline: Path, state: State) -> list[Path]:
    """Chevrons nested along one axis."""
    turn = Affine.rotation(state.turn_deg, Point(48, 48))
    del outline
    found = []
    for low, high in _edges(state, 120.0):
        y0, y1 = -12 + low, -12 + high
        found.append(
            Path.polygon(
                [(-60, y0 + 54), (48, y0 - 30), (156, y0 + 54),
                 (156, y1 + 54), (48, y1 - 30), (-60, y1 + 54)]
            ).transformed(turn)
        )  # fmt: skip
    return found


_PATTERNS = {"bands": _bands, "rings": _rings, "fan": _fan, "steps": _steps}
