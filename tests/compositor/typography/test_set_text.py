"""Setting text: what stands where, what never happens, and that fitting fits."""

import math
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compositor.document import FontChoice, TextLayer, TextRun, solid
from compositor.errors import MissingFont, MissingGlyph
from compositor.geometry import Box
from compositor.typography.block import GlyphRun, SetText
from compositor.typography.breaks import KINSOKU, WORD, break_costs
from compositor.typography.characters import NO_LINE_START, kind_of
from compositor.typography.fonts import default_fonts
from compositor.typography.outline import outlines, run_path
from compositor.typography.set_text import measure, set_text

FONT = FontChoice(families=("Inter", "Noto Sans SC"))


def layer(
    text: str, box: Box, *, size: float = 20, tracking: float = 0, **more: Any
) -> TextLayer:
    run = TextRun(text=text, font=FONT, size=size, paint=solid("#000000"), tracking=tracking)
    return TextLayer(id="t", box=box, runs=(run,), **more)


def block(text: str, width: float = 400, height: float = 400, **more: Any) -> SetText:
    return set_text(layer(text, Box(0, 0, width, height), **more), default_fonts())


def texts(found: SetText) -> list[str]:
    return [line.text for line in found.lines]


def runs(found: SetText) -> list[GlyphRun]:
    return [run for line in found.lines for run in line.runs]


def glyph_x(found: SetText, index: int) -> float:
    for run in runs(found):
        for glyph in run.glyphs:
            if run.start + glyph.cluster == index:
                return glyph.x
    raise AssertionError(f"no glyph for character {index}")


def test_latin_and_digits_take_the_latin_face_and_chinese_the_other() -> None:
    found = [(run.text, run.face.family) for run in runs(block("新品A5上市，好"))]
    assert found == [
        ("新品", "Noto Sans SC"),
        ("A5", "Inter"),
        ("上市，好", "Noto Sans SC"),
    ]


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("他说“好”。", {"Noto Sans SC"}),
        ("He said “fine” — it’s…", {"Inter"}),
        ("“Hi”你", {"Noto Sans SC", "Inter"}),
    ],
)
def test_ambiguous_marks_follow_their_neighbours(text: str, families: set[str]) -> None:
    found = runs(block(text))
    assert {run.face.family for run in found} == families
    quotes = {run.face.family for run in found for c in run.text if c in "“”"}
    assert len(quotes) == 1


def test_a_headline_never_mixes_two_chinese_faces() -> None:
    font = FontChoice(families=("Cinzel", "Ma Shan Zheng"))
    for text in ("茶道", "茶龘道"):
        run = TextRun(text=text, font=font, size=60, paint=solid("#000000"))
        one = TextLayer(id="t", box=Box(0, 0, 900, 90), runs=(run,))
        assert len({r.face.family for r in runs(set_text(one, default_fonts()))}) == 1


@pytest.mark.parametrize("character", ["😀", "\U000e1234\U0001f9ff", "\ue123"])
def test_an_uncovered_character_is_named(character: str) -> None:
    with pytest.raises(MissingGlyph, match=r"U\+[0-9A-F]{4,}"):
        block(f"好{character}")


def test_an_unknown_family_names_its_neighbours() -> None:
    run = TextRun(
        text="a", font=FontChoice(families=("Intre",)), size=9, paint=solid("#000000")
    )
    with pytest.raises(MissingFont, match="Inter"):
        set_text(TextLayer(id="t", box=Box(0, 0, 9, 9), runs=(run,)), default_fonts())


def test_latin_beside_chinese_gets_a_quarter_and_a_typed_space_becomes_it() -> None:
    bare, typed = block("用AI画"), block("用 AI 画")
    assert glyph_x(bare, 1) == pytest.approx(25.0)
    assert glyph_x(typed, 2) == pytest.approx(25.0)
    assert typed.box.width == pytest.approx(bare.box.width)
    assert "".join(run.text for run in runs(typed)) == "用 AI 画"


