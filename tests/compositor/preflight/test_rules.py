"""Every rule: a page that breaks it is told so, a page that keeps it is not."""

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    GroupLayer,
    ImageLayer,
    Layer,
    Page,
    Shape,
    Stroke,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.document.asset import Provenance
from compositor.geometry import Affine, Box, Point
from compositor.geometry.shapes import rectangle
from compositor.preflight import Finding, Insets, Target, check
from compositor.preflight.mending.remedy import Align, Enlarge, Move, Rebreak, Resize, Reword
from compositor.preflight.rules.picture import widest_empty
from compositor.typography.fonts import default_fonts

SANS = FontChoice(families=("Inter", "Noto Sans SC"))
Spot = tuple[float, float, float, float]


def text(layer_id: str, words: str, box: Spot, size: float = 40, **options: Any) -> TextLayer:
    run = TextRun(
        text=words,
        font=options.pop("font", SANS),
        size=size,
        paint=solid(options.pop("color", "#000000")),
        stroke=options.pop("stroke", None),
    )
    return TextLayer.model_validate(
        {"id": layer_id, "box": box, "runs": (run,), "role": "body", **options}
    )


def field(layer_id: str, box: Spot, color: str, **options: Any) -> VectorLayer:
    shape = Shape(path=rectangle(Box(*box)), fill=solid(color))
    return VectorLayer(id=layer_id, shapes=(shape,), **options)


def found(
    *layers: Layer, target: Target | None = None, kind: str = "poster", **options: Any
) -> dict[str, Finding]:
    sheet = {"id": "p", "width": 1080, "height": 1440, "margin": 32, **options}
    page = Page.model_validate({**sheet, "layers": layers})
    document = Document(kind=kind, pages=(page,))
    told = check(document, default_fonts(), AssetStore(), (), target)
    return {finding.code: finding for finding in told}


TITLE = text("title", "大标题", (80, 80, 900, 200), 160, role="headline")


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


def _subject(box: Spot) -> GroupLayer:
    thing = GroupLayer(
        id="cup", role="visual", children=(field("cup-body", box, "#D9C8A0", role="visual"),)
    )
    ground = field("ground", (0, 0, 1080, 1440), "#FFFFFF", role="background")
    return GroupLayer(id="picture", role="visual", children=(ground, thing))


def test_words_on_the_subject() -> None:
    words = text("a", "站在主体上的字", (300, 700, 500, 60))
    finding = found(_subject((250, 500, 500, 500)), TITLE, words)["subject"]
    assert finding.value > 0.9
    clear = text("a", "站在主体上的字", (300, 1200, 500, 60))
    assert "subject" not in found(_subject((250, 500, 500, 500)), TITLE, clear)


def _photo(words: TextLayer) -> dict[str, Finding]:
    """A page over a photo: a red thing right of the middle of a quiet wall."""
    pixels = np.full((288, 216, 3), (205, 200, 190), np.uint8)
    pixels[110:190, 100:180] = (200, 30, 30)
    file, store = BytesIO(), AssetStore()
    Image.fromarray(pixels).save(file, "PNG")
    asset = store.add(file.getvalue(), Provenance(source="import"))
    photo = ImageLayer(id="photo", asset=asset.sha256, box=Box(0, 0, 1080, 1440), role="visual")
    sheet = {"id": "p", "width": 1080, "height": 1440, "layers": (photo, words)}
    document = Document(
        kind="poster",
        pages=(Page.model_validate(sheet),),
        assets={asset.sha256: asset},
    )
    return {finding.code: finding for finding in check(document, default_fonts(), store)}


def test_words_where_a_photo_draws_the_eye() -> None:
    on_it = text("a", "压在主体上", (560, 700, 340, 80), 60, color="#FFFFFF")
    assert _photo(on_it)["subject"].value > 0.6
    beside = text("a", "站在空处的字", (80, 160, 420, 80), 60)
    assert "subject" not in _photo(beside)


def _with_photo(width: int, medium: str) -> dict[str, Finding]:
    store = AssetStore()
    file = BytesIO()
    Image.new("RGB", (width, 8), "#B0C4B0").save(file, "PNG")
    asset = store.add(file.getvalue(), Provenance(source="import"))
    photo = ImageLayer(
        id="photo", asset=asset.sha256, box=Box(100, 100, 800, 800), fit="fill", role="mark"
    )
    sheet = {"id": "p", "width": 1080, "height": 1440, "medium": medium, "layers": (photo,)}
    document = Document(pages=(Page.model_validate(sheet),), assets={asset.sha256: asset})
    return {finding.code: finding for finding in check(document, default_fonts(), store)}


