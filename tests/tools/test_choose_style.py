"""choose_style turns words of a brief into a Look, or says what is wrong with them."""

from pathlib import Path

import pytest

from compositor.color import contrast_ratio
from compositor.document import AssetStore
from tools.base import Look, Workbench
from tools.choose_style import ChooseStyle, ChooseStyleArguments
from tools.errors import WrongArguments


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(seed=0, assets=AssetStore(), out=tmp_path)


def choose(bench: Workbench, **arguments: object) -> tuple[Look, str]:
    result = ChooseStyle().run(ChooseStyleArguments.model_validate(arguments), bench)
    assert isinstance(result.made, Look)
    return result.made, result.note


def test_it_chooses_and_says_why(bench: Workbench) -> None:
    look, note = choose(bench, styles=["tech"], colors=["#1E5BFF"], industry="ai_startup")
    assert look.theme.style == "tech"
    assert look.theme.industry == "ai_startup"
    assert look.theme.palette.primary.hex == "#1E5BFF"
    assert "#1E5BFF" in note
    assert look.theme.type["display"].font.families[0] in note
    assert note.endswith(".")


def test_a_trade_alone_is_enough(bench: Workbench) -> None:
    look, note = choose(bench, industry="tea")
    assert look.theme.style == "new_chinese"
    assert "tea" in note


def test_nothing_at_all_still_gives_a_look(bench: Workbench) -> None:
    look, _ = choose(bench)
    assert look.theme.archetypes


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"styles": ["minimalist"]}, "minimal"),
        ({"industry": "pets"}, "pet_food"),
        ({"colors": ["bluish"]}, "bluish"),
    ],
)
def test_wrong_ids_name_the_nearest(
    bench: Workbench, arguments: dict[str, object], says: str
) -> None:
    with pytest.raises(WrongArguments, match=says):
        choose(bench, **arguments)


def hues(look: Look) -> list[float]:
    palette = look.theme.palette
    roles = (palette.ground, palette.primary, palette.accent, palette.accent2)
    return [role.oklch.hue_deg for role in roles if role.oklch.chroma >= 0.04]


def test_a_ruled_out_color_stays_out(bench: Workbench) -> None:
    look, _ = choose(bench, styles=["flat_illustration"], avoid_colors=["#D2261C"])
    red = 29.0
    assert all(min(abs(hue - red), 360 - abs(hue - red)) > 20 for hue in hues(look))
    palette = look.theme.palette
    assert contrast_ratio(palette.on_primary, palette.primary) >= 4.5
    assert contrast_ratio(palette.on_accent, palette.accent) >= 4.5
    assert contrast_ratio(palette.ink, palette.ground) >= 7


def test_an_asked_color_leads_the_headline_where_it_reads(bench: Workbench) -> None:
    look, _ = choose(bench, styles=["minimal"], colors=["#1E4FC8"])
    assert look.theme.headline_ink == "primary"
    plain, _ = choose(bench, styles=["minimal"])
    assert plain.theme.headline_ink == "ink"
    for asked in ("#FFE98A", "#7CC7E8", "#B9B4A8"):
        theme = choose(bench, styles=["minimal"], colors=[asked])[0].theme
        if theme.headline_ink == "primary":
            assert contrast_ratio(theme.palette.primary, theme.palette.ground) >= 4.5


def test_asked_ink_lies_on_the_asked_ground(bench: Workbench) -> None:
    look, _ = choose(bench, styles=["swiss"], ground="#F4A6B8", ink="#111111", space="airy")
    palette = look.theme.palette
    assert (palette.ground.hex, palette.ink.hex) == ("#F4A6B8", "#111111")
    assert palette.primary == palette.accent == palette.ink
    assert look.theme.params.whitespace > 0.85
    warm, _ = choose(bench, styles=["swiss"], ground="#F0444A", ink="#FFFFFF")
    assert warm.theme.palette.ink.hex == "#FFFFFF"
    assert contrast_ratio(warm.theme.palette.ink, warm.theme.palette.ground) >= 4.5
