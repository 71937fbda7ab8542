"""Face: one font file at one instance, opened for shaping and outlines with HarfBuzz."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

import uharfbuzz as hb

from compositor.geometry import Path
from compositor.geometry.path import Segment

__all__ = ["Face"]


class Face:
    """A font at fixed variation coordinates.

    Faces compare by `key`; the font set keeps one object per key, and gives it a function
    that reads the file when the first glyph is asked for.

    Attributes:
        key: Unique and stable across machines: file name, index and axes; no folder.
        family: Name in the catalogue.
        weight: 1–1000, as chosen (not as asked for).
        italic: Whether the outlines slant.
        index: Face in a collection.
        axes: Variation coordinates by tag, for example {"wght": 700.0}.
        lacks: Characters it has only a wrong drawing of, and so does not cover.
    """

    def __init__(
        self,
        *,
        key: str,
        family: str,
        weight: int,
        data: bytes | Callable[[], bytes],
        italic: bool = False,
        index: int = 0,
        axes: dict[str, float] | None = None,
    ) -> None:
        self.key = key
        self.family = family
        self.weight = weight
        self.italic = italic
        self._data = data
        self.index = index
        self.axes = dict(axes or {})
        self.lacks: frozenset[str] = frozenset()
        self._paths: dict[int, Path] = {}

    @cached_property
    def data(self) -> bytes:
        """The bytes of the font file (TrueType, OpenType or a collection)."""
        return self._data if isinstance(self._data, bytes) else self._data()

    @cached_property
    def hb_font(self) -> Any:
        """The HarfBuzz font, scaled to font units."""
        face = hb.Face(hb.Blob(self.data), self.index)
        font = hb.Font(face)
        font.scale = (face.upem, face.upem)
        if self.axes:
            font.set_variations(self.axes)
        return font

    @property
    def units_per_em(self) -> int:
        """Font units in an em."""
        return int(self.hb_font.face.upem)

    @cached_property
    def ascent(self) -> float:
        """Above the baseline, in em, positive."""
        return float(self.hb_font.get_font_extents("ltr").ascender / self.units_per_em)

    @cached_property
    def descent(self) -> float:
        """Below the baseline, in em, positive."""
        return float(-self.hb_font.get_font_extents("ltr").descender / self.units_per_em)

    @cached_property
    def cap_height(self) -> float:
        """Height of H, in em; of 国 when the face has no H."""
        return self._height("H") or self._height("国") or 0.7

    @cached_property
    def x_height(self) -> float:
        """Height of x, in em."""
        return self._height("x") or 0.5

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph for the character, and a right one."""
        if character in self.lacks:
            return False
        return self.hb_font.get_nominal_glyph(ord(character)) is not None

    def glyph_path(self, glyph_id: int) -> Path:
        """Return a glyph's outline in em (1.0 = size), y down, origin on the baseline."""
        found = self._paths.get(glyph_id)
        if found is None:
            segments: list[Segment] = []
            self.hb_font.draw_glyph(glyph_id, _draw_funcs(), segments)
            scale = 1 / self.units_per_em
            found = Path(
                tuple(
                    (
                        verb,
                        tuple(
                            n * scale if i % 2 == 0 else -n * scale for i, n in enumerate(ns)
                        ),
                    )
                    for verb, ns in segments
                )
            )
            self._paths[glyph_id] = found
        return found

    def _height(self, character: str) -> float:
        glyph = self.hb_font.get_nominal_glyph(ord(character))
        if glyph is None:
            return 0.0
        return -self.glyph_path(int(glyph)).bounds.y

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Face) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"Face({self.key})"


@lru_cache(maxsize=1)
def _draw_funcs() -> Any:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, out: out.append(("M", (x, y))))
    funcs.set_line_to_func(lambda x, y, out: out.append(("L", (x, y))))
    funcs.set_quadratic_to_func(lambda a, b, x, y, out: out.append(("Q", (a, b, x, y))))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, out: out.append(("C", (a, b, c, d, x, y))))
    funcs.set_close_path_func(lambda out: out.append(("Z", ())))
    return funcs
