"""Candidates: many compositions of the same words, laid out, scored, the best kept apart.

Nothing here draws. A candidate is an archetype at a scale of the headline, mirrored or not,
and varied: its division between words and picture, the alignment of its rows, how close the
subject comes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np

from compositor.document import GroupLayer, Page, TextLayer
from compositor.geometry import Box, Size
from compositor.layout.archetypes import Archetype, archetypes, content_fit, eligible
from compositor.layout.arrangement import Geometry
from compositor.layout.compose import Composition, compose_page, page_geometry
from compositor.layout.grounds import paint_under
from compositor.layout.manner import AS_STYLED, Build, Manner, kept
from compositor.layout.score import PageScore, Suits, page_texts, score_page
from compositor.layout.tables.hand import ROW
from compositor.layout.theme import Theme
from compositor.layout.variation import PLAIN, Variation
from compositor.typography.fonts import FontSet

__all__ = ["Candidate", "CandidateRequest", "diverse", "propose", "stand_ins"]

_SCALES = (1.0, 0.82)
_VARIED = 6
"""So many archetypes, the best, are also tried varied."""
_JITTER = 0.07
"""How far a seed may move an archetype: enough for another good answer, not for a bad one."""
_TURN = 0.05
"""The same for forms of a list: what it holds and the style come first."""
_STRANGE = 0.6
"""Part of the jitter that an archetype gets which the style does not know."""
_UNSUITED = 0.08
"""What a page loses at the most that cannot do what its words ask for, such as a list."""
_WISH = 0.12
"""What a wished archetype gains: it wins among equals, not over a page that is much better."""
_MANNER = 0.5
"""What a page loses at the most that sets nothing as the client wished."""
_UNLIKE = 0.08
"""What a candidate loses that repeats a family already chosen."""


@dataclass(frozen=True)
class Candidate:
    """One composition.

    Attributes:
        archetype: Its id.
        family: The archetype's family.
        scale: Of the headline's range.
        is_mirrored: Left and right exchanged.
        score: What was measured.
        total: The score with the seed's jitter, the subject's shape and the wish.
        variation: Of the archetype.
    """

    archetype: str
    family: str
    scale: float
    is_mirrored: bool
    score: PageScore
    total: float
    variation: Variation = PLAIN


@dataclass(frozen=True, kw_only=True)
class CandidateRequest:
    """What to compose.

    Attributes:
        theme: Type and style parameters.
        copy: Text by slot.
        language: BCP 47.
        size: Trim, px.
        medium: screen, print or sign.
        fidelity: How well each archetype suits style and trade, 0–1, by id.
        subject_aspect: Width over height of what is shown; 0 when nothing is.
        seed: Moves scores a little.
        wish: An archetype that somebody wants, or nothing.
        avoid: Archetypes that cannot show what there is to show.
        manner: How the client wants the page set.
    """

    theme: Theme
    copy: Mapping[str, str]
    language: str
    size: Size
    medium: Literal["screen", "print", "sign"] = "screen"
    fidelity: Mapping[str, float]
    subject_aspect: float = 0.0
    seed: int = 0
    wish: str = ""
    avoid: Collection[str] = ()
    manner: Manner = AS_STYLED


def propose(request: CandidateRequest, fonts: FontSet) -> list[Candidate]:
    """Return every candidate that fits, best first; at least 24 are tried on a usual page."""
    can_hold = eligible(
        request.copy.get("headline", ""),
        has_picture=request.subject_aspect > 0,
        size=request.size,
        copy=request.copy,
        words_only=request.manner.is_wordy,
    )
    names = [name for name in can_hold if name not in request.avoid]
    everything = list(archetypes())
    jitters = np.random.default_rng(request.seed).uniform(-1, 1, len(everything))
    jitter = {
        name: float(value) * (_TURN if archetypes()[name].P.table else _JITTER)
        for name, value in zip(everything, jitters, strict=True)
    }
    found = [
        candidate
        for name in names
        for start in _starts(request, archetypes()[name])
        if (candidate := _candidate(request, start, jitter[name], fonts)) is not None
    ]
    best: dict[str, Candidate] = {}
    for candidate in _ranked(found):
        best.setdefault(candidate.archetype, candidate)
    leaders = list(best.values())[:_VARIED]
    # Where no page holds the words as drawn, another division may.
    tight = [archetypes()[name] for name in names if name not in best] if not found else []
    slots = tuple(request.copy)
    starts = [_composition(request, archetypes()[c.archetype], c) for c in leaders]
    starts += [_composition(request, entry) for entry in tight]
    for start in starts:
        for variation in start.archetype.variations(request.size, slots):
            if not leaders and variation.grid != "words":
                continue
            changed = replace(start, variation=variation)
            candidate = _candidate(request, changed, jitter[start.archetype.id], fonts)
            if candidate is not None:
                found.append(candidate)
    return _ranked(found)


def diverse(
    lists: Sequence[Sequence[Candidate]], taken: Sequence[Candidate] = ()
) -> list[Candidate | None]:
    """Return one candidate of each list, no two of one archetype while there are others.

    Families repeat only where that is much better.

    Args:
        lists: Best first, one for each design that will stand beside the others.
        taken: Designs that stand there already.
    """
    chosen: list[Candidate | None] = []
    for candidates in lists:
        beside = [*taken, *(c for c in chosen if c is not None)]
        used = [c.archetype for c in beside]
        families = [c.family for c in beside]

        def worth(
            candidate: Candidate, used: list[str] = used, families: list[str] = families
        ) -> tuple[int, float]:
            repeats = used.count(candidate.archetype)
            return -repeats, candidate.total - _UNLIKE * families.count(candidate.family)

        chosen.append(max(candidates, key=worth, default=None))
    return chosen


def _ranked(candidates: list[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: -candidate.total)


def _starts(request: CandidateRequest, entry: Archetype) -> list[Composition]:
    """Every scale of the headline, and the mirror image where it is another page."""
    plain = _composition(request, entry)
    sides = [plain]
    if entry.has_side:
        turned = replace(plain, is_mirrored=True)
        if page_geometry(turned) != page_geometry(plain):
            sides.append(turned)
    return [replace(side, headline_scale=scale) for side in sides for scale in _SCALES]


def _composition(
    request: CandidateRequest, entry: Archetype, like: Candidate | None = None
) -> Composition:
    return Composition(
        theme=request.theme,
        archetype=entry,
        size=request.size,
        copy=dict(request.copy),
        language=request.language,
        medium=request.medium,
        headline_scale=like.scale if like else 1.0,
        is_mirrored=like.is_mirrored if like else False,
    )


def _candidate(
    request: CandidateRequest, what: Composition, jitter: float, fonts: FontSet
) -> Candidate | None:
    page, overset = compose_page(what, fonts)
    if overset:
        return None
    name = what.archetype.id
    hero = page.box.fraction(*_shown(page_geometry(what)))
    content = content_fit(what.archetype, request.copy) * _rows_read(page)
    suits = Suits(request.fidelity.get(name, 0.4), content)
    score = score_page(page, hero, request.theme.params, suits, fonts)
    if score.total == 0:
        return None
    place = page.box.fraction(*page_geometry(what).hero)
    shape = _shape_fit(place.width / place.height, request.subject_aspect)
    wished = _WISH if name == request.wish else 0.0
    return Candidate(
        archetype=name,
        family=what.archetype.family,
        scale=what.headline_scale,
        is_mirrored=what.is_mirrored,
        score=score,
        total=_worth(what, score.total, shape) * (1 - _UNSUITED * (1 - content))
        + jitter * (_STRANGE + (1 - _STRANGE) * suits.style)
        + wished
        - _MANNER * (1 - _kept(request, what, page, fonts)),
        variation=what.variation,
    )


_LISTED, _EVEN = 0.84, 0.5
"""What a good page of a list is worth, and how far such pages are drawn together: what is
measured on boxes favors one form of a list over all others, whatever it lists."""
_MADE = 0.06
"""What a form of a list gains in a style it is made for."""


def _worth(what: Composition, measured: float, shape: float) -> float:
    """Return what a page is worth before the seed, the wish and the manner."""
    found = 0.88 * measured + 0.12 * shape
    entry = what.archetype
    if entry.P.table is None:
        return found
    is_made = what.theme.style.partition("+")[0] in entry.made_for
    return _EVEN * found + (1 - _EVEN) * _LISTED + _MADE * is_made


_ROW, _SMALL_ROW = 0.036, 0.6
"""Size of a list's words that reads from afar, in parts of the shorter side, and what a list
is worth whose words are tiny."""


def _rows_read(page: Page) -> float:
    """Return how well the words of a list are seen, 0–1; 1 where there is none."""
    sizes = [
        layer.runs[0].size
        for group in page.layers
        if isinstance(group, GroupLayer) and group.name == ROW
        for layer in group.children
        if isinstance(layer, TextLayer) and layer.role == "body"
    ]
    if not sizes:
        return 1.0
    seen = min(1.0, min(sizes) / (_ROW * page.size.shorter))
    return _SMALL_ROW + (1 - _SMALL_ROW) * seen


def _kept(request: CandidateRequest, what: Composition, page: Page, fonts: FontSet) -> float:
    """How well the page keeps to what the client wished of its setting, 0–1."""
    if not request.manner.is_given:
        return 1.0
    geometry = page_geometry(what)
    shown = page.box.fraction(*_shown(geometry))
    hero = shown if request.subject_aspect > 0 else None
    fields = sum(panel.box.area for panel in geometry.panels) * page.box.area
    title = next((s for s in geometry.stacks if "headline" in s.slots), None)
    build = Build(
        hero=hero,
        covered=fields + (hero.intersection(page.box).area if hero else 0.0),
        is_busy=bool({"slash", "path", "echo"} & set(what.archetype.decor)),
        on_ground=title is not None and paint_under(geometry, title) == "ground",
    )
    return kept(request.manner, page_texts(page, fonts), page, build)


def _shown(geometry: Geometry) -> Box:
    """What is looked at beside the words: the subject, or pictures with edges of their own."""
    pictures = [window.box for window in geometry.windows]
    if geometry.picture.area < _WHOLE_PAGE:
        pictures.append(geometry.picture)
    shown = geometry.hero
    for box in pictures:
        shown = shown.union(box)
    return shown


_WHOLE_PAGE = 0.97


def _shape_fit(box_aspect: float, subject_aspect: float) -> float:
    """How much of the box a subject of that shape fills, 0–1."""
    if subject_aspect <= 0:
        return 0.6
    return min(box_aspect, subject_aspect) / max(box_aspect, subject_aspect)


def stand_ins(
    chosen: Candidate,
    candidates: Sequence[Candidate],
    size: Size,
    slots: Sequence[str],
    *,
    most: int = 6,
) -> list[Candidate]:
    """Return candidates that can take the picture made for the chosen one, best first.

    Their picture lies in the same place, and they spread over the sides of the subject on
    which words can stand, so that one of them suits wherever the subject turns out to be.

    Args:
        chosen: The planned composition.
        candidates: Of the same words, best first.
        size: Trim.
        slots: Copy slots that are filled.
        most: How many.
    """
    mine = _place(chosen, size, slots)
    found: list[Candidate] = []
    for each in range(1, most):
        for candidate in candidates:
            place = _place(candidate, size, slots)
            if candidate == chosen or candidate in found or place.ask != mine.ask:
                continue
            shared = place.picture.intersection(mine.picture).area
            if shared < _SAME_PICTURE * max(place.picture.area, mine.picture.area):
                continue
            sides = [_place(one, size, slots).side for one in found]
            if sides.count(place.side) < each and len(found) < most:
                found.append(candidate)
    return sorted(found, key=lambda candidate: -candidate.total)


_SAME_PICTURE = 0.94
"""Part of the larger of two picture boxes that they share when one picture serves both."""


class _Place(NamedTuple):
    """Where a candidate's picture lies, what is asked of it, where the headline stands."""

    picture: Box
    ask: tuple[object, ...]
    side: str


def _place(candidate: Candidate, size: Size, slots: Sequence[str]) -> _Place:
    entry = archetypes()[candidate.archetype]
    geometry = entry.geometry(
        size, slots, is_mirrored=candidate.is_mirrored, variation=candidate.variation
    )
    ask = (entry.shows, geometry.mount, len(geometry.windows))
    headline = next((s for s in geometry.stacks if "headline" in s.slots), geometry.stacks[0])
    across = headline.box.center.x - geometry.hero.center.x
    down = headline.box.center.y - geometry.hero.center.y
    if abs(across) > abs(down):
        side = "left" if across < 0 else "right"
    else:
        side = "above" if down < 0 else "below"
    return _Place(geometry.picture, ask, side)
