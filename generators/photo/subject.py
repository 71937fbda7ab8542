"""Finding the subject: how likely each pixel belongs to what was photographed.

With weights, U-2-Net looks at the whole picture and then again, closer, at what it found;
around a click it looks through several windows, to part the product from its neighbors.
Without weights, a smooth ground is fitted to the edges of the picture and what differs from
it, but is not its shadow, is subject; GrabCut then settles the edge.

Sources: X. Qin et al., U²-Net, Pattern Recognition 106 (2020),
https://doi.org/10.1016/j.patcog.2020.107404; C. Rother et al., GrabCut, SIGGRAPH 2004,
https://doi.org/10.1145/1015706.1015720
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from generators.errors import GenerationFailed

__all__ = ["Click", "Found", "find_subject"]

Click = tuple[float, float]
Map = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Look = Callable[[Pixels], Map]

_GROW = 0.14
_WINDOWS = (
    (0.4, 0.4), (0.6, 0.6), (0.85, 0.85), (0.4, 0.85), (0.6, 0.85), (0.25, 0.6),
    (0.85, 0.6), (0.85, 0.4), (0.85, 0.25),
)  # fmt: skip
"""Around a click, in shares of width and height."""
_TIE = 0.03
_SMALL_PX = 400
_EDGE_SHARE = 40
_IMAGENET = (np.array((0.485, 0.456, 0.406)), np.array((0.229, 0.224, 0.225)))
_MIN_SHARE = 0.0008
"""A subject smaller than this share of the picture is a speck."""


@dataclass(frozen=True, eq=False)
class Found:
    """What was found.

    Attributes:
        likelihood: (h, w), 0–1.
        how: ``net``, ``net at the click`` or ``ground``.
    """

    likelihood: Map
    how: str


def find_subject(pixels: Pixels, click: Click | None, model: Path | None) -> Found:
    """Return where the subject is.

    Args:
        pixels: (h, w, 3) sRGB.
        click: A place on the subject, in fractions; None takes the most salient thing.
        model: Weights in ONNX; None finds it by the ground.

    Raises:
        GenerationFailed: Nothing stands out, or nothing does at the click.
    """
    if model is None:
        return _by_ground(pixels, click)
    look = _net(str(model))
    if click is not None:
        around = _around_click(pixels, click, look)
        if around is not None:
            return Found(_only(around, click), "net at the click")
        return _by_ground(pixels, click)
    whole = look(pixels)
    region = _component(whole, None)
    if region.mean() < _MIN_SHARE:
        return _by_ground(pixels, None)
    close = _closer(pixels, region, look)
    joined = 0.35 * whole + 0.65 * close if _component(close, None).any() else whole
    return Found(_only(np.asarray(joined, np.float32), None), "net")


@lru_cache(maxsize=2)
def _net(path: str) -> Look:
    """Return the net as a function; the model's own input size decides how it is fed."""
    import onnxruntime  # noqa: PLC0415 - optional beside the classical way

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"]
        )
    except (onnxruntime.capi.onnxruntime_pybind11_state.Fail, ValueError) as error:
        raise GenerationFailed(
            f"{Path(path).name} is not a usable ONNX model: {error}"
        ) from error
    entry = session.get_inputs()[0]
    side = entry.shape[-1] if isinstance(entry.shape[-1], int) else 1024
    mean, spread = _IMAGENET
    if side > 512 and "birefnet" not in Path(path).name.lower():
        mean, spread = np.array((0.5, 0.5, 0.5)), np.array((1.0, 1.0, 1.0))

    def look(pixels: Pixels) -> Map:
        small = cv2.resize(pixels, (side, side), interpolation=cv2.INTER_AREA)
        fed = small.astype(np.float32) / max(float(small.max()), 1.0)
        fed = ((fed - mean) / spread).transpose(2, 0, 1)[None].astype(np.float32)
        told = np.asarray(session.run(None, {entry.name: fed})[0], np.float32).squeeze()
        height, width = pixels.shape[:2]
        return np.clip(cv2.resize(told, (width, height)), 0, 1)

    return look


def _closer(pixels: Pixels, region: NDArray[np.bool_], look: Look) -> Map:
    rows, columns = np.nonzero(region)
    height, width = region.shape
    grow_x = int(np.ptp(columns) * _GROW) + 4
    grow_y = int(np.ptp(rows) * _GROW) + 4
    left, right = max(0, columns.min() - grow_x), min(width, columns.max() + 1 + grow_x)
    top, bottom = max(0, rows.min() - grow_y), min(height, rows.max() + 1 + grow_y)
    found = np.zeros((height, width), np.float32)
    found[top:bottom, left:right] = look(pixels[top:bottom, left:right])
    return found


def _around_click(pixels: Pixels, click: Click, look: Look) -> Map | None:
    """Return the best of several close looks, or None when none sees a thing at the click.

    What a window cuts through, the net takes for ground; so a window that just holds the
    product parts it from its neighbors. Best is what ends inside its window and is sure; of
    two as good, the larger, for the smaller may be a part of it.
    """
    height, width = pixels.shape[:2]
    x, y = int(click[0] * width), int(click[1] * height)
    seen: list[tuple[float, float, Map]] = []
    for share_x, share_y in _WINDOWS:
        left, right = _span(x, share_x * width, width)
        top, bottom = _span(y, share_y * height, height)
        if min(right - left, bottom - top) < 16:
            continue
        told = look(pixels[top:bottom, left:right])
        region = _component(told, None, (y - top, x - left))
        if not region[y - top, x - left]:
            continue
        cut = (
            region[0].sum() * (top > 0)
            + region[-1].sum() * (bottom < height)
            + region[:, 0].sum() * (left > 0)
            + region[:, -1].sum() * (right < width)
        ) / (2 * sum(region.shape))
        unsure = float(((told > 0.1) & (told < 0.9)).mean() / region.mean())
        worth = float(told[region].mean()) - 1.5 * float(cut) - 0.4 * unsure
        whole = np.zeros((height, width), np.float32)
        whole[top:bottom, left:right] = told
        seen.append((worth, float(region.sum()), whole))
    if not seen:
        return None
    best = max(worth for worth, _size, _whole in seen)
    return max((one for one in seen if one[0] >= best - _TIE), key=lambda one: one[1])[2]


