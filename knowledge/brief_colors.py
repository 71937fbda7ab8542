"""Gives the colors a brief asks for a role each, and tunes the rest of the chord to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compositor.color import Color, Oklch, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.color.palette import HARMONIES
from knowledge.chords import CHROMATIC, Chord, apart, hue_apart_deg, tint_hue_deg

__all__ = ["ChordRole", "place_colors", "tune"]

ChordRole = Literal["ground", "ink", "primary", "accent", "accent2"]

_INK_CONTRAST = 7.0
_CLEAR = 0.12
_APART_FROM_GROUND = 0.16
_FLOOD = 0.08
"""Chroma from which a ground is a flood of color and not a tinted paper."""
_WARM_PAPER_DEG = 85.0
_METALLIC = 0.14
"""Chroma under which a spark reads as metal or earth and wants tones, not other hues."""


def place_colors(colors: Sequence[Color], chord: Chord) -> dict[ChordRole, Color]:
    """Return which role each asked color takes; at most three hues and two grays are placed.

    Hues lead in the order of the brief. A pale color becomes the ground, a near-black the
    ink, unless the style is dark or the brief names it first; silver is a spark.
    """
    asked = [color.with_opacity(1) for color in dict.fromkeys(colors)]
    lights = [c for c in asked if _is_pale(c)]
    darks = [c for c in asked if _is_near_black(c)]
    silvers = [c for c in asked if _is_silver(c)]
    hues = [c for c in asked if c not in (*lights, *darks, *silvers)]
    placed: dict[ChordRole, Color] = {}
    if silvers and silvers[0] is asked[0]:
        placed["accent2"] = silvers[0]
    _place_neutrals(placed, asked, lights, darks, chord)
    _place_hues(placed, hues, chord)
    if darks and not hues:
        on_dark = placed.get("ground") is darks[0]
        if not on_dark:
            placed["primary"] = darks[0]
        elif lights:
            placed["primary"] = lights[0]
    if silvers:
        placed.setdefault("accent2", silvers[0])
    return placed


def tune(chord: Chord, placed: dict[ChordRole, Color], turn: int) -> Chord:
    """Return the chord with the placed colors in it and the other roles in harmony.

    Args:
        chord: The style's own.
        placed: From `place_colors`.
        turn: Picks among harmony schemes where a hue must be replaced.
    """
    tuned = chord._replace(**{role: color.oklch for role, color in placed.items()})
    if not placed:
        return tuned
    lead = tuned.primary if tuned.primary.chroma >= CHROMATIC else tuned.accent
    if "ground" not in placed and "primary" in placed:
        tuned = tuned._replace(ground=_ground_for(chord.ground, tuned.primary, chord.is_dark))
    if "ink" not in placed:
        tuned = tuned._replace(ink=_ink_for(tuned.ground, chord.ink, lead))
    elif "ground" not in placed:
        tuned = tuned._replace(ground=_ground_against(tuned.ground, tuned.ink))
    if "primary" not in placed and apart(tuned.primary, tuned.ground) < _CLEAR:
        tuned = tuned._replace(primary=tuned.ink)
    if "accent" not in placed:
        tuned = tuned._replace(accent=_accent_beside(tuned, chord, turn))
    if "accent2" not in placed:
        tuned = tuned._replace(accent2=_accent2_beside(tuned, chord, turn))
    return tuned


def _is_pale(color: Color) -> bool:
    lightness, chroma, _ = color.oklch
    return (lightness >= 0.9 and chroma < 0.06) or (lightness >= 0.82 and 0.02 < chroma < 0.06)


def _is_near_black(color: Color) -> bool:
    return color.oklch.lightness <= 0.3 and color.oklch.chroma < 0.035


def _is_silver(color: Color) -> bool:
    lightness, chroma, _ = color.oklch
    return 0.3 < lightness < 0.9 and chroma <= 0.02


def _place_neutrals(
    placed: dict[ChordRole, Color],
    asked: Sequence[Color],
    lights: Sequence[Color],
    darks: Sequence[Color],
    chord: Chord,
) -> None:
    if lights and darks:
        dark_ground = chord.is_dark or darks[0] is asked[0]
        placed["ground"] = darks[0] if dark_ground else lights[0]
        placed["ink"] = lights[0] if dark_ground else darks[0]
    elif lights:
        if chord.is_dark and lights[0] is not asked[0]:
            placed["ink"] = lights[0]
        else:
            placed["ground"] = lights[0]
    elif darks:
        leads = darks[0] is asked[0] and len(asked) > 1
        placed["ground" if chord.is_dark or leads else "ink"] = darks[0]


def _place_hues(placed: dict[ChordRole, Color], hues: Sequence[Color], chord: Chord) -> None:
    waiting = list(hues)
    if waiting and not {"ground", "ink"} & set(placed) and _makes_ground(waiting[0], chord):
        placed["ground"] = waiting.pop(0)
    if len(waiting) == 1 and "ground" not in placed and _suits_accent(waiting[0], chord):
        placed["accent"] = waiting.pop()
    if len(waiting) >= 2 and _fits_swapped(waiting[0], waiting[1], chord):
        waiting[0], waiting[1] = waiting[1], waiting[0]
    roles: tuple[ChordRole, ...] = ("primary", "accent", "accent2")
    for color in waiting:
        free = [role for role in roles if role not in placed]
        fitting = [role for role in free if role == "accent2" or _is_seen(color, role, placed)]
        if fitting:
            placed[fitting[0]] = color


def _is_seen(color: Color, role: ChordRole, placed: dict[ChordRole, Color]) -> bool:
    """Whether a lead is apart from the asked ground, and the accent from the asked primary."""
    others = [placed[name] for name in ("ground", "primary") if name in placed and name != role]
    return all(apart(color.oklch, other.oklch) >= _CLEAR for other in others)


def _makes_ground(color: Color, chord: Chord) -> bool:
    """Whether the style floods its ground with about this color, and text is read on it."""
    on_it = WHITE if chord.is_dark else BLACK
    flooded = chord.ground.chroma > _FLOOD or chord.ground.lightness < 0.3
    return (
        flooded
        and apart(color.oklch, chord.ground) < 0.14
        and contrast_ratio(on_it, color) >= _INK_CONTRAST + 0.3
    )


def _suits_accent(color: Color, chord: Chord) -> bool:
    """Whether the style keeps such a hue for its sparks: gold beside black or deep green."""
    return (
        chord.primary.lightness < 0.5
        and _is_metallic(chord.accent)
        and hue_apart_deg(color.oklch, chord.accent) < 35
    )


def _fits_swapped(first: Color, second: Color, chord: Chord) -> bool:
    def cost(color: Color, role: Oklch) -> float:
        return apart(color.oklch, role)

    as_asked = cost(first, chord.primary) + cost(second, chord.accent)
    swapped = cost(second, chord.primary) + cost(first, chord.accent)
    return swapped + 0.15 < as_asked


def _ground_for(ground: Oklch, primary: Oklch, is_dark: bool) -> Oklch:  # noqa: FBT001
    """Return a ground that lets an asked primary lead: never a second flood of color."""
    if primary.chroma < CHROMATIC:
        fitted = Oklch(0.24, 0.02, ground.hue_deg) if is_dark else ground
    elif is_dark:
        fitted = _dark_ground_for(ground, primary)
    elif ground.chroma > _FLOOD and hue_apart_deg(ground, primary) < 40:
        fitted = Oklch(0.95, 0.035, ground.hue_deg)
    else:
        fitted = ground
    if apart(fitted, primary) >= _APART_FROM_GROUND:
        return fitted
    if primary.lightness < 0.78:
        return Oklch(0.97, 0.012, tint_hue_deg(primary))
    return Oklch(0.2, 0.02, primary.hue_deg)


def _dark_ground_for(ground: Oklch, primary: Oklch) -> Oklch:
    """Return a dark ground: deep of the same hue, or the style's own behind a warm color."""
    hue = primary.hue_deg
    flooded = ground.chroma > _FLOOD
    kin = hue_apart_deg(ground, primary) < 40
    if primary.lightness < 0.42:
        return Oklch(0.95, 0.025, _WARM_PAPER_DEG if flooded else tint_hue_deg(primary))
    if flooded and kin:
        return Oklch(min(0.44, primary.lightness - 0.15), min(ground.chroma, 0.18), hue)
    if hue < 130 or hue > 340:
        return ground
    return Oklch(min(ground.lightness, 0.3), min(ground.chroma, 0.1), hue)


