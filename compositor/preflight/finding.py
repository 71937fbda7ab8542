"""Finding: one thing preflight measured and did not like."""

from typing import Literal

from compositor.document.frozen import Frozen, Share
from compositor.preflight.mending.remedy import Remedy

__all__ = ["Code", "Finding", "Severity"]

Severity = Literal["hard", "soft"]

Code = Literal[
    "missing_glyph",
    "missing_font",
    "required_text",
    "overset",
    "off_page",
    "margin",
    "safe_area",
    "overlap",
    "subject",
    "contrast",
    "apca",
    "min_size",
    "small_text",
    "hierarchy",
    "sizes",
    "weights",
    "families",
    "alignment",
    "baseline",
    "measure",
    "widow",
    "kinsoku",
    "broken_word",
    "image_dpi",
    "bleed",
    "colors",
    "tones",
    "empty",
    "crowded",
]


class Finding(Frozen):
    """A fault, where it is and by how much.

    A hard finding blocks "done"; a soft one is advice.
    """

    code: Code
    severity: Severity
    layer: str
    """Id of the layer; of the page when no single layer is at fault."""
    page: str
    message: str
    """One sentence: what is wrong and what would mend it."""
    value: float
    """What was measured."""
    needed: float
    """What it should have been."""
    source: str
    """Where the rule comes from."""
    share: Share | None = None
    """The part of the ink that falls short, where that is measured."""
    repair: Remedy | None = None
    """What would mend it, in numbers."""
