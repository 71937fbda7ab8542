"""Live text: set text as <text> that can be edited, and copied out as it was written.

A run is placed by its first glyph and its letter spacing where the face's own spacing gives
the same places; only where it does not (squeezed Chinese punctuation, justified or vertical
lines) does every character carry its position. The faces come along as small fonts.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from itertools import pairwise
from typing import Final

from compositor.canvas.embedded_font import EmbeddedFont, SetGlyph, set_glyphs
from compositor.canvas.shaping_font import needs_shaping, shaping_font
from compositor.canvas.svg.definitions import Definitions
from compositor.canvas.svg.markup import element, escaped, number, numbers
from compositor.document.paint import Stroke
from compositor.geometry import Box
from compositor.typography.block import Glyph, GlyphRun, SetText
from compositor.typography.characters import is_han
from compositor.typography.face import Face
from compositor.typography.setting.shape import shaped

__all__ = ["LiveText", "stroke_attributes"]

_SAME_PLACE_EM: Final = 0.02
_SANS_FALLBACKS: Final = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC")
_SERIF_FALLBACKS: Final = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC")
"""What systems call the Chinese faces they bring, for readers that ignore fonts in files."""

_OWN: Final = ("x", "y", "rotate", "startOffset", "direction", "unicode-bidi")
"""Attributes that a run never shares with the whole text."""

_SERIF_NAMES: Final = ("serif", "song", "ming", "playfair", "bodoni", "garamond")


class LiveText:
    """Writes the texts of one file and collects their fonts.

    Args:
        definitions: Where paints are defined.
        embed_fonts: Whether the glyphs used come along in the file.
    """

    def __init__(self, definitions: Definitions, *, embed_fonts: bool) -> None:
        self._definitions = definitions
        self._embed_fonts = embed_fonts
        self._fonts: dict[tuple[str, int, bool], list[tuple[Face, EmbeddedFont]]] = {}
        self._shaping: dict[Face, set[str]] = {}

    def markup(self, block: SetText, language: str) -> str:
        """Return a text element whose content is the text, lines joined by spaces."""
        bent = block.path is not None
        runs = [
            part
            for line in block.lines
            for run in line.runs
            if run.glyphs and run.text
            for part in _parts(run, language, bent=bent)
        ]
        if not runs:
            return ""
        styles = [self._style(run, block.ink, language, bent=bent) for run in runs]
        first = styles[0]
        shared = {
            name: value
            for name, value in first.items()
            if name not in _OWN and all(style.get(name) == value for style in styles)
        }
        spans: list[str] = []
        for index, (run, style) in enumerate(zip(runs, styles, strict=True)):
            text = run.text
            if index + 1 < len(runs):
                text += " " * max(0, runs[index + 1].start - run.start - len(run.text))
            own = {name: value for name, value in style.items() if name not in shared}
            if block.path is None:
                spans.append(element("tspan", own, escaped(text)))
            else:
                track = self._definitions.track(block.path)
                own = {"href": track, "xlink:href": track, **own}
                spans.append(element("textPath", own, escaped(text)))
        values = {"xml:space": "preserve", "xml:lang": language, **shared}
        return element("text", values, "".join(spans))

    def font_faces(self) -> str:
        """Return a style element with the collected fonts, or nothing."""
        rules: list[str] = []
        for (_, weight, italic), fonts in self._fonts.items():
            for _, font in fonts:
                rules.append(_font_face(font.family, weight, font.build("woff"), italic=italic))
        for face, characters in self._shaping.items():
            data = shaping_font(face, "".join(sorted(characters)))
            rules.append(_font_face(face.family, face.weight, data, italic=face.italic))
        return f"<style>\n{chr(10).join(rules)}\n</style>" if rules else ""

    def _style(self, run: GlyphRun, ink: Box, language: str, *, bent: bool) -> dict[str, str]:
        glyphs = set_glyphs(run)
        shaping = needs_shaping(run)
        tracking = None if shaping or bent else _tracking(run, language)
        if shaping:
            families, places = self._shaping_families(run), _shaped_places(run)
        else:
            families = self._families(run, glyphs, language, natural=tracking is not None)
            places = _places(run, glyphs, tracking)
        if bent:
            places, even = _places_along(run)
            tracking = 0.0 if shaping or abs(even) < _SAME_PLACE_EM * run.size_px else even
        style = {
            **places,
            "font-family": ",".join(families),
            "font-size": number(run.size_px),
            "font-weight": str(run.face.weight),
            "font-style": "italic" if run.face.italic else "",
            "letter-spacing": number(tracking) if tracking else "",
            "style": "font-feature-settings:'vert'" if run.vertical else "",
            **self._definitions.paint(run.paint, ink, "fill"),
        }
        if run.stroke is not None:
            style |= stroke_attributes(run.stroke, ink, self._definitions)
            style["paint-order"] = "stroke"
        return {name: value for name, value in style.items() if value}

    def _families(
        self, run: GlyphRun, glyphs: tuple[SetGlyph, ...], language: str, *, natural: bool
    ) -> list[str]:
        names = [run.face.family]
        if self._embed_fonts:
            font = self._font(run.face, glyphs)
            names = list(dict.fromkeys((font.family, run.face.family)))
            slots = [font.slot(one.text, one.glyph.id) for one in glyphs]
            for one, slot in zip(glyphs, slots, strict=True):
                if len(one.text) > 1:
                    font.ligate(one.text, slot)
            if natural:
                _add_kerning(font, run, slots, language)
        serif = any(part in run.face.family.lower() for part in _SERIF_NAMES)
        if any(is_han(character) for character in run.text):
            names += _SERIF_FALLBACKS if serif else _SANS_FALLBACKS
        return [f"'{name}'" for name in names] + ["serif" if serif else "sans-serif"]

    def _shaping_families(self, run: GlyphRun) -> list[str]:
        """Return the families of a run that readers have to shape themselves."""
        if self._embed_fonts:
            self._shaping.setdefault(run.face, set()).update(run.text)
        return [f"'{run.face.family}'", "sans-serif"]

    def _font(self, face: Face, glyphs: tuple[SetGlyph, ...]) -> EmbeddedFont:
        """Return the font these glyphs fit in: a character has one form in each."""
        key = (face.family, face.weight, face.italic)
        fonts = self._fonts.setdefault(key, [])
        for known, font in fonts:
            if known == face and not font.clashes(glyphs):
                return font
        name = face.family if not fonts else f"{face.family} {len(fonts) + 1}"
        made = EmbeddedFont(face, name, {})
        fonts.append((face, made))
        return made


def stroke_attributes(stroke: Stroke, bounds: Box, definitions: Definitions) -> dict[str, str]:
    """Return the attributes of a stroke; those at SVG's defaults are left out."""
    wide = bounds.inset(-stroke.width)
    return {
        **definitions.paint(stroke.paint, wide, "stroke"),
        "stroke-width": number(stroke.width),
        "stroke-linecap": "" if stroke.cap == "butt" else stroke.cap,
        "stroke-linejoin": "" if stroke.join == "miter" else stroke.join,
        "stroke-miterlimit": "" if stroke.miter_limit == 4 else number(stroke.miter_limit),
        "stroke-dasharray": numbers(list(stroke.dashes)) if sum(stroke.dashes) > 0 else "",
        "stroke-dashoffset": number(stroke.dash_offset) if stroke.dash_offset else "",
    }


