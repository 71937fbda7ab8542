"""Every trade and every style: two seeds, two clearly different pictures."""

import numpy as np
import pytest
from numpy.typing import NDArray

from compositor.document import AssetStore, Document, Page, solid
from compositor.drawing import render
from compositor.geometry import Box
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts
from generators.base import Picture, PictureRequest, Ticket
from generators.vector.picture import draw_picture
from knowledge import industries, resolve_theme, styles

SIZE = (150.0, 200.0)
LEAST = 0.12
"""Distance below which an art director would call two pictures the same; see `distance`."""

TRADES = [(trade.styles[0], name) for name, trade in industries().items()]
STYLES = [(name, "") for name in styles()]


def picture(style: str, industry: str, seed: int, store: AssetStore) -> Picture:
    """In one theme for every seed, so that color alone cannot make the difference."""
    theme = resolve_theme((style,), industry, (), seed=1)
    request = PictureRequest(
        theme=theme, width=SIZE[0], height=SIZE[1], seed=seed,
        calm=(Box(0.08, 0.05, 0.84, 0.22),), hero_box=Box(0.1, 0.32, 0.8, 0.62),
    )  # fmt: skip
    return draw_picture(request, Ticket(assets=store))


def pixels_of(made: Picture, store: AssetStore, style: str) -> NDArray[np.float64]:
    ground = resolve_theme((style,), "", (), seed=1).palette.ground
    page = Page(
        id="p", width=SIZE[0], height=SIZE[1], background=solid(ground), layers=(made.layer,)
    )
    frame = lay_out(Document(pages=(page,), assets=made.assets), default_fonts(), store)[0]
    return render(frame, store.read, 0.4)[..., :3].astype(np.float64) / 255


def distance(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Half what differs in color and place on a coarse grid, half in the edges there, 0-1."""

    def coarse(field: NDArray[np.float64]) -> NDArray[np.float64]:
        rows = [band.mean(axis=0) for band in np.array_split(field, 10, axis=0)]
        return np.array(
            [[cell.mean(axis=0) for cell in np.array_split(row, 8, axis=0)] for row in rows]
        )

    def edges(field: NDArray[np.float64]) -> NDArray[np.float64]:
        down, across = np.gradient(field.mean(axis=2))
        return coarse(np.hypot(down, across))

    color = np.abs(coarse(first) - coarse(second)).max(axis=2).mean()
    one, two = edges(first), edges(second)
    line = np.abs(one - two).mean() / max(float(one.mean() + two.mean()), 0.02)
    return float(0.5 * min(1.0, 3 * color) + 0.5 * min(1.0, 1.5 * line))


@pytest.mark.parametrize(("style", "industry"), [*TRADES, *STYLES])
def test_two_seeds_are_two_pictures(style: str, industry: str) -> None:
    store = AssetStore()
    first, second = (picture(style, industry, seed, store) for seed in (1, 2))
    told = [(p.facts["setting"], p.facts["hero"]) for p in (first, second)]
    assert told[0] != told[1]
    apart = distance(pixels_of(first, store, style), pixels_of(second, store, style))
    assert apart >= LEAST, (told, round(apart, 3))
