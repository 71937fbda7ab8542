"""Flat pictures: read, and parted into the few colors they are painted in.

Pixels are float64 RGB in 0–1 over white, (height, width, 3); y down. A cover is how much of
each pixel a color has, 0–1.
"""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from compositor.color import Color
from compositor.errors import DesignError

__all__ = ["CannotTrace", "Cover", "Pixels", "color_covers", "read_picture"]

Pixels = NDArray[np.float64]
Cover = NDArray[np.float64]
_Labels = NDArray[np.int64]

_LEAST_SIDE_PX, _MOST_SIDE_PX = 24, 1024
_MOST_COLORS = 8
_SAME = 0.09
"""Colors nearer than this, in RGB, are one."""
_FLAT = 0.035
"""Most a pixel of a flat part differs from its neighbors."""
_LEAST_SHARE = 0.0008
_LEAST_FLAT_SHARE = 0.62
"""Less of the picture lying flat: a photograph, not a drawing."""
_BINS = 16


class CannotTrace(DesignError):
    """Raised when a picture is no flat drawing that could become outlines; it says why."""


def read_picture(data: bytes) -> Pixels:
    """Return a picture's pixels over white, at most 1024 px on its long side.

    Raises:
        CannotTrace: It is no picture, or too small.
    """
    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.load()
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise CannotTrace(f"this is no picture that can be read ({error}); give PNG, JPEG or "
                          "WebP") from error  # fmt: skip
    if min(picture.size) < _LEAST_SIDE_PX:
        raise CannotTrace(
            f"{picture.width} × {picture.height} px is too small to trace; give at least "
            f"{_LEAST_SIDE_PX} px, better 512"
        )
    long = max(picture.size)
    if long > _MOST_SIDE_PX:
        share = _MOST_SIDE_PX / long
        size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
        picture = picture.resize(size, Image.Resampling.BOX)
    pixels = np.asarray(picture, dtype=np.float64) / 255
    opaque = pixels[..., 3:]
    return pixels[..., :3] * opaque + (1 - opaque)


def color_covers(pixels: Pixels, most_colors: int = _MOST_COLORS) -> list[tuple[Color, Cover]]:
    """Return every color but the ground's with its cover, the one with most area first.

    The ground is what most of the picture's rim has.

    Raises:
        CannotTrace: The picture is of one color, or no flat drawing.
    """
    flat = _flat(pixels)
    if float(flat.mean()) < _LEAST_FLAT_SHARE:
        raise CannotTrace(
            "this looks like a photograph or a soft painting, not like a flat drawing; trace "
            "pictures of few even colors"
        )
    palette = _palette(pixels, flat)
    if len(palette) < 2:
        raise CannotTrace("the picture has one color only; there is nothing to trace")
    rim = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    ground = int(np.bincount(_nearest(rim, palette), minlength=len(palette)).argmax())
    order = [ground, *(i for i in range(len(palette)) if i != ground)]
    palette = palette[order][: most_colors + 1]
    labels = _labelled(pixels, flat, palette)
    found = []
    for i in range(1, len(palette)):
        cover = _cover(pixels, labels, palette, i)
        if float(cover.mean()) >= _LEAST_SHARE:
            red, green, blue = (round(float(v) * 255) for v in palette[i])
            found.append((Color.from_hex(f"#{red:02x}{green:02x}{blue:02x}"), cover))
    if not found:
        raise CannotTrace("nothing in the picture is large enough to trace")
    return sorted(found, key=lambda f: -float(f[1].sum()))


def _flat(pixels: Pixels) -> NDArray[np.bool_]:
    """Pixels that look like the ones right of and below them, or left and above."""
    dx = np.abs(np.diff(pixels, axis=1)).max(axis=2) < _FLAT
    dy = np.abs(np.diff(pixels, axis=0)).max(axis=2) < _FLAT
    right, left = np.pad(dx, ((0, 0), (0, 1))), np.pad(dx, ((0, 0), (1, 0)))
    below, above = np.pad(dy, ((0, 1), (0, 0))), np.pad(dy, ((1, 0), (0, 0)))
    found: NDArray[np.bool_] = (right | left) & (below | above)
    return found


