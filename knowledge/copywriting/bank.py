"""The bank of lines, and how well each suits a subject, a trade, an occasion and a mood.

The lists run from quiet to lively, so a line's place in its list is its register: 0 is
quiet, 1 lively.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from knowledge.copywriting.limits import Script, fits, is_allowed, is_chinese
from knowledge.entries import industries, styles

__all__ = ["Line", "LineRequest", "find_lines", "trade_descriptor"]

BankSlot = Literal["headline", "subhead", "tagline", "cta"]

_BLANK: Final = re.compile(r"\{([^}]+)\}")

_FACT_OF_BLANK: Final = {
    "place": "place",
    "地名": "place",
    "城市": "place",
    "产地": "place",
    "origin": "place",
    "time": "time",
    "时间": "time",
    "date": "date",
    "日期": "date",
    "day": "date",
    "周几": "date",
}

_WEIGHT_OF_PAIR: Final = 3.4
_WEIGHT_OF_NOUN: Final = 2.6
_WEIGHT_OF_OCCASION: Final = 3.0
_WEIGHT_OF_MINOR_OCCASION: Final = 1.6
_WEIGHT_OF_TRADE: Final = 2.2
_WEIGHT_OF_PATTERN: Final = 1.8
_WEIGHT_OF_GROUP: Final = 1.4
_WEIGHT_OF_STYLE: Final = 1.9
_WEIGHT_OF_MOOD: Final = 1.3
_GAIN_WITHOUT_TRADE: Final = 0.6
"""How much more moods say when the brief names no trade."""
_COST_OF_REGISTER: Final = 2.2
_LATER_NOUN: Final = 0.5
"""What each noun further back in the brief loses."""

_MINOR_OCCASIONS: Final = frozenset({"launch", "sale", "party", "charity", "lecture"})
"""Occasions said of many subjects; the subject's own lines lead."""


_SEASONAL: Final = frozenset(
    {"spring_festival", "mid_autumn", "dragon_boat", "christmas", "halloween", "valentine",
     "mothers_day", "teachers_day", "childrens_day", "national_day", "solar_term"}
)  # fmt: skip
"""Feast days; on them the trade's everyday lines are silent."""


@dataclass(frozen=True)
class Line:
    """One line of the bank.

    Attributes:
        text: Ready to set.
        source: Where it comes from, such as ``imagery cat+cat_food_bag``.
        score: How well it suits the request; higher is better.
    """

    text: str
    source: str
    score: float

    @property
    def is_specific(self) -> bool:
        """Whether it speaks of the subject, the occasion or the trade, not of anything."""
        return not self.source.startswith(("mood ", "group general"))


@dataclass(frozen=True, kw_only=True)
class LineRequest:
    """What a line is wanted for.

    Attributes:
        slot: What the line is.
        script: Chinese or English.
        use: Use of the deliverable; rules the length.
        trade: Industry id, or empty.
        nouns: Canonical nouns of the brief, in reading order.
        occasion: wedding, opening … or empty.
        moods: Mood and style ids, leading one first.
        liveliness: 0 is quiet, 1 lively.
        facts: Short facts that may fill a blank of a pattern, by kind.
    """

    slot: BankSlot
    script: Script
    use: str = "general"
    trade: str = ""
    nouns: tuple[str, ...] = ()
    occasion: str = ""
    moods: tuple[str, ...] = ()
    liveliness: float = 0.5
    facts: Mapping[str, str] = field(default_factory=dict)


def find_lines(request: LineRequest) -> list[Line]:
    """Return the lines that suit, best first; each fits its slot and is allowed in an ad."""
    best: dict[str, Line] = {}
    for text, source, weight, register in _candidates(request):
        filled = _filled(text, request.facts)
        if not filled or not is_allowed(filled):
            continue
        if not fits(filled, request.use, request.slot, request.script):
            continue
        score = weight - _COST_OF_REGISTER * abs(register - request.liveliness)
        if filled not in best or best[filled].score < score:
            best[filled] = Line(filled, source, round(score, 4))
    return sorted(best.values(), key=lambda line: (-line.score, line.text))


