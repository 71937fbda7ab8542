"""Cases from W3C Requirements for Chinese Text Layout, section by section.

Sections are those of https://www.w3.org/TR/clreq/, named by number and fragment. Where the
document speaks of several regions, the rules are those of mainland China.
"""

from typing import Any

import pytest

from compositor.document import FontChoice, TextLayer, TextRun, solid
from compositor.geometry import Box
from compositor.typography.block import GlyphRun, SetText
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import set_text
from compositor.typography.setting.ink import glyph_transform
from compositor.typography.setting.shape import glyph_extent

EM = 20.0
SANS = ("Inter", "Noto Sans SC")


def block(text: str, ems: float = 100, **more: Any) -> SetText:
    """Set text at 20 px in a line of so many em."""
    families = more.pop("families", SANS)
    size = more.pop("size", EM)
    vertical = more.get("writing") == "vertical-rl"
    box = Box(0, 0, 900, ems * size) if vertical else Box(0, 0, ems * size, 900)
    run = TextRun(
        text=text, font=FontChoice(families=families), size=size, paint=solid("#000000")
    )
    return set_text(TextLayer(id="t", box=box, runs=(run,), **more), default_fonts())


def lines(text: str, ems: float, **more: Any) -> list[str]:
    return [line.text for line in block(text, ems, **more).lines]


def ems(text: str, **more: Any) -> float:
    """Return how long a line of the text is, in em."""
    line = block(text, **more).lines[0].box
    vertical = more.get("writing") == "vertical-rl"
    return (line.height if vertical else line.width) / more.get("size", EM)


def inside(text: str, **more: Any) -> float:
    """Return how much room a text takes between two ideographs, in em."""
    return ems(f"国{text}国", **more) - ems("国国", **more)


def ink_of(found: SetText, index: int) -> tuple[GlyphRun, Box]:
    """Return the run and the ink of one character."""
    for line in found.lines:
        for run in line.runs:
            for glyph in run.glyphs:
                if run.start + glyph.cluster == index:
                    extent = glyph_extent(run.face, glyph.id)
                    return run, glyph_transform(run, glyph).apply_box(extent)
    raise AssertionError(f"nothing is drawn for character {index}")


# 3.1.2 Glyphs, sizes and positions in character faces of punctuation marks


@pytest.mark.parametrize("mark", "，。、；：！？")
def test_312_stops_take_one_em(mark: str) -> None:
    assert inside(mark) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("mark", "，。、")
def test_312_stops_lie_at_the_lower_left(mark: str) -> None:
    found = block(f"国{mark}国")
    _, ink = ink_of(found, 1)
    assert ink.center.x < 1.5 * EM
    assert ink.center.y > found.lines[0].baseline_px - 0.2 * EM


def test_312_two_em_dash_is_one_line_of_two_em() -> None:
    # This face draws both as one glyph; `test_vertical_marks` has the faces that do not.
    _, dash = ink_of(block("国——国"), 1)
    assert inside("——") == pytest.approx(2.0, abs=0.01)
    assert dash.width > 1.8 * EM


def test_312_ellipsis_is_six_dots_of_two_em_in_the_middle() -> None:
    found = block("国……国")
    ideograph, dots = ink_of(found, 0)[1], ink_of(found, 1)[1]
    assert inside("……") == pytest.approx(2.0, abs=0.01)
    assert dots.center.y == pytest.approx(ideograph.center.y, abs=0.06 * EM)


def test_312_middle_dot_may_take_half_an_em() -> None:
    assert inside("·") == pytest.approx(0.5, abs=0.01)


# 3.1.3 Atypical punctuation marks: #exclamatory_question_marks


@pytest.mark.parametrize(
    ("marks", "room"), [("？！", 1), ("！！", 1), ("！！！", 2), ("？", 1)]
)
def test_313_chained_exclamations_share_a_cell(marks: str, room: float) -> None:
    assert inside(marks) == pytest.approx(room, abs=0.05)


# 3.1.4 Prohibition rules for line start and line end: #prohibition_rules_for_line_start_end


@pytest.mark.parametrize("level", ["basic", "gb", "strict"])
@pytest.mark.parametrize("mark", "、，；：。！？”’）〕］｝》〉」』·～")
def test_314_basic_marks_never_begin_a_line(mark: str, level: str) -> None:
    text = f"一二三四五{mark}六七"
    for width in (2, 3, 4, 5, 6):
        assert not any(line.startswith(mark) for line in lines(text, width, kinsoku=level))


