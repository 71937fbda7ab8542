"""The studio end to end: tiny pictures, traced in real child processes."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from compositor.document import AssetStore
from compositor.errors import DesignError
from generators.base import Ticket
from generators.errors import GenerationCancelled, GenerationFailed, UnknownGenerator
from generators.mesh.mesh import Mesh
from generators.mesh.prop import ArtworkArea, Finish, Material, Part, Prop
from generators.mesh.studio import (
    Backdrop,
    Camera,
    Placement,
    StudioCache,
    StudioRequest,
    Tracer,
    probe,
    render,
    turntable,
)
from generators.mesh.studio.request import QUALITIES, Settings

pytestmark = pytest.mark.skipif(not probe().ready, reason="the studio extra is not installed")


def board(finish: Finish = "matte", artwork: str = "front", color: str = "#D9472B") -> Prop:
    """Return a panel 8 × 6 cm that faces the camera and stands on the floor."""
    vertices = np.array([[-4.0, 0, 0], [4, 0, 0], [4, 0, 6], [-4, 0, 6]])
    mesh = Mesh(
        vertices,
        np.array([[0, 1, 2], [0, 2, 3]], np.int32),
        np.tile([0.0, -1.0, 0.0], (4, 1)),
        np.array([[0.0, 1], [1, 1], [1, 0], [0, 0]]),
    )
    part = Part("front", mesh, Material(finish=finish, color=color, artwork=artwork))
    return Prop("board", (part,), (ArtworkArea("front", 8, 6),))


def small(**changes: object) -> StudioRequest:
    """Return a request of 96 × 72 px."""
    fields: dict[str, object] = {
        "placements": (Placement(prop=board()),), "width": 96, "height": 72, "seed": 3,
    }  # fmt: skip
    return StudioRequest.model_validate({**fields, **changes})


@pytest.fixture
def ticket() -> Ticket:
    return Ticket(assets=AssetStore())


@pytest.fixture(scope="module")
def tracer() -> Iterator[Tracer]:
    with Tracer() as running:
        yield running


def test_every_process_writes_the_same_bytes_early_and_late(
    ticket: Ticket, tracer: Tracer
) -> None:
    made = [render(small(layers=True), ticket)]
    made += [render(small(layers=True), ticket, tracer=tracer) for _ in range(6)]
    assert made[0].layers.keys() == {"beauty", "object", "shadow"}
    for name in made[0].layers:
        digests = {hashlib.sha256(one.png(name)).hexdigest() for one in made}
        assert len(digests) == 1, name


@pytest.mark.parametrize("quality", QUALITIES.values(), ids=QUALITIES)
def test_a_pixel_is_summed_by_one_thread(quality: Settings) -> None:
    for samples in (quality.spp // quality.passes, quality.spp, quality.aov_spp):
        assert samples & (samples - 1) == 0


def test_artwork_is_neither_mirrored_nor_upside_down(ticket: Ticket, tracer: Tracer) -> None:
    artwork = np.full((60, 80, 3), 245, np.uint8)
    artwork[:20, :20] = (220, 0, 0)
    artwork[:20, -20:] = (0, 140, 0)
    artwork[-20:, :20] = (0, 0, 220)
    placement = Placement(prop=board(), artworks={"front": artwork})
    camera = Camera(tilt=0, box=(0.1, 0.1, 0.8, 0.8))
    seen = render(
        small(placements=(placement,), camera=camera), ticket, tracer=tracer
    ).beauty.astype(int)
    left, right, top, low = 17, 78, 15, 56
    assert seen[top, left].argmax() == 0
    assert seen[top, right].argmax() == 1
    assert seen[low, left].argmax() == 2
    assert seen[low, right].min() > 120


def test_the_group_fills_its_box(ticket: Ticket, tracer: Tracer) -> None:
    camera = Camera(tilt=0, box=(0.5, 0.1, 0.4, 0.8))
    alpha = render(small(camera=camera, layers=True), ticket, tracer=tracer).layers["object"]
    columns = np.flatnonzero((alpha[..., 3] > 127).any(axis=0))
    assert abs(columns[0] - 48) <= 1
    assert abs(columns[-1] - 86) <= 1


def test_cut_out_is_solid_inside_clear_outside_and_clean_at_edges(
    ticket: Ticket, tracer: Tracer
) -> None:
    backdrop = Backdrop(kind="transparent", color="#20E040")
    made = render(small(backdrop=backdrop), ticket, tracer=tracer)
    cut = made.layers["object"].astype(int)
    alpha = cut[..., 3]
    assert alpha[36, 48] == 255
    assert alpha[2, 2] == 0
    assert set(np.unique(alpha)) - {0, 255}, "edges must be soft"
    edge = cut[(alpha > 20) & (alpha < 235)]
    assert (edge[:, 0] > edge[:, 1]).mean() > 0.97, (
        "the green backdrop must not be in the edges"
    )
    shadow = made.layers["shadow"]
    assert shadow[..., 3].max() > 25
    assert shadow[:8, :, 3].max() <= 3
    assert made.beauty.shape == (72, 96, 4)


def test_plain_color_is_exactly_that_color(ticket: Ticket, tracer: Tracer) -> None:
    made = render(
        small(backdrop=Backdrop(kind="color", color="#3366CC")), ticket, tracer=tracer
    )
    assert tuple(made.beauty[1, 1]) == (0x33, 0x66, 0xCC)


@pytest.mark.parametrize("finish", ["glass", "holographic", "screen", "kraft", "chrome"])
def test_every_kind_of_material_is_drawn(
    finish: Finish, ticket: Ticket, tracer: Tracer
) -> None:
    placement = Placement(prop=board(finish, artwork=""))
    made = render(small(placements=(placement,)), ticket, tracer=tracer)
    assert made.beauty.std() > 2


def test_plain_variant_draws_too(ticket: Ticket) -> None:
    fast = render(small(), ticket)
    plain = render(small(), ticket, variant="scalar_rgb")
    assert plain.facts["variant"] == "scalar_rgb"
    assert np.abs(plain.beauty.astype(int) - fast.beauty.astype(int)).mean() < 8


def test_both_variants_guide_the_denoiser_alike(ticket: Ticket) -> None:
    artwork = np.full((60, 80, 3), (30, 90, 200), np.uint8)
    request = small(
        placements=(
            Placement(prop=board(), artworks={"front": artwork}, turn=20),
            Placement(prop=board("holographic", artwork=""), position=(0, 6, 0), turn=-25),
        ),
        guides=True,
    )
    fast = render(request, ticket)
    plain = render(request, ticket, variant="scalar_rgb")
    for name in ("albedo", "normal"):
        far = np.abs(plain.layers[name].astype(int) - fast.layers[name].astype(int))
        assert far.mean() < 2.5, name
        assert plain.layers[name].std() > 8, name


def test_cache_is_asked_first(tmp_path: Path, ticket: Ticket, tracer: Tracer) -> None:
    cache = StudioCache(tmp_path / "cache")
    first = render(small(), ticket, cache, tracer=tracer)
    told: list[str] = []
    asking = Ticket(assets=AssetStore(), progress=lambda _, words: told.append(words))
    again = render(small(), asking, cache)
    assert told == ["setting up", "taken before"]
    assert again.facts["from_cache"] is True
    assert again.png() == first.png()
    assert render(small(seed=4), asking, cache, tracer=tracer).facts["from_cache"] is False


def test_a_damaged_cache_entry_is_taken_again(
    tmp_path: Path, ticket: Ticket, tracer: Tracer
) -> None:
    cache = StudioCache(tmp_path)
    first = render(small(), ticket, cache, tracer=tracer)
    (tmp_path / str(first.facts["digest"]) / "beauty.png").write_bytes(b"not a picture")
    assert render(small(), ticket, cache, tracer=tracer).png() == first.png()
    assert render(small(), ticket, cache).facts["from_cache"] is True


def test_cancel_between_passes_leaves_nothing(tmp_path: Path) -> None:
    told: list[str] = []
    ticket = Ticket(
        assets=AssetStore(),
        progress=lambda _, words: told.append(words),
        cancelled=lambda: any("pass 1" in words for words in told),
    )
    cache = StudioCache(tmp_path / "cache")
    with Tracer() as running:
        with pytest.raises(GenerationCancelled):
            render(small(), ticket, cache, tracer=running)
        assert not Path(f"/proc/{running.pid}").exists()
    assert list(tmp_path.rglob("*")) == []


def test_previews_come_before_the_picture(ticket: Ticket, tracer: Tracer) -> None:
    previews: list[tuple[int, ...]] = []
    render(small(), ticket, tracer=tracer, preview=lambda seen: previews.append(seen.shape))
    assert len(previews) >= 2
    assert all(shape[2] == 3 for shape in previews)


def test_turntable_turns(ticket: Ticket) -> None:
    frames = list(turntable(small(width=64, height=48), 4, ticket))
    assert len(frames) == 4
    widths = [_red_columns(frame) for frame in frames]
    assert widths[0] > 2 * widths[1]
    assert abs(widths[0] - widths[2]) <= 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"width": 0}, "width"),
        ({"height": 30_000}, "height"),
        ({"backdrop": {"color": "nan"}}, "color"),
        ({"camera": {"fov": float("nan")}}, "fov"),
        ({"camera": {"box": (0.5, 0.5, 0, 0)}}, "box"),
        ({"placements": ()}, "placements"),
        ({"quality": "perfect"}, "quality"),
    ],
)
def test_bad_requests_say_what_is_wrong(changes: dict[str, object], words: str) -> None:
    with pytest.raises(GenerationFailed, match=words):
        small(**changes)


def test_unknown_names_are_told(ticket: Ticket) -> None:
    with pytest.raises(UnknownGenerator, match="no prop named 'dodo'"):
        render(small(placements=(Placement(prop="dodo"),)), ticket)
    wrong = Placement(prop=board(), artworks={"lid": np.zeros((4, 4, 3), np.uint8)})
    with pytest.raises(UnknownGenerator, match="'lid'"):
        render(small(placements=(wrong,)), ticket)
    with pytest.raises(GenerationFailed, match="uint8"):
        Placement(prop=board(), artworks={"front": np.zeros((4, 4))})


def test_a_killed_child_is_an_error_of_ours(ticket: Ticket) -> None:
    with Tracer() as running:
        subprocess.run(["kill", "-9", str(running.pid)], check=True)
        with pytest.raises(DesignError, match="doctor"):
            render(small(), ticket, tracer=running)


def test_importing_the_studio_loads_no_tracer() -> None:
    code = (
        "import sys, generators.mesh.studio; assert not {'mitsuba', 'drjit'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def _red_columns(frame: np.ndarray) -> int:
    seen = frame.astype(int)
    red = seen[..., 0] - seen[..., 2] > 70
    return int(red.any(axis=0).sum())
