"""The lathe, boxes and sheets: watertight, true in size, with unit normals."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.mesh.build.box import box_faces, slab
from generators.mesh.build.box_carton import walls
from generators.mesh.build.lathe import Flutes, lathe, ring, ring_length
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.sheet import rectangle, sheet, trapezoid
from generators.mesh.build.sheet_folds import FoldedLine, along, with_rows
from generators.mesh.mesh import Mesh, merged


def volume(mesh: Mesh) -> float:
    """Return the volume; the mesh must be closed."""
    places, index = np.unique(np.round(mesh.vertices, 6) + 0.0, axis=0, return_inverse=True)
    faces = index.reshape(-1)[mesh.faces]
    a, b, c = faces.T
    faces = faces[(a != b) & (b != c) & (a != c)]
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]).astype(np.int64)
    forward = np.sort(edges[:, 0] * len(places) + edges[:, 1])
    backward = np.sort(edges[:, 1] * len(places) + edges[:, 0])
    assert np.array_equal(forward, backward), "not watertight"
    a, b, c = (places[faces[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


LENGTH = st.floats(0.3, 20)


@given(
    radius=LENGTH,
    height=LENGTH,
    fillet=st.floats(0, 5),
    half=st.floats(0, 6),
    deep=st.floats(0, 6),
)
@settings(max_examples=25, deadline=None)
def test_turned_solids_are_closed_and_have_their_volume(
    radius: float, height: float, fillet: float, half: float, deep: float
) -> None:
    mesh = lathe(
        profile((0, 0), (radius, 0, fillet), (radius, height, fillet), (0, height)),
        core=(half, deep),
    )
    sharp = height * (math.pi * radius**2 + 4 * half * deep + 4 * radius * (half + deep))
    found = volume(mesh)
    assert 0.3 * sharp < found <= sharp * 1.0001
    if fillet == 0:
        assert found == pytest.approx(sharp, rel=0.005)
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1)


def test_a_fillet_is_a_true_arc_with_its_own_normals() -> None:
    outline = profile((0, 0), (3, 0, 1), (3, 4), (0, 4))
    points, normals = outline.runs[0]
    arc = (points[:, 0] > 2 + 1e-9) & (points[:, 1] < 1 - 1e-9)
    assert np.allclose(np.hypot(points[arc, 0] - 2, points[arc, 1] - 1), 1)
    assert np.allclose(points[arc] - [2, 1], normals[arc])


def test_seams_and_poles_carry_no_empty_triangles() -> None:
    mesh = lathe(profile((0, 0), (1, 0), (1, 1), (0, 1)), segments=32)
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    assert np.linalg.norm(np.cross(b - a, c - a), axis=1).min() > 1e-9


def test_wrapped_uv_runs_left_to_right_from_the_back_seam() -> None:
    mesh = lathe(profile((2, 0), (2, 3)), has_uv=True)
    assert mesh.uv is not None
    front = np.argmin(np.abs(mesh.uv[:, 0] - 0.5) + mesh.uv[:, 1])
    assert np.allclose(mesh.vertices[front], [0, -2, 3], atol=1e-9)
    quarter = np.argmin(np.abs(mesh.uv[:, 0] - 0.75))
    assert mesh.vertices[quarter][0] == pytest.approx(2)
    assert mesh.uv[:, 0].min() == 0
    assert mesh.uv[:, 0].max() == 1


def test_flutes_cut_the_side_and_leave_it_closed() -> None:
    outline = profile((0, 0), (2, 0, 0.1), (2, 3, 0.1), (0, 3))
    plain = lathe(outline, segments=240)
    cut = lathe(outline, segments=240, flutes=Flutes(40, 0.2, 0.5, 2.5))
    assert 0.8 * volume(plain) < volume(cut) < 0.97 * volume(plain)
    assert ring_length(2, (1, 0.5)) == pytest.approx(4 * math.pi + 6)
    assert volume(ring(1, 2, 0, 1, edge=0.0)) == pytest.approx(3 * math.pi, rel=0.01)


@given(size=st.tuples(LENGTH, LENGTH, LENGTH), radius=st.floats(0.01, 3))
@settings(max_examples=25, deadline=None)
def test_boxes_are_closed_and_their_faces_are_mapped_whole(
    size: tuple[float, float, float], radius: float
) -> None:
    faces = box_faces(size, radius)
    mesh = merged(faces.values())
    assert np.allclose(mesh.bounds[1] - mesh.bounds[0], size)
    assert 0.4 * math.prod(size) < volume(mesh) <= math.prod(size)
    for face in faces.values():
        assert face.uv is not None
        assert face.uv.min() >= -1e-9
        assert face.uv.max() <= 1 + 1e-9


@given(width=LENGTH, depth=LENGTH, height=st.floats(0.03, 3), corner=st.floats(0, 2))
@settings(max_examples=25, deadline=None)
def test_slabs_are_closed(width: float, depth: float, height: float, corner: float) -> None:
    assert volume(slab(width, depth, height, corner, 0.02)) > 0


@given(
    pieces=st.lists(st.tuples(st.floats(0.5, 5), st.floats(-80, 80)), min_size=1, max_size=5),
    thickness=st.floats(0.005, 0.05),
)
@settings(max_examples=25, deadline=None)
def test_folded_sheets_are_closed_and_keep_their_size(
    pieces: list[tuple[float, float]], thickness: float
) -> None:
    line = FoldedLine.of(*pieces)
    outline = with_rows(rectangle(4, line.length, 0.4), line.rows())
    made = sheet(outline, along(line), thickness=thickness)
    assert volume(made.solid) == pytest.approx(4 * line.length * thickness, rel=0.12)


def test_a_tapered_sheet_keeps_its_outline() -> None:
    made = sheet(trapezoid(6, 2, 5), thickness=0.1)
    assert volume(made.solid) == pytest.approx(20 * 0.1, rel=1e-6)
    assert made.front.uv is not None
    assert made.front.normals[:, 2].min() == pytest.approx(1)


def test_carton_walls_stand_where_the_box_says() -> None:
    front, right, back, left = walls((8, 5, 12), thickness=0.06)
    mesh = merged(s.solid for s in (front, right, back, left))
    assert np.allclose(mesh.bounds[0], [-4, -2.5, 0], atol=0.02)
    assert np.allclose(mesh.bounds[1], [4, 2.5, 12], atol=0.02)
    for made, axis in ((front, (0, -1)), (right, (1, 0)), (back, (0, 1)), (left, (-1, 0))):
        assert made.front.normals.mean(axis=0)[:2] @ np.array(axis) > 0.8
        assert volume(made.solid) > 0
