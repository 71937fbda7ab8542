"""Score a composed page by what can be measured on its boxes: higher is better, 0 to 1.

Every part is 0–1 and has its rule in the design rules (margins, size_by_medium, hierarchy,
measure, quality_gates). Pixels are judged later, by preflight.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from compositor.document import Page, TextLayer
from compositor.geometry import Affine, Box
from compositor.layout.compose import page_unit
from compositor.layout.theme import StyleParams
from compositor.typography.block import SetText
from compositor.typography.characters import han_share
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text

__all__ = ["WEIGHTS", "PageScore", "PageText", "Suits", "page_texts", "score_page"]

WEIGHTS: Mapping[str, float] = {
    "fit": 0.15,
    "hierarchy": 0.10,
    "breaks": 0.09,
    "space": 0.08,
    "balance": 0.08,
    "subject": 0.08,
    "alignment": 0.04,
    "margin": 0.03,
    "rhythm": 0.04,
    "spread": 0.05,
    "content": 0.14,
    "fidelity": 0.12,
}
"""What each part counts; fit gates: an overset page scores nothing."""

_OPTICAL_CENTER = (0.5, 0.47)
_BAD_LINE_ENDS = tuple("的了与和在是把被及或")


@dataclass(frozen=True)
class PageScore:
    """The score of a page.

    Attributes:
        total: Weighted sum, 0–1; 0 when something does not fit.
        parts: Each part, 0–1.
    """

    total: float
    parts: dict[str, float]


@dataclass(frozen=True)
class PageText:
    """A text of a page, set.

    Attributes:
        layer: As it is in the page.
        block: As it was set.
        ink: What it covers, px of the page.
    """

    layer: TextLayer
    block: SetText
    ink: Box
    transform: Affine
    """From the text's own px to the page's."""

    @property
    def lines(self) -> tuple[Box, ...]:
        """What each line covers, px of the page."""
        return tuple(self.transform.apply_box(line.box) for line in self.block.lines)


@dataclass(frozen=True)
class Suits:
    """How well an archetype suits what it is used for, each 0–1.

    Attributes:
        style: The style and the trade.
        content: What there is to say.
    """

    style: float
    content: float


def score_page(
    page: Page, hero: Box, params: StyleParams, suits: Suits, fonts: FontSet
) -> PageScore:
    """Return the score of a page whose subject stands in the hero box.

    Args:
        page: The composed page; its picture is not looked at.
        hero: Where the main subject stands, px.
        params: What the style wants.
        suits: How well the archetype suits.
        fonts: Faces.
    """
    texts = page_texts(page, fonts)
    parts = {
        "fit": _fit(texts, page),
        "hierarchy": _hierarchy(texts),
        "breaks": _breaks(texts),
        "space": _space(texts, hero, page, params),
        "balance": _balance(texts, hero, page, params),
        "subject": _subject(texts, hero, page),
        "alignment": _alignment(texts),
        "margin": _margin(texts, page, params),
        "rhythm": _rhythm(texts),
        "spread": _spread(texts, hero, page),
        "content": suits.content,
        "fidelity": suits.style,
    }
    if parts["fit"] == 0:
        return PageScore(0.0, parts)
    return PageScore(sum(WEIGHTS[name] * value for name, value in parts.items()), parts)


def page_texts(page: Page, fonts: FontSet) -> list[PageText]:
    """Return every text of a page with the place it covers."""
    found: list[PageText] = []

    def visit(layers: tuple[object, ...], transform: Affine) -> None:
        for layer in layers:
            placed = layer.transform.then(transform)  # type: ignore[attr-defined]  # a Layer
            if isinstance(layer, TextLayer):
                block = set_text(layer, fonts)
                ink = placed.apply_box(block.ink)
                found.append(PageText(layer, block, ink, placed))
            visit(getattr(layer, "children", ()), placed)

    visit(page.layers, Affine())
    return found


def _by_role(texts: list[PageText], role: str) -> PageText | None:
    return next((text for text in texts if text.layer.role == role), None)


def _fit(texts: list[PageText], page: Page) -> float:
    """1 when the headline is as large as a poster wants, 0 when anything is overset."""
    if any(text.block.overset for text in texts):
        return 0.0
    inside = page.box.inset(page.margin)
    if not all(inside.covers(text.ink, tolerance_px=1.0) for text in texts):
        return 0.0
    headline = _by_role(texts, "headline")
    if headline is None:
        return 0.7
    width = headline.ink.width / page.width
    size = headline.block.size_px / page_unit(page.size)
    return min(1.0, 0.5 * min(1.0, width / 0.6) + 0.5 * min(1.0, size / 0.13))


def _hierarchy(texts: list[PageText]) -> float:
    """One clear leader: at least 1.8 times the runner-up, few sizes.

    Source: hierarchy of the design rules.
    """
    sizes = sorted((text.block.size_px for text in texts), reverse=True)
    if len(sizes) < 2:
        return 0.8
    lead = min(1.0, (sizes[0] / sizes[1] - 1) / 1.2)
    levels = len({round(size) for size in sizes})
    return 0.75 * lead + 0.25 * (1.0 if levels <= 4 else 0.5)


def _breaks(texts: list[PageText]) -> float:
    """Even lines, no orphan, no line ending in a particle.

    Source: measure.ragged and the title segmentation of the design rules.
    """
    marks = []
    for text in texts:
        if text.layer.role not in ("headline", "subhead"):
            continue
        lines = [line.text.strip() for line in text.block.lines if line.text.strip()]
        if len(lines) < 2:
            marks.append(1.0)
            continue
        widths = [line.box.width for line in text.block.lines]
        even = min(widths) / max(widths)
        chinese = han_share(text.layer.text) >= 0.3
        orphan = len(lines[-1]) < 2 if chinese else len(lines[-1].split()) < 1
        particle = any(line.endswith(_BAD_LINE_ENDS) for line in lines[:-1])
        mark = 0.45 + 0.55 * even - 0.4 * orphan - 0.35 * particle - 0.08 * (len(lines) - 2)
        marks.append(max(0.0, mark))
    return sum(marks) / len(marks) if marks else 1.0


def _space(texts: list[PageText], hero: Box, page: Page, params: StyleParams) -> float:
    """Empty ground as the style asks, within 0.12 at no loss.

    Source: quality_gates of the design rules.
    """
    covered = sum(text.ink.area for text in texts) + 0.6 * hero.intersection(page.box).area
    empty = 1 - min(1.0, covered / page.box.area)
    wanted = 0.35 + 0.45 * params.whitespace
    return max(0.0, 1 - max(0.0, abs(empty - wanted) - 0.12) * 1.8)


def _balance(texts: list[PageText], hero: Box, page: Page, params: StyleParams) -> float:
    """Weight near the optical center for calm styles; off it for lively ones."""
    weights = [(text.ink, text.ink.area) for text in texts] + [(hero, 0.5 * hero.area)]
    total = sum(weight for _, weight in weights)
    if total <= 0:
        return 0.5
    x = sum(box.center.x * weight for box, weight in weights) / total / page.width
    y = sum(box.center.y * weight for box, weight in weights) / total / page.height
    off = math.hypot(x - _OPTICAL_CENTER[0], y - _OPTICAL_CENTER[1])
    wanted = 0.10 * (1 - params.symmetry)
    return max(0.0, 1 - abs(off - wanted) * 5)


def _subject(texts: list[PageText], hero: Box, page: Page) -> float:
    """The subject is large and no words stand on it."""
    shown = hero.intersection(page.box)
    if shown.is_empty:
        return 0.0
    hidden = sum(text.ink.intersection(shown).area for text in texts) / shown.area
    large = min(1.0, shown.area / page.box.area / 0.36)
    return max(0.0, large - 2.2 * hidden)


def _alignment(texts: list[PageText]) -> float:
    """Few distinct edges: at most three left, centered or right axes.

    Source: quality_gates of the design rules.
    """
    axes = set()
    for text in texts:
        edge = {
            "left": text.layer.box.x,
            "center": text.layer.box.center.x,
            "right": text.layer.box.right,
        }.get(text.layer.align, text.layer.box.x)
        axes.add((text.layer.align, round(edge / 4)))
    return 1.0 if len(axes) <= 3 else max(0.0, 1 - 0.25 * (len(axes) - 3))


def _margin(texts: list[PageText], page: Page, params: StyleParams) -> float:
    """The words keep the margin the style wants, and no more is left above than below.

    Source: margins of the design rules.
    """
    if not texts:
        return 1.0
    unit = page_unit(page.size)
    around = texts[0].ink
    for text in texts[1:]:
        around = around.union(text.ink)
    top, bottom = around.y, page.height - around.bottom
    least = min(around.x, page.width - around.right, top, bottom) / unit
    wanted = 0.045 + 0.035 * params.whitespace
    mean = max(0.0, 1 - max(0.0, wanted - least) / wanted)
    return mean if bottom >= 0.8 * top else 0.8 * mean


def _rhythm(texts: list[PageText]) -> float:
    """What belongs together stands nearer than what does not.

    Source: proximity of the design rules: gaps inside a group are at most half of the others.
    """
    gaps = []
    ordered = sorted(texts, key=lambda text: (text.ink.y, text.ink.x))
    for index, text in enumerate(ordered):
        below = [
            other.ink.y - text.ink.bottom
            for other in ordered[index + 1 :]
            if other.ink.x < text.ink.right and text.ink.x < other.ink.right
        ]
        if below and min(below) > 0:
            gaps.append(min(below))
    if len(gaps) < 2:
        return 0.7
    return max(0.0, min(1.0, 1.5 - min(gaps) / max(gaps)))


_FULL_HALF = 0.16
"""Part of all that stands on a page that a half needs so as not to look empty."""


def _spread(texts: list[PageText], hero: Box, page: Page) -> float:
    """No half of the page, across or down, is empty."""
    width, height = page.width, page.height
    halves = (
        Box(0, 0, width / 2, height),
        Box(width / 2, 0, width / 2, height),
        Box(0, 0, width, height / 2),
        Box(0, height / 2, width, height / 2),
    )
    boxes = [text.ink for text in texts] + [hero.intersection(page.box)]
    total = sum(box.area for box in boxes)
    if total <= 0:
        return 0.0
    shares = [sum(box.intersection(half).area for box in boxes) / total for half in halves]
    return min(1.0, min(shares) / _FULL_HALF)
