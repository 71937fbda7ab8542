"""SVG in a real browser: live text and outlines look like our own picture of the page."""

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from compositor.document import AssetStore, Document
from compositor.export import export
from compositor.typography.fonts import default_fonts
from ui.typebook.__main__ import book

_BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome", "chrome")
     if (found := shutil.which(name))),
    None,
)  # fmt: skip
_TITLES = ("Paths and fills", "Vertical text", "The world’s scripts")
_TILE = 40
"""px: the differences are also told for every square of that size."""

pytestmark = pytest.mark.skipif(_BROWSER is None, reason="no Chromium is installed")

Pixels = NDArray[np.float64]


@pytest.fixture(scope="module")
def pages() -> tuple[Document, AssetStore]:
    assets = AssetStore()
    whole = book(assets)
    chosen = [page for page in whole.pages if page.name.endswith(_TITLES)]
    assert len(chosen) == len(_TITLES)
    return whole.model_copy(update={"pages": tuple(chosen)}), assets


@pytest.fixture(scope="module")
def seen(
    pages: tuple[Document, AssetStore], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Pixels]]:
    """Every page as our picture, and as the browser shows both kinds of SVG."""
    folder = tmp_path_factory.mktemp("browser")
    document, assets = pages
    kinds = ("png", "svg", "svg-outlined")
    files = export(document, folder, kinds, default_fonts(), assets)
    paths = {kind: [file.path for file in files if file.format == kind] for kind in kinds}
    width, height = (int(n) for n in document.pages[0].size)
    count = len(document.pages)
    tiles = "".join(
        f"<img src='{path.name}' width={width} height={height} "
        f"style='position:absolute;left:{x * width}px;top:{y * height}px'>"
        for y, kind in enumerate(kinds[1:])
        for x, path in enumerate(paths[kind])
    )
    sheet = folder / "sheet.html"
    sheet.write_text(f"<!doctype html><meta charset=utf-8><body>{tiles}", "utf-8")
    shown = _shot(sheet, count * width, 2 * height)

    def tile(x: int, y: int) -> Pixels:
        return shown[y * height : (y + 1) * height, x * width : (x + 1) * width]

    return {
        "png": [_pixels(path.read_bytes()) for path in paths["png"]],
        "svg": [tile(x, 0) for x in range(count)],
        "svg-outlined": [tile(x, 1) for x in range(count)],
    }


def _shot(page: Path, width: int, height: int) -> Pixels:
    assert _BROWSER is not None
    target = page.with_suffix(".png")
    subprocess.run(
        [
            _BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--force-device-scale-factor=1", "--allow-file-access-from-files",
            "--virtual-time-budget=4000", f"--window-size={width},{height}",
            f"--user-data-dir={page.parent / 'profile'}", f"--screenshot={target}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )  # fmt: skip
    return _pixels(target.read_bytes())


def _pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as opened:
        return np.asarray(opened.convert("RGB"), dtype=np.float64)


def _differences(one: Pixels, two: Pixels) -> tuple[float, float]:
    """Return the mean difference, 0–255, and that of the worst square."""
    off = np.abs(one - two).mean(axis=2)
    rows, columns = (side // _TILE for side in off.shape)
    squares = off[: rows * _TILE, : columns * _TILE].reshape(rows, _TILE, columns, _TILE)
    return float(off.mean()), float(squares.mean(axis=(1, 3)).max())


@pytest.mark.parametrize("number", range(len(_TITLES)), ids=_TITLES)
def test_outlines_are_our_picture(seen: dict[str, list[Pixels]], number: int) -> None:
    mean, worst = _differences(seen["svg-outlined"][number], seen["png"][number])
    assert mean < 0.08
    assert worst < 2.0


@pytest.mark.parametrize("number", range(len(_TITLES)), ids=_TITLES)
def test_live_text_stands_where_our_picture_has_it(
    seen: dict[str, list[Pixels]], number: int
) -> None:
    # The browser hints and puts baselines on whole pixels: strokes differ by a shade,
    # a letter that is missing or out of its place by far more.
    mean, worst = _differences(seen["svg"][number], seen["png"][number])
    assert mean < 2.0
    assert worst < 24.0
