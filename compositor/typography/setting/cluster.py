"""Cluster: characters set as one, with their glyphs and the white around them.

Lengths are px at scale 1, along the line unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from compositor.document.text import TextRun
from compositor.geometry import Box
from compositor.typography.characters import (
    AMBIGUOUS,
    FIGURE_CURRENCY,
    TURNED,
    UPRIGHT_QUOTES,
    CharacterKind,
    kind_of,
)
from compositor.typography.face import Face
from compositor.typography.setting.itemize import Item, Stance
from compositor.typography.setting.shape import Shaped, glyph_extent, shaped

__all__ = ["Cluster", "Placed", "clusters_of"]

_FIGURES_EM: Final = 1.08
_THREE_FIGURES_EM: Final = 1.2
"""Widest that figures abreast may be in a vertical column, in em: two, and three."""

_CELL_GAP_EM: Final = 0.22
"""White between capitals or figures that stand one below the other."""

_HAN_CENTER_EM: Final = 0.38
"""Middle of the ideographic em box above the baseline."""

_LIGATED_EM: Final = 0.01
"""Tracking up to which letters may join."""

_UNTRACKED: Final = frozenset({"Arab", "Syrc", "Mong", "Deva", "Beng", "Guru"})
"""Scripts whose letters join: tracking would tear them apart."""

_NO_INK: Final = Box(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph and its origin from the pen: x rightwards, y downwards."""

    id: int
    x: float
    y: float
    advance: float


@dataclass(slots=True)
class Cluster:
    """Characters that are set as one.

    Attributes:
        start: Index of its first character in the layer's text.
        text: Its characters.
        run: Index of its run.
        face: None for line ends and hidden characters.
        kind: What it is.
        stance: How it stands.
        em: Size of its run.
        size: Size of its glyphs: smaller than `em` for figures abreast, larger for Western
            letters matched to Chinese.
        glyphs: From the pen.
        advance: How far it moves the pen before tracking and adjustments.
        tracking: Extra after it.
        ink: Its glyphs' box from the pen, in page directions; zero-size when blank.
        lead: White between the pen and the ink.
        tail: White between the ink and the end of the advance.
        trim_before: Cut from its front inside a line.
        trim_after: Cut from its back inside a line.
        trim_at_start: Cut from its front when it begins a line.
        trim_at_end: Cut from its back when it ends a line.
        gap_after: White added between it and the next.
        level: Of direction: odd runs leftwards; then its front is at the right.
    """

    start: int
    text: str
    run: int
    face: Face | None
    kind: CharacterKind
    stance: Stance
    em: float
    size: float
    glyphs: tuple[Placed, ...] = ()
    advance: float = 0.0
    tracking: float = 0.0
    ink: Box = _NO_INK
    lead: float = 0.0
    tail: float = 0.0
    trim_before: float = 0.0
    trim_after: float = 0.0
    trim_at_start: float = 0.0
    trim_at_end: float = 0.0
    gap_after: float = 0.0
    level: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether a line may drop it at its ends."""
        return self.kind in ("space", "hidden", "newline")

    @property
    def step(self) -> float:
        """How far it moves the pen inside a line."""
        return (
            self.advance - self.trim_before - self.trim_after + self.tracking + self.gap_after
        )


def clusters_of(item: Item, run: TextRun, language: str) -> Iterator[Cluster]:
    """Yield the clusters of an item, shaped.

    Args:
        item: Characters of one face.
        run: The run they belong to.
        language: BCP 47, for Western characters; Chinese ones are always zh-Hans.
    """
    if item.face is None:
        for offset, character in enumerate(item.text):
            cluster = _cluster(item, run, item.start + offset, character)
            cluster.tracking = 0.0
            yield cluster
        return
    is_chinese = item.kind in ("han", "mark")
    script = item.script
    if is_chinese and all(kind_of(character) != "han" for character in item.text):
        script = "Hani"  # marks alone have no script, and no Chinese forms, of their own
    is_spaced = run.tracking > _LIGATED_EM and not (is_chinese or script)
    parts = shaped(
        item.face,
        item.text,
        features=(*run.features, "-liga", "-clig") if is_spaced else run.features,
        vertical=item.stance == "upright",
        language="zh-Hans" if is_chinese else language,
        script=script,
        leftward=item.level % 2 == 1,
    )
    if item.stance == "abreast":
        cluster = _cluster(item, run, item.start, item.text)
        _set_abreast(cluster, parts, item.face)
        _find_white(cluster, item.face)
        yield cluster
        return
    for part in parts:
        if item.stance == "upright" and _lacks_vertical_form(item, part):
            yield _without_vertical_form(item, run, part)
            continue
        text = item.text[part.start : part.end]
        cluster = _cluster(item, run, item.start + part.start, text)
        shift = (run.baseline_shift + item.shift) * run.size
        if item.stance == "flat":
            _set_flat(cluster, part, shift)
        elif item.stance == "upright":
            _set_upright(cluster, part, shift)
        elif item.stance == "sideways":
            _set_sideways(cluster, part, shift, item.face.cap_height)
        else:
            _set_alone(cluster, part, shift, item.face.cap_height)
        _find_white(cluster, item.face)
        yield cluster


def _lacks_vertical_form(item: Item, part: Shaped) -> bool:
    character = item.text[part.start]
    if item.face is None or character not in TURNED:
        return False
    nominal = item.face.hb_font.get_nominal_glyph(ord(character))
    return all(glyph.id == nominal for glyph in part.glyphs)


def _without_vertical_form(item: Item, run: TextRun, part: Shaped) -> Cluster:
    """Turn a mark that lies along the line; draw quotes as the corner brackets they become."""
    if item.face is None:
        raise AssertionError("a mark has a face")
    text = item.text[part.start : part.end]
    cluster = _cluster(item, run, item.start + part.start, text)
    shift = run.baseline_shift * run.size
    drawn = UPRIGHT_QUOTES.get(text[0], text[0])
    if drawn != text[0] and item.face.covers(drawn):
        (bracket, *_) = shaped(item.face, drawn, features=run.features, vertical=True)
        nominal = item.face.hb_font.get_nominal_glyph(ord(drawn))
        if any(glyph.id != nominal for glyph in bracket.glyphs):
            _set_upright(cluster, bracket, shift)
            _find_white(cluster, item.face)
            return cluster
    else:
        drawn = text[0]
    cluster.stance = "sideways"
    (flat, *_) = shaped(item.face, drawn, features=run.features)
    _set_sideways(cluster, flat, shift, 2 * _HAN_CENTER_EM)
    if drawn not in UPRIGHT_QUOTES:
        _find_white(cluster, item.face)
        aside = cluster.ink.center.x - shift
        cluster.glyphs = tuple(replace(g, x=g.x - aside) for g in cluster.glyphs)
    _find_white(cluster, item.face)
    return cluster


def _cluster(item: Item, run: TextRun, start: int, text: str) -> Cluster:
    return Cluster(
        start=start,
        text=text,
        run=item.run,
        face=item.face,
        kind=_cluster_kind(item, text),
        stance=item.stance,
        em=run.size,
        size=run.size * item.ratio,
        tracking=run.tracking * run.size * (0.0 if item.script in _UNTRACKED else 1.0),
        level=item.level,
    )


def _cluster_kind(item: Item, text: str) -> CharacterKind:
    first = text[0]
    if kind_of(first) == "space" and any(kind_of(c) == "word" for c in text):
        return "word"  # a mark that stands on a space shows
    if item.kind in ("han", "mark"):
        return "mark" if first in AMBIGUOUS else kind_of(first)
    return "other" if first in FIGURE_CURRENCY else kind_of(first)


def _set_flat(cluster: Cluster, part: Shaped, shift: float) -> None:
    em, pen = cluster.size, 0.0
    placed = []
    for glyph in part.glyphs:
        x = (pen + glyph.dx) * em
        placed.append(Placed(glyph.id, x, glyph.dy * em - shift, glyph.advance * em))
        pen += glyph.advance
    cluster.glyphs, cluster.advance = tuple(placed), part.advance * em


def _set_upright(cluster: Cluster, part: Shaped, shift: float) -> None:
    em, pen = cluster.size, 0.0
    placed = []
    for glyph in part.glyphs:
        y = (pen + glyph.dy) * em
        placed.append(Placed(glyph.id, glyph.dx * em + shift, y, glyph.advance * em))
        pen += glyph.advance
    cluster.glyphs, cluster.advance = tuple(placed), part.advance * em


def _set_sideways(cluster: Cluster, part: Shaped, shift: float, cap_height: float) -> None:
    """Turn clockwise; half the cap height lies on either side of the column's middle."""
    em, pen = cluster.size, 0.0
    placed = []
    for glyph in part.glyphs:
        x = (-cap_height / 2 - glyph.dy) * em + shift
        placed.append(Placed(glyph.id, x, (pen + glyph.dx) * em, glyph.advance * em))
        pen += glyph.advance
    cluster.glyphs, cluster.advance = tuple(placed), part.advance * em


