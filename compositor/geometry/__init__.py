"""Points, boxes, transforms and paths; px, y points down, angles clockwise in degrees."""

from compositor.geometry.affine import Affine
from compositor.geometry.box import Box, Point, Size
from compositor.geometry.path import Path

__all__ = ["Affine", "Box", "Path", "Point", "Size"]
