"""The record in its sleeve."""

from __future__ import annotations

from generators.mesh.build.box import box_faces, top_printed
from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import Corner, Profile, profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import BLEED_CM, plain, printed, settled, shade

__all__ = ["ENTRIES"]


def vinyl(request: PropRequest) -> Prop:
    """Return a 12-inch record half out of its sleeve, 31.5 cm square."""
    side, thick = 31.5, 0.34
    area = ArtworkArea("front", side, side, BLEED_CM)
    disc_area = ArtworkArea("disc_label", 10.0, 10.0, BLEED_CM)
    finish = request.finish or "satin"
    faces = box_faces((side, thick, side), 0.09)
    parts = [
        printed("sleeve", faces["front"], area, request.colors.body, finish),
        plain(
            "sleeve_back",
            [m for n, m in faces.items() if n not in {"front", "right"}],
            request.colors.body,
            finish,
        ),
        plain("sleeve_mouth", faces["right"], shade(request.colors.body, -0.55), "paper"),
    ]
    radius = 15.0
    disc = lathe(_groove_profile(radius), segments=180)
    label = lathe(
        profile((0.36, 0), (5.0, 0, 0.01), (5.0, 0.03, 0.01), (0.36, 0.03), (0.36, 0)),
        segments=96,
    )
    top, rest = top_printed(label, (-5.0, -5.0, 10.0, 10.0))
    place = shift(side / 2 - 0.6, -0.0, radius + 0.75) @ turn("y", 14.0) @ turn("x", 90.0)
    on_top = place @ shift(z=0.075)
    parts += [
        plain("disc", disc.moved(place), "#131315", "gloss"),
        printed("disc_label", top.moved(on_top), disc_area, request.colors.accent, "paper"),
        plain("disc_label_stock", rest.moved(on_top), request.colors.accent, "paper"),
    ]
    lean = turn("x", -7.0)
    return settled(
        "vinyl",
        [Part(p.name, p.mesh.moved(lean), p.material) for p in parts],
        [area, disc_area],
    )


def _groove_profile(radius: float) -> Profile:
    """Return a record's section: hole, label land, bands of grooves, round rim."""
    half, hole = 0.07, 0.36
    top: list[Corner] = []
    r = radius - 0.35
    band_ends = (radius - 2.6, radius - 4.4, radius - 6.5, radius - 8.6)
    while r > 6.0:
        is_gap = any(abs(r - end) < 0.16 for end in band_ends)
        top.append((r, half))
        if not is_gap:
            top.append((r - 0.05, half - 0.012))
        r -= 0.1
    return profile(
        (hole, -half), (radius, -half, 0.06), (radius, half, 0.06), *top, (5.6, half),
        (hole, half), (hole, -half),
    )  # fmt: skip


ENTRIES = (
    PropEntry("vinyl", ("vinyl", "record", "album", "黑胶", "唱片"), "stationery", vinyl),
)
