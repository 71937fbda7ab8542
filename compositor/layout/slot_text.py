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
from compositor.layout.theme import Theme, TypeRole, TypeSetting

__all__ = [
    "Inks",
    "Medium",
    "Setter",
    "SizeTable",
    "banner_headline",
    "gap_em",
    "han_share",
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
    """The paints of text and buttons on one kind of ground."""

    text: SolidPaint
    quiet: SolidPaint
    strong: SolidPaint
    button: SolidPaint
    button_text: SolidPaint


def inks_on(theme: Theme, ground: str) -> Inks:
    """Return the paints for text on the ``ground`` role or on a ``primary`` panel."""
    palette = theme.palette
    if ground == "primary":
        on = palette.paint("on_primary")
        return Inks(on, on, on, on, SolidPaint(color=palette.primary, token="primary"))
    return Inks(
        palette.paint("ink"),
        palette.paint("ink"),
        palette.paint(theme.headline_ink),
        palette.paint("accent"),
        palette.paint("on_accent"),
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


def han_share(text: str) -> float:
    """Return how much of the text is Chinese characters, 0–1.

    >>> han_share("茶 tea")
    0.25
    """
    letters = [character for character in text if character.isalnum()]
    if not letters:
        return 0.0
    return sum("\u2e80" <= character <= "\u9fff" for character in letters) / len(letters)


@dataclass(frozen=True)
class Setter:
    """Makes text layers in the type of a theme.

    Attributes:
        theme: Where type roles come from.
        language: BCP 47, for shaping.
        inks: The paints to use.
        prefix: Begins every layer id.
    """

    theme: Theme
    language: str
    inks: Inks
    prefix: str

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
        """Return the slot's text at that size, px, in that box."""
        role: TypeRole = "display" if display else _table()["type_role"][slot]
        setting = self.theme.type[role]
        chinese = han_share(text) >= 0.3
        run = TextRun(
            text=text,
            font=setting.font,
            size=round(size, 2),
            paint=self._paint(slot),
            tracking=_tracking(setting, slot, chinese=chinese),
            features=("tnum", "lnum") if slot == "price" else (),
        )
        return TextLayer(
            id=self.prefix + slot,
            name=slot,
            role=_LAYER_ROLE[slot],
            box=box,
            runs=(run,),
            align=align,
            writing=writing,
            leading=_leading(setting, slot, chinese=chinese),
            balance=slot in ("headline", "subhead"),
            language=self.language,
        )

    def _paint(self, slot: str) -> SolidPaint:
        if slot == "cta":
            return self.inks.button_text
        if slot in ("headline", "price"):
            return self.inks.strong
        return self.inks.quiet if slot in ("caption", "legal", "tagline") else self.inks.text


_BUTTON_TRACKING = 0.04
"""Widest on a button, em: spaced letters make one too long for its place."""


def _tracking(setting: TypeSetting, slot: str, *, chinese: bool) -> float:
    tracking = setting.tracking_cjk if chinese else setting.tracking
    return min(tracking, _BUTTON_TRACKING) if slot == "cta" else tracking


def _leading(setting: TypeSetting, slot: str, *, chinese: bool) -> float:
    leading = setting.leading_cjk if chinese else setting.leading
    if slot in ("headline", "price"):
        return min(leading, 1.32 if chinese else 1.12)
    if slot == "subhead":
        return min(max(leading, 1.2), 1.5)
    return leading
