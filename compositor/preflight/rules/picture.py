"""The page as a picture: words off the subject, few colors, enough tones, well filled."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.color.oklch import oklch_from_srgb
from compositor.document import SolidPaint
from compositor.layout.frame import walk_items
from compositor.preflight.finding import Finding
from compositor.preflight.ink import InkSample, paint_colors
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.mending.remedy import Move, Recompose, Remedy, Repaint
from compositor.preflight.placed import PlacedText
from compositor.preflight.subject import Subject

__all__ = [
    "color_and_tone",
    "fill",
    "on_subject",
    "subject_overlap",
    "text_colors",
    "widest_empty",
]

Grid = NDArray[np.float64]
Cells = NDArray[np.bool_]

_ON_SUBJECT = 0.06
"""Part of a text's ink on the silhouette of the subject from which it collides."""
_CLEARANCE_EM = 0.2
"""Nearer to the silhouette than this, ink and outline grow together."""
_DISPLAY = ("headline", "price")
_HIDES = 0.22
"""Part of the subject that a headline may cover: overlapping a little makes depth."""
_ON_EYE = 0.6
"""Mean salience under a text, of a photo, from which it hides what the photo shows."""
_CALM, _STEPS = 0.3, 40
"""A text may be moved to where the mean salience is below the first; that many steps are
tried each way."""
_CELL_PX = 45.0
"""Cells on which hues, tones and filling are counted: an arm's-length squint."""
_CHROMATIC = 0.06
_HUE_STEP_DEG = 30.0
_HUE_PART = 0.02
_MOST_HUES = 6
"""Of the twelve steps of the wheel, each on at least a fiftieth of the page."""
_MOST_TEXT_COLORS = 4
_LEAST_SPAN = 0.16
"""Brightness, 0–1, between the darkest and the lightest fiftieth of the page."""
_BUSY = 0.02
"""Deviation of brightness, 0–1, from which a cell is not empty."""
_MOST_EMPTY, _EMPTY_BY_STYLE = 0.32, 0.25
_LEAST_QUIET, _QUIET_BY_STYLE = -0.1, 0.45
_STYLE = "quality_gates.whitespace of the design rules"
_COLORS = "quality_gates.colour roles of the design rules"


def subject_overlap(page: MeasuredPage) -> Iterator[Finding]:
    """Yield text that stands on what the picture is about.

    A drawn subject has a silhouette: small text may not touch it, a headline may cross it
    without hiding it. In a photo the eye is modelled, and only what sits in its very middle
    is told.
    """
    subject = page.subject if page.copy else None
    for text in page.copy if subject is not None else ():
        sample = page.samples.get(text.item.id)
        if sample is None or subject is None or text.item.role == "cta":
            continue
        value, most = _covering(page, text, sample, subject)
        if value <= most:
            continue
        hides = subject.is_drawn and text.item.role in _DISPLAY
        part = f"{value:.0%} of it covered" if hides else f"{value:.0%} of the ink on it"
        yield page.finding(
            Fault(
                "subject",
                "soft",
                f"it stands on the subject of the picture ({part}); move one of them",
                value,
                most,
                "quality_gates of the design rules: text clear of subject and face",
                _clear(page, text, subject),
            ),
            text,
        )


def on_subject(page: MeasuredPage, text: PlacedText) -> float:
    """Return the part of the subject a headline hides, or of a smaller text's ink on it."""
    sample = page.samples.get(text.item.id)
    if sample is None or page.subject is None:
        return 0.0
    return _covering(page, text, sample, page.subject)[0]


def _covering(
    page: MeasuredPage, text: PlacedText, sample: InkSample, subject: Subject
) -> tuple[float, float]:
    """How much of what a text covers, and the most it may."""
    if not subject.is_drawn:
        return _on(page, text, sample, subject), _ON_EYE
    if text.item.role in _DISPLAY:
        return _hidden(text, subject), _HIDES
    return _on(page, text, sample, subject), _ON_SUBJECT


