"""SvgCanvas: a page as SVG, layers as named groups. No dates, stable ids, three decimals."""

from __future__ import annotations

import math
from typing import Final, Literal

from compositor.canvas.base import Canvas, LayerStyle, ReadAsset
from compositor.canvas.extent import Extent
from compositor.canvas.svg.definitions import Definitions
from compositor.canvas.svg.live_text import LiveText, stroke_attributes
from compositor.canvas.svg.markup import attributes, element, escaped, matrix, number, safe_id
from compositor.document.effect import Shadow
from compositor.document.paint import Paint, Stroke
from compositor.geometry import Affine, Box, Path, Size
from compositor.geometry.boolean import simplify
from compositor.geometry.shapes import rectangle
from compositor.typography.block import GlyphRun, SetText
from compositor.typography.outline import run_path

__all__ = ["SvgCanvas"]

_REACH: Final = 3.0
"""A Gaussian is drawn this many standard deviations far."""

_GLYPH_UNITS: Final = 1000.0


class SvgCanvas(Canvas):
    """One page as SVG.

    Args:
        size: Trim, px; also the view box.
        read_asset: Gives the bytes of an asset by SHA-256.
        background: Fill of the page; None leaves it transparent.
        text: ``live`` writes <text>, ``outlines`` writes paths.
        title: Of the file; may be empty.
        language: BCP 47.
        embed_fonts: Whether live text brings the glyphs it uses.
    """

    def __init__(
        self,
        size: Size,
        read_asset: ReadAsset,
        background: Paint | None,
        *,
        text: Literal["live", "outlines"] = "live",
        title: str = "",
        language: str = "zh-Hans",
        embed_fonts: bool = True,
    ) -> None:
        self._size = size
        self._title = title
        self._language = language
        self._is_live = text == "live"
        self._definitions = Definitions(read_asset)
        self._live_text = LiveText(self._definitions, embed_fonts=embed_fonts)
        self._extent = Extent(Box(0, 0, size.width, size.height))
        self._body: list[str] = []
        self._pending = Affine()
        self._open_groups = 0
        self._states: list[tuple[Affine, int]] = []
        self._layers: list[tuple[LayerStyle, int, dict[str, str]]] = []
        self._used_ids: set[str] = set()
        if background is not None:
            self.begin_layer(LayerStyle(id="background", name="background", role="background"))
            self.fill(rectangle(Box(0, 0, size.width, size.height)), background, "nonzero")
            self.end_layer()

    def save(self) -> None:
        """Remember transform and clip."""
        self._extent.save()
        self._states.append((self._pending, self._open_groups))

    def restore(self) -> None:
        """Close the groups opened since."""
        self._extent.restore()
        self._pending, groups = self._states.pop()
        while self._open_groups > groups:
            self._close_group()

    def transform(self, affine: Affine) -> None:
        """Apply a transform before the current one; written with the next group."""
        self._extent.transform(affine)
        self._pending = affine.then(self._pending)

    def clip(self, path: Path) -> None:
        """Open a clipped group."""
        self._extent.clip(path.bounds)
        self._open_group({"clip-path": self._definitions.clip(path)})

    def begin_layer(self, style: LayerStyle) -> None:
        """Open the layer's group."""
        self.save()
        values = {
            "id": self._unique(safe_id(style.id)) if style.id else "",
            "inkscape:groupmode": "layer",
            "inkscape:label": style.name or style.id,
            "data-role": style.role,
            "opacity": number(style.opacity, 4) if style.opacity < 1 else "",
            "style": f"mix-blend-mode:{style.blend}" if style.blend != "normal" else "",
            "transform": matrix(self._pending),
        }
        self._layers.append((style, len(self._body), values))
        self._open_group(values)
        self._extent.begin(self._reach_px(style))
        if style.mask is not None:
            self._open_group({"mask": self._definitions.mask(*style.mask)})

    def end_layer(self) -> None:
        """Close it, and give its filter the region that was drawn on."""
        style, index, values = self._layers.pop()
        ink = self._extent.end()
        to_page = self._extent.to_page
        if style.effects and not ink.is_empty and abs(to_page.determinant) > 1e-9:
            region = to_page.inverse().apply_box(ink.inset(-self._reach_px(style) - 1))
            values["filter"] = self._definitions.filter(style.effects, region)
            self._body[index] = f"<g{attributes(values)}>"
        reach = ink.inset(-self._reach_px(style))
        self.restore()
        self._extent.touch_page(reach)

    def fill(self, path: Path, paint: Paint, rule: Literal["nonzero", "evenodd"]) -> None:
        """Write a filled path."""
        self._extent.touch(path.bounds)
        values = {"d": path.to_svg(), **self._definitions.paint(paint, path.bounds, "fill")}
        if rule == "evenodd":
            values["fill-rule"] = rule
        self._write("path", values)

    def stroke(self, path: Path, stroke: Stroke) -> None:
        """Write a stroked path."""
        grown = path.bounds.inset(-stroke.width / 2 * max(1.0, stroke.miter_limit))
        self._extent.touch(grown)
        lines = stroke_attributes(stroke, path.bounds, self._definitions)
        self._write("path", {"d": path.to_svg(), "fill": "none", **lines})

    def image(self, asset: str, source: Box, target: Box) -> None:
        """Write a picture, cut to the target when only a part of it shows."""
        self._extent.touch(target)
        size = self._definitions.picture_size(asset)
        sx, sy = target.width / source.width, target.height / source.height
        place = Affine(sx, 0, 0, sy, target.x - source.x * sx, target.y - source.y * sy)
        shown = self._definitions.picture(asset, place)
        values = {"transform": matrix(self._pending)}
        if not source.covers(Box(0, 0, size.width, size.height)):
            values["clip-path"] = self._definitions.clip(rectangle(target))
        self._body.append(element("g", values, shown) if any(values.values()) else shown)

    def text(self, block: SetText, language: str) -> None:
        """Write text, live or as outlines."""
        self._extent.touch(block.ink.inset(-_stroke_reach(block)))
        if self._is_live:
            shown = self._live_text.markup(block, language)
        else:
            shown = "".join(
                self._outlines(run) for line in block.lines for run in line.runs if run.glyphs
            )
        if self._is_live:
            # The hyphens of broken words are seen, but are not characters of the text.
            shown += "".join(
                self._outlines(run) for line in block.lines for run in line.runs if not run.text
            )
        for rule in block.rules:
            paint = self._definitions.paint(rule.paint, rule.outline.bounds, "fill")
            shown += element("path", {"d": rule.outline.to_svg(), **paint})
        if shown:
            values = {"transform": matrix(self._pending)}
            if not self._is_live:
                values["aria-label"] = " ".join(line.text for line in block.lines)
            self._body.append(element("g", values, shown) if any(values.values()) else shown)

    def markup(self) -> bytes:
        """Return the finished file."""
        width, height = number(self._size.width), number(self._size.height)
        head = attributes(
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "xmlns:xlink": "http://www.w3.org/1999/xlink",
                "xmlns:inkscape": "http://www.inkscape.org/namespaces/inkscape",
                "width": width,
                "height": height,
                "viewBox": f"0 0 {width} {height}",
                "xml:lang": self._language,
            }
        )
        parts = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<svg{head}>",
            f"<title>{escaped(self._title)}</title>" if self._title else "",
            self._live_text.font_faces(),
            self._definitions.markup(),
            *self._body,
            "</svg>",
        ]
        return ("\n".join(part for part in parts if part) + "\n").encode("utf-8")

    def _outlines(self, run: GlyphRun) -> str:
        path = run_path(run)
        bounds = path.bounds
        shown = ""
        if run.stroke is not None:
            # Contours of variable fonts overlap; stroked as they are, the seams would show.
            larger = Affine.scaling(_GLYPH_UNITS / run.size_px)
            rim = simplify(path.transformed(larger)).transformed(larger.inverse())
            lines = stroke_attributes(run.stroke, bounds, self._definitions)
            shown = element("path", {"d": rim.to_svg(), "fill": "none", **lines})
        paint = self._definitions.paint(run.paint, bounds, "fill")
        if paint != {"fill": "none"} and not path.is_empty:
            shown += element("path", {"d": path.to_svg(), **paint})
        return shown

    def _write(self, name: str, values: dict[str, str]) -> None:
        self._body.append(element(name, {**values, "transform": matrix(self._pending)}))

    def _open_group(self, values: dict[str, str]) -> None:
        self._body.append(f"<g{attributes({'transform': matrix(self._pending)} | values)}>")
        self._pending = Affine()
        self._open_groups += 1

    def _close_group(self) -> None:
        self._body.append("</g>")
        self._open_groups -= 1

    def _reach_px(self, style: LayerStyle) -> float:
        """How far, in page px, the layer's effects carry what it holds."""
        far = 0.0
        for effect in style.effects:
            moved = math.hypot(effect.dx, effect.dy) if isinstance(effect, Shadow) else 0.0
            far = max(far, moved + _REACH * effect.blur)
        return far * self._extent.to_page.mean_scale

    def _unique(self, name: str) -> str:
        found, count = name, 1
        while found in self._used_ids:
            count += 1
            found = f"{name}-{count}"
        self._used_ids.add(found)
        return found


def _stroke_reach(block: SetText) -> float:
    widths = [
        run.stroke.width / 2 * max(1.0, run.stroke.miter_limit)
        for line in block.lines
        for run in line.runs
        if run.stroke is not None
    ]
    return max(widths, default=0.0)
