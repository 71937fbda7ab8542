"""Concepts: reasons, must-nots, diversity, distance, judging and the sketch notation."""

import json
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from compositor.document import solid
from compositor.errors import InvalidValue
from compositor.geometry import Affine
from generators.vector.marks import MarkInks, MarkRequest, draw_construction, ink_path
from generators.vector.marks.distinct.avoid import read_known_marks, similar_marks
from generators.vector.marks.distinct.cliches import NEAR, cliches, nearest_cliche
from generators.vector.marks.distinct.shape import shape_distance, traits_of
from generators.vector.marks.ideas import Brand, Concept, Proposal
from generators.vector.marks.ideas.choose_concepts import SIBLINGS, choose_concepts
from generators.vector.marks.ideas.meanings import read_meanings
from generators.vector.marks.ideas.refusals import Refusals
from generators.vector.marks.ideas.rhythm import rhythm_of, rhythm_sketch
from generators.vector.marks.ideas.sketch import SketchFault, sketch_areas, sketched_mark
from generators.vector.marks.judge import judge

INKS = MarkInks(
    main=solid("#1D2B53", "primary"),
    spark=solid("#E4572E", "accent"),
    ground=solid("#FFFFFF", "ground"),
    tint=solid("#5D73B5", "mark_tint"),
)
PLAIN = MarkRequest(inks=INKS, seed=1)
BRANDS = (
    Brand(name_zh="鹿鸣", industry="tea", language="zh-Hans", text="安静", must_nots=("茶壶",)),
    Brand(name_latin="North Gate", industry="coffee", must_nots=("no coffee cup", "beans")),
    Brand(text="设计一个科技感LOGO，搭配简约线条", language="zh-Hans", wants_lines=True),
)


@cache
def concepts_of(brand: Brand) -> tuple[Concept, ...]:
    return choose_concepts(brand, PLAIN)


@pytest.mark.parametrize("brand", BRANDS, ids=lambda b: b.name or "unnamed")
def test_six_reasoned_concepts_that_differ(brand: Brand) -> None:
    concepts = concepts_of(brand)
    assert len(concepts) == 6
    assert len({c.id for c in concepts}) == 6
    assert len({c.mark.construction for c in concepts}) >= 3
    assert all(c.judgment.hard == 0 for c in concepts)
    assert all(c.distances["nearest_concept"] >= SIBLINGS for c in concepts)
    reasons = [c.reason(is_chinese=brand.is_chinese) for c in concepts]
    assert len(set(reasons)) == 6
    assert all("{" not in reason for reason in reasons)
    if brand.name:
        assert len({c.idea.kind for c in concepts}) >= 4
        assert all(brand.name in r or brand.name_zh[:1] in r for r in reasons)


def test_the_same_brand_gives_the_same_concepts() -> None:
    again = choose_concepts(BRANDS[1], replace(PLAIN, hints=("fresh",)))
    assert [c.id for c in again] == [c.id for c in concepts_of(BRANDS[1])]


def test_must_nots_are_honored() -> None:
    for concept in concepts_of(BRANDS[1]):
        assert not {"cup", "bean", "gaiwan"} & set(concept.idea.motif.split("+"))
        assert concept.mark.subject not in ("cup", "bean")
    refusals = Refusals(("不要茶壶和茶杯", "no lotus"))
    assert refusals.rule_out("gaiwan")
    assert refusals.rule_out("lotus")
    assert not refusals.rule_out("tea_leaf")


def test_names_are_read() -> None:
    assert read_meanings("North Gate", "")[0].id == "north"
    assert [m.part for m in read_meanings("", "鹿鸣")] == ["鹿", "鸣"]
    assert read_meanings("Lumenta", "")[0].how == "hidden"
    twin = rhythm_of("Pupu")
    assert twin is not None
    assert twin.pattern == "twin"
    assert rhythm_of("Otto") is not None
    assert rhythm_of("X") is None


@given(st.text("abcdeiounmrst", min_size=2, max_size=12), st.integers(0, 9))
@settings(max_examples=25, deadline=None)
def test_every_rhythm_draws(name: str, turn: int) -> None:
    rhythm = rhythm_of(name)
    if rhythm is not None:
        assert sketch_areas(rhythm_sketch(rhythm, turn))


def test_best_concepts_of_one_trade_differ() -> None:
    """Nearer than `SIBLINGS` a set would not show both; 95 of 100 pairs of firms do better."""
    names = ("Aldina", "Brenno", "Corvey", "Dastra", "Elvane", "Fornax", "Galdor", "Hespa",
             "Ivrano", "Jorvik", "Kelmar")  # fmt: skip
    far = 0
    for trade in ("fintech", "skincare"):
        best = [concepts_of(Brand(name_latin=name, industry=trade))[0] for name in names]
        traits = [traits_of(ink_path(concept.mark.shapes)) for concept in best]
        pairs = list(combinations(traits, 2))
        chosen = np.random.default_rng(7).choice(len(pairs), 50, replace=False)
        far += sum(shape_distance(*pairs[int(i)]) >= SIBLINGS for i in chosen)
    assert far >= 95


