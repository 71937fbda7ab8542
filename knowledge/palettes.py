"""Settles a chord into a Palette: every promise of contrast and distance is kept here."""

from __future__ import annotations

from collections.abc import Mapping

from compositor.color import Color, Oklch, apca_contrast, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.color.palette import with_contrast
from compositor.layout.theme import Palette
from knowledge.brief_colors import ChordRole
from knowledge.chords import CHROMATIC, Chord, apart, color_from

__all__ = ["INK_CONTRAST", "SPARK_DISTANCE", "TEXT_CONTRAST", "settle_palette"]

INK_CONTRAST = 7.0
TEXT_CONTRAST = 4.5
SPARK_DISTANCE = 0.12
"""OKLab distance kept between primary and accent, and between either and the ground."""

_STEP = 0.01
_MOST_DEEPER = 12
_WHITE_ROOM = 0.35
"""The palette's own light color is rarely pure white; this leaves it room to pass."""
_FLOOD = 0.08
"""Chroma from which a ground is a flood: a darker panel on it looks dirty, a paler one not."""
_MARK_CONTRAST = 2.2
"""Least WCAG contrast of an unasked primary on a dark ground."""


def settle_palette(chord: Chord, placed: Mapping[ChordRole, Color]) -> Palette:
    """Return the palette of a chord.

    Args:
        chord: As sampled, with the asked colors in it.
        placed: Colors that must appear exactly as they are.

    Ink reaches 7 on the ground, muted 4.5, the text colors on primary and accent 4.5;
    primary and accent are 0.12 or more apart. Where a promise and a placed ground or ink
    cannot both be kept, the promise is.
    """
    ground, ink = _ground_and_ink(chord, placed)
    primary = placed.get("primary") or _clear_of(_lifted(chord.primary, ground), (ground,), ink)
    accent = placed.get("accent") or _clear_of(_clean(chord.accent), (primary, ground), ink)
    if "primary" not in placed and _distance(primary, accent) < SPARK_DISTANCE:
        primary = _clear_of(primary.oklch, (accent, ground), ink)
    accent2 = placed.get("accent2") or _clear_of(
        _clean(chord.accent2), (accent, primary, ground), ink
    )
    if "primary" not in placed:
        primary = _deep_enough(primary, (accent, accent2, ground))
    if "accent" not in placed:
        accent = _deep_enough(accent, (primary, accent2, ground))
    muted = with_contrast(ink.mixed(ground, 0.36), ground, TEXT_CONTRAST)
    return Palette(
        ground=ground,
        surface=_surface(ground, ink, primary),
        ink=ink,
        muted=muted,
        primary=primary,
        accent=accent,
        accent2=accent2,
        on_primary=_text_on(primary, ground, ink),
        on_accent=_text_on(accent, ground, ink),
    )


def _ground_and_ink(chord: Chord, placed: Mapping[ChordRole, Color]) -> tuple[Color, Color]:
    ground = placed.get("ground") or color_from(_clean_ground(chord.ground, chord.is_dark))
    ink = placed.get("ink") or color_from(chord.ink)
    if contrast_ratio(ink, ground) >= INK_CONTRAST:
        return ground, ink
    dark = ground.oklch.lightness < ink.oklch.lightness
    if "ink" not in placed:
        ink = _stretched(ink, ground, away=0.985 if dark else 0.12)
    if "ground" not in placed or contrast_ratio(ink, ground) < INK_CONTRAST:
        ground = _stretched(ground, ink, away=0.06 if dark else 0.995)
    return ground, ink


def _stretched(color: Color, other: Color, *, away: float) -> Color:
    """Return the color moved towards a lightness until text is read on it, or at the end."""
    base = color.oklch
    lightness, moved = base.lightness, color
    step = _STEP if away > lightness else -_STEP
    while contrast_ratio(moved, other) < INK_CONTRAST and (away - lightness) * step > 0:
        lightness += step
        moved = Color.from_oklch(lightness, base.chroma, base.hue_deg)
    return moved


def _lifted(primary: Oklch, ground: Color) -> Oklch:
    """Return the primary light enough to be seen as a mark on a dark ground."""
    if ground.oklch.lightness > 0.4 or primary.lightness <= ground.oklch.lightness:
        return primary
    lightness = primary.lightness
    while lightness < 0.7 and (
        contrast_ratio(Color.from_oklch(lightness, *primary[1:]), ground) < _MARK_CONTRAST
    ):
        lightness += _STEP
    return primary._replace(lightness=lightness)


