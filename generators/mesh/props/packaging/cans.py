"""Metal: the drinks can and the tea tin."""

from __future__ import annotations

from generators.mesh.build.box import slab, top_printed
from generators.mesh.build.lathe import lathe, ring, ring_length
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift
from generators.mesh.prop import ArtworkArea, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, proportions, settled

__all__ = ["ENTRIES"]

ALUMINIUM = "#D6D8DB"


def can(request: PropRequest) -> Prop:
    """Return a 330 ml drinks can, 6.6 × 11.5 cm, printed from foot to neck."""
    wide, tall = proportions(request)
    radius, rim, height = 3.31 * wide, 2.62 * wide, 11.52 * tall
    foot = 0.95
    outline = profile(
        (radius, foot), (radius, height - 1.7, 1.3), (rim + 0.06, height - 0.42, 0.25),
        (rim, height - 0.3),
    )  # fmt: skip
    around = lathe(outline, has_uv=True, segments=144)
    area = ArtworkArea("label", ring_length(radius), outline.length, is_wrapped=True)
    base = lathe(
        profile(
            (0, 1.1), (1.2 * wide, 0.95, 1.5), (2.1 * wide, 0.25, 0.35),
            (2.25 * wide, 0, 0.12),
            (2.5 * wide, 0, 0.14), (radius, 0.75, 0.5), (radius, foot),
        ), segments=144,
    )  # fmt: skip
    panel = height - 0.5
    lid = lathe(
        profile(
            (rim, height - 0.3), (rim + 0.1, height - 0.26, 0.03),
            (rim + 0.1, height, 0.09),
            (rim - 0.07, height, 0.06), (rim - 0.16, height - 0.62, 0.05),
            (rim - 0.32, height - 0.62, 0.05), (rim - 0.36, panel + 0.06, 0.06),
            (rim - 0.62, panel + 0.06, 0.05), (rim - 0.68, panel, 0.05), (0, panel),
        ), segments=144,
    )  # fmt: skip
    mouth = ring(0.86, 0.94, 0, 0.05, edge=0.025, core=(0.28 * wide, 0.0))
    tab = [
        ring(0.4, 0.78, 0, 0.13, edge=0.06, core=(0.0, 0.1)).moved(shift(0, 0.72, panel + 0.1)),
        slab(1.5, 1.15, 0.12, 0.55, 0.05).moved(shift(0, -0.28, panel + 0.1)),
        lathe(profile((0, 0), (0.3, 0, 0.02), (0.26, 0.2, 0.1), (0, 0.2))).moved(
            shift(z=panel + 0.06)
        ),
    ]
    parts = [
        printed("print", around, area, request.colors.accent, request.finish or "metal"),
        plain("base", base, ALUMINIUM, "metal"),
        plain("lid", lid, ALUMINIUM, "brushed_metal"),
        plain("mouth", mouth.moved(shift(0, -1.02 * wide, panel - 0.02)), ALUMINIUM, "metal"),
        plain("tab", tab, ALUMINIUM, "metal"),
    ]
    return settled("can", parts, [area])


def tin(request: PropRequest) -> Prop:
    """Return a round tea tin, 8 × 11 cm, with a slip lid, beads and an inner rim."""
    wide, tall = proportions(request)
    radius, height = 4.0 * wide, 11.0 * tall
    seam = height - 3.0 * tall
    bead = 0.09
    outline = profile((radius, 0.32), (radius, seam - 0.3))
    around = lathe(outline, has_uv=True)
    area = ArtworkArea("label", ring_length(radius), outline.length, is_wrapped=True)
    foot = lathe(
        profile(
            (0, 0.2), (radius - 0.35, 0.2, 0.1), (radius - 0.3, 0, 0.05),
            (radius + bead, 0, 0.09),
            (radius + bead, 0.22, 0.09), (radius, 0.24, 0.03), (radius, 0.32),
        )
    )  # fmt: skip
    shoulder = lathe(
        profile(
            (radius, seam - 0.3), (radius, seam - 0.26), (radius + 0.06, seam - 0.2, 0.05),
            (radius + 0.06, seam - 0.1, 0.05), (radius - 0.12, seam - 0.02, 0.02),
            (radius - 0.12, seam + 0.6), (0, seam + 0.6),
        )
    )  # fmt: skip
    lid = lathe(
        profile(
            (0, height - 0.3), (radius - 0.05, height - 0.3),
            (radius - 0.05, seam + 0.04, 0.02),
            (radius + bead, seam + 0.04, 0.08), (radius + bead, seam + 0.28, 0.08),
            (radius + 0.02, seam + 0.3, 0.03), (radius + 0.02, height - 0.28, 0.12),
            (radius - 0.14, height - 0.02, 0.08), (radius - 0.34, height, 0.1),
            (radius - 0.5, height - 0.13, 0.08), (0, height - 0.13),
        )
    )  # fmt: skip
    across = 2 * (radius + 0.02)
    top, rest = top_printed(lid, (-across / 2, -across / 2, across, across), above=height - 1.0)
    top_area = ArtworkArea("lid", across, across, 0.3)
    finish = request.finish or "satin"
    parts = [
        printed("print", around, area, request.colors.body, finish),
        plain("foot", foot, request.colors.detail, "metal"),
        plain("shoulder", shoulder, ALUMINIUM, "metal"),
        printed("lid_top", top, top_area, request.colors.accent, finish),
        plain("lid", rest, request.colors.accent, finish),
    ]
    return settled("tin", parts, [area, top_area])


ENTRIES = (
    PropEntry("can", ("can", "soda", "beer can", "易拉罐", "饮料罐"), "packaging", can),
    PropEntry("tin", ("tin", "tea tin", "canister", "茶叶罐", "铁罐"), "packaging", tin),
)
