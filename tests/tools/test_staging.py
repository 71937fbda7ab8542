"""Staging: words go where the finished picture leaves room, whatever made the picture."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from compositor.document import AssetStore, GroupLayer, ImageLayer, Provenance
from compositor.geometry import Box
from compositor.layout.score import page_texts
from compositor.typography.fonts import default_fonts
from knowledge import resolve_theme
from tools.base import Copy, Drawing, Look, Made, Workbench
from tools.compose_poster import ComposePoster, ComposePosterArguments
from tools.recipe import read_recipe

SIZES = {"P": (720, 960), "Q": (800, 800), "L": (1200, 675)}
WORDS = {
    "zh": ("zh-Hans", {"headline": "听见山海", "subhead": "一段只属于你的旅程", "cta": "预订"}),
    "en": ("en", {"headline": "Quiet Season", "subhead": "Three weeks by the lake"}),
}


def subject_box(side: str, width: float, height: float) -> Box:
    """Where the subject stands: at that side, in the middle of the other direction."""
    across = {"left": 0.0, "right": 0.58}.get(side, 0.24)
    down = {"top": 0.0, "bottom": 0.56}.get(side, 0.2)
    w = 0.42 if side in ("left", "right") else 0.52
    h = 0.44 if side in ("top", "bottom") else 0.6
    return Box(across * width, down * height, w * width, h * height)


def photo(side: str, width: int, height: int, store: AssetStore) -> Drawing:
    """A raster with soft light and one textured, colorful thing at a side."""
    rng = np.random.default_rng(3)
    y, x = np.mgrid[0:height, 0:width]
    light = 216 + 14 * (x / width) + 8 * (y / height)
    pixels = np.stack([light, light - 6, light - 16], axis=2)
    box = subject_box(side, width, height)
    inside = ((x - box.center.x) / (box.width / 2)) ** 2 + (
        (y - box.center.y) / (box.height / 2)
    ) ** 2 < 1
    grain = rng.normal(0, 22, (height, width, 1))
    stripes = 40 * np.sin(x / 17)[..., None]
    pixels = np.where(inside[..., None], np.array([150, 50, 40]) + grain + stripes, pixels)
    data = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(data, "PNG")
    asset = store.add(data.getvalue(), Provenance(source="test"))
    image = ImageLayer(id="photo", box=Box(0, 0, width, height), asset=asset.sha256)
    layer = GroupLayer(id="shot", role="visual", children=(image,))
    return Drawing(width=width, height=height, layer=layer, assets={asset.sha256: asset})


def composed(
    side: str, size: tuple[int, int], words: str, archetype: str = "centred_hero"
) -> tuple[Made, Box]:
    store = AssetStore()
    language, slots = WORDS[words]
    drawing = photo(side, *size, store)
    theme = resolve_theme(["minimal"], seed=2)
    bench = Workbench(
        seed=1,
        assets=store,
        out=Path(),
        materials={
            "look": Look(theme=theme),
            "copy": Copy(language=language, slots=slots),
            "shot": drawing,
        },
    )
    arguments = ComposePosterArguments(
        look="look", copy_step="copy", picture="shot",
        archetype=archetype, width=size[0], height=size[1],
    )  # fmt: skip
    made = ComposePoster().run(arguments, bench).made
    assert isinstance(made, Made)
    return made, subject_box(side, *size)


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
@pytest.mark.parametrize(
    ("form", "words"), [("P", "zh"), ("Q", "en"), ("L", "zh")], ids=["P", "Q", "L"]
)
def test_words_keep_off_the_subject_of_a_photograph(form: str, words: str, side: str) -> None:
    made, subject = composed(side, SIZES[form], words)
    page = made.document.pages[0]
    ink = [line for text in page_texts(page, default_fonts()) for line in text.lines]
    covered = sum(line.intersection(subject).area for line in ink) / subject.area
    assert covered < 0.04, made.document.labels["composition"]
    headline = next(
        text.ink for text in page_texts(page, default_fonts()) if text.layer.role == "headline"
    )
    away = {
        "left": headline.center.x - subject.center.x,
        "right": subject.center.x - headline.center.x,
        "top": headline.center.y - subject.center.y,
        "bottom": subject.center.y - headline.center.y,
    }[side]
    others = abs(headline.center.y - subject.center.y) / page.height
    # Beside it, or, where the page is tall, clear above or below it.
    assert away > 0 or others > 0.3, made.document.labels["composition"]


def test_what_was_chosen_is_kept_with_its_numbers() -> None:
    made, _ = composed("top", SIZES["P"], "zh")
    labels = made.document.labels
    assert int(labels["compositions_judged"]) >= 4
    for name in ("picture_score", "words_over_salient", "subject_covered", "contrast_short"):
        assert 0 <= float(labels[name]) <= 1
    recipe = read_recipe(made.document)
    assert recipe.archetype == labels["archetype"]


def test_a_composition_that_suits_the_picture_stays() -> None:
    made, _ = composed("bottom", SIZES["P"], "zh")
    chosen = read_recipe(made.document)
    again, _ = composed("bottom", SIZES["P"], "zh", archetype=chosen.archetype)
    assert again.document.labels["archetype"] == chosen.archetype