def _span(middle: int, length: float, limit: int) -> tuple[int, int]:
    return max(0, int(middle - length / 2)), min(limit, int(middle + length / 2))


def _by_ground(pixels: Pixels, click: Click | None) -> Found:
    height, width = pixels.shape[:2]
    scale = min(1.0, _SMALL_PX / max(height, width))
    resized = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.asarray(resized, np.uint8)
    apart = _apart_from_ground(small)
    seed = _component(apart, click)
    if seed.mean() < _MIN_SHARE or (click is not None and not _holds(seed, click)):
        raise GenerationFailed(
            "nothing stands out there; click on the product, or crop closer to it"
        )
    marks = np.where(
        apart > 0.9, cv2.GC_PR_FGD, np.where(apart < 0.1, cv2.GC_BGD, cv2.GC_PR_BGD)
    )
    inner = cv2.erode(seed.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
    marks[~cv2.dilate(seed.astype(np.uint8), np.ones((9, 9), np.uint8)).astype(bool)] = (
        cv2.GC_BGD
    )
    marks[seed & ~inner] = cv2.GC_PR_FGD
    marks[inner] = cv2.GC_FGD
    marks = np.ascontiguousarray(marks, np.uint8)
    cv2.setRNGSeed(0)
    if (marks == cv2.GC_BGD).any() and inner.any():
        back, front = np.zeros((1, 65)), np.zeros((1, 65))
        bgr = np.ascontiguousarray(small[..., ::-1])
        whole = (0, 0, marks.shape[1], marks.shape[0])
        cv2.grabCut(bgr, marks, whole, back, front, 4, cv2.GC_INIT_WITH_MASK)
        settled = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.float32)
    else:
        settled = seed.astype(np.float32)
    soft = cv2.GaussianBlur(settled, (0, 0), 0.8)
    soft = cv2.resize(soft, (width, height))
    return Found(_only(np.asarray(soft, np.float32), click), "ground")


def _apart_from_ground(pixels: Pixels) -> Map:
    """Return 0–1 how far each pixel is from a smooth ground, shadows not counted."""
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    height, width = lab.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width]
    x, y = columns / width - 0.5, rows / height - 0.5
    shapes = np.stack([np.ones_like(x), x, y, x * x, y * y, x * y, y**3, x * x * y], -1)
    rim = max(3, height // _EDGE_SHARE)
    edge = np.ones((height, width), bool)
    edge[rim:-rim, rim:-rim] = False
    known, told = shapes[edge], lab[edge]
    weight = np.ones(len(known))
    # A product may touch the edge: what fits badly counts for less and less.
    for _ in range(6):
        fit, *_rest = np.linalg.lstsq(
            known * weight[:, None], told * weight[:, None], rcond=None
        )
        weight = 1 / (1 + (np.linalg.norm(known @ fit - told, axis=1) / 6) ** 2)
    ground = np.asarray(shapes.reshape(-1, 8) @ fit).reshape(lab.shape)
    off = lab - ground
    # A shadow darkens its ground and hardly tints it.
    dark = np.clip(lab[..., 0] / np.maximum(ground[..., 0], 1), 0, 1)
    tint = np.linalg.norm(
        lab[..., 1:] - 128 - (ground[..., 1:] - 128) * dark[..., None], axis=2
    )
    is_shade = (off[..., 0] < 0) & (dark > 0.45) & (tint < 7)
    far = np.linalg.norm(off, axis=2)
    far = np.where(is_shade, far * 0.1, far)
    return np.asarray(np.clip((far - 5) / 16, 0, 1), np.float32)


def _component(
    likely: Map, click: Click | None, place: tuple[int, int] | None = None
) -> NDArray[np.bool_]:
    """Return the connected region at a click, or the one with the most likelihood.

    Args:
        likely: 0–1.
        click: In fractions.
        place: The same as row and column.
    """
    count, labels = cv2.connectedComponents((likely > 0.5).astype(np.uint8), connectivity=8)
    if count < 2:
        return np.zeros(likely.shape, bool)
    if click is not None:
        height, width = likely.shape
        place = min(int(click[1] * height), height - 1), min(int(click[0] * width), width - 1)
    here = labels[place] if place is not None else 0
    if here:
        return np.asarray(labels == here)
    sums = np.bincount(labels.ravel(), weights=likely.ravel(), minlength=count)
    return np.asarray(labels == 1 + int(np.argmax(sums[1:])))


def _only(likely: Map, click: Click | None) -> Map:
    """Return the likelihood of one thing and of what is left around its edge."""
    region = _component(likely, click)
    reach = max(3, min(likely.shape) // 60) * 2 + 1
    near = cv2.dilate(region.astype(np.uint8), np.ones((reach, reach), np.uint8))
    return np.where(near > 0, likely, 0).astype(np.float32)


def _holds(region: NDArray[np.bool_], click: Click) -> bool:
    height, width = region.shape
    row, column = min(int(click[1] * height), height - 1), min(int(click[0] * width), width - 1)
    return bool(region[row, column])
