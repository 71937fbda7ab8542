"""What is read first: one leader, clear steps below it, few sizes, weights and families."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from compositor.preflight.finding import Code, Finding
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.mending.remedy import Recompose, Remedy, Resize, Reweight
from compositor.preflight.placed import PlacedText
from compositor.preflight.rules.legibility import floor_px
from compositor.typography.block import GlyphRun
from compositor.typography.characters import is_han, kind_of

__all__ = ["hierarchy", "lead", "size_levels", "type_economy", "weight_count"]

_RATIOS = "hierarchy.ratios of the design rules"
_LEVELS = "size_by_medium.levels of the design rules"
_RUNNING = ("body", "meta", "caption", "legal", "other")
_LEAST = {"headline": 1.25, "price": 1.25, "subhead": 1.5, **dict.fromkeys(_RUNNING, 2.0)}
"""Smallest ratio of the leader to each role. The rules want 1.8 and 2.5; the finding is for
what no one would call clear."""
_SAME = 1.12
"""Sizes nearer than this are one level to the eye."""
_MOST_SIZES, _MOST_WEIGHTS, _MOST_FAMILIES = 4, 3, 2
_PATCH = 0.03
"""Part of a text's characters that may come from a fallback face unseen: odd marks."""
_TITLES = ("headline", "subhead", "price")
_FEWER = Recompose(wants="fewer_styles")


def hierarchy(page: MeasuredPage) -> Iterator[Finding]:
    """Yield pages with no leader, or texts that rival it."""
    texts = [text for text in page.copy if text.item.role not in ("cta", "label")]
    if len(texts) < 2:
        return
    leader = _leader(texts)
    for text in texts:
        if text is leader or _is_partner(leader, text):
            continue
        needed = _LEAST.get(text.item.role, 1.25)
        ratio = leader.size_px / text.size_px
        if ratio >= needed - 0.01:
            continue
        yield page.finding(
            Fault(
                "hierarchy",
                "soft",
                f"the leading text “{leader.item.text.strip()[:12]}” is only {ratio:.2f} times "
                "as large; the eye has no first place to go",
                ratio,
                needed,
                _RATIOS,
                _step_down(page, text, leader.size_px / needed),
            ),
            text,
        )


def lead(page: MeasuredPage, text: PlacedText) -> float:
    """Return how many times as large as this text the leading one is."""
    return _leader([*page.copy, text]).size_px / text.size_px


def _leader(texts: list[PlacedText]) -> PlacedText:
    return max(texts, key=lambda text: (text.size_px, text.ink.area))


def _is_partner(leader: PlacedText, text: PlacedText) -> bool:
    """Whether two texts are one title: same role and size, set side by side or under it."""
    same = text.item.role == leader.item.role and leader.size_px / text.size_px < _SAME
    gap_x = max(text.ink.x - leader.ink.right, leader.ink.x - text.ink.right)
    gap_y = max(text.ink.y - leader.ink.bottom, leader.ink.y - text.ink.bottom)
    return same and max(gap_x, gap_y) < 1.5 * leader.size_px


def _step_down(page: MeasuredPage, text: PlacedText, size_px: float) -> Remedy:
    if size_px < floor_px(page, text.item.text):
        return Recompose(wants="hierarchy")
    factor = round(size_px / text.size_px - 5e-4, 3)
    return Resize(kind="shrink", layer=text.item.id, factor=factor)


@dataclass(frozen=True)
class _Usage:
    """Runs of the page's copy."""

    text: PlacedText
    run: GlyphRun


def type_economy(page: MeasuredPage) -> Iterator[Finding]:
    """Yield pages with too many sizes, weights or families, and titles of patched faces."""
    copy = page.copy
    sizes = size_levels(page)
    prices = any(text.item.role == "price" for text in copy)
    most = _MOST_SIZES + prices
    if sizes > most:
        yield _too_many(
            page, ("sizes", "type sizes"), (sizes, most), _one_size_less(page, copy)
        )
    uses = _usages(copy)
    weights = weight_count(page)
    if weights > _MOST_WEIGHTS:
        repair = _one_weight_less(copy)
        yield _too_many(page, ("weights", "weights"), (weights, _MOST_WEIGHTS), repair)
    for is_chinese, name in ((True, "Chinese"), (False, "Western")):
        families = _families(uses, is_chinese=is_chinese)
        if len(families) > _MOST_FAMILIES:
            found = (len(families), _MOST_FAMILIES)
            yield _too_many(page, ("families", f"{name} families"), found, _FEWER)
    yield from _patched(page, copy)


