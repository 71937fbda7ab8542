"""The scene as HTML-like elements for the peers, and what a peer had to leave out of it.

An element asks for features by name. Where a peer lacks one, the element falls back or goes,
and the sentence that says so is kept: the report prints it, so nothing is left out silently.
"""

from __future__ import annotations

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Final

from bench.poster_scene.words import Words

__all__ = ["FEATURES", "PHOTO_SRC", "Element", "poster_elements"]

Element = dict[str, Any]
"""``tag`` (div, img or text), ``style`` (CSS in camel case), ``children`` or ``text``."""

PHOTO_SRC: Final = "photo.jpg"
GRAIN_SRC: Final = "grain.png"

FEATURES: Final = {
    "blur": "filter: blur()",
    "blend": "mix-blend-mode",
    "shadow": "box-shadow",
    "clip": "rounded clip of a photo",
    "sweep": "conic-gradient()",
    "turn": "transform: rotate()",
    "gradient-text": "background-clip: text",
    "text-shadow": "filter: drop-shadow() under gradient text",
    "vertical": "writing-mode: vertical-rl",
    "tile": "a repeated background picture",
}
"""What the scene needs of an engine; `probes` measures each."""

_INK = "#2A0E08"
_PAPER = "#FFF4E8"
_BLOBS = (
    (900, 240, 330, "#FFD27AAA", "screen"),
    (160, 900, 360, "#D6336C99", "multiply"),
    (860, 1240, 320, "#27469099", "multiply"),
)


@dataclass
class _Peer:
    """What an engine can do, and what it has been spared."""

    can: AbstractSet[str]
    left_out: dict[str, None] = field(default_factory=dict)

    def has(self, feature: str, otherwise: str) -> bool:
        """Whether the engine has a feature; if not, remember what that cost the scene."""
        if feature not in self.can:
            self.left_out[otherwise] = None
        return feature in self.can


def poster_elements(
    words: Words, can: AbstractSet[str], *, rich: bool
) -> tuple[Element, tuple[str, ...]]:
    """Return the poster for an engine, and sentences on what is missing from it.

    Args:
        words: What it says.
        can: Names in `FEATURES` that the engine has.
        rich: With the blurred blobs, the shadows, the blend modes and the grain.
    """
    peer = _Peer(can)
    # Text on a path does not exist in CSS: every peer gets a ring of turned letters.
    children = [
        *(_blobs(peer) if rich else ()),
        *_card(peer, rich=rich),
        *_ring(peer, words),
        *_type(peer, words, rich=rich),
    ]
    tiled = rich and peer.has("tile", "the grain")
    if tiled and peer.has("blend", "soft light of the grain, so the grain itself"):
        style: Element = {"backgroundImage": f"url({GRAIN_SRC})", "backgroundRepeat": "repeat"}
        style |= {"mixBlendMode": "soft-light", "opacity": 0.22}
        children.append(_box(0, 0, 1080, 1440, style))
    ground = "linear-gradient(143deg, #FBE9D7 0%, #F2A871 55%, #D9572F 100%)"
    sheet = _box(0, 0, 1080, 1440, {"backgroundImage": ground, "overflow": "hidden"}, children)
    return sheet, tuple(peer.left_out)


def _blobs(peer: _Peer) -> list[Element]:
    made = []
    blurred = peer.has("blur", "blur of the blobs (radial gradients instead)")
    blended = peer.has("blend", "screen and multiply of the blobs (plain alpha instead)")
    for x, y, radius, color, blend in _BLOBS:
        shown: Element = {"mixBlendMode": blend} if blended else {}
        reach = radius if blurred else radius + 180
        if blurred:
            disc: Element = {"backgroundColor": color, "borderRadius": radius}
            shown |= disc | {"filter": "blur(90px)"}
        else:
            fade = f"radial-gradient(circle, {color} 35%, {color[:7]}00 70%)"
            shown |= {"backgroundImage": fade}
        made.append(_box(x - reach, y - reach, 2 * reach, 2 * reach, shown))
    return made


def _card(peer: _Peer, *, rich: bool) -> list[Element]:
    made = [_box(90 * i, 0, 1, 1440, {"backgroundColor": "#00000014"}) for i in range(1, 12)]
    if rich and peer.has("shadow", "shadow of the photo"):
        shade = {"borderRadius": 48, "boxShadow": "0 28px 72px #40100066"}
        made.append(_box(330, 540, 600, 470, shade))
    style: Element = {"width": 600, "height": 470, "objectFit": "cover"}
    if peer.has("clip", "round corners of the photo"):
        style["borderRadius"] = 48
    photo = {"tag": "img", "style": _placed(330, 540) | style, "src": PHOTO_SRC}
    edge = {"borderRadius": 48, "border": "2px solid #FFFFFF66", "boxSizing": "border-box"}
    return [*made, photo, _box(330, 540, 600, 470, edge)]


