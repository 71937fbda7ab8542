"""Where lines may break: a cost before every character, for Latin and Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Any, Final

import budoux

from compositor.typography.characters import (
    CLOSING,
    DASHES,
    HAN_UNITS,
    OPENING,
    STOPS,
    WIDE_EXCLAMATIONS,
    CharacterKind,
    Kinsoku,
    cjk_mark_places,
    kind_of,
    never_ends_line,
    never_starts_line,
)
from compositor.typography.hyphens import SOFT_HYPHEN, hyphen_places
from compositor.typography.segment import words_of

__all__ = [
    "ADDRESS",
    "HALVES",
    "HYPHEN",
    "KEPT",
    "KINSOKU",
    "NORMAL",
    "SENSE",
    "WORD",
    "break_costs",
    "pause_places",
    "phrases",
]

SENSE: Final = 3.5
"""Up to this cost a break falls between phrases."""
KEPT: Final = 20.0
"""Up to this cost a break parts no date, and in a title no word and no name."""
HALVES: Final = 24.0
"""Up to this cost a break parts at most a phrase of four characters, in the middle."""
HYPHEN: Final = 12.0
"""Inside a Western word at a syllable, a hyphen added; only where asked for."""
NORMAL: Final = 50.0
"""Below this cost a break is regular."""
ADDRESS: Final = 60.0
"""Inside a web address, after its own marks: before a word is broken."""
WORD: Final = 100.0
"""Inside a Western word: only when the word is wider than the line."""
KINSOKU: Final = 1000.0
"""Against the rules: only when a single unit is wider than the line."""

_JOINERS = frozenset("\u2060\ufeff")
_STICKY = frozenset("\u00a0\u202f\u2007\u2011")
"""Never break after the first kind, nor beside the second."""
_IN_PHRASE = 6.0
_IN_SHORT_WORD = 5.0
_IN_WORD = 30.0
_IN_HALVES = 22.0
_IN_DATE = 25.0
_ALONE = 7.0
_PARAGRAPH_END = re.compile(r"[^\w\n]*(?:\n|\Z)")
_HAN_STRETCH = re.compile(r"[\u4e00-\u9fff]+")
_NUMERALS = frozenset("〇零一二三四五六七八九十")
_WEAK_ENDS = frozenset("的了之")
_LEADERS = frozenset(
    "与和及在或把被将让给对从向为以于而但不很更最太真正又也都就还再只仅每各这那本该某请是恰却仍曾已未才刚若"
)
"""Words that belong to what follows."""
_PARTICLES = frozenset("的了着过们吗呢吧啊呀地得之")
_SHORT_WORD = re.compile(
    r"an?|the|of|to|for|and|in|on|at|by|or|with|from|as|is|are|be|your|our|my|its",
    re.IGNORECASE,
)
_LATIN_UNITS = (
    r"(?:%|‰|°C|°F|°|℃|ml|mL|l|L|g|kg|mg|mm|cm|m|km|m²|oz|lb|in|ft|W|kW|V|Hz|kHz|MHz|GHz|"
    r"KB|MB|GB|TB|px|pt|h|min|s|am|pm|AM|PM|RMB|CNY|USD|EUR|AED)"
)
_UNITS = (
    re.compile(rf"[0-9] ?(?:[{HAN_UNITS}]|{_LATIN_UNITS}(?![A-Za-z]))"),
    re.compile(r"(?:[$£€¥￥]|RMB|CNY|USD|EUR|AED|US\$|HK\$) ?[0-9]"),
    re.compile(r"[0-9](?:[.,:：/×xX~～\-–—]+)[0-9]"),
    re.compile(r"第[0-9一二三四五六七八九十百千零〇两]+[章条届节期回名位次层集季辑代]?"),
    re.compile(r"[—]{2,}|[…]{2,}|[⋯]{2,}"),
    re.compile(r"(?:Nº|No\.|№|Vol\.|Tel:?|Mr\.|Ms\.|Mrs\.|Dr\.) ?[0-9A-Za-z]"),
)
_DATE = re.compile(r"(?:[0-9]{2,4} ?年 ?)?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?[日号])?")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_PAUSE = re.compile(r"[，；。！？：、][”’」』）》】]*|[,;:!?.][\"'”’)]* +")
_THAI = re.compile(r"[\u0e00-\u0e7f]+")
_TITLE = re.compile(r"《[^《》\n]{1,10}》|「[^「」\n]{1,8}」|“[^“”\n]{1,8}”")


@dataclass(frozen=True)
class _Text:
    """A text, and what is known of its places.

    Attributes:
        text: All characters of the layer.
        kinds: What each of them is.
        starts: Places where phrases begin.
        no_start: Marks that may not begin a line.
        no_end: Marks that may not end one.
    """

    text: str
    kinds: tuple[CharacterKind, ...]
    starts: frozenset[int]
    no_start: frozenset[str]
    no_end: frozenset[str]


@lru_cache(maxsize=1024)
def break_costs(
    text: str,
    *,
    chinese: bool = True,
    sense: bool = False,
    level: Kinsoku = "strict",
    hyphenate: str = "",
) -> tuple[float, ...]:
    """Return the cost of a break before each character; `inf` where none may ever be.

    Costs up to `SENSE` lie between phrases, up to `KEPT` at places that part nothing which
    belongs together, below `NORMAL` at regular places; `WORD` and `KINSOKU` are last
    resorts. Line ends in the text cost -1: they must be taken.

    Args:
        text: All characters of the layer.
        chinese: Whether the layer's language is Chinese.
        sense: Whether to tell phrases apart; without it every regular Chinese break costs 1.
        level: Which marks may not begin or end a line.
        hyphenate: Language, BCP 47, by whose syllables words may break; empty for none.

    >>> [round(c) for c in break_costs("好，不")]
    [0, 1000, 0]
    """
    marks = cjk_mark_places(text, chinese=chinese)
    whole = _Text(
        text,
        tuple("mark" if place in marks else kind_of(c) for place, c in enumerate(text)),
        phrases(text) if sense else frozenset(range(len(text))),
        never_starts_line(level),
        never_ends_line(level),
    )
    openings, closings = _straight_quotes(text)
    costs = [0.0] * len(text)
    for place in range(1, len(text)):
        costs[place] = _cost(whole, place)
        if costs[place] < KINSOKU and (place in closings or place - 1 in openings):
            costs[place] = KINSOKU
    if sense:
        _keep_words(text, costs)
    for match in _DATE.finditer(text):
        _raise_inside(costs, match.span(), _IN_DATE, only_regular=True)
    for span in _unit_spans(text):
        _raise_inside(costs, span, KINSOKU)
    for match in _ADDRESS.finditer(text):
        for place in range(match.start() + 1, match.end()):
            if text[place - 1] in "/?&=-._" and text[place] not in "/?&=-._":
                costs[place] = ADDRESS
    for place in hyphen_places(text, hyphenate) if hyphenate else ():
        costs[place] = min(costs[place], HYPHEN)
    for match in _TITLE.finditer(text) if sense else ():
        for place in range(match.start() + 1, match.end()):
            costs[place] += 2.5 if 0 <= costs[place] < NORMAL else 0.0
    return tuple(costs)


def pause_places(text: str) -> dict[int, float]:
    """Return the places after a stop inside the text, with how strong the pause is, 0–1.

    >>> pause_places("若有若无，恰是最近的距离。")
    {5: 1.0}
    """
    found: dict[int, float] = {}
    for match in _PAUSE.finditer(text):
        if match.end() < len(text) and text[match.end()] != "\n":
            found[match.end()] = 0.5 if match[0][0] == "、" else 1.0
    return found


def _keep_words(text: str, costs: list[float]) -> None:
    """Raise the costs inside the words and names of a title.

    Two guesses, by phrase and by dictionary, may differ over a word of two characters: such
    a place is merely a bad one.
    """
    starts = phrases(text)
    for first, last, is_name in words_of(text):
        if all(character in _NUMERALS for character in text[first:last]):
            continue
        if is_name and last < len(text) and text[last] not in _PARTICLES:
            costs[last] = min(costs[last], 2.0) if costs[last] < NORMAL else costs[last]
        for place in range(first + 1, last):
            if not 0 <= costs[place] < NORMAL:
                continue
            sure = is_name or last - first > 2 or place not in starts
            costs[place] = max(costs[place], _IN_WORD if sure else _IN_SHORT_WORD)
    _keep_rhythm(text, costs)


def _keep_rhythm(text: str, costs: list[float]) -> None:
    """Halve phrases of four characters, and leave no character alone at either end."""
    for match in _HAN_STRETCH.finditer(text):
        first, last = match.span()
        linked = text[first + 1 : first + 2] in _LEADERS or text[last - 2] in _PARTICLES
        if last - first == 4 and not linked:
            halved = costs[first + 2] <= KEPT
            costs[first + 2] = min(costs[first + 2], 1.0 if halved else _IN_HALVES)
        alone = (first + 1,) if first == 0 or text[first - 1] == "\n" else ()
        if _PARAGRAPH_END.match(text, last):
            alone = (*alone, last - 1)
        for place in alone:
            if first < place < last and 0 <= costs[place] < NORMAL:
                costs[place] = max(costs[place], _ALONE)


def _raise_inside(
    costs: list[float], span: tuple[int, int], least: float, *, only_regular: bool = False
) -> None:
    for place in range(span[0] + 1, span[1]):
        if costs[place] >= 0 and not (only_regular and costs[place] >= NORMAL):
            costs[place] = max(costs[place], least)


@lru_cache(maxsize=1024)
def phrases(text: str) -> frozenset[int]:
    """Return where phrases begin, particles held to the word before them."""
    found: set[int] = set()
    at = 0
    for piece in _parser().parse(text):
        if not (piece and piece[0] in _PARTICLES):
            found.add(at)
        at += len(piece)
    return frozenset(found)


@lru_cache(maxsize=1)
def _parser() -> Any:
    return budoux.load_default_simplified_chinese_parser()


@lru_cache(maxsize=256)
def _thai_starts(text: str) -> frozenset[int]:
    """Return where Thai words begin: Thai is written without spaces between them."""
    parser = budoux.load_default_thai_parser()
    pieces = [piece for match in _THAI.finditer(text) for piece in _placed(parser, match)]
    return frozenset(pieces)


def _placed(parser: Any, match: re.Match[str]) -> Iterator[int]:
    at = match.start()
    for piece in parser.parse(match[0]):
        yield at
        at += len(piece)


def _cost(whole: _Text, place: int) -> float:
    text, kinds = whole.text, whole.kinds
    before, after = text[place - 1], text[place]
    if kinds[place - 1] == "newline":
        return -1.0
    if kinds[place] in ("newline", "space", "hidden") or before in _JOINERS:
        return inf
    if unicodedata.category(after)[0] == "M":
        return inf
    if after in _STICKY or before in _STICKY:
        return KINSOKU
    last = place - 1
    while last and kinds[last] == "hidden":
        last -= 1
    if before == "\u200b" and kinds[last] != "space":
        forbidden = after in whole.no_start or text[last] in whole.no_end
        return KINSOKU if forbidden else 1.0
    if before == SOFT_HYPHEN and kinds[last] == kinds[place] == "word":
        return HYPHEN
    if kinds[last] == "space":
        return _after_space(whole, place)
    return _between(whole, last, place)


def _between(whole: _Text, last: int, place: int) -> float:
    before, after = whole.text[last], whole.text[place]
    if after in whole.no_start or before in whole.no_end or (before == after in DASHES):
        return KINSOKU
    if {"han", "mark"} & {whole.kinds[last], whole.kinds[place]}:
        return _beside_chinese(before, after, place, whole.starts)
    if _THAI.match(before) and _THAI.match(after):
        return 1.0 if place in _thai_starts(whole.text) else WORD
    return _inside_western(whole.text, place)


def _after_space(whole: _Text, place: int) -> float:
    text, kinds = whole.text, whole.kinds
    last = place - 1
    while last and kinds[last - 1] in ("space", "hidden"):
        last -= 1
    if text[place] in whole.no_start or (last and text[last - 1] in whole.no_end):
        return KINSOKU
    if last == 0:
        return KINSOKU
    if kinds[last - 1] in ("han", "mark") or kinds[place] in ("han", "mark"):
        return 0.5
    first = last
    while first and kinds[first - 1] == "word":
        first -= 1
    return 3.0 if _SHORT_WORD.fullmatch(text[first:last]) else 1.0


def _beside_chinese(before: str, after: str, place: int, starts: frozenset[int]) -> float:
    if before in STOPS or before in WIDE_EXCLAMATIONS or before in CLOSING:
        return 0.0
    if before in ",.;:!?)" or before in DASHES:
        return 0.5
    if after in OPENING:
        return 0.5
    if place not in starts:
        return _IN_PHRASE
    if before in _LEADERS:
        return 4.5
    if before in _WEAK_ENDS:
        return 2.5
    # A phrase of one character clings to one of its neighbours; which, is not known.
    return 2.0 if place + 1 in starts or place - 1 in starts else 1.0


def _inside_western(text: str, place: int) -> float:
    before, after = text[place - 1], text[place]
    earlier = text[max(0, place - 3) : place - 1]
    if before in "-‐" and earlier.isalpha() and len(earlier) == 2 and after.isalpha():
        return 2.0
    if before in "—–" and not after.isdigit():
        return 1.5
    return WORD


def _straight_quotes(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of opening and closing straight quotes, by turns within a paragraph."""
    openings: set[int] = set()
    closings: set[int] = set()
    is_open = False
    for place, character in enumerate(text):
        if character == "\n":
            is_open = False
        elif character == '"':
            if not is_open and '"' in text[place + 1 :].split("\n", 1)[0]:
                openings.add(place)
                is_open = True
            elif is_open:
                closings.add(place)
                is_open = False
    return frozenset(openings), frozenset(closings)


def _unit_spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _UNITS:
        at = 0
        while match := pattern.search(text, at):
            yield match.start(), match.end()
            at = match.start() + 1
