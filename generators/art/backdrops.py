"""Backdrops of photographed pictures: studio paper in the theme's colors, drawn as vectors."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Stop
from compositor.document.paint import LinearGradient, RadialGradient
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import circle, rectangle
from generators.vector.patterns import PATTERNS, draw_pattern
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import lit, shaded
from generators.vector.scenes import SCENES, draw_scene

__all__ = ["OWN", "draw_backdrop"]

OWN = ("sweep", "arch", "disc")
"""Backdrops that are no vector setting."""


_ROUND = 0.5523
"""Handles of a quarter circle."""


def draw_backdrop(name: str, sheet: Sheet) -> tuple[float | None, Color]:
    """Draw what stands behind and return the floor's height, px, and the color of the paper.

    The height is None where the hero box decides.
    """
    since = len(sheet.layers)
    floor: float | None = None
    paper = _wall(sheet)
    if name in SCENES:
        floor = draw_scene(name, sheet).ground_y
    elif name in PATTERNS:
        draw_pattern(name, sheet)
    else:
        _sweep(sheet)
        if name == "arch":
            _arch(sheet)
        elif name == "disc":
            _disc(sheet)
    sheet.group("backdrop", since)
    return floor, paper


def _wall(sheet: Sheet) -> Color:
    return sheet.tones.field(0.45)


def _sweep(sheet: Sheet) -> None:
    """Lay paper: darker at the top, a glow behind the hero, light on the floor."""
    wall = _wall(sheet)
    hero = sheet.hero or sheet.box
    bend = min(0.96, max(0.3, (hero.bottom - 0.12 * hero.height) / sheet.height))
    if sheet.tones.is_dark:
        top, floor = shaded(wall, 0.03), lit(wall, 0.035)
    else:
        top, floor = shaded(wall, 0.02), lit(wall, 0.025)
    sheet.fill(
        "paper",
        LinearGradient(
            x1=0, y1=0, x2=0, y2=sheet.height,
            stops=(
                Stop(offset=0, color=top), Stop(offset=max(0.05, bend - 0.2), color=wall),
                Stop(offset=bend, color=floor), Stop(offset=1, color=shaded(floor, 0.015)),
            ),
        ),
    )  # fmt: skip
    radius = 0.75 * max(hero.width, hero.height)
    shine = lit(wall, 0.10 if sheet.tones.is_dark else 0.06)
    at = hero.center
    sheet.fill(
        "glow",
        RadialGradient(
            cx=at.x, cy=at.y, radius=radius,
            stops=(
                Stop(offset=0, color=shine), Stop(offset=0.5, color=shine.with_opacity(0.35)),
                Stop(offset=1, color=shine.with_opacity(0.0)),
            ),
            transform=Affine(),
        ),
    )  # fmt: skip


def _arch(sheet: Sheet) -> None:
    """Stand an arch on the floor behind the hero, as high as copy allows."""
    hero = sheet.hero or sheet.box
    foot = hero.bottom - 0.27 * hero.height
    half = 0.5 * min(0.92 * hero.width, 0.80 * hero.height)
    top = max(hero.y - 0.02 * hero.height, foot - 2.6 * half)
    x = hero.center.x
    spring, bow = top + half, _ROUND * half
    tone = sheet.tones.field(1.25)
    shape = Path.from_svg(
        f"M{x - half} {foot}L{x - half} {spring}"
        f"C{x - half} {spring - bow} {x - bow} {top} {x} {top}"
        f"C{x + bow} {top} {x + half} {spring - bow} {x + half} {spring}L{x + half} {foot}Z"
    )
    paint = LinearGradient(
        x1=x - half, y1=top, x2=x + half, y2=foot,
        stops=(Stop(offset=0, color=shaded(tone, 0.04)), Stop(offset=1, color=lit(tone, 0.05))),
    )  # fmt: skip
    ground = Box(0, foot, sheet.width, sheet.height - foot).inset(-2)
    floor = lit(_wall(sheet), 0.02)
    sheet.add("arch", [filled(shape, paint)], role="decoration")
    sheet.add("floor", [filled(rectangle(ground), floor)], role="decoration")


def _disc(sheet: Sheet) -> None:
    """Hang a plain disc behind the hero."""
    hero = sheet.hero or sheet.box
    at = hero.center
    radius = 0.50 * min(1.15 * hero.width, 1.05 * hero.height)
    radius = sheet.fitting_radius(at.x, at.y, radius)
    tone = sheet.tones.field(1.2)
    paint = LinearGradient(
        x1=at.x, y1=at.y - radius, x2=at.x, y2=at.y + radius,
        stops=(Stop(offset=0, color=shaded(tone, 0.03)), Stop(offset=1, color=lit(tone, 0.06))),
    )  # fmt: skip
    sheet.add("disc", [filled(circle(at.x, at.y, radius), paint)], role="decoration")
