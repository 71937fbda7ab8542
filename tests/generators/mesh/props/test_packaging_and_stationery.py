"""Every packaging and stationery prop is sound geometry with true artwork areas."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from generators.mesh.mesh import Floats, Mesh, merged
from generators.mesh.prop import Part, Prop, PropColors, PropEntry, PropRequest
from generators.mesh.props import PROPS, packaging, stationery

ENTRIES = (*packaging.ENTRIES, *stationery.ENTRIES)
NAMES = [entry.name for entry in ENTRIES]
HOLLOW = {"perfume_bottle"}
"""Their hollows are surfaces of their own, inside out."""
LYING = {
    "letterhead_set", "envelope", "business_cards", "book_lying", "notebook", "pencils",
    "sachet",
}  # fmt: skip
"""Their artwork looks up."""

REQUESTS = st.builds(
    PropRequest,
    slenderness=st.floats(0.6, 1.6),
    seed=st.integers(0, 2**31),
    finish=st.sampled_from([None, "matte", "glass", "metal", "kraft"]),
    colors=st.builds(PropColors, body=st.sampled_from(["#000000", "#FFFFFF", "#C8102E"])),
)


@pytest.fixture(scope="module", params=ENTRIES, ids=lambda entry: entry.name)
def prop(request: pytest.FixtureRequest) -> Prop:
    entry: PropEntry = request.param
    return entry.build(PropRequest())


def whole(prop: Prop) -> Mesh:
    return merged(Mesh(p.mesh.vertices, p.mesh.faces, p.mesh.normals) for p in prop.parts)


def crosses(mesh: Mesh) -> Floats:
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    return np.cross(b - a, c - a)


def check_sound(prop: Prop) -> None:
    mesh = whole(prop)
    low, high = mesh.bounds
    assert abs(low[2]) < 1e-9
    assert np.allclose(low[:2] + high[:2], 0, atol=1e-9)
    assert len(mesh.faces) < 200_000
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-6)
    areas = {area.name: area for area in prop.artwork}
    assert areas
    assert min(min(a.width_cm, a.height_cm) for a in prop.artwork) > 0.2
    for part in prop.parts:
        shown = np.einsum(
            "ij,ij->i", crosses(part.mesh), part.mesh.normals[part.mesh.faces].mean(1)
        )
        assert shown.min() > -1e-7, f"{part.name} has normals that look inward"
        if part.material.artwork:
            assert part.material.artwork in areas
            assert part.mesh.uv is not None
            assert part.mesh.uv.min() >= 0
            assert part.mesh.uv.max() <= 1
    used = {part.material.artwork for part in prop.parts} - {""}
    assert used == set(areas)


def test_names_are_one_each_and_all_are_registered() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert set(NAMES) <= set(PROPS)
    assert {entry.kind for entry in ENTRIES} == {"packaging", "stationery"}


def test_default_is_sound(prop: Prop) -> None:
    check_sound(prop)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(wanted=REQUESTS)
def test_any_request_is_sound(entry: PropEntry, wanted: PropRequest) -> None:
    check_sound(entry.build(wanted))


@pytest.mark.parametrize("entry", ENTRIES[::4], ids=lambda entry: entry.name)
def test_same_request_gives_the_same_bytes(entry: PropEntry) -> None:
    one, two = (entry.build(PropRequest(seed=3, slenderness=1.2)) for _ in range(2))
    for a, b in zip(one.parts, two.parts, strict=True):
        assert a.material == b.material
        assert a.mesh.vertices.tobytes() == b.mesh.vertices.tobytes()
        assert a.mesh.normals.tobytes() == b.mesh.normals.tobytes()


def solids(mesh: Mesh) -> Iterator[tuple[bool, float]]:
    """Yield whether each connected piece is closed, and its volume, cm³."""
    places, index = np.unique(np.round(mesh.vertices, 5) + 0.0, axis=0, return_inverse=True)
    faces = index.reshape(-1)[mesh.faces]
    a, b, c = faces.T
    faces = faces[(a != b) & (b != c) & (a != c)]
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    count = len(places)
    graph = coo_matrix((np.ones(len(edges)), edges.T), shape=(count, count))
    piece = connected_components(graph, directed=False)[1][faces[:, 0]]
    a, b, c = (places[faces[:, k]] for k in range(3))
    volumes = np.einsum("ij,ij->i", a, np.cross(b, c)) / 6
    forward = edges[:, 0].astype(np.int64) * count + edges[:, 1]
    backward = edges[:, 1].astype(np.int64) * count + edges[:, 0]
    owner = np.tile(piece, 3)
    for number in np.unique(piece):
        mine = owner == number
        is_closed = np.array_equal(np.sort(forward[mine]), np.sort(backward[mine]))
        yield is_closed, float(volumes[piece == number].sum())


def test_every_piece_is_closed_and_faces_outward(prop: Prop) -> None:
    found = list(solids(whole(prop)))
    assert all(is_closed for is_closed, _ in found)
    if prop.name not in HOLLOW:
        assert min(volume for _, volume in found) > 0


def stretch(part: Part) -> tuple[float, float, float]:
    """Return cm per whole u, cm per whole v, and which way the surface is printed (1 or −1)."""
    mesh = part.mesh
    assert mesh.uv is not None
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    p, q, r = (mesh.uv[mesh.faces[:, k]] for k in range(3))
    (u1, v1), (u2, v2) = (q - p).T, (r - p).T
    det = u1 * v2 - u2 * v1
    flat = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    good = (np.abs(det) > 1e-12) & (flat > flat.max() * 1e-4)
    det, weight = det[good], flat[good]
    one, two = (b - a)[good], (c - a)[good]
    along_u = (one * v2[good, None] - two * v1[good, None]) / det[:, None]
    along_v = (two * u1[good, None] - one * u2[good, None]) / det[:, None]
    across = np.average(np.linalg.norm(along_u, axis=1), weights=weight)
    down = np.average(np.linalg.norm(along_v, axis=1), weights=weight)
    return float(across), float(down), float(np.sign(np.average(np.sign(det), weights=weight)))


def test_artwork_is_not_mirrored_and_keeps_its_proportion(prop: Prop) -> None:
    areas = {area.name: area for area in prop.artwork}
    for part in prop.parts:
        if not part.material.artwork:
            continue
        area = areas[part.material.artwork]
        across, down, way = stretch(part)
        assert way == -1, f"{part.name} is mirrored"
        wanted = (area.width_cm + 2 * area.bleed_cm) / (area.height_cm + 2 * area.bleed_cm)
        assert across / down == pytest.approx(wanted, rel=0.02), part.name
        assert across == pytest.approx(area.width_cm + 2 * area.bleed_cm, rel=0.03), part.name


def test_main_artwork_can_be_read_from_the_front(prop: Prop) -> None:
    """At the middle of the artwork right is right, and down is down or toward the viewer."""
    main = prop.artwork[0].name
    part = next(p for p in prop.parts if p.material.artwork == main)
    mesh = part.mesh
    assert mesh.uv is not None
    centers = mesh.uv[mesh.faces].mean(axis=1)
    face = mesh.faces[np.argmin(np.linalg.norm(centers - 0.5, axis=1))]
    system = np.column_stack([mesh.uv[face], np.ones(3)])
    right, down, _ = np.linalg.lstsq(system, mesh.vertices[face], rcond=None)[0]
    right, down = right / np.linalg.norm(right), down / np.linalg.norm(down)
    assert right[0] > 0.3 if prop.name == "pencils" else right[0] > 0.9
    toward = np.array([0.0, -1.0, 0.0]) if prop.name in LYING else np.array([0.0, 0.0, -1.0])
    if prop.name == "business_cards":
        toward = np.array([0.0, -0.6, -0.8])
    assert down @ toward > 0.6 or prop.name == "pencils"
    normal = mesh.normals[face].mean(axis=0)
    assert normal[1] < -0.5 or (prop.name in LYING and normal[2] > 0.5)


def test_slenderness_changes_the_proportion() -> None:
    for name in ("can", "pump_bottle", "carton", "pouch"):
        slim, stout = (
            whole(PROPS[name].build(PropRequest(slenderness=s))).bounds for s in (1.5, 0.7)
        )
        sizes = [high - low for low, high in (slim, stout)]
        assert sizes[0][2] / sizes[0][0] > 1.3 * sizes[1][2] / sizes[1][0]


def test_liquids_keep_off_the_glass() -> None:
    """Less than 0.2 mm between two refracting surfaces tears in the tracer."""
    for name, inner, outer in (
        ("wine_bottle", "wine", "bottle"),
        ("drink_bottle", "juice", "bottle"),
        ("dropper_bottle", "serum", "bottle"),
        ("perfume_bottle", "scent", "bottle"),
        ("candle", "wax", "glass"),
    ):
        parts = {p.name: p.mesh for p in PROPS[name].build(PropRequest()).parts}
        near = _least_distance(parts[inner], parts[outer])
        assert near >= 0.02 - 1e-6, name


def _least_distance(one: Mesh, other: Mesh) -> float:
    """Return the least distance of points of `one` from triangles of `other`, sampled, cm."""
    a, b, c = (other.vertices[other.faces[:, k]] for k in range(3))
    samples = [other.vertices]
    for share in np.linspace(0, 1, 10):
        samples += [a + (b - a) * share, b + (c - b) * share, c + (a - c) * share]
    distance, _ = cKDTree(np.vstack(samples)).query(one.vertices[::11])
    return float(distance.min())
