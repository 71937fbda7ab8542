"""Single motifs laid into a pattern or a setting."""

from __future__ import annotations

from compositor.document import Blur, GroupLayer
from compositor.document.edit import with_prefix
from compositor.geometry import Affine, Point
from generators.vector.motifs import MotifRequest, draw_motif
from generators.vector.motifs.request import Treatment
from generators.vector.patterns.sheet import Sheet
from generators.vector.patterns.tones import Tones

__all__ = ["lay_flower", "lay_motif"]


def lay_motif(
    sheet: Sheet, name: str, place: tuple[float, float, float], *, turn_deg: float = 0.0,
    blur: float = 0.0, turn: int = 0, treatment: Treatment = "flat",
) -> None:  # fmt: skip
    """Lay a motif without its shadow, about (x, y), `radius` px in reach; `blur` in px."""
    x, y, radius = place
    palette = (
        Tones(sheet.theme.palette).petal_palette() if name in _FLOWERS else sheet.theme.palette
    )
    drawing = draw_motif(
        MotifRequest(
            name=name, treatment=treatment, palette=palette, seed=sheet.seed + turn, detail=0.7
        )
    ).without_shadow()
    bounds = drawing.silhouette.bounds
    k = 2 * radius / max(bounds.width, bounds.height)
    move = Affine(k, 0, 0, k, x - k * bounds.center.x, y - k * bounds.center.y)
    prefix = f"{sheet.next_id(name)}-"
    sheet.layers.append(
        GroupLayer(
            id=prefix + "group",
            name=name.replace("_", " "),
            role="decoration",
            transform=move.then(Affine.rotation(turn_deg, Point(x, y))),
            effects=(Blur(blur=blur / k),) if blur > 0 else (),
            children=tuple(with_prefix(layer, prefix) for layer in drawing.layers),
        )
    )


_FLOWERS = ("peony", "rose", "wildflower", "orchid_branch", "petals", "lotus")


def lay_flower(
    sheet: Sheet, name: str, place: tuple[float, float, float], *, turn_deg: float, turn: int
) -> None:
    """Lay a flower in the warm color of the palette."""
    lay_motif(sheet, name, place, turn_deg=turn_deg, turn=turn)
