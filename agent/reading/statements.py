"""Statements: what a brief says without a label, set word for word.

A clause that neither asks for the work, nor directs the design, nor only names what to draw
is the client's copy. So nothing the client wrote has to be recognized to reach the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from agent.brief import FactKind, TextPlace
from agent.reading.admission import han_count
from agent.reading.clauses import Clause, joined_clauses, split_clauses
from agent.reading.directing import (
    asks,
    credits_someone,
    directs,
    is_courtesy,
    is_detail,
    is_label,
    is_short_remark,
    is_venue,
    shows_only,
    signs,
)
from agent.reading.facts import SpannedFact
from agent.reading.texts import PlacedText
from agent.reading.vocabulary import Span, overlaps

__all__ = ["Known", "find_statements"]

_NAMES: Final = re.compile(
    r"(?:DJs?|[Ss]tarring|[Ff]eaturing|[Ww]ith|[Ss]peakers) [A-Z][\w'’.]*(?: [A-Z][\w'’]*){0,2}"
    r"(?:,? (?:and |& )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,2}(?=[,. ]))*"
)
"""A list of people after one word for all of them."""
_COUNTED: Final = re.compile(r"[Aa]n?\s|[一两三]")
"""How a thing to be drawn begins even where names of things are read: a curly poodle."""
_HOURS: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?[-–—]\s?\d{1,2}(?:[:.]\d\d)?")
_TOWN: Final = re.compile(r"[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,2}")
_LONGEST_HAN: Final = 30
_LONGEST_WORDS: Final = 20
_TITLE_HAN: Final = 12
_TITLE_WORDS: Final = 6
_SMALL: Final = frozenset(
    ["a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with", "&"]
)
_PRICE_HAN: Final = 10
_PRICE_WORDS: Final = 4
_TAIL_HAN: Final = 3
"""Chinese characters right behind a name that only end it: 花间集花店."""
_TRIMMED: Final = " \t\u3000、/|·-–—&和与及的（）()'\"’”」"
_PLACES: Final[tuple[tuple[FactKind, TextPlace], ...]] = (
    ("phone", "contact"),
    ("url", "contact"),
    ("email", "contact"),
    ("handle", "contact"),
    ("discount", "discount"),
    ("price", "price"),
    ("date", "date"),
    ("time", "time"),
    ("place", "place"),
)
"""Where a clause goes by the first of these facts it holds."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What other readers made of the brief.

    Attributes:
        fixed: Spans that are read: quoted and labelled texts, names, references, sizes.
        requests: Words that ask for the work: poster, 菜单.
        refused: Spans of what must not be there.
        facts: Dates, prices, places …; a clause around one is set whole.
        topic: What the page announces.
        has_headline: Whether a text heads the page already.
        is_package: Whether the face of a pack is made; it names things to be read.
        is_signed: Whether the brand is known.
    """

    fixed: tuple[Span, ...] = ()
    requests: tuple[Span, ...] = ()
    refused: tuple[Span, ...] = ()
    facts: tuple[SpannedFact, ...] = ()
    topic: Span | None = None
    has_headline: bool = True
    is_package: bool = False
    is_signed: bool = True


def find_statements(text: str, known: Known) -> list[PlacedText]:
    """Return the clauses to set word for word, in reading order.

    Args:
        text: The brief.
        known: What is read already.
    """
    clauses = _captioned(
        text, joined_clauses(split_clauses(text), [span for _, span in known.facts]), known
    )
    wished = _wished(text, clauses, known)
    found: list[PlacedText] = []
    has_headline, is_signed = known.has_headline, known.is_signed
    for clause, is_wish in zip(clauses, wished, strict=True):
        if is_wish or _describes(text, clause, clauses, known):
            continue
        for free in _free(text, clause, known):
            span, where = _settled(text, free, known)
            if overlaps(span, (item.span for item in found)):
                continue
            written = text[slice(*span)]
            if where == "any" and not is_signed and signs(written):
                where, is_signed = "brand", True
            elif where != "brand" and not has_headline and _is_title(text, span, known, found):
                where, has_headline = "headline", True
            elif where == "any":
                where = "place" if found and is_venue(written) else "body"
            whole = (span[0], span[1] + _mark_after(text, span[1]))
            found.append(PlacedText(text[slice(*whole)], where, whole))
    return found


def _captioned(text: str, clauses: Sequence[Clause], known: Known) -> list[Clause]:
    """Return the clauses with a caption of the client's joined to what it says: Source: NHS."""
    found: list[Clause] = []
    for clause in clauses:
        before = found[-1] if found else None
        if before is not None and _is_caption(text, before, clause, known):
            found[-1] = replace(before, end=clause.end, introduces=clause.introduces)
        else:
            found.append(clause)
    return found


