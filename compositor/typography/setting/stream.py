"""Stream: a text layer as clusters along one endless line, with the widths of its parts.

Lengths are px at scale 1, along the line unless said otherwise; setting at another scale
multiplies them all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Final

from compositor.document.layer import TextLayer
from compositor.typography.breaks import break_costs
from compositor.typography.fonts import FontSet
from compositor.typography.setting.cluster import Cluster, clusters_of
from compositor.typography.setting.itemize import itemize
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
    """

    clusters: list[Cluster]
    costs: list[float]
    is_vertical: bool
    _pens: list[float] = field(init=False)

    def __post_init__(self) -> None:
        pens = [0.0]
        for cluster in self.clusters:
            pens.append(pens[-1] + cluster.step)
        self._pens = pens

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
        clusters = self.clusters
        while last > first and clusters[last - 1].is_blank:
            last -= 1
        begins = first == 0 or clusters[first - 1].kind == "newline"
        while first < last and clusters[first].is_blank:
            if begins and clusters[first].text == "\u3000":
                break
            first += 1
        return first, last

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
    return Stream(clusters, costs, vertical)
