"""Wordmarks: legible, evenly spaced, clean outlines, exact words, parameters that obey."""

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compositor.color import Color
from compositor.document import FontChoice, SolidPaint
from compositor.geometry import Path
from compositor.geometry.boolean import simplify
from compositor.geometry.shapes import circle
from generators.vector.marks.mark import CannotDraw, MarkInks
from generators.vector.marks.wordmarks import (
    Character,
    Wordmark,
    WordmarkRequest,
    draw_wordmark,
    edits_for,
)
from generators.vector.marks.wordmarks.hanzi_edits import dots_of, proportioned
from generators.vector.marks.wordmarks.legible import (
    FLOOR,
    KEPT_FLOOR,
    WHITE_FLOOR,
    read_against,
)
from generators.vector.marks.wordmarks.letters import set_letters, spaced, white_spread
from generators.vector.marks.wordmarks.outlines import emboldened, rounded
from generators.vector.marks.wordmarks.scan import ink_area, spans

CHARACTERS: tuple[Character, ...] = get_args(Character)
INKS = MarkInks(
    main=SolidPaint(color=Color.from_hex("#14213d")),
    spark=SolidPaint(color=Color.from_hex("#e4572e")),
    ground=SolidPaint(color=Color.from_hex("#ffffff")),
    tint=SolidPaint(color=Color.from_hex("#88aaaa")),
)
SANS = FontChoice(families=("Outfit",), weight=600)
HEI = FontChoice(families=("Noto Sans SC",), weight=700)
LATIN = st.text(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzéèüöñçåøßÉÜÑ", min_size=1, max_size=24
)
HANZI = st.text(
    "丹青云山江河茶语立夏光年清心堂永兴万和科技糖圆鹿鸣书店", min_size=1, max_size=6
)
ASKED = st.fixed_dictionaries(
    {
        "character": st.sampled_from(CHARACTERS),
        "seed": st.integers(0, 99),
        "variant": st.integers(0, 2),
        "roundness": st.sampled_from((0.0, 0.3, 1.0)),
        "nouns": st.sampled_from(((), ("leaf",), ("moon",), ("咖啡",))),
    }
)
FEW = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def check(mark: Wordmark, says: str) -> None:
    assert mark.says == says
    assert len(mark.line_boxes) == len(says.split("\n"))
    assert mark.facts["overlap_32px"] >= FLOOR
    assert mark.facts["kept_32px"] >= KEPT_FLOOR
    assert mark.facts["white_32px"] >= WHITE_FLOOR
    assert mark.facts["white_spread"] <= 0.08
    assert all(s.fill is not None and s.stroke is None for s in mark.shapes)
    for shape in mark.shapes:
        for contour in shape.path.contours():
            box = contour.bounds
            assert abs(ink_area(contour)) > 1.0
            assert min(box.width, box.height) > 0.5, "a hair crack or a speck"


@FEW
@given(name=LATIN, asked=ASKED)
def test_any_latin_name_is_drawn_clean(name, asked):
    mark = draw_wordmark(WordmarkRequest(inks=INKS, name_latin=name, **asked))
    check(mark, name)
    assert mark.node_count <= 45 * len(name) + 60
    assert mark.ink_box.x == pytest.approx(0, abs=4)


@FEW
@given(name=HANZI, asked=ASKED)
def test_any_chinese_name_is_drawn_clean(name, asked):
    mark = draw_wordmark(WordmarkRequest(inks=INKS, name_zh=name, **asked))
    check(mark, name)
    assert mark.node_count <= 130 * len(name) + 60


@settings(FEW, max_examples=4)
@given(latin=LATIN, zh=HANZI, asked=ASKED, leads=st.sampled_from(("latin", "zh")))
def test_both_scripts_stand_as_one(latin, zh, asked, leads):
    mark = draw_wordmark(
        WordmarkRequest(inks=INKS, name_latin=latin, name_zh=zh, leads=leads, **asked)
    )
    first, second = (zh, latin) if leads == "zh" else (latin, zh)
    check(mark, f"{first}\n{second}")
    above, below = mark.line_boxes
    assert below.y >= above.bottom - 0.5
    assert below.center.x == pytest.approx(above.center.x, abs=6)


