"""draw_wordmark: a name set, spaced by eye, edited once, and finished as one drawing."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from compositor.document import FontChoice
from compositor.geometry import Affine, Path
from compositor.geometry.boolean import simplify, union
from generators.vector.marks.mark import CannotDraw, filled
from generators.vector.marks.wordmarks.edit import Edited, Terms, said_symbol, symbol_name
from generators.vector.marks.wordmarks.edits import edits_of
from generators.vector.marks.wordmarks.few_nodes import with_few_nodes
from generators.vector.marks.wordmarks.hanzi_edits import (
    faceted,
    in_seal,
    proportioned,
)
from generators.vector.marks.wordmarks.legible import Reading, read_against
from generators.vector.marks.wordmarks.letters import Line, set_letters, spaced, white_spread
from generators.vector.marks.wordmarks.outlines import cut_ends, leaned, rounded, tidied
from generators.vector.marks.wordmarks.pairing import matched_second
from generators.vector.marks.wordmarks.wordmark import EM_U, Wordmark, WordmarkRequest

__all__ = ["draw_wordmark", "edits_for"]

_EM = 1000.0
_JOINED_KINDS = {"script", "hand", "brush"}
_SEAL_FONT = FontChoice(families=("Noto Sans SC",))
"""A seal is cut with strokes of one weight, whatever the name is set in elsewhere."""
NODE_BUDGET = 300
"""Of the leading line: up to ten Latin letters, or four Chinese characters."""
_NEAR = 0.2
_COARSER = (0.5, 0.8, 1.2)
_EVEN = 0.62
"""Faces with more contrast than this are not made wider or narrower."""
_LEAST_ARC, _SMALL_ARC = 5.0, 12.0
"""Radii, em/1000: below the first an arc is not seen, below the second it is not missed."""
_UNTOUCHED = Reading(1.0, 1.0, 1.0)
_SYMBOL_EDITS = {"dot", "counter", "sprout"}
_TWO_TONE = {"horizon", "bounce", "ring"}
"""Edits whose spark is part of the letters themselves."""


@dataclass(frozen=True)
class _Drawn:
    """A line finished, in em/1000, its ink's left at x = 0."""

    body: Path
    spark: Path
    edit: str
    line: Line
    letter: str
    reading: Reading
    spread: float
    left: float = 0.0
    dropped: tuple[str, ...] = ()


