"""The drawn wordmark of a brand kit: one drawing of its name, matched to its mark."""

from __future__ import annotations

from brand_kits.kit import BrandKit, DrawnName
from brand_kits.lockup import mark_ink
from compositor.errors import DesignError
from compositor.layout.theme import Theme
from generators.vector.marks import MarkInks
from generators.vector.marks.wordmarks import Character, WordmarkRequest, draw_wordmark
from tools.base import Drawing

__all__ = ["with_drawn_name"]

_CHARACTERS: tuple[tuple[Character, tuple[str, ...]], ...] = (
    ("oriental", ("new_chinese", "song_aesthetic", "ink_wash", "guochao", "calligraphy",
                  "blue_white", "dunhuang", "zen", "wabi_sabi")),
    ("luxury", ("luxury", "art_deco", "high_end")),
    ("classic", ("vintage", "retro", "shanghai_retro", "editorial")),
    ("tech", ("tech", "cyberpunk", "retro_future", "glass", "y2k")),
    ("street", ("street", "acid", "sport", "brutalism")),
    ("playful", ("doodle", "kids", "kawaii", "dopamine", "comic", "pop_art")),
    ("natural", ("natural", "fresh", "botanical", "forest", "eco")),
)  # fmt: skip
_MARK_OVER_CAP = 1.8


def with_drawn_name(kit: BrandKit, mark: Drawing, seed: int, variant: int = 0) -> BrandKit:
    """Return the kit with its name drawn, or as it was where no face can draw the name.

    The name takes its face from the style, and its stroke from the mark beside it.
    """
    if not kit.has_name or len(kit.name_latin) > 24 or len(kit.name_zh) > 8:
        return kit
    palette = kit.theme.palette
    display = kit.theme.type["display"].font
    ink = mark_ink(kit)
    side = max(ink.width, ink.height)
    roundness = mark.facts.get("roundness", 0.2)
    request = WordmarkRequest(
        inks=MarkInks(
            main=palette.paint("ink"),
            spark=palette.paint("accent"),
            ground=palette.paint("ground"),
            tint=palette.paint("primary"),
        ),
        name_latin=kit.name_latin,
        name_zh=kit.name_zh,
        leads="zh" if kit.language.startswith("zh") and kit.name_zh else "latin",
        character=_character(kit.theme),
        nouns=tuple(n for n in (str(mark.facts.get("subject", "")),) if n),
        font_latin=display,
        font_zh=display,
        stroke_of_cap=kit.stroke_u / side * _MARK_OVER_CAP,
        roundness=float(roundness) if isinstance(roundness, (int, float)) else 0.2,
        seed=seed,
        variant=variant,
    )
    try:
        drawn = draw_wordmark(request)
    except DesignError:
        return kit
    name = DrawnName(
        shapes=drawn.shapes,
        says=drawn.says,
        line_boxes=drawn.line_boxes,
        cap=drawn.cap_u,
        font=display,
        concept=drawn.concept,
    )
    return kit.model_copy(update={"wordmark": name})


def _character(theme: Theme) -> Character:
    styles = theme.style.split("+")
    for character, names in _CHARACTERS:
        if styles[0] in names:
            return character
    return "modern"