def _palette(pixels: Pixels, flat: NDArray[np.bool_]) -> Pixels:
    """Colors of flat parts, most frequent first, each with a share worth a shape."""
    seen = pixels[flat]
    keys = (np.minimum((seen * _BINS).astype(np.int64), _BINS - 1) * (_BINS**2, _BINS, 1)).sum(
        axis=1
    )
    counts = np.bincount(keys, minlength=_BINS**3)
    sums = [np.bincount(keys, weights=seen[:, c], minlength=_BINS**3) for c in range(3)]
    order = np.argsort(-counts, kind="stable")
    found: list[tuple[float, Pixels]] = []
    for k in order[: 4 * _BINS]:
        if counts[k] == 0:
            break
        color = np.array([s[k] / counts[k] for s in sums])
        near = next(
            (i for i, (_, c) in enumerate(found) if float(np.linalg.norm(c - color)) < _SAME),
            None,
        )
        if near is None:
            found.append((float(counts[k]), color))
        else:
            weight, other = found[near]
            total = weight + float(counts[k])
            found[near] = (total, (other * weight + color * float(counts[k])) / total)
    least = _LEAST_SHARE * pixels.shape[0] * pixels.shape[1]
    kept = [color for weight, color in sorted(found, key=lambda f: -f[0]) if weight >= least]
    return np.array(kept)


def _nearest(colors: Pixels, palette: Pixels) -> _Labels:
    away = ((colors[..., None, :] - palette) ** 2).sum(axis=-1)
    nearest: _Labels = away.argmin(axis=-1)
    return nearest


def _labelled(pixels: Pixels, flat: NDArray[np.bool_], palette: Pixels) -> _Labels:
    """A color for every pixel; mixes at an edge take one of the colors that lie there.

    Between black and white a rim of gray is no gray part: a color counts only near pixels
    that have it and lie flat.
    """
    nearest = _nearest(pixels, palette)
    near = []
    for i in range(len(palette)):
        sure = flat & (nearest == i)
        sure &= ((pixels - palette[i]) ** 2).sum(axis=2) < _SAME**2
        near.append(_grown(sure, 2))
    away = ((pixels[..., None, :] - palette) ** 2).sum(axis=-1)
    allowed = np.stack(near, axis=-1)
    allowed |= ~allowed.any(axis=-1, keepdims=True)
    chosen: _Labels = np.where(allowed, away, np.inf).argmin(axis=-1)
    return chosen


def _cover(pixels: Pixels, labels: _Labels, palette: Pixels, index: int) -> Cover:
    """How much of each pixel the color has, by how far it is from the colors beside it."""
    own = labels == index
    cover = own.astype(np.float64)
    seam = _grown(own, 1) & _grown(~own, 1)
    beside = [j for j in range(len(palette)) if j != index]
    places = np.stack([_grown(labels == j, 1) for j in beside], axis=-1)[seam]
    away = np.sqrt(((pixels[seam][:, None, :] - palette[beside]) ** 2).sum(axis=-1))
    other = np.where(places, away, np.inf)
    mate = np.array(beside)[other.argmin(axis=1)]
    # The part of the way from the neighbor's color to this one.
    way = palette[index] - palette[mate]
    share = ((pixels[seam] - palette[mate]) * way).sum(axis=1) / (way**2).sum(axis=1)
    cover[seam] = np.clip(share, 0.0, 1.0)
    # What the label decides, the cover may not turn over.
    mixed = np.clip(cover, np.where(own, 0.5 + 1e-6, 0.0), np.where(own, 1.0, 0.5 - 1e-6))
    return np.asarray(mixed, dtype=np.float64)


def _grown(mask: NDArray[np.bool_], times: int) -> NDArray[np.bool_]:
    for _ in range(times):
        wide = mask.copy()
        wide[1:] |= mask[:-1]
        wide[:-1] |= mask[1:]
        wide[:, 1:] |= mask[:, :-1]
        wide[:, :-1] |= mask[:, 1:]
        mask = wide
    return mask
