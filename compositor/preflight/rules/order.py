"""What is read first: one leader, clear steps below it, few sizes, weights and families."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compositor.preflight.finding import Code, Finding
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.placed import PlacedText
from compositor.preflight.remedy import Recompose, Remedy, Resize
from compositor.preflight.rules.legibility import floor_px
from compositor.typography.block import GlyphRun
from compositor.typography.characters import is_han, kind_of

__all__ = ["hierarchy", "type_economy"]

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


def hierarchy(page: MeasuredPage) -> Iterator[Finding]:
    """Yield pages with no leader, or texts that rival it."""
    texts = [text for text in page.copy if text.item.role not in ("cta", "label")]
    if len(texts) < 2:
        return
    leader = max(texts, key=lambda text: (text.size_px, text.ink.area))
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
    copy = [text for text in page.copy if text.item.role != "label"]
    sizes = _levels([text.size_px for text in copy])
    prices = any(text.item.role == "price" for text in copy)
    most = _MOST_SIZES + prices
    if len(sizes) > most:
        yield _too_many(page, "sizes", "type sizes", len(sizes), most)
    uses = [
        _Usage(text, run)
        for text in copy
        for line in text.item.block.lines
        for run in line.runs
    ]
    weights = {round(use.run.face.weight / 100) for use in uses if use.run.text.strip()}
    if len(weights) > _MOST_WEIGHTS:
        yield _too_many(page, "weights", "weights", len(weights), _MOST_WEIGHTS)
    for is_chinese, name in ((True, "Chinese"), (False, "Western")):
        families = _families(uses, is_chinese=is_chinese)
        if len(families) > _MOST_FAMILIES:
            yield _too_many(page, "families", f"{name} families", len(families), _MOST_FAMILIES)
    yield from _patched(page, copy)


def _too_many(page: MeasuredPage, code: Code, what: str, value: int, most: int) -> Finding:
    return page.finding(
        Fault(
            code,
            "soft",
            f"{value} {what} on one page; {most} are enough",
            value,
            most,
            _LEVELS,
            Recompose(wants="fewer_styles"),
        )
    )


def _levels(sizes: list[float]) -> list[float]:
    """The sizes the eye tells apart: each at least a step above the one before."""
    found: list[float] = []
    for size in sorted(sizes):
        if not found or size >= found[-1] * _SAME:
            found.append(size)
    return found


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
        uses = [_Usage(text, run) for line in text.item.block.lines for run in line.runs]
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