@pytest.mark.parametrize("level", ["basic", "gb", "strict"])
@pytest.mark.parametrize("mark", "“‘（〔［｛《〈「『")
def test_314_basic_opening_marks_never_end_a_line(mark: str, level: str) -> None:
    text = f"一二三四{mark}五六七"
    for width in (2, 3, 4, 5, 6):
        assert not any(line.endswith(mark) for line in lines(text, width, kinsoku=level))


def test_314_gb_adds_the_solidus_at_the_line_end() -> None:
    text = "一二三四五／六七八九"
    assert lines(text, 6, kinsoku="basic")[0] == "一二三四五／"
    assert lines(text, 6, kinsoku="gb")[0] == "一二三四"
    assert all(not line.startswith("／") for line in lines(text, 5, kinsoku="basic"))


@pytest.mark.parametrize("sign", ["——", "……"])
def test_314_strict_adds_dash_and_ellipsis_at_the_line_start(sign: str) -> None:
    text = f"一二三四五{sign}六七"
    assert lines(text, 5.2, kinsoku="gb")[1].startswith(sign)
    assert not any(line.startswith(sign[0]) for line in lines(text, 5.2, kinsoku="strict"))


def test_314_marks_are_compressed_before_lines_are_broken() -> None:
    # Two marks of 2 em take 1.5, so that the ideograph after them still fits.
    text = "一二三，《四五六七八》九十" + "天地玄黄宇宙洪荒日月盈昃" * 2
    assert lines(text, 5.6)[0] == "一二三，《四"


def test_314_a_mark_is_pushed_in_before_another_character_is_pushed_out() -> None:
    text = "春天，夏天，秋天和冬天"
    found = block(text, 5.3)
    # Line ends trim the last comma to half an em: 5.5 em; the first comma gives the rest.
    assert found.lines[0].text == "春天，夏天，"
    assert found.lines[0].box.width == pytest.approx(5.3 * EM)
    assert not found.overset
    assert lines(text, 5.1)[0] == "春天，"


# 3.1.5 Prohibition rules for unbreakable marks


@pytest.mark.parametrize("sign", ["——", "……", "⸺", "⋯⋯"])
def test_315_two_em_marks_are_never_parted(sign: str) -> None:
    if not default_fonts().face("Noto Sans SC").covers(sign[0]):
        pytest.skip("no face draws it")
    text = f"一二三四五{sign}六七"
    for width in (3, 4, 5.5, 6, 6.5):
        assert sum(sign in line for line in lines(text, width)) == 1


@pytest.mark.parametrize(
    "unit", ["99%", "￥128", "20℃", "第3章", "5月12日", "3.5", "18kg", "8折"]
)
def test_315_digits_keep_their_prefix_and_suffix(unit: str) -> None:
    text = f"一二三四五六{unit}七八九十"
    for width in (5, 6, 7, 8):
        assert sum(unit in line for line in lines(text, width)) == 1


# 3.1.6 Punctuation width adjustment: #punctuation_width_adjustment


@pytest.mark.parametrize("pair", ["，《", "》，", "》《", "（“", "”）", "。”", "：“", "」。"])
def test_316_adjacent_marks_take_an_em_and_a_half(pair: str) -> None:
    assert inside(pair, families=("Noto Sans SC",)) == pytest.approx(1.5, abs=0.06)


@pytest.mark.parametrize("pair", ["》，", "》《", "（「", "」。"])
def test_316_brackets_stay_close_to_what_they_hold(pair: str) -> None:
    opens = pair[0] in "（《「"
    alone = block(f"国{pair[1]}国") if opens else block(f"国{pair[0]}国")
    together = block(f"国{pair}国")
    if opens:
        gap = ink_of(together, 3)[1].x - ink_of(together, 2)[1].right
        assert gap == pytest.approx(ink_of(alone, 2)[1].x - ink_of(alone, 1)[1].right, abs=0.1)
    else:
        gap = ink_of(together, 1)[1].x - ink_of(together, 0)[1].right
        assert gap == pytest.approx(ink_of(alone, 1)[1].x - ink_of(alone, 0)[1].right, abs=0.1)


