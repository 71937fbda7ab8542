"""Venues and speakers without a label: names that stand in a list with a date or a time."""

import re
from functools import cache

from agent.brief import Fact
from agent.reading.admission import fold, han_count
from agent.reading.facts import SpannedFact
from agent.reading.nouns import find_nouns
from agent.reading.vocabulary import Span, load_table, overlaps
from agent.reading.wishes import is_wish, occasion_of
from knowledge.copywriting.places import place_in_english

__all__ = ["find_speakers", "find_venues", "venue_spans"]

_SENTENCE = re.compile(r"[。！？!?\n]|\.(?=\s+[A-Z]|\s*$)")
_PIECE = re.compile(r"[^，,；;、|·]+")
_ABBREVIATED = re.compile(r"\b(?:[Nn]o|St|Mt|Dr|Mr|Mrs|[a-z])$")


def find_venues(
    text: str, facts: list[SpannedFact], busy: tuple[Span, ...]
) -> list[SpannedFact]:
    """Return the places listed beside a date or time that carry no label.

    Args:
        text: The brief.
        facts: What is known; a place is looked for only in their sentences.
        busy: Spans that say something else: names, quoted texts, topics.
    """
    spans = venue_spans(text, facts, busy)
    return [(Fact(kind="place", text=text[start:end]), (start, end)) for start, end in spans]


def venue_spans(text: str, facts: list[SpannedFact], busy: tuple[Span, ...]) -> list[Span]:
    """Return the spans of such places; two that follow each other are one."""
    dated = [span for fact, span in facts if fact.kind in {"date", "time"}]
    taken = (*busy, *(span for _, span in facts))
    found: list[Span] = []
    for sentence in _sentences(text):
        inside = [span for span in dated if overlaps(span, (sentence,))]
        if not inside or any(
            fact.kind == "place" and overlaps(span, (sentence,)) for fact, span in facts
        ):
            continue
        first = min(inside)[0]
        for start, end in _pieces(text, sentence, dated):
            follows = re.match(r"[，, ]\s?$", text[_last_end(inside, start) : start])
            is_place = _is_venue(text[start:end], is_first=start < first) or (
                follows is not None and _is_bare_venue(text[start:end])
            )
            if overlaps((start, end), taken) or not is_place:
                continue
            if found and re.fullmatch(r",\s", text[found[-1][1] : start]):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def find_speakers(text: str, facts: list[SpannedFact], busy: tuple[Span, ...]) -> list[Span]:
    """Return names of people listed before the first date, as a talk's poster lists them."""
    dated = [span for fact, span in facts if fact.kind in {"date", "time"}]
    taken = (*busy, *(span for _, span in facts))
    found = []
    for sentence in _sentences(text):
        inside = [span for span in dated if overlaps(span, (sentence,))]
        for span in _pieces(text, sentence, dated):
            if not inside or span[0] > min(inside)[0] or overlaps(span, taken):
                continue
            written = text[slice(*span)]
            if _cue("person_en").search(written) and not is_wish(text[slice(*span)]):
                found.append(span)
    return found


def _sentences(text: str) -> list[Span]:
    found, start = [], 0
    for match in _SENTENCE.finditer(text):
        if match.group() == "." and _ABBREVIATED.search(text[: match.start()]):
            continue
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))]


def _pieces(text: str, sentence: Span, dated: list[Span]) -> list[Span]:
    """Return the items of a list; a Chinese one may also stand after the space of a date."""
    found = []
    for match in _PIECE.finditer(text, *sentence):
        start, end = match.span()
        inner = [span for span in dated if overlaps(span, ((start, end),))]
        if inner:
            start = max(span[1] for span in inner)
        label = re.match(rf"[\s:：]*(?:{_rows()['label_zh']})?\s*", text[start:end])
        start += label.end() if label else 0
        while end > start and text[end - 1] in ' .\t。”"':
            end -= 1
        if start < end:
            found.append((start, end))
    return found


def _is_venue(written: str, *, is_first: bool) -> bool:
    """Whether the words name a place; those before the date may name a person."""
    if is_wish(written):
        return False
    if re.search(r"[\u4e00-\u9fff]", written):
        if not 2 <= len(written) <= 20 or _cue("not_venue_zh").search(written):
            return False
        is_city = len(written) <= 4 and place_in_english(written) != ""
        return is_city or _cue("venue_zh").search(written) is not None
    if not _cue("venue_en").fullmatch(written) or _cue("not_venue_en").search(written):
        return False
    is_person = is_first and _cue("person_en").search(written)
    return not is_person or _cue("place_word_en").search(written) is not None


def _last_end(spans: list[Span], start: int) -> int:
    """Return where the last of the spans before a position ends; the position if none."""
    return max((end for _, end in spans if end <= start), default=start)


def _is_bare_venue(written: str) -> bool:
    """Whether a few Chinese characters right after a date are no wish and no thing."""
    folded = fold(written)
    if not 2 <= len(written) == han_count(written) <= 8 or is_wish(written):
        return False
    speaks = _cue("speaks_zh").search(written) or _cue("not_venue_zh").search(written)
    shown = sum(end - start for _, (start, end) in find_nouns(written, folded, ()))
    return not (speaks or occasion_of(folded) or shown * 2 >= len(written))


@cache
def _rows() -> dict[str, str]:
    rows: dict[str, str] = load_table("venues")
    return rows


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(_rows()[name])
