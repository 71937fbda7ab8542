"""Ramps, readable partners and harmonies, computed in OKLCH."""

from typing import Final, Literal

from compositor.color.color import BLACK, WHITE, Color
from compositor.color.contrast import contrast_ratio

__all__ = ["HARMONIES", "RAMP_STEPS", "harmony", "ramp", "readable_on", "with_contrast"]

RAMP_STEPS: Final = (50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950)
_RAMP_LIGHTNESS: Final = (
    0.975, 0.945, 0.895, 0.83, 0.75, 0.665, 0.58, 0.49, 0.41, 0.33, 0.255,
)  # fmt: skip
_RAMP_CHROMA: Final = (0.1, 0.2, 0.38, 0.6, 0.82, 1.0, 1.0, 0.9, 0.76, 0.6, 0.46)

Harmony = Literal["mono", "analogous", "complement", "split", "triad", "tetrad"]
HARMONIES: Final[dict[Harmony, tuple[float, ...]]] = {
    "mono": (0,),
    "analogous": (-30, 0, 30),
    "complement": (0, 180),
    "split": (0, 150, 210),
    "triad": (0, 120, 240),
    "tetrad": (0, 90, 180, 270),
}


def ramp(color: Color) -> dict[int, Color]:
    """Return eleven tones from 50 (lightest) to 950, the given color exact at its own step.

    Chroma falls towards both ends, or light tones turn neon and dark ones muddy.
    """
    base = color.oklch
    nearest = min(range(11), key=lambda i: abs(_RAMP_LIGHTNESS[i] - base.lightness))
    peak = base.chroma / _RAMP_CHROMA[nearest]
    tones = {
        step: Color.from_oklch(lightness, peak * factor, base.hue_deg)
        for step, lightness, factor in zip(
            RAMP_STEPS, _RAMP_LIGHTNESS, _RAMP_CHROMA, strict=True
        )
    }
    tones[RAMP_STEPS[nearest]] = color
    return tones


def harmony(color: Color, scheme: Harmony) -> tuple[Color, ...]:
    """Return colors of the same lightness and chroma at the scheme's hue angles."""
    return tuple(color.shifted(hue_deg=turn) for turn in HARMONIES[scheme])


def readable_on(background: Color, *candidates: Color) -> Color:
    """Return the candidate that contrasts most; black and white when none is given."""
    choices = candidates or (BLACK, WHITE)
    return max(choices, key=lambda color: contrast_ratio(color, background))


def with_contrast(color: Color, background: Color, needed: float) -> Color:
    """Return the color moved in lightness, hue kept, until it reaches a WCAG ratio.

    Moves away from the background in 0.02 steps, giving up chroma only past the end of the
    range; returns black or white when nothing else reaches it.
    """
    if contrast_ratio(color, background) >= needed:
        return color
    direction = 0.02 if background.oklch.lightness < 0.6 else -0.02
    base = color.oklch
    lightness = base.lightness
    while 0.0 <= lightness <= 1.0:
        lightness += direction
        moved = Color.from_oklch(min(1, max(0, lightness)), base.chroma, base.hue_deg)
        if contrast_ratio(moved, background) >= needed:
            return moved
    return readable_on(background)
