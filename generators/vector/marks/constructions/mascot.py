"""mascot: animal heads from superellipses and puffs, one feature exaggerated per species."""

from __future__ import annotations

import numpy as np

from compositor.document import Shape
from compositor.geometry import Affine, Path
from compositor.geometry.boolean import difference, offset, outline_stroke, union
from compositor.geometry.shapes import circle, ellipse, smooth_curve, superellipse
from generators.vector.marks.constructions.mascot_fur import (
    EARS,
    FUR_GAP_U,
    both,
    curls,
    puffs,
    round_ears,
)
from generators.vector.marks.constructions.mascot_species import (
    Species,
    all_species,
    find_species,
)
from generators.vector.marks.dials import shaped
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import (
    CannotDraw,
    Mark,
    MarkInks,
    MarkRequest,
    filled,
    finished,
    stroked,
)

__all__ = ["draw"]


def draw(request: MarkRequest) -> Mark:
    """Return an animal head: solid with gaps, or as pen lines when the treatment is doodle.

    Raises:
        CannotDraw: No animal of ours answers to the nouns.
    """
    name = find_species(request.subjects)
    if not name:
        raise CannotDraw(f"no mascot for these subjects; there are: {', '.join(all_species())}")
    species = all_species()[name]
    is_doodle = request.treatment == "doodle"
    as_lines = is_doodle or request.variant % 2 == 1
    as_lines = as_lines and (is_doodle or species.ears != "panda")
    shapes = (
        _lines(species, request) if as_lines else _solid(species, request.inks, request.detail)
    )
    mark = Mark(
        shapes=tuple(shapes),
        construction="mascot",
        concept=f"{name}: {species.idea}",
        subject=name,
        stroke_u=request.weight_u if as_lines else 8.0,
        facts={"species": name, "style": "line" if as_lines else "solid"},
    )
    done = finished(shaped(mark, request, radius_u=2.4, most_nodes=120))
    return doodled(done, request, wobble_u=0.9) if is_doodle else done


def _face(species: Species) -> Path:
    cx, cy, rx, ry, n = species.head
    return superellipse(cx, cy, rx, ry, n)


def _solid(species: Species, inks: MarkInks, detail: float) -> list[Shape]:
    """Solid main areas parted by gaps; features cut out, one in the spark paint."""
    face = _face(species)
    ears, inner = EARS[species.ears](species)
    eye_y, eye_dx, eye_r = species.eye
    eyes = both(circle(48 + eye_dx, eye_y, eye_r))
    nose_y, nose_w = species.nose
    sparks: list[Path] = [inner] if inner.segments else []
    if species.ears in ("puffs", "wool", "mane"):
        fur = difference(ears, offset(face, FUR_GAP_U))
        body = union(face, fur)
    elif species.ears == "floppy":
        body = union(difference(face, offset(ears, FUR_GAP_U)), ears)
    else:
        body = union(face, ears)
    if species.ears == "panda":
        return _panda(species, inks)
    body = difference(body, eyes)
    if species.ears == "pointed" and species.head[4] <= 2:
        cheek = ellipse(0, 0, 30, 17).transformed(Affine.rotation(33)).moved(20, 80)
        body = difference(body, both(cheek))
    shapes: list[Shape] = []
    muzzle_y, muzzle_rx, muzzle_ry = species.muzzle
    if muzzle_rx:
        muzzle = ellipse(48, muzzle_y, muzzle_rx, muzzle_ry)
        body = difference(body, muzzle)
        nose = ellipse(48, nose_y, nose_w, nose_w * 0.72)
        if not nose_w:
            nose = both(ellipse(42, muzzle_y, 2.6, 4))
        sparks.append(nose)
        if nose_w:
            sparks_mouth = outline_stroke(_mouth(nose_y + nose_w * 0.6, muzzle_ry * 0.5), 3.3)
            if detail >= 0.3:
                shapes.append(filled(sparks_mouth, inks.main))
    else:
        nose = ellipse(48, nose_y, max(nose_w, 3.2), max(nose_w, 3.2) * 0.75)
        body = difference(body, offset(nose, 2.4))
        sparks.append(nose)
    for spark in sparks[: 1 if inner.segments else 0]:
        body = difference(body, spark)
    shapes.insert(0, filled(body, inks.main))
    shapes += [filled(spark, inks.spark) for spark in sparks]
    return shapes


