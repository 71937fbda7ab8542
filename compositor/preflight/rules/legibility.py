"""Whether text can be read: contrast with what lies behind its ink, and its size."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from compositor.color import Color
from compositor.document import SolidPaint
from compositor.geometry import Size
from compositor.preflight.contrast import (
    luminance,
    needed_contrast,
    needed_lc,
    standing,
    viewed_px,
    worst_lc,
    worst_ratio,
)
from compositor.preflight.finding import Finding
from compositor.preflight.ink import Channels, InkSample, paint_colors
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.mending.remedy import Remedy, Repaint, Resize, Veil
from compositor.preflight.placed import PlacedText
from compositor.typography.characters import han_share
from compositor.units import px_from_mm, px_from_pt

__all__ = ["contrast", "floor_px", "sizes_by_medium", "usual_apca", "worst_contrast"]

_WCAG = "https://www.w3.org/TR/WCAG22/#contrast-minimum"
_APCA = "contrast.apca_note of the design rules; https://github.com/Myndex/SAPC-APCA"
_FLOOR = "size_by_medium.absolute_floor of the design rules"
_ROOM = 1.06
"""A repair aims this much over what is needed."""
_WEAK_LC = 0.8
"""APCA is advice: it speaks when half of the ink falls short of this part of its table."""
_INK = Color(16, 16, 20)
_WHITE = Color(255, 255, 255)
_TRIED = 1500
"""Pixels on which colors are tried out."""
_UNSEEN, _HARD = 0.97, 0.85
"""Parts of the floor: nobody sees the first fall short, nobody reads below the second."""
_PHONE_PX, _PHONE_WIDTH_PX = 26.0, 1080.0
_PAGE_PX = 18.0
"""Smallest em on a lying screen page 1080 px high: 12 px on a 720 px high laptop window."""
_BANNER_PX = 10.0
_HAN_PT, _LATIN_PT = 6.0, 5.5
_READ_FROM_MM = 400.0
"""Printed pages longer than this hang on walls, and are read from their own length away."""


def contrast(page: MeasuredPage) -> Iterator[Finding]:
    """Yield text whose ink does not stand out from the pixels behind it."""
    for text in page.texts:
        sample = page.samples.get(text.item.id)
        if sample is None or not sample.fronts:
            continue
        needed = needed_contrast(text, page.frame.size)
        found = standing(sample, needed)
        if found.worst < needed - 0.005:
            yield page.finding(
                Fault(
                    "contrast",
                    "hard",
                    f"{found.share:.0%} of its ink has too little contrast with the pixels "
                    "behind it; darken, lighten or veil them",
                    found.worst,
                    needed,
                    _WCAG,
                    stand_out(page, text, needed),
                    found.share,
                ),
                text,
            )
        elif text.item.role != "label" and not page.is_sheet:
            yield from _by_apca(page, text, sample)


def _by_apca(page: MeasuredPage, text: PlacedText, sample: InkSample) -> Iterator[Finding]:
    needed = needed_lc(text, page.frame.size) * _WEAK_LC
    found = standing(sample, needed, by_apca=True)
    if found.usual >= needed:
        return
    yield page.finding(
        Fault(
            "apca",
            "soft",
            "it passes WCAG but looks faint at the size it is seen; take a stronger color "
            "or set it larger",
            found.usual,
            needed,
            _APCA,
            _stronger(page, text, needed),
            found.share,
        ),
        text,
    )


def worst_contrast(page: MeasuredPage, text: PlacedText) -> float:
    """Return the WCAG ratio at the worst twentieth of a text's ink; 0 when none shows."""
    sample = page.samples.get(text.item.id)
    return 0.0 if sample is None else standing(sample, 1.0).worst


def usual_apca(page: MeasuredPage, text: PlacedText) -> float:
    """Return the APCA Lc that half of a text's ink exceeds; 0 when none shows."""
    sample = page.samples.get(text.item.id)
    return 0.0 if sample is None else standing(sample, 1.0, by_apca=True).usual


def _stronger(page: MeasuredPage, text: PlacedText, needed_lc: float) -> Remedy:
    """A color of the page, ink or white that passes both measures; else another size."""
    behind = _behind(page, text)
    ratio = needed_contrast(text, page.frame.size)
    for colors in (_inks(page), (_INK, _WHITE)):
        best = max(colors, key=lambda color: worst_lc(color, behind))
        lc = worst_lc(best, behind)
        if worst_ratio(best, behind) >= ratio and lc >= needed_lc:
            return Repaint(layer=text.item.id, paint=SolidPaint(color=best))
    return Resize(kind="grow", layer=text.item.id, factor=1.25)