def draw_wordmark(request: WordmarkRequest) -> Wordmark:
    """Return the name as an ownable drawing; the same request gives the same outlines.

    Raises:
        CannotDraw: There is no name.
        MissingGlyph: No face has one of its characters.
    """
    latin, hanzi = _clean(request.name_latin), _clean(request.name_zh)
    if not latin and not hanzi:
        raise CannotDraw("a wordmark needs name_latin or name_zh")
    is_zh = bool(hanzi) and (request.leads == "zh" or not latin)
    lead, second = (hanzi, latin) if is_zh else (latin, hanzi)
    drawn = _drawn(lead, request, is_zh=is_zh)
    body, spark = drawn.body, drawn.spark
    facts: dict[str, str | int | float | bool] = {
        "edit": drawn.edit,
        "letter": drawn.letter,
        "white_spread": round(drawn.spread, 4),
        "overlap_32px": round(drawn.reading.overlap, 3),
        "kept_32px": round(drawn.reading.kept, 3),
        "white_32px": round(drawn.reading.white, 3),
        "stem_em": round(drawn.line.stem / _EM, 4),
        "weight": drawn.line.weight,
        "angle_deg": _angle(request),
        "corner_radius_u": round(_radius(request, drawn.line.stem) * EM_U / _EM, 4),
        "dropped": ",".join(drawn.dropped),
    }
    lines = [Path.join([body, spark]).bounds]
    if second:
        under, more = matched_second(
            second,
            _font(request, is_zh=not is_zh),
            drawn.line,
            Path.join([body, spark]).bounds if drawn.edit in _TWO_TONE else body.bounds,
            is_zh=not is_zh,
        )
        radius = _radius(request, more["second_stem"])
        below = leaned(_softened([with_few_nodes(under, _NEAR)], radius), request.slant_deg)
        body = Path.join([body, below])
        lines.append(below.bounds)
        facts |= {key: round(value, 4) for key, value in more.items()}
    scale = Affine.scaling(EM_U / _EM)
    # From before corners were rounded, so that rounding moves nothing.
    start = drawn.left if not second else min(drawn.left, below.bounds.x)
    paints = ((body, request.inks.main), (spark, request.inks.spark))
    shapes = tuple(
        filled(path.moved(-start, 0).transformed(scale), paint)
        for path, paint in paints
        if not path.is_empty
    )
    says = f"{lead}\n{second}" if second else lead
    symbol = symbol_name(_terms(request, drawn.line)) if drawn.edit in _SYMBOL_EDITS else ""
    facts["symbol"] = symbol
    facts["nodes"] = sum(s.path.node_count for s in shapes)
    facts["width_u"] = round(Path.join(s.path for s in shapes).bounds.width, 2)
    return Wordmark(
        shapes=shapes,
        says=says,
        line_boxes=tuple(scale.apply_box(b.moved(-start, 0)) for b in lines),
        name=drawn.edit,
        concept=_concepts()[drawn.edit].format(
            name=lead, letter=drawn.letter, symbol="disc" if symbol == "dot" else symbol
        ),
        cap_u=(_EM if drawn.edit == "seal" else drawn.line.cap) * EM_U / _EM,
        stem_u=drawn.line.stem * EM_U / _EM,
        facts=facts,
    )


def edits_for(request: WordmarkRequest) -> tuple[str, ...]:
    """Return the names of the signature edits this request may get, best first."""
    is_zh = bool(_clean(request.name_zh)) and (
        request.leads == "zh" or not _clean(request.name_latin)
    )
    listed: list[str] = list(_character(request)["zh_edits" if is_zh else "latin_edits"])
    if listed[0] == "seal" and (request.seed + request.variant) % 2 and not request.edit:
        listed = [*listed[1:], listed[0]]
    if _is_said(request):
        listed.sort(key=lambda name: name not in _SYMBOL_EDITS)
    if request.edit:
        listed = [request.edit, *(name for name in listed if name != request.edit)]
    return tuple(listed)


def _drawn(text: str, request: WordmarkRequest, *, is_zh: bool) -> _Drawn:
    font = _font(request, is_zh=is_zh)
    original = set_letters(text, font, is_hanzi=is_zh)
    if not original.letters:
        raise CannotDraw(f"{text!r} has nothing to draw; give a name with letters")
    joined = original.kind in _JOINED_KINDS and not is_zh
    only_set = joined or not _is_editable(text)
    line, dropped = _structured(original, request, is_zh=is_zh)
    airy = 0.0 if is_zh or only_set else float(_character(request).get("latin_tracking", 0.0))
    tracking = request.tracking + airy
    line = spaced(line, tracking, keeps_pens=only_set, cell=1.0 if is_zh else 0.0)
    spread = white_spread(line)
    if only_set:
        return _finished("plain", Edited(line, ()), [_UNTOUCHED], request, spread)
    made: list[_Drawn] = []
    for name in edits_for(request):
        if name == "seal" and is_zh and len(line.letters) <= 6:
            drawn = _sealed(text, line, request, spread)
            is_legible = drawn.reading.is_legible
        else:
            tried = _tried(name, line, request, is_zh=is_zh)
            if tried is None:
                continue
            drawn = _finished(name, *tried, request, spread)
            is_legible = all(r.is_legible for r in tried[1])
        if not is_legible:
            dropped.append(name)
            continue
        made.append(drawn)
        if request.edit == name or len(made) == request.variant + 1:
            break
    if not made:
        made.append(_finished("plain", Edited(line, ()), [_UNTOUCHED], request, spread))
    chosen = made[0] if made[0].edit == request.edit else made[request.variant % len(made)]
    return replace(chosen, dropped=tuple(dropped))


