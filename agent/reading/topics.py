"""The topic: what a poster is about, in the client's own words, such as Summer sale."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from agent.brief import BrandName
from agent.reading.shops import shop_words
from agent.reading.vocabulary import Span, load_table, overlaps
from agent.reading.wishes import is_wish

__all__ = ["find_roles", "find_topic"]

_LONGEST_ZH: Final = 16
_LONGEST_EN: Final = 44
_SHORTEST_PLAIN: Final = 4
_SHOWN_AT_THE_DOOR: Final = ("凭", "持", "本", "此", "出示")
"""Words after which an invitation is a paper the guest carries, not what is asked for."""
_WORDS_BEFORE: Final = 4
"""How many English words before its last one a topic may have."""


def find_topic(text: str, folded: str, brand: BrandName, busy: tuple[Span, ...]) -> Span | None:
    """Return where the brief says what the poster announces; None when it does not.

    Args:
        text: The brief.
        folded: The same, folded.
        brand: The names found; a topic begins after them.
        busy: Spans that say something else: quoted texts, refusals, moods, facts.
    """
    for start, end in (
        *_chinese(text, brand, busy),
        *_english(text, folded, busy),
        *_apposed(text, brand),
    ):
        span = _stripped(text, start, end)
        if span[0] < span[1] and not overlaps(span, busy):
            return span
    return None


def find_roles(text: str, busy: tuple[Span, ...]) -> list[Span]:
    """Return the jobs a recruitment poster lists without a label, in reading order."""
    roles = re.compile(rf"(?<![\w])(?:{_cues()['roles']})(?![\w])")
    spans = [match.span() for match in roles.finditer(text)]
    return [span for span in spans if not overlaps(span, busy)]


def _chinese(text: str, brand: BrandName, busy: tuple[Span, ...]) -> Iterator[Span]:
    """Yield phrases before a word for a poster, then the opening clause."""
    cues = _cues()
    for match in re.finditer(cues["poster_words_zh"], text):
        start = _clause_start(text, match.start(), busy)
        if text[start : match.start()].endswith(_SHOWN_AT_THE_DOOR):
            continue
        yield from _topic_in(text, start, match.start(), brand)
        after = re.compile(r"\s*[:：]\s*(?P<rest>[^，。；、,.;\n“「《\"]{2,16})").match(
            text, match.end()
        )
        if after:
            yield from _topic_in(text, *after.span("rest"), brand)
    opening = re.match(r"[^，。；！、,.;!\n“「《\"：:]{2,30}", text)
    if opening:
        yield from _topic_in(text, 0, opening.end(), brand)
    named = re.search(cues["named_zh"], text)
    if named:
        yield named.span("topic")
    for match in re.finditer(cues["poster_words_zh"], text):
        start = _clause_start(text, match.start(), busy)
        if text[start : match.start()].endswith(_SHOWN_AT_THE_DOOR):
            continue
        yield from _plain_topic(text, start, match.start(), brand)


def _clause_start(text: str, end: int, busy: tuple[Span, ...]) -> int:
    clause = re.search(r"[^，。；！？：:,.;!?\n“”「」《》\"]*$", text[:end])
    start = clause.start() if clause else end
    return max([start, *(stop for _, stop in busy if start < stop <= end)])


def _topic_in(text: str, start: int, end: int, brand: BrandName) -> Iterator[Span]:
    """Yield the topic within a Chinese phrase: from its own first word to its head."""
    cues = _cues()
    lead = re.match(cues["lead_zh"], text[start:end])
    start += lead.end() if lead else 0
    phrase = text[start:end]
    heads = "|".join(
        map(re.escape, sorted(cues["heads_zh"], key=lambda word: (-len(word), word)))
    )
    found = list(re.finditer(heads, phrase))
    if not found:
        return
    last = found[-1]
    tail = phrase[last.end() :]
    stop = start + (len(phrase) if _is_part(tail) else last.end())
    own = re.match(r"(?:为|给|帮|替)?.*的", text[start:stop])
    if own and own.end() <= stop - start - 2:
        start += own.end()
    whole = (start, stop)
    if brand.zh and brand.zh in text[start:stop]:
        start = text.index(brand.zh, start) + len(brand.zh)
    owner = re.match(rf"{shop_words()}|{cues['owner_zh']}", text[start:stop])
    start += owner.end() if owner else 0
    while start < stop and text[start] in "的 新" and stop - start > 3 and text[start] != "新":
        start += 1
    bare = text[start:stop]
    if bare in cues["need_owner"] or len(bare) < 2:
        start = whole[0]
    stop -= 2 if re.search(r"...推广$", text[start:stop]) else 0
    if 2 <= stop - start <= _LONGEST_ZH and text[start:stop] not in cues["not_topics"]:
        yield start, stop


def _plain_topic(text: str, start: int, end: int, brand: BrandName) -> Iterator[Span]:
    """Yield what stands right before the word for a poster, unless it only wishes a look."""
    cues = _cues()
    lead = re.match(cues["lead_zh"], text[start:end])
    start += lead.end() if lead else 0
    own = re.match(r".*的", text[start:end])
    start += own.end() if own and own.end() < end - start else 0
    phrase = text[start:end]
    if brand.is_given and phrase in {brand.zh, brand.latin}:
        return
    is_look = re.search(cues["plain_zh"], phrase) is not None or is_wish(phrase)
    if not re.search(r"[\u4e00-\u9fff]", phrase):
        return
    if _SHORTEST_PLAIN <= len(phrase) <= _LONGEST_ZH and not is_look:
        yield start, end


def _is_part(tail: str) -> bool:
    """Whether what follows the head still belongs to it: 招聘 + 算法工程师."""
    return bool(tail) and re.fullmatch(_cues()["roles"], tail) is not None


def _english(text: str, folded: str, busy: tuple[Span, ...]) -> Iterator[Span]:
    cues = _cues()
    for match in re.finditer(cues["hiring_en"], text):
        yield match.span(match.lastgroup or 0)
    heads = "|".join(map(_english_head, sorted(cues["heads_en"], key=lambda w: (-len(w), w))))
    stops = frozenset(cues["stops_en"])
    for match in re.finditer(rf"\b(?:{heads})\b{cues['after_en']}", folded):
        start = match.start()
        if overlaps(match.span(), busy):
            continue
        for _ in range(_WORDS_BEFORE):
            word = re.search(r"([A-Za-z0-9][\w'’&-]*)[ ]$", text[:start])
            if word is None or word[1].lower() in stops or overlaps(word.span(1), busy):
                break
            start = word.start()
        start = _opening(text, start, stops)
        phrase = folded[start : match.end()]
        follows = re.match(r"\s*(\w+)", folded[match.end() :])
        named = follows is not None and follows[1] in cues["poster_en"]
        if phrase in cues["never"] or (phrase in cues["not_topics"] and not named):
            continue
        if phrase.isascii() and match.end() - start <= _LONGEST_EN:
            yield start, match.end()
    for name in ("offer_en", "asked_en", "named_en"):
        for match in re.finditer(cues[name], text):
            yield match.span(match.lastgroup or "topic")
    posters = "|".join(cues["poster_en"])
    opening = re.match(
        rf"\s*(?P<topic>[A-Z][\w'’-]*(?: [a-z&][\w'’-]*){{1,3}}) (?:{posters})\b", text
    )
    if opening:
        words = opening["topic"].lower().split()
        is_medium = bool({*words} & {*cues["media_en"]})
        if not (is_medium or stops.intersection(words) or is_wish(opening["topic"])):
            yield opening.span("topic")


def _apposed(text: str, brand: BrandName) -> Iterator[Span]:
    """Yield what the brief calls the brand: Halo, a smart desk lamp."""
    if brand.latin:
        pattern = (
            rf"{re.escape(brand.latin)},\s(?:an?|our|the)\s(?P<topic>[a-z][\w'’ -]{{3,36}}?)"
            r"(?=[.,;\n]|$| that | with )"
        )
        for match in re.finditer(pattern, text):
            yield match.span("topic")


def _opening(text: str, start: int, stops: frozenset[str]) -> int:
    """Return the clause's own beginning when little stands before: Back to school sale."""
    lead = re.search(r"(?:^|[.!?\n]\s*)(?P<lead>(?:[A-Za-z][\w'’-]* ){1,3})$", text[:start])
    if lead is None:
        return start
    first = lead["lead"].split()[0]
    is_own = first[0].isupper() and first.lower() not in stops
    return lead.start("lead") if is_own else start


def _english_head(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"[ -]").replace("'", "['’]")


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " 　的，,、-":
        start += 1
    while end > start and text[end - 1] in " 　的，,、-":
        end -= 1
    return start, end


@cache
def _cues() -> dict[str, Any]:
    cues: dict[str, Any] = load_table("topics")
    return cues
