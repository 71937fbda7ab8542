"""The doodle treatment: lines as a pen leaves them, uneven, overshooting their start."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from compositor.document import Shape
from compositor.geometry import Path
from compositor.geometry.shapes import smooth_curve
from generators.vector.marks.mark import Mark, MarkRequest

__all__ = ["doodled", "pen_line"]

Points = NDArray[np.float64]


def doodled(mark: Mark, request: MarkRequest, *, wobble_u: float = 0.8) -> Mark:
    """Return the mark with every stroke replaced by the area a felt pen would cover.

    Filled parts stay filled but lose their compass-drawn edge.
    """
    rng = np.random.default_rng((*request.seed_pair, 7))
    shapes: list[Shape] = []
    for shape in mark.shapes:
        if shape.stroke is None:
            rough = Path.join(
                _rough_edge(c, rng, wobble_u * 0.6) for c in shape.path.contours()
            )
            shapes.append(shape.model_copy(update={"path": rough}))
            continue
        lines = [
            pen_line(contour, shape.stroke.width, rng, wobble_u=wobble_u)
            for contour in shape.path.contours()
        ]
        shapes.extend(Shape(path=line, fill=shape.stroke.paint) for line in lines)
    return replace(mark, shapes=tuple(shapes), facts={**mark.facts, "treatment": "doodle"})


def pen_line(
    contour: Path,
    width_u: float,
    rng: np.random.Generator,
    *,
    wobble_u: float = 0.8,
    step_u: float = 4.5,
) -> Path:
    """Return the area one pen line covers: full in its middle, thin where it lands and lifts.

    A closed contour is drawn past its start, as a hand does.
    """
    points = _resampled(contour, step_u)
    if len(points) < 9:
        points = _resampled(contour, max(0.8, step_u * len(points) / 9))
    is_closed = contour.segments[-1][0] == "Z"
    if is_closed:
        points = np.vstack([points, points[1:3]])
    count = len(points)
    # A short line shakes less: its whole length is one movement of the hand.
    box = contour.bounds
    wobble_u *= min(1.0, math.hypot(box.width, box.height) / 34)
    points = points + _noise(count, 2, rng, wave=5.0) * wobble_u
    along = np.linspace(0, 1, count)
    swell = 0.86 + 0.2 * np.sin(math.pi * along) + 0.16 * _noise(count, 1, rng, wave=4.0)[:, 0]
    ends = np.minimum(1.0, np.minimum(along, 1 - along) * (count - 1) / 1.6 + 0.5)
    half = (width_u / 2) * swell * ends
    tangent = np.gradient(points, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
    left, right = points + normal * half[:, None], points - normal * half[:, None]
    tip = points[-1] + tangent[-1] * half[-1] * 0.9
    tail = points[0] - tangent[0] * half[0] * 0.9
    outline = [*left, tip, *right[::-1], tail]
    return smooth_curve([(float(x), float(y)) for x, y in outline], closed=True)


def _rough_edge(contour: Path, rng: np.random.Generator, wobble_u: float) -> Path:
    box = contour.bounds
    step = max(1.4, min(5.0, (box.width + box.height) / 10))
    points = _resampled(contour, step)
    if len(points) < 5:
        return contour
    if contour.segments[-1][0] == "Z":
        points = points[:-1]
    wobble_u *= min(1.0, (box.width + box.height) / 40)
    points = points + _noise(len(points), 2, rng, wave=3.0) * wobble_u
    return smooth_curve([(float(x), float(y)) for x, y in points], closed=True)


def _resampled(contour: Path, step_u: float) -> Points:
    """Points at equal distances along the contour, ends included."""
    line = np.array([(p.x, p.y) for p in contour.flattened(12)[0]], dtype=np.float64)
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    total = float(lengths[-1])
    count = max(3, round(total / step_u) + 1)
    at = np.linspace(0, total, count)
    return np.stack([np.interp(at, lengths, line[:, i]) for i in (0, 1)], axis=1)


def _noise(count: int, axes: int, rng: np.random.Generator, *, wave: float) -> Points:
    """Smooth noise of about ±1, `wave` samples to a swing."""
    knots = rng.uniform(-1, 1, (max(4, math.ceil(count / wave) + 3), axes))
    at = np.linspace(0, len(knots) - 1.001, count)
    low = at.astype(int)
    share = at - low
    share = share * share * (3 - 2 * share)
    mixed: Points = knots[low] * (1 - share)[:, None] + knots[low + 1] * share[:, None]
    return mixed
