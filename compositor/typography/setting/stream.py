"""Stream: a text layer as clusters along one endless line, with the widths of its parts.

Lengths are px at scale 1, along the line unless said otherwise; setting at another scale
multiplies them all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

from compositor.document.layer import TextLayer
from compositor.typography.breaks import HYPHEN, break_costs, pause_places
from compositor.typography.characters import OPENING, SIDED
from compositor.typography.fonts import FontSet
from compositor.typography.hyphens import HYPHENS
from compositor.typography.setting.cluster import Cluster, clusters_of
from compositor.typography.setting.itemize import itemize
from compositor.typography.setting.marks import settle_mark
from compositor.typography.setting.match import match_latin
from compositor.typography.setting.optical import hang
from compositor.typography.setting.reach import reaches
from compositor.typography.setting.spacing import space_out

__all__ = ["DISPLAY_PX", "MOST_SENSED", "Hyphen", "Stream", "build_stream"]

DISPLAY_PX: Final = 40.0
"""From this size on text is display: set to its ink, its marks closed up."""


_GIVEN_EM: Final = 0.25

MOST_SENSED: Final = 30
"""Characters up to which a text is broken by sense even when it is not balanced."""


@dataclass(frozen=True, slots=True)
class Hyphen:
    """The glyph that ends a broken word, and its width."""

    glyph: int
    advance: float


@dataclass
class Stream:
    """Clusters in reading order and where they may part.

    Attributes:
        clusters: All of them, line ends included.
        costs: Cost of a line break before each cluster.
        is_vertical: Whether the line runs downwards.
        reaches: How far each cluster goes to either side; see `reach`.
        hyphens: What a break before a cluster adds to the line it ends.
        pauses: Clusters after a stop inside the text, with how strong it is, 0–1.
    """

    clusters: list[Cluster]
    costs: list[float]
    is_vertical: bool
    reaches: NDArray[np.float64]
    hyphens: dict[int, Hyphen] = field(default_factory=dict)
    pauses: dict[int, float] = field(default_factory=dict)
    _pens: list[float] = field(init=False)
    _spares: list[float] = field(init=False)
    _begins: list[int] = field(init=False)
    _ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        count = len(self.clusters)
        self._pens = [0.0, *accumulate(cluster.step for cluster in self.clusters)]
        self._spares = [0.0, *accumulate(self.spare_after(place) for place in range(count))]
        self._begins, self._ends = [count] * (count + 1), [0] * (count + 1)
        for place in range(count):
            is_blank = self.clusters[place].is_blank
            self._ends[place + 1] = self._ends[place] if is_blank else place + 1
        for place in range(count - 1, -1, -1):
            keeps = not self.clusters[place].is_blank or self._is_indent(place)
            self._begins[place] = place if keeps else self._begins[place + 1]

    def _is_indent(self, place: int) -> bool:
        if self.clusters[place].text != "\u3000":
            return False
        return place == 0 or self.clusters[place - 1].kind == "newline"

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """First cluster and one past the last of each, line ends left out."""
        found = []
        first = 0
        for place, cluster in enumerate(self.clusters):
            if cluster.kind == "newline" and cluster.text != "\r":
                found.append((first, place))
                first = place + 1
        if first < len(self.clusters) or not found:
            found.append((first, len(self.clusters)))
        return found

    def visible(self, first: int, last: int) -> tuple[int, int]:
        """Return the part of a line from its first to its last visible cluster.

        Ideographic spaces at the start of a paragraph are an indent and count as visible.
        """
        last = max(first, self._ends[last])
        return min(self._begins[first], last), last

    def spare_after(self, place: int) -> float:
        """Return how much white between a cluster and the next a full line may take back.

        A stop or a bracket gives at most a quarter em, and none that it has given before.
        """
        cluster = self.clusters[place]
        after = self.clusters[place + 1] if place + 1 < len(self.clusters) else cluster
        found = 0.0
        if _can_give(cluster, self.is_vertical) and cluster.text[-1] not in OPENING:
            most = _GIVEN_EM * cluster.em
            found += min(most, max(0.0, cluster.trim_at_end - cluster.trim_after))
        if _can_give(after, self.is_vertical) and after.text[0] in OPENING:
            found += min(
                _GIVEN_EM * after.em, max(0.0, after.trim_at_start - after.trim_before)
            )
        return found

    def spare(self, first: int, last: int) -> float:
        """Return how much shorter the marks inside a line can make it."""
        first, last = self.visible(first, last)
        return self._spares[last - 1] - self._spares[first] if last - first > 1 else 0.0

    def place_beyond(self, first: int, width: float) -> int:
        """Return a cluster surely beyond what fits into a width from the first on.

        Trims at the ends of a line take at most two em from what the pen has moved.
        """
        reach = self._pens[first] + width + 2 * float(self.reaches[:, 0].max())
        return bisect_right(self._pens, reach)

    def width(self, first: int, last: int) -> float:
        """Return how long the clusters are when they make a line, blanks at its ends cut."""
        hyphen = self.hyphens[last].advance if last in self.hyphens else 0.0
        first, last = self.visible(first, last)
        if first >= last:
            return 0.0
        head, end = self.clusters[first], self.clusters[last - 1]
        return (
            self._pens[last]
            - self._pens[first]
            + head.trim_before
            - head.trim_at_start
            + end.trim_after
            - end.trim_at_end
            - end.tracking
            - end.gap_after
            + hyphen
        )


def _can_give(cluster: Cluster, is_vertical: bool) -> bool:  # noqa: FBT001
    """Whether a mark may be closed up: in columns ：；！？ always take their whole cell."""
    return cluster.kind == "mark" and not (is_vertical and cluster.text[0] in SIDED)


def build_stream(layer: TextLayer, fonts: FontSet, scale: float) -> Stream:
    """Return a layer's text as a stream.

    Args:
        layer: What to set.
        fonts: Where the faces come from.
        scale: At about which scale it will be set: decides optical sizes and what is display.

    Raises:
        MissingFont: A family is not in the set.
        MissingGlyph: No face has a character.
    """
    vertical, chinese = layer.writing == "vertical-rl", layer.language.startswith("zh")
    runs, text = layer.runs, layer.text
    faces = [fonts.faces_for(run.font, run.size * scale) for run in runs]
    language = "en" if chinese else layer.language
    items = itemize(runs, faces, vertical=vertical, language=layer.language)
    if layer.match_latin:
        match_latin(items)
    clusters: list[Cluster] = []
    for item in items:
        run = runs[item.run]
        for cluster in clusters_of(item, run, language):
            settle_mark(cluster, (run.baseline_shift + item.shift) * run.size)
            clusters.append(cluster)
    space_out(clusters, display_px=DISPLAY_PX / scale)
    if layer.hanging:
        hang(clusters, display_px=DISPLAY_PX / scale, chinese=chinese)
    running = layer.hyphenate and not layer.balance and not vertical
    by_character = break_costs(
        text,
        chinese=chinese,
        sense=layer.balance or len(text) <= MOST_SENSED,
        level=layer.kinsoku,
        hyphenate=language if running else "",
    )
    costs = [by_character[c.start] if c.start else inf for c in clusters]
    return Stream(
        clusters,
        costs,
        vertical,
        reaches(clusters, runs, vertical=vertical),
        hyphens=_hyphens(clusters, costs),
        pauses=_pauses(clusters, text),
    )


def _hyphens(clusters: Sequence[Cluster], costs: Sequence[float]) -> dict[int, Hyphen]:
    """Return the hyphen that a break before each cluster calls for."""
    found: dict[int, Hyphen] = {}
    for place, cost in enumerate(costs):
        if cost != HYPHEN:
            continue
        before = place - 1
        while before > 0 and clusters[before].face is None:
            before -= 1
        face, size = clusters[before].face, clusters[before].size
        drawn = next((c for c in HYPHENS if face is not None and face.covers(c)), None)
        if face is not None and drawn is not None:
            glyph = int(face.hb_font.get_nominal_glyph(ord(drawn)))
            advance = face.hb_font.get_glyph_h_advance(glyph) / face.units_per_em * size
            found[place] = Hyphen(glyph, float(advance))
    return found


def _pauses(clusters: Sequence[Cluster], text: str) -> dict[int, float]:
    strengths = pause_places(text)
    return {
        place: strengths[cluster.start]
        for place, cluster in enumerate(clusters)
        if cluster.start in strengths
    }
