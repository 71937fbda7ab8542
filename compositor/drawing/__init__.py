"""Frames onto canvases: `draw` for any canvas, `render` for an array of pixels."""

from compositor.drawing.draw import draw, render

__all__ = ["draw", "render"]
