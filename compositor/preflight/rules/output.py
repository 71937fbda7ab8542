"""What the file needs: pictures sharp enough for their size, art beyond the trim."""

from __future__ import annotations

from collections.abc import Iterator

from compositor.document import SolidPaint
from compositor.geometry import Box
from compositor.layout.bounds import item_bounds
from compositor.layout.frame import FrameImage, FrameItem, walk_items
from compositor.preflight.finding import Finding, Severity
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.mending.remedy import AddBleed, Enlarge, Recompose
from compositor.units import PX_PER_INCH, px_from_mm

__all__ = ["bleed", "bleed_px", "image_resolution"]

_UPSCALE = 1.5
"""How far a picture may be enlarged on screen; image_text.upscale_limit of the rules."""
_PRINT_DPI, _SIGN_DPI = 300.0, 100.0
_SOFT_PART, _HARD_PART = 0.8, 0.5
"""Below these parts of the wanted resolution it is seen, and cannot be printed."""
_BLEED_MM = 3.0
_SMALL = 0.004
"""Parts of the page smaller than this need not be sharp, nor bled."""
_TOUCH_PX = 0.5
_PAPER = 0.97
"""Lightness from which a ground is the paper's own white."""


def image_resolution(page: MeasuredPage) -> Iterator[Finding]:
    """Yield pictures with too few pixels for the size they are shown at."""
    frame = page.frame
    for item, transform in walk_items(frame.items):
        if not isinstance(item, FrameImage) or item.role in ("background", "scrim"):
            continue
        shown = item_bounds(item, transform).intersection(page.box)
        if shown.area < _SMALL * page.box.area:
            continue
        width = item.target.width * transform.mean_scale
        dpi = item.source.width / width * PX_PER_INCH
        wanted, severity = _wanted_dpi(page, dpi)
        if severity is None:
            continue
        yield page.finding(
            Fault(
                "image_dpi",
                severity,
                f"the picture has {dpi:.0f} pixels per inch where {wanted:.0f} are needed; "
                "take a larger file or show it smaller",
                dpi,
                wanted,
                page.target.name or "quality_gates and image_text of the design rules",
                Recompose(wants="sharper_picture"),
            ),
            layer=item.id,
        )


def _wanted_dpi(page: MeasuredPage, dpi: float) -> tuple[float, Severity | None]:
    medium = page.frame.medium
    if medium == "screen":
        wanted = PX_PER_INCH / _UPSCALE
        return wanted, "soft" if dpi < wanted else None
    wanted = page.target.dpi or (_PRINT_DPI if medium == "print" else _SIGN_DPI)
    if dpi < _HARD_PART * wanted:
        return wanted, "hard"
    return wanted, "soft" if dpi < _SOFT_PART * wanted else None


def bleed(page: MeasuredPage) -> Iterator[Finding]:
    """Yield printed pages whose art stops at the trim, or just short of the bleed."""
    frame = page.frame
    if frame.medium == "screen" and not page.target.bleed:
        return
    needed = px_from_mm(_BLEED_MM) if page.target.bleed is None else page.target.bleed
    if (frame.medium == "sign" and page.target.bleed is None) or needed <= 0:
        return
    source = page.target.name or "quality_gates of the design rules"
    touching = [(item, reach) for item, reach in _reaches(page) if reach < needed - 0.5]
    if frame.bleed_px < needed - 0.5 and (touching or not _is_paper(page)):
        yield page.finding(
            Fault(
                "bleed",
                "hard",
                f"art runs to the trim with {frame.bleed_px:g} px of bleed; a cut that drifts "
                "leaves a white edge",
                frame.bleed_px,
                needed,
                source,
                AddBleed(bleed=needed),
            )
        )
        return
    for item, reach in touching:
        yield page.finding(
            Fault(
                "bleed",
                "hard",
                "it touches the trim but does not run through the bleed",
                reach,
                needed,
                source,
                _through_the_bleed(item, page.box, needed),
            ),
            layer=item.id,
        )


def _through_the_bleed(item: FrameItem, trim: Box, needed: float) -> Enlarge | None:
    """The scale, about the edge that stays, at which every touching side runs far enough."""
    box = item_bounds(item, item.transform)
    left, top, right, bottom = (
        max(0.0, needed + _TOUCH_PX - reach) if reach > -_TOUCH_PX else 0.0
        for reach in _sides(box, trim)
    )
    factor_x, x = _scale_about(box.x, box.right, left, right)
    factor_y, y = _scale_about(box.y, box.bottom, top, bottom)
    factor = max(factor_x, factor_y)
    if factor <= 1:
        return None
    return Enlarge(layer=item.id, factor=round(factor + 5e-6, 5), x=round(x, 3), y=round(y, 3))


def _scale_about(low: float, high: float, below: float, above: float) -> tuple[float, float]:
    """The factor and the still point that push both ends of a span that far out."""
    span = high - low
    if below and above:
        return (span + 2 * max(below, above)) / span, (low + high) / 2
    if below or above:
        return (span + below + above) / span, high if below else low
    return 1.0, (low + high) / 2


def bleed_px(page: MeasuredPage, layer: str) -> float:
    """Return how far a layer, or the whole sheet, runs beyond the trim."""
    reach = {item.id: reach for item, reach in _reaches(page)}
    return reach.get(layer, page.frame.bleed_px)


def _is_paper(page: MeasuredPage) -> bool:
    """Whether the sheet is left white."""
    paint = page.frame.background
    return isinstance(paint, SolidPaint) and paint.color.oklch.lightness >= _PAPER


def _reaches(page: MeasuredPage) -> Iterator[tuple[FrameItem, float]]:
    """How far each item that touches the trim from inside runs beyond it, px."""
    trim = page.box
    for item in page.frame.items:
        box = item_bounds(item, item.transform)
        if box.is_empty or box.intersection(trim).area < _SMALL * trim.area:
            continue
        beyond = [reach for reach in _sides(box, trim) if reach > -_TOUCH_PX]
        if beyond:
            yield item, max(0.0, min(beyond))


def _sides(box: Box, trim: Box) -> tuple[float, float, float, float]:
    return (
        trim.x - box.x,
        trim.y - box.y,
        box.right - trim.right,
        box.bottom - trim.bottom,
    )