def _ground_against(ground: Oklch, ink: Oklch) -> Oklch:
    light_ink = ink.lightness > 0.6
    if light_ink != (ground.lightness > 0.6):
        return ground
    return Oklch(0.18 if light_ink else 0.97, min(ground.chroma, 0.03), ground.hue_deg)


def _ink_for(ground: Oklch, ink: Oklch, lead: Oklch) -> Oklch:
    """Return the style's ink, or its opposite when the ground has changed sides."""
    if (ground.lightness > 0.6) != (ink.lightness > 0.6):
        chroma = min(ink.chroma, 0.06)
        return Oklch(ink.lightness, chroma, lead.hue_deg) if chroma > 0.012 else ink
    if ground.lightness > 0.6:
        return Oklch(0.22, 0.02, lead.hue_deg)
    return Oklch(0.97, 0.008, lead.hue_deg)


def _accent_beside(tuned: Chord, own: Chord, turn: int) -> Oklch:
    """Return the style's accent, or another when the asked colors leave it no place."""
    primary, accent = tuned.primary, tuned.accent
    if primary.chroma < CHROMATIC:
        own_hue = own.primary if own.primary.chroma >= CHROMATIC else own.accent2
        return own_hue if accent.chroma < CHROMATIC else accent
    metallic = _is_metallic(accent)
    if own.primary.chroma < CHROMATIC <= accent.chroma and not metallic:
        return tuned.ink
    if not _is_crowded(accent, primary):
        return accent
    seen = own.primary.lightness >= 0.45 or not tuned.is_dark
    if seen and own.primary.chroma >= CHROMATIC and not _is_crowded(own.primary, primary):
        return own.primary
    if metallic:
        return _tone(primary, tuned)
    return _turned(accent, tuned, turn)