@pytest.mark.parametrize(
    ("width", "medium", "severity"),
    [
        (300, "screen", "soft"),
        (800, "screen", None),
        (800, "print", "hard"),
        (1600, "print", "soft"),
        (2400, "print", None),
    ],
)
def test_pictures_sharp_enough(width: int, medium: str, severity: str | None) -> None:
    told = _with_photo(width, medium)
    dpi = told.get("image_dpi")
    assert (dpi.severity if dpi else None) == severity


def test_bleed_of_printed_art() -> None:
    edge = field("edge", (0, 1000, 1080, 440), "#336655")
    assert found(TITLE, edge, medium="print")["bleed"].severity == "hard"
    stops = found(TITLE, edge, medium="print", bleed=12)["bleed"]
    assert stops.layer == "edge"
    assert isinstance(stops.repair, Enlarge)
    assert stops.repair.y == 1000, "the edge inside the page stays"
    runs = field("edge", (-12, 1000, 1104, 452), "#336655")
    assert "bleed" not in found(TITLE, runs, medium="print", bleed=12)
    assert "bleed" not in found(TITLE, medium="print")
    assert "bleed" not in found(TITLE, edge)


def test_too_many_text_colors_and_hues() -> None:
    colors = ("#8A0000", "#004A8A", "#00553A", "#5A2A80", "#333333")
    rows = [
        text(f"t{i}", "字", (80, 400 + 90 * i, 400, 70), color=color)
        for i, color in enumerate(colors)
    ]
    assert found(TITLE, *rows)["colors"].value == 6
    assert "colors" not in found(TITLE, *rows[:2])
    wheel = [
        field(f"h{i}", (120.0 * i, 700, 120, 400), color)
        for i, color in enumerate(
            (
                "#E00020",
                "#F07800",
                "#E8D800",
                "#60C020",
                "#00B8A0",
                "#0080E0",
                "#5030D0",
                "#D020B0",
            )
        )
    ]
    assert "hues" in found(TITLE, *wheel)["colors"].message


def test_a_page_of_one_gray() -> None:
    veil = field("art", (100, 500, 600, 600), "#CFCFCF", role="visual")
    flat = text("a", "字", (80, 80, 60, 60), 40, color="#8A8A8A")
    assert "tones" in found(veil, flat, background=solid("#D8D8D8"))
    deep = field("art", (100, 500, 600, 600), "#303030", role="visual")
    assert "tones" not in found(deep, flat, background=solid("#D8D8D8"))


def test_dead_area_and_crowding_by_the_style() -> None:
    calm, lively = Target(whitespace=0.3), Target(whitespace=0.8)
    assert "empty" in found(TITLE, target=calm)
    assert "empty" not in found(TITLE)
    bars = tuple(
        Shape(path=rectangle(Box(0, 24.0 * i, 1080, 12)), fill=solid("#404040"))
        for i in range(60)
    )
    busy = VectorLayer(id="bars", shapes=bars)
    assert "crowded" in found(busy, TITLE, target=lively)
    assert "crowded" not in found(TITLE, target=lively)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 7), st.integers(1, 7), st.data())
def test_widest_empty_is_the_largest_rectangle(rows: int, columns: int, data: Any) -> None:
    cells = data.draw(st.lists(st.booleans(), min_size=rows * columns, max_size=rows * columns))
    quiet = np.array(cells, bool).reshape(rows, columns)
    best = max(
        (b - a) * (d - c) * bool(quiet[a:b, c:d].all())
        for a in range(rows)
        for b in range(a + 1, rows + 1)
        for c in range(columns)
        for d in range(c + 1, columns + 1)
    )
    assert widest_empty(quiet) == best


def test_turned_text_is_sampled_inside_its_own_lines() -> None:
    turned = text("a", "a turned line of words", (200, 1000, 700, 60)).model_copy(
        update={"transform": Affine.rotation(-40, Point(200, 1000))}
    )
    corner = field("corner", (120, 560, 200, 200), "#181818")
    assert "contrast" not in found(corner, turned)
    below = field("below", (300, 820, 200, 200), "#181818")
    assert found(below, turned)["contrast"].share == pytest.approx(0.45, abs=0.3)
