"""Facts: dates, times, places, prices, discounts and contacts, exactly as written."""

import re
from functools import cache
from typing import Final

from agent.brief import Fact, FactKind
from agent.reading.vocabulary import Span, load_table, overlaps

__all__ = ["SpannedFact", "find_facts"]

SpannedFact = tuple[Fact, Span]

_RATIO: Final = re.compile(r"9:16|16:9|3:4|4:3|1:1|4:5|2:3|3:2|2:1")
"""Page proportions, not times of day."""


def find_facts(text: str, folded: str, skip: tuple[Span, ...] = ()) -> list[SpannedFact]:
    """Return the facts in reading order; of two that overlap, the first pattern's."""
    taken: list[Span] = list(skip)
    found: list[SpannedFact] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(folded):
            span = _trimmed(text, match.span())
            if overlaps(span, taken) or _is_talk(folded, span) or _splits_word(folded, span):
                continue
            if kind == "time" and _RATIO.fullmatch(folded[slice(*span)]):
                continue
            if kind in {"date", "time"}:
                span = _with_edges(folded, span)
            if kind == "discount":
                span = _with_goods(folded, span)
            taken.append(span)
            found.append((Fact(kind=kind, text=text[span[0] : span[1]]), span))
    for fact, span in _clear_of(taken, _places(text, folded)):
        if not overlaps(span, taken):
            taken.append(span)
            found.append((fact, span))
    return sorted(found, key=lambda item: item[1])


def _with_edges(folded: str, span: Span) -> Span:
    """Return the span with the word that makes it a deadline or a beginning: until, 截至."""
    start, end = span
    for name in ("edge_before_keep_en", "edge_before_zh"):
        before = _edge(name).search(folded[max(0, start - 32) : start])
        if before:
            start -= len(before.group())
            break
    after = _edge("edge_after_zh").match(folded[end : end + 5])
    return start, end + (after.end() if after else 0)


def _with_goods(folded: str, span: Span) -> Span:
    """Return the span with what the discount is on, when that opens the clause: 涂氟8折."""
    goods = re.search(r"(?:^|[，。；、,;\s])([\u4e00-\u9fff]{1,4})$", folded[: span[0]])
    return (goods.start(1), span[1]) if goods and folded[span[0]].isdigit() else span


def _clear_of(taken: list[Span], places: list[SpannedFact]) -> list[SpannedFact]:
    """Return the places cut off where another fact begins: the Lantern, Thursday."""
    cleared = []
    for fact, (start, end) in places:
        cuts = [other for other, _ in taken if start < other < end]
        if not cuts:
            cleared.append((fact, (start, end)))
        elif written := fact.text[: min(cuts) - start].rstrip(" ,"):
            cleared.append((Fact(kind="place", text=written), (start, start + len(written))))
    return cleared


def _places(text: str, folded: str) -> list[SpannedFact]:
    spans = [match.span(1) for match in _cue("place_zh").finditer(folded)]
    spans += [
        match.span(1)
        for match in _cue("place_en").finditer(text)
        if not _cue("no_place").match(folded, match.start(1))
    ]
    spans += [match.span(1) for match in _edge("base").finditer(text)]
    for match in _cue("venue").finditer(text):
        spans.append(match.span(match.lastgroup or 0))
    return [(Fact(kind="place", text=text[start:end]), (start, end)) for start, end in spans]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.&"):
        end -= 1
    return start, end


def _is_talk(folded: str, span: Span) -> bool:
    """Whether the words around say it is about the job, not for the page."""
    return bool(
        _cue("talk_before").search(folded, max(0, span[0] - 24), span[0])
        or _cue("talk_after").search(folded[span[1] : span[1] + 8])
    )


def _splits_word(folded: str, span: Span) -> bool:
    before = folded[span[0] - 1] if span[0] else ""
    after = folded[span[1]] if span[1] < len(folded) else ""
    first, last = folded[span[0]], folded[span[1] - 1]
    return (
        (first.isascii() and first.isalpha() and before.isascii() and before.isalpha())
        or (last.isascii() and last.isalpha() and after.isascii() and after.isalpha())
        or (first.isdigit() and before.isdigit())
    )


@cache
def _patterns() -> tuple[tuple[FactKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(p)) for kind, p in load_table("cues")["facts"]["patterns"])


@cache
def _edge(name: str) -> re.Pattern[str]:
    return re.compile(load_table("venues")[name])


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(load_table("cues")["facts"][name])