def _tracking(run: GlyphRun, language: str) -> float | None:
    """Return the letter spacing in px that puts glyphs where they are, or None if none does."""
    if run.vertical or run.rotation_deg:
        return None
    clusters = shaped(run.face, run.text, language=language)
    natural: list[tuple[int, float]] = []
    pen = 0.0
    for cluster in clusters:
        inside = pen
        for glyph in cluster.glyphs:
            natural.append((glyph.id, inside + glyph.dx))
            inside += glyph.advance
        pen += cluster.advance
    if [glyph.id for glyph in run.glyphs] != [glyph_id for glyph_id, _ in natural]:
        return None
    start = run.glyphs[0].x
    extra = [
        (glyph.x - start) / run.size_px - (x - natural[0][1])
        for glyph, (_, x) in zip(run.glyphs, natural, strict=True)
    ]
    level = max(abs(glyph.y - run.glyphs[0].y) for glyph in run.glyphs) / run.size_px
    steps = len(extra) - 1
    each = extra[-1] / steps if steps else 0.0
    worst = max(abs(found - each * index) for index, found in enumerate(extra))
    if max(worst, level) > _SAME_PLACE_EM:
        return None
    return each * run.size_px if abs(each) > _SAME_PLACE_EM / 20 else 0.0


def _parts(run: GlyphRun, language: str, *, bent: bool) -> list[GlyphRun]:
    """Return a run in parts that readers put where they belong.

    Along a path they pass over single positions, so a part has even spacing; elsewhere a
    position inside a ligature breaks it, so a ligature is a part of its own.
    """
    if needs_shaping(run):
        return [run]
    if bent:
        extras = _extras(run)
        even = sum(extras) / len(extras) if extras else 0.0
        if all(abs(extra - even) < _SAME_PLACE_EM * run.size_px for extra in extras):
            return [run]
        return _cut(run, [[one] for one in set_glyphs(run)])
    if _tracking(run, language) is not None:
        return [run]
    groups: list[list[SetGlyph]] = []
    for one in set_glyphs(run):
        joins = groups and len(one.text) < 2 and len(groups[-1][-1].text) < 2
        if joins or not one.text:
            groups[-1].append(one)
        else:
            groups.append([one])
    return _cut(run, groups)


