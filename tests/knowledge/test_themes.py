"""Every palette keeps its promises, and styles differ."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.color import Color, contrast_ratio
from compositor.layout.theme import Palette
from knowledge import (
    UnknownEntry,
    color_name,
    design_rule,
    industries,
    palette_names,
    resolve_theme,
    styles,
)
from knowledge.chords import apart
from knowledge.type_settings import available_families

CHANNEL = st.integers(0, 255)
COLORS = st.lists(st.builds(Color, CHANNEL, CHANNEL, CHANNEL), max_size=4)
ROLES = ("ground", "ink", "primary", "accent", "accent2")


def promises_broken(palette: Palette) -> list[str]:
    """Return each promise of `Palette` that does not hold."""
    contrasts = {
        "ink": (palette.ink, palette.ground, 7.0),
        "muted": (palette.muted, palette.ground, 4.5),
        "surface": (palette.ink, palette.surface, 4.5),
        "on_primary": (palette.on_primary, palette.primary, 4.5),
        "on_accent": (palette.on_accent, palette.accent, 4.5),
    }
    broken = [
        name
        for name, (text, on, needed) in contrasts.items()
        if contrast_ratio(text, on) < needed
    ]
    if apart(palette.primary.oklch, palette.accent.oklch) < 0.12:
        broken.append("accent too near primary")
    lightness, chroma, hue = palette.ground.oklch
    if 0.4 < lightness < 0.6 and 0.03 < chroma < 0.06 and 40 < hue < 120:
        broken.append("muddy ground")
    return broken


def test_every_style_and_seed_keeps_the_promises() -> None:
    broken = {
        (style_id, seed): found
        for style_id in styles()
        for seed in range(6)
        if (found := promises_broken(resolve_theme([style_id], seed=seed).palette))
    }
    assert not broken


def test_unasked_sparks_are_seen_on_the_ground() -> None:
    for style_id in styles():
        palette = resolve_theme([style_id], seed=1).palette
        assert apart(palette.primary.oklch, palette.ground.oklch) >= 0.115, style_id
        assert apart(palette.accent.oklch, palette.ground.oklch) >= 0.115, style_id


def test_every_industry_has_a_look_of_its_own() -> None:
    for industry_id, trade in industries().items():
        theme = resolve_theme([], industry_id, seed=2)
        assert theme.style in trade.styles
        assert not promises_broken(theme.palette), industry_id


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(styles())), COLORS, st.integers(0, 99))
def test_asked_colors_keep_promises_and_the_first_appears(
    style_id: str, colors: list[Color], seed: int
) -> None:
    palette = resolve_theme([style_id], colors=colors, seed=seed).palette
    assert not promises_broken(palette)
    if colors:
        assert colors[0] in {getattr(palette, role) for role in ROLES}


@pytest.mark.parametrize("style_id", ["minimal", "y2k", "guochao", "tech", "cream", "swiss"])
def test_an_asked_hue_leads(style_id: str) -> None:
    for text in ("#1E5BFF", "#E60012", "#00A86B", "#8A2BE2"):
        asked = Color.from_hex(text)
        palette = resolve_theme([style_id], colors=[asked], seed=0).palette
        assert asked in (palette.primary, palette.ground), (style_id, text)


def test_gold_on_black_is_gold_on_black() -> None:
    black, gold = Color.from_hex("#000000"), Color.from_hex("#C9A24B")
    palette = resolve_theme(["luxury"], colors=[black, gold]).palette
    assert (palette.ground, palette.primary) == (black, gold)


def test_seeds_and_styles_give_different_looks() -> None:
    for style_id in styles():
        first, second = (resolve_theme([style_id], seed=seed).palette for seed in (0, 1))
        moved = max(
            apart(getattr(first, role).oklch, getattr(second, role).oklch) for role in ROLES
        )
        assert moved >= 0.05, style_id
    grounds = [resolve_theme([style_id]).palette for style_id in styles()]
    assert len({palette.model_dump_json() for palette in grounds}) == len(grounds)
    displays = {resolve_theme([s]).type["display"].font.families for s in styles()}
    assert len(displays) >= 35


def test_the_same_request_gives_the_same_theme() -> None:
    colors = (Color.from_hex("#1E5BFF"),)
    one, two = (resolve_theme(["tech", "y2k"], "gaming", colors, 7, "fun") for _ in range(2))
    assert one.model_dump_json() == two.model_dump_json()


def test_mixed_styles_blend() -> None:
    sport, y2k = resolve_theme(["sport"]), resolve_theme(["y2k"])
    mixed = resolve_theme(["sport", "y2k"])
    assert mixed.style == "sport+y2k"
    assert mixed.palette.ground == sport.palette.ground
    assert mixed.type == sport.type
    assert mixed.archetypes[:2] == (sport.archetypes[0], y2k.archetypes[0])
    expected = 0.7 * sport.params.radius + 0.3 * y2k.params.radius
    assert mixed.params.radius == pytest.approx(expected)
    assert mixed.shape_language.startswith(y2k.shape_language)


def test_families_are_in_the_set_and_end_safely() -> None:
    known = available_families()
    for style_id in styles():
        for setting in resolve_theme([style_id], seed=1).type.values():
            families = setting.font.families
            assert set(families) <= set(known), style_id
            assert "latin" in known[families[0]]
            assert "Inter" in families
            assert families[-1] in ("Noto Sans SC", "Noto Serif SC")


def test_layouts_and_logo_types_are_in_the_rules() -> None:
    layouts = {row["k"] for row in design_rule("archetypes")["items"]}
    marks = {row["k"] for row in design_rule("logo_types")["items"]}
    listed = [(s.archetypes, s.logo_types) for s in styles().values()]
    listed += [(i.archetypes, i.logo_types) for i in industries().values()]
    for archetypes, logo_types in listed:
        assert set(archetypes) <= layouts
        assert set(logo_types) <= marks


def test_unknown_style_names_the_nearest() -> None:
    with pytest.raises(UnknownEntry, match="minimal"):
        resolve_theme(["minimalism"])


def test_colors_have_names_in_both_languages() -> None:
    palette = resolve_theme(["blue_white"]).palette
    for language in ("zh-Hans", "en"):
        names = palette_names(palette, language)
        assert len({name for _, name in names}) == len(names) == 7
    assert color_name(Color.from_oklch(0.45, 0.12, 250), "zh") == "石青"
    assert color_name(Color.from_oklch(0.45, 0.12, 250), "en") == "Azurite blue"
    generator = np.random.default_rng(3)
    for red, green, blue in generator.integers(0, 256, (20, 3)):
        assert color_name(Color(int(red), int(green), int(blue)), "en")
