"""The rules of preflight, by what they look at; each yields the faults of one page."""

from collections.abc import Callable, Iterator

from compositor.preflight.finding import Finding
from compositor.preflight.measured import MeasuredPage
from compositor.preflight.rules.alignment import alignment
from compositor.preflight.rules.legibility import contrast, sizes_by_medium
from compositor.preflight.rules.lines import line_breaks, measure, overset
from compositor.preflight.rules.order import hierarchy, type_economy
from compositor.preflight.rules.output import bleed, image_resolution
from compositor.preflight.rules.picture import color_and_tone, fill, subject_overlap
from compositor.preflight.rules.placement import overlaps, placement

__all__ = ["RULES", "Rule"]

Rule = Callable[[MeasuredPage], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    overset,
    placement,
    overlaps,
    contrast,
    sizes_by_medium,
    line_breaks,
    measure,
    hierarchy,
    type_economy,
    alignment,
    subject_overlap,
    image_resolution,
    bleed,
    color_and_tone,
    fill,
)