def test_no_gap_beside_full_width_marks() -> None:
    assert glyph_x(block("好，AI"), 2) == pytest.approx(40.0)


def test_adjacent_marks_take_an_em_and_a_half() -> None:
    loose, tight = block("好，好《好"), block("好，《好好")
    assert loose.box.width - tight.box.width == pytest.approx(10.0)


def test_full_width_currency_stands_close_to_its_amount() -> None:
    amount = block("只￥9")
    # Before figures the sign is the figures' own: same face, a word's gap from the Chinese.
    assert [(run.text, run.face.family) for run in runs(amount)][1] == ("￥9", "Inter")
    assert glyph_x(amount, 1) == pytest.approx(25.0)
    assert glyph_x(amount, 2) < 40


def test_a_line_drops_the_white_of_brackets_and_stops_at_its_edges() -> None:
    assert block("（好）").box.width == pytest.approx(40.0)
    assert block("好。").box.width == pytest.approx(30.0)


def test_tracking_stands_between_glyphs_only() -> None:
    plain, tracked = block("天地人"), block("天地人", tracking=0.5)
    assert tracked.box.width - plain.box.width == pytest.approx(20.0)


def test_kerning_is_on() -> None:
    pair = measure("AV", FONT, 100, fonts=default_fonts()).width_px
    alone = sum(measure(c, FONT, 100, fonts=default_fonts()).width_px for c in "AV")
    assert pair < alone


def test_chinese_never_starts_with_a_stop() -> None:
    assert texts(block("一二三四五，六", 101)) == ["一二三四", "五，六"]


def test_no_last_line_of_one_character() -> None:
    assert texts(block("一二三四五六", 101)) == ["一二三四", "五六"]


def test_a_long_word_breaks_only_when_nothing_else_fits() -> None:
    assert len(block("incomprehensibilities", 100).lines) > 1
    assert len(block("incomprehensibilities", 100, fit="shrink").lines) == 1


def test_newline_starts_a_paragraph_and_an_empty_one_keeps_its_height() -> None:
    found = block("甲\n\n乙", leading=1.5, paragraph_gap=0.5)
    assert texts(found) == ["甲", "", "乙"]
    assert found.lines[2].baseline_px - found.lines[0].baseline_px == pytest.approx(80.0)


def test_balance_evens_lengths_and_keeps_phrases_whole() -> None:
    text = "设计不仅仅是外观和感觉，更是生活的方式"
    even = block(text, 300, balance=True)
    # Sense goes before evenness: the break after the stop, though lines differ by five.
    assert texts(even) == ["设计不仅仅是外观和感觉，", "更是生活的方式"]
    even = block(text.replace("，", ""), 300, balance=True)
    lengths = [len(line) for line in texts(even)]
    assert max(lengths) - min(lengths) <= 3
    assert all(not line.startswith("的") for line in texts(even))
    assert texts(block("夏日限定冰爽气泡茶上市", 130, balance=True))[0] in (
        "夏日限定",
        "夏日限定冰爽",
    )


def test_justified_lines_reach_both_edges_and_the_last_does_not() -> None:
    found = block("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏", 209, align="justify")
    widths = [line.box.width for line in found.lines]
    assert all(math.isclose(w, 209, abs_tol=0.01) for w in widths[:-1])
    assert widths[-1] < 150


def test_max_lines_oversets() -> None:
    assert block("一二三四五六", 61, max_lines=1).overset
    assert not block("一二三四五六", 61, max_lines=2).overset
    shrunk = block("一二三四五六", 61, max_lines=1, fit="shrink")
    assert not shrunk.overset
    assert len(shrunk.lines) == 1


