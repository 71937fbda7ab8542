"""Definitions: what SVG refers to by id — gradients, patterns, clips, masks and filters.

Equal definitions are written once; ids count in order of first use. A sweep gradient, which
SVG does not have, is a picture of it in a pattern.
"""

from __future__ import annotations

import base64
import io
import math
from typing import Final

import numpy as np
from PIL import Image, UnidentifiedImageError

from compositor.canvas.base import ReadAsset
from compositor.canvas.svg.markup import attributes, element, matrix, number, numbers
from compositor.color import Color
from compositor.document.effect import Blur, Effect, Shadow
from compositor.document.paint import (
    ImagePaint,
    LinearGradient,
    Paint,
    RadialGradient,
    SolidPaint,
    Stop,
    SweepGradient,
)
from compositor.errors import InvalidDocument
from compositor.geometry import Affine, Box, Path, Size

__all__ = ["Definitions"]

_SWEEP_PIXELS_PER_PX: Final = 2.0
_MAX_SWEEP_PIXELS: Final = 1024
_MEDIA: Final = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


class Definitions:
    """Collects definitions of one file.

    Args:
        read_asset: Gives the bytes of an asset by SHA-256.
    """

    def __init__(self, read_asset: ReadAsset) -> None:
        self._read = read_asset
        self._ids: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._pictures: dict[str, tuple[str, Size]] = {}

    def markup(self) -> str:
        """Return all definitions as one element, or nothing when there are none."""
        body = "\n".join(text.replace("{id}", name) for text, name in self._ids.items() if text)
        return f"<defs>\n{body}\n</defs>" if body else ""

    def paint(self, paint: Paint, bounds: Box, use: str) -> dict[str, str]:
        """Return the attributes that fill or stroke with a paint.

        Args:
            paint: What with.
            bounds: Of what is painted, for paints that become pictures.
            use: ``fill`` or ``stroke``.
        """
        if isinstance(paint, SolidPaint):
            color = paint.color
            if color.alpha == 0:
                return {use: "none"}
            return {use: _rgb(color), f"{use}-opacity": _opacity(color)}
        if isinstance(paint, LinearGradient):
            values = {name: number(getattr(paint, name)) for name in ("x1", "y1", "x2", "y2")}
            return {use: self._gradient("linearGradient", values, paint.stops)}
        if isinstance(paint, RadialGradient):
            values = {
                "cx": number(paint.cx),
                "cy": number(paint.cy),
                "r": number(paint.radius),
                "gradientTransform": matrix(paint.transform),
            }
            return {use: self._gradient("radialGradient", values, paint.stops)}
        if isinstance(paint, SweepGradient):
            return {use: self._sweep(paint, bounds)}
        return {use: self._picture_pattern(paint, bounds)}

    def track(self, path: Path) -> str:
        """Return a reference to a path that text runs along, closed ones gone round twice.

        Readers stop at the end of a path, even where it meets its start.
        """
        once = [segment for segment in path.segments if segment[0] != "Z"]
        start, end = once[0][1][-2:], once[-1][1][-2:]
        if len(once) < len(path.segments) and math.dist(start, end) > 1e-6:
            once.append(("L", start))
        meets = math.dist(start, once[-1][1][-2:]) <= 1e-6
        twice = Path((*once, *once[1:])) if meets else Path(tuple(once))
        found = self._id("track", f'<path id="{{id}}" d="{twice.to_svg()}"/>')
        return f"#{found}"

    def clip(self, path: Path) -> str:
        """Return a reference to a clip in the user's coordinates."""
        body = element("path", {"d": path.to_svg()})
        return self._reference("clip", f'<clipPath id="{{id}}">{body}</clipPath>')

    def mask(self, asset: str, box: Box) -> str:
        """Return a reference to a luminance mask."""
        place = _box_attributes(box)
        picture = self.picture(asset, _onto(self.picture_size(asset), box))
        values = attributes({"maskUnits": "userSpaceOnUse", **place})
        return self._reference("mask", f'<mask id="{{id}}"{values}>{picture}</mask>')

    def filter(self, effects: tuple[Effect, ...], region: Box) -> str:
        """Return a reference to a filter that draws shadows below the layer and blurs it."""
        steps: list[str] = []
        merged: list[str] = []
        for index, effect in enumerate(e for e in effects if isinstance(e, Shadow)):
            start = {"in": "SourceAlpha"}
            if effect.blur > 0:
                soft = {**start, "stdDeviation": number(effect.blur)}
                steps.append(element("feGaussianBlur", soft))
                start = {}
            move = {"dx": number(effect.dx), "dy": number(effect.dy), "result": f"a{index}"}
            steps.append(element("feOffset", {**start, **move}))
            flood = {"flood-color": _rgb(effect.color), "flood-opacity": _opacity(effect.color)}
            steps.append(element("feFlood", flood))
            inside = {"in2": f"a{index}", "operator": "in", "result": f"s{index}"}
            steps.append(element("feComposite", inside))
            merged.append(f"s{index}")
        blur = math.hypot(*(e.blur for e in effects if isinstance(e, Blur)))
        if blur > 0:
            steps.append(
                element(
                    "feGaussianBlur",
                    {"in": "SourceGraphic", "stdDeviation": number(blur), "result": "b"},
                )
            )
        merged.append("b" if blur > 0 else "SourceGraphic")
        nodes = "".join(element("feMergeNode", {"in": name}) for name in merged)
        values = attributes(
            {
                "filterUnits": "userSpaceOnUse",
                **_box_attributes(region),
                "color-interpolation-filters": "sRGB",
            }
        )
        body = "".join(steps) + f"<feMerge>{nodes}</feMerge>"
        return self._reference("filter", f'<filter id="{{id}}"{values}>{body}</filter>')

    def picture_size(self, asset: str) -> Size:
        """Return width and height of an asset in its px."""
        return self._data_uri(asset)[1]

    def picture(self, asset: str, transform: Affine) -> str:
        """Return an element that shows a whole picture; its bytes are in the file once."""
        uri, size = self._data_uri(asset)
        values = {
            "width": number(size.width),
            "height": number(size.height),
            "preserveAspectRatio": "none",
            "xlink:href": uri,
        }
        body = f'<image id="{{id}}"{attributes(values)}/>'
        name = self._id("picture", body)
        return element("use", {"xlink:href": f"#{name}", "transform": matrix(transform)})

    def _data_uri(self, asset: str) -> tuple[str, Size]:
        if asset not in self._pictures:
            data = self._read(asset)
            try:
                with Image.open(io.BytesIO(data)) as picture:
                    media = _MEDIA[picture.format or ""]
                    size = Size(*picture.size)
            except (OSError, UnidentifiedImageError, KeyError) as error:
                raise InvalidDocument(f"asset {asset[:12]}… is not a picture") from error
            encoded = base64.b64encode(data).decode("ascii")
            self._pictures[asset] = (f"data:{media};base64,{encoded}", size)
        return self._pictures[asset]

    def _gradient(self, name: str, values: dict[str, str], stops: tuple[Stop, ...]) -> str:
        body = "".join(
            element(
                "stop",
                {
                    "offset": number(stop.offset, 4),
                    "stop-color": _rgb(stop.color),
                    "stop-opacity": _opacity(stop.color),
                },
            )
            for stop in stops
        )
        values = {"gradientUnits": "userSpaceOnUse", **values}
        return self._reference(
            "paint", f'<{name} id="{{id}}"{attributes(values)}>{body}</{name}>'
        )

    def _sweep(self, paint: SweepGradient, bounds: Box) -> str:
        box = bounds.inset(-1)
        per_px = min(_SWEEP_PIXELS_PER_PX, _MAX_SWEEP_PIXELS / max(box.size))
        pixels = _sweep_pixels(paint, box, per_px)
        buffer = io.BytesIO()
        Image.fromarray(pixels, "RGBA").save(buffer, "PNG", compress_level=9)
        uri = "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
        image = element(
            "image",
            {
                "width": number(box.width),
                "height": number(box.height),
                "preserveAspectRatio": "none",
                "xlink:href": uri,
            },
        )
        return self._pattern(_box_attributes(box), image)

    def _picture_pattern(self, paint: ImagePaint, bounds: Box) -> str:
        size = self.picture_size(paint.asset)
        place = {"patternTransform": matrix(paint.transform)}
        if paint.tile == "repeat":
            whole = Box(0, 0, size.width, size.height)
            return self._pattern(
                _box_attributes(whole) | place, self.picture(paint.asset, Affine())
            )
        if paint.tile == "mirror":
            flips = (
                Affine(
                    sx,
                    0,
                    0,
                    sy,
                    0 if sx > 0 else 2 * size.width,
                    0 if sy > 0 else 2 * size.height,
                )
                for sy in (1, -1)
                for sx in (1, -1)
            )
            body = "".join(self.picture(paint.asset, flip) for flip in flips)
            whole = Box(0, 0, 2 * size.width, 2 * size.height)
            return self._pattern(_box_attributes(whole) | place, body)
        # One tile that covers all that is painted, the picture somewhere inside it.
        region = paint.transform.inverse().apply_box(bounds.inset(-1))
        region = region.union(Box(0, 0, size.width, size.height)).inset(-1)
        body = self.picture(paint.asset, Affine.translation(-region.x, -region.y))
        if paint.tile == "clamp":
            body = self._edges(paint.asset, size, region) + body
        return self._pattern(_box_attributes(region) | place, body)

    def _edges(self, asset: str, size: Size, region: Box) -> str:
        """Return the picture's border px drawn out to the edges of a region."""
        width, height = size
        columns = [(0.0, 1.0, 0.0, -region.x), (0.0, width, -region.x, width)]
        columns.append((width - 1, 1.0, width - region.x, region.right - width))
        rows = [(0.0, 1.0, 0.0, -region.y), (0.0, height, -region.y, height)]
        rows.append((height - 1, 1.0, height - region.y, region.bottom - height))
        parts: list[str] = []
        for i, (top, tall, y, high) in enumerate(rows):
            for j, (left, broad, x, wide) in enumerate(columns):
                if (i, j) != (1, 1):
                    window = {
                        **_box_attributes(Box(x, y, wide, high)),
                        "viewBox": numbers([left, top, broad, tall]),
                        "preserveAspectRatio": "none",
                    }
                    parts.append(element("svg", window, self.picture(asset, Affine())))
        return "".join(parts)

    def _pattern(self, place: dict[str, str], body: str) -> str:
        values = attributes({"patternUnits": "userSpaceOnUse", **place})
        return self._reference("paint", f'<pattern id="{{id}}"{values}>{body}</pattern>')

    def _reference(self, kind: str, text: str) -> str:
        return f"url(#{self._id(kind, text)})"

    def _id(self, kind: str, text: str) -> str:
        if text not in self._ids:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            self._ids[text] = f"_{kind}{self._counts[kind]}"
        return self._ids[text]


