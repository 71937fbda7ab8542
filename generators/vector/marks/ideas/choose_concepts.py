"""Concepts: a brand's ideas drawn, judged, compared, and the best that differ chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from generators.vector.marks import draw_construction
from generators.vector.marks.constructions.mascot_species import find_species
from generators.vector.marks.distinct.cliches import NEAR, nearest_cliche
from generators.vector.marks.distinct.shape import ShapeTrait, shape_distance, traits_of
from generators.vector.marks.ideas.brand import Brand
from generators.vector.marks.ideas.concept import Concept, Idea
from generators.vector.marks.ideas.derive import derived_ideas
from generators.vector.marks.ideas.joined import draw_initial_motif
from generators.vector.marks.ideas.refusals import Refusals
from generators.vector.marks.ideas.sketch import SketchFault, sketched_mark
from generators.vector.marks.judge.judge import MarkFinding, judge, mono_area
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest

__all__ = ["SIBLINGS", "choose_concepts", "draw_idea", "spark_is_hole"]

SIBLINGS = 0.36
"""Marks nearer than this are one drawing in two line weights: no set shows both."""

_MOST_DRAWN = 32
_LEAST_KINDS = 4
_PICTURES = ("pictorial", "line_art", "negative_space", "enclosure", "emblem")
_LAYOUTS = {
    "line_art": "open", "pictorial": "open", "mascot": "face", "line_geo": "abstract",
    "lettermark": "letter", "letter_mod": "letter", "initial_motif": "letter",
    "monogram": "letters", "hanzi_mark": "character", "seal": "seal", "emblem": "badge",
    "sketch": "form", "abstract_geo": "form", "pattern_mark": "repeat", "dynamic": "cut",
    "gradient_fluid": "fluid", "modular_grid": "modules", "enclosure": "tile",
}  # fmt: skip


@dataclass(frozen=True)
class _Drawn:
    """A drawn idea while concepts are chosen."""

    concept: Concept
    trait: ShapeTrait


def choose_concepts(brand: Brand, request: MarkRequest, count: int = 6) -> tuple[Concept, ...]:
    """Return the concepts to show, the recommended one first; hard faults are left out.

    No two share construction, motif and layout, or look like siblings; at least four kinds
    of ideas and four constructions are among six, where the brand suggests as many.

    Args:
        brand: What is known of it.
        request: Inks, weight, roundness, faces and seed; names and subjects are the brand's.
        count: How many.
    """
    return _chosen(brand, request, count)


@lru_cache(maxsize=64)
def _chosen(brand: Brand, request: MarkRequest, count: int) -> tuple[Concept, ...]:
    ideas = derived_ideas(brand, weight_u=request.weight_u)
    jitter = np.random.default_rng((brand.own_number, request.seed % 2**32))
    ideas = tuple(
        replace(idea, prior=round(idea.prior + float(j), 4))
        for idea, j in zip(ideas, jitter.uniform(0, 0.16, len(ideas)), strict=True)
    )
    drawn = _drawn(brand, request, _shortlist(ideas))
    picked: list[_Drawn] = []
    for strictness in (2, 1, 0):
        while len(picked) < count:
            best = _next(drawn, picked, strictness)
            if best is None:
                break
            picked.append(best)
    return tuple(_with_distances(one, picked) for one in picked)


def draw_idea(idea: Idea, brand: Brand, request: MarkRequest) -> Mark:
    """Return an idea's mark.

    Raises:
        CannotDraw: The construction cannot, or drew something else.
        SketchFault: Its sketch cannot be read.
    """
    asked = replace(
        request,
        name_latin=brand.name_latin,
        name_zh=brand.name_zh,
        subjects=idea.subjects,
        variant=idea.variant,
        # Gradients are a version of their own; a concept must stand in flat inks.
        treatment="flat" if idea.construction == "gradient_fluid" else request.treatment,
        # Abstract constructions pick by the seed; two brands must not get the same answer.
        seed=(request.seed + brand.own_number) % 2**32,
    )
    if idea.construction == "sketch":
        return sketched_mark(idea.sketch, request.inks, idea.motif, request)
    if idea.construction == "initial_motif":
        letter = next((c.upper() for c in brand.name_latin if c.isalpha()), brand.name_zh[:1])
        return draw_initial_motif(asked, letter)
    mark = draw_construction(idea.construction, asked)
    carrier = idea.motif.partition("+")[2]
    if idea.construction == "negative_space" and mark.facts.get("carrier") != carrier:
        raise CannotDraw(f"the carrier became a {mark.facts.get('carrier')}")
    if idea.construction == "letter_mod" and mark.facts.get("edit") != "counter":
        raise CannotDraw("the letter has no counter to hold an idea")
    return mark


def spark_is_hole(mark: Mark) -> bool:
    """Return whether one color would swallow the spark: it lies in a hole cut for it."""
    return mark.construction == "negative_space" or mark.facts.get("style") == "tile"


def _shortlist(ideas: Sequence[Idea]) -> list[Idea]:
    """The most promising ideas, some of every kind."""
    ranked = sorted(ideas, key=lambda i: (-i.prior, i.kind, i.motif, i.construction))
    counts: dict[str, int] = {}
    first: list[Idea] = []
    rest: list[Idea] = []
    for idea in ranked:
        counts[idea.kind] = counts.get(idea.kind, 0) + 1
        limit = 7 if idea.kind in ("value", "meaning", "subject", "trade") else 4
        (first if counts[idea.kind] <= limit else rest).append(idea)
    return (first + rest)[:_MOST_DRAWN]


def _drawn(brand: Brand, request: MarkRequest, ideas: Sequence[Idea]) -> list[_Drawn]:
    refusals = Refusals(brand.must_nots)
    found: list[_Drawn] = []
    for idea in ideas:
        try:
            mark = draw_idea(idea, brand, request)
        except (CannotDraw, SketchFault):
            continue
        is_other = bool(mark.subject) and not _answers(idea, mark)
        if is_other or refusals.rule_out(mark.subject):
            continue
        hole = spark_is_hole(mark)
        judgment = judge(mark, request.inks, spark_is_hole=hole)
        if any(f.severity == "hard" and f.code != "contrast" for f in judgment.findings):
            continue
        trait = traits_of(mono_area(mark, request.inks, spark_is_hole=hole))
        cliche, distance = nearest_cliche(trait)
        if distance < NEAR:
            near = MarkFinding(
                code="cliche", severity="soft", value=distance, needed=NEAR,
                message=f"it looks like {cliche.name_en} ({distance:.2f} away)",
            )  # fmt: skip
            judgment = judgment.model_copy(update={"findings": (*judgment.findings, near)})
        score = (
            idea.prior
            + 0.5 * (judgment.quality - 0.85)
            + 0.3 * min(distance, 0.6)
            - (0.6 if distance < NEAR else 0.0)
            - 0.06 * len(judgment.findings)
        )
        concept = Concept(
            idea=_worded(idea, mark),
            mark=mark,
            layout=str(mark.facts.get("carrier") or _LAYOUTS.get(mark.construction, "form")),
            judgment=judgment,
            distances={"cliche": distance},
            cliche=(cliche.name_en, cliche.name_zh),
            score=round(score, 4),
            seed=request.seed,
        )
        found.append(_Drawn(concept, trait))
    return found


def _answers(idea: Idea, mark: Mark) -> bool:
    """Whether a picture shows the motif it was asked for, and not its next best."""
    if mark.construction not in (*_PICTURES, "initial_motif", "letter_mod"):
        return True
    asked = {*idea.motif.split("+"), *idea.subjects}
    if mark.construction == "negative_space":
        asked = {idea.motif.partition("+")[0]}
    words = {w for name in asked for w in name.split("_")}
    kin = find_species((mark.subject,)) in asked if find_species((mark.subject,)) else False
    return mark.subject in asked or bool(words & set(mark.subject.split("_"))) or kin


def _worded(idea: Idea, mark: Mark) -> Idea:
    """The idea with its reasons finished by what the drawing shows."""
    english, _, chinese = mark.concept.partition(" / ")
    if ": " in english[:6]:
        english = english.partition(": ")[2]
    drawn_en = english.strip().rstrip(".")
    drawn_zh = (chinese or english).strip().rstrip("。")
    reason_en = idea.reason_en.replace("{drawn}", drawn_en)
    if ". " + drawn_en in reason_en:
        reason_en = reason_en.replace(
            ". " + drawn_en, ". " + drawn_en[:1].upper() + drawn_en[1:]
        )
    return replace(
        idea, reason_en=reason_en, reason_zh=idea.reason_zh.replace("{drawn}", drawn_zh)
    )


def _next(drawn: list[_Drawn], picked: list[_Drawn], strictness: int) -> _Drawn | None:
    best: tuple[float, _Drawn] | None = None
    kinds = {p.concept.idea.kind for p in picked}
    constructions = [p.concept.mark.construction for p in picked]
    motifs = [part for p in picked for part in p.concept.idea.motif.split("+")]
    for one in drawn:
        concept = one.concept
        if one in picked or any(p.concept.id == concept.id for p in picked):
            continue
        apart = min((shape_distance(one.trait, p.trait) for p in picked), default=1.0)
        if apart < SIBLINGS:
            continue
        same = constructions.count(concept.mark.construction)
        # A pair may bring one motif again; a picture may not.
        worn = min(motifs.count(part) for part in concept.idea.motif.split("+"))
        known = sum(motifs.count(part) for part in concept.idea.motif.split("+"))
        if (strictness == 2 and (same >= 2 or worn >= 1)) or (strictness == 1 and same >= 3):
            continue
        gain = concept.score + 0.3 * min(apart, 0.8) - 0.18 * same - 0.1 * known
        if concept.idea.kind not in kinds:
            gain += 0.25 if len(kinds) < _LEAST_KINDS else 0.08
        if not same:
            gain += 0.15 if len(set(constructions)) < _LEAST_KINDS else 0.0
        if best is None or gain > best[0]:
            best = (gain, one)
    return best[1] if best else None


def _with_distances(one: _Drawn, picked: list[_Drawn]) -> Concept:
    others = [shape_distance(one.trait, p.trait) for p in picked if p is not one]
    distances = {**one.concept.distances, "nearest_concept": min(others, default=1.0)}
    return replace(one.concept, distances=distances)
