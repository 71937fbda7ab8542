"""Lengths and page sizes: px at 96 per inch, and the only conversions in the house."""

import re
from typing import Final

from compositor.errors import InvalidValue

__all__ = [
    "MAX_PAGE_PX",
    "PAGE_SIZES_MM",
    "PX_PER_INCH",
    "mm_from_px",
    "pt_from_px",
    "px_from_length",
    "px_from_mm",
    "px_from_pt",
    "size_px_from_text",
]

PX_PER_INCH: Final = 96.0
"""CSS reference pixels. Source: https://www.w3.org/TR/css-values-3/#absolute-lengths"""

MAX_PAGE_PX: Final = 20000.0
"""Longest page side accepted, in px: a raster of it at scale 1 still fits in memory."""

PAGE_SIZES_MM: Final[dict[str, tuple[float, float]]] = {
    "a0": (841, 1189),
    "a1": (594, 841),
    "a2": (420, 594),
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "a6": (105, 148),
    "b2": (500, 707),
    "b3": (353, 500),
    "b4": (250, 353),
    "b5": (176, 250),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
"""Portrait width × height in mm. Source: ISO 216:2007 and ANSI/ASME Y14.1."""

_PX_PER_UNIT: Final = {
    "px": 1.0,
    "in": PX_PER_INCH,
    "mm": PX_PER_INCH / 25.4,
    "cm": PX_PER_INCH / 2.54,
    "pt": PX_PER_INCH / 72.0,
}
_LENGTH = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(px|in|mm|cm|pt)?\s*$", re.IGNORECASE)
_SIZE = re.compile(
    r"^\s*(\d+(?:\.\d+)?)\s*[x×X*]\s*(\d+(?:\.\d+)?)\s*(px|in|mm|cm|pt)?\s*$", re.IGNORECASE
)


def px_from_mm(length_mm: float) -> float:
    """Return millimetres as px.

    >>> round(px_from_mm(25.4), 6)
    96.0
    """
    return length_mm * PX_PER_INCH / 25.4


def mm_from_px(length_px: float) -> float:
    """Return px as millimetres."""
    return length_px * 25.4 / PX_PER_INCH


def px_from_pt(length_pt: float) -> float:
    """Return typographic points (72 per inch) as px.

    >>> px_from_pt(72)
    96.0
    """
    return length_pt * PX_PER_INCH / 72.0


def pt_from_px(length_px: float) -> float:
    """Return px as typographic points (72 per inch)."""
    return length_px * 72.0 / PX_PER_INCH


def px_from_length(text: str) -> float:
    """Return a written length such as ``10mm`` or ``2in`` in px; no unit means px.

    Raises:
        InvalidValue: The text is not a length.

    >>> px_from_length("1in")
    96.0
    """
    match = _LENGTH.match(text)
    if match is None:
        raise InvalidValue(f"{text!r} is not a length; write for example 10mm, 2in or 300px")
    return float(match[1]) * _PX_PER_UNIT[(match[2] or "px").lower()]


def size_px_from_text(text: str) -> tuple[float, float]:
    """Return a written page size as (width_px, height_px).

    Accepts ``1080x1440``, ``210x297mm``, and page names (``a4``, ``a4-landscape``).

    Raises:
        InvalidValue: The text names no size, or a side is zero or over `MAX_PAGE_PX`.

    >>> size_px_from_text("1080x1440")
    (1080.0, 1440.0)
    """
    name = text.strip().lower()
    landscape = name.endswith("-landscape")
    page = PAGE_SIZES_MM.get(name.removesuffix("-landscape").removesuffix("-portrait"))
    match = _SIZE.match(text)
    if page is not None:
        width, height = px_from_mm(page[0]), px_from_mm(page[1])
        if landscape:
            width, height = height, width
    elif match is not None:
        factor = _PX_PER_UNIT[(match[3] or "px").lower()]
        width, height = float(match[1]) * factor, float(match[2]) * factor
    else:
        known = ", ".join(sorted(PAGE_SIZES_MM))
        raise InvalidValue(
            f"{text!r} is not a size; write 1080x1440, 210x297mm or one of {known}"
        )
    if not (min(width, height) >= 16 and max(width, height) <= MAX_PAGE_PX):
        raise InvalidValue(
            f"{text!r} is {width:g} × {height:g} px; sides must be 16 to {MAX_PAGE_PX:g} px"
        )
    return width, height
