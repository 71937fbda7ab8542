"""Tables: every form holds every word inside its box, and charts are drawn to their numbers."""

import pytest

from compositor.document import GroupLayer, Layer, TextLayer, VectorLayer
from compositor.document.document import walk
from compositor.geometry import Box, Size
from compositor.layout.archetypes import archetypes, eligible
from compositor.layout.compose import compose_page
from compositor.layout.composition import Composition
from compositor.layout.rows import read_list
from compositor.layout.tables.set_table import FORMS, suits
from compositor.preflight.check import shown_texts
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import set_text
from knowledge import resolve_theme

LISTS = {
    "shares": "62% paper\n21% glass\n11% plastic\n6% metal",
    "amounts": "居民 420万吨\n工业 310万吨\n农业 880万吨",
    "times": "7:00起床200ml\n9:30工作250ml\n12:30午餐150ml\n21:00睡前100ml",
    "agenda": "09:00 Doors\n10:00 Keynote: Mara Lindqvist\n12:30 Lunch\n14:00 Workshops",
    "menu": "毛肚58元\n鲜鸭血22元\n手切羊肉68元\n酸梅汤12元",
    "plain": "smoked habanero\n150 ml\nextra hot",
    "long": "\n".join(
        f"{name}{price}元"
        for name, price in zip("甲乙丙丁戊己庚辛壬癸子丑", range(12, 36, 2), strict=True)
    ),
}
SIZES = {"P": Size(1080, 1440), "Q": Size(1080, 1080), "L": Size(1920, 1080)}
TABLED = [name for name, entry in archetypes().items() if entry.P.table is not None]
THEME = resolve_theme(("swiss",), "", (), seed=1)


def composed(name: str, kind: str, form: str) -> tuple[tuple[Layer, ...], tuple[str, ...]]:
    copy = {
        "headline": "一页清单",
        "subhead": "都在这里",
        "body": LISTS[kind],
        "meta": "每天 9:00",
    }
    what = Composition(
        theme=THEME,
        archetype=archetypes()[name],
        size=SIZES[form],
        copy=copy,
        language="zh-Hans",
    )
    page, overset = compose_page(what, default_fonts())
    return page.layers, overset


@pytest.mark.parametrize("form", "PQL")
@pytest.mark.parametrize("kind", LISTS)
def test_every_word_stands_inside_the_page(kind: str, form: str) -> None:
    copy = {"headline": "一页清单", "body": LISTS[kind]}
    possible = eligible("一页清单", has_picture=True, size=SIZES[form], copy=copy)
    shown = [name for name in TABLED if name in possible]
    assert len(shown) >= 4, "a list has a choice of forms"
    fitting = 0
    for name in shown:
        layers, overset = composed(name, kind, form)
        if overset:
            continue
        fitting += 1
        texts = list(shown_texts(layers))
        assert all(line in texts for line in LISTS[kind].split("\n")), name
        page = Box(0, 0, *SIZES[form]).inset(12)
        for layer in walk(layers):
            if isinstance(layer, TextLayer):
                block = set_text(layer, default_fonts())
                assert not block.overset, (name, layer.id)
                assert page.covers(block.ink, tolerance_px=1.0), (name, layer.id)
    assert fitting >= 4


def test_bars_begin_at_zero_and_keep_to_their_numbers() -> None:
    layers, _ = composed("bar_sheet", "shares", "P")
    chart = next(layer for layer in walk(layers) if layer.name == "chart")
    assert isinstance(chart, VectorLayer)
    bars = [shape.path.bounds for shape in chart.shapes if shape.fill is not None]
    assert len({bar.x for bar in bars}) == 1
    lengths = [bar.width / bars[0].width for bar in bars]
    assert lengths == pytest.approx([1.0, 21 / 62, 11 / 62, 6 / 62], abs=0.01)


def test_bands_are_as_deep_as_their_shares() -> None:
    layers, _ = composed("band_sheet", "shares", "P")
    bands = [
        layer.shapes[0].path.bounds
        for layer in walk(layers)
        if isinstance(layer, VectorLayer) and layer.name.startswith("band")
    ]
    assert sum(band.height for band in bands) > 0.4 * SIZES["P"].height
    assert bands[0].height / bands[1].height == pytest.approx(62 / 21, rel=0.01)
    assert all(band.width == pytest.approx(SIZES["P"].width) for band in bands)


def test_one_part_of_a_chart_is_accented() -> None:
    for name in ("bar_sheet", "post_sheet", "ring_sheet", "band_sheet"):
        layers, _ = composed(name, "shares", "P")
        paints = [
            shape.fill or (shape.stroke and shape.stroke.paint)
            for layer in walk(layers)
            if isinstance(layer, VectorLayer) and layer.name.startswith(("chart", "band"))
            for shape in layer.shapes
        ]
        tokens = [getattr(paint, "token", "") for paint in paints]
        assert tokens.count("accent") in (1, 2), name


def test_what_a_form_cannot_show_it_is_not_offered() -> None:
    menu, shares = read_list(LISTS["menu"]), read_list(LISTS["shares"])
    assert suits("columns", menu)
    assert not suits("columns", shares)
    assert not suits("bands", menu)
    assert not suits("bars", menu)
    assert not suits("stations", menu)
    assert all(suits(form, shares) for form in ("bars", "posts", "bands", "ring"))
    assert {entry.P.table.form for entry in archetypes().values() if entry.P.table} == set(
        FORMS
    )


def test_rows_of_a_list_are_groups() -> None:
    layers, _ = composed("rail_list", "menu", "P")
    rows = [layer for layer in layers if isinstance(layer, GroupLayer) and layer.name == "row"]
    assert len(rows) == 4


def test_leftward_rows_begin_at_the_right() -> None:
    copy = {"headline": "قائمة", "body": "شاي 12\nقهوة 14\nماء 11"}
    entry = archetypes()["ledger_list"]
    what = Composition(theme=THEME, archetype=entry, size=SIZES["P"], copy=copy, language="ar")
    page, overset = compose_page(what, default_fonts())
    assert not overset
    found = {
        layer.name: set_text(layer, default_fonts()).ink
        for layer in walk(page.layers)
        if isinstance(layer, TextLayer)
    }
    assert found["row-1-price"].right < found["row-1-name"].x