def _cut(run: GlyphRun, groups: list[list[SetGlyph]]) -> list[GlyphRun]:
    """Return the groups of a run's glyphs, in reading order, as runs."""
    parts: list[GlyphRun] = []
    first = 0
    for group in groups:
        if not group[0].text and parts:
            # One more glyph of the cluster before.
            before = parts[-1]
            extra = tuple(replace(one.glyph, cluster=0) for one in group)
            parts[-1] = replace(before, glyphs=before.glyphs + extra)
            first += len(group)
            continue
        start = min(one.glyph.cluster for one in group) if parts else 0
        glyphs = tuple(
            replace(one.glyph, cluster=max(0, one.glyph.cluster - start)) for one in group
        )
        parts.append(
            replace(
                run,
                glyphs=glyphs,
                text="".join(one.text for one in group),
                start=run.start + start,
                along_px=run.along_px[first : first + len(group)],
            )
        )
        first += len(group)
    return parts


def _places(
    run: GlyphRun, glyphs: tuple[SetGlyph, ...], tracking: float | None
) -> dict[str, str]:
    first = run.glyphs[0]
    if tracking is not None:
        return {"x": number(first.x), "y": number(first.y)}
    if len(glyphs) == 1:
        turn = number(run.rotation_deg) if run.rotation_deg else ""
        return {"x": number(first.x), "y": number(first.y), "rotate": turn}
    xs: list[float] = []
    ys: list[float] = []
    for one in glyphs:
        for index in range(len(one.text)):
            share = one.glyph.advance * index / len(one.text)
            xs.append(one.glyph.x + (0 if run.vertical else share))
            ys.append(one.glyph.y + (share if run.vertical else 0))
    level = all(y == ys[0] for y in ys)
    return {
        "x": numbers(xs),
        "y": number(ys[0]) if level else numbers(ys),
        "rotate": number(run.rotation_deg) if run.rotation_deg else "",
    }


def _places_along(run: GlyphRun) -> tuple[dict[str, str], float]:
    """Return where a run begins on its path, and the even letter spacing in px it needs."""
    extras = _extras(run)
    even = sum(extras) / len(extras) if extras else 0.0
    return {"startOffset": number(run.along_px[0])}, even


def _extras(run: GlyphRun) -> list[float]:
    """Return what is added after each glyph of a bent run but the last, px."""
    steps = zip(pairwise(run.along_px), run.glyphs, strict=False)
    return [after - before - _natural_px(run, glyph) for (before, after), glyph in steps]


def _natural_px(run: GlyphRun, glyph: Glyph) -> float:
    """Return how far a glyph moves the pen by itself, whatever was trimmed or added."""
    units = run.face.hb_font.get_glyph_h_advance(glyph.id)
    return float(units) / run.face.units_per_em * run.size_px


def _shaped_places(run: GlyphRun) -> dict[str, str]:
    """Return where readers begin a run they shape: leftward ones at its right."""
    levels = [glyph.y for glyph in run.glyphs]
    level = max(levels, key=lambda y: (levels.count(y), y))
    left = min(glyph.x for glyph in run.glyphs)
    right = max(glyph.x + _natural_px(run, glyph) for glyph in run.glyphs)
    if not run.right_to_left:
        return {"x": number(left), "y": number(level)}
    return {
        "x": number(right),
        "y": number(level),
        "direction": "rtl",
        "unicode-bidi": "bidi-override",
    }


def _font_face(family: str, weight: int, data: bytes, *, italic: bool) -> str:
    encoded = base64.b64encode(data).decode("ascii")
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"font-style:{'italic' if italic else 'normal'};"
        f"src:url(data:font/woff;base64,{encoded}) format('woff')}}"
    )


def _add_kerning(font: EmbeddedFont, run: GlyphRun, slots: list[int], language: str) -> None:
    advances = [
        glyph.advance
        for cluster in shaped(run.face, run.text, language=language)
        for glyph in cluster.glyphs
    ]
    for index in range(len(slots) - 1):
        plain = font.advance(run.glyphs[index].id)
        font.kern(slots[index], slots[index + 1], advances[index] - plain)
