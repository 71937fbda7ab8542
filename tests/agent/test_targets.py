"""Targets: what a person writes for a size, and what the platform covers of it."""

import pytest

from agent.brief import Deliverable
from agent.reading import read_brief
from agent.targets import read_targets, target_of
from compositor.errors import InvalidValue
from knowledge.asset_specs import asset_spec
from knowledge.safe_areas import safe_area
from knowledge.tables import table


@pytest.mark.parametrize(
    ("text", "width", "height", "medium"),
    [
        ("3:4", 1080, 1440, "screen"),
        ("16：9", 1920, 1080, "screen"),
        ("1080x1440", 1080, 1440, "screen"),
        ("728×90", 728, 90, "screen"),
        ("display.160x600", 160, 600, "screen"),
        ("A4", 793.7, 1122.52, "print"),
        ("a1-landscape", 3178.58, 2245.04, "print"),
        ("210x297mm", 793.7, 1122.52, "print"),
        ("roll-up", 3023.62, 7559.06, "sign"),
        ("小红书封面", 1242, 1660, "screen"),
    ],
)
def test_one_size(text: str, width: float, height: float, medium: str) -> None:
    (target,) = read_targets(text)
    assert (target.width, target.height) == pytest.approx((width, height), abs=0.01)
    assert target.medium == medium


def test_lists_and_sets_name_every_page_once() -> None:
    targets = read_targets("1:1, meta.story, ads_kit，1:1")
    names = [target.name for target in targets]
    assert names[:2] == ["1x1", "meta.story"]
    assert "meta.reel" in names
    assert len(names) == len(set(names))


def test_sheets_keep_their_bleed() -> None:
    (sheet,) = read_targets("a3")
    assert sheet.bleed > 10
    assert sheet.spec == "print.a3"


@pytest.mark.parametrize("text", ["", "volcano", "3:0", "1:900", "8x8", "display.1x1"])
def test_what_is_no_size_is_one_sentence(text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_targets(text)
    assert "\n" not in str(caught.value)


def test_every_publishers_safe_area_leaves_a_page() -> None:
    areas = {
        row["id"]: safe_area(asset_spec(row["id"])) for row in table("asset_specs")["specs"]
    }
    for area in areas.values():
        assert min(area) >= 0
        assert area.left + area.right < 0.95
        assert area.top + area.bottom < 0.95
    assert areas["youtube.banner"].top == pytest.approx((1 - 423 / 1440) / 2, abs=1e-3)
    assert areas["print.rollup"].bottom == pytest.approx(120 / 2000)
    assert areas["print.a1"].left == pytest.approx(10 / 594, abs=1e-3)


@pytest.mark.parametrize(
    ("brief", "spec", "medium", "bleed"),
    [
        ("A4 菜单，咖啡馆", "print.a4", "print", 11.339),
        ("landscape A3 poster for a jazz night", "print.a3", "print", 11.339),
        ("易拉宝：夏季健身训练营", "print.rollup", "screen", 0.0),
        ("名片 王小明 建筑师", "stationery.card_cn", "screen", 23.622),
        ("Instagram story for a gelato shop", "ig.story", "screen", 0.0),
        ("小红书封面 咖啡探店", "xhs.cover", "screen", 0.0),
        ("小红书封面 咖啡探店 1080x1080", "", "screen", 0.0),
        ("春日市集海报", "", "screen", 0.0),
    ],
)
def test_a_deliverable_knows_its_specification(
    brief: str, spec: str, medium: str, bleed: float
) -> None:
    (made,) = read_brief(brief).deliverables
    page = target_of(made)
    assert (made.spec, page.spec, page.medium) == (spec, spec, medium)
    assert page.bleed == pytest.approx(bleed, abs=0.01)
    assert (page.width, page.height) == (made.width_px, made.height_px)
    assert any(page.safe) is bool(spec)


def test_a_turned_sheet_has_its_safe_area_turned() -> None:
    upright = target_of(_poster("A3 poster, jazz"))
    turned = target_of(_poster("landscape A3 poster, jazz"))
    assert upright.safe[0] == pytest.approx(turned.safe[1], abs=1e-4)
    assert upright.safe[1] == pytest.approx(turned.safe[0], abs=1e-4)


def _poster(brief: str) -> Deliverable:
    return read_brief(brief).deliverables[0]