def _is_caption(text: str, clause: Clause, following: Clause, known: Known) -> bool:
    written = text[slice(*clause.span)]
    gap = text[clause.end : following.start]
    if not re.fullmatch(r"\s*[:：]\s*|[《》]", gap):
        return False
    if overlaps((clause.start, following.end), known.fixed) or directs(written):
        return False
    if known.topic is not None and overlaps(clause.span, (known.topic,)):
        return False
    is_short = gap in "《》" or _is_within(written, 6, 3)
    return not _is_request(text, clause, known) and is_short


def _wished(text: str, clauses: Sequence[Clause], known: Known) -> list[bool]:
    """Return which clauses say how it should look, or only name what to draw.

    Things named are drawn where a request or a wish stands beside them; a short remark is a
    wish in a sentence of wishes.
    """
    said = [text[slice(*clause.span)] for clause in clauses]
    held = (*known.fixed, *(span for _, span in known.facts))
    is_held = [overlaps(clause.span, held) for clause in clauses]
    asked = [_is_request(text, clause, known) for clause in clauses]
    told = [
        not overlaps(clause.span, known.fixed) and not is_asked and directs(written)
        for clause, is_asked, written in zip(clauses, asked, said, strict=True)
    ]
    shown = [
        not (holds or is_asked)
        and (
            (not known.is_package and not clause.is_introduced)
            or _COUNTED.match(written) is not None
        )
        and shows_only(written)
        and (not written[0].isupper() or _shows_all(text, clause, clauses, known))
        for clause, holds, is_asked, written in zip(clauses, is_held, asked, said, strict=True)
    ]
    drawn = [False] * len(clauses)
    for order in (range(len(clauses)), reversed(range(len(clauses)))):
        is_beside = False
        for index in order:
            drawn[index] = drawn[index] or (shown[index] and is_beside)
            signed = is_held[index] and not overlaps(
                clauses[index].span, (span for _, span in known.facts)
            )
            is_beside = asked[index] or told[index] or drawn[index] or signed
    marks = [is_told or is_drawn for is_told, is_drawn in zip(told, drawn, strict=True)]
    return [
        mark or (not is_held[index] and _is_remark(said, clauses, told, index))
        for index, mark in enumerate(marks)
    ]


def _is_remark(
    said: Sequence[str], clauses: Sequence[Clause], told: Sequence[bool], index: int
) -> bool:
    """Whether a few words stand in a sentence of wishes, in Chinese behind all the copy."""
    if not is_short_remark(said[index]):
        return False
    near = [other for other in (index - 1, index + 1) if 0 <= other < len(clauses)]
    if han_count(said[index]):
        return all(told[index + 1 :]) and any(told[other] for other in near)
    return any(
        told[other] for other in near if clauses[other].sentence == clauses[index].sentence
    )


def _shows_all(text: str, clause: Clause, clauses: Sequence[Clause], known: Known) -> bool:
    """Whether all of a sentence names things; Plant lavender is told to the reader."""
    beside = [c for c in clauses if c.sentence == clause.sentence]
    return all(
        shows_only(text[slice(*c.span)])
        or directs(text[slice(*c.span)])
        or _is_request(text, c, known)
        for c in beside
    )


def _describes(text: str, clause: Clause, clauses: Sequence[Clause], known: Known) -> bool:
    """Whether an English clause says what the client is: for Penny, a fintech for students."""
    if not re.match(r"an?\s[a-z]", text[slice(*clause.span)]):
        return False
    beside = [c for c in clauses if c.sentence == clause.sentence and c.start < clause.start]
    return any(_is_request(text, c, known) for c in beside[-1:])


def _is_request(text: str, clause: Clause, known: Known) -> bool:
    """Whether a clause asks for the work; what an English colon introduces never does."""
    written = text[slice(*clause.span)]
    if overlaps(clause.span, known.requests):
        return True
    return asks(written) and not (clause.is_introduced and not han_count(written))


def _free(text: str, clause: Clause, known: Known) -> list[Span]:
    """Return what of a clause nobody has read: all of it, or what stands behind a name."""
    start, end = clause.span
    names = _NAMES.match(text, start)
    span = (start, max(end, names.end())) if names else (start, end)
    inside = sorted(fixed for fixed in known.fixed if overlaps(fixed, (span,)))
    is_asked = _is_request(text, clause, known)
    if not inside:
        is_refused = overlaps(span, known.refused) and not is_courtesy(text[slice(*span)])
        if is_asked or is_refused or clause.introduces:
            return []
        return [span] if _says(text, span, known) else []
    rests = []
    if credits_someone(text[start : inside[0][0]]):
        rests.append((start, inside[0][0]))
    follows = [*(first for first, _ in inside[1:]), span[1]]
    for (_, stop), until in zip(inside, follows, strict=True):
        if not is_asked or han_count(text[stop:until]) == 0:
            rests.append((stop, until))
    trimmed = [_trimmed(text, rest) for rest in rests]
    return [rest for rest in trimmed if _is_rest(text, rest, known)]


