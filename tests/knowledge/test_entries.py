"""The tables hold all that the knowledge base knows, and sizes are found by everyday words."""

import subprocess
import sys

import pytest

from compositor.errors import DesignError
from compositor.units import px_from_mm
from knowledge import (
    UnknownEntry,
    asset_set,
    asset_spec,
    copy_slots,
    design_rule,
    industries,
    industry,
    size_for,
    style,
    styles,
)
from knowledge.tables import table


def test_nothing_was_left_behind() -> None:
    assert len(styles()) == 78
    assert len(industries()) == 54
    assert len(table("asset_specs")["specs"]) == 238
    assert len(table("copy_slots")["deliverables"]) == 26
    assert len(design_rule("font_pairs")["items"]) == 21
    assert len(design_rule("mood_palettes")["items"]) == 14
    assert set(table("palette_variants")["styles"]) == set(styles())
    assert set(table("type_roles")["styles"]) == set(styles())


def test_every_specification_is_typed_and_every_set_resolves() -> None:
    for row in table("asset_specs")["specs"]:
        assert asset_spec(row["id"]).confidence in "ABCD"
    for set_id in table("asset_specs")["sets"]:
        for spec_id in asset_set(set_id):
            asset_spec(spec_id)


def test_industries_name_styles_that_exist() -> None:
    for trade in industries().values():
        assert set(trade.styles) <= set(styles())


@pytest.mark.parametrize(
    ("words", "width", "height", "medium"),
    [
        ("小红书封面", 1242, 1660, "screen"),
        ("instagram story", 1080, 1920, "screen"),
        ("Instagram Stories for a cafe", 1080, 1920, "screen"),
        ("A4", px_from_mm(210), px_from_mm(297), "print"),
        ("a3 landscape", px_from_mm(420), px_from_mm(297), "print"),
        ("business card", px_from_mm(90), px_from_mm(54), "print"),
        ("易拉宝", px_from_mm(800), px_from_mm(2000), "sign"),
        ("横版海报", 1440, 1080, "screen"),
        ("公众号首图", 900, 383, "screen"),
        ("taobao.main", 1440, 1440, "screen"),
        ("YouTube thumbnail", 1280, 720, "screen"),
        ("設計一個標誌", 1200, 1200, "screen"),
    ],
)
def test_everyday_words_give_a_size(
    words: str, width: float, height: float, medium: str
) -> None:
    found = size_for(words)
    assert (found.width, found.height) == pytest.approx((width, height), abs=0.01)
    assert found.medium == medium
    assert (found.bleed > 0) == (medium == "print")


def test_a_backdrop_fits_the_largest_page() -> None:
    found = size_for("背景板")
    assert max(found.width, found.height) <= 20000
    assert found.width / found.height == pytest.approx(2)


def test_unknown_names_say_what_is_near() -> None:
    with pytest.raises(UnknownEntry, match="pet_food"):
        industry("petfood")
    with pytest.raises(UnknownEntry, match="cyberpunk"):
        style("cyber_punk")
    with pytest.raises(DesignError):
        size_for("zzz")
    with pytest.raises(UnknownEntry):
        copy_slots("no_such_thing")
    with pytest.raises(UnknownEntry):
        design_rule("no_such_rule")


def test_importing_reads_no_table() -> None:
    script = (
        "import knowledge, knowledge.tables as t;"
        "assert t.table.cache_info().currsize == 0, t.table.cache_info()"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