def _on(page: MeasuredPage, text: PlacedText, sample: InkSample, subject: Subject) -> float:
    """Part of the ink on the subject, or nearer to its outline than a hair of type."""
    scale = page.look.scale
    if not subject.is_drawn:
        return float(subject.at(sample.places, scale).mean())
    reach = max(1, round(_CLEARANCE_EM * text.size_px * scale))
    around = ((0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach))
    near = [subject.at(sample.places + np.array(shift), scale) for shift in around]
    return float(np.max(near, axis=0).mean())


def _hidden(text: PlacedText, subject: Subject) -> float:
    """Part of the subject that lies under the boxes around the text's ink."""
    total = float(subject.mask.sum())
    return float(_under(text, subject, 0.0).sum()) / total if total else 0.0


def _is_clear(text: PlacedText, subject: Subject, dy: float) -> bool:
    """Whether a text displaced by that much is off a silhouette, or where a photo is calm."""
    under = _under(text, subject, dy)
    return not under.any() if subject.is_drawn else float(np.mean(under)) < _CALM


def _under(text: PlacedText, subject: Subject, dy: float) -> Grid:
    """The subject's mask, place by place, where the text's ink would be, displaced."""
    scale = subject.scale
    covered = np.zeros(subject.mask.shape, bool)
    for patch in text.patches:
        box = patch.moved(0, dy)
        rows = slice(max(0, int(box.y * scale)), max(0, int(box.bottom * scale) + 1))
        columns = slice(max(0, int(box.x * scale)), max(0, int(box.right * scale) + 1))
        covered[rows, columns] = True
    return np.asarray(subject.mask[covered])


def _clear(page: MeasuredPage, text: PlacedText, subject: Subject) -> Remedy:
    """The shortest way up or down off the subject that meets no other text."""
    inside = page.target.safe.inside(page.frame.size)
    inside = inside.intersection(page.box.inset(page.frame.margin_px))
    air = -0.7 * text.size_px
    others = [
        patch.inset(air) for other in page.texts if other is not text for patch in other.patches
    ]
    step = max(4.0, 0.25 * text.size_px)
    for index in range(1, _STEPS):
        for dy in (index * step, -index * step):
            box = text.ink.moved(0, dy)
            if not inside.covers(box) or any(not box.intersection(o).is_empty for o in others):
                continue
            if _is_clear(text, subject, dy):
                return Move(layer=text.item.id, dy=round(dy, 2))
    return Recompose(wants="subject")


def color_and_tone(page: MeasuredPage) -> Iterator[Finding]:
    """Yield pages of too many hues, texts in too many colors, and pages without tone."""
    if page.is_sheet:
        return
    cells = _shown(page).mean(axis=(1, 3)).reshape(-1, 3)
    polar = np.array([oklch_from_srgb((red, green, blue)) for red, green, blue in cells])
    hues = polar[polar[:, 1] > _CHROMATIC, 2] // _HUE_STEP_DEG
    parts = np.bincount(hues.astype(int) % 12, minlength=12) / len(polar)
    found = int((parts > _HUE_PART).sum())
    if found > _MOST_HUES:
        fewer = Recompose(wants="fewer_styles")
        yield _many_colors(page, "hues", (found, _MOST_HUES), fewer)
    inks = text_colors(page)
    if inks > _MOST_TEXT_COLORS:
        repair = _one_color_less(page)
        yield _many_colors(page, "text colors", (inks, _MOST_TEXT_COLORS), repair)
    fine = _shown(page, _CELL_PX / 3).mean(axis=(1, 3)) @ np.array([0.299, 0.587, 0.114])
    low, high = np.percentile(fine, (2, 98))
    if high - low < _LEAST_SPAN and _has_picture(page):
        yield page.finding(
            Fault(
                "tones",
                "soft",
                "lights and darks lie so close that the page is one gray from afar; deepen "
                "the subject or lighten the ground",
                float(high - low),
                _LEAST_SPAN,
                "hierarchy of the design rules: squint test",
                Recompose(wants="hierarchy"),
            )
        )


def _has_picture(page: MeasuredPage) -> bool:
    return any(item.role == "visual" for item, _ in walk_items(page.frame.items))


def text_colors(page: MeasuredPage) -> int:
    """Return how many colors the copy is painted in, buttons left out."""
    return len({color.hex for _, color in _inks(page)})