def _is_rest(text: str, span: Span, known: Known) -> bool:
    """Whether what is left of a clause beside a name says something of its own."""
    written = text[slice(*span)]
    if len(written) < 2 or asks(written) or directs(written):
        return False
    if re.match(r"\s*[:：“\"「《]", text[span[1] :]) and not credits_someone(written):
        return False
    if overlaps(span, known.requests):
        return False
    if re.match(r"[\u4e00-\u9fff]*$", written) and text[: span[0]][-1:].isalnum():
        return len(written) > _TAIL_HAN and _says(text, span, known)
    if han_count(written):
        return _says(text, span, known)
    has_name = re.search(r"\b[A-Z]|\d", written) is not None
    return has_name and len(written.split()) > 1 and _says(text, span, known)


def _says(text: str, span: Span, known: Known) -> bool:
    """Whether words say more than the facts in them, and are short enough to be a line."""
    written = text[slice(*span)]
    rest = list(written)
    for fact, (first, last) in known.facts:
        if fact.kind == "quantity":
            continue
        for position in range(max(first, span[0]), min(last, span[1])):
            rest[position - span[0]] = " "
    bare = re.sub(r"\s+", " ", "".join(rest)).strip()
    if is_label(bare) or not re.search(r"\w", bare):
        return False
    if han_count(written):
        return 2 <= len(written) <= _LONGEST_HAN
    return len(written.split()) <= _LONGEST_WORDS and len(written) > 1


def _settled(text: str, span: Span, known: Known) -> tuple[Span, TextPlace]:
    """Return the clause and where it goes, a town joined to the house before it."""
    where = _place(text, span, known)
    english = re.match(r"英文名?(?=[A-Z])", text[slice(*span)])
    if english:
        return (span[0] + english.end(), span[1]), "brand"
    if where == "any" and _TOWN.fullmatch(text[slice(*span)]):
        for fact, (start, end) in known.facts:
            if fact.kind == "place" and re.fullmatch(r",\s", text[end : span[0]]):
                return (start, span[1]), "place"
    return span, where


def _place(text: str, span: Span, known: Known) -> TextPlace:
    """Return where a clause goes: by the facts it holds, else wherever there is room."""
    written = text[slice(*span)]
    if credits_someone(written):
        return "meta"
    if _HOURS.fullmatch(written):
        return "time"
    kinds = {fact.kind for fact, other in known.facts if overlaps(other, (span,))}
    where = next((place for kind, place in _PLACES if kind in kinds), None)
    if where in {"price", "discount"}:
        return where if _is_within(written, _PRICE_HAN, _PRICE_WORDS) else "body"
    if where is not None:
        return where if _is_within(written, _LONGEST_HAN, _LONGEST_WORDS // 2) else "body"
    return "body" if kinds else "any"


def _is_title(text: str, span: Span, known: Known, found: Sequence[PlacedText]) -> bool:
    """Whether a clause can head the page: the first free one, short, and no list."""
    written = text[slice(*span)]
    if known.topic is not None and overlaps(span, (known.topic,)):
        return True
    if _place(text, span, known) != "any" or any(item.where == "body" for item in found):
        return False
    if "、" in written or is_detail(written) or re.match(r"\d|doors\b|ages\b", written):
        return False
    if not han_count(written):
        is_introduced = re.search(r"[:：]\s*$", text[: span[0]]) is not None
        words = [word for word in written.split() if word not in _SMALL]
        is_capital = all(word[0].isupper() for word in words)
        if not is_introduced and not (written[0].isupper() and known.topic is None):
            return is_capital and _is_within(written, _TITLE_HAN, _TITLE_WORDS)
    return _is_within(written, _TITLE_HAN, _TITLE_WORDS)


def _is_within(written: str, most_han: int, most_words: int) -> bool:
    if han_count(written):
        return len(written) <= most_han
    return len(written.split()) <= most_words


def _mark_after(text: str, end: int) -> int:
    """Return how long the question or exclamation mark is that belongs to a clause."""
    mark = re.match(r"[?？!！]", text[end:])
    return mark.end() if mark else 0


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end
