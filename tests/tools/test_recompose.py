"""recompose: three designs on thirteen pages in two languages, every word exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.targets import Target, read_targets
from compositor.document import AssetStore, Document, TextLayer
from compositor.document.document import walk
from compositor.geometry import Box, Size
from compositor.layout.safe_area import SafeArea
from compositor.layout.score import page_texts
from compositor.preflight import check
from compositor.typography.fonts import default_fonts
from knowledge import resolve_theme
from tools.base import Copy, Look, Made, MadeFrom, Workbench
from tools.compose_poster import ComposePoster, ComposePosterArguments
from tools.errors import ToolFailed, WrongArguments
from tools.make_image import MakeImage, MakeImageArguments
from tools.recipe import Recipe, read_recipe
from tools.recompose import Recompose, RecomposeArguments

TARGETS = read_targets(
    "3:4, 1:1, 9:16, 16:9, 1200x628, meta.story, 300x250, 728x90, display.320x50, 970x250, "
    "160x600, a4, roll-up"
)
WORDS = {
    "editorial": {
        "zh-Hans": {"brand": "MIRAL", "headline": "花影入香",
                    "subhead": "光从叶隙落下，香从肌肤升起"},
        "de": {"headline": "Licht, das man trägt", "subhead": "Aus Blüten des frühen Morgens"},
    },
    "swiss": {
        "en": {"brand": "Northgate", "headline": "Quiet rooms", "meta": "Sat 12 Dec, 19:30",
               "cta": "Book a seat", "legal": "Terms apply."},
        "ja": {"headline": "静かな部屋", "meta": "12月12日 19:30", "cta": "予約する",
               "legal": "規約をご確認ください。"},
    },
    "flat_illustration": {
        "zh-Hans": {"brand": "山间", "headline": "咖啡店开业", "price": "¥18",
                    "cta": "欢迎光临"},
        "de": {"headline": "Das Café öffnet", "price": "18 €", "cta": "Kommen Sie"},
    },
}  # fmt: skip
ARCHETYPES = {"editorial": "podium", "swiss": "swiss_grid", "flat_illustration": "split"}
NEVER_DROPPED = {"brand", "headline"}


def recipe_of(style: str) -> Recipe:
    """A recipe of that style with a quick picture, in its first language."""
    language, words = next(iter(WORDS[style].items()))
    return Recipe(
        theme=resolve_theme((style,), "", (), seed=3),
        language=language,
        words=words,
        required=(words["headline"],),
        archetype=ARCHETYPES[style],
        picture=MadeFrom(tool="make_image", arguments={"kind": "background"}, seed=3),
        seed=3,
    )


def recomposed(tool: Recompose, recipe: Recipe, target: Target, bench: Workbench) -> Document:
    arguments = RecomposeArguments(
        recipe=recipe, width=target.width, height=target.height, medium=target.medium,
        bleed=target.bleed, safe=target.safe,
    )  # fmt: skip
    made = tool.run(arguments, bench).made
    assert isinstance(made, Made)
    return made.document


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(seed=1, assets=AssetStore(), out=tmp_path)


@pytest.mark.parametrize("style", WORDS)
def test_a_campaign_holds_on_every_page(style: str, bench: Workbench) -> None:
    first = recipe_of(style)
    tool = Recompose()
    for target in TARGETS:
        for language, words in WORDS[style].items():
            recipe = first.in_words(language, words)
            document = recomposed(tool, recipe, target, bench)
            findings = check(document, default_fonts(), bench.assets, recipe.required)
            hard = [finding for finding in findings if finding.severity == "hard"]
            assert not hard, (target.name, language, hard)
            _hold(document, recipe, target)


def _hold(document: Document, recipe: Recipe, target: Target) -> None:
    page = document.pages[0]
    set_texts = {
        layer.name: layer for layer in walk(page.layers) if isinstance(layer, TextLayer)
    }
    dropped = set(filter(None, document.labels.get("dropped", "").split(", ")))
    assert not dropped & (NEVER_DROPPED | set(recipe.required_slots))
    for slot, text in recipe.words.items():
        if slot not in dropped:
            assert set_texts[slot].text == text
    sizes = {name: layer.runs[0].size for name, layer in set_texts.items()}
    assert sizes["headline"] == max(sizes.values())
    assert min(sizes.values()) >= (11 if page.medium == "screen" else 8)
    safe = SafeArea(*target.safe).box(Size(page.width, page.height))
    for placed in page_texts(page, default_fonts()):
        assert safe.covers(placed.ink, tolerance_px=1.0), (target.name, placed.layer.name)
    assert read_recipe(document) == recipe


def test_the_same_again_is_the_same_bytes(bench: Workbench) -> None:
    recipe = recipe_of("editorial")
    first = recomposed(Recompose(), recipe, TARGETS[5], bench).to_json()
    tool = Recompose()
    recomposed(tool, recipe, TARGETS[0], bench)
    assert recomposed(tool, recipe, TARGETS[5], bench).to_json() == first


def test_a_composed_poster_carries_its_recipe(bench: Workbench) -> None:
    look = Look(theme=resolve_theme(("swiss",), "", (), seed=3))
    words = WORDS["swiss"]["en"]
    copy = Copy(language="en", slots=words, required=("Quiet rooms",))
    inner = Workbench(seed=4, assets=bench.assets, out=bench.out, materials={"look": look})
    picture = MakeImage().run(
        MakeImageArguments(look="look", width=300, height=400, kind="background"), inner
    )
    materials = {"look": look, "copy": copy, "picture": picture.made}
    made = ComposePoster().run(
        ComposePosterArguments(
            look="look", copy_step="copy", picture="picture", archetype="swiss_grid",
            width=600, height=800,
        ),
        Workbench(seed=9, assets=bench.assets, out=bench.out, materials=materials),
    ).made  # fmt: skip
    assert isinstance(made, Made)
    recipe = read_recipe(made.document)
    assert (recipe.words, recipe.required, recipe.seed) == (words, ("Quiet rooms",), 9)
    assert recipe.picture is not None
    assert recipe.picture.tool == "make_image"
    assert "width" not in recipe.picture.arguments


def test_words_that_no_page_holds_are_named(bench: Workbench) -> None:
    recipe = recipe_of("swiss").in_words("en", {"headline": "word " * 120})
    with pytest.raises(WrongArguments, match="shorten the headline"):
        recomposed(Recompose(), recipe, TARGETS[1], bench)


def test_a_drawing_of_another_tool_is_refused(bench: Workbench) -> None:
    odd = MadeFrom(tool="paint_by_hand", arguments={}, seed=1)
    recipe = recipe_of("swiss").model_copy(update={"picture": odd})
    with pytest.raises(ToolFailed, match="paint_by_hand"):
        recomposed(Recompose(), recipe, TARGETS[1], bench)


def test_rightward_and_leftward_pages_are_mirror_images(bench: Workbench) -> None:
    target = TARGETS[3]
    plain = recipe_of("swiss")
    turned = plain.in_words("he", {"headline": "חדרים שקטים"})
    first = _headline(recomposed(Recompose(), plain, target, bench))
    second = _headline(recomposed(Recompose(), turned, target, bench))
    assert second.align == "right"
    assert first.box.x == pytest.approx(target.width - second.box.right)


def _headline(document: Document) -> TextLayer:
    layers = walk(document.pages[0].layers)
    return next(
        layer for layer in layers if isinstance(layer, TextLayer) and layer.role == "headline"
    )


def test_documents_without_a_recipe_say_so() -> None:
    page = {"id": "p", "width": 100, "height": 100}
    plain = Document.model_validate({"pages": [page]})
    with pytest.raises(WrongArguments, match="danqing design"):
        read_recipe(plain)
    damaged = plain.model_copy(update={"labels": {"recipe": '{"schema": 1}'}})
    with pytest.raises(WrongArguments, match="damaged at theme"):
        read_recipe(damaged)


def test_required_texts_follow_the_language() -> None:
    recipe = recipe_of("swiss").model_copy(update={"required": ("19:30", "Quiet rooms")})
    german = recipe.in_words("de", {"headline": "Stille Räume", "meta": "Sa., 19:30 Uhr"})
    assert german.required == ("19:30", "Stille Räume")
    assert set(german.required_slots) == {"meta", "headline"}


def test_boxes_keep_off_what_the_platform_covers() -> None:
    story = next(target for target in TARGETS if target.name == "meta.story")
    assert story.safe == (0.06, 0.14, 0.06, 0.2)
    box = SafeArea(*story.safe).box(Size(1000, 1000))
    assert tuple(round(value) for value in box) == tuple(Box(60, 140, 880, 660))
