"""Extrusion, inflation, sweeps, cloth and booleans give sound solids from any outline."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import translate

from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, rectangle, star
from generators.errors import GenerationFailed
from generators.mesh.build.boolean import (
    difference,
    hull,
    intersection,
    is_closed,
    union,
    welded,
)
from generators.mesh.build.cloth import Air, print_patch, sewn
from generators.mesh.build.extrude import (
    Region,
    extrude,
    extruded_layers,
    flat_face,
    grown,
    polygons,
    region_from_path,
    rounded_region,
    softened,
    triangles,
)
from generators.mesh.build.inflate import inflate
from generators.mesh.build.normals import shaded
from generators.mesh.build.subdivide import subdivided
from generators.mesh.build.surface import surface
from generators.mesh.build.sweep import (
    bent,
    circle_section,
    spline,
    superellipse_section,
    sweep,
)
from generators.mesh.mesh import Floats, Mesh, merged

SETTINGS = settings(max_examples=12, deadline=None)


def volume(mesh: Mesh) -> float:
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def inward_share(mesh: Mesh) -> float:
    """Return how much of the surface has normals that look the other way."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    cross = np.cross(b - a, c - a)
    agrees = np.einsum("ij,ij->i", cross, mesh.normals[mesh.faces].mean(axis=1))
    area = np.linalg.norm(cross, axis=1)
    return float(area[agrees < 0].sum() / area.sum())


def check_solid(mesh: Mesh) -> None:
    assert is_closed(mesh)
    assert volume(mesh) > 0
    assert inward_share(mesh) < 1e-3
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-9)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """Blots, frames, thin strokes and scattered islands, as marks have them."""
    shape: Region = shapely.Polygon()
    for _ in range(draw(st.integers(1, 4))):
        x, y = draw(st.floats(0, 9)), draw(st.floats(0, 9))
        kind = draw(st.sampled_from(["disc", "box", "frame", "stroke", "star"]))
        size = draw(st.floats(0.8, 3.0))
        made: Region = shapely.Point(0, 0).buffer(size)
        if kind == "box":
            made = shapely.box(-size, -size / 2, size, size / 2)
        elif kind == "frame":
            made = made.difference(shapely.Point(0.1, 0).buffer(size * 0.7))
        elif kind == "stroke":
            made = shapely.LineString([(-size, 0), (0, size), (size, 0.2)]).buffer(0.12)
        elif kind == "star":
            angle = np.arange(10) * np.pi / 5
            reach = np.where(np.arange(10) % 2, size, size * 0.45)
            made = shapely.Polygon(
                np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])
            )
        shape = shape.symmetric_difference(translate(made, x, y))
    return shape


@SETTINGS
@given(
    region=regions(),
    depth=st.floats(0.3, 4),
    bevel=st.floats(0, 0.6),
    profile=st.sampled_from(["round", "chamfer", "square"]),
)
def test_any_region_extrudes_to_a_closed_solid(
    region: Region, depth: float, bevel: float, profile: str
) -> None:
    if region.area < 0.05:
        return
    solid = extrude(region, depth, bevel=bevel, profile=profile)  # type: ignore[arg-type]  # drawn from the three
    check_solid(solid)
    low, high = solid.bounds
    assert high[1] - low[1] <= depth + 1e-6
    assert volume(solid) <= region.area * depth * (1 + 1e-6)
    assert solid.uv is not None
    assert 0 <= solid.uv.min() <= solid.uv.max() <= 1


def test_an_extruded_box_has_the_volume_of_a_box() -> None:
    solid = extrude(shapely.box(0, 0, 4, 3), 2, profile="square")
    assert volume(solid) == pytest.approx(24)
    assert len(welded(solid)[0]) == 8


def test_the_front_of_an_extrusion_reads_from_the_front() -> None:
    """Left of the artwork is left, its top is up, and the face looks at the viewer."""
    front, rest = extruded_layers(shapely.box(0, 0, 4, 2), 1, bevel=0.2)
    assert is_closed(merged([front, rest]))
    assert np.allclose(front.normals.mean(axis=0), (0, -1, 0), atol=0.05)
    assert front.uv is not None
    upper_left = np.argmin(front.uv.sum(axis=1))
    assert front.vertices[upper_left][[0, 2]] == pytest.approx((0.2, 1.8))


def test_islands_that_touch_in_a_point_are_drawn_apart() -> None:
    touching = shapely.union_all([shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)])
    check_solid(extrude(touching, 1, bevel=0.1))


