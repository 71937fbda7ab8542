"""Color: what a paint is made of; sRGB with alpha, written as hex."""

from __future__ import annotations

import re
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from compositor.color.oklch import Oklch, oklch_from_srgb, srgb_from_oklch
from compositor.errors import InvalidValue

__all__ = ["BLACK", "WHITE", "Color"]

_HEX = re.compile(r"^#?([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")


class Color:
    """An immutable sRGB color with straight alpha, 8 bits a channel.

    Eight bits, because that is what a hex value in a brand manual promises; whatever is
    computed finer in OKLCH is rounded once, here.

    Attributes:
        red: 0–255.
        green: 0–255.
        blue: 0–255.
        alpha: 0–255; 255 is opaque.

    >>> Color.from_hex("#2563eb").hex
    '#2563EB'
    """

    __slots__ = ("alpha", "blue", "green", "red")

    red: int
    green: int
    blue: int
    alpha: int

    def __init__(self, red: int, green: int, blue: int, alpha: int = 255) -> None:
        for value in (red, green, blue, alpha):
            if not 0 <= value <= 255:
                raise InvalidValue(f"color channel {value!r} is not within 0 to 255")
        object.__setattr__(self, "red", red)
        object.__setattr__(self, "green", green)
        object.__setattr__(self, "blue", blue)
        object.__setattr__(self, "alpha", alpha)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Color is immutable; cannot set {name!r} to {value!r}")

    @classmethod
    def from_hex(cls, text: str) -> Color:
        """Read ``#RGB``, ``#RGBA``, ``#RRGGBB`` or ``#RRGGBBAA``.

        Raises:
            InvalidValue: The text is not one of these.
        """
        match = _HEX.match(text.strip())
        if match is None:
            raise InvalidValue(f"{text!r} is not a color; write it like #2563EB")
        digits = match[1]
        if len(digits) <= 4:
            digits = "".join(d * 2 for d in digits)
        return cls(*(int(digits[i : i + 2], 16) for i in range(0, len(digits), 2)))

    @classmethod
    def from_srgb(cls, srgb: tuple[float, float, float], alpha: float = 1.0) -> Color:
        """Round gamma-encoded channels of 0–1."""
        r, g, b, a = (round(255 * min(1.0, max(0.0, c))) for c in (*srgb, alpha))
        return cls(r, g, b, a)

    @classmethod
    def from_oklch(
        cls, lightness: float, chroma: float, hue_deg: float, alpha: float = 1.0
    ) -> Color:
        """Return the nearest sRGB color of that lightness and hue."""
        return cls.from_srgb(srgb_from_oklch(Oklch(lightness, chroma, hue_deg)), alpha)

    @property
    def srgb(self) -> tuple[float, float, float]:
        """Gamma-encoded channels, 0–1, without alpha."""
        return self.red / 255, self.green / 255, self.blue / 255

    @property
    def oklch(self) -> Oklch:
        """Perceptual coordinates, without alpha."""
        return oklch_from_srgb(self.srgb)

    @property
    def hex(self) -> str:
        """``#RRGGBB``, or ``#RRGGBBAA`` when translucent."""
        text = f"#{self.red:02X}{self.green:02X}{self.blue:02X}"
        return text if self.alpha == 255 else f"{text}{self.alpha:02X}"

    @property
    def opacity(self) -> float:
        """Alpha as 0–1."""
        return self.alpha / 255

    def with_opacity(self, opacity: float) -> Color:
        """Return the color with another alpha, 0–1."""
        return Color(self.red, self.green, self.blue, round(255 * min(1.0, max(0.0, opacity))))

    def over(self, backdrop: Color) -> Color:
        """Return this color painted on an opaque backdrop."""
        a = self.opacity
        mixed = [f * a + b * (1 - a) for f, b in zip(self.srgb, backdrop.srgb, strict=True)]
        return Color.from_srgb((mixed[0], mixed[1], mixed[2]))

    def mixed(self, other: Color, share: float) -> Color:
        """Return the color `share` (0–1) of the way to the other, through OKLab."""
        alpha = self.opacity + (other.opacity - self.opacity) * share
        return Color.from_srgb(srgb_from_oklch(self.oklch.mixed(other.oklch, share)), alpha)

    def shifted(
        self, *, lightness: float = 0.0, chroma_factor: float = 1.0, hue_deg: float = 0.0
    ) -> Color:
        """Return a neighbor: lightness added, chroma multiplied, hue turned."""
        base = self.oklch
        return Color.from_oklch(
            min(1.0, max(0.0, base.lightness + lightness)),
            base.chroma * chroma_factor,
            (base.hue_deg + hue_deg) % 360,
            self.opacity,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Color) and self.hex == other.hex

    def __hash__(self) -> int:
        return hash(self.hex)

    def __repr__(self) -> str:
        return f"Color({self.hex})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Color, (self.red, self.green, self.blue, self.alpha)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Store as hex text in JSON."""
        del source, handler
        text = core_schema.no_info_after_validator_function(
            cls.from_hex, core_schema.str_schema()
        )
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), text]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda color: color.hex, return_schema=core_schema.str_schema()
            ),
        )


BLACK = Color(0, 0, 0)
WHITE = Color(255, 255, 255)
