"""Choosing lines: the fullest for running text, the most even for titles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import inf

from compositor.typography.breaks import ADDRESS, KINSOKU, NORMAL, WORD
from compositor.typography.setting.stream import Stream

__all__ = ["Lines", "balanced_lines", "filled_lines", "full_lines", "kinder_lines"]

_EPSILON = 1e-6
_MOST_EVENED = 12
"""Lines of the longest paragraph that is still evened; longer ones are not titles."""
_MOST_KINDER = 3
_KINDER_EVENNESS = 0.15
_CLEARLY = 4.5
_PAUSE_MISSED = 8.0
"""What a break of a short text costs when it could have come after a stop."""
_RAGGED = 0.8
"""A ragged line that is as full as this needs no hyphen."""
_GIVE_EM = {"space": 0.5, "han": 0.18, "word": 0.03}
"""About what justifying can add at each kind of place."""
_UNFILLED = 40.0
"""What a line costs that justifying cannot fill."""
_MOST_IN_EM = 0.5
"""How much too long a line may be for its last mark to be let in."""
_LOST_PART = 0.3
"""A last line of one word that is shorter than this part of a full one is short.
Source: the house's design rules, measure.ragged."""
_LEAST_LAST_EM = 2.5
"""A last line may be filled up to this length, or to half of a full line."""
_SHORT_LAST = 30.0
"""Cost of a last line of one character or one short word."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where lines begin and end.

    Attributes:
        spans: First cluster and one past the last of every line, in order.
        paragraph_starts: Which lines begin a paragraph, the first included.
        is_overfull: Whether some line is wider than asked for.
    """

    spans: tuple[tuple[int, int], ...]
    paragraph_starts: frozenset[int]
    is_overfull: bool = False


def full_lines(
    stream: Stream, width: float, *, limit: float = NORMAL, force: bool = False
) -> Lines | None:
    """Return lines that each take as much as fits.

    Args:
        stream: What to break.
        width: Longest a line may be, px at scale 1.
        limit: Highest cost of a break to use.
        force: Break words, then anything, where nothing cheaper fits; without it the answer
            is None when something is wider than the line.
    """
    spans: list[tuple[int, int]] = []
    starts: set[int] = set()
    overfull = False
    for first, last in stream.paragraphs:
        starts.add(len(spans))
        begin = first
        while True:
            end = _fullest(stream, begin, last, width, limit)
            if end is None:
                if not force:
                    return None
                end = (
                    _fullest(stream, begin, last, width, NORMAL)
                    or _fullest(stream, begin, last, width, ADDRESS + 1)
                    or _fullest(stream, begin, last, width, WORD + 1)
                    or _fullest(stream, begin, last, width, KINSOKU + 1)
                )
            if end is None:
                overfull = True
                end = next((k for k in range(begin + 1, last) if stream.costs[k] < inf), last)
            spans.append((begin, end))
            begin = end
            if begin >= last:
                break
    if not overfull:
        spans = _without_short_ends(stream, spans, starts, width, limit)
    return Lines(tuple(spans), frozenset(starts), overfull)


def balanced_lines(stream: Stream, width: float, full: Lines, *, limit: float) -> Lines:
    """Return as many lines as `full` has, of the most even lengths, broken between phrases.

    A break's cost counts against evenness; a last line of one character or of one short word
    costs dearly.
    """
    spans: list[tuple[int, int]] = []
    starts = sorted(full.paragraph_starts)
    for number, at in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else len(full.spans)
        part = list(full.spans[at:until])
        even = 1 < len(part) <= _MOST_EVENED
        best = _evenest(stream, part, width, limit) if even else part
        spans.extend(best)
    return Lines(tuple(spans), full.paragraph_starts, full.is_overfull)


def kinder_lines(stream: Stream, width: float, full: Lines, *, limit: float) -> Lines:
    """Return as many lines as `full` has, broken by sense where that is clearly better.

    For short texts that are not balanced: two or three lines, of which one may end at a
    stop, or between phrases instead of inside one.
    """
    spans: list[tuple[int, int]] = []
    starts = sorted(full.paragraph_starts)
    for number, at in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else len(full.spans)
        part = list(full.spans[at:until])
        if 1 < len(part) <= _MOST_KINDER:
            other = _evenest(stream, part, width, limit, evenness=_KINDER_EVENNESS)
            gain = _sense_cost(stream, part) - _sense_cost(stream, other)
            part = other if gain >= _CLEARLY else part
        spans.extend(part)
    return replace(full, spans=tuple(spans))


