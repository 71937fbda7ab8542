"""How far text stands out from what is behind it: WCAG 2.2 ratio and APCA Lc."""

from compositor.color.color import Color
from compositor.color.oklch import linear_from_srgb

__all__ = ["apca_contrast", "contrast_ratio", "relative_luminance"]


def relative_luminance(color: Color) -> float:
    """Return luminance from 0 (black) to 1 (white), alpha ignored.

    Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    red, green, blue = (linear_from_srgb(channel) for channel in color.srgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(text: Color, background: Color) -> float:
    """Return how far apart two colors are in luminance, from 1 to 21.

    Order does not matter. Body text needs 4.5, large text and graphics 3. Translucent
    text is composited on the background first.

    Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

    >>> contrast_ratio(Color(0, 0, 0), Color(255, 255, 255))
    21.0
    """
    shown = text if text.alpha == 255 else text.over(background)
    lighter, darker = sorted(
        (relative_luminance(shown), relative_luminance(background)), reverse=True
    )
    return (lighter + 0.05) / (darker + 0.05)


def apca_contrast(text: Color, background: Color) -> float:
    """Return APCA lightness contrast Lc: about ±106; positive is dark text on light.

    Body text wants |Lc| 75, headlines 45. Not a W3C standard.

    Source: https://github.com/Myndex/SAPC-APCA (constants 0.98G-4g)

    >>> round(apca_contrast(Color(0, 0, 0), Color(255, 255, 255)), 1)
    106.0
    """
    shown = text if text.alpha == 255 else text.over(background)
    front, back = _screen_luminance(shown), _screen_luminance(background)
    if abs(back - front) < 0.0005:
        return 0.0
    if back > front:
        score = (back**0.56 - front**0.57) * 1.14
        return 0.0 if score < 0.1 else (score - 0.027) * 100
    score = (back**0.65 - front**0.62) * 1.14
    return 0.0 if score > -0.1 else (score + 0.027) * 100


def _screen_luminance(color: Color) -> float:
    red, green, blue = color.srgb
    luminance = 0.2126729 * red**2.4 + 0.7151522 * green**2.4 + 0.0721750 * blue**2.4
    if luminance < 0.022:
        luminance += (0.022 - luminance) ** 1.414
    return float(luminance)
