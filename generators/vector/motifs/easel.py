"""Easel: where a subject is sketched: parts are added back to front, then read off."""

from __future__ import annotations

from typing import Any

from compositor.color import Color
from compositor.document import Paint
from compositor.geometry import Path, Point
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Form, Part, Sketch
from generators.vector.motifs.tones import Tones, natural_color, tones_of

__all__ = ["WHITE", "Easel"]

WHITE = Color(255, 255, 255)
_ALIVE = 0.07
"""OKLCH chroma."""


class Easel:
    """A drawing in progress.

    Attributes:
        request: What was asked for.
        palette: Its palette.
        parts: Added so far, back to front.
        group: Name given to the parts that follow.
    """

    def __init__(self, request: MotifRequest) -> None:
        self.request = request
        self.palette = request.palette
        self.parts: list[Part] = []
        self.group = "body"

    def add(
        self, path: Path, color: Color, form: Form = "plane", *paints: Paint, **options: Any
    ) -> None:
        """Add a part; pen treatments color it unless `spot=False`."""
        settings = {"spot": True, "group": self.group, **options}
        self.parts.append(Part(path=path, color=color, form=form, paints=paints, **settings))

    def inside(
        self, path: Path, color: Color, form: Form = "plane", *paints: Paint, **options: Any
    ) -> None:
        """Add a part that lies on another one and does not change the silhouette."""
        self.add(path, color, form, *paints, solid=False, **options)

    def strokes(self, color: Color, width: float, *lines: Path, **options: Any) -> None:
        """Add free lines."""
        self.add(
            Path(),
            color,
            "matte",
            lines=lines,
            line_color=color,
            line_width=width,
            solid=False,
            **options,
        )

    def gleam(self, path: Path, *paints: Paint) -> None:
        """Add light that only shaded treatments show."""
        clear = WHITE.with_opacity(0)
        self.add(path, clear, "glass", *paints, solid=False, outline=False, only=("flat",))

    def extend(self, parts: list[Part]) -> None:
        """Add ready parts."""
        self.parts += parts

    def local(self, hex_text: str, pull: float = 0.1) -> Color:
        """Return a thing's own color, drawn a little to the palette.

        A plain color word in the request wins; "palette" draws it nearly all the way.
        """
        own = self.request.own(Color.from_hex(hex_text), pull)
        return natural_color(self.request.attributes, own)

    def main(self) -> Color:
        """Return the color of a thing that can have any: asked for, or the primary."""
        return natural_color(self.request.attributes, self.palette.primary)

    def lively(self, hex_text: str) -> Color:
        """Return the color of a thing that must not be gray, such as a heart.

        It is asked for, or the palette's first one with life in it, or its own.
        """
        alive = (self.palette.primary, self.palette.accent, self.palette.accent2)
        own = next((c for c in alive if c.oklch.chroma >= _ALIVE), self.local(hex_text))
        return natural_color(self.request.attributes, own)

    def shadow(
        self, x: float, y: float, rx: float, ry: float, color: Color, opacity: float = 0.6
    ) -> Paint:
        """Return a soft dark spot in the deep tone of a material."""
        return glow((x, y), (rx, ry), tones_of(color).deep, opacity)

    def light(self, x: float, y: float, rx: float, ry: float, opacity: float = 0.7) -> Paint:
        """Return a soft white spot."""
        return glow((x, y), (rx, ry), WHITE, opacity)

    def tones(self, color: Color) -> Tones:
        """Return the tones of a material."""
        return tones_of(color)

    def sketch(
        self,
        width: float,
        height: float,
        ground_y: float,
        focus: tuple[float, float],
        **options: Any,
    ) -> Sketch:
        """Return the finished sketch."""
        return Sketch(
            parts=tuple(self.parts),
            width=width,
            height=height,
            ground_y=ground_y,
            focus=Point(*focus),
            **options,
        )
