"""Letters: how openly and how heavily words are set, by their size, script and ground.

A theme says how a style sets each role at the size the role usually has; the curves of
`compositor.typography.texture` carry that to the size at hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from compositor.document import FontChoice
from compositor.geometry import Size
from compositor.layout.theme import TypeRole, TypeSetting
from compositor.typography.characters import han_share, is_han
from compositor.typography.features import figure_features, has_feature
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import measure
from compositor.typography.texture import Manner, seen_weight, spacing_at

__all__ = ["Asked", "Letters", "Sight", "letters"]

_USUAL_PX: Final[dict[TypeRole, float]] = {
    "display": 96.0,
    "headline": 64.0,
    "subhead": 37.0,
    "body": 24.0,
    "caption": 20.0,
}
"""Sizes, on a page 1080 px wide, that a theme's tracking and leading are meant for."""

_SMALL_LETTERS: Final = (-0.015, 0.02)
"""How far a style may leave the curve in words with small letters: spaced, they fall apart."""
_CAPITALS: Final = -0.05
_AIRY_FROM: Final = 0.1
_JOINED: Final = frozenset({"script"})
_SONG: Final = frozenset({"song", "kai", "brush", "hand"})
_CLEAR_EM: Final = 0.05
"""White that stays between the lowest ink of one line and the highest of the next."""
_MOST_LEADING: Final[dict[str, tuple[float, float]]] = {
    "headline": (1.15, 1.35),
    "price": (1.15, 1.35),
    "subhead": (1.4, 1.5),
    "cta": (1.3, 1.4),
}
"""Of Western and of Chinese lines that are read as one."""
_MEASURED_PX: Final = 48.0
_PROSE: Final = frozenset({"serif"})
"""Faces whose old-style figures suit running text."""

_FORMAL: Final = frozenset({"subhead", "tagline"})
_CARVED: Final = frozenset({"serif", "didone", "slab"})
"""Slots and classes of face that small capitals are at home in."""

_PHONE_PX: Final = 390.0
_LAPTOP_PX: Final = 1280.0
_SMALL_PAGE_PX: Final = 480.0
_LONG: Final = 2.4
_STANDING: Final = 1.15


@dataclass(frozen=True, slots=True)
class Sight:
    """How a page is seen.

    Attributes:
        texture: From px of the page to px of one 1080 px wide, for tracking and leading.
        reading: From px of the page to CSS px before the eye, for the weight of small type.
    """

    texture: float
    reading: float

    @staticmethod
    def of(size: Size, medium: Literal["screen", "print", "sign"]) -> Sight:
        """Return how a page of that size is seen.

        Small screens and banners are seen as they are, standing pages on a phone, lying ones
        on a laptop, prints in the hand; signs from their own length away.
        """
        extreme = max(size.aspect, 1 / size.aspect)
        if medium == "screen" and (size.width <= _SMALL_PAGE_PX or extreme > _LONG):
            return Sight(1.0, 1.0)
        texture = 1080.0 / size.shorter
        if medium == "print":
            return Sight(texture, 1.0)
        if medium == "sign":
            return Sight(texture, texture)
        if size.aspect <= _STANDING:
            return Sight(texture, min(1.0, _PHONE_PX / size.width))
        return Sight(texture, min(1.0, _LAPTOP_PX / size.width))


@dataclass(frozen=True, slots=True)
class Asked:
    """Words to be set.

    Attributes:
        words: All of them.
        slot: What they are for.
        role: The theme's type role they take.
        setting: What the theme says of that role.
        size_px: Em size.
        width_px: Of the room they are set in.
        is_reversed: Light on dark.
        is_vertical: Set in columns.
        is_formal: The style sets its titles in capitals.
    """

    words: str
    slot: str
    role: TypeRole
    setting: TypeSetting
    size_px: float
    width_px: float
    is_reversed: bool = False
    is_vertical: bool = False
    is_formal: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """How words are set.

    Attributes:
        font: The theme's families at the weight that looks like the one asked for.
        tracking: em.
        leading: A multiple of the size.
        features: OpenType features.
        is_small_capitals: Small letters are drawn as small capitals.
    """

    font: FontChoice
    tracking: float
    leading: float
    features: tuple[str, ...]
    is_small_capitals: bool = False


