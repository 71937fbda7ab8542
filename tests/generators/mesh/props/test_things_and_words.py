"""Every prop but packaging and stationery is sound geometry with true artwork areas."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compositor.errors import MissingGlyph
from compositor.geometry import Path
from compositor.geometry.shapes import star
from generators.errors import GenerationFailed
from generators.mesh.build.boolean import is_closed
from generators.mesh.export.stl import printable
from generators.mesh.mesh import Floats, Mesh, merged
from generators.mesh.prop import Part, Prop, PropColors, PropEntry, PropRequest
from generators.mesh.props import PROPS, abstract, apparel, devices, signage, table
from generators.mesh.props import type as type_props
from generators.mesh.props.type.words import extruded_mark, inflated_mark

ENTRIES = (
    *apparel.ENTRIES,
    *devices.ENTRIES,
    *signage.ENTRIES,
    *table.ENTRIES,
    *abstract.ENTRIES,
    *type_props.ENTRIES,
)
SLOW = {"tote", "shirt", "foil_word"}
"""Cloth is simulated: a second or more each."""
THIN = {
    "tote": {"bag", "back", "front"},
    "shirt": {"shirt", "back", "front", "yoke"},
    "cap": {"front"},
    "phone": {"screen"},
    "tablet": {"screen"},
    "laptop": {"screen"},
    "watch": {"screen"},
    "hanging_sign": {"front", "back"},
    "a_frame": {"front", "back"},
    "light_box": {"front", "back"},
    "bus_shelter": {"poster", "poster_back"},
    "mug": {"drink"},
    "coffee_cup": {"coffee"},
    "gaiwan": {"tea"},
}
"""Cloth of one layer, ink, lit faces and what is drunk: no thickness, and said so in print."""
YIELDING = {"tote": 0.05, "shirt": 0.05, "cap": 0.05, "flag": 0.05, "ribbon": 0.12}
"""How far artwork may stretch on cloth that folds; 2 % elsewhere."""

REQUESTS = st.builds(
    PropRequest,
    slenderness=st.floats(0.6, 1.6),
    seed=st.integers(0, 2**31),
    finish=st.sampled_from([None, "matte", "glass", "metal", "kraft"]),
    colors=st.builds(PropColors, body=st.sampled_from(["#000000", "#FFFFFF", "#C8102E"])),
    text=st.sampled_from(["", "茶", "Ok"]),
)


@pytest.fixture(scope="module", params=ENTRIES, ids=lambda entry: entry.name)
def prop(request: pytest.FixtureRequest) -> Prop:
    entry: PropEntry = request.param
    return entry.build(PropRequest())


def whole(prop: Prop) -> Mesh:
    return merged(Mesh(p.mesh.vertices, p.mesh.faces, p.mesh.normals) for p in prop.parts)


def inward_share(mesh: Mesh) -> float:
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    cross = np.cross(b - a, c - a)
    agrees = np.einsum("ij,ij->i", cross, mesh.normals[mesh.faces].mean(axis=1))
    area = np.linalg.norm(cross, axis=1)
    return float(area[agrees < 0].sum() / area.sum())


def check_sound(prop: Prop) -> None:
    mesh = whole(prop)
    low, high = mesh.bounds
    assert abs(low[2]) < 1e-9
    assert np.allclose(low[:2] + high[:2], 0, atol=1e-9)
    assert len(mesh.faces) < 200_000
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-6)
    areas = {area.name for area in prop.artwork}
    for part in prop.parts:
        assert inward_share(part.mesh) < 3e-3, f"{part.name} has normals that look inward"
        if part.material.artwork:
            assert part.mesh.uv is not None
            assert part.mesh.uv.min() >= 0
            assert part.mesh.uv.max() <= 1
    assert {part.material.artwork for part in prop.parts} - {""} == areas
    assert len({part.name for part in prop.parts}) == len(prop.parts)


def test_there_are_many_and_all_are_registered() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(names) >= 24
    assert len(set(names)) == len(names)
    assert set(names) <= set(PROPS)


def test_default_is_sound(prop: Prop) -> None:
    check_sound(prop)


@pytest.mark.parametrize(
    "entry", [e for e in ENTRIES if e.name not in SLOW], ids=lambda entry: entry.name
)
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(wanted=REQUESTS)
def test_any_request_is_sound(entry: PropEntry, wanted: PropRequest) -> None:
    check_sound(entry.build(wanted))


@pytest.mark.parametrize("name", sorted(SLOW))
def test_extreme_requests_of_cloth_are_sound(name: str) -> None:
    check_sound(PROPS[name].build(PropRequest(slenderness=1.5, seed=11, text="茶")))


@pytest.mark.parametrize(
    "name", ["blobs", "vase", "crystals", "flag", "inflated_word", "cushion", "plant_pot"]
)
def test_same_request_gives_the_same_bytes(name: str) -> None:
    one, two = (PROPS[name].build(PropRequest(seed=3, slenderness=1.2)) for _ in range(2))
    for a, b in zip(one.parts, two.parts, strict=True):
        assert a.material == b.material
        assert a.mesh.vertices.tobytes() == b.mesh.vertices.tobytes()
        assert a.mesh.normals.tobytes() == b.mesh.normals.tobytes()


def test_all_but_what_is_thin_can_be_printed(prop: Prop) -> None:
    found = printable(prop)
    assert is_closed(found.mesh)
    assert set(found.left_out) == THIN.get(prop.name, set())


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
    along_u: Floats = (one * v2[good, None] - two * v1[good, None]) / det[:, None]
    along_v: Floats = (two * u1[good, None] - one * u2[good, None]) / det[:, None]
    across = np.average(np.linalg.norm(along_u, axis=1), weights=weight)
    down = np.average(np.linalg.norm(along_v, axis=1), weights=weight)
    return float(across), float(down), float(np.sign(np.average(np.sign(det), weights=weight)))


def test_artwork_is_not_mirrored_and_keeps_its_proportion(prop: Prop) -> None:
    areas = {area.name: area for area in prop.artwork}
    allowed = YIELDING.get(prop.name, 0.02)
    for part in prop.parts:
        if not part.material.artwork:
            continue
        area = areas[part.material.artwork]
        across, down, way = stretch(part)
        assert way == -1, f"{part.name} is mirrored"
        wanted = (area.width_cm + 2 * area.bleed_cm) / (area.height_cm + 2 * area.bleed_cm)
        assert across / down == pytest.approx(wanted, rel=allowed), part.name


def test_artwork_can_be_read_from_the_front(prop: Prop) -> None:
    """At the middle of the artwork right is right and the face looks at the viewer."""
    if not prop.artwork or prop.name == "ribbon":
        return
    main = prop.artwork[0].name
    mesh = next(p.mesh for p in prop.parts if p.material.artwork == main)
    assert mesh.uv is not None
    centers = mesh.uv[mesh.faces].mean(axis=1)
    face = mesh.faces[np.argmin(np.linalg.norm(centers - 0.5, axis=1))]
    system = np.column_stack([mesh.uv[face], np.ones(3)])
    right, down, _ = np.linalg.lstsq(system, mesh.vertices[face], rcond=None)[0]
    assert right[0] / np.linalg.norm(right) > 0.6
    assert down[2] / np.linalg.norm(down) < -0.6
    assert mesh.normals[face].mean(axis=0)[1] < -0.5


WORDS = [entry.name for entry in type_props.ENTRIES if entry.name not in SLOW]


@pytest.mark.parametrize("name", [*WORDS, "neon_sign"])
@pytest.mark.parametrize("text", ["丹青", "i:!", "Two\nlines"])
def test_words_of_any_script_stand_as_solids(name: str, text: str) -> None:
    made = PROPS[name].build(PropRequest(text=text))
    check_sound(made)
    assert is_closed(
        merged(Mesh(p.mesh.vertices, p.mesh.faces, p.mesh.normals) for p in made.parts)
    )


def test_words_that_cannot_be_set_are_named() -> None:
    with pytest.raises(GenerationFailed, match="too many"):
        PROPS["extruded_word"].build(PropRequest(text="x" * 40))
    with pytest.raises(MissingGlyph):
        PROPS["extruded_word"].build(PropRequest(text="\U0001fae8"))


def test_marks_become_solids() -> None:
    mark = star(0, 0, 40, 18, 5)
    for make in (extruded_mark, inflated_mark):
        made = make(mark, PropRequest())
        check_sound(made)
        low, high = whole(made).bounds
        assert (high - low).max() == pytest.approx(16, rel=0.03)
    with pytest.raises(GenerationFailed):
        extruded_mark(Path(), PropRequest())


def test_slenderness_changes_the_proportion() -> None:
    for name in ("mug", "vase", "phone", "extruded_word", "light_box"):
        slim, stout = (
            whole(PROPS[name].build(PropRequest(slenderness=s))).bounds for s in (1.5, 0.7)
        )
        sizes = [high - low for low, high in (slim, stout)]
        assert sizes[0][2] / sizes[0][0] > 1.25 * sizes[1][2] / sizes[1][0]
