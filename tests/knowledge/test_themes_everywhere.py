"""All styles, trades, seeds and pairs: in their ranges, readable, apart, in faces that hold."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.color import Color, contrast_ratio
from compositor.layout.theme import Palette, Theme
from compositor.typography.fonts import default_fonts
from knowledge import industries, resolve_theme, style, styles
from knowledge.chords import CHROMATIC, apart, variant_count
from knowledge.entries import RoleColor

STYLES = sorted(styles())
ROLES = ("ground", "ink", "primary", "accent", "accent2")
SEEDS = st.integers(0, 400)


def unreadable(palette: Palette) -> list[str]:
    """Return the text roles that cannot be read on what they stand on."""
    pairs = {
        "ink on ground": (palette.ink, palette.ground, 7.0),
        "ink on surface": (palette.ink, palette.surface, 4.5),
        "muted on ground": (palette.muted, palette.ground, 4.5),
        "text on primary": (palette.on_primary, palette.primary, 4.5),
        "text on accent": (palette.on_accent, palette.accent, 4.5),
    }
    return [
        name for name, (text, on, needed) in pairs.items() if contrast_ratio(text, on) < needed
    ]


def out_of_range(color: Color, role: RoleColor) -> str:
    """Return in what a color leaves the range of its role.

    Contrast may move its lightness by a tenth; hue and chroma stay, but for what sRGB lacks.
    """
    found, box = color.oklch, role.range
    if not box.L[0] - 0.1 <= found.lightness <= box.L[1] + 0.1:
        return "lightness"
    if found.chroma > box.C[1] + 0.02:
        return "chroma"
    wide = (box.H[1] - box.H[0]) % 360 or 360
    any_hue = found.chroma < CHROMATIC or wide > 350
    return "" if any_hue or (found.hue_deg - box.H[0] + 6) % 360 <= wide + 12 else "hue"


@pytest.mark.parametrize("style_id", STYLES)
def test_a_style_is_itself_readable_and_varied(style_id: str) -> None:
    look = style(style_id)
    every = variant_count(look)
    palettes = [resolve_theme([style_id], seed=seed).palette for seed in range(2 * every + 1)]
    for seed in (0, every, 2 * every):
        for name, role in look.palette.roles.items():
            color = getattr(palettes[seed], "ground" if name == "bg" else name)
            assert out_of_range(color, role) == "", (seed, name)
    for palette in palettes:
        assert unreadable(palette) == []
    for one, two in combinations(palettes[:every], 2):
        moved = [apart(getattr(one, role).oklch, getattr(two, role).oklch) for role in ROLES]
        assert max(moved) >= 0.06


@pytest.mark.parametrize("industry_id", sorted(industries()))
def test_a_trade_has_readable_looks_of_its_own(industry_id: str) -> None:
    trade = industries()[industry_id]
    themes = [resolve_theme([], industry_id, seed=seed) for seed in range(6)]
    assert {theme.style for theme in themes} <= set(trade.styles)
    assert len({theme.style for theme in themes}) >= min(3, len(trade.styles))
    for theme in themes:
        assert unreadable(theme.palette) == []


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(STYLES), st.sampled_from(STYLES), SEEDS)
def test_two_styles_blend_by_rule_in_either_order(first: str, second: str, seed: int) -> None:
    one, two = resolve_theme([first], seed=seed), resolve_theme([second], seed=seed)
    mixed = resolve_theme([first, second], seed=seed)
    assert unreadable(mixed.palette) == []
    assert mixed.type == one.type
    assert apart(mixed.palette.ground.oklch, one.palette.ground.oklch) < 0.02
    if first == second:
        assert mixed == one
        return
    assert mixed.style == f"{first}+{second}"
    assert mixed.texture == (two.texture if two.texture != "none" else one.texture)
    for name, value in mixed.params.model_dump().items():
        low, high = sorted((getattr(one.params, name), getattr(two.params, name)))
        assert low - 1e-4 <= value <= high + 1e-4
    assert set(mixed.archetypes) == {*one.archetypes, *two.archetypes}
    assert mixed.archetypes[0] == one.archetypes[0]
    assert mixed != resolve_theme([second, first], seed=seed)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(STYLES),
    st.floats(0.3, 0.8),
    st.floats(0.08, 0.2),
    st.integers(0, 359),
    SEEDS,
)
def test_an_asked_hue_is_there_exactly_and_the_rest_keeps_off_it(
    style_id: str, lightness: float, chroma: float, hue_deg: int, seed: int
) -> None:
    asked = Color.from_oklch(lightness, chroma, hue_deg)
    palette = resolve_theme([style_id], colors=[asked], seed=seed).palette
    assert asked in (palette.ground, palette.primary, palette.accent)
    assert unreadable(palette) == []
    assert apart(palette.primary.oklch, palette.accent.oklch) >= 0.12


COMMON = [
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD7)
    for cell in range(0xA1 + row % 11, 0xFF, 11)
]
"""Every eleventh of the commonest 3666 Chinese characters."""

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&!?.,:’“”–—€£$%"


def families_used() -> set[tuple[str, ...]]:
    """Return every order of families that some style sets some role in."""
    themes: list[Theme] = [
        resolve_theme([style_id], seed=seed) for style_id in STYLES for seed in range(3)
    ]
    return {setting.font.families for theme in themes for setting in theme.type.values()}


def test_every_face_is_there_and_holds_the_letters_it_is_for() -> None:
    fonts = default_fonts()
    orders = families_used()
    names = sorted({name for families in orders for name in families})
    assert all(fonts.has(name) for name in names)
    chinese = [name for name in names if _covers(name, "国")]
    assert {"Ma Shan Zheng", "ZCOOL XiaoWei", "Danqing WenKai"} <= {*chinese}
    holes = {name: [c for c in COMMON if not _covers(name, c)] for name in chinese}
    assert {name: found for name, found in holes.items() if found} == {}
    for latin in sorted({families[0] for families in orders}):
        missing = [c for c in LATIN if not _covers(latin, c) and not _covers("Inter", c)]
        assert not missing, (latin, missing)


def _covers(family: str, character: str) -> bool:
    return any(face.covers(character) for face in default_fonts().family_faces(family))


def test_black_faces_have_a_black_chinese_partner() -> None:
    """Latin faces of one heavy weight: what their Chinese falls back to must be heavy too."""
    black = {"Anton", "Alfa Slab One", "Abril Fatface", "Pacifico"}
    for style_id in STYLES:
        for seed in range(3):
            display = resolve_theme([style_id], seed=seed).type["display"].font
            if display.families[0] in black:
                assert display.weight >= 600, (style_id, display)
