"""Rows of a list the brief writes out: 09:00 Doors, 62% paper, 牛肉面22."""

import re
from typing import Final

from agent.brief import Fact, FactKind
from agent.reading.clauses import split_clauses
from agent.reading.directing import directs
from agent.reading.facts import SpannedFact
from agent.reading.vocabulary import Span, overlaps
from agent.reading.wishes import is_wish

__all__ = ["find_rows"]

_MORE: Final = re.compile(r"(?:[:：]\s+|：)[^，,；;。.\n\d]+|《[^》\n]{1,24}》")
"""The second half of a row: Keynote: Mara Lindqvist."""
_SHARE: Final = re.compile(r"\d{1,3}(?:\.\d+)?\s?%\s?(?!off\b|discount\b)[^\d%]{2,24}")
_PRICED: Final = re.compile(r"[^\d\s][^\d]{1,32}\s\d{1,3}(?:\.\d{1,2})?")
_PRICED_HAN: Final = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z（）()]{1,11}\s?[¥￥]?\d{1,4}(?:\.\d{1,2})?"
    r"\s?(?:元|块)?(?:/[\u4e00-\u9fff]{1,2})?"
)
_MEASURED: Final = re.compile(
    r"[\u4e00-\u9fff]{1,8}\s?\d+(?:\.\d+)?\s?(?:[\u4e00-\u9fff]{1,3}|%|[a-zA-Z]{1,3})"
)
"""采摘 6小时; a measure of something, one of several."""
_LEAST_ROWS: Final = 3
_LONGEST_ROW: Final = 40
_BESIDE: Final[dict[str, frozenset[str]]] = {
    "time": frozenset({"time", "quantity", "date", "topic"}),
    "price": frozenset({"price", "quantity"}),
}
"""Kinds of facts a row may hold beside its own."""


def find_rows(text: str, facts: list[SpannedFact], *, is_menu: bool) -> list[SpannedFact]:
    """Return the rows of a list the brief writes out, each a fact that spans its whole row.

    Args:
        text: The brief.
        facts: What is known; a time or a price becomes the row it stands in.
        is_menu: Whether a plain number at the end of a row is a price: Negroni 12.
    """
    pieces = [clause.span for clause in split_clauses(text)]
    items = [span for piece in pieces for span in _items(text, piece)]
    if is_menu:
        rows = _matching(text, items, _PRICED_HAN)
        if len(rows) >= _LEAST_ROWS - 1:
            return [(Fact(kind="price", text=text[slice(*row)]), row) for row in rows]
    days = _dated(text, pieces, facts)
    if len(days) >= _LEAST_ROWS:
        return [(Fact(kind="date", text=text[slice(*row)]), row) for row in days]
    for kind, least in (("time", _LEAST_ROWS), ("price", 2)):
        rows = [row for row in (_row(text, piece, kind, facts) for piece in pieces) if row]
        if len(rows) >= least:
            return [(Fact(kind=_kind(kind), text=text[slice(*row)]), row) for row in rows]
    for pattern, least in ((_SHARE, 2), (_PRICED, _LEAST_ROWS), (_MEASURED, _LEAST_ROWS)):
        if pattern is _PRICED and not is_menu:
            continue
        rows = _matching(text, pieces, pattern)
        rows = [row for row in rows if not overlaps(row, (span for _, span in facts))]
        if len(rows) >= least:
            return [(Fact(kind="quantity", text=text[slice(*row)]), row) for row in rows]
    return []


def _dated(text: str, pieces: list[Span], facts: list[SpannedFact]) -> list[Span]:
    """Return the rows of a calendar: a day and what happens on it, up to the next day."""
    days = {span[0]: span[1] for fact, span in facts if fact.kind == "date"}
    starts = [piece for piece in pieces if piece[0] in days and days[piece[0]] < piece[1]]
    rows = []
    for start, end in starts:
        between = [piece for piece in pieces if piece[0] >= end]
        follows = len(between) > 1 and between[1] in starts and between[0] not in starts
        is_comma = follows and text[end : between[0][0]].strip() == ","
        rows.append((start, between[0][1] if is_comma else end))
    return [row for row in rows if row[1] - row[0] <= _LONGEST_ROW]


def _matching(text: str, spans: list[Span], pattern: re.Pattern[str]) -> list[Span]:
    return [span for span in spans if pattern.fullmatch(text[slice(*span)])]


def _items(text: str, piece: Span) -> list[Span]:
    """Return the items of a clause that lists them with the Chinese enumeration comma."""
    return [match.span() for match in re.compile(r"[^、]+").finditer(text, *piece)]


def _row(text: str, piece: Span, kind: str, facts: list[SpannedFact]) -> Span | None:
    """Return the piece when it is a label and one fact of the kind; else None."""
    inside = [(fact, span) for fact, span in facts if overlaps(span, (piece,))]
    own = [span for fact, span in inside if fact.kind == kind]
    if len(own) != 1 or any(fact.kind not in _BESIDE[kind] for fact, _ in inside):
        return None
    start, end = piece
    more = _MORE.match(text, end) if kind == "time" else None
    end = more.end() if more else end
    label = (text[start : own[0][0]] + text[own[0][1] : end]).strip()
    is_wished = kind != "time" and is_wish(label)
    is_plain = bool(label) and end - start <= _LONGEST_ROW and not is_wished
    return (start, end) if is_plain and (kind == "time" or not directs(label)) else None


def _kind(name: str) -> FactKind:
    return "time" if name == "time" else "price"