def test_paths_fill_by_the_nonzero_rule_and_turn_y_up() -> None:
    ring = Path.join([circle(0, 0, 10), Path.polygon([(-4, -4), (-4, 4), (4, 4), (4, -4)])])
    region = region_from_path(ring, 0.1)
    assert len(polygons(region)[0].interiors) == 1
    assert region.area == pytest.approx(np.pi - 0.64, rel=0.01)
    hook = Path.polygon([(0, 0), (10, 0), (10, 2), (2, 2), (2, 10), (0, 10)])
    assert region_from_path(hook, 0.1).bounds == pytest.approx((0, -1, 1, 0))
    overlapping = Path.join([rectangle(Box(0, 0, 6, 6)), rectangle(Box(3, 3, 6, 6))])
    assert region_from_path(overlapping).area == pytest.approx(63, rel=1e-3)


@pytest.mark.parametrize("path", [Path(), Path.polygon([(0, 0), (5, 5)])])
def test_a_path_without_an_area_is_refused(path: Path) -> None:
    with pytest.raises(GenerationFailed, match="encloses no area"):
        region_from_path(path)


@SETTINGS
@given(region=regions())
def test_triangles_cover_the_region_and_no_more(region: Region) -> None:
    found = triangles(region)
    one, two = found[:, 1] - found[:, 0], found[:, 2] - found[:, 0]
    area = (one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) / 2
    assert (area >= 0).all()
    assert area.sum() == pytest.approx(region.area, abs=1e-6)


@settings(max_examples=6, deadline=None)
@given(region=regions(), fullness=st.floats(0.3, 1.2))
def test_any_region_inflates_to_a_closed_balloon(region: Region, fullness: float) -> None:
    if region.area < 0.3:
        return
    balloon = inflate(region, fullness=fullness, cell=0.12)
    assert is_closed(balloon)
    assert volume(balloon) > 0
    assert inward_share(balloon) < 0.02
    low, high = balloon.bounds
    assert low[1] == pytest.approx(-high[1], abs=0.05)


def test_a_stroke_inflates_to_a_round_tube() -> None:
    tube = inflate(shapely.box(-8, -1, 8, 1))
    check_solid(tube)
    _, high = tube.bounds
    assert high[1] == pytest.approx(1.0, abs=0.06)
    assert high[2] == pytest.approx(1.0, abs=0.06)
    near = np.abs(tube.vertices[:, 0]) < 3
    radius = np.hypot(tube.vertices[near, 1], tube.vertices[near, 2])
    assert radius == pytest.approx(1.0, abs=0.06)


@pytest.mark.parametrize("make", [extrude, inflate, sewn])
def test_nothing_is_refused(make: object) -> None:
    arguments = {extrude: (1.0,), inflate: (), sewn: (Air(),)}[make]  # type: ignore[index]  # one of the three
    options = {"cell": 1.0} if make is sewn else {}
    with pytest.raises(GenerationFailed):
        make(shapely.Polygon(), *arguments, **options)  # type: ignore[operator]  # one of the three


def test_growing_never_closes_counters() -> None:
    letter = shapely.Point(0, 0).buffer(5).difference(shapely.Point(0, 0).buffer(0.4))
    bolder = grown(letter, 2.0)
    assert len(polygons(bolder)[0].interiors) == 1
    assert bolder.area > letter.area


def test_softening_never_loses_strokes() -> None:
    bars = [shapely.box(0, y, 6, y + (0.2 if y == 3 else 1)) for y in (0, 3, 6)]
    frame = shapely.union_all([*bars, shapely.box(0, 0, 1, 7), shapely.box(5, 0, 6, 7)])
    soft = softened(frame, 0.4)
    assert len(polygons(soft)[0].interiors) == 2
    assert soft.area < frame.area


@SETTINGS
@given(
    turns=st.sampled_from([0.0, 1.0, 2.0]),
    wobble=st.floats(0, 1.5),
    radius=st.floats(0.1, 0.5),
    seed=st.integers(0, 99),
)
def test_closed_sweeps_have_no_seam(
    turns: float, wobble: float, radius: float, seed: int
) -> None:
    t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    phase = np.random.default_rng(seed).uniform(0, 6)
    curve = np.column_stack([4 * np.cos(t), 4 * np.sin(t), wobble * np.sin(2 * t + phase)])
    tube = sweep(
        curve,
        superellipse_section(radius, radius * 0.7, 3.0, count=24),
        closed=True,
        turns=turns,
    )
    check_solid(tube)
    places, index = np.unique(np.round(tube.vertices, 6), axis=0, return_inverse=True)
    for spot in range(0, len(places), 37):
        same = tube.normals[index.reshape(-1) == spot]
        assert np.allclose(same, same[0], atol=1e-6)