def _sweep_pixels(paint: SweepGradient, box: Box, per_px: float) -> np.ndarray:
    """Return the gradient over a box: (height, width, 4) 8-bit straight alpha."""
    width, height = (max(1, round(side * per_px)) for side in box.size)
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    x = box.x + (x + 0.5) * box.width / width - paint.cx
    y = box.y + (y + 0.5) * box.height / height - paint.cy
    turn = ((np.degrees(np.arctan2(y, x)) - paint.start_deg) % 360) / 360
    offsets = np.maximum.accumulate([stop.offset for stop in paint.stops])
    channels = ("red", "green", "blue", "alpha")
    planes = [
        np.interp(turn, offsets, [getattr(stop.color, name) for stop in paint.stops])
        for name in channels
    ]
    return np.round(np.stack(planes, axis=-1)).astype(np.uint8)


def _onto(size: Size, box: Box) -> Affine:
    return Affine(box.width / size.width, 0, 0, box.height / size.height, box.x, box.y)


def _box_attributes(box: Box) -> dict[str, str]:
    return {
        "x": number(box.x),
        "y": number(box.y),
        "width": number(box.width),
        "height": number(box.height),
    }


def _rgb(color: Color) -> str:
    return f"#{color.red:02x}{color.green:02x}{color.blue:02x}"


def _opacity(color: Color) -> str:
    return "" if color.alpha == 255 else number(color.opacity, 4)
