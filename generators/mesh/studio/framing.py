"""Framing: the camera that puts a group into a given box of the picture."""

from __future__ import annotations

import math

import numpy as np

from compositor.geometry import Box
from generators.mesh.studio.job import Floats, Lens
from generators.mesh.studio.request import Camera

__all__ = ["axes_of", "framed", "projected"]


def framed(points: Floats, camera: Camera, size: tuple[int, int]) -> Lens:
    """Return the lens whose picture shows all points inside `camera.box`.

    The axis goes through the middle of the group and the picture is shifted, as with a view
    camera, so that a group at the edge is not drawn sideways.

    Args:
        points: (n, 3), cm.
        camera: Tilt, field of view, box and blur.
        size: Width and height of the picture, px.
    """
    width, height = size
    box = Box(0, 0, width, height).fraction(*camera.box)
    low, high = points.min(axis=0), points.max(axis=0)
    middle = (low + high) / 2
    reach = max(float(np.linalg.norm(high - low)), 1e-3)
    focal_px = min(width, height) / 2 / math.tan(math.radians(camera.fov) / 2)
    tilt = math.radians(camera.tilt)
    back = np.array([0.0, -math.cos(tilt), math.sin(tilt)])
    near, far = reach * 0.55, reach * 400
    for _ in range(60):
        distance = math.sqrt(near * far)
        seen = _extent(points, middle, back * distance, focal_px)
        if seen.width > box.width or seen.height > box.height:
            near = distance
        else:
            far = distance
    seen = _extent(points, middle, back * far, focal_px)
    # what does not fill the box stands on its bottom, as things on a shelf do
    center = np.array([box.center.x - seen.center.x, box.bottom - seen.bottom])
    if seen.height < box.height:
        center[1] -= (box.height - seen.height) * 0.35
    aperture = camera.blur * reach * 0.05
    return Lens(middle + back * far, middle, focal_px, center, float(far), aperture)


def axes_of(lens: Lens) -> tuple[Floats, Floats, Floats]:
    """Return right, up and forward of the camera as unit vectors."""
    forward = lens.target - lens.origin
    forward = forward / np.linalg.norm(forward)
    right = np.cross(forward, [0.0, 0.0, 1.0])
    right = right / np.linalg.norm(right)
    return right, np.cross(right, forward), forward


def projected(points: Floats, lens: Lens) -> Floats:
    """Return (n, 2) picture coordinates in px from the top left, y down."""
    right, up, forward = axes_of(lens)
    seen = points - lens.origin
    depth = np.maximum(seen @ forward, 1e-6)
    flat = np.column_stack([seen @ right, -(seen @ up)]) / depth[:, None]
    shifted: Floats = flat * lens.focal_px + lens.center
    return shifted


def _extent(points: Floats, middle: Floats, offset: Floats, focal_px: float) -> Box:
    lens = Lens(middle + offset, middle, focal_px, np.zeros(2), 1.0)
    _, _, forward = axes_of(lens)
    if ((points - lens.origin) @ forward).min() <= np.linalg.norm(offset) * 0.02:
        return Box(0, 0, math.inf, math.inf)
    flat = projected(points, lens)
    low, high = flat.min(axis=0), flat.max(axis=0)
    return Box(low[0], low[1], high[0] - low[0], high[1] - low[1])