def _clean_ground(ground: Oklch, is_dark: bool) -> Oklch:  # noqa: FBT001 (two cases, one call)
    """Return a ground out of the muddy middle: brown-gray pages look dirty.

    A red flood that must be dark turns brown unless its hue stays a red.
    """
    if ground.lightness < 0.6 and ground.chroma > 0.1 and 32 < ground.hue_deg < 60 and is_dark:
        return ground._replace(hue_deg=32.0)
    muddy = (
        0.38 < ground.lightness < 0.62
        and 0.02 < ground.chroma < 0.07
        and 40 < ground.hue_deg < 120
    )
    if not muddy:
        return ground
    return Oklch(0.3 if is_dark else 0.9, ground.chroma * 0.6, ground.hue_deg)


def _clean(spark: Oklch) -> Oklch:
    """Return a spark out of the olive and mustard corner, where yellows go when darkened."""
    if 92 <= spark.hue_deg <= 122 and spark.chroma >= 0.09 and spark.lightness < 0.76:
        return Oklch(0.82, spark.chroma, spark.hue_deg)
    return spark


def _clear_of(wanted: Oklch, others: tuple[Color, ...], ink: Color) -> Color:
    """Return the nearest lightness of a hue that is clearly apart from other colors.

    Tries moves in lightness first, then also turns of hue; the ink is the last resort.
    """
    start = color_from(wanted)
    if _is_clear(start, others):
        return start
    turns = (0.0,) if wanted.chroma < CHROMATIC else (0.0, 30.0, -30.0, 60.0, -60.0)
    for turn in turns:
        for steps in range(1, 46):
            for sign in (1, -1):
                lightness = wanted.lightness + sign * steps * _STEP
                if not 0.12 <= lightness <= 0.97:
                    continue
                moved = Color.from_oklch(
                    lightness, wanted.chroma, (wanted.hue_deg + turn) % 360
                )
                if _is_clear(moved, others):
                    return moved
    return (
        ink
        if _is_clear(ink, others[:1])
        else max((BLACK, WHITE), key=lambda color: _distance(color, others[0]))
    )


def _is_clear(color: Color, others: tuple[Color, ...]) -> bool:
    return all(_distance(color, other) >= SPARK_DISTANCE for other in others)


def _distance(first: Color, second: Color) -> float:
    return apart(first.oklch, second.oklch)


def _surface(ground: Color, ink: Color, primary: Color) -> Color:
    """Return a panel color a step from the ground that ink still reads on."""
    base, lead = ground.oklch, primary.oklch
    tinted = lead.chroma >= CHROMATIC and base.chroma < 0.02 and 100 < lead.hue_deg < 330
    hue = lead.hue_deg if tinted else base.hue_deg
    if base.lightness > 0.7 and base.chroma > _FLOOD:
        step, chroma = min(0.09, 0.985 - base.lightness), 0.5 * base.chroma
    elif base.lightness > 0.6:
        step, chroma = -0.035, max(base.chroma, 0.012 if tinted else 0.004)
    elif base.lightness < 0.28:
        step, chroma = 0.055, base.chroma * 1.1
    else:
        step, chroma = -0.05, base.chroma
    surface = Color.from_oklch(base.lightness + step, chroma, hue)
    if contrast_ratio(ink, surface) >= TEXT_CONTRAST + 1:
        return surface
    return ground.mixed(surface, 0.4)


def _deep_enough(color: Color, others: tuple[Color, ...]) -> Color:
    """Return a strong color darkened a little where white is what the eye wants on it.

    On saturated reds, greens and blues black passes the WCAG ratio while white reads better
    (APCA); a few hundredths of lightness let white pass both.
    """
    base = color.oklch
    wants_white = abs(apca_contrast(WHITE, color)) > abs(apca_contrast(BLACK, color))
    if base.chroma < CHROMATIC or not wants_white:
        return color
    deeper = color
    for step in range(1, _MOST_DEEPER + 1):
        if contrast_ratio(WHITE, deeper) >= TEXT_CONTRAST + _WHITE_ROOM:
            return deeper if _is_clear(deeper, others) else color
        deeper = Color.from_oklch(base.lightness - step * _STEP, base.chroma, base.hue_deg)
    return color


def _text_on(color: Color, ground: Color, ink: Color) -> Color:
    """Return text for a filled shape: a color of the palette where it is read well enough."""
    light, dark = sorted((ground, ink), key=lambda c: -c.oklch.lightness)
    first, second = (dark, light) if color.oklch.lightness > 0.7 else (light, dark)
    for candidate in (first, second):
        if contrast_ratio(candidate, color) >= TEXT_CONTRAST:
            return candidate
    return max((WHITE, BLACK), key=lambda c: contrast_ratio(c, color))
