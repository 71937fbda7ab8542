"""Every prop of the 3D studio, printed and lit, and what styles make of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compositor.document import AssetStore
from compositor.geometry import Box
from compositor.layout.theme import Theme
from generators.art.label import label_colors
from generators.art.policy import load_policy
from generators.art.still_life import prints_of, prop_colors
from generators.base import PictureRequest, Subject, Ticket
from generators.mesh.prop import PropRequest
from generators.mesh.studio import (
    Backdrop,
    Camera,
    Placement,
    Rig,
    StudioRequest,
    Tracer,
    probe,
    render,
)
from generators.mesh.studio.request import RigName
from knowledge import resolve_theme
from ui.gallery.pictures import picture_cell
from ui.gallery.plate import Cell, write_plates

__all__ = ["build"]

_CELL_PX = 256
_PRINTED = ("Danqing", "丹青")
_SETS: tuple[tuple[str, str, RigName], ...] = (
    ("cream", "coffee", "soft_studio"),
    ("fresh", "skincare", "hard_sun"),
    ("luxury", "fragrance", "dark_luxury"),
)
_PAIRS = (
    ("luxury", "fragrance", "香水"), ("minimal", "skincare", "serum"),
    ("claymorphism", "craft_beer", "beer can"), ("organic", "coffee", "coffee beans"),
    ("wabi_sabi", "tea", "茶叶罐"), ("y2k", "retail_ecom", "shopping bag"),
    ("tech", "electronics", "phone"), ("c4d_ecom", "retail_ecom", "礼盒"),
)  # fmt: skip


def build(folder: Path) -> list[Path]:
    """Write the plates and return the files; none where the studio is not installed."""
    if not probe().ready:
        return []
    target = folder / "props"
    # Each cell is another scene: compiling its kernels would take longer than tracing it.
    with Tracer("scalar_rgb") as tracer:
        shown = write_plates(
            target, "props", "Props of the studio", _props(tracer), columns=6, rows=4
        )
    both = write_plates(target, "media", "Drawn and photographed", _media(), columns=4, rows=2)
    return [*shown, *both]


def _props(tracer: Tracer) -> Iterator[Cell]:
    from generators.mesh.props import PROPS  # noqa: PLC0415 - needs the studio extra

    policy = load_policy()
    for number, (name, entry) in enumerate(PROPS.items()):
        style, trade, rig = _SETS[number % len(_SETS)]
        theme = resolve_theme((style,), trade, (), seed=1)
        colors = label_colors(theme, number)
        request = PropRequest(colors=prop_colors(theme, colors), text=_PRINTED[0])
        prop = entry.build(request)
        manner = policy.manner(name)
        prints = prints_of(prop, theme, colors, _PRINTED, number)
        taken = render(
            StudioRequest(
                placements=(Placement(prop=prop, turn=manner.turn, artworks=prints),),
                backdrop=Backdrop(kind="cyclorama", color=_ground(theme)),
                rig=Rig(name=rig, strength=1.7 if rig == "dark_luxury" else 1.0),
                camera=Camera(tilt=14.0 if manner.tilt is None else manner.tilt),
                width=_CELL_PX,
                height=_CELL_PX,
            ),
            Ticket(assets=AssetStore()),
            tracer=tracer,
        )
        yield Cell(pixels=taken.beauty, caption=f"{name.replace('_', ' ')}, {rig}")


def _media() -> Iterator[Cell]:
    """Yield the same request twice: drawn, then photographed."""
    for seed, (style, trade, noun) in enumerate(_PAIRS, 1):
        theme = resolve_theme((style,), trade, (), seed=seed)
        for medium in ("vector", "3d"):
            request = PictureRequest(
                theme=theme, width=480, height=640, subjects=(Subject(noun=noun),),
                calm=(Box(0.08, 0.05, 0.84, 0.24),), hero_box=Box(0.10, 0.34, 0.80, 0.60),
                seed=seed, medium=medium, effort="draft", printed=_PRINTED,
            )  # fmt: skip
            yield picture_cell(request, f"{style.replace('_', ' ')}, {noun}, {medium}")


def _ground(theme: Theme) -> str:
    return theme.palette.ground.hex[:7].upper()