def _set_alone(cluster: Cluster, part: Shaped, shift: float, cap_height: float) -> None:
    """Center a capital or figure in a cell of its own, a little higher than itself."""
    em, pen = cluster.size, -part.advance / 2
    baseline = (_CELL_GAP_EM / 2 + cap_height) * em
    placed = []
    for glyph in part.glyphs:
        x = (pen + glyph.dx) * em + shift
        placed.append(Placed(glyph.id, x, baseline + glyph.dy * em, 0.0))
        pen += glyph.advance
    cluster.glyphs, cluster.advance = tuple(placed), (cap_height + _CELL_GAP_EM) * em


def _set_abreast(cluster: Cluster, parts: tuple[Shaped, ...], face: Face) -> None:
    """Center figures side by side in a cell of one em, made smaller when they are wider."""
    em = cluster.em
    width = sum(part.advance for part in parts)
    widest = _THREE_FIGURES_EM if len(cluster.text) > 2 else _FIGURES_EM
    cluster.size = size = em * min(1.0, widest / max(width, 1e-6))
    pen = -width / 2
    baseline = em / 2 + face.cap_height / 2 * size
    placed = []
    for part in parts:
        for glyph in part.glyphs:
            placed.append(
                Placed(glyph.id, (pen + glyph.dx) * size, baseline + glyph.dy * size, 0.0)
            )
            pen += glyph.advance
    cluster.glyphs, cluster.advance = tuple(placed), em


def _find_white(cluster: Cluster, face: Face) -> None:
    ink = _NO_INK
    for glyph in cluster.glyphs:
        box = glyph_extent(face, glyph.id)
        x, y, width, height = (n * cluster.size for n in box)
        if cluster.stance == "sideways":
            x, y, width, height = -y - height, x, height, width
        ink = ink.union(Box(glyph.x + x, glyph.y + y, width, height))
    cluster.ink = ink
    if ink.is_empty:
        return
    vertical = cluster.stance != "flat"
    cluster.lead = ink.y if vertical else ink.x
    cluster.tail = cluster.advance - (ink.bottom if vertical else ink.right)
    if cluster.level % 2:
        cluster.lead, cluster.tail = cluster.tail, cluster.lead
