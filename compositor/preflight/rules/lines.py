"""How lines break: overset boxes, forbidden line ends, widows, and the length of lines."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from compositor.document import TextLayer
from compositor.preflight.finding import Finding
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.mending.remedy import (
    Rebreak,
    Recompose,
    Remedy,
    Resize,
    Reword,
    Shorten,
)
from compositor.preflight.placed import PlacedText
from compositor.preflight.rules.legibility import floor_px
from compositor.typography.block import SetLine
from compositor.typography.breaks import break_costs
from compositor.typography.characters import (
    DASHES,
    han_share,
    is_han,
    kind_of,
    never_ends_line,
    never_starts_line,
)

__all__ = ["last_line_weight", "line_breaks", "longest_line", "measure", "overset"]

_CLREQ = "https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end"
_RAGGED = "measure.ragged of the design rules"
_SPLIT = "title_segmentation_zh of the design rules"
_WORD_COST = 20.0
"""Break costs from here part a word, a name or a date; see `break_costs`."""
_SHORT_LAST = 0.35
"""A last line of one word is a widow below this part of the longest line."""
_MOST_LATIN, _MOST_HAN = 80.0, 40.0
"""Characters per line; the AAA limits of WCAG, which no taste disputes."""
_LEAST_LATIN, _LEAST_HAN = 18.0, 6.0
_RUNNING = 4
"""Lines from which text is running text, and has a measure."""
_SHORT_TEXT = 24
"""Texts up to this many characters are broken by sense; running text may part Chinese words."""
_TITLES = ("headline", "subhead")
_ROOM = 1.1
"""A repair widens this much more than needed: words break unevenly."""


def overset(page: MeasuredPage) -> Iterator[Finding]:
    """Yield text larger than its box."""
    for text in page.texts:
        block, box = text.item.block, text.item.layer_box
        if not block.overset:
            continue
        yield page.finding(
            Fault(
                "overset",
                "hard",
                "the text is larger than its box; shorten it or enlarge the box",
                block.box.height,
                box.height,
                "quality_gates of the design rules",
                _made_to_fit(page, text),
            ),
            text,
        )


def _made_to_fit(page: MeasuredPage, text: PlacedText) -> Remedy:
    """Smaller type where it stays large enough to read; else fewer words."""
    block, box = text.item.block, text.item.layer_box
    over = max(block.box.height / box.height, block.box.width / box.width, 1.0)
    wraps = len(block.lines) > 1
    factor = 0.98 / (math.sqrt(over) if wraps else over)
    if text.smallest_px * factor >= floor_px(page, text.item.text):
        return Resize(kind="shrink", layer=text.item.id, factor=round(factor, 3))
    fitting = max(1, math.floor(len(text.item.text) / over))
    if fitting < len(text.item.text):
        return Shorten(layer=text.item.id, characters=fitting)
    return Recompose(wants="room")


def line_breaks(page: MeasuredPage) -> Iterator[Finding]:
    """Yield lines that begin or end where they may not, and last lines left alone."""
    for text in page.texts:
        layer = page.layers.get(text.item.id)
        lines = [line for line in text.item.block.lines if line.text.strip()]
        if layer is None or len(lines) < 2 or layer.path is not None:
            continue
        yield from _forbidden(page, text, layer, lines)
        if text.item.role != "label" and not page.is_sheet:
            yield from _widow(page, text, layer, lines)


def _forbidden(
    page: MeasuredPage, text: PlacedText, layer: TextLayer, lines: list[SetLine]
) -> Iterator[Finding]:
    words = layer.text
    is_title = text.item.role in _TITLES
    costs = break_costs(
        words,
        chinese=layer.language.startswith("zh"),
        sense=is_title or len(words) <= _SHORT_TEXT,
        level=layer.kinsoku,
        hyphenate=layer.language if layer.hyphenate else "",
    )
    no_start, no_end = never_starts_line(layer.kinsoku), never_ends_line(layer.kinsoku)
    for before, after in pairwise(lines):
        place = _start(after)
        if place is None or not 0 < place < len(words):
            continue
        was_asked = "\n" in words[max(0, place - 2) : place]
        first, last = after.text.lstrip()[:1], before.text.rstrip()[-1:]
        if was_asked:
            is_bad = first in no_start - DASHES - frozenset("·・•") or last in no_end
        else:
            is_bad = first in no_start or last in no_end
        if is_bad:
            yield page.finding(
                Fault(
                    "kinsoku",
                    "hard",
                    f"a line may not end in {last!r} nor the next begin with {first!r}",
                    1,
                    0,
                    _CLREQ,
                    Reword(layer=layer.id, characters=_around(words, place))
                    if was_asked
                    else Rebreak(layer=layer.id),
                ),
                text,
            )
        elif not was_asked and costs[place] >= _WORD_COST and not _is_hyphenated(before):
            yield page.finding(
                Fault(
                    "broken_word",
                    "soft",
                    f"the break parts what belongs together: “{_around(words, place)}”",
                    1,
                    0,
                    _SPLIT,
                    Rebreak(layer=layer.id),
                ),
                text,
            )


def _start(line: SetLine) -> int | None:
    """Index in the layer's text of the line's first character."""
    starts = [run.start for run in line.runs if run.text]
    return min(starts, default=None)


def _is_hyphenated(line: SetLine) -> bool:
    """Whether the line ends in a hyphen that the typesetter put there."""
    return any(not run.text for run in line.runs) or line.text.rstrip()[-1:] in "-\u00ad‐"


def _around(words: str, place: int) -> str:
    return words[max(0, place - 3) : place].strip() + "|" + words[place : place + 3].strip()


def _widow(
    page: MeasuredPage, text: PlacedText, layer: TextLayer, lines: list[SetLine]
) -> Iterator[Finding]:
    last, before = lines[-1], lines[-2]
    place = _start(last)
    words = layer.text
    if place is None or "\n" in words[max(0, place - 2) : place]:
        return
    count, needed = _weight(last.text), 2
    longest = max(_length(line, text) for line in lines)
    part = _length(last, text) / longest if longest > 0 else 1.0
    if any(is_han(c) for c in last.text):
        is_alone = count < needed and _weight(before.text) >= 3
    else:
        is_alone = (
            len(last.text.split()) < needed
            and part < _SHORT_LAST
            and len(before.text.split()) >= 2
        )
    if not is_alone:
        return
    is_headline = text.item.role == "headline"
    yield page.finding(
        Fault(
            "widow",
            "hard" if is_headline else "soft",
            f"the last line is only “{last.text.strip()}”; break the text more evenly",
            count,
            needed,
            _RAGGED,
            Rebreak(layer=layer.id),
        ),
        text,
    )


def _weight(line: str) -> int:
    """Chinese characters of a line, a Western word or number counting as two."""
    han = sum(is_han(character) for character in line)
    western = "".join(c if kind_of(c) == "word" else " " for c in line).split()
    return han + 2 * len(western)


def _length(line: SetLine, text: PlacedText) -> float:
    return line.box.height if text.is_vertical else line.box.width


def measure(page: MeasuredPage) -> Iterator[Finding]:
    """Yield running text in lines too long for the eye to return from, or too short."""
    for text in page.copy:
        lines = [line for line in text.item.block.lines if line.text.strip()]
        if text.item.role in (*_TITLES, "price", "cta") or text.is_vertical:
            continue
        is_han_text = han_share(text.item.text) >= 0.3
        most = _MOST_HAN if is_han_text else _MOST_LATIN
        least = _LEAST_HAN if is_han_text else _LEAST_LATIN
        if len(lines) < 2:
            continue
        longest = max(_characters(line.text, is_han_text=is_han_text) for line in lines)
        usual = sum(_characters(line.text, is_han_text=is_han_text) for line in lines[:-1])
        usual /= len(lines) - 1
        wraps = "\n" not in text.item.text
        if longest > most:
            width = text.item.layer_box.width * most / longest
            yield page.finding(
                Fault(
                    "measure",
                    "soft",
                    f"lines of {longest:.0f} characters are too long to read; narrow them",
                    longest,
                    most,
                    "measure of the design rules; https://www.w3.org/TR/WCAG22/"
                    "#visual-presentation",
                    Rebreak(layer=text.item.id, width=round(width, 2)),
                ),
                text,
            )
        elif len(lines) >= _RUNNING and wraps and usual < least:
            yield page.finding(
                Fault(
                    "measure",
                    "soft",
                    f"lines of {usual:.0f} characters are too short to read; widen them",
                    usual,
                    least,
                    "measure of the design rules",
                    _widened(page, text, least / usual),
                ),
                text,
            )


def _widened(page: MeasuredPage, text: PlacedText, factor: float) -> Remedy:
    """A wider box where the page has the room."""
    width = text.item.layer_box.width * factor * _ROOM
    around = text.transform.apply_box(text.item.layer_box)
    if around.width * factor * _ROOM > page.frame.size.width - 2 * page.frame.margin_px:
        return Recompose(wants="room")
    return Rebreak(layer=text.item.id, width=round(width, 2))


def last_line_weight(page: MeasuredPage, text: PlacedText) -> float:
    """Return how much stands in the last line of a text: see `_weight`."""
    del page
    lines = [line for line in text.item.block.lines if line.text.strip()]
    return float(_weight(lines[-1].text)) if lines else 0.0


def longest_line(page: MeasuredPage, text: PlacedText) -> float:
    """Return the characters of the longest line."""
    del page
    is_han_text = han_share(text.item.text) >= 0.3
    lines = [line.text for line in text.item.block.lines]
    return max((_characters(line, is_han_text=is_han_text) for line in lines), default=0.0)


def _characters(line: str, *, is_han_text: bool) -> float:
    """Length of a line in characters; in Chinese text Western letters count half."""
    if not is_han_text:
        return float(len(line.strip()))
    return sum(0.5 if character.isascii() else 1.0 for character in line.strip())
