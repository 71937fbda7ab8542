"""Labels: right size with bleed, words and signs that can be read, the same every time."""

import numpy as np
import pytest

from compositor.color import Color, contrast_ratio
from compositor.document import GroupLayer, VectorLayer
from compositor.geometry.shapes import circle
from generators.art.label import Printing, ink_colors, label_colors, print_label
from generators.base import Picture
from generators.mesh.prop import ArtworkArea
from generators.vector.patterns.sheet import filled
from knowledge import resolve_theme, styles

_RED = Color.from_hex("#FF0033")
_MARK = Picture(
    width=96, height=96, says="a dot",
    layer=GroupLayer(
        id="sign", children=(VectorLayer(id="dot", shapes=(filled(circle(48, 48, 40), _RED),)),)
    ),
)  # fmt: skip


@pytest.mark.parametrize("turn", range(6))
def test_aspect_includes_the_bleed_and_words_change_the_print(turn: int) -> None:
    theme = resolve_theme(("luxury",), "tea", (), seed=1)
    area = ArtworkArea("label", 10.0, 4.0, 0.3, is_wrapped=turn % 2 == 0)
    colors = label_colors(theme, turn)
    bare = print_label(area, theme, colors, Printing(), turn)
    ask = Printing(words=("山月", "高山乌龙"))
    worded = print_label(area, theme, colors, ask, turn)
    assert bare.shape == worded.shape
    assert bare.shape[1] / bare.shape[0] == pytest.approx(10.6 / 4.6, rel=0.01)
    assert (worded[..., 3] == 255).all()
    assert not np.array_equal(bare, worded)
    assert np.array_equal(worded, print_label(area, theme, colors, ask, turn))


@pytest.mark.parametrize("size", [(6.0, 9.0), (9.0, 8.0), (18.0, 4.0)])
@pytest.mark.parametrize("turn", range(3))
def test_the_sign_stands_whole_inside_the_trim(size: tuple[float, float], turn: int) -> None:
    theme = resolve_theme(("minimal",), "coffee", (), seed=2)
    ask = Printing(words=("Bean There", "Medium roast"), mark=_MARK)
    area = ArtworkArea("front", *size, 0.3)
    made = print_label(area, theme, label_colors(theme, turn), ask, turn).astype(int)
    red = (made[..., 0] > 220) & (made[..., 1] < 40) & (made[..., 2] < 90)
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    bleed = 0.3 / (size[0] + 0.6) * made.shape[1]
    assert columns[0] > bleed
    assert columns[-1] < made.shape[1] - bleed
    assert rows[0] > bleed
    assert rows[-1] < made.shape[0] - bleed
    across, up = np.ptp(columns) + 1, np.ptp(rows) + 1
    assert across == pytest.approx(up, abs=2)
    assert red.sum() > 0.7 * across * up, "words must not lie on the sign"


def test_cloth_carries_ink_alone() -> None:
    theme = resolve_theme(("minimal",), "fashion", (), seed=2)
    thing = Color.from_hex("#1E5A46")
    colors = ink_colors(theme, thing)
    assert contrast_ratio(colors.ink, thing) >= 4.5
    ask = Printing(words=("Pupu",), has_ground=False)
    made = print_label(ArtworkArea("front", 12, 8), theme, colors, ask, 1)
    assert made[0, 0, 3] == 0
    assert 0.02 < (made[..., 3] > 127).mean() < 0.5


def test_words_stand_off_their_ground_in_every_style() -> None:
    for style in styles():
        theme = resolve_theme((style,), "tea", (), seed=3)
        for turn in (0, 1):
            colors = label_colors(theme, turn)
            assert contrast_ratio(colors.ink, colors.ground) >= 4.5
