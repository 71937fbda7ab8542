"""Deliverables and sizes: what to make, and how large, in px."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from agent.brief import KINDS, Deliverable, Kind
from agent.errors import BriefNotUnderstood
from agent.reading.vocabulary import Hit, Span, Vocabulary, load_table, overlaps
from compositor.errors import InvalidValue
from compositor.units import size_px_from_text
from knowledge import UnknownEntry, size_for

__all__ = ["DeliverableReading", "read_deliverables"]

_SIZE: Final = re.compile(
    r"(?<![\d.])(\d{2,5}(?:\.\d+)?)\s?(?:px|mm|cm|毫米|厘米|像素|宽)?\s?[x×*乘]\s?"
    r"(\d{2,5}(?:\.\d+)?)\s?(px|mm|cm|in|毫米|厘米|像素|inch(?:es)?|高)?"
)
_PAGE: Final = re.compile(r"(?<![a-z0-9])([ab][0-6])(?![0-9a-z])\s?(横|竖|landscape|portrait)?")
_RATIO: Final = re.compile(r"(?<![\d:：.])(\d{1,2})\s?[:：比]\s?(\d{1,2})(?![\d:：]|\s?[ap]m)")
_RATIOS: Final = {
    (9, 16): "1080x1920",
    (16, 9): "1920x1080",
    (3, 4): "1080x1440",
    (4, 3): "1440x1080",
    (1, 1): "1080x1080",
    (4, 5): "1080x1350",
    (5, 4): "1350x1080",
    (2, 3): "1080x1620",
    (3, 2): "1620x1080",
    (2, 1): "1920x960",
    (21, 9): "2016x864",
}
_UNITS: Final = {
    "毫米": "mm",
    "厘米": "cm",
    "像素": "px",
    "高": "px",
    "inch": "in",
    "inches": "in",
}
_REFUSED: Final = re.compile(
    r"(?:不要|不需要|不用|无需|no need for|without|don't need|not|no)"
    r"\s?(?:做|设计|an?|any)?\s?$"
)
_MENTIONED_AFTER: Final = re.compile(r"\s?(?:上的?|里的?|的文字|风格|店|机|文件|格式)")
_NOT_WORK_AFTER: Final = re.compile(r"\s?(?:agency|company|campaign agency|公司|行业|代理)")
_SAME_ASPECT: Final = 0.03
"""Proportions that differ by less are those of the specification."""
_TITLES: Final = {"logo": "logo", "poster": "poster", "vi_sheet": "one-page VI"}


@dataclass(frozen=True)
class DeliverableReading:
    """What to make.

    Attributes:
        deliverables: In the order logo, poster, VI sheet; posters in reading order.
        is_kit: Whether a whole brand kit is asked for.
        notes: How each word was read.
        spans: Where the deliverables are named.
        sizes: Where their sizes are written: 1920x600.
    """

    deliverables: tuple[Deliverable, ...]
    is_kit: bool
    notes: tuple[str, ...]
    spans: tuple[Span, ...]
    sizes: tuple[Span, ...]


def read_deliverables(
    folded: str, text: str, kinds: Sequence[str] = (), sizes: Sequence[str] = ()
) -> DeliverableReading:
    """Return what the brief, or the caller over its head, asks for.

    Args:
        folded: The brief, folded.
        text: The brief.
        kinds: Kinds the caller asks for; they replace those of the brief.
        sizes: Sizes the caller asks for, as `size_px_from_text` reads them.

    Raises:
        BriefNotUnderstood: A kind is none of `KINDS`.
        InvalidValue: A size cannot be read.
    """
    hits = _hits(folded)
    rows = load_table("deliverables")
    is_kit = any(rows[int(hit.id)]["kind"] == "kit" for hit in hits)
    written = _written_sizes(folded)
    notes: list[str] = []
    if kinds:
        wanted = [_by_kind(kind) for kind in dict.fromkeys(kinds)]
    else:
        wanted = _wanted(hits, text, notes)
    asked = [size_px_from_text(size) for size in sizes] or written
    made = tuple(_with_spec(one) for one in _sized(wanted, asked, notes))
    spans = tuple((hit.start, hit.end) for hit in hits)
    sizes_at = tuple(match.span() for match in _SIZE.finditer(folded))
    return DeliverableReading(made, is_kit, tuple(notes), spans, sizes_at)


def _hits(folded: str) -> list[Hit]:
    kept: dict[str, Hit] = {}
    for hit in _vocabulary().find(folded):
        before, after = (
            folded[max(0, hit.start - 14) : hit.start],
            folded[hit.end : hit.end + 12],
        )
        if _REFUSED.search(before) or _NOT_WORK_AFTER.match(after):
            continue
        if load_table("deliverables")[int(hit.id)]["use"] != "general" and (
            _MENTIONED_AFTER.match(after)
        ):
            continue
        kept.setdefault(hit.id, hit)
    return list(kept.values())


def _wanted(hits: list[Hit], text: str, notes: list[str]) -> list[Deliverable]:
    rows = load_table("deliverables")
    found: list[Deliverable] = []
    for hit in hits:
        row, label = rows[int(hit.id)], text[hit.start : hit.end]
        if row["kind"] == "kit":
            continue
        width, height = size_px_from_text(row["size"])
        made = Deliverable(
            kind=row["kind"], width_px=width, height_px=height, label=label, use=row["use"]
        )
        found.append(made)
        if row["use"] != "general":
            notes.append(
                f"“{label}” is made as a {_TITLES[made.kind]} of {width:g} × {height:g} px."
            )
    kit = [hit for hit in hits if rows[int(hit.id)]["kind"] == "kit"]
    if kit and len(found) < 2:
        named = {made.kind for made in found}
        found += [_by_kind(kind) for kind in KINDS if kind not in named]
        label = text[kit[0].start : kit[0].end]
        notes.append(f"“{label}” is read as logo, poster and one-page VI.")
    if not found:
        notes.append("No deliverable is named, so one poster is made.")
        found.append(_by_kind("poster"))
    if any(made.kind == "poster" and made.use != "general" for made in found):
        found = [made for made in found if made.use != "general" or not _is_loose(made)]
    return sorted(found, key=lambda made: KINDS.index(made.kind))


def _is_loose(made: Deliverable) -> bool:
    """Whether the word for a poster only says that something is advertised."""
    return made.kind == "poster" and not re.search(r"海报|poster", made.label.lower())


def _by_kind(kind: str) -> Deliverable:
    for row in load_table("deliverables"):
        if row["use"] == "general" and row["kind"] == kind:
            width, height = size_px_from_text(row["size"])
            return Deliverable(kind=row["kind"], width_px=width, height_px=height, label=kind)
    raise BriefNotUnderstood(
        f"{kind!r} is not something that can be made; ask for {', '.join(KINDS)}"
    )


def _sized(
    wanted: list[Deliverable], sizes: list[tuple[float, float]], notes: list[str]
) -> list[Deliverable]:
    """Give the sizes to the posters in turn, or to whatever there is when there are none."""
    if not sizes:
        return wanted
    sized_kind: Kind = "poster" if any(m.kind == "poster" for m in wanted) else wanted[0].kind
    targets = [made for made in wanted if made.kind == sized_kind]
    others = [made for made in wanted if made.kind != sized_kind]
    count = max(len(targets), len(sizes))
    resized = []
    for index in range(count):
        width, height = sizes[min(index, len(sizes) - 1)]
        target = targets[min(index, len(targets) - 1)]
        resized.append(target.model_copy(update={"width_px": width, "height_px": height}))
        notes.append(f"The {_TITLES[sized_kind]} is {width:g} × {height:g} px, as asked.")
    return sorted([*others, *resized], key=lambda made: KINDS.index(made.kind))


def _with_spec(made: Deliverable) -> Deliverable:
    """Name the specification of a poster: a sheet by its size, others by their word.

    A specification of other proportions is not meant: the size that is asked for rules.
    """
    if made.kind != "poster":
        return made
    size = (made.width_px, made.height_px)
    spec = _sheets().get(_upright(size), "")
    if not spec:
        try:
            page = size_for(made.label)
        except UnknownEntry:
            return made
        aspect = page.width / page.height
        if page.medium != "screen" and (aspect - 1) * (_aspect(size) - 1) < 0:
            aspect = 1 / aspect
        spec = page.spec if abs(_aspect(size) / aspect - 1) < _SAME_ASPECT else ""
    return made.model_copy(update={"spec": spec})


def _aspect(size: tuple[float, float]) -> float:
    return size[0] / size[1]


def _upright(size: tuple[float, float]) -> tuple[int, int]:
    return round(min(size)), round(max(size))


@cache
def _sheets() -> dict[tuple[int, int], str]:
    """The ISO A sheets by their size in whole px."""
    names = [f"print.a{number}" for number in range(8)]
    return {_upright(size_for(name)[:2]): name for name in names}


def _written_sizes(folded: str) -> list[tuple[float, float]]:
    found: dict[int, str] = {}
    spans = []
    for match in _SIZE.finditer(folded):
        unit = _UNITS.get(match[3] or "", match[3] or "px")
        unit = "mm" if "mm" in match.group() or "毫米" in match.group() else unit
        unit = "cm" if "cm" in match.group() or "厘米" in match.group() else unit
        found[match.start()] = f"{match[1]}x{match[2]}{unit}"
        spans.append(match.span())
    for match in _PAGE.finditer(folded):
        is_wide = match[2] in {"横", "landscape"} or "横版" in folded or "landscape" in folded
        found[match.start()] = match[1] + ("-landscape" if is_wide else "")
    for match in _RATIO.finditer(folded):
        ratio = (int(match[1]), int(match[2]))
        if ratio in _RATIOS and not overlaps(match.span(), spans):
            found[match.start()] = _RATIOS[ratio]
    if not found:
        for hit in _orientations().find(folded)[:1]:
            found[hit.start] = hit.id
    sizes = []
    for _, written in sorted(found.items()):
        try:
            sizes.append(size_px_from_text(written))
        except InvalidValue:
            continue
    return list(dict.fromkeys(sizes))


@cache
def _vocabulary() -> Vocabulary:
    rows: list[dict[str, Any]] = load_table("deliverables")
    return Vocabulary({str(i): [*row["zh"], *row["en"]] for i, row in enumerate(rows)})


@cache
def _orientations() -> Vocabulary:
    return Vocabulary(load_table("sizes"))
