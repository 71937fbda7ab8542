"""Rules of words: a page that breaks one is told so, a page that keeps it is not."""

import pytest

from compositor.document import FontChoice, GroupLayer, Stroke, solid
from compositor.geometry import Affine, Box
from compositor.preflight import Insets, Target
from compositor.preflight.mending.remedy import Align, Move, Rebreak, Resize, Reword
from tests.compositor.preflight.pages import TITLE, field, found, text


def test_text_leaves_the_safe_area_of_its_target() -> None:
    target = Target(name="meta.story", safe=Insets(0.14, 0.06, 0.2, 0.06))
    finding = found(TITLE, target=target)["safe_area"]
    assert finding.severity == "hard"
    assert finding.source == "meta.story"
    assert isinstance(finding.repair, Move)
    assert finding.repair.dy > 0
    low = text("title", "大标题", (80, 300, 900, 200), 160, role="headline")
    assert "safe_area" not in found(low, target=target)


def test_text_under_a_keepout() -> None:
    target = Target(keepouts=(Box(0.84, 0.86, 0.16, 0.14),))
    assert "safe_area" in found(
        text("time", "12:00", (900, 1280, 120, 60)), TITLE, target=target
    )
    assert "safe_area" not in found(TITLE, target=target)


def test_a_keepout_is_left_by_the_shortest_way() -> None:
    target = Target(keepouts=(Box(0.84, 0.86, 0.16, 0.14),))
    time = text("time", "12:00", (920, 1245, 120, 60))
    free = found(time, target=target)["safe_area"]
    assert isinstance(free.repair, Move)
    assert (free.repair.dx, free.repair.dy < 0) == (0, True)
    above = text("other", "上面的字" * 4, (80, 1160, 920, 80), 54)
    beside = found(time, above, target=target)
    assert isinstance(beside["safe_area"].repair, Move)
    assert beside["safe_area"].repair.dx < 0


def test_contrast_tells_the_share_of_the_ink_that_falls_short() -> None:
    half = field("half", (0, 0, 250, 1440), "#303030")
    finding = found(half, text("a", "一二三四五六七八", (90, 90, 400, 60)))["contrast"]
    assert finding.share == pytest.approx(0.5, abs=0.12)


def test_contrast_looks_only_where_ink_is() -> None:
    dark = field("dark", (300, 0, 780, 1440), "#111111")
    assert "contrast" not in found(dark, text("a", "短", (90, 90, 900, 60)))


def test_an_outline_lets_letters_read_on_their_own_color() -> None:
    line = Stroke(paint=solid("#000000"), width=4)
    box = (90.0, 90.0, 800.0, 120.0)
    assert "contrast" in found(text("a", "轮廓字", box, 90, color="#F4F4F4"))
    assert "contrast" not in found(text("a", "轮廓字", box, 90, color="#F4F4F4", stroke=line))


def test_faded_text_is_measured_as_it_is_seen() -> None:
    words = text("a", "quiet words", (90, 90, 600, 60))
    faded = GroupLayer(id="g", opacity=0.25, children=(words,))
    assert "contrast" not in found(words)
    assert found(faded)["contrast"].layer == "a"


def test_apca_tells_black_on_saturated_blue() -> None:
    blue = field("blue", (0, 0, 1080, 1440), "#0077D0")
    words = text("a", "Get tickets", (90, 90, 600, 60), 30)
    assert found(blue, words)["apca"].repair.kind == "repaint"  # type: ignore[union-attr]  # set
    white = text("a", "Get tickets", (90, 90, 600, 60), 30, color="#FFFFFF")
    assert "apca" not in found(blue, white)


@pytest.mark.parametrize(("size", "code"), [(20, "min_size"), (24, "small_text"), (26, None)])
def test_floor_of_a_phone_page(size: float, code: str | None) -> None:
    told = found(text("a", "小字", (90, 90, 300, 60), size))
    assert set(told) == ({code} if code else set())


def test_floor_of_print_and_of_distance() -> None:
    small = text("a", "小字", (90, 90, 300, 60), 7.5)
    assert "small_text" in found(small, medium="print", bleed=12)
    assert "small_text" not in found(
        text("a", "小字", (90, 90, 300, 60), 8.2), medium="print", bleed=12
    )
    far = Target(distance_mm=3000)
    assert "min_size" in found(TITLE, small, medium="print", bleed=12, target=far)
    assert "min_size" not in found(TITLE, medium="print", bleed=12, target=far)


def test_labels_on_products_are_no_copy() -> None:
    label = text("a", "net 500 g", (90, 90, 300, 40), 12, role="label")
    assert found(TITLE.model_copy(update={"transform": Affine.translation(0, 80)}), label) == {}


