"""Stream: a text layer as clusters along one endless line, with the widths of its parts.

Lengths are px at scale 1, along the line unless said otherwise; setting at another scale
multiplies them all.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

from compositor.document.layer import TextLayer
from compositor.typography.breaks import break_costs
from compositor.typography.fonts import FontSet
from compositor.typography.setting.cluster import Cluster, clusters_of
from compositor.typography.setting.itemize import itemize
from compositor.typography.setting.reach import reaches
from compositor.typography.setting.spacing import space_out

__all__ = ["DISPLAY_PX", "Stream", "build_stream"]

DISPLAY_PX: Final = 40.0
"""From this size on text is display: set to its ink, its marks closed up."""


@dataclass
class Stream:
    """Clusters in reading order and where they may part.

    Attributes:
        clusters: All of them, line ends included.
        costs: Cost of a line break before each cluster.
        is_vertical: Whether the line runs downwards.
        reaches: How far each cluster goes to either side; see `reach`.
    """

    clusters: list[Cluster]
    costs: list[float]
    is_vertical: bool
    reaches: NDArray[np.float64]
    _pens: list[float] = field(init=False)
    _begins: list[int] = field(init=False)
    _ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        count = len(self.clusters)
        self._pens = [0.0, *accumulate(cluster.step for cluster in self.clusters)]
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

    def place_beyond(self, first: int, width: float) -> int:
        """Return a cluster surely beyond what fits into a width from the first on.

        Trims at the ends of a line take at most two em from what the pen has moved.
        """
        reach = self._pens[first] + width + 2 * float(self.reaches[:, 0].max())
        return bisect_right(self._pens, reach)

    def width(self, first: int, last: int) -> float:
        """Return how long the clusters are when they make a line, blanks at its ends cut."""
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
        )


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
    runs = layer.runs
    faces = [fonts.faces_for(run.font, run.size * scale) for run in runs]
    language = "en" if chinese else layer.language
    clusters: list[Cluster] = []
    for item in itemize(runs, faces, vertical=vertical, chinese=chinese):
        clusters.extend(clusters_of(item, runs[item.run], language))
    space_out(clusters, display_px=DISPLAY_PX / scale)
    by_character = break_costs(layer.text, chinese=chinese, sense=layer.balance)
    costs = [by_character[c.start] if c.start else inf for c in clusters]
    return Stream(clusters, costs, vertical, reaches(clusters, runs, vertical=vertical))