def trade_descriptor(trade: str, script: Script) -> str:
    """Return what a trade is called under a name, such as 茶 or TEA; empty if unknown."""
    row = _table("trades").get(trade)
    return str(row["descriptor"][script][0]) if row else ""


def _candidates(request: LineRequest) -> Iterator[tuple[str, str, float, float]]:
    """Yield text, source, weight and register."""
    for key, row in _table("imagery").items():
        wanted = key.split("+")
        if all(noun in request.nouns for noun in wanted):
            weight = _WEIGHT_OF_PAIR if len(wanted) > 1 else _WEIGHT_OF_NOUN
            weight -= _LATER_NOUN * min(request.nouns.index(noun) for noun in wanted)
            yield from _graded(row, request, f"imagery {key}", weight)
    if request.occasion:
        minor = request.occasion in _MINOR_OCCASIONS
        minor = minor and request.slot != "cta"
        weight = _WEIGHT_OF_MINOR_OCCASION if minor else _WEIGHT_OF_OCCASION
        row = _table("occasions").get(request.occasion, {})
        yield from _graded(row, request, f"occasion {request.occasion}", weight)
    trade = _table("trades").get(request.trade)
    is_seasonal = request.occasion in _SEASONAL
    if trade is not None and _speaks_for(trade, request.nouns) and not is_seasonal:
        yield from _graded(trade, request, f"trade {request.trade}", _WEIGHT_OF_TRADE)
        yield from _patterns(request)
    for mood in request.moods:
        weight = _WEIGHT_OF_STYLE if mood in styles() else _WEIGHT_OF_MOOD
        weight += 0.0 if trade is not None else _GAIN_WITHOUT_TRADE
        row = _table("moods").get(mood, {})
        yield from _graded(row, request, f"mood {mood}", weight)
    group = trade["group"] if trade is not None else "general"
    yield from _graded(_table("groups")[group], request, f"group {group}", _WEIGHT_OF_GROUP)


def _speaks_for(trade: dict[str, Any], nouns: tuple[str, ...]) -> bool:
    """Whether the trade's own lines suit: a dog walker is no dog food."""
    return "needs" not in trade or bool(set(trade["needs"]) & set(nouns))


def _graded(
    row: dict[str, Any], request: LineRequest, source: str, weight: float
) -> Iterator[tuple[str, str, float, float]]:
    lines: list[str] = row.get(request.slot, {}).get(request.script, [])
    for index, text in enumerate(lines):
        register = index / (len(lines) - 1) if len(lines) > 3 else request.liveliness
        yield text, source, weight, register


def _patterns(request: LineRequest) -> Iterator[tuple[str, str, float, float]]:
    trade = industries().get(request.trade)
    if trade is None:
        return
    source = f"patterns of {request.trade}"
    if request.slot == "headline":
        for text in trade.headline_patterns[request.script]:
            yield _display(text), source, _WEIGHT_OF_PATTERN, 0.5
    elif request.slot == "tagline":
        for tone in trade.tagline_patterns:
            text = tone.zh if request.script == "zh" else tone.en
            yield _display(text), source, _WEIGHT_OF_PATTERN, 0.5


def _display(text: str) -> str:
    """Return a Chinese line with Chinese punctuation, one English sentence without its stop."""
    if is_chinese(text):
        return text.replace(",", "，").replace("!", "！").rstrip("。")
    return text.removesuffix(".") if text.count(".") == 1 else text


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """Return the line with its blanks filled, or empty when a fact is missing."""
    for blank in _BLANK.findall(text):
        value = facts.get(_FACT_OF_BLANK.get(blank.lower(), ""), "")
        if not value or len(value) > 12:
            return ""
        text = text.replace("{" + blank + "}", value)
    return text


@cache
def _table(name: str) -> dict[str, Any]:
    loaded = json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8"))
    return {key: value for key, value in loaded.items() if key != "meta"}