def _behind(page: MeasuredPage, text: PlacedText) -> Channels:
    """Enough of the pixels behind a text's ink to try colors on."""
    behind = page.samples[text.item.id].behind
    return behind[:: max(1, len(behind) // _TRIED)]


def _inks(page: MeasuredPage) -> tuple[Color, ...]:
    """The colors that the page's texts have, in reading order."""
    runs = [run for text in page.texts for line in text.item.block.lines for run in line.runs]
    colors = (color for run in runs for color in paint_colors(run.paint)[:1])
    return tuple(dict.fromkeys(colors)) or (_INK,)


def stand_out(page: MeasuredPage, text: PlacedText, needed: float) -> Remedy:
    """Return the mildest change of color that reads, else ink and a veil.

    Source: contrast.fix_order of the design rules: lightness first, in steps of 0.02, hue
    kept; then less chroma; then ink or white, the page's own before any other; then a scrim.
    """
    wanted = min(needed * _ROOM, 20.0)
    behind = _behind(page, text)
    runs = [run for line in text.item.block.lines for run in line.runs]
    colors = [color for run in runs for color in paint_colors(run.paint)]
    layer = text.item.id
    step = -0.02 if worst_ratio(_INK, behind) >= worst_ratio(_WHITE, behind) else 0.02
    for chroma in (1.0, 0.5) if colors else ():
        for index in range(1, 50):
            shade = colors[0].shifted(lightness=step * index, chroma_factor=chroma)
            if worst_ratio(shade, behind) >= wanted:
                return Repaint(layer=layer, paint=SolidPaint(color=shade))
    for inks in (_inks(page), (_INK, _WHITE)):
        best = max(inks, key=lambda color: worst_ratio(color, behind))
        if worst_ratio(best, behind) >= wanted:
            return Repaint(layer=layer, paint=SolidPaint(color=best))
    best = max((_INK, _WHITE), key=lambda color: worst_ratio(color, behind))
    return _veil(layer, best, behind, wanted)


def _veil(layer: str, ink: Color, behind: Channels, wanted: float) -> Veil:
    """The weakest veil, of what lies there on the far side from the ink, that is enough."""
    is_dark = ink == _INK
    order = np.argsort(luminance(behind))
    part = order[int(0.8 * len(order)) :] if is_dark else order[: max(1, len(order) // 5)]
    base = behind[part].mean(axis=0)
    field = base + (255 - base) * 0.6 if is_dark else base * 0.5
    opacity = 0.3
    while opacity < 0.96:
        if worst_ratio(ink, behind * (1 - opacity) + field * opacity) >= wanted:
            break
        opacity += 0.06
    red, green, blue = (round(channel) for channel in field)
    return Veil(
        layer=layer,
        paint=SolidPaint(color=Color(red, green, blue)),
        opacity=round(min(opacity, 0.96), 2),
        ink=SolidPaint(color=ink),
    )


def sizes_by_medium(page: MeasuredPage) -> Iterator[Finding]:
    """Yield text smaller than its medium and its distance from the eye can carry."""
    for text in page.copy:
        needed = floor_px(page, text.item.text)
        size = text.smallest_px
        if size >= _UNSEEN * needed:
            continue
        is_lost = size < _HARD * needed
        yield page.finding(
            Fault(
                "min_size" if is_lost else "small_text",
                "hard" if is_lost else "soft",
                "the text is smaller than "
                + ("anyone can read" if is_lost else "the medium should carry"),
                size,
                needed,
                _FLOOR,
                Resize(kind="grow", layer=text.item.id, factor=round(needed / size + 5e-4, 3)),
            ),
            text,
        )


def floor_px(page: MeasuredPage, words: str) -> float:
    """Return the smallest em size, px of the page, for these words in that medium.

    Standing and square screen pages are seen at the width of a phone, lying ones on a
    laptop, banners as they are. Print has a floor in points; what is read from afar needs
    an em of 2/250 of the distance.
    """
    frame = page.frame
    distance = page.target.distance_mm
    if frame.medium == "screen":
        return _screen_floor(frame.size)
    longer_mm = max(frame.size) * 25.4 / 96
    if distance is None and (frame.medium == "sign" or longer_mm > _READ_FROM_MM):
        distance = longer_mm
    point = px_from_pt(_HAN_PT if han_share(words) > 0 else _LATIN_PT)
    return point if distance is None else max(point, px_from_mm(2 * distance / 250))


def _screen_floor(size: Size) -> float:
    if size.width <= 480 or size.aspect > 2.4:
        return _BANNER_PX / min(1.0, viewed_px(1.0, size))
    if size.aspect <= 1.15:
        return _PHONE_PX * size.width / _PHONE_WIDTH_PX
    return _PAGE_PX * size.shorter / _PHONE_WIDTH_PX