def test_cliches_are_recognized_in_another_weight_and_named() -> None:
    for cliche in cliches():
        assert nearest_cliche(cliche.trait)[0].id in (cliche.id, "location_pin", "pin_outline")
    ring = sketched_mark(("c = stroke 10 circle 48 48 38", "ink main c"), INKS, "")
    cliche, distance = nearest_cliche(traits_of(ink_path(ring.shapes)))
    assert cliche.id == "ring_initial"
    assert distance < NEAR


def test_distance_ignores_place_and_size() -> None:
    area = ink_path(draw_construction("line_art", replace(PLAIN, subjects=("deer",))).shapes)
    small = area.transformed(Affine(0.5, 0, 0, 0.5, 7, 3))
    assert shape_distance(traits_of(area), traits_of(small)) < 0.03


def test_the_judge_tells_good_from_bad() -> None:
    good = sketched_mark(("a = # circle 48 48 30", "ink main a"), INKS, "")
    assert judge(good, INKS).findings == ()
    hairs = " ".join(f"h{i}" for i in range(9))
    lines = tuple(f"h{i} = stroke 2.4 line 8 {8 + 4 * i} 88 {8 + 4 * i}" for i in range(9))
    bad = judge(sketched_mark((*lines, f"ink main {hairs}"), INKS, ""), INKS)
    assert bad.hard
    assert bad.quality < judge(good, INKS).quality


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("a = circle 1 2",), "line 1"),
        (("a = # circle 48 48 30", "ink gold a"), "ink takes"),
        (("a = # circle 48 48 30", "b = union a c"), "no area is called 'c'"),
        (("a = # turn 900 circle 48 10 5",), "farther out"),
        (("a = # circle 48 48 30",), "nothing is painted"),
        (("a = # circle 48 48 9999",), "farther out"),
        (("<svg onload=alert(1)>",), "line 1"),
    ],
)
def test_faults_of_sketches_name_the_line(lines: tuple[str, ...], fault: str) -> None:
    with pytest.raises(SketchFault, match=fault):
        sketch_areas(lines)


@given(st.lists(st.text("ab =#circlestroke019 .-unk", max_size=30), max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_notation(lines: list[str]) -> None:
    try:
        sketch_areas(lines)
    except SketchFault:
        return


def test_a_proposal_is_judged_and_can_win() -> None:
    proposal = Proposal(
        motif="lantern",
        reason_en="A lantern the gate keeper carries north.",
        reason_zh="守门人提灯向北。",
        sketch=("a = # rect 10 14 18 70 0", "b = # rect 10 14 74 18 0", "c = union a b",
                "e = # rect 66 52 18 32 0", "d = # circle 47 62 9", "ink main c e",
                "ink spark d"),
    )  # fmt: skip
    brand = BRANDS[1].model_copy(update={"proposals": (proposal,)})
    assert any(c.idea.kind == "proposal" for c in concepts_of(brand))


def test_supplied_marks_are_warned_about(tmp_path: Path) -> None:
    ring = sketched_mark(("c = stroke 10 circle 48 48 38", "ink main c"), INKS, "")
    area = ink_path(ring.shapes)
    (tmp_path / "theirs.svg").write_text(f'<svg><path d="{area.to_svg()}"/></svg>')
    (tmp_path / "far.svg").write_text('<svg><rect width="90" height="9"/></svg>')
    picture = Image.new("RGB", (200, 220), "white")
    ImageDraw.Draw(picture).ellipse((20, 30, 180, 190), outline="navy", width=19)
    picture.save(tmp_path / "drawn.png")
    known = read_known_marks(tmp_path)
    alike = dict(similar_marks(traits_of(area), known))
    assert set(alike) == {"theirs.svg", "drawn.png"}
    assert alike["theirs.svg"] == 0
    assert len(read_known_marks(tmp_path / "drawn.png")) == 1
    with pytest.raises(InvalidValue, match="no folder"):
        read_known_marks(tmp_path / "none")


def test_tables_name_drawings_that_exist() -> None:
    folder = Path("generators/vector/marks")
    known = json.loads((folder / "constructions/subjects.json").read_text("utf-8"))["subjects"]
    rows = json.loads((folder / "ideas/meanings.json").read_text("utf-8"))["meanings"]
    trades = json.loads((folder / "ideas/trades.json").read_text("utf-8"))["trades"]
    named = {s for row in rows for s in row["subjects"]}
    named |= {o["subject"] for row in trades.values() for o in row["objects"]}
    assert named <= set(known)


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("不要书本", "book"),
        ("no open book", "book"),
        ("不要树叶", "leaf"),
        ("别用王冠", "crown"),
        ("不要钻戒", "ring"),
        ("不要房屋", "house"),
        ("no sailboat", "boat"),
        ("no flame in a circle", "flame"),
        ("no dog silhouette", "dog"),
        ("不要五角星图案", "star"),
    ],
)
def test_a_refusal_rules_out_by_every_name(said: str, drawn: str) -> None:
    assert Refusals((said,)).rule_out(drawn)
    assert not Refusals((said,)).rule_out("mountain")
