"""The bus shelter with its lit poster."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.box import box_faces, slab
from generators.mesh.build.extrude import extrude, flat_face, rounded_region
from generators.mesh.build.pose import shift, turn
from generators.mesh.mesh import Mesh, merged
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, proportions, settled
from generators.mesh.props.signage.poles import bar

__all__ = ["ENTRIES"]


def _beam(size: tuple[float, float, float], edge: float = 0.5) -> Mesh:
    return merged(box_faces(size, edge, steps=3).values())


def bus_shelter(request: PropRequest) -> Prop:
    """Return a shelter of 4 m with a bench, glass walls and a lit poster of 120 × 176 cm."""
    wide, _ = proportions(request)
    length, depth, height = 410.0 * wide, 140.0, 250.0
    colors = request.colors
    frame_finish = request.finish or "satin"
    dark = colors.detail
    case_width, case_height, case_depth = 134.0, 206.0, 22.0
    case_x = length / 2 - case_width / 2 - 4.0
    parts: list[Part] = []
    roof = slab(length + 24.0, depth + 18.0, 9.0, 7.0, 1.6)
    parts.append(plain("roof", roof.moved(shift(0, 8.0, height)), dark, frame_finish))
    band = slab(length + 24.6, 1.4, 5.0, 0.6, 0.3)
    parts.append(
        plain(
            "fascia",
            band.moved(shift(0, 8.0 - depth / 2 - 9.2, height + 2.0)),
            colors.accent,
            "gloss",
        )
    )
    back_y = depth / 2 + 4.0
    posts = [
        _beam((7.0, 7.0, height + 2.0)).moved(shift(x, back_y, 0))
        for x in (-length / 2 + 6.0, -length / 6, case_x - case_width / 2 - 6.0)
    ]
    parts.append(plain("posts", posts, dark, frame_finish))
    left, right = -length / 2 + 6.0, case_x - case_width / 2 - 6.0
    for index, (start, end) in enumerate(((left, -length / 6), (-length / 6, right))):
        pane = _beam((end - start - 8.0, 1.0, height - 52.0), 0.2)
        place = shift((start + end) / 2, back_y, 28.0)
        parts.append(plain(f"glass_{index + 1}", pane.moved(place), "#DDEBEA", "glass"))
    side = _beam((1.0, depth * 0.62, height - 52.0), 0.2)
    parts.append(
        plain(
            "side_glass",
            side.moved(shift(left, back_y - depth * 0.36, 28.0)),
            "#DDEBEA",
            "glass",
        )
    )
    parts.extend(_poster(request, (case_width, case_height, case_depth), case_x, back_y - 8.0))
    area = ArtworkArea("poster", 120.0, 176.0)
    bench_x = (left + right) / 2
    bench_length = (right - left) * 0.72
    planks = [
        slab(bench_length, 11.0, 4.0, 1.0, 0.6).moved(
            shift(bench_x, back_y - 26.0 - 12.5 * k, 43.0)
        )
        for k in range(3)
    ]
    parts.append(plain("bench", planks, "#B58556", "wood"))
    legs = [
        bar(
            np.array(
                [(x, back_y - 3.0, 20.0), (x, back_y - 24.0, 41.5), (x, back_y - 54.0, 41.5)]
            ),
            2.2,
            bend_cm=8.0,
        )
        for x in (bench_x - bench_length * 0.36, bench_x + bench_length * 0.36)
    ]
    feet = [
        bar(np.array([(x, back_y - 38.0, 0.0), (x, back_y - 38.0, 43.0)]), 2.6)
        for x in (bench_x - bench_length * 0.36, bench_x + bench_length * 0.36)
    ]
    parts.append(plain("bench_legs", [*legs, *feet], dark, frame_finish))
    return settled("bus_shelter", parts, [area])


def _poster(
    request: PropRequest, size: tuple[float, float, float], x: float, y: float
) -> list[Part]:
    """Return the poster case: a frame around a lit sheet, facing the street."""
    width, height, depth = size
    outline = rounded_region(width, height, 4.0)
    window = rounded_region(120.0, 176.0, 0.6)
    frame = extrude(outline.difference(window), depth, bevel=0.9)
    core = extrude(rounded_region(124.0, 180.0, 1.0), depth - 5.0, bevel=0.2)
    low = 36.0
    middle = low + height / 2
    area = ArtworkArea("poster", 120.0, 176.0)
    face = flat_face(window)
    front = -depth / 2 + 2.4
    place = shift(x, y, middle)
    dark = request.colors.detail
    plinth = slab(width * 0.72, depth * 0.8, low + 3.0, 2.0, 0.8).moved(shift(x, y, 0))
    return [
        plain("case", frame.moved(place), dark, request.finish or "satin"),
        plain("case_core", core.moved(place), dark, "matte"),
        printed(
            "poster", face.moved(place @ shift(y=front)), area, request.colors.body, "screen"
        ),
        printed(
            "poster_back",
            face.moved(place @ shift(y=-front) @ turn("z", 180)),
            area,
            request.colors.body,
            "screen",
        ),
        plain("plinth", plinth, dark, request.finish or "satin"),
    ]


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry(
        "bus_shelter", ("bus shelter", "bus stop", "公交站", "候车亭"), "signage", bus_shelter
    ),
)
