"""Labels: right size with bleed, words that can be read, the same every time."""

import numpy as np
import pytest

from compositor.color import contrast_ratio
from generators.art.label import label_colors, print_label
from generators.mesh.prop import ArtworkArea
from knowledge import resolve_theme, styles


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_aspect_includes_the_bleed_and_words_change_the_print(turn: int) -> None:
    theme = resolve_theme(("luxury",), "tea", (), seed=1)
    area = ArtworkArea("label", 10.0, 4.0, 0.3, is_wrapped=turn % 2 == 0)
    colors = label_colors(theme, turn)
    bare = print_label(area, theme, colors, (), turn)
    worded = print_label(area, theme, colors, ("山月", "高山乌龙"), turn)
    assert bare.shape == worded.shape
    assert bare.shape[1] / bare.shape[0] == pytest.approx(10.6 / 4.6, rel=0.01)
    assert not np.array_equal(bare, worded)
    again = print_label(area, theme, colors, ("山月", "高山乌龙"), turn)
    assert np.array_equal(worded, again)


def test_words_stand_off_their_ground_in_every_style() -> None:
    for style in styles():
        theme = resolve_theme((style,), "tea", (), seed=3)
        for turn in (0, 1):
            colors = label_colors(theme, turn)
            assert contrast_ratio(colors.ink, colors.ground) >= 4.5