def filled_lines(stream: Stream, width: float, full: Lines) -> Lines:
    """Return as many lines as `full` has, with the least white left in them.

    The last line of a paragraph counts only when it is short. For justified text.
    """
    spans: list[tuple[int, int]] = []
    for first, last in stream.paragraphs:
        spans.extend(_least_white(stream, first, last, width))
    usable = spans and (len(spans) == len(full.spans) or stream.hyphens)
    return (
        replace(full, spans=tuple(spans)) if usable and len(spans) <= len(full.spans) else full
    )


def _least_white(stream: Stream, first: int, last: int, width: float) -> list[tuple[int, int]]:
    """Return the lines of a paragraph, or none when one of its words is too wide.

    Source: Knuth & Plass, Breaking paragraphs into lines, 1981, without stretch classes.
    """
    places = [first, *(k for k in range(first + 1, last) if stream.costs[k] < NORMAL), last]
    em = max((c.em for c in stream.clusters[first:last]), default=1.0)
    give = [0.0, *accumulate(_GIVE_EM.get(cluster.kind, 0.0) for cluster in stream.clusters)]
    best: list[tuple[int, float]] = [(0, 0.0)] + [(len(places), inf)] * (len(places) - 1)
    came = [0] * len(places)
    for begin in range(len(places) - 1):
        lines, spent = best[begin]
        if spent == inf:
            continue
        for end in range(begin + 1, len(places)):
            length = stream.width(places[begin], places[end])
            if length > width + _EPSILON:
                break
            if end == len(places) - 1:
                cost = _SHORT_LAST if _is_short(stream, places[begin], last, width) else 0.0
            else:
                slack = (width - length) / em
                cost = slack**2 + 0.2 * stream.costs[places[end]]
                cost += _UNFILLED if slack > give[places[end]] - give[places[begin]] else 0.0
            if (lines + 1, spent + cost) < best[end]:
                best[end], came[end] = (lines + 1, spent + cost), begin
    if best[-1][1] == inf:
        return []
    ends = [len(places) - 1]
    while ends[-1]:
        ends.append(came[ends[-1]])
    return list(pairwise(places[k] for k in reversed(ends)))


def _fullest(stream: Stream, begin: int, last: int, width: float, limit: float) -> int | None:
    """Return the farthest break at a cost under the limit that the width allows."""
    over = stream.width(begin, last) - width
    if over <= _EPSILON or _goes_in(stream, begin, last, over):
        return last
    costs = stream.costs
    hyphened: int | None = None
    for k in range(min(last - 1, stream.place_beyond(begin, width)), begin, -1):
        if costs[k] >= limit:
            continue
        length = stream.width(begin, k)
        if hyphened is not None and length < _RAGGED * width:
            return hyphened
        if length <= width + _EPSILON or _goes_in(stream, begin, k, length - width):
            if k not in stream.hyphens:
                return k
            # No second hyphen right below one, and none where a whole word nearly fills.
            hyphened = k if hyphened is None and begin not in stream.hyphens else hyphened
    return hyphened


def _goes_in(stream: Stream, begin: int, end: int, over: float) -> bool:
    """Whether a mark that may not begin a line is let in by closing up others before it.

    Source: https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end, note on
    pushing in before pushing out.
    """
    mark = stream.clusters[end - 1]
    if mark.kind != "mark" or stream.costs[end - 1] < KINSOKU or over > _MOST_IN_EM * mark.em:
        return False
    return over <= stream.spare(begin, end) + _EPSILON


def _sense_cost(stream: Stream, spans: list[tuple[int, int]]) -> float:
    """Return what the breaks of a paragraph cost, stops passed over counted."""
    missed = _missed_pause(stream, spans[0][0], spans[-1][1], len(spans))
    return sum(stream.costs[begin] + missed(begin) for begin, _ in spans[1:])