@pytest.mark.parametrize("cap", ["round", "flat"])
def test_open_sweeps_are_closed_by_their_caps(cap: str) -> None:
    curve = spline(np.array([(0, 0, 0), (2, 1, 3), (4, 0, 1)]), 60)
    check_solid(sweep(curve, circle_section(0.3), cap=cap))  # type: ignore[arg-type]  # one of two


def test_bent_wire_keeps_its_ends_and_its_radius() -> None:
    line = bent(np.array([(0, 0, 0), (10, 0, 0), (10, 0, 10)], dtype=float), 2.0)
    assert line[0] == pytest.approx((0, 0, 0))
    assert line[-1] == pytest.approx((10, 0, 10))
    around = np.linalg.norm(line[1:-1] - [8, 0, 2], axis=1)
    assert around == pytest.approx(2.0, abs=1e-9)


def test_field_surfaces_lie_on_the_field() -> None:
    def field(places: Floats) -> Floats:
        return 4.0 - (places**2).sum(axis=1)

    ball = surface(field, np.full(3, -2.6), np.full(3, 2.6), 0.2)
    check_solid(ball)
    assert np.linalg.norm(ball.vertices, axis=1) == pytest.approx(2.0, abs=1e-3)
    assert np.allclose(ball.normals, ball.vertices / 2, atol=1e-2)


def test_booleans_keep_volumes() -> None:
    one = extrude(shapely.box(0, 0, 2, 2), 2, profile="square")
    two = extrude(shapely.box(1, 0, 3, 2), 2, profile="square")
    assert volume(union([one, two])) == pytest.approx(12, rel=1e-5)
    assert volume(difference(one, two)) == pytest.approx(4, rel=1e-5)
    assert volume(intersection(one, two)) == pytest.approx(4, rel=1e-5)
    assert volume(
        hull(np.array([(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1.0)]))
    ) == pytest.approx(1 / 6, rel=1e-5)
    with pytest.raises(GenerationFailed, match="not closed"):
        union([flat_face(shapely.box(0, 0, 1, 1)), one])
    with pytest.raises(GenerationFailed, match="nothing is left"):
        difference(one, extrude(shapely.box(-1, -1, 3, 3), 4, profile="square"))


def test_creases_split_normals_and_gentle_edges_do_not() -> None:
    box = extrude(shapely.box(0, 0, 1, 1), 1, profile="square")
    assert len(box.vertices) == 24
    vertices, faces = welded(box)
    smooth = shaded(vertices, faces.astype(np.int32), crease_deg=120)
    assert len(smooth.vertices) == 8


def test_subdivision_keeps_flat_sheets_flat_and_corners_of_the_count() -> None:
    sheet = flat_face(rounded_region(4, 3, 0.5))
    finer, faces = subdivided(sheet.vertices, sheet.faces)
    assert len(faces) == 4 * len(sheet.faces)
    assert np.allclose(finer[:, 1], 0)


def test_cloth_swells_keeps_its_seam_and_is_the_same_again() -> None:
    region = rounded_region(20, 20, 3)
    one, two = (sewn(region, Air(pressure=1.5, steps=30), cell=1.6, seed=5) for _ in range(2))
    assert one.front.vertices.tobytes() == two.front.vertices.tobytes()
    assert one.front.bounds[0][1] < -1.5
    assert one.front.bounds[1][1] == pytest.approx(0, abs=1e-9)
    assert is_closed(merged([one.front, one.back]))
    patch = print_patch(one, 8, 6, (0, 0))
    assert patch.uv is not None
    assert patch.normals[:, 1].mean() < -0.7
    with pytest.raises(GenerationFailed, match="beyond the cloth"):
        print_patch(one, 40, 6, (0, 0))


def test_marks_of_many_points_extrude_fast_and_whole() -> None:
    burst = Path.join([star(0, 0, 50, 20, 40), circle(0, 0, 8), circle(70, 0, 12)])
    check_solid(extrude(region_from_path(burst, 0.1), 1.0, bevel=0.15))


def test_a_straight_edge_on_the_grid_swells_like_any_other() -> None:
    outline = shapely.Polygon([(-13.5, 0), (13.5, 0), (11.6, 15), (-11.6, 15)])
    balloon = inflate(outline.buffer(-3.9).buffer(3.9, quad_segs=24), fullness=0.46)
    low, high = balloon.bounds
    assert -0.3 < low[2] < 0.05
    assert 14.95 < high[2] < 15.3
