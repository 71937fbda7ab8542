"""Theme: what a style or a brand kit looks like to the compositor.

Palette roles, type roles, shape language and numeric style parameters, all resolved: no
ranges, no aliases. Tools read it; the compositor itself only carries its labels.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from compositor.color import Color
from compositor.document.frozen import Frozen, Share
from compositor.document.paint import SolidPaint
from compositor.document.text import FontChoice

__all__ = ["Palette", "PaletteRole", "StyleParams", "Theme", "TypeRole", "TypeSetting"]

PaletteRole = Literal["ground", "surface", "ink", "muted", "primary", "accent", "accent2"]
TypeRole = Literal["display", "headline", "subhead", "body", "caption"]


class Palette(Frozen):
    """Nine colors by role.

    `knowledge.themes` promises these WCAG ratios: ink on ground 7, muted on ground 4.5,
    on_primary on primary 4.5, on_accent on accent 4.5.
    """

    ground: Color
    """The page."""
    surface: Color
    """Panels and cards, near the ground."""
    ink: Color
    """Text."""
    muted: Color
    """Secondary text."""
    primary: Color
    """The main brand or graphic color."""
    accent: Color
    """Sparks: at most a tenth of the area."""
    accent2: Color
    """A second spark."""
    on_primary: Color
    on_accent: Color

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than the ink."""
        return self.ground.oklch.lightness < self.ink.oklch.lightness

    def paint(self, role: PaletteRole | Literal["on_primary", "on_accent"]) -> SolidPaint:
        """Return the role as a paint that carries its token label."""
        color: Color = getattr(self, role)
        return SolidPaint(color=color, token=role)

    def reversed(self) -> Palette:
        """Return the palette with ground and ink exchanged, for a dark or light twin."""
        return self.model_copy(
            update={"ground": self.ink, "ink": self.ground, "surface": self.ink}
        )


class TypeSetting(Frozen):
    """How one role is set. Families list Latin first, then Chinese, then the safe pair."""

    font: FontChoice
    tracking: float = 0.0
    """em, for Latin-led text; Chinese takes `tracking_cjk`."""
    tracking_cjk: float = 0.0
    leading: float = 1.4
    leading_cjk: float = 1.6
    uppercase: bool = False
    """Latin may be set in capitals."""


class StyleParams(Frozen):
    """0–1 controls of the style; see `params_semantics` in the style knowledge."""

    whitespace: Share = 0.5
    density: Share = 0.5
    contrast: Share = 0.5
    ornament: Share = 0.2
    radius: Share = 0.2
    stroke: Share = 0.4
    grain: Share = 0.0
    symmetry: Share = 0.5
    saturation: Share = 0.5


class Theme(Frozen):
    """A resolved look."""

    style: str
    """Style id, such as ``y2k``; mixed styles join with ``+``, first one first."""
    industry: str = ""
    palette: Palette
    headline_ink: Literal["ink", "primary"] = "ink"
    """What headlines on the ground are painted in; primary when a color was asked for."""
    type: dict[TypeRole, TypeSetting]
    params: StyleParams = StyleParams()
    shape_language: str = ""
    texture: str = ""
    motifs: tuple[str, ...] = ()
    archetypes: Annotated[tuple[str, ...], Field(min_length=1)]
    """Layout archetypes that suit it, best first."""
    logo_types: tuple[str, ...] = ()
    dos: tuple[str, ...] = ()
    donts: tuple[str, ...] = ()
