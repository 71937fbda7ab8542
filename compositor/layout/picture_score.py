"""Score a composed page against its finished picture: where words may really stand.

Boxes cannot tell what a photograph shows. Here the page is rebuilt small from the pixels of
the picture, the panels over it and the boxes of its lines, and every part is measured, 0–1,
higher is better. Text that `preflight.settle` will repaint counts in its best paint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.document import Page
from compositor.geometry import Box
from compositor.layout.arrangement import Geometry
from compositor.layout.composition import Composition, Crop, page_geometry
from compositor.layout.score import page_texts
from compositor.saliency import GRID, edge_energy, saliency, shrunk
from compositor.typography.fonts import FontSet

__all__ = ["PICTURE_WEIGHTS", "PictureScore", "SeenPicture", "aimed", "score_on_picture"]

Grid = NDArray[np.float64]

PICTURE_WEIGHTS: Mapping[str, float] = {
    "clear": 0.26,
    "subject": 0.22,
    "contrast": 0.22,
    "calm": 0.10,
    "balance": 0.08,
    "halves": 0.07,
    "shown": 0.05,
}
"""What each part counts."""

_DRAWN = 0.5
"""Saliency from which a place belongs to the subject of a picture that has no layers."""
_NEED = 4.5
_NEED_LARGE = 3.0
"""Source: https://www.w3.org/TR/WCAG22/#contrast-minimum"""
_LARGE = 0.04
"""Size of large text, in parts of the shorter side."""
_SEEN_THROUGH = 0.4
"""Mean saliency under words at which nothing can be read in peace."""
_BUSY = 0.06
"""Lightness from cell to cell that no text stands on."""
_FULL_HALF = 0.2
"""Part of all that is seen that a half needs so as not to look empty."""
_WINDOW = 0.7
"""Saliency of a second picture on the page."""
_SEEN = 0.6
"""Part of the subject that has to show: fields of color may hide the rest."""
_VEIL = 0.6
"""How far a scrim hides what lies below it."""


@dataclass(frozen=True)
class SeenPicture:
    """A picture as it is measured.

    Attributes:
        colors: (height, width, 3), 0–1.
        salience: 0–1 on the same grid.
        subject: 0–1: what the picture is about.
        edges: Lightness steps.
    """

    colors: Grid
    salience: Grid
    subject: Grid
    edges: Grid

    @classmethod
    def from_pixels(
        cls, pixels: NDArray[np.uint8], silhouette: NDArray[np.uint8] | None = None
    ) -> SeenPicture:
        """Measure a picture.

        Args:
            pixels: (height, width, 3 or more) sRGB.
            silhouette: The same picture with nothing but its subject, whose alpha is taken;
                None when it has no layers: then the saliency says what it is about.
        """
        salience = saliency(pixels)
        found = np.where(salience >= _DRAWN, salience, 0.0)
        if silhouette is not None:
            alpha = np.repeat(silhouette[..., 3:4], 3, axis=2)
            drawn = shrunk(alpha, GRID)[..., 0]
            if 0.005 < float(drawn.mean()) < 0.75:
                found = drawn
        return cls(shrunk(pixels, GRID), salience, found, edge_energy(pixels))

    @property
    def focus(self) -> tuple[float, float]:
        """The middle of the subject, in fractions of the picture."""
        total = float(self.subject.sum())
        if total <= 0:
            return 0.5, 0.5
        rows, columns = self.subject.shape
        across = float((self.subject.sum(axis=0) * (np.arange(columns) + 0.5)).sum())
        down = float((self.subject.sum(axis=1) * (np.arange(rows) + 0.5)).sum())
        return across / total / columns, down / total / rows


@dataclass(frozen=True)
class PictureScore:
    """The score of a page on its picture.

    Attributes:
        total: Weighted sum, 0–1.
        parts: Each part, 0–1.
        over_salient: Mean saliency under the text.
        covered: Part of the subject under text.
        short: Part of the text's area whose contrast is below need in its best paint.
    """

    total: float
    parts: dict[str, float]
    over_salient: float
    covered: float
    short: float


