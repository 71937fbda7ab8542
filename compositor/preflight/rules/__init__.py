"""The rules of preflight, by what they look at; each yields the faults of one page."""

from collections.abc import Callable, Iterator, Mapping

from compositor.preflight.finding import Code, Finding
from compositor.preflight.measured import MeasuredPage
from compositor.preflight.placed import PlacedText
from compositor.preflight.rules.alignment import alignment
from compositor.preflight.rules.legibility import (
    contrast,
    sizes_by_medium,
    usual_apca,
    worst_contrast,
)
from compositor.preflight.rules.lines import (
    last_line_weight,
    line_breaks,
    longest_line,
    measure,
    overset,
)
from compositor.preflight.rules.order import (
    hierarchy,
    lead,
    size_levels,
    type_economy,
    weight_count,
)
from compositor.preflight.rules.output import bleed, bleed_px, image_resolution
from compositor.preflight.rules.picture import (
    color_and_tone,
    fill,
    on_subject,
    subject_overlap,
    text_colors,
)
from compositor.preflight.rules.placement import overlaps, placement

__all__ = ["RULES", "Rule", "measured_now"]

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

_OF_TEXT: Mapping[Code, Callable[[MeasuredPage, PlacedText], float]] = {
    "contrast": worst_contrast,
    "apca": usual_apca,
    "min_size": lambda _, text: text.smallest_px,
    "small_text": lambda _, text: text.smallest_px,
    "overset": lambda _, text: text.item.block.box.height,
    "widow": last_line_weight,
    "measure": longest_line,
    "hierarchy": lead,
    "subject": on_subject,
}
_OF_PAGE: Mapping[Code, Callable[[MeasuredPage], float]] = {
    "sizes": size_levels,
    "weights": weight_count,
    "colors": text_colors,
}


def measured_now(page: MeasuredPage, code: Code, layer: str) -> float:
    """Return the number a rule looks at, for a page that it has no fault to find with.

    Distances and counts of what should not be there (overlap, margin, a missed edge, a
    forbidden break …) are 0 when there is no finding.
    """
    if code in _OF_PAGE:
        return float(_OF_PAGE[code](page))
    if code == "bleed":
        return bleed_px(page, layer)
    text = page.text(layer)
    if code in _OF_TEXT and text is not None:
        return float(_OF_TEXT[code](page, text))
    return 0.0
