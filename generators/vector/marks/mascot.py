"""mascot: animal heads from superellipses and puffs, one feature exaggerated per species."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from compositor.document import Shape
from compositor.geometry import Affine, Path
from compositor.geometry.boolean import difference, offset, outline_stroke, union
from compositor.geometry.shapes import arc, circle, ellipse, smooth_curve, superellipse
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

__all__ = ["SPECIES", "Species", "draw", "find_species"]

_MIRROR = Affine(-1, 0, 0, 1, 96, 0)
_GAP = 3.2


@dataclass(frozen=True)
class Species:
    """How a head is built; lengths in u on the 96 u grid.

    Attributes:
        nouns: Words it answers to.
        ears: Which ears; see `_EARS`.
        head: cx, cy, rx, ry, exponent of the face.
        eye: y, half distance and radius of the eyes.
        muzzle: cy, rx, ry; zero rx leaves it out.
        nose: y and half width.
        idea: What is exaggerated, English / Chinese.
    """

    nouns: tuple[str, ...]
    ears: str
    head: tuple[float, float, float, float, float]
    eye: tuple[float, float, float]
    muzzle: tuple[float, float, float]
    nose: tuple[float, float]
    idea: str


SPECIES: dict[str, Species] = {
    "poodle": Species(
        ("poodle", "curly poodle", "curly dog", "贵宾犬", "卷毛", "卷毛狗", "泰迪", "卷毛贵宾犬"),
        "puffs", (48, 60, 21, 27, 2.6), (54, 9.5, 3.2), (73, 13, 9.5), (68, 5.4),
        "all curls, the face only peeks out / 满头卷毛，只露小脸",
    ),
    "cat": Species(
        ("cat", "kitty", "kitten", "feline", "猫", "猫咪", "小猫", "猫粮"),
        "pointed", (48, 55, 38, 31, 2.5), (53, 16, 4.2), (64, 0, 0), (61, 4),
        "ears as peaks, a wide calm face / 双耳如峰，阔脸从容",
    ),
    "dog": Species(
        ("dog", "puppy", "pet", "pet food", "狗", "小狗", "犬", "宠物", "狗粮"),
        "floppy", (48, 50, 29, 37, 2.7), (44, 12, 3.8), (66, 18, 14), (60, 6.5),
        "ears that fall like pages / 垂耳如页",
    ),
    "bear": Species(
        ("bear", "teddy", "熊", "小熊", "baby", "母婴"),
        "round", (48, 54, 38, 34, 2.6), (50, 14, 3.6), (64, 15, 11), (59, 5.5),
        "two round ears, one warm muzzle / 圆耳一双，暖吻一枚",
    ),
    "panda": Species(
        ("panda", "熊猫", "大熊猫"),
        "panda", (48, 54, 38, 33, 2.5), (54, 16, 3.4), (64, 0, 0), (64, 5),
        "eye patches like two falling drops / 墨眼如滴",
    ),
    "rabbit": Species(
        ("rabbit", "bunny", "hare", "兔", "兔子", "小兔"),
        "long", (48, 66, 28, 24, 2.4), (62, 11.5, 3.4), (72, 0, 0), (70, 3.6),
        "ears longer than the face / 耳长过脸",
    ),
    "fox": Species(
        ("fox", "狐", "狐狸"),
        "pointed", (48, 54, 38, 29, 2.0), (50, 15, 3.4), (70, 0, 0), (78, 5),
        "a face that narrows to its nose / 一脸收于鼻尖",
    ),
    "deer": Species(
        ("deer", "fawn", "stag", "鹿", "小鹿"),
        "antlers", (48, 60, 19, 27, 2.2), (56, 11, 3.2), (76, 0, 0), (78, 6.5),
        "antlers that grow like a sapling / 角如小树",
    ),
    "sheep": Species(
        ("sheep", "lamb", "羊", "绵羊", "wool"),
        "wool", (48, 58, 19, 25, 2.4), (54, 9, 3.2), (72, 0, 0), (70, 4.5),
        "a cloud with a face / 云中一脸",
    ),
    "lion": Species(
        ("lion", "狮", "狮子"),
        "mane", (48, 52, 23, 24, 2.5), (48, 9, 3.2), (62, 12, 8.5), (57, 5),
        "a mane like a sun / 鬃如日轮",
    ),
    "owl": Species(
        ("owl", "猫头鹰", "education", "wisdom"),
        "tufts", (48, 52, 34, 38, 2.8), (46, 15, 5.0), (60, 0, 0), (58, 4),
        "eyes as two lenses / 双目如镜",
    ),
    "pig": Species(
        ("pig", "piglet", "猪", "小猪"),
        "flaps", (48, 52, 38, 34, 2.4), (44, 17, 3.4), (62, 17, 12), (62, 0),
        "a snout like a button / 鼻如纽扣",
    ),
}  # fmt: skip


def find_species(nouns: tuple[str, ...]) -> str:
    """Return the species that answers to the nouns, or empty."""
    clean = [n.strip().lower() for n in nouns if n.strip()]
    for noun in clean:
        for name, species in SPECIES.items():
            if noun == name or noun in species.nouns:
                return name
    for noun in clean:
        for name, species in SPECIES.items():
            for word in (name, *species.nouns):
                if word in noun.split() or (not word.isascii() and word in noun):
                    return name
    return ""


def draw(request: MarkRequest) -> Mark:
    """Return an animal head: solid with gaps, or as pen lines when the treatment is doodle.

    Raises:
        CannotDraw: No animal of ours answers to the nouns.
    """
    name = find_species(request.subjects)
    if not name:
        raise CannotDraw(f"no mascot for these subjects; there are: {', '.join(SPECIES)}")
    species = SPECIES[name]
    is_doodle = request.treatment == "doodle"
    as_lines = is_doodle or request.variant % 2 == 1
    as_lines = as_lines and (is_doodle or species.ears != "panda")
    shapes = _lines(species, request) if as_lines else _solid(species, request.inks)
    mark = Mark(
        shapes=tuple(shapes),
        construction="mascot",
        concept=f"{name}: {species.idea}",
        subject=name,
        stroke_u=request.weight_u if as_lines else 8.0,
        facts={"species": name, "style": "line" if as_lines else "solid"},
    )
    done = finished(mark)
    return doodled(done, request, wobble_u=0.9) if is_doodle else done


def _both(path: Path) -> Path:
    return union(path, path.transformed(_MIRROR))


def _face(species: Species) -> Path:
    cx, cy, rx, ry, n = species.head
    return superellipse(cx, cy, rx, ry, n)


def _solid(species: Species, inks: MarkInks) -> list[Shape]:
    """Solid main areas parted by gaps; features cut out, one in the spark paint."""
    face = _face(species)
    ears, inner = _EARS[species.ears](species)
    eye_y, eye_dx, eye_r = species.eye
    eyes = _both(circle(48 + eye_dx, eye_y, eye_r))
    nose_y, nose_w = species.nose
    sparks: list[Path] = [inner] if inner.segments else []
    if species.ears in ("puffs", "wool", "mane"):
        fur = difference(ears, offset(face, _GAP))
        body = union(face, fur)
    elif species.ears == "floppy":
        body = union(difference(face, offset(ears, _GAP)), ears)
    else:
        body = union(face, ears)
    if species.ears == "panda":
        return _panda(species, inks)
    body = difference(body, eyes)
    if species.ears == "pointed" and species.head[4] <= 2:
        cheek = ellipse(0, 0, 30, 17).transformed(Affine.rotation(33)).moved(20, 80)
        body = difference(body, _both(cheek))
    shapes: list[Shape] = []
    muzzle_y, muzzle_rx, muzzle_ry = species.muzzle
    if muzzle_rx:
        muzzle = ellipse(48, muzzle_y, muzzle_rx, muzzle_ry)
        body = difference(body, muzzle)
        nose = ellipse(48, nose_y, nose_w, nose_w * 0.72)
        if not nose_w:
            nose = _both(ellipse(42, muzzle_y, 2.6, 4))
        sparks.append(nose)
        if nose_w:
            sparks_mouth = outline_stroke(_mouth(nose_y + nose_w * 0.6, muzzle_ry * 0.5), 2.8)
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
    ears, _ = _round_ears(species)
    ears = difference(ears, offset(face, 1.6))
    rim = difference(face, offset(face, -3.6))
    patch = ellipse(0, 0, 8, 11).transformed(Affine.rotation(32)).moved(48 + 16, 54)
    pupil = circle(48 + 14.5, 52.5, species.eye[2])
    patches = _both(difference(patch, pupil))
    nose = ellipse(48, species.nose[0], species.nose[1], species.nose[1] * 0.7)
    return [filled(p, inks.main) for p in (ears, rim, patches)] + [filled(nose, inks.spark)]


def _mouth(top: float, depth: float) -> Path:
    """A short line down from the nose and two arcs, as a child draws it."""
    reach = depth * 0.95
    return Path(
        (
            ("M", (48 - reach * 2, top + depth * 0.35)),
            ("C", (48 - reach * 1.6, top + depth * 1.3, 48 - reach * 0.3, top + depth * 1.3, 48, top + depth * 0.3)),
            ("C", (48 + reach * 0.3, top + depth * 1.3, 48 + reach * 1.6, top + depth * 1.3, 48 + reach * 2, top + depth * 0.35)),
        )
    )


def _lines(species: Species, request: MarkRequest) -> list[Shape]:
    """The head as lines of one weight; curls as loops of the pen."""
    inks, w = request.inks, request.weight_u
    rng = np.random.default_rng((*request.seed_pair, 5))
    face = _face(species)
    shapes: list[Shape] = []
    if species.ears in ("puffs", "wool", "mane"):
        for cx, cy, rx, ry in _puffs(species):
            shapes.append(stroked(_curls(cx, cy, rx, ry, rng), inks.main, w * 0.66))
        cx, cy, rx, ry, _ = species.head
        sides = [(cx - rx, cy - ry * 0.35), (cx - rx * 0.92, cy + ry * 0.3), (cx - rx * 0.55, cy + ry * 0.86)]
        chin = [*sides, (cx, cy + ry), *[(96 - x, y) for x, y in sides[::-1]]]
        shapes.append(stroked(smooth_curve(chin), inks.main, w))
    else:
        ears, _ = _EARS[species.ears](species)
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


def _curls(cx: float, cy: float, rx: float, ry: float, rng: np.random.Generator) -> Path:
    """One run of loops around an ellipse: the pen never leaves the paper."""
    around = math.pi * (3 * (rx + ry) - math.sqrt((3 * rx + ry) * (rx + 3 * ry)))
    loops = max(5, round(around / 13.5))
    loop = around / loops * 0.6
    start = float(rng.uniform(0, 2 * math.pi))
    per = 6
    points = []
    count = loops * per + 2
    for i in range(count):
        t = start + 2 * math.pi * i / (loops * per)
        turn = 2 * math.pi * i / per
        size = loop * (0.92 + 0.16 * math.sin(3.1 * i / per + start))
        ox, oy = math.cos(t), math.sin(t)
        points.append(
            (
                cx + (rx - loop * 0.5) * ox + size * (ox * math.cos(turn) - oy * math.sin(turn)) * -0.9,
                cy + (ry - loop * 0.5) * oy + size * (oy * math.cos(turn) + ox * math.sin(turn)) * -0.9,
            )
        )
    return smooth_curve(points)


def _puffs(species: Species) -> tuple[tuple[float, float, float, float], ...]:
    """The balls of fur: center and radii."""
    if species.ears == "puffs":
        return ((48, 22, 26, 17), (15, 56, 14, 27), (81, 56, 14, 27))
    if species.ears == "wool":
        return ((48, 36, 30, 24),)
    return ((48, 50, 40, 40),)


def _scallop(cx: float, cy: float, rx: float, ry: float, lobes: int) -> Path:
    """A puff: a ring of discs around an ellipse, joined."""
    area = ellipse(cx, cy, rx, ry)
    size = math.pi * (rx + ry) / lobes * 0.62
    for i in range(lobes):
        t = 2 * math.pi * (i + 0.5) / lobes - math.pi / 2
        area = union(
            area, circle(cx + (rx - size * 0.25) * math.cos(t), cy + (ry - size * 0.25) * math.sin(t), size)
        )
    return area


def _puff_ears(species: Species) -> tuple[Path, Path]:
    del species
    top = _scallop(48, 23, 21, 14, 9)
    side = _scallop(15, 57, 10, 21, 9)
    side = difference(side, offset(top, _GAP))
    return union(top, _both(side)), Path()


def _pointed_ears(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    outer = cx - rx * 0.94
    tip = (cx - rx * 0.86, cy - ry * 1.58)
    ear = Path.from_svg(
        f"M{outer} {cy - ry * 0.1}C{outer - 1} {cy - ry * 0.8} {tip[0] - 2} {tip[1] + 8} {tip[0]} {tip[1]}"
        f"C{tip[0] + 10} {tip[1] + 5} {cx - rx * 0.3} {cy - ry * 1.06} {cx - rx * 0.08} {cy - ry * 0.92}"
        f"L{cx} {cy}Z"
    )
    return _both(ear), Path()


def _round_ears(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    x, y = cx - rx * 0.72, cy - ry * 0.82
    return _both(circle(x, y, 13)), _both(circle(x, y, 6.2))


def _floppy_ears(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    x, y = cx - rx * 0.72, cy - ry * 0.78
    ear = Path.from_svg(
        f"M{x + 6} {y - 6}C{x - 10} {y - 12} {x - 24} {y + 8} {x - 22} {y + 34}"
        f"C{x - 21} {y + 48} {x - 6} {y + 48} {x - 2} {y + 34}C{x + 1} {y + 22} {x + 12} {y + 8} {x + 6} {y - 6}Z"
    )
    return _both(ear), Path()


def _long_ears(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    turn = Affine.rotation(-11)
    ear = ellipse(0, -25, 9.2, 30).transformed(turn).moved(cx - rx * 0.46, cy - ry * 0.5)
    inner = ellipse(0, -28, 3.4, 17).transformed(turn).moved(cx - rx * 0.46, cy - ry * 0.5)
    return _both(ear), _both(inner)


def _antlers(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    y = cy - ry * 0.86
    branch = Path.join(
        (
            smooth_curve([(cx - 8, y + 4), (cx - 14, y - 10), (cx - 18, y - 26)]),
            smooth_curve([(cx - 14, y - 8), (cx - 26, y - 14), (cx - 30, y - 25)]),
            smooth_curve([(cx - 16, y - 16), (cx - 9, y - 22), (cx - 6, y - 29)]),
        )
    )
    horns = outline_stroke(branch, 6.2)
    ear = Path.from_svg(
        f"M{cx - rx * 0.7} {y + 16}C{cx - rx - 8} {y + 16} {cx - rx - 16} {y + 10} {cx - rx - 20} {y + 2}"
        f"C{cx - rx - 8} {y - 2} {cx - rx + 4} {y + 2} {cx - rx * 0.5} {y + 8}Z"
    )
    return _both(union(horns, ear)), Path()


def _wool(species: Species) -> tuple[Path, Path]:
    del species
    ear = ellipse(0, 0, 13, 6).transformed(Affine.rotation(18)).moved(14, 56)
    return union(_scallop(48, 40, 27, 25, 11), _both(ear)), Path()


def _mane(species: Species) -> tuple[Path, Path]:
    del species
    return _scallop(48, 50, 33, 33, 14), Path()


def _tufts(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    ear = Path.polygon([(cx - rx * 0.98, cy - ry * 1.06), (cx - rx * 0.2, cy - ry * 0.9), (cx - rx * 0.9, cy - ry * 0.3)])
    return _both(ear), _both(difference(circle(cx + 15, 46, 12), circle(cx + 15, 46, 8.6)))


def _flaps(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    ear = Path.polygon([(cx - rx * 0.9, cy - ry * 1.12), (cx - rx * 0.28, cy - ry * 0.86), (cx - rx * 0.8, cy - ry * 0.4)])
    return _both(offset(ear, 3.5)), Path()


_EARS: dict[str, Callable[[Species], tuple[Path, Path]]] = {
    "puffs": _puff_ears,
    "pointed": _pointed_ears,
    "round": _round_ears,
    "panda": _round_ears,
    "floppy": _floppy_ears,
    "long": _long_ears,
    "antlers": _antlers,
    "wool": _wool,
    "mane": _mane,
    "tufts": _tufts,
    "flaps": _flaps,
}
