"""The gallery: its parts are found, its pages are light, its README lists them."""

from pathlib import Path

import numpy as np
from PIL import Image

from ui.gallery.__main__ import builders
from ui.gallery.plate import MOST_BYTES, Cell, write_plates


def test_parts_are_found_by_their_build_function() -> None:
    assert {"motifs", "patterns", "pictures", "scenes"} <= set(builders())
    assert all(about for _, about in builders().values())


def test_plates_are_light_and_old_ones_go(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (160, 120, 3), dtype=np.uint8)
    cells = [Cell(pixels=noise, caption=f"cell {i}") for i in range(30)]
    stale = tmp_path / "plate-9.webp"
    stale.write_bytes(b"old")
    written = write_plates(tmp_path, "plate", "Noise", cells, columns=6, rows=4)
    assert [path.name for path in written] == ["plate-1.webp", "plate-2.webp"]
    assert not stale.exists()
    for path in written:
        assert path.stat().st_size <= MOST_BYTES
        with Image.open(path) as opened:
            assert 320 <= opened.width <= 1440