def _tried(
    name: str, line: Line, request: WordmarkRequest, *, is_zh: bool
) -> tuple[Edited, list[Reading]] | None:
    """The line with one edit, and how every letter it touched reads now."""
    table = edits_of(is_zh=is_zh)
    edited = table[name](line, _terms(request, line)) if name in table else None
    return None if edited is None else (edited, _readings(line, edited, moves=name == "bounce"))


def _structured(
    original: Line, request: WordmarkRequest, *, is_zh: bool
) -> tuple[Line, list[str]]:
    """Proportion, facets and stroke ends; what harms a character's reading is dropped."""
    character = _character(request)
    dropped: list[str] = []
    line = original
    if is_zh:
        width = request.proportion or character["proportion"]
        wide = proportioned(line, max(0.75, min(1.25, width)))
        line = _kept(line, wide, original, "proportion", dropped, matches_box=True)
        if character.get("facets"):
            line = _kept(line, faceted(line), original, "facets", dropped, matches_box=True)
    elif line.contrast > _EVEN and original.kind not in _JOINED_KINDS:
        wide = proportioned(line, float(character.get("latin_width", 1.0)))
        line = _kept(line, wide, original, "proportion", dropped, matches_box=True)
    if character["cuts_ends"]:
        angle = _angle(request)
        letters = tuple(x.with_area(cut_ends(x.area, line.stem, angle)) for x in line.letters)
        cut = replace(line, letters=letters)
        line = _kept(line, cut, original, "ends", dropped, matches_box=is_zh)
    return line, dropped


def _kept(
    before: Line,
    after: Line,
    original: Line,
    name: str,
    dropped: list[str],
    *,
    matches_box: bool,
) -> Line:
    """Every letter redrawn where it still reads as the original, else as it was."""
    letters = []
    for old, new, first in zip(before.letters, after.letters, original.letters, strict=True):
        fine = read_against(first.area, new.area, matches_box=matches_box).is_legible
        letters.append(new if fine else old)
        if not fine:
            dropped.append(f"{name}:{first.text}")
    return replace(after, letters=tuple(letters))


def _readings(line: Line, edited: Edited, *, moves: bool) -> list[Reading]:
    """How letters read; where the edit moves whole letters, each in its own box."""
    found = []
    for i in edited.touched:
        before = line.letters[i]
        dx = edited.line.letters[i].pen - before.pen
        found.append(read_against(before.area.moved(dx, 0), edited.seen(i), matches_box=moves))
    return found


def _sealed(text: str, line: Line, request: WordmarkRequest, spread: float) -> _Drawn:
    weight = max(500, min(800, _font(request, is_zh=True).weight))
    font = _SEAL_FONT.model_copy(update={"weight": weight})
    line = faceted(set_letters(text, font, is_hanzi=True))
    terms = _terms(request, line)
    is_white = (request.seed + request.variant) % 2 == 0
    body, cells = in_seal(line, terms, is_white=is_white)
    readings = [
        read_against(x.area, cell, matches_box=True)
        for x, cell in zip(line.letters, cells, strict=True)
    ]
    worst = Reading(*(min(values) for values in zip(*readings, strict=True)))
    body = tidied(body)
    return _Drawn(body, Path(), "seal", line, text, worst, spread)


def _finished(
    name: str,
    edited: Edited,
    readings: list[Reading],
    request: WordmarkRequest,
    spread: float,
) -> _Drawn:
    line = edited.line
    radius = _radius(request, line.stem)
    areas = [x.area for x in line.letters if not x.area.is_empty]
    merged: list[Path] = []
    for i, area in enumerate(areas):
        ties = merged and (line.letters[i].tied or name in ("extend", "link", "ligature"))
        if ties and not merged[-1].bounds.intersection(area.bounds).is_empty:
            merged[-1] = union(merged[-1], area)
        else:
            merged.append(area)
    sharp = [with_few_nodes(tidied(simplify(a)), _NEAR) for a in merged]
    body = leaned(_softened(sharp, radius), request.slant_deg)
    spark = leaned(with_few_nodes(tidied(simplify(edited.spark)), _NEAR), request.slant_deg)
    worst = Reading(*(min(values) for values in zip(*readings, strict=True)))
    letter = str(edited.facts.get("letter", ""))
    left = Path.join([leaned(Path.join(sharp), request.slant_deg), spark]).bounds.x
    return _Drawn(body, spark, name, line, letter, worst, spread, left)


