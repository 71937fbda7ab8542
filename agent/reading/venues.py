"""Venues and speakers without a label: names that stand in a list with a date or a time."""

import re
from functools import cache

from agent.brief import Fact
from agent.reading.admission import fold
from agent.reading.colors import color_vocabulary
from agent.reading.facts import SpannedFact
from agent.reading.vocabulary import Span, load_table, overlaps
from agent.reading.wishes import mood_spans
from knowledge.copywriting.places import place_in_english
from knowledge.lookup import find_styles

__all__ = ["find_speakers", "find_venues", "venue_spans"]

_SENTENCE = re.compile(r"[。！？!?\n]|\.(?=\s+[A-Z]|\s*$)")
_PIECE = re.compile(r"[^，,；;、|·]+")
_ABBREVIATED = re.compile(r"\b(?:[Nn]o|St|Mt|Dr|Mr|Mrs|[a-z])$")


def find_venues(text: str, facts: list[SpannedFact], busy: tuple[Span, ...]) -> list[SpannedFact]:
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
            is_place = _is_venue(text, (start, end), start < first)
            if overlaps((start, end), taken) or not is_place:
                continue
            if found and re.fullmatch(r",\s", text[found[-1][1] : start]):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def find_speakers(
    text: str, facts: list[SpannedFact], busy: tuple[Span, ...]
) -> list[Span]:
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
            if _cue("person_en").search(written) and not _is_wish(text, span):
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
        while end > start and text[end - 1] in " .\t。”\"":
            end -= 1
        if start < end:
            found.append((start, end))
    return found


def _is_venue(text: str, span: Span, is_before: bool) -> bool:
    written = text[slice(*span)]
    if _is_wish(text, span):
        return False
    if re.search(r"[\u4e00-\u9fff]", written):
        if not 2 <= len(written) <= 20 or _cue("not_venue_zh").search(written):
            return False
        is_city = len(written) <= 4 and place_in_english(written) != ""
        return is_city or _cue("venue_zh").search(written) is not None
    if not _cue("venue_en").fullmatch(written) or _cue("not_venue_en").search(written):
        return False
    is_person = is_before and _cue("person_en").search(written)
    return not is_person or _cue("place_word_en").search(written) is not None


def _is_wish(text: str, span: Span) -> bool:
    """Whether the words are a style, a mood or a color."""
    written = text[slice(*span)]
    folded = fold(written)
    covered = sum(hit.end - hit.start for hit in color_vocabulary().find(folded))
    covered += sum(end - start for start, end in mood_spans(folded))
    covered += sum(
        end - start for match in find_styles(written, 3) for start, end in match.spans
    )
    return covered * 2 > len(written)


@cache
def _rows() -> dict[str, str]:
    rows: dict[str, str] = load_table("venues")
    return rows


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(_rows()[name])
