"""EmbeddedFont: a small static font holding only the glyphs a design sets.

Built from outlines, so it works alike for variable fonts, collections and every kind of
outline, and takes milliseconds where cutting down a large Chinese font takes seconds. Each
slot stands for exactly the characters it was set for: text copied from a file that embeds
it is the text of the document, never a look-alike such as ⽇ for 日.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from compositor.typography.block import Glyph, GlyphRun
from compositor.typography.face import Face

__all__ = ["EmbeddedFont", "SetGlyph", "set_glyphs"]

UNITS_PER_EM: Final = 2048
_CURVE_ERROR_UNITS: Final = 0.5
_PRIVATE_USE: Final = 0xE000


@dataclass(frozen=True, slots=True)
class SetGlyph:
    """A placed glyph and the characters it stands for: none after the first of a cluster."""

    glyph: Glyph
    text: str


def set_glyphs(run: GlyphRun) -> tuple[SetGlyph, ...]:
    """Return the glyphs of a run with their shares of its text, together all of it.

    A cluster's text goes to its first glyph, except where each of its characters has one:
    figures abreast in a column.
    """
    starts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    counts = Counter(glyph.cluster for glyph in run.glyphs)
    seen: Counter[int] = Counter()
    found: list[SetGlyph] = []
    for glyph in run.glyphs:
        begin = 0 if glyph.cluster == starts[0] else glyph.cluster
        text = run.text[begin : ends[glyph.cluster]]
        place = seen[glyph.cluster]
        seen[glyph.cluster] += 1
        if counts[glyph.cluster] == len(text) and not run.right_to_left:
            text = text[place]
        elif place:
            text = ""
        found.append(SetGlyph(glyph, text))
    return tuple(found)


class EmbeddedFont:
    """Collects glyphs of one face, then builds the font.

    Args:
        face: Where outlines and widths come from.
        family: Family name inside the font.
        aliases: Receives private-use code points that stand for what no single character
            of its own can: a ligature, or a second form of a character already in the
            font. Fonts of one file share it.
        mark: Ends the PostScript name.
    """

    def __init__(
        self, face: Face, family: str, aliases: dict[int, str], mark: str = ""
    ) -> None:
        self.face = face
        self.family = family
        self._aliases = aliases
        self._mark = mark
        self._slots: dict[tuple[str, int, float | None], int] = {}
        self._glyph_ids: list[int] = []
        self._advances: list[float] = []
        self._characters: dict[int, int] = {}
        self._kerns: dict[tuple[int, int], int] = {}
        self._ligatures: dict[tuple[int, ...], int] = {}

    def slot(self, text: str, glyph_id: int, advance: float | None = None) -> int:
        """Return the index a glyph has in the built font when it stands for `text`.

        Args:
            text: Characters, possibly none.
            glyph_id: Index in the face.
            advance: Its width in em, if not that of the face.
        """
        key = (text, glyph_id, advance)
        if key not in self._slots:
            index = len(self._glyph_ids) + 1
            self._slots[key] = index
            self._glyph_ids.append(glyph_id)
            self._advances.append(self.advance(glyph_id) if advance is None else advance)
            code = ord(text) if len(text) == 1 else 0
            if not code or code in self._characters:
                code = _PRIVATE_USE + len(self._aliases)
                self._aliases[code] = text
            self._characters[code] = index
        return self._slots[key]

    def advance(self, glyph_id: int) -> float:
        """Return the width of a glyph of the face, in em."""
        return float(self.face.hb_font.get_glyph_h_advance(glyph_id) / self.face.units_per_em)

    def clashes(self, glyphs: Sequence[SetGlyph]) -> bool:
        """Whether a character of these already stands here with another glyph."""
        return any(
            len(one.text) == 1
            and ord(one.text) in self._characters
            and self._glyph_ids[self._characters[ord(one.text)] - 1] != one.glyph.id
            for one in glyphs
        )

    def kern(self, left: int, right: int, em: float) -> None:
        """Move `right` towards `left` by so much (negative is closer) where they meet."""
        units = round(em * UNITS_PER_EM)
        if units:
            self._kerns[left, right] = units

    def ligate(self, text: str, index: int) -> None:
        """Let the characters of `text`, typed one by one, become the glyph at `index`."""
        parts = []
        for character in text:
            glyph_id = self.face.hb_font.get_nominal_glyph(ord(character))
            if glyph_id is None:
                return
            parts.append(self._characters.get(ord(character)) or self.slot(character, glyph_id))
        self._ligatures[tuple(parts)] = index

    def build(self, flavor: str | None = None) -> bytes:
        """Return the font file: TrueType, or WOFF when the flavor says so."""
        order = [".notdef", *(f"g{i}" for i in range(1, len(self._glyph_ids) + 1))]
        builder = FontBuilder(UNITS_PER_EM, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap({code: order[i] for code, i in self._characters.items()})
        outlines = [TTGlyphPen(None).glyph(), *(self._outline(i) for i in self._glyph_ids)]
        builder.setupGlyf(dict(zip(order, outlines, strict=True)))
        builder.setupHorizontalMetrics(
            {
                name: (round(advance * UNITS_PER_EM), getattr(outline, "xMin", 0))
                for name, advance, outline in zip(
                    order, [0.5, *self._advances], outlines, strict=True
                )
            }
        )
        ascent = round(self.face.ascent * UNITS_PER_EM)
        descent = round(self.face.descent * UNITS_PER_EM)
        builder.setupHorizontalHeader(ascent=ascent, descent=-descent)
        style = "Italic" if self.face.italic else "Regular"
        postscript = f"{self.family}-{self.face.weight}{style}{self._mark}".replace(" ", "")
        builder.setupNameTable(
            {
                "familyName": self.family,
                "styleName": style,
                "fullName": f"{self.family} {self.face.weight} {style}",
                "psName": postscript.encode("ascii", "replace").decode().replace("?", "_"),
            }
        )
        builder.setupOS2(
            usWeightClass=self.face.weight,
            sTypoAscender=ascent,
            sTypoDescender=-descent,
            usWinAscent=ascent,
            usWinDescent=descent,
            fsType=0,
        )
        builder.setupPost(keepGlyphNames=False)
        # The builder looks at the clock; the same design must give the same bytes.
        builder.updateHead(created=0, modified=0)
        features = self._features()
        if features:
            builder.addOpenTypeFeatures(features)
        builder.font.flavor = flavor
        buffer = io.BytesIO()
        builder.save(buffer)
        return buffer.getvalue()

    def _features(self) -> str:
        pairs = [f"  pos g{a} g{b} {units};" for (a, b), units in sorted(self._kerns.items())]
        joined = [
            f"  sub {' '.join(f'g{part}' for part in parts)} by g{index};"
            for parts, index in sorted(self._ligatures.items())
        ]
        blocks = []
        if joined:
            # Not liga, which readers switch off where letters are spaced.
            blocks.append("\n".join(["feature ccmp {", *joined, "} ccmp;"]))
        if pairs:
            blocks.append("\n".join(["feature kern {", *pairs, "} kern;"]))
        return "\n".join(blocks)

    def _outline(self, glyph_id: int) -> object:
        """Return the outline as a TrueType glyph; y up, cubics as quadratics."""
        pen = TTGlyphPen(None)
        if self.face.glyph_path(glyph_id).is_empty:
            # A line without area: readers skip a word space that has no extent at all.
            width = round(self.advance(glyph_id) * UNITS_PER_EM)
            pen.moveTo((0, 0))
            pen.lineTo((width // 2, 0))
            pen.lineTo((width, 0))
            pen.closePath()
            return pen.glyph()
        curves = Cu2QuPen(pen, _CURVE_ERROR_UNITS, reverse_direction=True)
        is_open = False
        for verb, n in self.face.glyph_path(glyph_id).segments:
            points = [
                (n[i] * UNITS_PER_EM, -n[i + 1] * UNITS_PER_EM) for i in range(0, len(n), 2)
            ]
            if verb == "M":
                if is_open:
                    curves.closePath()
                curves.moveTo(*points)
                is_open = True
            elif verb == "L":
                curves.lineTo(*points)
            elif verb == "Q":
                curves.qCurveTo(*points)
            elif verb == "C":
                curves.curveTo(*points)
            else:
                curves.closePath()
                is_open = False
        if is_open:
            curves.closePath()
        return pen.glyph(round=_rounded)


def _rounded(value: float) -> int:
    return int(value + 0.5) if value >= 0 else -int(-value + 0.5)
