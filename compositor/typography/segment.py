"""Words of a Chinese title: where one begins, and which of them are people's names.

Words and their frequencies are those of jieba's dictionary; the likeliest cut of a text is
found as jieba finds it, without its statistics of unknown words, so nothing is written to
disk and no title waits for them.
Source: https://github.com/fxsjy/jieba, "full DAG, maximum probability path"
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from compositor.errors import MissingFont

__all__ = ["Word", "words_of"]

Word = tuple[int, int, bool]
"""First place, one past the last, whether it names a person."""

_LONGEST: Final = 6
_LEAST_FREQUENCY: Final = 2
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵吴徐孙朱郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖潘蒋蔡贾丁魏薛阎余杜戴汪姜范谭廖邹熊"
)
"""Family names that are seldom anything else in a title."""
_DOT: Final = re.compile(r"(?<=[\u4e00-\u9fff])[·・](?=[\u4e00-\u9fff])")
_NO_NAME: Final = frozenset("的与和及在或把被将让给对从向为以是了著说演")
_MOST_LONE: Final = 4


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the Chinese words of a text in order; other characters are in none.

    >>> [("王小明爱喝龙井茶"[a:b], name) for a, b, name in words_of("王小明爱喝龙井茶")][:2]
    [('王小明', True), ('爱喝', False)]
    """
    found = [word for match in _HAN.finditer(text) for word in _cut(match[0], match.start())]
    for match in _DOT.finditer(text):
        first = _beside(found, text, match.start(), -1)
        last = _beside(found, text, match.end(), 1)
        found = [w for w in found if w[1] <= first or w[0] >= last] + [(first, last, True)]
    return tuple(sorted(found))


def _beside(words: list[Word], text: str, place: int, step: int) -> int:
    """Return how far a foreign name reaches from its dot: one word, or a few lone characters.

    Args:
        words: Of the text.
        text: All of it.
        place: Beside the dot.
        step: 1 forwards, -1 backwards.
    """
    reach, lone = place, 0
    for first, last, _ in sorted(words, reverse=step < 0):
        near, far = (first, last) if step > 0 else (last, first)
        if near != reach:
            continue
        if last - first > 1:
            return reach if lone else far
        if lone == _MOST_LONE or text[first] in _NO_NAME:
            break
        reach, lone = far, lone + 1
    return reach


def _cut(text: str, offset: int) -> Iterator[Word]:
    words, total = _dictionary()
    size = len(text)
    best: list[tuple[float, int]] = [(0.0, 0)] * (size + 1)
    for first in range(size - 1, -1, -1):
        best[first] = max(
            (
                math.log(words.get(text[first:last], (1, False))[0]) - total + best[last][0],
                last,
            )
            for last in range(first + 1, min(size, first + _LONGEST) + 1)
            if last == first + 1 or text[first:last] in words
        )
    spans = []
    at = 0
    while at < size:
        spans.append((at, best[at][1]))
        at = best[at][1]
    yield from _named(text, spans, offset)


def _named(text: str, spans: list[tuple[int, int]], offset: int) -> Iterator[Word]:
    """Join a family name with the one or two lone characters that follow it."""
    words, _ = _dictionary()
    place = 0
    while place < len(spans):
        first, last = spans[place]
        until = place + 1
        if last - first == 1 and text[first] in _SURNAMES:
            lone = 0
            while until < len(spans) and lone < 2:
                length = spans[until][1] - spans[until][0]
                if length != 1 and (lone or length != 2):
                    break
                lone += length
                until += 1
        # The dictionary calls many a word of two characters a name: it needs a family name.
        marked = words.get(text[first:last], (0, False))[1]
        plausible = last - first > 2 or text[first] in _SURNAMES
        name = until > place + 1 or (marked and plausible)
        end = spans[until - 1][1]
        yield offset + first, offset + end, name and end - first > 1
        place = until


@lru_cache(maxsize=1)
def _dictionary() -> tuple[dict[str, tuple[int, bool]], float]:
    """Return words with their frequency and whether they are names, and the log of the sum."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise MissingFont("the word list of jieba is not installed; run: pip install jieba")
    words: dict[str, tuple[int, bool]] = {}
    total = 0
    with (Path(spec.origin).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, flag = line.rstrip("\n").split(" ")
            count = int(frequency)
            total += count
            if len(word) <= _LONGEST and count >= _LEAST_FREQUENCY:
                words[word] = (count, flag == "nr")
    return words, math.log(total)