def score_on_picture(
    what: Composition, page: Page, picture: SeenPicture, inks: Sequence[Color], fonts: FontSet
) -> PictureScore:
    """Return how a composed page stands on its picture.

    Args:
        what: The composition; its crop is applied.
        page: Composed from it.
        picture: The picture, measured.
        inks: Colors that text may take.
        fonts: Faces.
    """
    geometry = page_geometry(what)
    sheet = _sheet(what, geometry, picture)
    rows, columns = sheet.salience.shape
    words = np.zeros((rows, columns))
    short_area = area = 0.0
    for text in page_texts(page, fonts):
        need = _NEED_LARGE if text.block.size_px >= _LARGE * what.size.shorter else _NEED
        places = np.zeros((rows, columns), dtype=bool)
        for line in text.lines:
            places |= _cells(line, page, rows, columns)
        if not places.any():
            continue
        words = np.maximum(words, places)
        if text.layer.role == "cta":
            continue  # A button brings its own ground.
        shares = [_short(ink, sheet.colors[places], need) for ink in inks]
        short_area += min(shares) * float(places.sum())
        area += float(places.sum())
    count = float(words.sum())
    over = float((sheet.salience * words).sum() / count) if count else 0.0
    busy = float((sheet.edges * words).sum() / count) if count else 0.0
    on_subject = float((sheet.subject * words).sum() / count) if count else 0.0
    mass = float(sheet.subject.sum())
    covered = float((sheet.subject * words).sum()) / mass if mass else 0.0
    short = short_area / area if area else 0.0
    whole = float(picture.subject.sum()) / picture.subject.size
    seen = mass / sheet.subject.size / max(1e-6, whole * sheet.scale)
    parts = {
        "clear": max(0.0, 1 - over / _SEEN_THROUGH),
        "subject": max(0.0, 1 - max(4 * covered, 2 * on_subject)) * min(1.0, seen / _SEEN),
        "contrast": max(0.0, 1 - 3 * short),
        "calm": max(0.0, 1 - busy / _BUSY),
        "balance": _balance(sheet.salience, words),
        "halves": _halves(sheet.salience, words),
        "shown": min(1.0, seen) if whole > 0 else 1.0,
    }
    total = sum(PICTURE_WEIGHTS[name] * value for name, value in parts.items())
    return PictureScore(total, parts, over, covered, short)


def aimed(what: Composition, picture: SeenPicture, aspect: float) -> Crop:
    """Return the crop that brings the picture's subject nearest to where it should stand.

    Args:
        what: The composition.
        picture: Measured.
        aspect: Width over height of the picture.
    """
    geometry = page_geometry(what)
    place, hero = geometry.picture, geometry.hero.intersection(geometry.picture)
    if hero.is_empty:
        return what.crop
    box_aspect = place.width * what.size.width / (place.height * what.size.height)
    across, down = max(1.0, aspect / box_aspect), max(1.0, box_aspect / aspect)
    wanted_x = (hero.center.x - place.x) / place.width
    wanted_y = (hero.center.y - place.y) / place.height
    focus_x, focus_y = picture.focus
    x = focus_x + (0.5 - wanted_x) / across
    y = focus_y + (0.5 - wanted_y) / down
    return Crop(
        what.crop.zoom, round(min(1.0, max(0.0, x)), 3), round(min(1.0, max(0.0, y)), 3)
    )


@dataclass(frozen=True)
class _Sheet:
    """The page without its words, on a grid.

    Attributes:
        colors: (rows, columns, 3), 0–1.
        salience: 0–1.
        subject: 0–1.
        edges: Lightness steps.
        scale: How much larger the subject is on the page than in the picture, in area.
    """

    colors: Grid
    salience: Grid
    subject: Grid
    edges: Grid
    scale: float


