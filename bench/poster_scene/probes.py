"""Probes: one small picture for each feature, and the pixels that show it is really drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bench.poster_scene.elements import GRAIN_SRC, PHOTO_SRC, Element
from bench.poster_scene.engines import Engine

__all__ = ["measured_features"]

_SIDE_PX: Final = 120
_Pixels = NDArray[np.int64]


def measured_features(engine: Engine, folder: Path) -> frozenset[str]:
    """Return the names in `elements.FEATURES` that an engine was seen to draw."""
    found = set()
    for feature, (element, shows) in _PROBES.items():
        sheet = _box(0, 0, _SIDE_PX, _SIDE_PX, {"backgroundColor": "#FFFFFF"}) | {
            "children": [element]
        }
        out = folder / "probe.png"
        try:
            engine.render(sheet, out, (_SIDE_PX, _SIDE_PX))
        except RuntimeError:
            continue
        with Image.open(out) as picture:
            pixels = np.asarray(picture.convert("RGB"), np.int64)
        if shows(pixels):
            found.add(feature)
    return frozenset(found)


def _box(x: int, y: int, width: int, height: int, style: Element) -> Element:
    placed = {"position": "absolute", "left": x, "top": y, "width": width, "height": height}
    return {"tag": "div", "style": placed | style, "children": []}


def _text(text: str, style: Element) -> Element:
    face = {"fontFamily": "Noto Serif SC", "fontWeight": 900, "fontSize": 40, "lineHeight": 1}
    placed = {"position": "absolute", "left": 20, "top": 10}
    return {"tag": "text", "text": text, "style": placed | face | {"color": "#000000"} | style}


def _near(pixel: _Pixels, red: int, green: int, blue: int) -> bool:
    return bool(np.abs(pixel - np.array((red, green, blue))).max() <= 40)


def _ink_size(pixels: _Pixels) -> tuple[int, int]:
    rows, columns = np.nonzero(pixels.min(axis=2) < 128)
    if rows.size == 0:
        return 0, 0
    return int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1


def _blend_probe() -> Element:
    under = _box(20, 20, 80, 80, {"backgroundColor": "#FFFF00"})
    over = _box(10, 10, 60, 60, {"backgroundColor": "#00FFFF", "mixBlendMode": "multiply"})
    return under | {"children": [over]}


def _photo_probe() -> Element:
    photo = _box(10, 10, 100, 100, {"borderRadius": 40, "objectFit": "cover"})
    return photo | {"tag": "img", "src": PHOTO_SRC}


def _is_tinted(pixel: _Pixels) -> bool:
    return bool(20 < pixel.min() < 235)


def _two_tones(pixels: _Pixels) -> bool:
    """Whether ink is redder on the left than on the right, and no box was filled."""
    ink = pixels[..., 1] < 128
    left, right = pixels[:, :50][ink[:, :50]], pixels[:, 70:][ink[:, 70:]]
    if min(len(left), len(right)) == 0 or ink[10:50, 20:100].mean() > 0.9:
        return False
    return bool(
        left[:, 0].mean() > left[:, 2].mean() and right[:, 2].mean() > right[:, 0].mean()
    )


_SHINE = "linear-gradient(90deg, #FF0000, #0000FF)"
_CLIPPED = {"backgroundImage": _SHINE, "backgroundClip": "text", "color": "transparent"}
_SHADE = "drop-shadow(0px 40px 0px #00FF00)"

_PROBES: Final[dict[str, tuple[Element, Callable[[_Pixels], bool]]]] = {
    "blur": (
        _box(40, 40, 40, 40, {"backgroundColor": "#000000", "filter": "blur(8px)"}),
        lambda p: _is_tinted(p[60, 36]) and _is_tinted(p[60, 44]),
    ),
    "blend": (_blend_probe(), lambda p: _near(p[50, 50], 0, 255, 0)),
    "shadow": (
        _box(30, 30, 40, 40, {"borderRadius": 4, "boxShadow": "0px 20px 8px #000000"}),
        lambda p: bool(p[82, 50].max() < 60),
    ),
    "clip": (
        _photo_probe(),
        lambda p: _near(p[14, 14], 255, 255, 255) and not _near(p[90, 90], 255, 255, 255),
    ),
    "sweep": (
        _box(
            10, 10, 100, 100, {"backgroundImage": "conic-gradient(#FF0000, #00FF00, #0000FF)"}
        ),
        lambda p: (
            bool(p[30, 65].argmax() == 0 and p[95, 60].argmax() == 1)
            and bool(p[30, 55].argmax() == 2)
        ),
    ),
    "turn": (
        _box(50, 10, 20, 100, {"backgroundColor": "#000000", "transform": "rotate(90deg)"}),
        lambda p: _ink_size(p) == (100, 20),
    ),
    "gradient-text": (_text("国国", _CLIPPED), _two_tones),
    "text-shadow": (
        _text("国国", _CLIPPED | {"filter": _SHADE}),
        lambda p: bool((p[60:90, :, 1] - p[60:90, :, 0] > 150).sum() > 50),
    ),
    "vertical": (
        _text("国国", {"writingMode": "vertical-rl", "height": 100}),
        lambda p: _ink_size(p)[1] > 1.5 * _ink_size(p)[0] > 0,
    ),
    "tile": (
        _box(
            0,
            0,
            _SIDE_PX,
            _SIDE_PX,
            {"backgroundImage": f"url({GRAIN_SRC})", "backgroundRepeat": "repeat"},
        ),
        lambda p: bool(p[..., 0].std() > 20),
    ),
}