def _ring(peer: _Peer, words: Words) -> list[Element]:
    made = [_box(150, 590, 300, 300, {"backgroundColor": _PAPER, "borderRadius": 150})]
    if peer.has("sweep", "sweep gradient of the disc (plain color instead)"):
        turn = "conic-gradient(from 90deg, #F2A871, #D6336C 33%, #274690 66%, #F2A871)"
        made.append(_box(216, 656, 168, 168, {"backgroundImage": turn, "borderRadius": 84}))
    else:
        made.append(
            _box(216, 656, 168, 168, {"backgroundColor": "#D6336C", "borderRadius": 84})
        )
    if not peer.has("turn", "ring of text"):
        return made
    letters = words.ring
    peer.left_out["text on a path (single turned letters, evenly spaced, instead)"] = None
    for index, letter in enumerate(letters):
        if letter == " ":
            continue
        angle = 2 * math.pi * index / len(letters)
        x, y = 300 + 120 * math.sin(angle), 740 - 120 * math.cos(angle)
        style = _set("Inter", 24, _INK, weight=700) | {"justifyContent": "center"}
        style |= {"textAlign": "center", "transform": f"rotate({math.degrees(angle):.2f}deg)"}
        made.append(_words(x - 15, y - 15, letter, style | {"width": 30, "height": 30}))
    return made


def _type(peer: _Peer, words: Words, *, rich: bool) -> list[Element]:
    serif = "Inter, Noto Serif SC"
    head = _set("Noto Serif SC", 212, "#8E1F17", weight=900)
    if peer.has("gradient-text", "gradient of the headline (one color instead)"):
        shine = "linear-gradient(101deg, #3A0D0A, #8E1F17 50%, #C2410C)"
        head |= {"backgroundImage": shine, "backgroundClip": "text", "color": "transparent"}
    if rich and peer.has("text-shadow", "shadow of the headline"):
        # A drop-shadow's length is twice the standard deviation, as in box-shadow.
        head["filter"] = "drop-shadow(0px 10px 20px #40100040)"
    body = _set(serif, 25, _INK) | {"width": 560, "lineHeight": 1.6}
    pill = {"backgroundColor": _INK, "borderRadius": 34, "display": "flex"}
    pill |= {"alignItems": "center", "justifyContent": "center"}
    call = {"tag": "text", "text": words.call, "style": _set(serif, 30, _PAPER, weight=900)}
    number = _set("Inter", 96, _PAPER, weight=700) | {"letterSpacing": -2.9}
    return [
        _words(66, 128, words.headline, head),
        _words(66, 388, words.display, _set("Playfair Display", 92, _INK, weight=700)),
        _words(72, 86, words.brand, _set("Inter", 26, _INK, weight=700, tracking=4.7)),
        _words(780, 86, words.issue, _set("Inter", 24, _INK, tracking=1)),
        _words(72, 1050, words.body, body),
        *_column(peer, words.vertical),
        _box(72, 1304, 240, 68, pill, [call]),
        _words(690, 1282, "￥", _set("Noto Serif SC", 40, _PAPER, weight=900)),
        _words(736, 1230, words.price, number),
        _words(72, 1388, words.site, _set("Inter", 20, _INK, tracking=0.4)),
    ]


def _column(peer: _Peer, text: str) -> list[Element]:
    style = _set("Noto Serif SC", 34, _INK)
    if peer.has("vertical", "vertical setting (a stack of upright characters instead)"):
        return [_words(960, 540, text, style | {"writingMode": "vertical-rl", "height": 470})]
    return [
        _words(966, 540 + 39 * index, character, style) for index, character in enumerate(text)
    ]


def _set(
    family: str, size: float, color: str, *, weight: int = 400, tracking: float = 0.0
) -> Element:
    return {
        "fontFamily": family,
        "fontSize": size,
        "fontWeight": weight,
        "color": color,
        "lineHeight": 1.2,
    } | ({"letterSpacing": tracking} if tracking else {})


def _words(x: float, y: float, text: str, style: Element) -> Element:
    placed = _placed(x, y) | style
    if "width" not in style and "writingMode" not in style:
        placed["whiteSpace"] = "nowrap"
    return {"tag": "text", "text": text, "style": placed}


def _box(
    x: float,
    y: float,
    width: float,
    height: float,
    style: Element,
    children: list[Element] | None = None,
) -> Element:
    whole = _placed(x, y) | {"width": width, "height": height} | style
    return {"tag": "div", "style": whole, "children": children or []}


def _placed(x: float, y: float) -> Element:
    return {"position": "absolute", "left": round(x, 2), "top": round(y, 2)}
