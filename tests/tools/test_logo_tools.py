"""draw_mark, compose_logo, compose_vi_sheet: from a look to documents without hard faults."""

from pathlib import Path
from typing import Any

import pytest

from compositor.document import AssetStore, Document, TextLayer
from compositor.document.document import walk
from compositor.layout.theme import Theme
from compositor.preflight import check
from compositor.typography.fonts import default_fonts
from knowledge.themes import resolve_theme
from tools.base import Copy, Drawing, Look, Made, Workbench
from tools.compose_logo import ComposeLogo, ComposeLogoArguments
from tools.compose_vi_sheet import ComposeViSheet, ComposeViSheetArguments
from tools.draw_mark import DrawMark, DrawMarkArguments
from tools.errors import WrongArguments

BRANDS: dict[str, tuple[tuple[str, ...], str, dict[str, Any], dict[str, str]]] = {
    "nameless tech": (("tech",), "ai_startup", {"concept": "科技感 简约线条"}, {}),
    "pet food": (
        ("doodle",),
        "pet_food",
        {"name_latin": "Billy", "subjects": ("curly poodle",), "treatment": "doodle"},
        {"brand": "Billy", "tagline": "Curly tails welcome"},
    ),
    "bilingual ceramics": (
        ("wabi_sabi",),
        "furniture",
        {"name_zh": "陶语", "name_latin": "TAOYU", "subjects": ("陶",)},
        {"brand": "陶语 TAOYU", "tagline": "手作陶艺工作室"},
    ),
    "dark luxury": (
        ("luxury",),
        "jewelry",
        {"name_latin": "Maison Vela"},
        {"brand": "Maison Vela"},
    ),
}


def _bench(theme: Theme, **materials: object) -> Workbench:
    return Workbench(
        seed=3,
        assets=AssetStore(),
        out=Path(),
        materials={"look": Look(theme=theme), **materials},
    )


def _brand(name: str) -> tuple[Workbench, Copy]:
    styles, industry, wish, slots = BRANDS[name]
    theme = resolve_theme(styles, industry, seed=2)
    arguments = DrawMarkArguments(look="look", **wish)
    mark = DrawMark().run(arguments, _bench(theme)).made
    copy = Copy(language="zh-Hans", slots=slots, required=tuple(slots.values())[:1])
    if name == "bilingual ceramics":
        copy = copy.model_copy(update={"required": ("陶语", "TAOYU")})
    return _bench(theme, mark=mark, copy=copy), copy


def _hard(document: Document, copy: Copy) -> list[str]:
    found = check(document, default_fonts(), AssetStore(), copy.required)
    return [f.message for f in found if f.severity == "hard"]


@pytest.mark.parametrize("name", BRANDS)
def test_logo_is_large_live_and_faultless(name: str) -> None:
    bench, copy = _brand(name)
    arguments = ComposeLogoArguments(look="look", mark="mark", copy_step="copy")
    made = ComposeLogo().run(arguments, bench).made
    assert isinstance(made, Made)
    document = made.document
    assert _hard(document, copy) == []
    assert 0.4 <= float(document.labels["logo_width_share"]) <= 0.62
    said = "\n".join(
        layer.text for layer in walk(document.pages[0].layers) if isinstance(layer, TextLayer)
    )
    for text in copy.required:
        assert text in said
    assert [page.name for page in document.pages][:2] == ["Logo", "Versions"]
    assert document.pages[2].name in ("标志制图", "Construction")
    assert Document.from_json(document.to_json()).to_json() == document.to_json()


@pytest.mark.parametrize("name", BRANDS)
def test_vi_sheet_shows_real_values_without_faults(name: str) -> None:
    bench, copy = _brand(name)
    arguments = ComposeViSheetArguments(look="look", mark="mark", copy_step="copy")
    made = ComposeViSheet().run(arguments, bench).made
    assert isinstance(made, Made)
    page = made.document.pages[0]
    assert _hard(made.document, copy) == []
    texts = [layer.text for layer in walk(page.layers) if isinstance(layer, TextLayer)]
    look = bench.find("look", Look)
    assert f"HEX {look.theme.palette.primary.hex}" in texts
    assert any(text.startswith("CMYK ≈") for text in texts)
    assert any(text.startswith("OKLCH") for text in texts)


def test_mark_is_one_group_of_mark_layers_with_tokens() -> None:
    bench, _ = _brand("pet food")
    mark = bench.find("mark", Drawing)
    assert mark.layer.role == "mark"
    assert {layer.role for layer in walk((mark.layer,))} == {"mark"}
    assert mark.facts["construction"] == "mascot"
    assert mark.says


def test_auto_gives_another_construction_for_another_variant() -> None:
    theme = resolve_theme(("scandinavian",), "bakery", seed=1)
    found = []
    for variant in range(3):
        arguments = DrawMarkArguments(
            look="look",
            name_latin="Maiyu",
            name_zh="麦屿",
            subjects=("wheat",),
            variant=variant,
        )
        made = DrawMark().run(arguments, _bench(theme)).made
        assert isinstance(made, Drawing)
        found.append(made.facts["construction"])
    assert len(set(found)) == 3


def test_wrong_arguments_say_what_would_do() -> None:
    theme = resolve_theme(("minimal",), "tea", seed=1)
    bench = _bench(theme)
    with pytest.raises(WrongArguments, match="use auto or one of pictorial, line_art"):
        DrawMark().run(DrawMarkArguments(look="look", construction="swoosh"), bench)
    with pytest.raises(WrongArguments, match="seal cannot draw this"):
        DrawMark().run(DrawMarkArguments(look="look", construction="seal"), bench)
    made = DrawMark().run(DrawMarkArguments(look="look"), bench).made
    bench = _bench(theme, mark=made)
    portrait = ComposeViSheetArguments(look="look", mark="mark", size="1080x1920")
    with pytest.raises(WrongArguments, match="landscape"):
        ComposeViSheet().run(portrait, bench)
    with pytest.raises(WrongArguments, match="not a size"):
        ComposeLogo().run(ComposeLogoArguments(look="look", mark="mark", size="big"), bench)