def _panda(species: Species, inks: MarkInks) -> list[Shape]:
    face = _face(species)
    ears, _ = round_ears(species)
    ears = difference(ears, offset(face, 1.6))
    rim = difference(face, offset(face, -3.6))
    patch = ellipse(0, 0, 8, 11).transformed(Affine.rotation(32)).moved(48 + 16, 54)
    pupil = circle(48 + 14.5, 52.5, species.eye[2])
    patches = both(difference(patch, pupil))
    nose = ellipse(48, species.nose[0], species.nose[1], species.nose[1] * 0.7)
    return [filled(p, inks.main) for p in (ears, rim, patches)] + [filled(nose, inks.spark)]


def _mouth(top: float, depth: float) -> Path:
    """A short line down from the nose and two arcs, as a child draws it."""
    reach = depth * 0.95
    return Path(
        (
            ("M", (48 - reach * 2, top + depth * 0.35)),
            (
                "C",
                (
                    48 - reach * 1.6,
                    top + depth * 1.3,
                    48 - reach * 0.3,
                    top + depth * 1.3,
                    48,
                    top + depth * 0.3,
                ),
            ),
            (
                "C",
                (
                    48 + reach * 0.3,
                    top + depth * 1.3,
                    48 + reach * 1.6,
                    top + depth * 1.3,
                    48 + reach * 2,
                    top + depth * 0.35,
                ),
            ),
        )
    )


def _lines(species: Species, request: MarkRequest) -> list[Shape]:
    """The head as lines of one weight; curls as loops of the pen."""
    inks, w = request.inks, request.weight_u
    rng = np.random.default_rng((*request.seed_pair, 5))
    face = _face(species)
    shapes: list[Shape] = []
    if species.ears in ("puffs", "wool", "mane"):
        for cx, cy, rx, ry in puffs(species):
            shapes.append(stroked(curls(cx, cy, rx, ry, rng), inks.main, w * 0.66))
        cx, cy, rx, ry, _ = species.head
        sides = [
            (cx - rx, cy - ry * 0.35),
            (cx - rx * 0.92, cy + ry * 0.3),
            (cx - rx * 0.55, cy + ry * 0.86),
        ]
        chin = [*sides, (cx, cy + ry), *[(96 - x, y) for x, y in sides[::-1]]]
        shapes.append(stroked(smooth_curve(chin), inks.main, w))
    else:
        ears, _ = EARS[species.ears](species)
        if species.ears == "floppy":
            outline = union(difference(face, ears), ears)
            shapes.append(stroked(face, inks.main, w))
            shapes.append(filled(ears, inks.ground))
            shapes += [stroked(c, inks.main, w) for c in ears.contours()]
        else:
            outline = union(face, ears)
            shapes += [stroked(c, inks.main, w) for c in outline.contours()]
    eye_y, eye_dx, eye_r = species.eye
    if species.ears == "panda":
        eye_r = 8.0
    shapes.append(filled(circle(48 - eye_dx, eye_y, eye_r), inks.main))
    shapes.append(filled(circle(48 + eye_dx, eye_y, eye_r), inks.main))
    nose_y, nose_w = species.nose
    nose_w = max(nose_w, 4.2)
    shapes.append(filled(ellipse(48, nose_y, nose_w, nose_w * 0.74), inks.spark))
    shapes.append(stroked(_mouth(nose_y + nose_w * 0.7, 4.6), inks.main, w * 0.7))
    return shapes
