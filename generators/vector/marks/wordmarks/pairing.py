"""The second script of a name, matched to the first in weight, size and width."""

from __future__ import annotations

from compositor.document import FontChoice
from compositor.geometry import Affine, Box, Path
from generators.vector.marks.wordmarks.letters import Line, set_letters, spaced, stem_at

__all__ = ["LATIN_OF_ZH", "ZH_OF_LATIN", "matched_second"]

LATIN_OF_ZH = 0.4
"""Cap height of Latin letters under Chinese, over the Chinese characters' face (字面)."""
ZH_OF_LATIN = 0.7
"""Face of Chinese characters under Latin, over the cap height: they hold more strokes."""
_LEAST_SHARE = 0.78
"""Of that size, before letters stand closer than they should; longer names shrink further."""


def matched_second(
    text: str,
    font: FontChoice,
    lead: Line,
    above: Box,
    *,
    is_zh: bool,
) -> tuple[Path, dict[str, float]]:
    """Return the second line under the first, tracked to its width, and its numbers.

    Its stroke is the first one's times the square root of the sizes' ratio: what is smaller
    has to be a little heavier than scale alone would make it.

    Args:
        text: The name in the other script.
        is_zh: Whether that is Chinese.
        font: Its face; the weight is chosen here.
        lead: The first line.
        above: Box of the first line's ink, em/1000.
    """
    trial = set_letters(text, font, is_hanzi=is_zh)
    size = (ZH_OF_LATIN if is_zh else LATIN_OF_ZH) * lead.cap / trial.cap
    ratio = size * trial.cap / lead.cap
    wanted = lead.stem * ratio**0.5
    weights = [font.model_copy(update={"weight": w}) for w in (300, 400, 500, 600, 700, 800)]
    nearest = min(weights, key=lambda f: abs(stem_at(f, is_hanzi=is_zh) * size - wanted))
    line = set_letters(text, nearest, is_hanzi=is_zh)
    gaps = max(1, len(line.letters) - 1)
    cell = 1.0 if is_zh else 0.0
    width = above.width * (1.3 if above.height > 1.2 * above.width else 1.0)
    bare = spaced(line, 0.0, cell=cell)
    ink = Path.join(x.area for x in bare.letters).bounds
    airy = 0.1 if is_zh else 0.07
    loose = ink.width + 1000.0 * airy * gaps
    size = max(min(size, width / loose), size * _LEAST_SHARE)
    most = 0.62 if is_zh else 0.3
    tracking = max(0.0, min(most, (width / size - ink.width) / gaps / 1000.0))
    set_wide = spaced(line, tracking, cell=cell)
    path = Path.join(x.area for x in set_wide.letters)
    box = path.bounds
    if box.width * size > width:
        size *= width / (box.width * size)
    drop = (0.3 if is_zh else 0.24) * lead.cap
    left = above.center.x - box.width * size / 2 - box.x * size
    top = -line.cap * size if not is_zh else box.y * size
    place = Affine(size, 0, 0, size, left, above.bottom + drop - top)
    return path.transformed(place), {
        "second_stem": line.stem * size,
        "second_cap_of_lead": line.cap * size / lead.cap,
        "second_tracking_em": tracking,
        "second_width_of_lead": box.width * size / above.width,
        "second_weight": float(line.weight),
    }
