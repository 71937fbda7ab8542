"""choose_style: settle style, palette and type before anything is drawn."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from compositor.color import Color, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.color.palette import readable_on, with_contrast
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue
from compositor.layout.theme import Palette, Theme
from knowledge import (
    UnknownEntry,
    fitting_styles,
    industry,
    palette_names,
    resolve_theme,
    style,
)
from tools.base import Look, Phase, Tool, ToolResult, Workbench
from tools.errors import WrongArguments

__all__ = ["ChooseStyle", "ChooseStyleArguments"]


_PALETTES_TRIED = 12
"""How many palettes of the style are looked at when a color is ruled out."""
_GRAY = 0.04
"""Chroma below which a color has no hue worth a name."""
_SAME_HUE_DEG = 24
_READ = 4.5
_INK = 7.0
_SHADE = 1.6
"""Contrast from which a shape of a color is seen on a ground."""
_TINT = 1.08
_SPACES = {
    "airy": {"whitespace": 0.92, "density": 0.12, "ornament": 0.05},
    "full": {"whitespace": 0.1, "density": 0.9},
}
_TURNS_DEG = (40, -40, 75, -75, 110, -110, 150, -150)


class ChooseStyleArguments(Frozen):
    """What the brief says about the look; everything may be left out."""

    styles: tuple[str, ...] = Field(
        default=(),
        max_length=3,
        description="Style ids, the leading one first; empty takes the industry's own.",
    )
    industry: str = Field(default="", description="Industry id, or empty.")
    colors: tuple[str, ...] = Field(
        default=(),
        max_length=6,
        description="Colors the brief asks for, as hex, the main one first.",
    )
    avoid_colors: tuple[str, ...] = Field(
        default=(), max_length=6, description="Colors the brief rules out, as hex."
    )
    ground: str = Field(default="", description="The page's own color, as hex, or empty.")
    ink: str = Field(default="", description="What the words are printed in, as hex, or empty.")
    space: Literal["", "airy", "full"] = Field(
        default="",
        description="How much of the page stays empty; empty leaves it to the style.",
    )
    mood: str = Field(
        default="", max_length=400, description="Mood words of the brief, in its language."
    )


class ChooseStyle(Tool[ChooseStyleArguments]):
    """Resolves styles, trade and colors into a Theme."""

    name: ClassVar[str] = "choose_style"
    summary: ClassVar[str] = (
        "Settles the look: palette, type, shapes and layouts, from style ids, an industry,"
        " colors the brief asks for and its mood."
    )
    phase: ClassVar[Phase] = "style"
    arguments = ChooseStyleArguments

    def run(self, arguments: ChooseStyleArguments, bench: Workbench) -> ToolResult:
        """Return the Look; another seed gives another good palette of the same style.

        Raises:
            WrongArguments: A style, industry or color is not one; the message names the
                nearest that are.
        """
        try:
            colors = tuple(Color.from_hex(text) for text in arguments.colors)
            ground, ink = (
                Color.from_hex(text) if text else None
                for text in (arguments.ground, arguments.ink)
            )
            chosen = tuple(style(style_id).id for style_id in arguments.styles)
            trade = industry(arguments.industry).id if arguments.industry else ""
        except (UnknownEntry, InvalidValue) as error:
            raise WrongArguments(str(error)) from error
        ids = chosen or fitting_styles(trade, arguments.mood, bench.seed)
        avoid = tuple(Color.from_hex(text) for text in arguments.avoid_colors)
        themes = (
            resolve_theme(chosen, trade, colors, bench.seed + turn, arguments.mood)
            for turn in range(_PALETTES_TRIED if avoid else 1)
        )
        theme = min(themes, key=lambda found: _clashes(found, avoid))
        theme = theme.model_copy(update={"palette": _turned(theme.palette, avoid)})
        palette = _set_apart(theme.palette, ground, ink, is_strict=not colors)
        params = theme.params
        if arguments.space:
            params = params.model_copy(update=_SPACES[arguments.space])
        theme = theme.model_copy(update={"palette": palette, "params": params})
        if colors and not arguments.ink and _leads(theme.palette):
            theme = theme.model_copy(update={"headline_ink": "primary"})
        return ToolResult(made=Look(theme=theme), note=_note(theme, ids, arguments))


def _set_apart(
    palette: Palette, asked_ground: Color | None, asked_ink: Color | None, *, is_strict: bool
) -> Palette:
    """Return the palette on the ground and in the ink the client named.

    Args:
        palette: Of the style.
        asked_ground: The page's own color.
        asked_ink: What the words are printed in.
        is_strict: Whether no other color is asked for: then ground and ink are all there is.
    """
    if asked_ground is None and asked_ink is None:
        return palette
    ground, ink = asked_ground or palette.ground, asked_ink or palette.ink
    if asked_ink is not None and asked_ground is not None:
        # Both were named: the ground's tone gives way, so that ink and hue are kept.
        ground = with_contrast(ground, ink, _READ)
    ink = with_contrast(ink, ground, _READ)
    deep = with_contrast(ground, ground, _SHADE)
    changes: dict[str, Color] = {
        "ground": ground,
        "surface": with_contrast(ground, ground, _TINT),
        "ink": ink,
        "muted": with_contrast(palette.muted, ground, _READ),
    }
    if asked_ink is not None and asked_ground is not None and is_strict:
        changes |= {"muted": ink, "primary": ink, "accent": ink, "accent2": deep}
        changes |= {"on_primary": ground, "on_accent": ground}
        return palette.model_copy(update=changes)
    for role, on in (("primary", "on_primary"), ("accent", "on_accent"), ("accent2", "")):
        color: Color = getattr(palette, role)
        if contrast_ratio(color, ground) < _SHADE:
            color = with_contrast(color, ground, _READ)
        changes[role] = color
        if on:
            changes[on] = readable_on(color, ground, ink, WHITE, BLACK)
    return palette.model_copy(update=changes)


def _leads(palette: Palette) -> bool:
    """Whether the primary can carry a headline: a real color that is read on the ground."""
    is_read = contrast_ratio(palette.primary, palette.ground) >= _READ
    return is_read and palette.primary.oklch.chroma >= _GRAY


def _clashes(theme: Theme, avoid: tuple[Color, ...]) -> int:
    """How many roles of the palette look like a color that was ruled out."""
    palette = theme.palette
    roles = (palette.ground, palette.primary, palette.accent, palette.accent2, palette.ink)
    return sum(_is_like(role, color) for role in roles for color in avoid)


def _turned(palette: Palette, avoid: tuple[Color, ...]) -> Palette:
    """Return the palette with every role that still looks ruled out turned to another hue."""
    changes: dict[str, Color] = {}
    for role in ("ground", "surface", "primary", "accent", "accent2"):
        color: Color = getattr(palette, role)
        if not any(_is_like(color, other) for other in avoid):
            continue
        turned = (color.shifted(hue_deg=turn) for turn in _TURNS_DEG)
        free = [c for c in turned if not any(_is_like(c, other) for other in avoid)]
        changes[role] = free[0] if free else color.shifted(chroma_factor=0.0)
    for role, on in (("primary", "on_primary"), ("accent", "on_accent")):
        if role in changes:
            light = (palette.ground, palette.ink, WHITE, BLACK)
            changes[on] = readable_on(changes[role], *light)
    if "ground" in changes:
        changes["ink"] = with_contrast(palette.ink, changes["ground"], _INK)
        changes["muted"] = with_contrast(palette.muted, changes["ground"], _READ)
    return palette.model_copy(update=changes) if changes else palette


def _is_like(one: Color, other: Color) -> bool:
    """Whether two colors go by the same name: near in hue, or both gray and near in tone."""
    a, b = one.oklch, other.oklch
    if min(a.chroma, b.chroma) < _GRAY:
        return max(a.chroma, b.chroma) < _GRAY and abs(a.lightness - b.lightness) < 0.15
    turn = abs(a.hue_deg - b.hue_deg) % 360
    return min(turn, 360 - turn) < _SAME_HUE_DEG


def _note(theme: Theme, ids: tuple[str, ...], arguments: ChooseStyleArguments) -> str:
    names = " with ".join(style(style_id).name_en for style_id in ids)
    if arguments.styles:
        why = "as the brief asks"
    elif arguments.industry:
        why = f"the usual look of {industry(arguments.industry).name_en.lower()}"
    else:
        why = "as the brief names neither style nor trade"
    wording = dict(palette_names(theme.palette, "en"))
    asked = ", keeping the asked " + ", ".join(arguments.colors) if arguments.colors else ""
    return (
        f"{names}, {why}: {_lower(wording['primary'])} leads on {_lower(wording['ground'])}"
        f" with {_lower(wording['accent'])} sparks{asked}; display in"
        f" {theme.type['display'].font.families[0]}, text in"
        f" {theme.type['body'].font.families[0]}."
    )


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]
