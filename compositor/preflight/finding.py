"""Finding: one thing preflight measured and did not like."""

from typing import Literal

from compositor.document.frozen import Frozen

__all__ = ["Code", "Finding"]

Code = Literal[
    "missing_glyph",
    "missing_font",
    "overset",
    "off_page",
    "margin",
    "overlap",
    "contrast",
    "required_text",
    "small_text",
]


class Finding(Frozen):
    """A fault, where it is and by how much.

    A hard finding blocks "done"; a soft one is advice.
    """

    code: Code
    severity: Literal["hard", "soft"]
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
