"""Fields without a focus, drawn from a theme and a seed.

A pattern is one function that draws on a `Sheet`; adding one is the function and its line
in `PATTERNS`.
"""

from collections.abc import Callable

from generators.errors import UnknownGenerator
from generators.vector.patterns import (
    chrome,
    doodles,
    eastern,
    electronic,
    geometric,
    gradients,
    lines,
    mineral,
    printed,
    textile,
    texture,
)  # fmt: skip
from generators.vector.patterns.sheet import Sheet

__all__ = ["PATTERNS", "SEAMLESS", "Sheet", "draw_pattern"]


def _grain(sheet: Sheet) -> None:
    gradients.wash(sheet)
    texture.grain(sheet, 1.0)


def _paper(sheet: Sheet) -> None:
    gradients.wash(sheet)
    texture.paper(sheet, 1.0)


PATTERNS: dict[str, Callable[[Sheet], None]] = {
    "aurora": gradients.aurora,
    "bauhaus_tiles": geometric.bauhaus_tiles,
    "brush_stroke": texture.brush_stroke,
    "chrome_field": chrome.chrome_field,
    "circuit": electronic.circuit,
    "cloud_scrolls": eastern.cloud_scrolls,
    "contour_lines": lines.contour_lines,
    "doodle_scatter": doodles.doodle_scatter,
    "dots": printed.dots,
    "flow_lines": lines.flow_lines,
    "fret": eastern.fret,
    "glass_blur": textile.glass_blur,
    "grain": _grain,
    "guilloche": lines.guilloche,
    "halftone": geometric.halftone,
    "ink_wash": eastern.ink_wash,
    "isometric_blocks": geometric.isometric_blocks,
    "lattice": textile.lattice,
    "light_leaks": gradients.light_leaks,
    "marble": mineral.marble,
    "memphis": geometric.memphis,
    "mesh_gradient": gradients.mesh_gradient,
    "moire": printed.moire,
    "node_field": electronic.node_field,
    "paper": _paper,
    "paper_layers": texture.paper_layers,
    "perspective_grid": electronic.perspective_grid,
    "riso": printed.riso,
    "scan_lines": printed.scan_lines,
    "seigaiha": eastern.seigaiha,
    "silk": gradients.silk,
    "speed_lines": lines.speed_lines,
    "splatter": mineral.splatter,
    "starfield": mineral.starfield,
    "sunburst": lines.sunburst,
    "terrazzo": geometric.terrazzo,
    "thunder_scrolls": textile.thunder_scrolls,
    "topographic": mineral.topographic,
    "truchet": geometric.truchet,
    "voronoi": mineral.voronoi,
    "wash": gradients.wash,
    "woven": textile.woven,
}


SEAMLESS: frozenset[str] = frozenset({"dots", "lattice", "thunder_scrolls", "voronoi", "woven"})
"""Patterns whose picture repeats without a seam when nothing asks them to be calm."""


def draw_pattern(name: str, sheet: Sheet) -> None:
    """Draw a pattern on the sheet.

    Raises:
        UnknownGenerator: No pattern has that name.
    """
    if name not in PATTERNS:
        raise UnknownGenerator(f"no pattern {name!r}; there are {', '.join(sorted(PATTERNS))}")
    PATTERNS[name](sheet)
