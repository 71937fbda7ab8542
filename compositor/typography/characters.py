"""What each character is to the typesetter: script, kinsoku class, width, invisibility."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, Literal

__all__ = [
    "AMBIGUOUS",
    "CLOSING",
    "CORNERED",
    "CURRENCY",
    "DASHES",
    "DRAWN_AS",
    "FIGURE_CURRENCY",
    "HAN_UNITS",
    "NO_LINE_END",
    "NO_LINE_START",
    "OPENING",
    "SIDED",
    "STOPS",
    "TURNED",
    "UPRIGHT_QUOTES",
    "WIDE_EXCLAMATIONS",
    "CharacterKind",
    "Kinsoku",
    "cjk_mark_places",
    "han_share",
    "is_han",
    "is_symbol",
    "is_word",
    "kind_of",
    "never_ends_line",
    "never_starts_line",
]

CharacterKind = Literal["han", "mark", "word", "other", "space", "newline", "hidden"]
"""han: ideographs, kana, hangul, bopomofo; mark: full-width CJK punctuation and symbols;
word: letters, digits and marks of Western scripts; other: Western punctuation and symbols;
hidden: controls and zero-width characters, which are kept but draw nothing."""

NO_LINE_START: Final = frozenset(
    "！），．：；？］｝、。〉》」』】〕〗〙〟’”·・•‧〜～–—％‰℃°々…‥%)]}>,.:;?!/／"
)
NO_LINE_END: Final = frozenset("（［｛〈《「『【〔〖〘〝‘“￥＄£¥([{<$#№/／")
"""The strict sets. Source: https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end"""

OPENING: Final = frozenset("（［｛〈《「『【〔〖〘〝‘“")
CLOSING: Final = frozenset("）］｝〉》」』】〕〗〙〟’”")
STOPS: Final = frozenset("，。、；：．")
WIDE_EXCLAMATIONS: Final = frozenset("！？")
DASHES: Final = frozenset("—…⸺⋯")
_STRICT_AT_START: Final = DASHES | frozenset("‥")
_GB_AT_END: Final = frozenset("/／")
Kinsoku = Literal["basic", "gb", "strict"]
AMBIGUOUS: Final = frozenset("“”‘’…—·⋯⸺")
"""Set in the Chinese face beside Chinese, in the Latin face beside Latin."""

DRAWN_AS: Final = {
    "\t": " ",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u2011": "-",
}
"""Characters that only say how to break, drawn as another."""

FIGURE_CURRENCY: Final = {"￥": "¥", "＄": "$", "￡": "£"}
"""Full-width signs that before figures are drawn as the figures' own face draws them."""
CURRENCY: Final = frozenset("￥＄￡￠")
"""Full-width, but set close to the amount."""
TURNED: Final = OPENING | CLOSING | DASHES | frozenset("～〜")
"""Lie along the line: turned in vertical text when a face has no vertical form."""
CORNERED: Final = frozenset("，。、．")
"""Sit in a corner of the cell: upper right in vertical text."""
SIDED: Final = frozenset("；：！？")
"""Stand at the right of the cell in vertical text."""
UPRIGHT_QUOTES: Final = {"“": "『", "”": "』", "‘": "「", "’": "」"}
"""What quotes are drawn as in vertical text. Source: GB/T 15834-2011, 5.2.5"""

HAN_UNITS: Final = (
    "元角分折年月日号天周岁点时秒米克斤吨升万亿千百款件个人次届期章条楼层街路店"
    "片支瓶杯盒袋包份双套张页度倍种项家城寸集季辑枚粒颗位名场"
)
"""What figures count or measure: it belongs to them."""

