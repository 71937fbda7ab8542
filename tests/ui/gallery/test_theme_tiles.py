"""The gallery of themes draws a tile for a style: its panel, its words, its swatches."""

from itertools import islice

import numpy as np

from ui.gallery.themes import _cells


def test_a_tile_shows_words_swatches_and_faces() -> None:
    (cell,) = islice(_cells(), 1)
    assert cell.caption.startswith("minimal")
    assert cell.pixels.shape == (348, 480, 3)
    rows = cell.pixels[262:304:6].reshape(-1, 3)
    assert len(np.unique(rows, axis=0)) >= 5
    assert cell.pixels[20:80, 20:200].std() > 20
