"""Color, its perceptual coordinates, contrast and palettes."""

from compositor.color.color import Color
from compositor.color.contrast import apca_contrast, contrast_ratio
from compositor.color.oklch import Oklch

__all__ = ["Color", "Oklch", "apca_contrast", "contrast_ratio"]
