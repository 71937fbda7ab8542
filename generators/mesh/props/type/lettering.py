"""Lettering: the words of a request as flat regions, set by our typesetter."""

from __future__ import annotations

from shapely.affinity import scale, translate
from shapely.ops import unary_union

from compositor.color import Color
from compositor.document.layer import TextLayer
from compositor.document.paint import SolidPaint
from compositor.document.text import FontChoice, TextRun
from compositor.geometry import Box, Path
from compositor.typography.fonts import default_fonts
from compositor.typography.outline import run_path
from compositor.typography.set_text import set_text
from generators.errors import GenerationFailed
from generators.mesh.build.extrude import Region, region_from_path
from generators.mesh.prop import PropRequest
from generators.mesh.props.printed import proportions

__all__ = ["MAX_CHARACTERS", "Lettering", "lettered"]

MAX_CHARACTERS = 32
_EM_PX = 200.0

Lettering = tuple[str, ...]
"""Font families in order of preference."""


def lettered(
    request: PropRequest,
    families: Lettering,
    *,
    weight: int,
    otherwise: str,
    capital_cm: float = 9.0,
    tracking: float = 0.0,
) -> Region:
    """Return the request's words, centered in x, resting on y = 0.

    Args:
        request: Its text, one line or several; its slenderness narrows the letters.
        families: Latin first, then Chinese.
        weight: Of the faces, 1–1000.
        otherwise: What is set when there is no text.
        capital_cm: Height of a capital letter.
        tracking: Extra after each letter, in em.

    Raises:
        GenerationFailed: The text is too long to stand as letters.
        MissingGlyph: No face has a character.
    """
    text = request.text.strip() or otherwise
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if sum(len(line) for line in lines) > MAX_CHARACTERS:
        raise GenerationFailed(
            f"{len(text)} characters are too many for solid letters; "
            f"give {MAX_CHARACTERS} or fewer"
        )
    font = FontChoice(families=families, weight=weight)
    # A capital is about seven tenths of the em.
    cm_per_px = capital_cm / (0.71 * _EM_PX)
    placed = []
    for index, line in enumerate(reversed(lines)):
        region = region_from_path(_line_path(line, font, tracking), cm_per_px)
        low_x, _, high_x, _ = region.bounds
        placed.append(translate(region, -(low_x + high_x) / 2, index * capital_cm * 1.5))
    wide, tall = proportions(request)
    whole = scale(unary_union(placed), wide, tall, origin=(0, 0))
    return translate(whole, 0, -whole.bounds[1])


def _line_path(text: str, font: FontChoice, tracking: float) -> Path:
    """Return one line of text as a path, its origin on the baseline."""
    run = TextRun(
        text=text,
        font=font,
        size=_EM_PX,
        paint=SolidPaint(color=Color.from_hex("#000000")),
        tracking=tracking,
    )
    endless = Box(0, 0, 1e7, 1e7)
    line = set_text(TextLayer(id="text", box=endless, runs=(run,)), default_fonts()).lines[0]
    return Path.join(run_path(part) for part in line.runs).moved(0, -line.baseline_px)
