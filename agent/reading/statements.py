"""Clauses without a label that state a fact, and the rows of lists: 09:00 Doors, 62% paper."""

import re
from functools import cache
from typing import Final

from agent.brief import Fact, FactKind, TextPlace
from agent.reading.facts import SpannedFact
from agent.reading.texts import PlacedText
from agent.reading.vocabulary import Span, load_table, overlaps
from agent.reading.wishes import is_wish

__all__ = ["find_rows", "find_statements"]

_PIECE: Final = re.compile(
    r"(?:[^，,；;。！!\n.：:“”\"「」《》?？]|\.(?!\s|$)|(?<=\d)[:：,](?=\d))+"
)
_MORE: Final = re.compile(r"[:：]\s+[^，,；;。.\n\d]+")
"""The second half of a row: Keynote: Mara Lindqvist."""
_NAMES: Final = re.compile(
    r"(?:DJs?|[Ss]tarring|[Ff]eaturing|[Ww]ith|[Ss]peakers) [A-Z][\w'’.]*(?: [A-Z][\w'’]*){0,2}"
    r"(?:,? (?:and |& )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,2}(?=[,. ]))*"
)
"""A list of people after one word for all of them."""
_SHARE: Final = re.compile(r"\d{1,3}(?:\.\d+)?\s?%\s?(?!off\b|discount\b)[^\d%]{2,24}")
_PRICED: Final = re.compile(r"[^\d\s][^\d]{1,32}\s\d{1,3}(?:\.\d{1,2})?")
_LEAST_ROWS: Final = 3
_LONGEST_ROW: Final = 40
_LONGEST_HAN: Final = 18
_LONGEST_WORDS: Final = 9


def find_rows(text: str, facts: list[SpannedFact], *, is_menu: bool) -> list[SpannedFact]:
    """Return the rows of a list the brief writes out, each a fact that spans its whole row.

    Args:
        text: The brief.
        facts: What is known; a time or a price becomes the row it stands in.
        is_menu: Whether a plain number at the end of a row is a price: Negroni 12.
    """
    pieces = _pieces(text)
    for kind, least in (("time", _LEAST_ROWS), ("price", 2)):
        rows = [row for row in (_row(text, piece, kind, facts) for piece in pieces) if row]
        if len(rows) >= least:
            return [(Fact(kind=_kind(kind), text=text[slice(*row)]), row) for row in rows]
    for pattern, least in ((_SHARE, 2), (_PRICED, _LEAST_ROWS)):
        if pattern is _PRICED and not is_menu:
            continue
        rows = [span for span in pieces if pattern.fullmatch(text[slice(*span)])]
        rows = [row for row in rows if not overlaps(row, (span for _, span in facts))]
        if len(rows) >= least:
            return [(Fact(kind="quantity", text=text[slice(*row)]), row) for row in rows]
    return []


def find_statements(text: str, busy: tuple[Span, ...], *, is_package: bool) -> list[PlacedText]:
    """Return the clauses to set word for word that nothing else has read.

    Args:
        text: The brief.
        busy: Spans that are read already, the words that ask for the work among them.
        is_package: Whether every short clause is a line of the pack: 水洗, cold pressed.
    """
    found: list[PlacedText] = []
    for start, end in _pieces(text):
        names = _NAMES.match(text, start)
        span = (start, max(end, names.end())) if names else (start, end)
        written = text[slice(*span)]
        known = (*busy, *(item.span for item in found))
        cut = min((first for first, _ in known if start < first < span[1]), default=span[1])
        if cut < span[1] and _cue("credit").search(text[start:cut]):
            span = (start, start + len(text[start:cut].rstrip()))
            written = text[slice(*span)]
        if re.match(r"\s*[:：“”\"「《]", text[span[1] :]):
            continue
        if overlaps(span, known) or _cue("directs").search(written) or _wishes(written):
            continue
        if not _is_short(written):
            continue
        states = _cue("states_zh") if _is_chinese(written) else _cue("states_en")
        if (is_package and _is_line(written)) or states.search(written):
            where: TextPlace = "meta" if _cue("credit").search(written) else "body"
            found.append(PlacedText(written, where, span))
    return found


def _row(text: str, piece: Span, kind: str, facts: list[SpannedFact]) -> Span | None:
    """Return the piece when it is a label and one fact of the kind; else None."""
    inside = [(fact, span) for fact, span in facts if overlaps(span, (piece,))]
    own = [span for fact, span in inside if fact.kind == kind]
    if len(own) != 1 or any(fact.kind not in {kind, "quantity"} for fact, _ in inside):
        return None
    start, end = piece
    more = _MORE.match(text, end) if kind == "time" else None
    end = more.end() if more else end
    label = (text[start : own[0][0]] + text[own[0][1] : end]).strip()
    is_plain = bool(label) and end - start <= _LONGEST_ROW and not is_wish(label)
    return (start, end) if is_plain and not _cue("directs").search(label) else None


def _pieces(text: str) -> list[Span]:
    found = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            found.append((start, end))
    return found


def _wishes(written: str) -> bool:
    """Whether the words, or an item of their list, only wish a look: 悬疑、暗绿."""
    return any(map(is_wish, written.split("、")))


def _is_line(written: str) -> bool:
    """Whether a clause may stand on a pack: a few words that describe no brief."""
    asks = re.search(
        r"\b(?:an?|the|our|brand|name[d]?|called|packaging|label|face)\b", written, re.I
    )
    return asks is None and (_is_chinese(written) or len(written.split()) <= 4)


def _is_short(written: str) -> bool:
    if _is_chinese(written):
        return 2 <= len(written) <= _LONGEST_HAN
    return len(written.split()) <= _LONGEST_WORDS and len(written) > 1


def _is_chinese(written: str) -> bool:
    return re.search(r"[\u4e00-\u9fff]", written) is not None


def _kind(name: str) -> FactKind:
    return "time" if name == "time" else "price"


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(load_table("statements")[name])