@pytest.mark.parametrize("mark", "（《「“")
def test_316_an_opening_bracket_loses_half_an_em_at_the_line_start(mark: str) -> None:
    assert ems(f"{mark}国") == pytest.approx(1.5, abs=0.06)


def test_316_also_after_a_paragraph_indent() -> None:
    indented = block("\u3000\u3000“国")
    assert ems("\u3000\u3000国国") - ems("\u3000\u3000“国") == pytest.approx(0.0, abs=0.51)
    assert ink_of(indented, 3)[1].x < 3.2 * EM


@pytest.mark.parametrize("mark", "，。、）》」”；：！？")
def test_316_a_mark_is_trimmed_to_half_an_em_at_the_line_end(mark: str) -> None:
    assert ems(f"国{mark}") == pytest.approx(1.5, abs=0.12)


@pytest.mark.parametrize("mark", "：；！？")
def test_316_in_columns_these_always_take_one_em(mark: str) -> None:
    assert inside(mark, writing="vertical-rl") == pytest.approx(1.0, abs=0.01)


# 3.1.7 Hanging punctuation at line end: #hanging_punctuation_marks_at_line_end


def test_317_running_chinese_text_hangs_nothing() -> None:
    text = "春眠不觉晓，处处闻啼鸟。"
    plain, hung = block(text, 6), block(text, 6, hanging=True)
    assert [line.box for line in plain.lines] == [line.box for line in hung.lines]


def test_317_display_text_may() -> None:
    text = "“春在山里。”"
    plain, hung = block(text, 20, size=80), block(text, 20, size=80, hanging=True)
    assert hung.ink.x < plain.ink.x - 0.1 * 80


# 3.2.2 Mixed text in horizontal writing: #mixed_text_composition_in_horizontal_writing_mode


@pytest.mark.parametrize("western", ["AI", "2026", "A4"])
def test_322_western_stands_a_quarter_em_from_chinese(western: str) -> None:
    found = block(f"国{western}国", match_latin=False)
    alone = ems(western, match_latin=False)
    assert found.lines[0].box.width / EM == pytest.approx(2 + alone + 0.5, abs=0.01)


def test_322_a_figure_stands_closer_to_its_unit() -> None:
    alone = ems("12", match_latin=False)
    assert inside("12月", match_latin=False) == pytest.approx(
        alone + 0.25 + 0.125 + 1, abs=0.01
    )


def test_322_a_typed_space_is_that_same_gap() -> None:
    assert ems("用 AI 画") == pytest.approx(ems("用AI画"))


def test_322_none_at_line_edges_nor_beside_full_width_marks() -> None:
    assert ems("AI国", match_latin=False) - ems("AI", match_latin=False) == pytest.approx(1.25)
    assert inside("，AI", match_latin=False) == pytest.approx(
        1 + ems("AI", match_latin=False) + 0.25, abs=0.01
    )


# 3.2.3 Mixed text in vertical writing: #mixed_text_composition_in_vertical_writing_mode


@pytest.mark.parametrize(
    ("western", "turn_deg"),
    [
        ("GDP", 0.0),
        ("A", 0.0),
        ("12", 0.0),
        ("365", 0.0),
        ("editor", 90.0),
        ("Design Week", 90.0),
    ],
)
def test_323_acronyms_stand_figures_lie_across_words_are_turned(
    western: str, turn_deg: float
) -> None:
    found = block(f"国{western}国", writing="vertical-rl")
    turns = {
        run.rotation_deg for line in found.lines for run in line.runs if western[0] in run.text
    }
    assert turns == {turn_deg}


@pytest.mark.parametrize("figures", ["12", "365"])
def test_323_horizontal_in_vertical_takes_one_cell(figures: str) -> None:
    assert inside(figures, writing="vertical-rl") == pytest.approx(1.0, abs=0.01)


# 3.2.4 Western text in Chinese text: words are not broken but at a hyphen


def test_324_western_words_are_broken_only_by_hyphenation() -> None:
    text = "这是一个关于typography和composition的故事"
    for width in (8, 9, 10, 12):
        found = lines(text, width)
        assert sum("typography" in line for line in found) == 1
        assert sum("composition" in line for line in found) == 1


# 3.3.1 Paragraph and line adjustment: no last line of one character


def test_331_no_last_line_of_one_character() -> None:
    for count in range(4, 14):
        text = "一二三四五六七八九十甲乙丙"[:count]
        assert len(lines(text, 3.1)[-1]) > 1 or count < 4
