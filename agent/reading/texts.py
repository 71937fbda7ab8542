"""Texts that must appear, told apart by the words around them: brand, slogan, on a product."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from agent.brief import TextPlace
from agent.reading.labels import Labelled, find_labelled
from agent.reading.quotes import Quoted, find_quoted
from agent.reading.vocabulary import Span, load_table, overlaps

__all__ = ["PlacedText", "TextReading", "read_texts"]

_JOINT = re.compile(r"[”\"」』’'》]?\s*(?:和|与|、|及|以及|,|，|/|and|&|\+)?\s*")
"""What may stand between two quotations of one list."""


_LONGEST_TITLE: Final = 60
"""Characters up to which a quotation that nothing places may head the page."""

_REFUSAL = re.compile(r"(?:不要|不能|别|don't|do not|never|no)\s*\S{0,4}$")


@dataclass(frozen=True)
class PlacedText:
    """A text of the brief and where it goes."""

    text: str
    where: TextPlace
    span: Span


@dataclass(frozen=True)
class TextReading:
    """What the brief says word for word.

    Attributes:
        placed: Texts to set, in reading order.
        refused: Quoted texts that must not appear.
        references: Spans quoted as a style or a likeness, not to be set.
        instructions: Labelled values that direct the design, by label.
        directing: Where those values stand.
    """

    placed: tuple[PlacedText, ...]
    refused: tuple[str, ...]
    references: tuple[Span, ...]
    instructions: tuple[tuple[str, str], ...]
    directing: tuple[Span, ...] = ()


def read_texts(text: str, folded: str) -> TextReading:
    """Return the quoted, labelled and announced texts of a brief."""
    quoted = find_quoted(text)
    labelled = find_labelled(folded)
    placed: list[PlacedText] = []
    refused: list[str] = []
    references: list[Span] = []
    for item in quoted:
        where, is_refused = _place(folded, item, labelled, placed)
        if where is not None:
            placed.append(PlacedText(item.text, where, (item.start, item.end)))
        elif is_refused:
            refused.append(item.text)
            references.append(item.outer)
        elif item.mark == "《" and not _is_likeness(folded, item):
            continue
        else:
            references.append(item.outer)
    outers = [item.outer for item in quoted]
    for value in labelled:
        if value.to is None or overlaps(value.span, outers) or _is_event_name(folded, value):
            continue
        placed.append(PlacedText(text[value.start : value.end], _finer(value), value.span))
    taken = [*outers, *(item.span for item in labelled)]
    placed.extend(_announced(text, folded, taken))
    instructions = tuple(
        (item.label, text[item.start : item.end]) for item in labelled if item.to is None
    )
    directing = tuple(item.span for item in labelled if item.to is None)
    ordered = sorted(placed, key=lambda item: item.span)
    return TextReading(
        tuple(_led(ordered)), tuple(refused), tuple(references), instructions, directing
    )


def _place(
    folded: str, item: Quoted, labelled: list[Labelled], placed: list[PlacedText]
) -> tuple[TextPlace | None, bool]:
    """Return where a quotation goes; None and whether it is refused, or else a reference."""
    before = re.split(r"[。；;\n！!]", folded[max(0, item.start - 41) : item.start - 1])[-1]
    after = folded[item.end + 1 : item.end + 20]
    if item.mark in "《【" and not _is_title(before, after, item):
        return None, False
    if _cue("reference_after").match(after) or _cue("reference_before").search(before):
        return None, False
    if _cue("refused_before").search(before):
        return None, True
    holder = next(
        (
            value
            for value in labelled
            if overlaps(item.outer, (value.span,)) and value.start <= item.start
        ),
        None,
    )
    if (
        holder is not None
        and holder.to == "date"
        and not re.search(r"\d|周|期|day", folded[item.start : item.end])
    ):
        return "headline", False
    if holder is not None and holder.to is not None:
        return _finer(holder), False
    joined = _JOINT.fullmatch(_gap(folded, item, placed))
    if joined and not any(where == "brand" for where, _ in _matching("after", after)):
        previous = placed[-1].where
        return ("any" if previous in {"headline", "brand"} else previous), False
    for where, _ in (*_matching("before", before), *_matching("after", after)):
        return where, False
    return ("headline" if item.mark == "《" else "any"), False


def _is_likeness(folded: str, item: Quoted) -> bool:
    """Whether a quotation names what the design should be like: 像《小王子》那样."""
    before, after = folded[max(0, item.start - 41) : item.start - 1], folded[item.end + 1 :]
    return bool(
        _cue("reference_after").match(after[:20]) or _cue("reference_before").search(before)
    )


def _matching(table: str, words: str) -> Iterator[tuple[TextPlace, re.Match[str]]]:
    """Yield the places whose cue stands at the near end of the words."""
    for row in _cues()[table]:
        pattern = re.compile(row["pattern"])
        match = pattern.search(words) if table == "before" else pattern.match(words)
        if match:
            yield row["where"], match


def _announced(text: str, folded: str, taken: list[Span]) -> list[PlacedText]:
    """Return texts without quotation marks that a verb announces: saying SALE, 写着 LibLib."""
    found = []
    for row in _cues()["announced"]:
        for match in re.finditer(row["pattern"], text):
            span = _stripped(text, match.span("value"))
            if span[0] >= span[1] or overlaps(span, taken) or _denied(folded, match.start()):
                continue
            taken.append(span)
            found.append(PlacedText(text[span[0] : span[1]], row["where"], span))
    return found


def _gap(folded: str, item: Quoted, placed: list[PlacedText]) -> str:
    if not placed or placed[-1].span[1] > item.start:
        return "nothing before"
    return folded[placed[-1].span[1] : item.start - 1]


def _is_title(before: str, after: str, item: Quoted) -> bool:
    if item.mark == "【" or (before.endswith(("，", ",")) and re.match(r"[，,。]|$", after)):
        return True
    return bool(_cue("title_before").search(before) or _cue("title_after").match(after))


def _finer(value: Labelled) -> TextPlace:
    label_time = {"营业时间", "opening hours", "hours", "time", "doors"}
    if value.to == "date" and value.label in label_time:
        return "time"
    return value.to or "any"


def _is_event_name(folded: str, value: Labelled) -> bool:
    """Whether what follows "opening:" names what opens instead of the day."""
    dated = r"\d|day|noon|night|soon|month|week|周|期|月|日"
    return value.label == "opening" and not re.search(dated, folded[slice(*value.span)])


def _denied(folded: str, start: int) -> bool:
    return bool(_REFUSAL.search(folded[max(0, start - 10) : start]))


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in "，。、,.;；的"):
        end -= 1
    return start, end


def _led(ordered: list[PlacedText]) -> list[PlacedText]:
    """Let the first short unplaced text lead when the brief names no headline."""
    if any(item.where == "headline" for item in ordered):
        return ordered
    for index, item in enumerate(ordered):
        if item.where == "any" and len(item.text) <= _LONGEST_TITLE:
            return [*ordered[:index], replace(item, where="headline"), *ordered[index + 1 :]]
    return ordered


@cache
def _cues() -> dict[str, Any]:
    cues: dict[str, Any] = load_table("cues")["texts"]
    return cues


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(_cues()[name])
