"""Color values, versions of a mark, and lines of text put where they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brand_kits.color_values import color_values
from brand_kits.line import LineStyle, line, tracking_to_width
from brand_kits.manual.applications import APPLICATIONS, fitting_applications
from brand_kits.recolor import mono, on_color, repainted
from compositor.color import Color, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.document import FontChoice, GroupLayer, Shape, VectorLayer, solid
from compositor.geometry import Box
from compositor.geometry.shapes import circle, rectangle
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import measure, set_text
from knowledge.themes import resolve_theme

COLORS = st.builds(Color, st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
STYLE = LineStyle(FontChoice(families=("Inter",), weight=600), 60.0, solid("#000000"))


@given(COLORS)
def test_every_color_has_a_name_and_honest_values(color: Color) -> None:
    values = color_values(color)
    assert values.name_zh
    assert values.name_en
    assert Color.from_hex(values.hex) == color
    assert values.rgb == f"{color.red} {color.green} {color.blue}"
    assert all(0 <= int(part) <= 100 for part in values.cmyk.split(" "))


@pytest.mark.parametrize(
    ("hex_text", "name"), [("#2563EB", "Blue"), ("#58654B", "Moss"), ("#111111", "Ink")]
)
def test_color_names(hex_text: str, name: str) -> None:
    assert color_values(Color.from_hex(hex_text)).name_en == name


@given(COLORS)
def test_reversed_version_always_stands_out(ground: Color) -> None:
    palette = resolve_theme(("corporate",), "fintech", seed=1).palette
    inks = on_color(palette, solid(ground))
    assert contrast_ratio(inks.main.color, ground) >= 3
    assert contrast_ratio(inks.quiet.color, ground) >= 4.5


def test_mono_uses_one_color_and_opens_holes() -> None:
    mark = GroupLayer(
        id="mark",
        children=(
            VectorLayer(
                id="a",
                shapes=(
                    Shape(path=rectangle(Box(0, 0, 96, 96)), fill=solid("#112244", "primary")),
                    Shape(path=circle(48, 48, 20), fill=solid("#FF0000", "accent")),
                ),
            ),
        ),
    )
    painted = repainted(mark, mono(WHITE), "m-", spark_is_hole=True).children[0]
    assert isinstance(painted, VectorLayer)
    assert [s.fill for s in painted.shapes] == [solid(BLACK), solid(WHITE)]
    assert painted.id == "m-a"


@given(st.sampled_from(["left", "center", "right"]), st.floats(-500, 500), st.floats(0, 900))
def test_a_line_puts_its_ink_where_asked(align: str, x: float, y: float) -> None:
    fonts = default_fonts()
    layer = line("t", "Hamburg 汉字", STYLE, (x, y), fonts, align=align)  # type: ignore[arg-type]  # sampled
    block = set_text(layer, fonts)
    edge = {"left": block.ink.x, "center": block.ink.center.x, "right": block.ink.right}[align]
    assert edge == pytest.approx(x, abs=0.02)
    assert block.lines[0].baseline_px == pytest.approx(y, abs=0.02)
    assert not block.overset


def test_tracking_stretches_a_line_to_a_width() -> None:
    fonts = default_fonts()
    tracking = tracking_to_width("TAOYU", STYLE, 400, fonts, limits=(0.0, 1.0))
    ink = measure("TAOYU", STYLE.font, 60, fonts=fonts, tracking=tracking).ink
    assert ink.width == pytest.approx(400, abs=3)


def test_every_trade_gets_two_applications() -> None:
    for industry in ("coffee", "tea", "fintech", "no such trade", ""):
        first, second = fitting_applications(industry)
        assert {first, second} <= set(APPLICATIONS)
        assert first != second
