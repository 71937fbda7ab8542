"""The commands for photographs: files, proof, and one line for what is wrong."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from compositor.document import AssetStore, Document
from compositor.drawing.preview import preview
from ui.cli import app


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    rows, columns = np.mgrid[0:150, 0:200]
    matte = np.clip(42 - np.hypot(rows - 80, columns - 100), 0, 1)[..., None]
    pixels = np.array((40, 90, 170)) * matte + np.array((236, 232, 226)) * (1 - matte)
    path = tmp_path / "ball.png"
    Image.fromarray(np.round(pixels).astype(np.uint8)).save(path)
    return path


@pytest.fixture(autouse=True)
def _no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DANQING_MODELS", str(tmp_path / "models"))


def pixels_of(path: Path) -> np.ndarray:
    with Image.open(path) as opened:
        return np.asarray(opened)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_a_product_is_set_on_another_ground_untouched(photo: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, printed, told = run("cutout", str(photo), "--out", str(out), "--ground", "#FFE0C0")
    assert code == 0, told
    assert {Path(line).name for line in printed.split()} == {
        "product.png", "shadow.png", "whole.png", "document.json", "report.json",
    }  # fmt: skip
    assert "danqing fetch cutout" in told
    product = pixels_of(out / "product.png")
    whole = pixels_of(out / "whole.png")
    before = pixels_of(photo)
    solid = product[..., 3] == 255
    assert solid.sum() > 4500
    assert np.array_equal(whole[..., :3][solid], before[solid])
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert report["product"]["is_untouched"]
    document = Document.from_json((out / "document.json").read_bytes())
    assert [layer.id for layer in document.pages[0].layers] == ["ground", "shadow", "product"]
    shown = preview(document, out / "shown.png", 200, assets=AssetStore(out / "assets"))
    drawn = pixels_of(shown)
    assert np.abs(drawn[..., :3].astype(int) - whole[..., :3]).max() <= 3


def test_a_crop_makes_the_canvas_square(photo: Path, tmp_path: Path) -> None:
    code, _printed, told = run(
        "cutout", str(photo), "--out", str(tmp_path / "o"), "--crop", "1:1", "--quiet"
    )
    assert code == 0, told
    height, width = pixels_of(tmp_path / "o" / "product.png").shape[:2]
    assert abs(width - height) <= 1
    assert told == ""


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--click", "middle"), "X,Y in fractions"),
        (("--click", "3,4"), "0 to 1"),
        (("--size", "big"), "1600x1600"),
        (("--crop", "square"), "1:1 or 3:4"),
        (("--ground", "no color"), "#F4F1EA"),
        (("--shadow", "long"), "reflected"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    options: tuple[str, str], says: str, photo: Path, tmp_path: Path
) -> None:
    out = tmp_path / "o"
    code, _printed, told = run("cutout", str(photo), "--out", str(out), *options)
    assert code == 2
    assert says in told
    assert len(told.strip().splitlines()) == 1
    assert not out.exists()


def test_what_is_no_picture_or_not_there_is_said(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("words", "utf-8")
    for path in (text, tmp_path / "none.png"):
        code, _printed, told = run("cutout", str(path), "--out", str(tmp_path / "o"))
        assert code == 2
        assert "cannot read" in told


def test_fetch_lists_what_there_is() -> None:
    code, printed, _told = run("fetch")
    assert code == 0
    assert "missing  cutout: cutting products out; Apache-2.0" in printed
    code, _printed, told = run("fetch", "hair")
    assert code == 2
    assert "danqing fetch list" in told
