"""Texture, prices, features, matching, hanging: the numbers a designer would check."""

import pytest

from compositor.document import FontChoice, TextLayer, TextRun, solid
from compositor.geometry import Box
from compositor.typography.block import SetText
from compositor.typography.features import (
    figure_features,
    has_feature,
    with_fractions,
    with_small_capitals,
)
from compositor.typography.fonts import default_fonts
from compositor.typography.price import price_runs
from compositor.typography.set_text import set_text
from compositor.typography.setting.match import latin_match
from compositor.typography.texture import seen_weight, spacing_at

INK = solid("#000000")
FONT = FontChoice(families=("Archivo", "Noto Sans SC"), weight=700)


def block(text: str, families: tuple[str, ...], size: float, **more: object) -> SetText:
    run = TextRun(text=text, font=FontChoice(families=families), size=size, paint=INK)
    values = {"id": "t", "box": Box(0, 0, 2000, 400), "runs": (run,), **more}
    return set_text(TextLayer.model_validate(values), default_fonts())


def test_larger_type_is_set_tighter() -> None:
    for manner in ("latin", "hei", "latin_capitals", "latin_capitals_airy"):
        found = [spacing_at(size, manner) for size in (10, 20, 40, 80, 160, 320)]
        assert [s.tracking for s in found] == sorted((s.tracking for s in found), reverse=True)
        assert found[0].leading > found[-1].leading


@pytest.mark.parametrize(
    ("size", "manner", "leading", "tracking"),
    [
        (200, "latin", (0.85, 1.0), (-0.04, -0.02)),
        (64, "latin", (1.0, 1.12), (-0.025, -0.01)),
        (36, "latin", (1.15, 1.3), (-0.01, 0.0)),
        (20, "latin", (1.4, 1.6), (0.0, 0.008)),
        (200, "hei", (1.05, 1.2), (-0.03, 0.0)),
        (120, "song", (1.2, 1.4), (0.05, 0.3)),
        (22, "hei", (1.6, 1.9), (0.0, 0.04)),
        (120, "vertical", (1.4, 2.0), (0.1, 0.5)),
    ],
)
def test_spacing_is_within_the_design_rules(
    size: float, manner: str, leading: tuple[float, float], tracking: tuple[float, float]
) -> None:
    found = spacing_at(size, manner)  # type: ignore[arg-type]  # a manner
    assert leading[0] <= found.leading <= leading[1]
    assert tracking[0] <= found.tracking <= tracking[1]


def test_light_on_dark_is_opener_and_large_letters_lighter() -> None:
    plain, dark = spacing_at(40, "hei"), spacing_at(40, "hei", reversed_out=True)
    assert dark.leading - plain.leading == pytest.approx(0.02)
    assert dark.tracking - plain.tracking == pytest.approx(0.01)
    assert seen_weight(700, 90, reversed_out=True) == 600
    assert seen_weight(400, 12, reversed_out=True) == 500
    assert seen_weight(400, 20) == 400
    assert seen_weight(100, 90, reversed_out=True) == 100


@pytest.mark.parametrize(
    "text",
    ["￥1,299.00", "$19.90", "49,90 €", "到手价￥99.9起", "RMB 88", "面议", "5折", "€24"],
)
@pytest.mark.parametrize("style", ["raised", "level", "old"])
def test_price_runs_say_exactly_the_price(text: str, style: str) -> None:
    runs = price_runs(
        text,
        font=FONT,
        size=100,
        paint=INK,
        fonts=default_fonts(),
        style=style,  # type: ignore[arg-type]  # a style
    )
    assert "".join(run.text for run in runs) == text


def test_currency_and_decimals_are_small_and_level_with_the_tops_of_the_figures() -> None:
    runs = price_runs("￥88.50", font=FONT, size=100, paint=INK, fonts=default_fonts())
    assert [(run.text, run.size) for run in runs] == [("￥", 50), ("88", 100), (".50", 50)]
    found = set_text(TextLayer(id="t", box=Box(0, 0, 900, 200), runs=runs), default_fonts())
    cap = default_fonts().faces_for(FONT, 100)[0].cap_height
    tops = [min(g.y for g in run.glyphs) - cap * run.size_px for run in found.lines[0].runs]
    assert max(tops) - min(tops) < 0.5


@pytest.mark.parametrize(
    ("text", "large"),
    [
        ("满300减50", "满300减50"),
        ("买2送1", "买2送1"),
        ("3 for 2", "3 for 2"),
        ("第二件半价", "第二件半价"),
        ("7.5折起", "7.5"),
        ("up to 50% off", "50"),
        ("30-50k", "30-50k"),
        ("99元/节", "99"),
        ("原价￥399 现价￥199", "199"),
        ("截至8月31日8折", "8"),
    ],
)
def test_what_is_set_large_in_a_price(text: str, large: str) -> None:
    runs = price_runs(text, font=FONT, size=100, paint=INK, fonts=default_fonts())
    assert "".join(run.text for run in runs) == text
    assert [run.text for run in runs if run.size == 100] == [large]


