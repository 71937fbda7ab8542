"""Shades: the palette of a finished design with one color changed, the others kept readable."""

from __future__ import annotations

from typing import Literal

from agent.editing.edit import Edit
from compositor.color import Color, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.color.palette import readable_on, with_contrast
from compositor.layout.theme import Palette

__all__ = ["ROLES", "black_and_white", "color_of", "recolored", "shade", "shaded"]

ROLES = {"mark": "primary", "ground": "ground", "accent": "accent", "name": "ink"}
"""The palette role of each part a color can be given to."""

_LIGHT_STEP, _CHROMA_STEP, _TURN_DEG = 0.06, 1.25, 14.0
_LIGHTEST, _DARKEST, _MOST_CHROMA, _GRAY = 0.985, 0.14, 0.3, 0.02
_WARM_DEG, _COOL_DEG = 60.0, 250.0
_READ, _INK = 4.5, 7.0

Shade = Literal["lightness", "vividness", "warmth"]


def color_of(palette: Palette, part: str) -> Color:
    """Return the color a part has."""
    color: Color = getattr(palette, ROLES.get(part, "primary"))
    return color


def recolored(palette: Palette, part: str, color: Color) -> Palette:
    """Return the palette with the part in exactly that color, and text on it still read."""
    role = ROLES.get(part, "primary")
    changes: dict[str, Color] = {role: color}
    ground = changes.get("ground", palette.ground)
    if role == "ground":
        changes["surface"] = color.mixed(palette.ink, 0.05)
        if contrast_ratio(palette.ink, color) < _INK:
            # From dark to light, text takes the old ground's color rather than a pale gray.
            moved = with_contrast(palette.ink, color, _INK)
            fits = [c for c in (palette.ground, moved) if contrast_ratio(c, color) >= _INK]
            changes["ink"] = fits[0] if fits else readable_on(color, BLACK, WHITE)
        if contrast_ratio(palette.muted, color) < _READ:
            changes["muted"] = with_contrast(changes.get("ink", palette.ink), color, _READ)
    if role == "ink":
        changes["muted"] = with_contrast(color.mixed(ground, 0.3), ground, _READ)
    light = (palette.ground, palette.ink, WHITE, BLACK)
    if role == "primary":
        changes["on_primary"] = readable_on(color, *light)
    if role == "accent":
        changes["on_accent"] = readable_on(color, *light)
    return palette.model_copy(update=changes)


def black_and_white(*, is_dark: bool) -> Palette:
    """Return the palette of one ink: black on white, or white on black."""
    ink, ground = (WHITE, BLACK) if is_dark else (BLACK, WHITE)
    inks = dict.fromkeys(("ink", "muted", "primary", "accent", "accent2"), ink)
    grounds = dict.fromkeys(("ground", "surface", "on_primary", "on_accent"), ground)
    return Palette(**inks, **grounds)


def shade(color: Color, edit: Edit) -> Color:
    """Return the color an edit of lightness, vividness or warmth makes of another."""
    if edit.how == "set":
        steps = 4.0 if edit.value == "most" else -4.0
    elif edit.how == "times":
        steps = (edit.amount - 1) * 5
    else:
        steps = edit.amount
    assert edit.parameter in ("lightness", "vividness", "warmth")
    return shaded(color, edit.parameter, steps)


def shaded(color: Color, shade: Shade, steps: float) -> Color:
    """Return the color lighter, more vivid or warmer by a number of steps, within bounds.

    At a bound it is returned as it is; a gray has neither warmth nor more chroma.
    """
    light, chroma, hue = color.oklch
    if shade == "lightness":
        light = min(_LIGHTEST, max(_DARKEST, light + steps * _LIGHT_STEP))
        return (
            color
            if abs(light - color.oklch.lightness) < 1e-6
            else Color.from_oklch(light, chroma, hue)
        )
    if chroma < _GRAY and (shade == "warmth" or steps > 0):
        return color
    if shade == "vividness":
        return Color.from_oklch(light, min(_MOST_CHROMA, chroma * _CHROMA_STEP**steps), hue)
    goal = _WARM_DEG if steps > 0 else _COOL_DEG
    way = (goal - hue + 180) % 360 - 180
    turn = min(abs(way), abs(steps) * _TURN_DEG)
    return Color.from_oklch(light, chroma, hue + (turn if way > 0 else -turn))