def size_levels(page: MeasuredPage) -> int:
    """Return how many sizes the eye tells apart."""
    return len(_levels(page.copy))


def weight_count(page: MeasuredPage) -> int:
    """Return how many weights the copy is set in, by hundreds."""
    return len({_weight(use) for use in _usages(page.copy)})


def _usages(copy: list[PlacedText]) -> list[_Usage]:
    return [
        _Usage(text, run)
        for text in copy
        for line in text.item.block.lines
        for run in line.runs
        if run.text.strip()
    ]


def _weight(use: _Usage) -> int:
    return round(use.run.face.weight / 100)


def _too_many(
    page: MeasuredPage, what: tuple[Code, str], found: tuple[int, int], repair: Remedy
) -> Finding:
    code, name = what
    value, most = found
    message = f"{value} {name} on one page; {most} are enough"
    return page.finding(Fault(code, "soft", message, value, most, _LEVELS, repair))


def _levels(copy: list[PlacedText]) -> list[list[PlacedText]]:
    """The texts by size as the eye tells it: each level at least a step above the last."""
    found: list[list[PlacedText]] = []
    for text in sorted(copy, key=lambda text: (text.size_px, text.item.id)):
        if not found or text.size_px >= found[-1][0].size_px * _SAME:
            found.append([])
        found[-1].append(text)
    return found


def _one_size_less(page: MeasuredPage, copy: list[PlacedText]) -> Remedy:
    """Set a text that has a size of its own in the nearest other one."""
    levels = _levels(copy)
    steps: list[tuple[float, PlacedText, float]] = []
    for lower, upper in pairwise(levels):
        small, large = lower[0].size_px, upper[0].size_px
        if len(upper) == 1 and upper is not levels[-1]:
            steps.append((large / small, upper[0], small / large))
        if len(lower) == 1 and upper is not levels[-1]:
            steps.append((large / small, lower[0], large / small))
    for _, text, factor in sorted(steps, key=lambda step: step[0]):
        if text.size_px * factor >= floor_px(page, text.item.text):
            kind: Literal["grow", "shrink"] = "grow" if factor > 1 else "shrink"
            return Resize(kind=kind, layer=text.item.id, factor=round(factor, 4))
    return _FEWER


def _one_weight_less(copy: list[PlacedText]) -> Remedy:
    """Set the text whose weight is rarest in the nearest other one."""
    counts: dict[int, int] = {}
    for use in _usages(copy):
        counts[_weight(use)] = counts.get(_weight(use), 0) + len(use.run.text)
    rarest = min(counts, key=lambda weight: (counts[weight], weight))
    nearest = min((w for w in counts if w != rarest), key=lambda w: (abs(w - rarest), w))
    holder = next(use.text for use in _usages(copy) if _weight(use) == rarest)
    return Reweight(layer=holder.item.id, weight=100 * nearest)


def _families(uses: list[_Usage], *, is_chinese: bool) -> dict[str, int]:
    """Families by how many characters of that script they set, rare fallbacks left out."""
    counts: dict[str, int] = {}
    for use in uses:
        number = _count(use.run.text, is_chinese=is_chinese)
        if number:
            counts[use.run.face.family] = counts.get(use.run.face.family, 0) + number
    total = sum(counts.values())
    return {name: n for name, n in counts.items() if n > _PATCH * total}


def _count(text: str, *, is_chinese: bool) -> int:
    if is_chinese:
        return sum(is_han(character) for character in text)
    return sum(kind_of(character) == "word" for character in text)


def _patched(page: MeasuredPage, copy: list[PlacedText]) -> Iterator[Finding]:
    for text in copy:
        if text.item.role not in _TITLES:
            continue
        uses = _usages([text])
        layer = page.layers.get(text.item.id)
        asked = {run.font for run in layer.runs} if layer is not None else set()
        families = _families(uses, is_chinese=True)
        if len(families) <= max(1, len(asked)):
            continue
        least = min(families, key=lambda name: families[name])
        yield page.finding(
            Fault(
                "families",
                "soft",
                f"its characters come from {' and '.join(sorted(families))}: the face lacks "
                f"{families[least]} of them; choose one that has them all",
                len(families),
                1,
                "quality_gates of the design rules",
                Recompose(wants="fewer_styles"),
            ),
            text,
        )
