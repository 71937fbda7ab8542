"""Bottles for wine and for juice."""

from __future__ import annotations

from generators.mesh.build.lathe import lathe, ring
from generators.mesh.build.lathe_profile import profile
from generators.mesh.prop import Prop, PropEntry, PropRequest
from generators.mesh.props.labels import round_label
from generators.mesh.props.packaging.closures import screw_cap, thread
from generators.mesh.props.printed import plain, proportions, settled, shade

__all__ = ["ENTRIES"]

WINE_GLASS = "#39512F"
CLEAR_GLASS = "#F1F7F5"
GAP_CM = 0.03
"""Between a hollow and what is filled in: touching surfaces tear in the tracer. What is filled
in is set into solid glass, so that light passes four surfaces rather than six."""


def wine_bottle(request: PropRequest) -> Prop:
    """Return a 750 ml Bordeaux bottle, 7.6 × 30 cm, with capsule and paper label."""
    wide, tall = proportions(request)
    radius, neck = 3.8 * wide, 1.42
    straight, shoulder, height = 19.6 * tall, 22.8 * tall, 30.0 * tall
    level = max(height - 6.0, shoulder + 0.5)
    glass = lathe(
        profile(
            (0, 2.2), (1.7 * wide, 1.6, 1.2), (2.9 * wide, 0, 0.25), (radius, 0, 0.45),
            (radius, straight, 3.6), (neck + 0.12, shoulder, 3.2),
            (neck, height - 1.3, 0.3),
            (neck + 0.18, height - 1.2, 0.06), (neck + 0.18, height - 0.4, 0.06),
            (neck, height - 0.3, 0.05), (neck - 0.02, height - 0.05, 0.1),
            (neck - 0.45, height - 0.05, 0.1), (neck - 0.45, level + GAP_CM, 0.1),
            (0, level + GAP_CM),
        )
    )  # fmt: skip
    inside, throat = radius - 0.32, neck - 0.45
    wine = lathe(
        profile(
            (0, 2.7), (1.6 * wide, 2.15, 1.0), (2.9 * wide, 0.56, 0.3), (inside, 0.66, 0.4),
            (inside, straight - 0.3, 3.4), (throat, shoulder - 0.3, 3.0),
            (throat, level, 0.03), (throat - 0.15, level - 0.06, 0.1), (0, level - 0.06),
        )
    )  # fmt: skip
    skirt, lip = neck + 0.14, neck + 0.25
    capsule = lathe(
        profile(
            (0, height + 0.02), (lip - 0.03, height + 0.02, 0.08),
            (lip - 0.03, height - 1.25, 0.05), (neck + 0.08, height - 1.35, 0.05),
            (skirt - 0.03, height - 6.2), (skirt, height - 6.2),
            (neck + 0.11, height - 1.4, 0.12),
            (lip, height - 1.25, 0.1), (lip, height + 0.05, 0.12), (0, height + 0.05),
        )
    )  # fmt: skip
    label, area = round_label(
        radius, 6.2 * tall, (10.4 * wide, 10.0 * tall), request.colors.body, corner=0.12
    )
    is_glass = request.finish in {None, "glass", "frosted_glass"}
    color = WINE_GLASS if is_glass else request.colors.detail
    parts = [
        plain("bottle", glass, color, request.finish or "glass"),
        plain("wine", wine, shade(request.colors.content, -0.55), "liquid"),
        plain("capsule", capsule, request.colors.accent, "satin"),
        plain(
            "tear_band",
            ring(neck + 0.16, neck + 0.2, height - 3.0, height - 2.5, edge=0.01),
            shade(request.colors.accent, 0.45),
            "metal",
        ),
        *label,
    ]
    return settled("wine_bottle", parts, [area])


def drink_bottle(request: PropRequest) -> Prop:
    """Return a 500 ml juice bottle of clear glass, 6.8 × 21 cm, filled, with a screw cap."""
    wide, tall = proportions(request)
    radius, neck = 3.4 * wide, 1.62
    straight, shoulder, height = 12.6 * tall, 17.2 * tall, 20.2 * tall
    level, inside, throat = shoulder - 3.0 * tall, radius - 0.26, neck - 0.25
    share = (level - straight) / (shoulder - straight)
    surface = inside + (throat - inside) * share
    glass = lathe(
        profile(
            (0, 0.35), (2.2 * wide, 0.3, 0.3), (2.6 * wide, 0, 0.15), (radius, 0, 0.7),
            (radius, straight, 4.2), (neck, shoulder, 2.6), (neck, height - 2.05, 0.1),
            (neck + 0.25, height - 2.0, 0.08), (neck + 0.25, height - 1.8, 0.08),
            (neck, height - 1.75, 0.05), (neck, height - 0.1, 0.08),
            (neck - 0.25, height - 0.1, 0.08), (neck - 0.25, shoulder, 1.2),
            (surface, level + GAP_CM, 0.12), (0, level + GAP_CM),
        )
    )  # fmt: skip
    juice = lathe(
        profile(
            (0, 0.8), (2.2 * wide, 0.7, 0.5), (inside, 0.45, 0.6), (inside, straight, 4.0),
            (surface, level, 0.05), (surface - 0.3, level - 0.07, 0.2),
            (0, level - 0.07),
        )
    )  # fmt: skip
    label, area = round_label(
        radius, 2.6 * tall, (15.2 * wide, 8.2 * tall), request.colors.body, corner=0.5,
    )  # fmt: skip
    color = CLEAR_GLASS if request.finish in {None, "glass"} else request.colors.body
    parts = [
        plain("bottle", glass, color, request.finish or "glass"),
        plain("juice", juice, request.colors.content, "liquid"),
        plain("thread", thread(neck, height - 1.4, turns=2), color, request.finish or "glass"),
        plain("cap", screw_cap(neck + 0.3, height - 1.72, height + 0.2), request.colors.detail,
              "satin"),
        *label,
    ]  # fmt: skip
    return settled("drink_bottle", parts, [area])


ENTRIES = (
    PropEntry("wine_bottle", ("wine bottle", "wine", "红酒", "酒瓶"), "packaging", wine_bottle),
    PropEntry(
        "drink_bottle",
        ("bottle", "juice bottle", "drink", "饮料瓶", "果汁", "瓶子"),
        "packaging",
        drink_bottle,
    ),
)