def letters(asked: Asked, sight: Sight, fonts: FontSet) -> Letters:
    """Return how the words are set."""
    setting, seen_px = asked.setting, asked.size_px * sight.texture
    chinese = han_share(asked.words) >= 0.3
    manner = _manner(asked, fonts, chinese=chinese)
    usual = spacing_at(_USUAL_PX[asked.role], "hei" if manner == "vertical" else manner)
    spacing = spacing_at(
        seen_px,
        manner,
        reversed_out=asked.is_reversed,
        condensed=_kind(asked, fonts, "latin") == "condensed",
        line_characters=_line_characters(asked, chinese=chinese),
    )
    style = (setting.tracking_cjk if chinese else setting.tracking) - usual.tracking
    tracking = spacing.tracking + _bounded(style, manner)
    if not chinese and _kind(asked, fonts, "latin") in _JOINED:
        tracking = 0.0
    leading = spacing.leading + (
        (setting.leading_cjk if chinese else setting.leading) - usual.leading
    )
    most = _MOST_LEADING.get(asked.slot)
    if most is not None and not asked.is_vertical:
        leading = min(leading, most[chinese])
    if not asked.is_vertical:
        leading = max(leading, _ink_height(asked.words, setting.font, fonts) + _CLEAR_EM)
    return Letters(
        _weighted(asked, sight, fonts, chinese=chinese),
        round(tracking, 4),
        round(leading, 3),
        _features(asked, fonts),
        _takes_small_capitals(asked, fonts),
    )


def _takes_small_capitals(asked: Asked, fonts: FontSet) -> bool:
    """Whether a line beside a title in capitals is set in small ones: real ones, or not."""
    if not asked.is_formal or asked.slot not in _FORMAL or han_share(asked.words) > 0:
        return False
    if _kind(asked, fonts, "latin") not in _CARVED:
        return False
    return has_feature(fonts.faces_for(asked.setting.font, asked.size_px)[0], "smcp")


def _manner(asked: Asked, fonts: FontSet, *, chinese: bool) -> Manner:
    if chinese:
        if asked.is_vertical and asked.slot == "headline":
            return "vertical"
        return "song" if _kind(asked, fonts, "hans") in _SONG else "hei"
    is_capital = not _has_small_letters(asked.words, asked.setting.font, fonts)
    if is_capital or _takes_small_capitals(asked, fonts):
        is_airy = asked.setting.tracking >= _AIRY_FROM
        return "latin_capitals_airy" if is_airy else "latin_capitals"
    return "latin"


def _bounded(style: float, manner: Manner) -> float:
    """Return how far a style may go from the curve."""
    if manner == "latin":
        return max(_SMALL_LETTERS[0], min(_SMALL_LETTERS[1], style))
    return max(_CAPITALS, style) if manner.startswith("latin") else style


def _has_small_letters(words: str, font: FontChoice, fonts: FontSet) -> bool:
    """Whether words show small letters: not all faces have any."""
    written = [c for c in words if c.isalpha() and not is_han(c)]
    return any(c != c.upper() for c in written) and not _is_unicase(font, fonts)


@lru_cache(maxsize=256)
def _is_unicase(font: FontChoice, fonts: FontSet) -> bool:
    """Whether the first face draws small letters as capitals."""
    tall, low = (measure(letter, font, _MEASURED_PX, fonts=fonts).ink.height for letter in "lx")
    return tall <= 1.06 * low


def _kind(asked: Asked, fonts: FontSet, script: Literal["latin", "hans"]) -> str:
    """Return the class of the first family of a script."""
    entries = (fonts.entry(name) for name in asked.setting.font.families)
    return next((e.kind.lower() for e in entries if script in e.scripts), "")


def _line_characters(asked: Asked, *, chinese: bool) -> int:
    """Return about how many characters a full line has; 0 when there is no full line."""
    longest = max(map(len, asked.words.split("\n")))
    full = asked.width_px / asked.size_px * (1.0 if chinese else 2.0)
    return int(full) if longest > full else 0


@lru_cache(maxsize=512)
def _ink_height(words: str, font: FontChoice, fonts: FontSet) -> float:
    """Return how high the ink of the words is, in em: lines closer than this may touch."""
    return measure(words, font, _MEASURED_PX, fonts=fonts).ink.height / _MEASURED_PX


def _weighted(asked: Asked, sight: Sight, fonts: FontSet, *, chinese: bool) -> FontChoice:
    """Return the font at the weight that looks like the one asked for, if there is one."""
    font = asked.setting.font
    size = asked.size_px * sight.reading
    weight = seen_weight(font.weight, size, reversed_out=asked.is_reversed)
    if weight == font.weight:
        return font
    script = "hans" if chinese else "latin"
    names = (name for name in font.families if script in fonts.entry(name).scripts)
    family = next(names, font.families[0])
    has_it = abs(fonts.face(family, weight).weight - weight) <= 25
    return font.model_copy(update={"weight": weight}) if has_it else font


def _features(asked: Asked, fonts: FontSet) -> tuple[str, ...]:
    """Return figures and capitals that suit the slot, where the first face has them."""
    face = fonts.faces_for(asked.setting.font, asked.size_px)[0]
    found: tuple[str, ...] = ()
    if any(character.isdigit() for character in asked.words):
        is_prose = asked.slot == "body" and han_share(asked.words) == 0
        suits = is_prose and _kind(asked, fonts, "latin") in _PROSE
        found = figure_features(face, "old-style" if suits else "lining")
    return found
