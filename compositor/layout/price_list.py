"""Price lists: names at the left, amounts at the right, figures under one another."""

from __future__ import annotations

from typing import Final

from compositor.document import TextRun
from compositor.geometry import Box
from compositor.typography.features import figure_features
from compositor.typography.fonts import FontSet
from compositor.typography.price import amounts_in
from compositor.typography.set_text import measure

__all__ = ["is_price_list", "list_box", "list_runs"]

_MOST_TAIL: Final = 14
"""Characters of an amount with its unit; more is a sentence that ends in one."""
_GAP_EM: Final = 2.6
"""Between the longest name and its amount; wider columns are narrowed to it."""
_LEAST_GAP_EM: Final = 1.0
_MEASURED_PX: Final = 20.0


def is_price_list(text: str) -> bool:
    r"""Whether every line, of two or more, is a name and an amount.

    >>> is_price_list("牛肉面28元\n葱油拌面16元"), is_price_list("9am\n$14 at the door")
    (True, False)
    """
    lines = text.split("\n")
    return len(lines) > 1 and all(_tail(line) for line in lines)


def list_runs(text: str, base: TextRun, fonts: FontSet) -> tuple[TextRun, ...]:
    """Return a price list as runs: each amount at the end of its line, in tabular figures.

    Args:
        text: A price list.
        base: How it is set.
        fonts: Where its faces come from.
    """
    face = fonts.faces_for(base.font, base.size)[0]
    tabular = figure_features(face, "tabular")
    runs: list[TextRun] = []
    for line in text.splitlines(keepends=True):
        cut = len(line) - len(_tail(line.rstrip("\n"))) - line.endswith("\n")
        amount = {"text": line[cut:], "at_end": True, "features": tabular}
        runs += [base.model_copy(update={"text": line[:cut]}), base.model_copy(update=amount)]
    return tuple(runs)


def list_box(text: str, base: TextRun, box: Box, align: str, fonts: FontSet) -> Box:
    """Return the part of a box that a price list fills: amounts not far from their names."""
    widest = max(
        measure(line, base.font, _MEASURED_PX, fonts=fonts, tracking=base.tracking).width_px
        for line in text.split("\n")
    )
    width = min(box.width, (widest / _MEASURED_PX + _GAP_EM) * base.size)
    if width < (widest / _MEASURED_PX + _LEAST_GAP_EM) * base.size:
        width = box.width
    x = {
        "left": box.x,
        "center": box.center.x - width / 2,
        "right": box.right - width,
    }[align]
    return Box(x, box.y, width, box.height)


def _tail(line: str) -> str:
    """Return the amount that ends a line with its unit, or nothing."""
    spans = amounts_in(line)
    start = spans[-1][0] if spans else 0
    tail = line[start:]
    is_named = any(character.isalpha() for character in line[:start])
    return tail if is_named and len(tail) <= _MOST_TAIL else ""
