"""Patterns that claim to be seamless are: what leaves at one edge enters at the other."""

import numpy as np
import pytest

from compositor.document import AssetStore, Document, Page, solid
from compositor.drawing import render
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts
from generators.vector.patterns import PATTERNS, SEAMLESS, Sheet, draw_pattern
from knowledge import resolve_theme

SIZE = (240.0, 320.0)


@pytest.mark.parametrize("name", sorted(SEAMLESS))
def test_edges_meet(name: str) -> None:
    theme = resolve_theme(("dopamine",), "", (), seed=1)
    sheet = Sheet(*SIZE, theme, 5, AssetStore(), occupied=False)
    draw_pattern(name, sheet)
    page = Page(
        id="p", width=SIZE[0], height=SIZE[1], background=solid(theme.palette.ground),
        layers=tuple(sheet.layers),
    )  # fmt: skip
    frame = lay_out(Document(pages=(page,), assets=sheet.assets), default_fonts(), sheet.store)
    pixels = render(frame[0], sheet.store.read)[..., :3].astype(float)
    for turned in (pixels, pixels.transpose(1, 0, 2)):
        steps = np.abs(np.diff(turned, axis=1)).mean(axis=(0, 2))
        seam = float(np.abs(turned[:, -1] - turned[:, 0]).mean())
        assert seam <= float(steps.max()) + 1.0, (name, seam, steps.max())


def test_what_is_seamless_is_a_pattern() -> None:
    assert set(PATTERNS) >= SEAMLESS
    assert len(PATTERNS) >= 40