def test_an_old_price_inside_a_price_is_struck() -> None:
    runs = price_runs(
        "到手价￥199 原价￥399", font=FONT, size=100, paint=INK, fonts=default_fonts()
    )
    assert [run.text for run in runs if run.decoration != "none"] == ["原价￥399"]


def test_no_part_of_a_price_falls_below_the_smallest_size() -> None:
    runs = price_runs(
        "到手价￥99.9起", font=FONT, size=40, paint=INK, fonts=default_fonts(), smallest=26
    )
    assert min(run.size for run in runs) == 26


def test_an_old_price_is_struck_and_small() -> None:
    (run,) = price_runs(
        "原价￥199", font=FONT, size=100, paint=INK, fonts=default_fonts(), style="old"
    )
    assert run.decoration == "line-through"
    assert 34 <= run.size <= 45


def test_features_are_asked_for_only_where_the_face_has_them() -> None:
    fonts = default_fonts()
    assert figure_features(fonts.face("EB Garamond"), "old-style") == ("onum", "pnum")
    assert figure_features(fonts.face("Jost"), "tabular") == ("tnum",)
    assert figure_features(fonts.face("Alfa Slab One"), "tabular") == ()
    assert not has_feature(fonts.face("Pacifico"), "smcp")


def test_tabular_figures_have_one_width() -> None:
    face = default_fonts().face("Montserrat")
    run = TextRun(
        text="0123456789",
        font=FontChoice(families=("Montserrat",)),
        size=30,
        paint=INK,
        features=figure_features(face, "tabular"),
    )
    found = set_text(TextLayer(id="t", box=Box(0, 0, 900, 90), runs=(run,)), default_fonts())
    assert len({round(g.advance, 3) for g in found.lines[0].runs[0].glyphs}) == 1


def test_small_capitals_are_real_or_not_at_all() -> None:
    serif = TextRun(text="Tea", font=FontChoice(families=("EB Garamond",)), size=30, paint=INK)
    assert with_small_capitals(serif, default_fonts()).features == ("smcp",)
    script = serif.model_copy(update={"font": FontChoice(families=("Pacifico",))})
    assert with_small_capitals(script, default_fonts()) == script


def test_fractions_leave_dates_alone() -> None:
    run = TextRun(
        text="1/2 cup on 12/05/2026", font=FontChoice(families=("Inter",)), size=30, paint=INK
    )
    found = with_fractions(run, default_fonts())
    assert "".join(part.text for part in found) == run.text
    assert [part.text for part in found if "frac" in part.features] == ["1/2"]


@pytest.mark.parametrize("latin", ["EB Garamond", "Inter", "Jost", "Montserrat", "Anton"])
@pytest.mark.parametrize("chinese", ["Noto Sans SC", "Noto Serif SC", "Danqing WenKai"])
def test_latin_is_matched_within_the_range(latin: str, chinese: str) -> None:
    fonts = default_fonts()
    ratio, shift = latin_match(fonts.face(latin), fonts.face(chinese))
    assert ratio == 1.0 or 1.02 <= ratio <= 1.12
    assert -0.03 <= shift <= 0


def test_only_runs_of_both_scripts_are_matched() -> None:
    families = ("EB Garamond", "Noto Serif SC")
    sizes = {run.text: run.size_px for run in block("茶Tea", families, 50).lines[0].runs}
    assert sizes["茶"] == 50
    assert sizes["Tea"] > 51
    assert block("Tea", families, 50).size_px == 50
    assert block("茶Tea", families, 50, match_latin=False).size_px == 50


def test_quotes_and_stops_hang_at_display_size() -> None:
    families = ("Inter", "Noto Sans SC")
    plain = block("“春在山里。”", families, 80)
    hung = block("“春在山里。”", families, 80, hanging=True)
    assert plain.ink.x == pytest.approx(0, abs=0.6)
    assert hung.ink.x < -10
    first = hung.lines[0].runs[0].glyphs[1]
    assert first.x == pytest.approx(0, abs=8), "the first ideograph is at the edge"


def test_chinese_running_text_keeps_its_stops_inside() -> None:
    families = ("Inter", "Noto Sans SC")
    plain, hung = (block("“春在山里。”", families, 20, hanging=h) for h in (False, True))
    assert plain.ink == hung.ink


def test_sloped_capitals_overshoot_the_edge_a_little() -> None:
    found = block("Tea", ("Inter",), 100, hanging=True, language="en")
    assert -6 <= found.ink.x <= -2
