"""Letters: a name set by the typesetter, one outline for each cluster, optically spaced.

All at 1000 to the em, baseline y = 0.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from compositor.color import Color
from compositor.document import FontChoice, SolidPaint, TextLayer, TextRun
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import simplify
from compositor.typography.face import Face
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import set_text
from compositor.typography.setting.ink import glyph_transform
from generators.vector.marks.wordmarks.few_nodes import with_few_nodes
from generators.vector.marks.wordmarks.outlines import emboldened, tidied
from generators.vector.marks.wordmarks.scan import Grid, profile, spans, stem_of

__all__ = ["Letter", "Line", "set_letters", "spaced", "stem_at", "white_areas", "white_spread"]

_EM = 1000.0
_BLACK = SolidPaint(color=Color.from_hex("#000000"))
_OVERSHOOT = 0.012
_NEAR = 0.3
"""How far the outline may move when its nodes are thinned out."""
_ROWS = 44
_MOST_WHITE_SPREAD = 0.075
_THINNEST = 27.0
"""Hairlines thinner than this vanish in print and on screens."""


@dataclass(frozen=True)
class Letter:
    """One cluster of the name.

    Attributes:
        text: Its characters.
        area: Its ink, in place.
        strokes: The face's own contours of it, in place: overlapping strokes in some faces.
        pen: Where the typesetter put its origin.
        advance: How far its pen moves.
        after_space: Whether a space comes before it.
        tied: Whether it keeps its place beside the letter before: a ligature.
    """

    text: str
    area: Path
    strokes: tuple[Path, ...]
    pen: float
    advance: float
    after_space: bool = False
    tied: bool = False

    def moved(self, dx: float) -> Letter:
        """Return the letter displaced."""
        return replace(
            self,
            area=self.area.moved(dx, 0),
            strokes=tuple(s.moved(dx, 0) for s in self.strokes),
            pen=self.pen + dx,
        )

    def with_area(self, area: Path) -> Letter:
        """Return the letter with other ink."""
        return replace(self, area=area)


@dataclass(frozen=True)
class Line:
    """Letters of one script with the measures of their face.

    Attributes:
        letters: From left to right.
        cap: Height of capitals; of the ink of Chinese characters.
        x_height: Of small letters; the cap height for Chinese.
        stem: Width of upright strokes.
        contrast: Thickness of level strokes over that of upright ones.
        kind: Of the family, as the catalogue says.
        weight: Of the face taken.
    """

    letters: tuple[Letter, ...]
    cap: float
    x_height: float
    stem: float
    contrast: float
    kind: str
    weight: int


@lru_cache(maxsize=128)
def set_letters(text: str, font: FontChoice, *, is_hanzi: bool) -> Line:
    """Return the name as the typesetter sets it, each letter free of overlaps.

    A weight the face does not come in is made up for by moving its edges.

    Raises:
        MissingGlyph: No face has a character.
    """
    fonts = default_fonts()
    run = TextRun(text=text, font=font, size=_EM, paint=_BLACK)
    box = Box(0, 0, 1e7, 1e7)
    language = "zh-Hans" if is_hanzi else "en"
    layer = TextLayer(id="name", box=box, runs=(run,), language=language)
    block = set_text(layer, fonts)
    line = block.lines[0]
    faces = [r.face for r in line.runs]
    face = faces[0]
    extra = _missing_weight(font.weight, face)
    if not is_hanzi:
        extra = max(extra, (_THINNEST - _hairline(face)) / 2)
    letters: list[Letter] = []
    for glyph_run in line.runs:
        home = Affine.translation(0, -line.baseline_px)
        clusters: dict[int, list[Path]] = {}
        places: dict[int, tuple[float, float]] = {}
        for glyph in glyph_run.glyphs:
            outline = glyph_run.face.glyph_path(glyph.id).transformed(
                glyph_transform(glyph_run, glyph).then(home)
            )
            clusters.setdefault(glyph.cluster, []).append(outline)
            x, wide = places.get(glyph.cluster, (glyph.x, 0.0))
            places[glyph.cluster] = (min(x, glyph.x), wide + glyph.advance)
        starts = [*sorted(clusters), len(glyph_run.text)]
        for start, end in pairwise(starts):
            raw = Path.join(clusters[start])
            said = glyph_run.text[start:end]
            at = glyph_run.start + start
            if raw.is_empty:
                continue
            area = simplify(raw)
            if abs(extra) > 0.5:
                area = simplify(emboldened(area, extra, extra * 0.9))
            area = with_few_nodes(tidied(area, drops_specks=False), _NEAR)
            letters.append(
                Letter(
                    text=said.strip() or said,
                    area=area,
                    strokes=tuple(raw.contours()),
                    pen=places[start][0],
                    advance=places[start][1],
                    after_space=bool(letters) and text[:at].endswith((" ", "\u00a0", "\u3000")),
                )
            )
    cap = face.cap_height * _EM
    kind = fonts.entry(face.family).kind
    if is_hanzi:
        stem = _hanzi_stem(font) + 2 * extra
        found = Line(tuple(letters), 0.9 * _EM, 0.9 * _EM, stem, 1.0, kind, face.weight)
    else:
        stem = _latin_stem(face) + 2 * extra
        letters = [replace(x, area=_overshot(x, face)) for x in letters]
        found = Line(
            tuple(letters),
            cap,
            face.x_height * _EM,
            stem,
            (_hairline(face) + 2 * extra) / stem,
            kind,
            face.weight,
        )
    return found


def stem_at(font: FontChoice, *, is_hanzi: bool) -> float:
    """Return the width of upright strokes of a face, as `set_letters` would draw them."""
    face = default_fonts().faces_for(font, 96.0)[0]
    extra = _missing_weight(font.weight, face)
    if is_hanzi:
        return _hanzi_stem(font) + 2 * extra
    return _latin_stem(face) + 2 * max(extra, (_THINNEST - _hairline(face)) / 2)


def spaced(
    line: Line, tracking_em: float, *, keeps_pens: bool = False, cell: float = 0.0
) -> Line:
    """Return the letters spaced so that the white between all pairs looks alike.

    The white of a pair is the area between two letters down to a depth; every pair gets the
    same, and more is given to all where one pair would come too close.

    Args:
        line: What to space.
        tracking_em: Added to the white, em.
        keeps_pens: Leave joined scripts where the typesetter put them, tracking aside.
        cell: Chinese: narrowest distance between the middles of cells.
    """
    letters = [line.letters[0].moved(-line.letters[0].area.bounds.x)] if line.letters else []
    if keeps_pens:
        first = line.letters[0]
        return replace(
            line,
            letters=tuple(
                x.moved(i * tracking_em * _EM - first.area.bounds.x)
                for i, x in enumerate(line.letters)
            ),
        )
    pairs = list(zip(line.letters, line.letters[1:], strict=False))
    measured = [_fit(a, b, line) for a, b in pairs]
    base = _base_white(line, is_hanzi=cell > 0) + tracking_em * _EM
    near = max(0.26 * line.stem, 16.0)
    needed = [closest + near + depth for depth, closest in measured]
    free = [n for n, (_, b) in zip(needed, pairs, strict=True) if not (b.tied or b.after_space)]
    white = max([base, *(n / (1 + _MOST_WHITE_SPREAD) for n in free)])
    for (a, b), (depth, _), least in zip(pairs, measured, needed, strict=True):
        before = letters[-1]
        if b.tied:
            letters.append(b.moved(before.pen - a.pen))
            continue
        gap = max(white, least) - depth
        if b.after_space:
            gap = max(white, least) - depth + 0.3 * line.x_height + 0.08 * line.cap
            gap += max(0.0, tracking_em) * _EM
        edge = _ends(before, line)[1]
        letters.append(b.moved(edge + gap - _ends(b, line)[0]))
    return replace(line, letters=tuple(letters))


def white_areas(line: Line) -> list[float]:
    """Return the white between neighbors of one word, ligatures left out, em/1000."""
    found = []
    for a, b in zip(line.letters, line.letters[1:], strict=False):
        if b.after_space or b.tied:
            continue
        depth, _ = _fit(a, b, line)
        found.append(_ends(b, line)[0] - _ends(a, line)[1] + depth)
    return found


def white_spread(line: Line) -> float:
    """Return how far the whites of pairs lie apart, over their mean; 0 for fewer than two."""
    whites = white_areas(line)
    mean = sum(whites) / len(whites) if whites else 0.0
    return (max(whites) - min(whites)) / mean if len(whites) > 1 and mean > 0 else 0.0


def _base_white(line: Line, *, is_hanzi: bool) -> float:
    """White where nothing is tracked: less for heavy letters, whose counters are small."""
    if is_hanzi:
        return 215.0
    return max(95.0, 0.36 * line.x_height - 0.45 * line.stem)


def _rows(line: Line) -> Grid:
    return (np.arange(_ROWS) + 0.5) / _ROWS * -line.cap


def _ends(letter: Letter, line: Line) -> tuple[float, float]:
    """Leftmost and rightmost ink between baseline and cap height; of all ink if none there."""
    left, right = profile(letter.area, _rows(line))
    if np.isnan(left).all():
        box = letter.area.bounds
        return box.x, box.right
    return float(np.nanmin(left)), float(np.nanmax(right))


def _fit(a: Letter, b: Letter, line: Line) -> tuple[float, float]:
    """Mean depth of white behind both facing edges, and how far ink reaches beyond it.

    The second is the gap at which the letters' ink would touch.
    """
    rows = _rows(line)
    deepest = (0.12 if line.x_height == line.cap else 0.3) * line.x_height
    _, right = profile(a.area, rows)
    left, _ = profile(b.area, rows)
    a_end, b_end = _ends(a, line)[1], _ends(b, line)[0]
    into_a = np.where(np.isnan(right), np.inf, a_end - right)
    into_b = np.where(np.isnan(left), np.inf, left - b_end)
    upper = rows < -line.x_height * 1.04
    both = ~(upper & (np.isnan(right) | np.isnan(left)))
    depth = np.minimum(into_a, deepest) + np.minimum(into_b, deepest)
    mean = float(depth[both].mean()) if both.any() else 2 * deepest
    step = line.cap / _ROWS
    near = max(1, round(0.4 * line.stem / step))
    wide_b = into_b.copy()
    for k in range(1, near + 1):
        wide_b[k:] = np.minimum(wide_b[k:], into_b[:-k])
        wide_b[:-k] = np.minimum(wide_b[:-k], into_b[k:])
    free = into_a + wide_b
    touching = -float(free.min()) if np.isfinite(free).any() else -2 * deepest
    return mean, max(touching, -2.2 * deepest)


def _missing_weight(asked: int, face: Face) -> float:
    """Em/1000 to move every edge by, for a weight the face does not come in."""
    return max(-14.0, min(18.0, (asked - face.weight) / 100 * 4.2))


def _latin_stem(face: Face) -> float:
    for character in "lIHn":
        glyph = face.hb_font.get_nominal_glyph(ord(character))
        if glyph is not None:
            stem = stem_of(
                simplify(face.glyph_path(int(glyph)).transformed(Affine.scaling(_EM)))
            )
            if stem > 0:
                return stem
    return 90.0


def _hairline(face: Face) -> float:
    """Thickness of the bar of H: the thinnest stroke of faces with contrast."""
    glyph = face.hb_font.get_nominal_glyph(ord("H"))
    if glyph is None:
        return _THINNEST
    area = simplify(face.glyph_path(int(glyph)).transformed(Affine.scaling(_EM)))
    turned = area.transformed(Affine(0, 1, 1, 0, 0, 0))
    found = spans(turned, turned.bounds.center.y)
    return min((b - a for a, b in found), default=_THINNEST)


def _hanzi_stem(font: FontChoice) -> float:
    for face in default_fonts().faces_for(font, 96.0):
        glyph = face.hb_font.get_nominal_glyph(ord("十"))
        if glyph is not None:
            area = simplify(face.glyph_path(int(glyph)).transformed(Affine.scaling(_EM)))
            return stem_of(area, 0.75)
    return 80.0


def _overshot(letter: Letter, face: Face) -> Path:
    """Round letters stand over the lines by 1.2 % of the cap height; others as they are."""
    cap, small = face.cap_height * _EM, face.x_height * _EM
    box = letter.area.bounds
    if len(letter.text) != 1 or not letter.text.isascii() or letter.text in "QJjgpqy,;":
        return letter.area
    over = _OVERSHOOT * cap
    height = cap if abs(-box.y - cap) < abs(-box.y - small) else small
    top, bottom = -box.y - height, box.bottom
    if not (0.002 * cap < top < 0.04 * cap or 0.002 * cap < bottom < 0.04 * cap):
        return letter.area
    if not (-2 < top < 0.04 * cap and -2 < bottom < 0.04 * cap):
        return letter.area
    new_top = -(height + over) if top > 0.002 * cap else box.y
    new_bottom = over if bottom > 0.002 * cap else box.bottom
    scale = (new_bottom - new_top) / box.height
    return letter.area.mapped(lambda p: (p[0], new_top + (p[1] - box.y) * scale))