@pytest.mark.parametrize("text", ["SUMMER", "夏日限定", "Hg夏"])
def test_display_text_touches_its_box_with_ink(text: str) -> None:
    box = Box(30, 40, 900, 600)
    for align in ("left", "right", "center"):
        for valign in ("top", "bottom", "middle"):
            found = set_text(
                layer(text, box, size=100, align=align, valign=valign), default_fonts()
            )
            ink = found.ink
            assert box.covers(ink, 0.6)
            if align == "left":
                assert ink.x == pytest.approx(box.x, abs=0.6)
            elif align == "right":
                assert ink.right == pytest.approx(box.right, abs=0.6)
            else:
                assert ink.center.x == pytest.approx(box.center.x, abs=0.6)
            if valign == "top":
                assert ink.y == pytest.approx(box.y, abs=2.5)
            elif valign == "bottom":
                assert ink.bottom == pytest.approx(box.bottom, abs=2.5)


def test_middle_centers_on_capitals() -> None:
    plain, hanging = block("Shop", valign="middle"), block("Shoe", valign="middle")
    assert plain.lines[0].baseline_px == hanging.lines[0].baseline_px
    cap = measure("H", FONT, 20, fonts=default_fonts()).cap_height_px
    assert hanging.lines[0].baseline_px - cap / 2 == pytest.approx(200, abs=0.5)


def test_baseline_shift_goes_up() -> None:
    up = TextRun(text="9", font=FONT, size=20, paint=solid("#000000"), baseline_shift=0.4)
    base = up.model_copy(update={"text": "1", "baseline_shift": 0.0})
    one = TextLayer(id="t", box=Box(0, 0, 99, 99), runs=(base, up))
    first, second = runs(set_text(one, default_fonts()))
    assert first.glyphs[0].y - second.glyphs[0].y == pytest.approx(8.0)


def test_ink_is_the_box_of_the_outlines() -> None:
    for writing in ("horizontal", "vertical-rl"):
        found = block("Jade 玉露，2025", writing=writing)
        boxes = [path.bounds for path, _, _ in outlines(found)]
        around = boxes[0]
        for box in boxes[1:]:
            around = around.union(box)
        assert found.ink == pytest.approx(around, abs=0.01)


def test_columns_run_from_the_right_and_characters_downwards() -> None:
    found = block("天地\n玄黄", writing="vertical-rl")
    first, second = found.lines
    assert first.baseline_px > second.baseline_px
    ys = [g.y for g in first.runs[0].glyphs]
    assert ys == sorted(ys)
    assert found.box.right == pytest.approx(400)


def test_words_lie_sideways_figures_stand_abreast_capitals_alone() -> None:
    found = runs(block("春Design到15日VIP展", writing="vertical-rl"))
    stance = {run.text: (run.rotation_deg, run.vertical) for run in found}
    assert stance["春"] == (0.0, True)
    assert stance["Design"] == (90.0, False)
    assert stance["15"] == (0.0, False)
    assert stance["VIP"] == (0.0, False)
    pair = next(run for run in found if run.text == "15")
    assert pair.glyphs[0].y == pair.glyphs[1].y
    capitals = next(run for run in found if run.text == "VIP")
    assert capitals.glyphs[0].y < capitals.glyphs[1].y < capitals.glyphs[2].y


def test_a_comma_sits_in_the_upper_right() -> None:
    flat = block("好，").ink
    found = block("好，好", writing="vertical-rl")
    marks = [run for run in runs(found) if "，" in run.text]
    assert marks[0].vertical
    assert flat.bottom > 0
    # The vertical form is another glyph than the horizontal one.
    lying = next(g.id for r in runs(block("好，好")) for g in r.glyphs if g.cluster == 1)
    standing = next(g.id for r in marks for g in r.glyphs if g.cluster == 1)
    assert lying != standing


def test_marks_without_a_vertical_form_are_turned_or_moved() -> None:
    font = FontChoice(families=("Ma Shan Zheng",))
    run = TextRun(text="茶。（道）", font=font, size=50, paint=solid("#000000"))
    one = TextLayer(id="t", box=Box(0, 0, 99, 500), runs=(run,), writing="vertical-rl")
    found = set_text(one, default_fonts())
    middle = found.lines[0].baseline_px
    stop = run_path(
        next(r for r in split(found.lines[0].runs) if r.text == "。" and not r.rotation_deg)
    ).bounds
    assert stop.x > middle
    turned = {r.text for r in found.lines[0].runs if r.rotation_deg == 90}
    assert turned == {"（", "）"}


