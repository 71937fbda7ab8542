"""What the client wishes without naming it: moods, occasion, audience, refusals, variants."""

import re
from functools import cache
from typing import Final

from agent.brief import Language
from agent.reading.admission import fold, han_count, is_han, latin_count
from agent.reading.colors import color_vocabulary
from agent.reading.vocabulary import Span, Vocabulary, load_table
from knowledge.lookup import find_styles

__all__ = [
    "audience_of",
    "is_wish",
    "languages_of",
    "mood_spans",
    "moods_of",
    "occasion_of",
    "refusals_of",
    "variants_of",
    "wished",
]

_MAKER_NUMBERS: Final = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "八": 8,
    "十": 10,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}


_BUSINESS: Final = frozenset({"recruitment", "opening", "sale"})
"""Occasions that lead the feast day they fall on: 国庆开业, Christmas sale."""


def moods_of(folded: str, skip: tuple[Span, ...]) -> tuple[str, ...]:
    """Return mood ids in reading order."""
    hits = _moods().find(folded, skip)
    return tuple(dict.fromkeys(hit.id for hit in hits if not _denied(folded, hit.start)))


def mood_spans(folded: str) -> list[Span]:
    """Return where moods are named."""
    return [(hit.start, hit.end) for hit in _moods().find(folded)]


def is_wish(written: str, share: float = 0.5) -> bool:
    """Whether more than a share of the words is a style, a mood or a color."""
    return len(wished(written)) > share * len(written)


def wished(written: str) -> set[int]:
    """Return the positions that words for a style, a mood or a color take."""
    folded = fold(written)
    spans = [*mood_spans(folded)]
    spans += [(hit.start, hit.end) for hit in color_vocabulary().find(folded)]
    spans += [span for match in find_styles(written, 3) for span in match.spans]
    return {position for span in spans for position in range(*span)}


def occasion_of(folded: str) -> str:
    """Return the occasion the brief is about, or an empty text."""
    order: list[str] = list(load_table("occasions"))
    hits = _occasions().find(folded)
    if not hits:
        return ""
    counts = {name: sum(hit.id == name for hit in hits) for name in order}
    first = {name: min((h.start for h in hits if h.id == name), default=0) for name in order}
    return min(order, key=lambda name: (-counts[name], name not in _BUSINESS, first[name]))


def audience_of(text: str, folded: str) -> str:
    """Return who it is for, in the brief's words."""
    for pattern in _patterns("audience"):
        match = pattern.search(folded)
        if match:
            return text[slice(*match.span("who"))].strip()
    return ""


def refusals_of(text: str, folded: str) -> tuple[tuple[str, Span], ...]:
    """Return what must not be there, in the brief's words, each with its span."""
    found = []
    for pattern in _patterns("refusals"):
        for match in pattern.finditer(folded):
            what = text[slice(*match.span("what"))].strip()
            if what and not _pattern("no_refusal").match(folded, match.start("what")):
                found.append((what, match.span()))
    found.sort(key=lambda item: item[1])
    return tuple({what: (what, span) for what, span in found}.values())


def variants_of(folded: str) -> int:
    """Return how many variants are asked for, 1 to 12."""
    for pattern in _patterns("variants"):
        match = pattern.search(folded)
        if match:
            written = match["n"]
            number = int(written) if written.isdigit() else _MAKER_NUMBERS[written]
            return min(12, max(1, number))
    return 1


def languages_of(text: str, folded: str, required: tuple[str, ...]) -> tuple[Language, ...]:
    """Return the languages of the copy: those asked for, else those of the brief."""
    leading: Language = "zh-Hans" if _reads_chinese(text) else "en"
    other: Language = "en" if leading == "zh-Hans" else "zh-Hans"
    if _pattern("both_languages").search(folded):
        return leading, other
    wants_en, wants_zh = (
        bool(_pattern("wants_english").search(folded)),
        bool(_pattern("wants_chinese").search(folded)),
    )
    if wants_en != wants_zh:
        return ("en",) if wants_en else ("zh-Hans",)
    if leading == "en" and any(any(map(is_han, line)) for line in required):
        return (
            ("en", "zh-Hans")
            if any(latin_count(line) > 12 for line in required)
            else ("zh-Hans",)
        )
    return (leading,)


def _reads_chinese(text: str) -> bool:
    words = len(re.findall(r"[A-Za-z]{2,}", text))
    return han_count(text) * 1.0 >= words


def _denied(folded: str, start: int) -> bool:
    return bool(_pattern("denied_before").search(folded[max(0, start - 12) : start]))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, load_table("cues")["wishes"][name]))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_table("cues")["wishes"][name])


@cache
def _moods() -> Vocabulary:
    return Vocabulary(load_table("moods"))


@cache
def _occasions() -> Vocabulary:
    return Vocabulary(load_table("occasions"))