def test_rivals_of_the_leader() -> None:
    rival = text("b", "也很大的副题", (80, 400, 900, 200), 140, role="subhead")
    finding = found(TITLE, rival)["hierarchy"]
    assert finding.layer == "b"
    assert isinstance(finding.repair, Resize)
    assert finding.repair.factor < 1
    assert "hierarchy" not in found(
        TITLE, text("b", "也很大的副题", (80, 400, 900, 100), 60, role="subhead")
    )


def test_brand_sheets_have_no_hierarchy_to_fault() -> None:
    rival = text("b", "也很大的副题", (80, 400, 900, 200), 140, role="subhead")
    assert found(TITLE, rival, kind="vi_sheet") == {}


def test_too_many_sizes_weights_and_families() -> None:
    rows = [
        text(
            f"t{i}",
            "Words",
            (80, 300 + 110 * i, 800, 90),
            30 * 1.18**i,
            font=FontChoice(families=(family,), weight=weight),
        )
        for i, (family, weight) in enumerate(
            [("Inter", 300), ("Jost", 400), ("Lora", 500), ("Inter", 700), ("Inter", 900)]
        )
    ]
    told = found(TITLE, *rows)
    assert {"sizes", "weights"} <= set(told)
    assert {"sizes", "weights", "families"}.isdisjoint(found(TITLE, *rows[:1]))
    families = found(TITLE, rows[0], rows[1], rows[2])["families"]
    assert (families.value, families.needed) == (3, 2)


def test_edges_that_almost_line_up() -> None:
    one = text("a", "Hello", (80, 400, 500, 60))
    finding = found(TITLE, one, text("b", "Hello", (84, 500, 500, 60)))["alignment"]
    assert finding.layer == "b"
    assert isinstance(finding.repair, Align)
    assert finding.repair.dx == pytest.approx(-4)
    assert "alignment" not in found(TITLE, one, text("b", "Hello", (80, 500, 500, 60)))
    assert "alignment" not in found(TITLE, one, text("b", "Hello", (140, 500, 500, 60)))


def test_optical_alignment_is_no_miss() -> None:
    one = text("a", "HTML", (80, 400, 500, 60), hanging=True)
    assert "alignment" not in found(
        TITLE, one, text("b", "Text", (80, 500, 500, 60), hanging=True)
    )


def test_baselines_side_by_side() -> None:
    one = text("a", "鞋带系好", (80, 1200, 400, 60))
    near = found(TITLE, one, text("b", "别等明天", (600, 1203, 400, 60)))
    assert near["baseline"].value == pytest.approx(3, abs=0.3)
    assert "baseline" not in found(TITLE, one, text("b", "别等明天", (600, 1200, 400, 60)))


def test_lines_too_long_to_read() -> None:
    words = "the quick brown fox jumps over the lazy dog and runs on " * 4
    wide = text("a", words, (60, 400, 960, 300), 18)
    finding = found(TITLE, wide, medium="print", bleed=12)["measure"]
    assert finding.value > 80
    assert isinstance(finding.repair, Rebreak)
    narrow = text("a", words, (60, 400, 480, 600), 18)
    assert "measure" not in found(TITLE, narrow, medium="print", bleed=12)


def test_a_character_left_alone_under_a_headline() -> None:
    glued = "春\u2060天\u2060来\u2060了呀"
    forced = text("a", glued, (80, 80, 660, 420), 160, role="headline")
    finding = found(forced)["widow"]
    assert (finding.severity, finding.value) == ("hard", 1)
    assert "widow" not in found(
        text("a", "春天\n来了呀", (80, 80, 650, 420), 160, role="headline")
    )


def test_kinsoku_is_read_from_the_lines_as_set() -> None:
    finding = found(text("a", "你好\n，世界", (80, 80, 500, 200)))["kinsoku"]
    assert finding.severity == "hard"
    assert isinstance(finding.repair, Reword), "the break was asked for: words are not ours"
    assert "kinsoku" not in found(text("a", "你好，\n世界", (80, 80, 500, 200)))
    assert "kinsoku" not in found(text("a", "愿君安\n——苏轼", (80, 80, 500, 200)))


def test_a_word_parted_in_a_title() -> None:
    tight = text("a", "Extraordinary", (80, 80, 300, 500), 90, role="headline")
    assert found(tight)["broken_word"].severity == "soft"
    wide = text("a", "Extraordinary", (80, 80, 900, 300), 90, role="headline")
    assert "broken_word" not in found(wide)
