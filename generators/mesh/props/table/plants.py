"""Living things in vessels: a branch in a vase, a potted plant."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import scale, shift, turn
from generators.mesh.build.sweep import circle_section, spline, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.abstract.bloom import petal
from generators.mesh.props.abstract.masses import ball
from generators.mesh.props.printed import plain, printed, proportions, settled

__all__ = ["ENTRIES"]

_BARK = "#5A4636"
_LEAF = "#4F7355"


def vase(request: PropRequest) -> Prop:
    """Return a vase with a blossoming branch, as plum is shown."""
    wide, tall = proportions(request)
    rng = np.random.default_rng(request.seed)
    height = 17.0 * tall
    body = lathe(
        profile(
            (0, 0.3), (2.3, 0.3, 0.1), (2.5, 0, 0.12), (3.2 * wide, 0, 0.3),
            (4.6 * wide, 4.0 * tall, 5.0), (6.2 * wide, 9.6 * tall, 4.5),
            (4.9 * wide, 13.4 * tall, 3.0), (1.6 * wide, 14.2 * tall, 1.4),
            (1.45 * wide, 15.6 * tall, 1.5), (2.2 * wide, height, 0.12),
            (1.9 * wide, height, 0.12), (1.15 * wide, 15.4 * tall, 1.2),
            (1.2 * wide, 12.0 * tall, 0.4), (0, 11.6 * tall),
        ),
        segments=144,
    )  # fmt: skip
    parts = [plain("vase", body, request.colors.accent, request.finish or "ceramic")]
    main = spline(
        np.array(
            [
                (0.5, 0, 12.5 * tall), (0.7, 0.1, 18 * tall), (2.2, -0.4, 23.0 * tall),
                (5.6, -0.8, 26.6 * tall), (7.2, -0.2, 31.5 * tall), (10.8, -0.6, 34.5 * tall),
            ]
        ),
        140,
    )  # fmt: skip
    twigs = [(main, 0.36, 0.12)]
    for at, reach in (
        (0.36, (-5.2, -0.8, 5.6)), (0.52, (3.6, -1.6, 0.9)), (0.62, (-3.4, 1.0, 6.4)),
        (0.78, (4.0, 0.5, 0.6)), (0.84, (-1.2, -1.0, 4.6)),
    ):  # fmt: skip
        start = main[int(at * 139)]
        end = start + np.array(reach)
        middle = (start + end) / 2 + np.array([0.5, 0.3, -0.6]) * rng.uniform(0.6, 1.4, 3)
        twigs.append((spline(np.array([start, middle, end]), 60), 0.2, 0.08))
    wood = []
    for line, thick, thin in twigs:
        wood.append(
            sweep(
                line, circle_section(1.0, count=14), scale=np.linspace(thick, thin, len(line))
            )
        )
    parts.append(plain("branch", wood, _BARK, "wood"))
    petals: list[Mesh] = []
    hearts: list[Mesh] = []
    for number, (line, _, _) in enumerate(twigs):
        count = 6 if number == 0 else 4
        for k in range(count):
            spot = line[int((0.45 + 0.55 * (k + 0.6) / count) * (len(line) - 1))]
            _blossom(petals, hearts, spot, rng)
    parts.append(plain("petals", petals, request.colors.content, "matte"))
    parts.append(plain("hearts", hearts, "#F3D58A", "matte"))
    return settled("vase", parts)


def _blossom(
    petals: list[Mesh], hearts: list[Mesh], spot: Floats, rng: np.random.Generator
) -> None:
    """Add a five-petaled blossom, or a bud, beside a spot of the branch."""
    size = rng.uniform(0.75, 1.15)
    facing = turn("z", rng.uniform(-60, 60)) @ turn("x", rng.uniform(-50, 25))
    place = shift(*spot) @ facing @ shift(0, -0.3, 0)
    if rng.random() < 0.25:
        petals.append(ball(0.42, segments=20).moved(place @ scale(1, 1, 1.15)))
        return
    spin = rng.uniform(0, 72)
    for i in range(5):
        leaf = _round_petal(1.25 * size)
        petals.append(leaf.moved(place @ turn("y", spin + 72 * i)))
    hearts.append(ball(0.26 * size, segments=16).moved(place @ shift(0, -0.12, 0)))


def _round_petal(size: float) -> Mesh:
    """Return a round cupped petal of few faces."""
    disc = ball(1.0, segments=18).moved(scale(0.62 * size, 0.1 * size, 0.6 * size))
    bend = 0.34 * (disc.vertices[:, 2] / size) ** 2 + 0.3 * (disc.vertices[:, 0] / size) ** 2
    shaped = disc.vertices - np.column_stack([0 * bend, bend * size, 0 * bend])
    return Mesh(shaped, disc.faces, disc.normals).moved(
        turn("x", 12) @ shift(0, 0, 0.62 * size)
    )


def plant_pot(request: PropRequest) -> Prop:
    """Return a plant with broad arching leaves in a printed pot."""
    wide, tall = proportions(request)
    rng = np.random.default_rng(request.seed)
    colors = request.colors
    top, foot, height = 6.6 * wide, 5.2 * wide, 11.0 * tall
    outline = profile((foot + 0.12, 0.9), (top - 0.1, height - 0.8))
    around = lathe(outline, has_uv=True)
    base = lathe(profile((0, 0.0), (foot, 0, 0.6), (foot + 0.12, 0.9)))
    lip = lathe(
        profile(
            (top - 0.1, height - 0.8), (top, height, 0.25), (top - 0.7, height, 0.25),
            (top - 0.85, height - 1.4, 0.1), (0, height - 1.4),
        )
    )  # fmt: skip
    area = ArtworkArea("print", np.pi * (foot + top), outline.length, is_wrapped=True)
    finish = request.finish or "matte"
    soil = ball(1.0).moved(shift(z=height - 1.5) @ scale(top - 0.9, top - 0.9, 0.7))
    parts: list[Part] = [
        printed("print", around, area, colors.body, finish),
        plain("pot", [base, lip], colors.body, finish),
        plain("soil", soil, "#3A2C22", "clay"),
    ]
    for index in range(13):
        ring = index / 12
        angle = 137.5 * index
        length = (15.5 - 6.0 * ring) * rng.uniform(0.92, 1.08) * tall
        lean = 8 + 40 * ring + rng.uniform(-3, 3)
        leaf = petal(length, 5.0 - 1.0 * ring, cup=0.22 + 0.12 * ring, thickness=0.12)
        stem = sweep(
            np.column_stack([np.zeros((10, 2)), np.linspace(-3.4, 0.9, 10)]),
            circle_section(0.22, count=12),
        )
        place = (
            shift(0, 0, height + 1.2)
            @ turn("z", angle)
            @ shift(0, -0.9 - ring, 0)
            @ turn("x", lean)
        )
        parts.append(
            plain(f"leaf_{index + 1}", [leaf.moved(place), stem.moved(place)], _LEAF, "satin")
        )
    return settled("plant_pot", parts, [area])


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("vase", ("vase", "branch in a vase", "花瓶", "插花"), "table", vase),
    PropEntry("plant_pot", ("plant pot", "potted plant", "盆栽", "绿植"), "table", plant_pot),
)
