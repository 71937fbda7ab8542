"""Coverage: how much of each small square an area paints; the eyes of judge and distances."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from compositor.canvas.skia_library import load_skia
from compositor.geometry import Affine, Box, Path

__all__ = ["coverage", "fitted_coverage"]

Coverage = NDArray[np.float64]


def coverage(area: Path, window: Box, side_px: int) -> Coverage:
    """Return the painted share, 0–1, of `side_px` × `side_px` squares over a window.

    Args:
        area: A filled outline, nonzero rule.
        window: What is looked at; the area outside is cut off.
        side_px: Rows and columns.
    """
    if not area.segments:
        return np.zeros((side_px, side_px))
    skia = load_skia()
    # Skia is heavy to load, and marks are drawn without it.
    from compositor.canvas.skia_paint import skia_path  # noqa: PLC0415

    kx, ky = side_px / max(window.width, 1e-9), side_px / max(window.height, 1e-9)
    placed = area.transformed(Affine(kx, 0, 0, ky, -window.x * kx, -window.y * ky))
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeA8(side_px, side_px))
    paint = skia.Paint(AntiAlias=True, Color=skia.ColorBLACK)
    surface.getCanvas().drawPath(skia_path(placed), paint)
    pixels = np.array(surface.makeImageSnapshot().toarray(colorType=skia.kAlpha_8_ColorType))
    plain: Coverage = pixels.reshape(side_px, side_px, -1)[..., 0].astype(np.float64) / 255
    return plain


def fitted_coverage(area: Path, side_px: int) -> Coverage:
    """Return the same with the area's own square, so that place and size do not count."""
    box = area.bounds
    side = max(box.width, box.height, 1e-6)
    window = Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
    return coverage(area, window, side_px)
