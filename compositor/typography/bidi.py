"""Direction: the embedding level of every character, even for rightward, odd for leftward.

The Unicode bidirectional algorithm for one paragraph, with isolates and paired brackets.
Rule names in comments are those of the source: https://www.unicode.org/reports/tr9/
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import Final

__all__ = ["base_level", "has_leftward", "levels_of", "visual_order"]

_RTL_LANGUAGES: Final = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "ckb", "dv"})
_DEEPEST: Final = 125
_ISOLATES: Final = ("LRI", "RLI", "FSI")
_EMBEDDINGS: Final = {"RLE": "", "LRE": "", "RLO": "R", "LRO": "L"}
_REMOVED: Final = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_PAIRS: Final = dict(zip("([{⟨〈《「『【〔〖（［｛", ")]}⟩〉》」』】〕〗）］｝", strict=True))


def has_leftward(text: str) -> bool:
    """Whether any character runs leftwards, or says that others do."""
    return any(
        unicodedata.bidirectional(c) in ("R", "AL", "AN", "RLE", "RLO", "RLI") for c in text
    )


def base_level(text: str, language: str) -> int:
    """Return the level of a paragraph: by its language if that runs leftwards, else P2 P3."""
    if language.partition("-")[0].lower() in _RTL_LANGUAGES:
        return 1
    return _first_strong(text, 0, len(text))


def levels_of(text: str, base: int) -> list[int]:
    """Return the level of every character of a paragraph.

    >>> levels_of("a שלום 12", 0)
    [0, 0, 1, 1, 1, 1, 1, 2, 2]
    """
    types = [unicodedata.bidirectional(c) or "L" for c in text]
    levels, resolved = _explicit(text, types, base)
    for run in _sequences(types, levels, base):
        _weak(run, resolved)
        _brackets(run, resolved, text)
        _neutral(run, resolved)
        for place in run.places:
            kind, odd = resolved[place], levels[place] % 2
            if odd:
                levels[place] += 1 if kind in ("L", "EN", "AN") else 0
            elif kind == "R":
                levels[place] += 1
            elif kind in ("AN", "EN"):
                levels[place] += 2
    last = base
    for place, kind in enumerate(types):
        if kind in _REMOVED:
            levels[place] = last
        last = levels[place]
    for place in range(len(text) - 1, -1, -1):  # L1
        if (
            types[place] not in ("WS", "B", "S", *_ISOLATES, "PDI")
            and types[place] not in _REMOVED
        ):
            break
        levels[place] = base
    return levels


def visual_order(levels: list[int]) -> list[int]:
    """Return the places of a line from left to right (rule L2).

    >>> visual_order([0, 1, 1, 2, 2, 0])
    [0, 3, 4, 2, 1, 5]
    """
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels, default=0), lowest_odd - 1, -1) if lowest_odd else ():
        place = 0
        while place < len(order):
            if levels[order[place]] < level:
                place += 1
                continue
            end = place
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[place:end] = order[place:end][::-1]
            place = end
    return order


@dataclass(frozen=True)
class _Sequence:
    """An isolating run sequence: places that are resolved as one."""

    places: list[int]
    start: str
    end: str
    direction: str


def _first_strong(text: str, first: int, last: int) -> int:
    depth = 0
    for character in text[first:last]:
        kind = unicodedata.bidirectional(character)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and first:
                break
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def _explicit(text: str, types: list[str], base: int) -> tuple[list[int], list[str]]:
    """Rules X1 to X8."""
    levels, resolved = [base] * len(types), list(types)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    overflow = 0
    for place, kind in enumerate(types):
        level, forced, _ = stack[-1]
        levels[place] = level
        if kind in _ISOLATES or kind in _EMBEDDINGS:
            isolate = kind in _ISOLATES
            if isolate and forced:
                resolved[place] = forced
            leftward = kind in ("RLE", "RLO", "RLI") or (
                kind == "FSI" and _first_strong(text, place + 1, len(text)) == 1
            )
            deeper = level + 1 + (level + 1 + int(leftward)) % 2
            if deeper <= _DEEPEST and not overflow:
                stack.append((deeper, _EMBEDDINGS.get(kind, ""), isolate))
            else:
                overflow += 1
        elif kind in ("PDI", "PDF"):
            if overflow:
                overflow -= 1
            elif kind == "PDI" and any(entry[2] for entry in stack):
                while not stack.pop()[2]:
                    pass
            elif kind == "PDF" and len(stack) > 1 and not stack[-1][2]:
                stack.pop()
            levels[place] = stack[-1][0]
            if kind == "PDI" and stack[-1][1]:
                resolved[place] = stack[-1][1]
        elif forced and kind != "BN":
            resolved[place] = forced
    return levels, resolved


def _sequences(types: list[str], levels: list[int], base: int) -> list[_Sequence]:
    """Rule X10."""
    kept = [place for place, kind in enumerate(types) if kind not in _REMOVED]
    runs = [list(group) for _, group in groupby(kept, key=lambda place: levels[place])]
    matches, opened = {}, []
    for place in kept:
        if types[place] in _ISOLATES:
            opened.append(place)
        elif types[place] == "PDI" and opened:
            matches[opened.pop()] = place
    by_first = {run[0]: run for run in runs}
    closers = set(matches.values())
    found = []
    for run in runs:
        if run[0] in closers and types[run[0]] == "PDI":
            continue
        places = list(run)
        while places[-1] in matches and matches[places[-1]] in by_first:
            places += by_first[matches[places[-1]]]
        level = levels[places[0]]
        before = kept.index(places[0])
        after = kept.index(places[-1])
        left = levels[kept[before - 1]] if before else base
        is_open = types[places[-1]] in _ISOLATES
        right = levels[kept[after + 1]] if after + 1 < len(kept) and not is_open else base
        found.append(
            _Sequence(
                places,
                "R" if max(level, left) % 2 else "L",
                "R" if max(level, right) % 2 else "L",
                "R" if level % 2 else "L",
            )
        )
    return found


def _weak(run: _Sequence, kinds: list[str]) -> None:
    """Rules W1 to W7."""
    _weak_by_context(run, kinds)
    _weak_by_neighbours(run, kinds)
    strong = run.start
    for place in run.places:  # W6 W7
        if kinds[place] in ("ES", "CS", "ET"):
            kinds[place] = "ON"
        if kinds[place] in ("L", "R"):
            strong = kinds[place]
        elif kinds[place] == "EN" and strong == "L":
            kinds[place] = "L"


def _weak_by_context(run: _Sequence, kinds: list[str]) -> None:
    """Rules W1 to W3."""
    before, strong = run.start, run.start
    for place in run.places:
        kind = kinds[place]
        if kind == "NSM":
            kind = "ON" if before in (*_ISOLATES, "PDI") else before
        if kind == "EN" and strong == "AL":
            kind = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[place] = before = kind
    for place in run.places:
        kinds[place] = "R" if kinds[place] == "AL" else kinds[place]


def _weak_by_neighbours(run: _Sequence, kinds: list[str]) -> None:
    """Rules W4 and W5."""
    places = run.places
    for index in range(1, len(places) - 1):
        left, here, right = (kinds[places[index + step]] for step in (-1, 0, 1))
        if left == right and (
            (here == "ES" and left == "EN") or (here == "CS" and left in ("EN", "AN"))
        ):
            kinds[places[index]] = left
    index = 0
    while index < len(places):
        end = index
        while end < len(places) and kinds[places[end]] == "ET":
            end += 1
        beside = (index and kinds[places[index - 1]] == "EN") or (
            end < len(places) and kinds[places[end]] == "EN"
        )
        for place in places[index:end] if beside else ():
            kinds[place] = "EN"
        index = max(end, index + 1)


def _brackets(run: _Sequence, kinds: list[str], text: str) -> None:
    """Rule N0."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, place in enumerate(run.places):
        character = text[place]
        if kinds[place] != "ON":
            continue
        if character in _PAIRS:
            opened.append((_PAIRS[character], index))
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == character:
                pairs.append((opened[depth][1], index))
                del opened[depth:]
                break
    for first, last in sorted(pairs):
        inside = {_strong(kinds[place]) for place in run.places[first + 1 : last]} - {""}
        if run.direction in inside:
            found = run.direction
        elif inside:
            earlier = [_strong(kinds[place]) for place in run.places[:first]]
            context = next((kind for kind in reversed(earlier) if kind), run.start)
            found = context if context != run.direction else run.direction
        else:
            continue
        kinds[run.places[first]] = kinds[run.places[last]] = found


def _neutral(run: _Sequence, kinds: list[str]) -> None:
    """Rules N1 and N2."""
    places, index = run.places, 0
    while index < len(places):
        end = index
        while end < len(places) and kinds[places[end]] in _NEUTRAL:
            end += 1
        if end > index:
            left = _strong(kinds[places[index - 1]]) if index else run.start
            right = _strong(kinds[places[end]]) if end < len(places) else run.end
            for place in places[index:end]:
                kinds[place] = left if left == right else run.direction
        index = max(end, index + 1)


def _strong(kind: str) -> str:
    """Return L or R; numbers count as R; nothing for what is neutral."""
    return "L" if kind == "L" else "R" if kind in ("R", "EN", "AN") else ""
