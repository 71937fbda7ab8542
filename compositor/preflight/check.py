"""Check a document: set it, draw it without its text, measure, and say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from compositor.document import AssetStore, Document, TextLayer
from compositor.document.document import walk
from compositor.drawing.draw import render
from compositor.errors import MissingFont, MissingGlyph
from compositor.geometry import Box
from compositor.layout.frame import Frame
from compositor.layout.lay_out import lay_out
from compositor.preflight.contrast import Behind, contrast_behind, needed_contrast, paint_colors
from compositor.preflight.finding import Finding
from compositor.preflight.placed import PlacedText, placed_texts, quads_overlap
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text

__all__ = ["behind_text", "check"]

_LOOK_PX = 900.0
"""Longer side of the picture that contrast is measured on."""
_OVERLAP_PX = 2.0
"""Line boxes may touch this much before they count as overlapping."""
_SMALLEST = {"screen": 20.0, "print": 8.0, "sign": 8.0}
"""Smallest em on a page seen 1080 px wide (screen), or in px at 96 per inch (print: 6 pt)."""


def check(
    document: Document,
    fonts: FontSet,
    assets: AssetStore,
    required: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Return the findings, hard ones first.

    Args:
        document: What to check.
        fonts: The font set it is drawn with.
        assets: Where its pictures are.
        required: Texts that must stand in it, exactly.
    """
    unset = list(_unset(document, fonts))
    if unset:
        return tuple(unset)
    found: list[Finding] = list(_required(document, required))
    for frame in lay_out(document, fonts, assets):
        texts = placed_texts(frame)
        found += _overset(frame, texts)
        found += _placement(frame, texts)
        found += _overlaps(frame, texts)
        found += _contrast(frame, texts, behind_text(frame, assets))
        found += _small(frame, texts)
    return tuple(sorted(found, key=lambda finding: finding.severity != "hard"))


def behind_text(frame: Frame, assets: AssetStore) -> Behind:
    """Return the page's pixels without its text, at a size good enough to measure on."""
    scale = min(1.0, _LOOK_PX / max(frame.size))
    return Behind(render(frame, assets.read, scale=scale, hide_text=True), scale)


def _unset(document: Document, fonts: FontSet) -> Iterator[Finding]:
    for page in document.pages:
        for layer in walk(page.layers):
            if not isinstance(layer, TextLayer) or not layer.visible:
                continue
            try:
                set_text(layer, fonts)
            except MissingFont as error:
                glyph = isinstance(error, MissingGlyph)
                yield Finding(
                    code="missing_glyph" if glyph else "missing_font",
                    severity="hard",
                    layer=layer.id,
                    page=page.id,
                    message=str(error),
                    value=1,
                    needed=0,
                    source="house: a character no font covers is an error, never a box",
                )


def _required(document: Document, required: Sequence[str]) -> Iterator[Finding]:
    texts = [
        layer.text
        for page in document.pages
        for layer in walk(page.layers)
        if isinstance(layer, TextLayer) and layer.visible
    ]
    for text in required:
        if not any(text in have for have in texts):
            yield Finding(
                code="required_text",
                severity="hard",
                layer=document.pages[0].id,
                page=document.pages[0].id,
                message=f"{text!r} must appear exactly and no text layer holds it",
                value=0,
                needed=1,
                source="brief",
            )


def _overset(frame: Frame, texts: list[PlacedText]) -> Iterator[Finding]:
    for text in texts:
        if text.item.block.overset:
            yield _finding(
                frame,
                text,
                "overset",
                "hard",
                "the text is larger than its box; shorten it or enlarge the box",
                (text.item.block.box.height, text.item.layer_box.height),
                "house",
            )


def _placement(frame: Frame, texts: list[PlacedText]) -> Iterator[Finding]:
    page = Box(0, 0, *frame.size)
    inside = page.inset(frame.margin_px)
    for text in texts:
        if not page.covers(text.ink, tolerance_px=0.5):
            yield _finding(
                frame,
                text,
                "off_page",
                "hard",
                "ink runs off the page; move or shrink the text",
                (_outside(text.ink, page), 0),
                "house",
            )
        elif text.item.role != "label" and not inside.covers(text.ink, tolerance_px=1.0):
            yield _finding(
                frame,
                text,
                "margin",
                "hard",
                f"text stands inside the {frame.margin_px:g} px margin",
                (_outside(text.ink, inside), 0),
                "design rules: margins",
            )


def _overlaps(frame: Frame, texts: list[PlacedText]) -> Iterator[Finding]:
    for one, two in combinations(texts, 2):
        if one.ink.intersection(two.ink).is_empty:
            continue
        depth = max(
            quads_overlap(first, second, _OVERLAP_PX)
            for _, first in one.lines
            for _, second in two.lines
        )
        if depth > 0:
            yield _finding(
                frame,
                two,
                "overlap",
                "hard",
                f"it overlaps the text of {one.item.id!r}",
                (depth, 0),
                "house",
            )


def _contrast(frame: Frame, texts: list[PlacedText], behind: Behind) -> Iterator[Finding]:
    for text in texts:
        luminances = behind.luminances(text)
        needed = needed_contrast(text, frame.size)
        colors = {
            color
            for line in text.item.block.lines
            for run in line.runs
            for color in paint_colors(run.paint)
        }
        if not colors:
            continue
        worst = min(contrast_behind(color, luminances) for color in colors)
        if worst < needed - 0.005:
            yield _finding(
                frame,
                text,
                "contrast",
                "hard",
                "too little contrast with the pixels behind it; darken, lighten or veil them",
                (worst, needed),
                "https://www.w3.org/TR/WCAG22/#contrast-minimum",
            )


def _small(frame: Frame, texts: list[PlacedText]) -> Iterator[Finding]:
    seen = 1080 / frame.size.shorter if frame.medium == "screen" else 1.0
    needed = _SMALLEST[frame.medium]
    for text in texts:
        if text.item.role == "label":
            continue
        sizes = [run.size_px for line in text.item.block.lines for run in line.runs]
        size = min(sizes) * min(1.0, seen) * text.transform.mean_scale
        if size < needed - 0.05:
            yield _finding(
                frame,
                text,
                "small_text",
                "soft",
                "the text is smaller than the medium can carry",
                (size, needed),
                "design rules: absolute_floor",
            )


def _outside(ink: Box, page: Box) -> float:
    return max(
        page.x - ink.x, page.y - ink.y, ink.right - page.right, ink.bottom - page.bottom, 0.0
    )


def _finding(
    frame: Frame,
    text: PlacedText,
    code: str,
    severity: str,
    message: str,
    numbers: tuple[float, float],
    source: str,
) -> Finding:
    return Finding.model_validate(
        {
            "code": code,
            "severity": severity,
            "layer": text.item.id,
            "page": frame.page_id,
            "message": f"{text.item.text[:24]!r}: {message}",
            "value": round(numbers[0], 3),
            "needed": round(numbers[1], 3),
            "source": source,
        }
    )