def split(found: tuple[GlyphRun, ...]) -> list[GlyphRun]:
    """Return every glyph as a run of its own."""
    return [
        replace(run, glyphs=(glyph,), text=run.text[glyph.cluster])
        for run in found
        for glyph in run.glyphs
    ]


@pytest.mark.parametrize("fit", ["shrink", "fill"])
def test_fitting_grows_with_the_box(fit: str) -> None:
    scales = [
        block("夏日限定 Summer Drinks 冰爽上市", width, 80, size=30, fit=fit).scale
        for width in (80, 120, 200, 320, 500)
    ]
    assert scales == sorted(scales)
    assert all(scale * 512 == int(scale * 512) for scale in scales)


def test_fill_is_the_largest_that_fits() -> None:
    found = block("SUMMER", 600, 400, fit="fill")
    assert not found.overset
    assert found.ink.width == pytest.approx(600, rel=0.01)


def test_shrink_stops_at_its_least_scale() -> None:
    found = block("设计" * 200, 100, 40, fit="shrink", min_scale=0.5)
    assert found.scale == 0.5
    assert found.overset


MIXED = st.text(
    alphabet=st.sampled_from(
        list("天地玄黄国茶的AbgV19 %￥，。、！（）《》“”—…·-.,/\n\u200b\u3000")
    ),
    min_size=0,
    max_size=40,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=MIXED,
    width=st.integers(10, 400),
    height=st.integers(10, 200),
    size=st.sampled_from([8.0, 20.0, 64.0]),
    manner=st.fixed_dictionaries(
        {
            "fit": st.sampled_from(["none", "shrink", "fill"]),
            "align": st.sampled_from(["left", "center", "right", "justify"]),
            "balance": st.booleans(),
            "writing": st.sampled_from(["horizontal", "vertical-rl"]),
        }
    ),
)
def test_whatever_is_set_keeps_the_rules(
    text: str, width: int, height: int, size: float, manner: dict[str, Any]
) -> None:
    box = Box(7, 11, width, height)
    vertical = manner["writing"] == "vertical-rl"
    found = set_text(layer(text, box, size=size, **manner), default_fonts())
    spoken = "".join(run.text for run in runs(found))
    dropped = {"space", "newline", "hidden"}
    assert [c for c in spoken if kind_of(c) not in dropped] == [
        c for c in text if kind_of(c) not in dropped
    ]
    for run in runs(found):
        assert text[run.start : run.start + len(run.text)] == run.text
        for glyph in run.glyphs:
            assert all(math.isfinite(n) for n in (glyph.x, glyph.y, glyph.advance))
            assert 0 <= glyph.cluster < len(run.text)
    if not found.overset:
        along = box.height if vertical else box.width
        assert all(
            (line.box.height if vertical else line.box.width) <= along + 0.05
            for line in found.lines
        )
    check_breaks(text, found, break_costs(text, sense=manner["balance"]))


def check_breaks(text: str, found: SetText, costs: tuple[float, ...]) -> None:
    """A forbidden place is taken only when the line holds no better one.

    Places inside a cluster, such as figures abreast, are none.
    """
    begun = {run.start + glyph.cluster for run in runs(found) for glyph in run.glyphs}
    for before, after in pairwise(found.lines):
        if not before.runs or not after.runs:
            continue
        begin, end = before.runs[0].start, after.runs[0].start
        if "\n" in text[begin:end]:
            continue
        if costs[end] >= WORD:
            assert all(costs[k] >= WORD for k in range(begin + 1, end) if k in begun)
        if costs[end] >= KINSOKU:
            assert all(costs[k] >= KINSOKU for k in range(begin + 1, end) if k in begun)
        if text[end] in NO_LINE_START:
            assert costs[end] >= WORD
