"""Resolves styles, a trade, asked colors and a seed into one Theme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

import numpy as np

from compositor.color import Color
from compositor.layout.theme import Palette, StyleParams, Theme
from knowledge import entries
from knowledge.brief_colors import place_colors, tune
from knowledge.chords import CHROMATIC, Chord, apart, build_chord, variant_count
from knowledge.entries import Industry, Style
from knowledge.likeness import LIKELY
from knowledge.lookup import pick_styles
from knowledge.palettes import settle_palette
from knowledge.tables import table
from knowledge.type_settings import type_settings

__all__ = ["fitting_styles", "resolve_theme"]

_FIRST_SHARE = 0.7
"""How much of a mixed style's parameters comes from the first style named."""

_DEFAULT_STYLES = ("swiss", "editorial", "flat_illustration")
"""Used when nothing at all is known: three that suit almost any subject."""


def resolve_theme(
    styles: Sequence[str],
    industry: str = "",
    colors: Sequence[Color] = (),
    seed: int = 0,
    mood: str = "",
) -> Theme:
    """Return the resolved look.

    Args:
        styles: One or more style ids, the leading one first: palette and type are the
            first's, shape and texture the second's, parameters 70 to 30. None: a style the
            trade usually wears, in the trade's colors on even seeds.
        industry: Id of the trade, or empty.
        colors: Asked for by the brief, in its order; up to three hues keep their exact value.
        seed: Another seed gives another palette and typeface of the same style.
        mood: Free text that leans the palette and picks among a trade's styles.

    Raises:
        UnknownEntry: No style or industry has that id.
    """
    trade = entries.industry(industry) if industry else None
    chosen = tuple(dict.fromkeys(styles)) or fitting_styles(industry, mood, seed)
    looks = [entries.style(style_id) for style_id in chosen]
    first, second = looks[0], looks[1] if len(looks) > 1 else None
    wears_trade = not styles and trade is not None
    palette = _palette(looks, trade if wears_trade else None, colors, seed, mood)
    return Theme(
        style="+".join(look.id for look in looks),
        industry=industry,
        palette=palette,
        type=type_settings(first, seed),
        params=_blended_params(first, second),
        shape_language="; ".join(look.shape_language for look in reversed(looks[:2])),
        texture=_texture(looks),
        motifs=_interleaved([look.motifs for look in looks]),
        archetypes=_interleaved([look.archetypes for look in looks]),
        logo_types=_interleaved([look.logo_types for look in looks]),
        dos=_interleaved([look.dos for look in looks]),
        donts=_interleaved([look.donts for look in looks]),
    )


def fitting_styles(industry: str = "", mood: str = "", seed: int = 0) -> tuple[str, ...]:
    """Return the one style to use when the brief names none."""
    felt = [match.id for match in pick_styles(mood, limit=5) if match.score >= LIKELY]
    if not industry:
        return (felt[0],) if felt else (_DEFAULT_STYLES[seed % len(_DEFAULT_STYLES)],)
    usual = entries.industry(industry).styles
    shared = [style_id for style_id in felt if style_id in usual]
    if shared or felt:
        return ((shared or felt)[0],)
    return (usual[seed % min(3, len(usual))],)


def _palette(
    looks: Sequence[Style],
    trade: Industry | None,
    colors: Sequence[Color],
    seed: int,
    mood: str,
) -> Palette:
    first = looks[0]
    draw = np.random.default_rng([seed, *first.id.encode(), 7])
    in_trade_colors = trade is not None and seed % 2 == 0
    roles = trade.colors.palette if trade and in_trade_colors else None
    variant = (seed // 2 if trade else seed) % variant_count(first)
    chord = build_chord(first, variant, draw, roles, lean=_lean(mood))
    if len(looks) > 1 and "accent2" not in first.palette.roles:
        chord = _with_spark_of(chord, looks[1], draw)
    placed = place_colors(colors, chord)
    return settle_palette(tune(chord, placed, seed), placed)


def _with_spark_of(chord: Chord, other: Style, draw: np.random.Generator) -> Chord:
    """Return the chord with a second spark from the other style, so that both are seen."""
    guest = build_chord(other, 0, draw)
    for spark in (guest.primary, guest.accent, guest.accent2):
        if (
            spark.chroma >= CHROMATIC
            and min(apart(spark, mine) for mine in (chord.ground, chord.primary, chord.accent))
            >= 0.14
        ):
            return chord._replace(accent2=spark)
    return chord


def _lean(mood: str) -> tuple[float, float]:
    """Return where a mood looks in the ranges of lightness and chroma, -1 to 1 each."""
    lightness = chroma = 0.0
    words = table("moods")["lean"]
    low = mood.lower()
    for word, (light, vivid) in words.items():
        if word in low:
            lightness, chroma = lightness + light, chroma + vivid
    return max(-1.0, min(1.0, lightness)), max(-1.0, min(1.0, chroma))


def _blended_params(first: Style, second: Style | None) -> StyleParams:
    other = second or first
    blended = {
        name: round(value * _FIRST_SHARE + other.params[name] * (1 - _FIRST_SHARE), 4)
        for name, value in first.params.items()
    }
    return StyleParams(**blended)


def _texture(looks: Sequence[Style]) -> str:
    """Return the second style's texture; a style that wants none leaves the first's."""
    found = [look.texture for look in reversed(looks[:2]) if look.texture != "none"]
    return found[0] if found else "none"


def _interleaved(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the items of all lists in turn, each once."""
    turns = chain.from_iterable(zip_longest(*lists))
    return tuple(dict.fromkeys(item for item in turns if item is not None))
