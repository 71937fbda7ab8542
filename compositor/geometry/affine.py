"""Affine: a 2 × 3 transform, written (a, b, c, d, e, f) as in SVG ``matrix()``."""

from __future__ import annotations

import math
from typing import NamedTuple

from compositor.geometry.box import Box, Point

__all__ = ["Affine"]


class Affine(NamedTuple):
    """x' = a·x + c·y + e and y' = b·x + d·y + f.

    Source: https://www.w3.org/TR/css-transforms-1/#funcdef-transform-matrix
    """

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def translation(cls, dx: float, dy: float) -> Affine:
        """Return a move by (dx, dy) px."""
        return cls(e=dx, f=dy)

    @classmethod
    def scaling(cls, sx: float, sy: float | None = None) -> Affine:
        """Return a scale about the origin."""
        return cls(a=sx, d=sx if sy is None else sy)

    @classmethod
    def rotation(cls, angle_deg: float, center: Point = Point(0, 0)) -> Affine:  # noqa: B008 (a NamedTuple is immutable)
        """Return a clockwise turn about a point."""
        cos, sin = math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg))
        x, y = center
        return cls(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)

    @classmethod
    def fitting(cls, source: Box, target: Box) -> Affine:
        """Return the uniform scale and move that centers source inside target, touching it."""
        scale = min(target.width / source.width, target.height / source.height)
        return cls(
            scale,
            0,
            0,
            scale,
            target.center.x - scale * source.center.x,
            target.center.y - scale * source.center.y,
        )

    def then(self, after: Affine) -> Affine:
        """Return the transform that applies this one first and `after` second."""
        return Affine(
            after.a * self.a + after.c * self.b,
            after.b * self.a + after.d * self.b,
            after.a * self.c + after.c * self.d,
            after.b * self.c + after.d * self.d,
            after.a * self.e + after.c * self.f + after.e,
            after.b * self.e + after.d * self.f + after.f,
        )

    def apply(self, point: tuple[float, float]) -> Point:
        """Return the transformed point."""
        x, y = point
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def apply_box(self, box: Box) -> Box:
        """Return the upright box around the transformed corners."""
        corners = [
            self.apply(p)
            for p in (
                (box.x, box.y),
                (box.right, box.y),
                (box.x, box.bottom),
                (box.right, box.bottom),
            )
        ]
        xs, ys = [p.x for p in corners], [p.y for p in corners]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def inverse(self) -> Affine:
        """Return the transform that undoes this one.

        Raises:
            ValueError: The transform flattens the plane.
        """
        det = self.determinant
        if abs(det) < 1e-12:
            raise ValueError(f"{self} has no inverse")
        return Affine(
            self.d / det,
            -self.b / det,
            -self.c / det,
            self.a / det,
            (self.c * self.f - self.d * self.e) / det,
            (self.b * self.e - self.a * self.f) / det,
        )

    @property
    def determinant(self) -> float:
        """Signed change of area."""
        return self.a * self.d - self.b * self.c

    @property
    def mean_scale(self) -> float:
        """Square root of the change of area: how much a stroke widens."""
        return math.sqrt(abs(self.determinant))

    @property
    def is_identity(self) -> bool:
        """Whether nothing moves."""
        return self == Affine()
