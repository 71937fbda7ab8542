"""How one copy slot becomes a text layer: type role, size, paint, leading by script."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, cast

from compositor.document import SolidPaint, TextLayer, TextRun
from compositor.document.layer import Role
from compositor.geometry import Box, Size
from compositor.layout.letters import Asked, Sight, letters
from compositor.layout.price_list import is_price_list, list_box, list_runs
from compositor.layout.theme import Theme, TypeRole
from compositor.typography.features import with_fractions, with_small_capitals
from compositor.typography.fonts import FontSet
from compositor.typography.price import price_runs

__all__ = [
    "Inks",
    "Medium",
    "Setter",
    "SizeTable",
    "banner_headline",
    "gap_em",
    "inks_on",
    "slot_size",
    "smallest_px",
]

Medium = Literal["screen", "print", "sign"]
_BANNER, _STANDING = 2.4, 1.15
"""Aspects from which a page is a banner, and up to which it is no lying one."""
SizeTable = Literal["screen", "print", "sign", "W", "S", "T"]
"""Sizes by medium; the long formats have tables of their own."""
_LAYER_ROLE: dict[str, Role] = {
    "brand": "logo",
    "headline": "headline",
    "subhead": "subhead",
    "body": "body",
    "meta": "meta",
    "price": "price",
    "cta": "cta",
    "tagline": "caption",
    "caption": "caption",
    "legal": "legal",
}


@dataclass(frozen=True)
class Inks:
    """The paints of text and buttons on one kind of ground, and of the ground itself."""

    text: SolidPaint
    quiet: SolidPaint
    strong: SolidPaint
    button: SolidPaint
    button_text: SolidPaint
    ground: SolidPaint


def inks_on(theme: Theme, ground: str) -> Inks:
    """Return the paints for text on the ``ground`` role or on a panel of another role."""
    palette = theme.palette
    if ground == "primary":
        on = palette.paint("on_primary")
        under = SolidPaint(color=palette.primary, token="primary")
        return Inks(on, on, on, on, under, under)
    if ground == "accent":
        on = palette.paint("on_accent")
        under = SolidPaint(color=palette.accent, token="accent")
        return Inks(on, on, on, on, under, under)
    if ground == "ink":
        on = palette.paint("ground")
        under = SolidPaint(color=palette.ink, token="ink")
        return Inks(on, on, on, on, under, under)
    return Inks(
        palette.paint("ink"),
        palette.paint("ink"),
        palette.paint(theme.headline_ink),
        palette.paint("accent"),
        palette.paint("on_accent"),
        palette.paint("ground"),
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = files("compositor.layout").joinpath("slot_sizes.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))


def slot_size(slot: str, table: SizeTable) -> float:
    """Return the em size of a slot as a part of the page unit."""
    return float(_table()[table][slot])


def smallest_px(medium: Medium, size: Size) -> float:
    """Return the em size below which nothing is set on such a page, px.

    Standing and square screen pages are seen at the width of a phone, lying ones on a laptop,
    small ones and banners as they are; signs from their own length away.

    Source: size_by_medium.absolute_floor of the design rules.
    """
    floors = _table()["floors"]
    least = float(floors["least_px"][medium])
    if medium == "sign":
        return max(least, float(floors["sign_of_length"]) * max(size))
    if medium == "print" or size.width <= floors["small_page_px"] or size.aspect > _BANNER:
        return least
    if size.aspect <= _STANDING:
        return max(least, float(floors["screen_of_width"]) * size.width)
    return max(least, float(floors["screen_of_height"]) * size.height)


def banner_headline(table: SizeTable, *, is_loud: bool) -> tuple[float, float, int]:
    """Return a banner's smallest and largest headline, in parts of the unit, and its lines.

    Args:
        table: W, S or T.
        is_loud: Whether other words should rather leave than the headline shrink.
    """
    low, high = _table()[table]["headline"]
    least = _table()[table]["least"] if is_loud else low
    return float(least), float(high), int(_table()[table]["lines"])


def gap_em(slot: str) -> float:
    """Return the space after a slot, in em of the slot that follows (capped by its own)."""
    return float(_table()["gap"][slot])


@dataclass(frozen=True)
class Setter:
    """Makes text layers in the type of a theme.

    Attributes:
        theme: Where type roles come from.
        language: BCP 47, for shaping.
        inks: The paints to use.
        prefix: Begins every layer id.
        fonts: Faces.
        sight: How the page is seen.
        smallest_px: No part of a text is set smaller.
    """

    theme: Theme
    language: str
    inks: Inks
    prefix: str
    fonts: FontSet
    sight: Sight
    smallest_px: float

    def layer(
        self,
        slot: str,
        text: str,
        size: float,
        box: Box,
        *,
        align: Literal["left", "center", "right"] = "left",
        writing: Literal["horizontal", "vertical-rl"] = "horizontal",
        display: bool = False,
    ) -> TextLayer:
        """Return the slot's text at that size, px; a price list takes a part of the box."""
        role: TypeRole = "display" if display else _table()["type_role"][slot]
        is_flat = writing == "horizontal"
        asked = Asked(
            text,
            slot,
            role,
            self.theme.type[role],
            size,
            box.width,
            is_reversed=self._is_reversed(slot),
            is_vertical=not is_flat,
            is_formal=self.theme.type["display"].uppercase,
        )
        found = letters(asked, self.sight, self.fonts)
        run = TextRun(
            text=text,
            font=found.font,
            size=round(size, 2),
            paint=self._paint(slot),
            tracking=min(found.tracking, _BUTTON_TRACKING) if slot == "cta" else found.tracking,
            features=found.features,
        )
        if found.is_small_capitals:
            run = with_small_capitals(run, self.fonts)
        runs: tuple[TextRun, ...] = (run,)
        is_list = is_flat and slot != "headline" and is_price_list(text)
        if is_list:
            box = list_box(text, run, box, align, self.fonts)
            runs, align = list_runs(text, run, self.fonts), "left"
        elif is_flat and slot == "price":
            runs = self._price(text, run)
        elif is_flat and slot in _RUNNING:
            runs = with_fractions(run, self.fonts)
        return TextLayer(
            id=self.prefix + slot,
            name=slot,
            role=_LAYER_ROLE[slot],
            box=box,
            runs=runs,
            align=align,
            writing=writing,
            leading=found.leading,
            balance=slot in ("headline", "subhead"),
            language=self.language,
            hanging=is_flat and slot in _HUNG and not is_list,
            hyphenate=is_flat and slot in _RUNNING and len(text) >= _HYPHENATED,
        )

    def _price(self, text: str, run: TextRun) -> tuple[TextRun, ...]:
        return price_runs(
            text,
            font=run.font,
            size=run.size,
            paint=run.paint,
            fonts=self.fonts,
            smallest=self.smallest_px * _PRICE_FLOOR,
        )

    def _is_reversed(self, slot: str) -> bool:
        ground = self.inks.button if slot == "cta" else self.inks.ground
        return self._paint(slot).color.oklch.lightness > ground.color.oklch.lightness

    def _paint(self, slot: str) -> SolidPaint:
        if slot == "cta":
            return self.inks.button_text
        if slot in ("headline", "price"):
            return self.inks.strong
        return self.inks.quiet if slot in ("caption", "legal", "tagline") else self.inks.text


_PRICE_FLOOR = 1.14
"""The parts of a price keep this much over the smallest size: they stand beside a large one."""
_BUTTON_TRACKING = 0.04
"""Widest on a button, em: spaced letters make one too long for its place."""
_RUNNING = ("body", "caption", "legal")
_HUNG = ("headline", "subhead", "body", "caption", "tagline", "legal")
"""Texts whose marks, and whose slopes and rounds at display size, stand outside the edge."""
_HYPHENATED = 60
"""Characters from which a text is running text, whose words may be parted."""