@pytest.mark.parametrize("name", ["茶Tea", "A山B", "No.1 Café", "7天", "O’Neil & Co"])
def test_mixed_names_and_signs(name):
    for side in ("name_latin", "name_zh"):
        check(draw_wordmark(WordmarkRequest(inks=INKS, **{side: name})), name)


@pytest.mark.parametrize("family", ["Bodoni Moda", "Outfit", "Fredoka", "EB Garamond"])
def test_no_accent_is_lost(family):
    font = FontChoice(families=(family,), weight=400)
    for letter in set_letters("ŌéñçåiÜ", font, is_hanzi=False).letters:
        whole = simplify(Path.join(letter.strokes))
        islands = [c for c in whole.contours() if ink_area(c) * ink_area(whole) > 0]
        kept = [c for c in letter.area.contours() if ink_area(c) * ink_area(letter.area) > 0]
        assert len(kept) == len(islands), letter.text


def test_blots_and_lost_strokes_do_not_pass_for_legible():
    area = set_letters("桐", HEI, is_hanzi=True).letters[0].area
    assert read_against(area, area).is_legible
    assert not read_against(area, emboldened(area, 45, 45)).is_legible
    largest = max(area.contours(), key=lambda c: c.bounds.area)
    assert not read_against(area, largest).is_legible


@pytest.mark.parametrize("name", ["问", "丹青", "梧桐里", "清风明月"])
def test_seals_stay_open(name):
    request = WordmarkRequest(inks=INKS, name_zh=name, character="oriental", edit="seal")
    mark = draw_wordmark(request)
    assert mark.name == "seal" or "seal" in str(mark.facts["dropped"])
    check(mark, name)


def test_a_name_is_needed():
    with pytest.raises(CannotDraw):
        draw_wordmark(WordmarkRequest(inks=INKS, name_latin="  "))


def test_same_request_same_outlines():
    request = WordmarkRequest(inks=INKS, name_latin="Lumina", name_zh="光年", nouns=("star",))
    assert draw_wordmark(request) == draw_wordmark(replace(request))


@pytest.mark.parametrize(
    ("name", "nouns", "edit"),
    [
        ("Lumina", ("sun",), "dot"),
        ("Oatly", ("leaf",), "counter"),
        ("NEXARA", (), "bars"),
        ("Tandem", (), "extend"),
        ("Zoo", (), "ligature"),
    ],
)
def test_exactly_one_edit_chosen_by_the_name(name, nouns, edit):
    character: Character = "tech" if edit == "bars" else "modern"
    request = WordmarkRequest(inks=INKS, name_latin=name, nouns=nouns, character=character)
    mark = draw_wordmark(request)
    assert mark.name == edit
    assert edit in edits_for(request)
    plain = set_letters(name, SANS, is_hanzi=False)
    assert len(str(mark.facts["letter"])) < len(plain.letters) + 1


def test_a_dot_becomes_a_leaf_and_no_other_stroke_changes():
    mark = draw_wordmark(
        WordmarkRequest(inks=INKS, name_zh="立夏", character="natural", nouns=("叶",))
    )
    assert (mark.name, mark.facts["symbol"], mark.facts["letter"]) == ("dot", "leaf", "立")
    body, spark = mark.shapes
    assert spark.fill == INKS.spark
    assert spark.path.bounds.bottom < body.path.bounds.center.y


def test_an_own_symbol_is_taken():
    own = circle(48, 48, 40)
    mark = draw_wordmark(WordmarkRequest(inks=INKS, name_zh="立夏", symbol=own))
    assert mark.facts["symbol"] == "own"


@pytest.mark.parametrize(("text", "count"), [("立", 1), ("江", 1), ("十", 0), ("国", 0)])
def test_dots_are_found_by_their_contours(text, count):
    line = set_letters(text, HEI, is_hanzi=True)
    assert len(dots_of(line.letters[0], line.stem)) >= count
    assert bool(dots_of(line.letters[0], line.stem)) == bool(count) or text == "国"


