"""SVG pages, with live text for editing or outlines for fidelity."""

from compositor.canvas.svg.canvas import SvgCanvas

__all__ = ["SvgCanvas"]