def _accent2_beside(tuned: Chord, own: Chord, turn: int) -> Oklch:
    spark = tuned.accent2
    if spark.chroma < CHROMATIC:
        washed_out = (spark.lightness > 0.82) != tuned.is_dark
        return (
            Oklch(0.34, 0.02, spark.hue_deg) if washed_out and spark.lightness > 0.82 else spark
        )
    if tuned.primary.chroma < CHROMATIC or not _is_crowded(spark, tuned.primary):
        return spark
    if own.primary.chroma >= CHROMATIC and not _is_crowded(own.primary, tuned.primary):
        unused = apart(own.primary, tuned.accent) >= _CLEAR
        return own.primary if unused else _tone(tuned.primary, tuned)
    return (
        _tone(tuned.primary, tuned)
        if spark.chroma < _METALLIC
        else _turned(spark, tuned, turn + 1)
    )


def _is_crowded(spark: Oklch, primary: Oklch) -> bool:
    """Whether a spark is too near an asked primary to be seen as another color."""
    return apart(spark, primary) < 0.16 or (
        spark.chroma >= CHROMATIC
        and hue_apart_deg(spark, primary) < 28
        and abs(spark.lightness - primary.lightness) < 0.2
    )


def _is_metallic(spark: Oklch) -> bool:
    """Whether a spark reads as gold, copper or earth."""
    return CHROMATIC <= spark.chroma < _METALLIC and 25 < spark.hue_deg < 110


def _tone(primary: Oklch, tuned: Chord) -> Oklch:
    """Return a clearly lighter or darker tone of the primary, as a two-color print has."""
    lighter = tuned.is_dark or primary.lightness < 0.5
    lightness = min(0.92, primary.lightness + 0.24) if lighter else primary.lightness - 0.24
    return Oklch(lightness, 0.65 * primary.chroma, primary.hue_deg)


def _turned(spark: Oklch, tuned: Chord, turn: int) -> Oklch:
    """Return the spark at a hue that harmonizes with the primary, as light as suits it."""
    turns = (*HARMONIES["split"][1:], *HARMONIES["triad"][1:])
    hue = (tuned.primary.hue_deg + turns[turn % len(turns)]) % 360
    bright = 0.82 if 60 < hue < 130 else 0.72 if tuned.is_dark else 0.64
    return Oklch(bright, max(spark.chroma, 0.11), hue)
