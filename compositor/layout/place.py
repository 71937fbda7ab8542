"""Where a picture goes: which part of it, over which part of its box."""

from typing import Literal

from compositor.geometry import Box, Size

__all__ = ["fit_picture"]


def fit_picture(
    picture: Size,
    box: Box,
    fit: Literal["cover", "contain", "fill"],
    focus: tuple[float, float] = (0.5, 0.5),
) -> tuple[Box, Box]:
    """Return the source box in px of the picture and the target box it is drawn over.

    Args:
        picture: Width and height in px of the file.
        box: Where the layer wants it.
        fit: `cover` fills the box and crops; `contain` shows everything, centered; `fill`
            stretches.
        focus: The point of the picture, in fractions, that `cover` keeps as near to the
            middle as the edges allow.

    >>> fit_picture(Size(200, 100), Box(0, 0, 50, 50), "cover")[0]
    Box(x=50.0, y=0.0, width=100.0, height=100.0)
    """
    whole = Box(0, 0, picture.width, picture.height)
    if fit == "fill":
        return whole, box
    if fit == "contain":
        return whole, box.fitted(picture.aspect)
    kept = whole.fitted(box.width / box.height)
    left = min(max(0.0, focus[0] * picture.width - kept.width / 2), picture.width - kept.width)
    top = min(
        max(0.0, focus[1] * picture.height - kept.height / 2), picture.height - kept.height
    )
    return Box(left, top, kept.width, kept.height), box
