"""Sketch: one drawing before a treatment: its parts, back to front, and where it stands.

A subject draws a sketch once; each treatment finishes it with its own hand. Lengths are px.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compositor.color import Color
from compositor.document import Paint
from compositor.geometry import Affine, Box, Path, Point

__all__ = ["Form", "LabelPlace", "Part", "Sketch"]

_STAYS = Affine()

Form = Literal["round", "tube", "plane", "matte", "metal", "chrome", "glass"]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One piece of one material.

    Attributes:
        path: Its outline.
        color: Its own color.
        form: How light falls on it in "flat".
        group: The layer it belongs to, such as "head".
        paints: Glows and glazes laid over it in "flat", in order.
        shades: Hard-edged shadow shapes, cut to the part.
        lights: Hard-edged highlight shapes, cut to the part.
        lines: Drawing inside it: seams, veins, whiskers.
        fine: Hairlines inside it, too many for a pen: only in "flat" and "cut_paper".
        line_color: Of those lines in "flat" and "cut_paper"; the deep tone when None.
        line_width: Of those lines in "flat" and "cut_paper".
        outline: Whether pen treatments draw its edge.
        spot: Whether pen treatments fill it with its color instead of paper.
        curls: Middles and radii of woolly rings to be drawn as curls.
        only: Treatments it appears in; all when empty.
        solid: Whether it belongs to the silhouette.
        hatch: Whether pen treatments hatch its shades.
    """

    path: Path
    color: Color
    form: Form = "round"
    group: str = "body"
    paints: tuple[Paint, ...] = ()
    shades: tuple[Path, ...] = ()
    lights: tuple[Path, ...] = ()
    lines: tuple[Path, ...] = ()
    fine: tuple[Path, ...] = ()
    line_color: Color | None = None
    line_width: float = 4.0
    outline: bool = True
    spot: bool = False
    curls: tuple[tuple[float, float, float, float], ...] = ()
    only: tuple[str, ...] = ()
    solid: bool = True
    hatch: bool = True


@dataclass(frozen=True, kw_only=True)
class LabelPlace:
    """Where text may stand on the object.

    Attributes:
        box: Before the transform, px.
        color: Of the text.
        transform: Turns it with the surface.
        max_size: Of the text, px.
    """

    box: Box
    color: Color
    transform: Affine = _STAYS
    max_size: float = 200.0


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """A drawing before its treatment.

    Attributes:
        parts: Back to front.
        width: Of the box, px.
        height: Of the box, px.
        ground_y: Where it stands.
        focus: Where one looks first.
        floats: Whether it needs no ground.
        contact: Core of its shadow; found from the silhouette when None.
        label: Where text may stand, or None.
        glow: Light it throws on the ground behind its shadow, or None.
    """

    parts: tuple[Part, ...]
    width: float
    height: float
    ground_y: float
    focus: Point
    floats: bool = False
    contact: Box | None = None
    label: LabelPlace | None = None
    glow: Color | None = None