def _missed_pause(stream: Stream, first: int, last: int, count: int) -> Callable[[int], float]:
    """Return what a break costs for not being at a stop, when the paragraph has any."""
    inside = {place: s for place, s in stream.pauses.items() if first < place < last}
    if not inside or count > _MOST_KINDER:
        return lambda _: 0.0
    strongest = max(inside.values())
    return lambda place: _PAUSE_MISSED * (strongest - inside.get(place, 0.0))


def _evenest(
    stream: Stream,
    spans: list[tuple[int, int]],
    width: float,
    limit: float,
    evenness: float = 1.0,
) -> list[tuple[int, int]]:
    first, last, count = spans[0][0], spans[-1][1], len(spans)
    missed = _missed_pause(stream, first, last, count)
    places = [first, *(k for k in range(first + 1, last) if stream.costs[k] < limit), last]
    em = max(c.em for c in stream.clusters[first:last])
    goal = sum(stream.width(*span) for span in spans) / count
    size = len(places)
    best = [[inf] * size for _ in range(count + 1)]
    came = [[0] * size for _ in range(count + 1)]
    best[0][0] = 0.0
    for row in range(1, count + 1):
        for begin in range(size - 1):
            if best[row - 1][begin] == inf:
                continue
            for end in range(begin + 1, size):
                if (end == size - 1) != (row == count):
                    continue
                length = stream.width(places[begin], places[end])
                if length > width + _EPSILON:
                    break
                cost = best[row - 1][begin] + evenness * ((length - goal) / em) ** 2
                if row == count:
                    cost += (
                        _SHORT_LAST if _is_short(stream, places[begin], last, width) else 0.0
                    )
                else:
                    cost += stream.costs[places[end]] + missed(places[end])
                if cost < best[row][end] - _EPSILON:
                    best[row][end], came[row][end] = cost, begin
    if best[count][size - 1] == inf:
        return spans
    ends = [size - 1]
    for row in range(count, 0, -1):
        ends.append(came[row][ends[-1]])
    cuts = [places[k] for k in reversed(ends)]
    return list(pairwise(cuts))


def _without_short_ends(
    stream: Stream,
    spans: list[tuple[int, int]],
    starts: set[int],
    width: float,
    limit: float,
) -> list[tuple[int, int]]:
    """Move a break so that no paragraph ends in a line of one character."""
    spans = list(spans)
    ends = {start - 1 for start in starts if start} | {len(spans) - 1}
    for number in sorted(ends):
        if number in starts or not _is_short(stream, *spans[number], width):
            continue
        begin, last = spans[number - 1][0], spans[number][1]
        for highest in dict.fromkeys((min(limit, NORMAL), NORMAL)):
            k = _earlier(stream, spans[number][0], begin, (last, width), highest)
            if k is not None:
                spans[number - 1], spans[number] = (begin, k), (k, last)
                break
    return spans


def _earlier(
    stream: Stream, end: int, begin: int, rest: tuple[int, float], limit: float
) -> int | None:
    """Return the last break before `end` that leaves enough for a last line."""
    last, width = rest
    most = max(width / 2, _LEAST_LAST_EM * stream.clusters[end].em)
    for k in range(end - 1, begin, -1):
        if stream.width(k, last) > min(most, width):
            return None
        if stream.costs[k] < limit and not _is_short(stream, k, last, width):
            return k
    return None


def _is_short(stream: Stream, first: int, last: int, width: float) -> bool:
    """Whether a last line is one ideograph, or one word that looks lost in the width.

    A part of a hyphenated word is no word.
    """
    if first in stream.hyphens and first < last:
        letters = sum(len(c.text) for c in stream.clusters[first:last] if c.kind == "word")
        return letters <= 5 and not any(c.kind == "space" for c in stream.clusters[first:last])
    first, last = stream.visible(first, last)
    part = stream.clusters[first:last]
    ideographs = sum(1 for c in part if c.kind == "han")
    words = any(c.kind == "space" for c in part)
    letters = sum(len(c.text) for c in part if c.kind == "word")
    if ideographs:
        return ideographs == 1 and not letters
    return not words and (letters <= 4 or stream.width(first, last) < _LOST_PART * width)