def _sheet(what: Composition, geometry: Geometry, picture: SeenPicture) -> _Sheet:
    width, height = what.size
    columns = max(8, round(GRID * min(1.0, width / height)))
    rows = max(8, round(GRID * min(1.0, height / width)))
    ground = np.array(what.theme.palette.ground.srgb)
    colors = np.broadcast_to(ground, (rows, columns, 3)).copy()
    salience, subject, edges = (np.zeros((rows, columns)) for _ in range(3))
    box = geometry.picture
    y, x = np.mgrid[0:rows, 0:columns]
    across, down = (x + 0.5) / columns, (y + 0.5) / rows
    have_rows, have_columns = picture.salience.shape
    # The part of the picture that its box shows, in fractions of the picture.
    box_aspect = box.width * width / (box.height * height)
    aspect = have_columns / have_rows
    part_x = min(1.0, box_aspect / aspect) / what.crop.zoom
    part_y = min(1.0, aspect / box_aspect) / what.crop.zoom
    left = min(1 - part_x, max(0.0, what.crop.x - part_x / 2))
    top = min(1 - part_y, max(0.0, what.crop.y - part_y / 2))
    u = left + (across - box.x) / box.width * part_x
    v = top + (down - box.y) / box.height * part_y
    inside = (across >= box.x) & (across < box.right) & (down >= box.y) & (down < box.bottom)
    column = np.clip((u * have_columns).astype(int), 0, have_columns - 1)
    row = np.clip((v * have_rows).astype(int), 0, have_rows - 1)
    for target, source in (
        (colors, picture.colors),
        (salience, picture.salience),
        (subject, picture.subject),
        (edges, picture.edges),
    ):
        target[inside] = source[row, column][inside]
    for panel in geometry.panels:
        under = _in_box(panel.box, across, down)
        colors[under] = np.array(getattr(what.theme.palette, panel.paint).srgb)
        for grid in (salience, subject, edges):
            grid[under] = 0.0
    for window in geometry.windows:
        seen = _in_box(window.box, across, down)
        salience[seen] = np.maximum(salience[seen], _WINDOW)
    if what.archetype.scrim == "bottom":
        top_words = min(s.box.y for s in geometry.stacks if "headline" in s.slots)
        veiled = down >= top_words
        colors[veiled] = colors[veiled] * (1 - _VEIL) + ground * _VEIL
        for grid in (salience, edges):
            grid[veiled] *= 1 - _VEIL
    scale = box.width * box.height / (part_x * part_y)
    return _Sheet(colors, salience, subject, edges, scale)


def _in_box(box: Box, across: Grid, down: Grid) -> NDArray[np.bool_]:
    return np.asarray(
        (across >= box.x) & (across < box.right) & (down >= box.y) & (down < box.bottom)
    )


def _cells(line: Box, page: Page, rows: int, columns: int) -> NDArray[np.bool_]:
    """The cells a line covers, at least one."""
    found = np.zeros((rows, columns), dtype=bool)
    left = int(np.clip(np.floor(line.x / page.width * columns), 0, columns - 1))
    right = int(np.clip(np.ceil(line.right / page.width * columns), left + 1, columns))
    top = int(np.clip(np.floor(line.y / page.height * rows), 0, rows - 1))
    bottom = int(np.clip(np.ceil(line.bottom / page.height * rows), top + 1, rows))
    found[top:bottom, left:right] = True
    return found


def _short(ink: Color, behind: Grid, need: float) -> float:
    """The part of the places behind that an ink does not stand out from."""
    found = _luminance(behind)
    own = float(_luminance(np.array(ink.srgb)[None, :])[0])
    high, low = np.maximum(found, own), np.minimum(found, own)
    return float(np.mean((high + 0.05) / (low + 0.05) < need))


def _luminance(colors: Grid) -> Grid:
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _balance(salience: Grid, words: Grid) -> float:
    """1 when picture and words together weigh near the optical middle."""
    mass = salience + 0.7 * words
    total = float(mass.sum())
    if total <= 0:
        return 0.5
    rows, columns = mass.shape
    x = float((mass.sum(axis=0) * (np.arange(columns) + 0.5)).sum()) / total / columns
    y = float((mass.sum(axis=1) * (np.arange(rows) + 0.5)).sum()) / total / rows
    return max(0.0, 1 - 3.2 * float(np.hypot(x - 0.5, y - 0.49)))


def _halves(salience: Grid, words: Grid) -> float:
    """1 when every half of the page, across and down, has something to look at."""
    mass = salience + 0.7 * words
    total = float(mass.sum())
    if total <= 0:
        return 0.0
    rows, columns = mass.shape
    least = min(
        float(half.sum()) / total
        for half in (
            mass[: rows // 2],
            mass[rows // 2 :],
            mass[:, : columns // 2],
            mass[:, columns // 2 :],
        )
    )
    return min(1.0, least / _FULL_HALF)