def _softened(sharp: list[Path], radius: float) -> Path:
    """The outline with round corners, within the budget.

    Where there are too many nodes, corners that go in stay sharp first, then all, if their arcs
    are small; then the outlines of brushes and old faces are thinned out further.
    """
    body = Path.join(rounded(c, radius, least=_LEAST_ARC) for c in sharp)
    if body.node_count > NODE_BUDGET:
        body = Path.join(rounded(c, radius, inner=0.0, least=_LEAST_ARC) for c in sharp)
    if body.node_count > NODE_BUDGET and radius < _SMALL_ARC:
        body = Path.join(sharp)
    for tolerance in _COARSER:
        if body.node_count <= NODE_BUDGET:
            break
        body = with_few_nodes(body, tolerance)
    return body


def _terms(request: WordmarkRequest, line: Line) -> Terms:
    return Terms(
        angle_deg=_angle(request),
        radius=_radius(request, line.stem),
        gap=max(24.0, min(0.34 * line.stem, 48.0)),
        nouns=request.nouns,
        symbol=request.symbol,
        detail=request.detail,
        seed=request.seed,
    )


def _radius(request: WordmarkRequest, stem: float) -> float:
    character = _character(request)
    factor = 0.4 + 0.6 * min(1.0, float(character["round_factor"]))
    own = float(character.get("least_round", 0.0))
    share = own + (1 - own) * min(1.0, max(0.0, request.roundness) * factor)
    return 0.5 * stem * share


def _angle(request: WordmarkRequest) -> float:
    return float(request.angle_deg or _character(request)["angle_deg"])


def _font(request: WordmarkRequest, *, is_zh: bool) -> FontChoice:
    """The face, at the weight asked for, or half way to the stroke of the mark beside it."""
    character = _character(request)
    font = request.font_zh if is_zh else request.font_latin
    if font is None:
        families = tuple(character["zh"]) if is_zh else tuple(character["latin"])
        font = FontChoice(families=families, weight=character["weight"])
    weight = request.weight if request.weight is not None else font.weight
    if request.weight is None and request.stroke_of_cap > 0:
        matched = 100 + (request.stroke_of_cap - 0.05) / 0.21 * 800
        weight = round((weight + min(900.0, max(300.0, matched))) / 2)
    return font.model_copy(update={"weight": max(100, min(900, weight))})


def _is_editable(text: str) -> bool:
    """Whether every character is a Latin letter, a digit, a sign or a Chinese character."""
    return all(
        ord(c) < 0x250
        or 0x2000 <= ord(c) <= 0x206F
        or 0x3000 <= ord(c) <= 0x9FFF
        or 0x1E00 <= ord(c) <= 0x1EFF
        or 0x0300 <= ord(c) <= 0x036F
        for c in text
    )


def _is_said(request: WordmarkRequest) -> bool:
    """Whether there is a symbol for the idea, not only a disc."""
    return bool(said_symbol(request.nouns)) or request.symbol is not None


def _clean(text: str) -> str:
    return " ".join(text.split())


def _character(request: WordmarkRequest) -> dict[str, Any]:
    found: dict[str, Any] = _table("characters.json")[request.character]
    return found


def _concepts() -> dict[str, Any]:
    return _table("concepts.json")


@cache
def _table(name: str) -> dict[str, Any]:
    text = files("generators.vector.marks.wordmarks").joinpath(name).read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