@pytest.mark.parametrize("width", [0.78, 0.9, 1.15])
def test_condensed_characters_keep_their_stems(width):
    line = set_letters("中", HEI, is_hanzi=True)
    narrow = proportioned(line, width)
    before, after = line.letters[0].area, narrow.letters[0].area
    y = before.bounds.bottom - 40
    (a, b), (c, d) = spans(before, y)[0], spans(after, y)[0]
    assert d - c == pytest.approx(b - a, rel=0.04)
    assert after.bounds.width == pytest.approx(
        before.bounds.width * width + (1 - width) * line.stem, rel=0.02
    )
    assert read_against(before, after, matches_box=True).is_legible


@pytest.mark.parametrize("name", ["AVATAR", "Tolya", "illumination", "LT", "rvwy"])
def test_white_between_letters_is_even(name):
    line = spaced(set_letters(name, SANS, is_hanzi=False), 0.0)
    assert white_spread(line) <= 0.08
    for a, b in pairwise(line.letters):
        assert a.area.bounds.x < b.area.bounds.x


def test_round_letters_stand_over_the_lines_by_their_overshoot():
    line = set_letters("OH", SANS, is_hanzi=False)
    assert -line.letters[0].area.bounds.y == pytest.approx(line.cap * 1.012, rel=0.002)
    assert line.letters[0].area.bounds.bottom == pytest.approx(line.cap * 0.012, rel=0.02)


def _lean(mark: Wordmark) -> float:
    """How far the ink goes to the right for what it goes up."""
    points = np.array(mark.shapes[0].path.points())
    x, y = (points - points.mean(axis=0)).T
    return -float((x * y).mean() / (y * y).mean())


BRANDS = [("Lumina", ""), ("", "立夏"), ("Wanhe", "万和")]


@pytest.mark.parametrize(("latin", "zh"), BRANDS)
def test_parameters_are_monotone(latin, zh):
    request = WordmarkRequest(inks=INKS, name_latin=latin, name_zh=zh, nouns=("leaf",))
    first = draw_wordmark(request)
    request = replace(request, edit=first.name)

    def many(field: str, values: tuple[float, ...]) -> list[Wordmark]:
        return [draw_wordmark(replace(request, **{field: v})) for v in values]

    def rises(values: list[float]) -> bool:
        return all(a <= b + 1e-6 for a, b in pairwise(values)) and values[0] < values[-1]

    assert rises([float(m.facts["corner_radius_u"]) for m in many("roundness", (0, 0.5, 1))])
    assert rises([m.stem_u for m in many("weight", (300, 500, 800))])
    assert rises([m.line_boxes[0].width for m in many("tracking", (0.0, 0.08, 0.2))])
    nodes = [m.node_count for m in many("detail", (0.0, 0.5, 1.0))]
    assert nodes == sorted(nodes)
    leans = many("slant_deg", (0, 6, 12))
    assert rises([_lean(m) for m in leans])
    assert {m.name for m in leans} == {first.name}


def test_a_word_changes_nothing_but_what_it_names():
    request = WordmarkRequest(inks=INKS, name_zh="光年", nouns=("star",))
    sharp, round_ = (draw_wordmark(replace(request, roundness=r)) for r in (0.0, 0.8))
    assert sharp.shapes[1] == round_.shapes[1]
    assert sharp.shapes[0] != round_.shapes[0]
    assert sharp.name == round_.name


def test_corners_round_and_curves_stay():
    square = Path.polygon([(0, 0), (100, 0), (100, 100), (0, 100)])
    areas = [abs(ink_area(rounded(square, r))) for r in (0, 10, 30, 50)]
    assert areas == sorted(areas, reverse=True)
    assert rounded(square, 30).node_count <= 9
    disc = circle(50, 50, 40)
    assert rounded(disc, 20).node_count == disc.node_count


def test_a_script_face_keeps_its_joins():
    font = FontChoice(families=("Pacifico",))
    mark = draw_wordmark(WordmarkRequest(inks=INKS, name_latin="Bella", font_latin=font))
    assert mark.name == "plain"