def _inks(page: MeasuredPage) -> Iterator[tuple[PlacedText, Color]]:
    for text in page.copy:
        for line in text.item.block.lines if text.item.role != "cta" else ():
            for run in line.runs:
                for color in paint_colors(run.paint)[:1]:
                    yield text, color


def _one_color_less(page: MeasuredPage) -> Remedy:
    """Paint the smallest text that has a color of its own in the nearest other one."""
    users: dict[str, dict[str, PlacedText]] = {}
    colors: dict[str, Color] = {}
    for text, color in _inks(page):
        users.setdefault(color.hex, {})[text.item.id] = text
        colors[color.hex] = color
    alone = {name: next(iter(held.values())) for name, held in users.items() if len(held) == 1}
    if not alone:
        return Recompose(wants="fewer_styles")
    name = min(alone, key=lambda own: (alone[own].size_px, own))
    here = _lab(colors[name])
    others = [other for other in colors if other != name]
    nearest = min(
        others, key=lambda other: (float(np.linalg.norm(_lab(colors[other]) - here)), other)
    )
    return Repaint(layer=alone[name].item.id, paint=SolidPaint(color=colors[nearest]))


def _lab(color: Color) -> Grid:
    lightness, chroma, hue_deg = color.oklch
    hue = np.radians(hue_deg)
    return np.array([lightness, chroma * np.cos(hue), chroma * np.sin(hue)])


def _many_colors(
    page: MeasuredPage, what: str, counts: tuple[int, int], repair: Remedy
) -> Finding:
    value, most = counts
    return page.finding(
        Fault(
            "colors",
            "soft",
            f"{value} {what} on one page; {most} are enough",
            value,
            most,
            _COLORS,
            repair,
        )
    )


def fill(page: MeasuredPage) -> Iterator[Finding]:
    """Yield pages with a dead area or no rest for the eye, where the style's wish is known."""
    whitespace = page.target.whitespace
    if whitespace is None or not page.copy:
        return
    gray = _shown(page) @ np.array([0.299, 0.587, 0.114])
    quiet = gray.std(axis=(1, 3)) < _BUSY
    empty = widest_empty(quiet) / quiet.size
    most = _MOST_EMPTY + _EMPTY_BY_STYLE * whitespace
    if empty > most:
        yield page.finding(
            Fault(
                "empty",
                "soft",
                f"{empty:.0%} of the page is one empty field; enlarge the subject or the title",
                empty,
                most,
                _STYLE,
                Recompose(wants="density"),
            )
        )
    rest = float(quiet.mean())
    least = _LEAST_QUIET + _QUIET_BY_STYLE * whitespace
    if rest < least:
        yield page.finding(
            Fault(
                "crowded",
                "soft",
                f"only {rest:.0%} of the page is calm; the style wants more air",
                rest,
                least,
                _STYLE,
                Recompose(wants="density"),
            )
        )


def _shown(page: MeasuredPage, cell_px: float = _CELL_PX) -> Grid:
    """The page as seen, in square cells: (rows, pixels, columns, pixels, 3), 0–1."""
    look = page.look
    behind = look.behind[..., :3].astype(np.float64)
    alpha = look.text[..., 3:].astype(np.float64) / 255
    shown = (behind * (1 - alpha) + look.text[..., :3] * alpha) / 255
    step = round(cell_px * page.frame.size.shorter / 1080 * look.scale)
    step = max(1, min(step, *shown.shape[:2]))
    rows, columns = shown.shape[0] // step, shown.shape[1] // step
    kept = shown[: rows * step, : columns * step]
    return np.asarray(kept.reshape(rows, step, columns, step, 3))


def widest_empty(quiet: Cells) -> int:
    """Return how many cells the largest rectangle of empty cells has.

    Source: the largest rectangle in a histogram, row by row, with a stack.
    """
    best = 0
    heights = np.zeros(quiet.shape[1] + 1, int)
    for row in quiet:
        heights[:-1] = np.where(row, heights[:-1] + 1, 0)
        stack: list[tuple[int, int]] = []
        for column, height in enumerate(heights.tolist()):
            start = column
            while stack and stack[-1][1] >= height:
                start, tall = stack.pop()
                best = max(best, tall * (column - start))
            stack.append((start, height))
    return best