_CLOSER = {"“": "”", "‘": "’"}
_NEWLINES = frozenset("\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_SPACES = frozenset(
    " \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000\u205f"
)
_HAN_RANGES = (
    (0x1100, 0x11FF),
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3040, 0x30FA),
    (0x30FC, 0x31FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_MARK_RANGES = ((0x3000, 0x303F), (0x3200, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF))
_SYMBOL_RANGES = ((0x2190, 0x21FF), (0x2460, 0x27BF))
_HIDDEN_RANGES = ((0xFE00, 0xFE0F), (0xE0000, 0xE0FFF))


@lru_cache(maxsize=8192)
def kind_of(character: str) -> CharacterKind:
    """Return what a character is, ambiguous quotes and dashes counted as Western."""
    code = ord(character)
    if character in _NEWLINES:
        return "newline"
    if character in _SPACES:
        return "space"
    category = unicodedata.category(character)
    kind: CharacterKind = "other"
    if category in ("Cc", "Cf") or _within(code, _HIDDEN_RANGES):
        kind = "hidden"
    elif _within(code, _HAN_RANGES):
        kind = "han"
    elif character == "・" or _within(code, _MARK_RANGES):
        kind = "mark"
    elif category[0] in "LMN" and category != "No":
        kind = "word"
    return kind


def is_han(character: str) -> bool:
    """Whether it is an ideograph, kana, hangul or bopomofo."""
    return kind_of(character) == "han"


def han_share(text: str) -> float:
    """Return how much of the text is Chinese characters, 0–1.

    >>> han_share("茶 tea")
    0.25
    """
    written = [character for character in text if character.isalnum()]
    if not written:
        return 0.0
    return sum("\u2e80" <= character <= "\u9fff" for character in written) / len(written)


def never_starts_line(level: Kinsoku) -> frozenset[str]:
    """Return the marks that may not begin a line: dashes and ellipses only when strict."""
    return NO_LINE_START if level == "strict" else NO_LINE_START - _STRICT_AT_START


def never_ends_line(level: Kinsoku) -> frozenset[str]:
    """Return the marks that may not end a line: the solidus only from the GB level on."""
    return NO_LINE_END - _GB_AT_END if level == "basic" else NO_LINE_END


def is_symbol(character: str) -> bool:
    """Whether it is an arrow, a shape or an enclosed figure: at home in both scripts."""
    return _within(ord(character), _SYMBOL_RANGES)


def is_word(character: str) -> bool:
    """Whether it is a Western letter, digit or combining mark."""
    return kind_of(character) == "word"


def cjk_mark_places(text: str, *, chinese: bool) -> frozenset[int]:
    """Return the places of ambiguous quotes, dashes, ellipses and dots that are Chinese.

    A mark is Chinese when the nearest character on either side is; a pair of quotes agrees;
    doubled dashes in a Chinese text are Chinese; a text of marks only follows the language.

    Args:
        text: All characters of the layer.
        chinese: Whether the layer's language is Chinese.

    >>> sorted(cjk_mark_places("他说“Hi”——it’s", chinese=True))
    [2, 5, 6, 7]
    """
    found: set[int] = set()
    in_chinese = chinese and any(is_han(character) for character in text)
    for place, character in enumerate(text):
        if character not in AMBIGUOUS:
            continue
        if in_chinese and character in DASHES and character in _pair_of(text, place):
            found.add(place)
            continue
        before, after = _neighbour(text, place, -1), _neighbour(text, place, 1)
        if character == "’" and is_word(before or " ") and is_word(after or " "):
            continue
        kinds = {kind_of(c) for c in (before, after) if c}
        if kinds & {"han", "mark"} or (not kinds and chinese):
            found.add(place)
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in _CLOSER:
            opened.append(place)
        elif opened and character == _CLOSER[text[opened[-1]]]:
            first = opened.pop()
            if first in found or place in found:
                found |= {first, place}
        elif character == "\n":
            opened.clear()
    return frozenset(found)


def _pair_of(text: str, place: int) -> str:
    return text[max(0, place - 1) : place] + text[place + 1 : place + 2]


def _neighbour(text: str, place: int, step: int) -> str | None:
    at = place + step
    while 0 <= at < len(text):
        kind = kind_of(text[at])
        if kind == "newline":
            return None
        if text[at] not in AMBIGUOUS and kind not in ("space", "hidden"):
            return text[at]
        at += step
    return None


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
